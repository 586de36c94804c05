"""An agreement is found where the words name one: a known name, or a noun of agreement that is used as a thing.

A verb («they agreed») and an outcome still sought («to reach an agreement») are no agreements;
nothing is linked to a known agreement that is younger than the report.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from rasad.language.fold import Folds, fold
from rasad.language.phrases import Phrases
from rasad.language.tables import merged, values
from rasad.stages.find.known_agreements import KnownAgreements, describing_words, load_known

MAX_WORDS = 12
SIGN_REACH = 2
DAY_DIGITS = 2
FOLLOWS = {"link": {"topic", "party", "person", "place"}, "and": {"party", "person", "place"}}


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun of agreement: its kind, and what a mention needs in order to count."""

    key: str
    kind: str
    needs: str
    family: str
    names: frozenset[str]
    indefinite: bool = False


@dataclass(frozen=True, slots=True)
class Agreement:
    """One mention: words `first` to `last`, and what they tell about the agreement.

    `noun` is the fold of the head noun, empty for a name that stands alone; `family` parts nouns of one
    kind that do not stand for each other («document», «joint statement»); `parties` are (word, code);
    `words` are the folds of
    the describing words; `open` is true of a mention of something possible, proposed or new.
    """

    first: int
    last: int
    kind: str
    known: str = ""
    noun: str = ""
    family: str = ""
    numbers: tuple[int, ...] = ()
    parties: tuple[tuple[str, str], ...] = ()
    words: tuple[str, ...] = ()
    open: bool = False

    @property
    def bare(self) -> bool:
        """Whether nothing describes the noun."""
        return bool(self.noun) and not self.words


@dataclass(frozen=True, slots=True)
class Unit:
    """A word or phrase that may describe an agreement."""

    role: str
    code: str = ""


@dataclass(slots=True)
class Chain:
    """The describing words after a noun, as far as they have been read."""

    end: int
    units: list[tuple[str, Unit]]
    keys: list[str]


class AgreementLexicon:
    """The tables of agreements of one language."""

    def __init__(self, *folders: Path) -> None:
        self.folds = Folds()
        self.heads: Phrases[Noun | str] = Phrases()
        self.units: Phrases[Unit] = Phrases()
        self.classes: dict[str, set[str]] = {}
        self._spelled: dict[str, list[str]] = {}
        self._read_parties(*folders)
        self._read_words(*folders)
        common = frozenset(key for key, unit in self.units.entries.items() if unit.role != "person")
        self.known: KnownAgreements = load_known(common, *folders)
        self._describe_once(describing_words(*folders))
        self._read_nouns(*folders)

    def __getitem__(self, name: str) -> set[str]:
        return self.classes.get(name, set())

    @cached_property
    def continuing(self) -> Phrases[str]:
        """The words that join a describing word on to the mention, with their class."""
        joined: Phrases[str] = Phrases()
        for name in ("link", "and", "of", "dated", "self"):
            for word in self._spelled.get(name, ()):
                joined.add(word, name)
        return joined

    def _read_words(self, *folders: Path) -> None:
        for row in merged("agreement_words.tsv", *folders):
            self._spelled.setdefault(row["class"], []).extend(values(row, "fa"))
        for name, words in self._spelled.items():
            self.classes[name] = {fold(word.replace(" ", "")) for word in words}
            role, _, code = name.partition(":")
            if role in {"quality", "topic", "party", "person", "place"}:
                self._describe(words, Unit(role, code))

    def _read_nouns(self, *folders: Path) -> None:
        endings = [fold(e) for row in merged("endings.tsv", *folders) if row["class"] == "noun" for e in values(row, "fa")]
        vague = self["indefinite-ending"]
        for name, meaning in self.known.names.items():
            self.heads.add(name, meaning)
        for row in merged("agreement_nouns.tsv", *folders):
            names = frozenset(fold(name.replace(" ", "")) for name in values(row, "with"))
            self._describe_once(values(row, "with"))
            for word in values(row, "fa"):
                key = fold(word.replace(" ", ""))
                self.heads.add(word, Noun(key, row["kind"], row["needs"], row["family"] or row["kind"], names))
                for ending in endings:
                    if self.heads.get(key + ending) is None:
                        noun = Noun(key, row["kind"], row["needs"], row["family"] or row["kind"], names, ending in vague)
                        self.heads.add(word, noun, (ending,))

    def _read_parties(self, *folders: Path) -> None:
        for row in merged("countries.tsv", *folders):
            for column in ("fa", "government"):
                self._describe(values(row, column), Unit("party", row["code"]))

    def _describe(self, words: Iterable[str], unit: Unit) -> None:
        for word in words:
            self.units.add(word, unit)

    def _describe_once(self, words: Iterable[str]) -> None:
        self._describe([word for word in words if self.units.get(fold(word.replace(" ", ""))) is None], Unit("topic"))


def load_agreements(*folders: Path) -> AgreementLexicon:
    """The agreements of a language pack; rows of later folders take the place of earlier ones."""
    return AgreementLexicon(*folders)


def find_agreements(words: Sequence[str], lexicon: AgreementLexicon, published: str = "") -> list[Agreement]:
    """The agreements one sentence refers to, left to right; `published` (EDTF) keeps links in their time."""
    folds = lexicon.folds
    keys = [folds[word] for word in words]
    found: list[Agreement] = []
    i, stop, longest = 0, len(keys), lexicon.heads.longest
    while i < stop:
        head = longest(keys, i, stop)
        if head is None:
            i += 1
            continue
        after, meaning = head
        mention = (_named(i, after, meaning, lexicon, published) if isinstance(meaning, str)
                   else _described(keys, i, after, meaning, lexicon, published))
        if mention is not None:
            found.append(mention)
        i = mention.last + 1 if mention is not None else after
    return found


def _named(first: int, after: int, name: str, lexicon: AgreementLexicon, published: str) -> Agreement:
    known = lexicon.known.by_name(name, published)
    return Agreement(first, after - 1, known.kind, known.id if known.born_by(published) else "",
                     parties=tuple((code, code) for code in known.parties))


def _described(keys: Sequence[str], first: int, after: int, noun: Noun, lexicon: AgreementLexicon,
               published: str) -> Agreement | None:
    if first and keys[first - 1] in lexicon["block"]:
        return None
    chain = _chain(keys, after, lexicon)
    mention = _mention(keys, first, noun, chain, lexicon)
    linked = _linked_name(chain, lexicon, published) or lexicon.known.by_words(mention.kind, mention.words, mention.parties, published, (*keys, noun.key))
    if not _counts(keys, first, noun, chain, lexicon, bool(linked)):
        return None
    return mention if not linked or mention.open else replace(mention, known=linked)


def _linked_name(chain: Chain, lexicon: AgreementLexicon, published: str) -> str:
    """The agreement that a known name after the noun names («the treaty «NPT»»), or ""."""
    for key, unit in chain.units:
        if unit.role == "name" and lexicon.known.by_name(key, published).born_by(published):
            return lexicon.known.by_name(key, published).id
    return ""


def _mention(keys: Sequence[str], first: int, noun: Noun, chain: Chain, lexicon: AgreementLexicon) -> Agreement:
    parties = tuple(dict.fromkeys((key, unit.code) for key, unit in chain.units if unit.code))
    words = tuple(dict.fromkeys(chain.keys + [key for key, _ in chain.units]))
    numbers = tuple(int(key) for key in chain.keys if key.isdigit() and key.isascii())
    vague = noun.indefinite or (first > 0 and keys[first - 1] in lexicon["one"])
    return Agreement(first, chain.end - 1, noun.kind, "", noun.key, noun.family, numbers, parties, words,
                     vague or any(word in lexicon["open"] for word in words))


def _chain(keys: Sequence[str], start: int, lexicon: AgreementLexicon) -> Chain:
    """The words from `start` that describe the noun before it; empty where none do."""
    chain = Chain(start, [], [])
    stop = min(len(keys), start + MAX_WORDS)
    i = start
    while i < stop:
        after = _piece(keys, i, stop, chain, lexicon)
        if after == i:
            break
        i = after
    _drop_predicate(keys, start, chain, lexicon)
    return chain


def _piece(keys: Sequence[str], i: int, stop: int, chain: Chain, lexicon: AgreementLexicon) -> int:
    """The index after the next describing piece, which `chain` then holds; `i` where none follows."""
    if keys[i] in lexicon["quote"] and i + 1 < stop:
        return _piece(keys, i + 1, stop, chain, lexicon) if keys[i + 1] not in lexicon["quote"] else i
    name = lexicon.heads.longest(keys, i, stop)
    if name is not None and isinstance(name[1], str):
        return _take(keys, i, name[0], Unit("name"), chain)
    unit = lexicon.units.longest(keys, i, stop)
    if unit is not None:
        return _take(keys, i, unit[0], unit[1], chain)
    if keys[i].isdigit() and i + 1 < stop and keys[i + 1] in lexicon["measure"]:
        return _take(keys, i + 1, i + 2, Unit("measure"), chain)
    if keys[i].isdigit() and len(keys[i]) > DAY_DIGITS:
        return _take(keys, i, i + 1, Unit("number"), chain)
    join = lexicon.continuing.longest(keys, i, stop)
    if join is None or (join[1] == "and" and not (chain.units and chain.units[-1][1].role in FOLLOWS["and"])):
        return i
    after, role = join
    if role == "self":
        return _take(keys, i, after, Unit("self"), chain) if after - 1 == chain.end or i == chain.end else i
    follows = _follows(keys, after, stop, role, chain, lexicon) if after < stop else after
    return follows if follows > after else i


def _follows(keys: Sequence[str], i: int, stop: int, role: str, chain: Chain, lexicon: AgreementLexicon) -> int:
    """As `_piece`, for what stands after a joining word: a preposition carries on only to a thing."""
    unit = lexicon.units.longest(keys, i, stop)
    if unit is not None:
        if unit[1].role not in FOLLOWS.get(role, {unit[1].role}):
            return i
        return _take(keys, i, unit[0], unit[1], chain)
    return _piece(keys, i, stop, chain, lexicon) if role != "and" or keys[i] in lexicon["of"] else i


def _take(keys: Sequence[str], first: int, after: int, unit: Unit, chain: Chain) -> int:
    chain.units.append(("".join(keys[first:after]), unit))
    chain.keys.extend(keys[first:after])
    chain.end = after
    return after


def _drop_predicate(keys: Sequence[str], start: int, chain: Chain, lexicon: AgreementLexicon) -> None:
    """An adjective right before a verb says what the agreement is («is final»), not which one."""
    while (chain.units and chain.units[-1][1].role == "quality" and chain.end < len(keys)
           and keys[chain.end] in lexicon["verb"] | lexicon["copula"]):
        chain.units.pop()
        chain.end = max(start, chain.end - 1)
        chain.keys.pop()


def _counts(keys: Sequence[str], first: int, noun: Noun, chain: Chain, lexicon: AgreementLexicon, linked: bool) -> bool:
    """Whether the mention is of an agreement as a thing."""
    if _is_verb(keys, first, chain, lexicon):
        return False
    if noun.needs == "nothing":
        return True
    if noun.needs == "name":
        return linked or any(key in noun.names for key, _ in chain.units)
    if any(unit.role not in ({"quality", "self"} if noun.needs == "thing" else {""}) for _, unit in chain.units):
        return True
    return not noun.indefinite and _signed(keys, first, chain, lexicon)


def _is_verb(keys: Sequence[str], first: int, chain: Chain, lexicon: AgreementLexicon) -> bool:
    after = keys[chain.end:chain.end + 2]
    if not chain.units and after and after[0] in lexicon["verb"]:
        return True
    if not first or keys[first - 1] not in lexicon["toward"]:
        return False
    return any(key in lexicon["reach"] for key in [*after, *keys[max(0, first - 2):first - 1]])


def _signed(keys: Sequence[str], first: int, chain: Chain, lexicon: AgreementLexicon) -> bool:
    before = keys[max(0, first - SIGN_REACH):first]
    if any(key in lexicon["sign"] for key in before):
        return True
    return chain.end < len(keys) and keys[chain.end] in lexicon["object"]
