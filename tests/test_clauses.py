"""How a sentence is parted into clauses, and which of them belongs to which."""

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rasad.language.fold import fold
from rasad.pack import load_pack
from rasad.stages.read.clauses import Clause

PACK = load_pack("fa")


@dataclass(frozen=True, slots=True)
class Parted:
    """The clauses of a sentence with its words."""

    words: list[str]
    clauses: list[Clause]

    def of(self, verb: str) -> Clause:
        """The clause whose verb ends with the word."""
        return next(c for c in self.clauses if c.verb is not None and self.words[c.verb.last] == verb)

    def own(self, verb: str) -> str:
        """The own words of the clause whose verb ends with the word."""
        return " ".join(self.words[i] for i in self.of(verb).words)


def parted(text: str) -> Parted:
    """The clauses of a sentence whose words are parted by blanks."""
    words = text.split()
    return Parted(words, PACK.clauses.read([fold(word) for word in words], PACK.verbs.groups(words)))


@pytest.mark.parametrize(("text", "kinds"), [
    pytest.param("وزیر به شهر رفت", ["main"], id="the minister went to the city"),
    pytest.param("وزیر گفت که مرز باز است", ["main", "that"], id="the minister said that the border is open"),
    pytest.param("مردی که دیروز آمد رفت", ["main", "relative"], id="the man who came yesterday left"),
    pytest.param("اگر باران ببارد راه بسته می‌شود", ["main", "if"], id="if it rains the road closes"),
    pytest.param("راه بسته شد زیرا باران بارید", ["main", "because"], id="the road closed because it rained"),
    pytest.param("وقتی باران بارید راه بسته شد", ["main", "while"], id="when it rained the road closed"),
    pytest.param("وزیر با بیان اینکه مرز باز است به شهر رفت", ["main", "content"],
                 id="the minister, saying the border is open, went to the city"),
    pytest.param("وزیر آمد و رفت", ["main", "main"], id="the minister came and left"),
])
def test_what_opens_a_clause_tells_its_kind(text: str, kinds: list[str]) -> None:
    """«که» after a verb, «که» after a noun, «اگر», «زیرا», «وقتی» and «اینکه» open clauses of their own kinds."""
    assert sorted(c.kind for c in parted(text).clauses if c.verb is not None) == sorted(kinds)


@pytest.mark.parametrize(("text", "verb", "own"), [
    pytest.param("محمود اگر می‌خواهد اسلحه را جمع کند نخست باید راه را ببندد", "ببندد", "محمود نخست راه را",
                 id="Mahmud, if he wants to collect the arms, must first close the road"),
    pytest.param("وزیر که به شهر آمد نامه را گرفت", "گرفت", "وزیر نامه را",
                 id="the minister, who came to the city, took the letter"),
    pytest.param("وزیر وقتی به شهر آمد نامه را گرفت", "گرفت", "وزیر نامه را",
                 id="the minister, when he came to the city, took the letter"),
])
def test_the_outer_clause_goes_on_after_those_inside(text: str, verb: str, own: str) -> None:
    """The subject before an embedded clause and the words after it are of one clause."""
    found = parted(text)
    assert [w for w in found.own(verb).split() if w != "باید"] == own.split()


@pytest.mark.parametrize(("text", "inner", "outer"), [
    pytest.param("وزیر به شهر رفت تا نامه را بگیرد", "بگیرد", "رفت",
                 id="the minister went to the city to take the letter"),
    pytest.param("دولت از آنها خواست تا شهر را ترک کنند", "کنند", "خواست",
                 id="the government asked them to leave the city"),
])
def test_a_purpose_is_a_clause_of_its_own(text: str, inner: str, outer: str) -> None:
    """«تا» after a verb and before a wish opens a clause under that verb, and is no word of it."""
    found = parted(text)
    assert found.of(inner).parent == found.of(outer).number
    assert "تا" not in found.own(inner).split()


def test_until_before_a_time_opens_no_clause() -> None:
    """«تا» before a noun in the midst of a clause stays a preposition."""
    found = parted("آتش‌بس تا شنبه ادامه داشت")  # the ceasefire went on until Saturday
    assert [c.kind for c in found.clauses] == ["main"]
    assert "تا" in found.own("داشت").split()


def test_can_and_its_verb_are_one_clause() -> None:
    """«می‌تواند … کند» is one clause with one verb; the modal is kept beside it."""
    found = parted("وزیر می‌تواند طبق قانون نامه را امضا کند")  # by law the minister can sign the letter
    clause = found.of("کند")
    assert len(found.clauses) == 1
    assert clause.modal is not None
    assert found.words[clause.modal.last] == "می‌تواند"
    assert found.own("کند").split()[0] == "وزیر"


def test_a_colon_starts_anew() -> None:
    """What stands after a colon belongs to no clause before it."""
    found = parted("وزیر گفت : مرز باز است")  # the minister said: the border is open
    assert (found.of("است").parent, found.of("است").after) == (-1, -1)


def test_joined_verbs_go_on_from_each_other() -> None:
    """A second verb after «و» goes on from the clause of the first at the same level."""
    found = parted("وزیر نامه را خواند و به شهر رفت")  # the minister read the letter and went to the city
    assert found.of("رفت").after == found.of("خواند").number


def test_a_relative_clause_knows_its_noun() -> None:
    """The antecedent is the word before «که»."""
    # the journalist who has come to the city read the letter
    found = parted("خبرنگاری که به شهر رسیده است نامه را خواند")
    assert found.words[found.of("است").antecedent] == "خبرنگاری"


_WORDS = st.sampled_from(["وزیر", "شهر", "را", "که", "و", "اگر", "تا", "می‌تواند", "گفت", "رفت", "کند", "کرد", "خواست",
                          "،", ":", "اینکه", "این", "نامه", "به", "از", "شده", "است", "حمله"])


@settings(max_examples=200, deadline=None)
@given(st.lists(_WORDS, max_size=25))
def test_no_word_is_in_two_clauses(words: list[str]) -> None:
    """Whatever the order of words, a word is an own word of one clause at most, and own words come in order."""
    clauses = PACK.clauses.read([fold(word) for word in words], PACK.verbs.groups(words))
    own = [i for clause in clauses for i in clause.words]
    assert len(own) == len(set(own))
    assert all(clause.words == sorted(clause.words) for clause in clauses)


@settings(max_examples=200, deadline=None)
@given(st.lists(_WORDS, max_size=25))
def test_every_verb_is_the_verb_of_one_clause(words: list[str]) -> None:
    """Each verb is the verb of a clause or governs one from a distance."""
    verbs = PACK.verbs.groups(words)
    clauses = PACK.clauses.read([fold(word) for word in words], verbs)
    held = [v.first for c in clauses for v in (c.verb, c.modal) if v is not None]
    assert sorted(held) == [verb.first for verb in verbs]
