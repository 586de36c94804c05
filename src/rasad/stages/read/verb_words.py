"""What a single word can be in a verb group, before its neighbours are looked at.

Invariant: a word that the tables call `never` is no verb, and every other verb form keeps its
mark of doubt (`weak`), which only `verb_groups` may lift.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rasad.stages.read.grammar import ZWNJ, Person, Root, Rows, endings
from rasad.stages.read.morphology import Morphology, Reading, VerbForm

FINITE, PARTICIPLE, INFINITIVE, FUTURE, ASPECT, PREFIX, MODAL = range(7)
_DOUBTED = ("past", "perfect")


@dataclass(frozen=True, slots=True)
class Entry:
    """What one word can be in a verb group; `weak` where it is more often another word.

    `stem` is its reading as a short infinitive, `prefix` the prefix written onto a future
    auxiliary («درخواهد گذشت»); `open_mood` marks a past that is as well a subjunctive («گرداند»);
    `element` is what the copula is written onto («آماده‌ایم»).
    """

    kind: int
    word: str
    reading: Reading | None
    lemma: str = ""
    weak: bool = False
    stem: Reading | None = None
    prefix: str = ""
    open_mood: bool = False
    element: str = ""


class Vocabulary:
    """Which words matter to verb groups."""

    def __init__(self, morphology: Morphology, kinds: Rows) -> None:
        self._morphology = morphology
        self._judged = dict(kinds["homograph"])
        self._nouns = {form for form, _ in kinds["noun-participle"]}
        self._marks: dict[str, int] = {form: ASPECT for form, _ in kinds["aspect"]}
        self._marks |= {form: MODAL for form, _ in kinds["modal-word"]}
        self._marks |= dict.fromkeys(morphology.prefixes, PREFIX)
        joined = (prefix + form for prefix in morphology.prefixes for form, _ in kinds["aspect"])
        self._marks |= dict.fromkeys(joined, ASPECT)
        self._future = {form for form, _ in kinds["future"]}
        self._subjunctive = kinds["subjunctive"][0][0]
        self._be = kinds["copula"][0][0]
        self._clitics = endings(kinds["copula-ending"])
        self._adjectives = {form for form, _ in kinds["adjective"]}
        self._adjective_endings = endings(kinds["adjective-ending"])
        self._preverbs, self._adjective_tails = tuple(morphology.prefixes), tuple(self._adjective_endings)

    def entry(self, word: str) -> Entry | None:
        """Returns what the word can be in a verb group, or nothing."""
        mark = self._marks.get(word)
        if mark is not None:
            return Entry(mark, word, None)
        future = self._prefixed_future(word)
        if future is not None:
            return future
        judged = self._judged.get(word, "")
        readings = self._morphology.readings(word) if judged != "never" else ()
        element, copula = next(self._with_copula(word), ("", None)) if not readings else ("", None)
        reading = next(iter(readings), copula)
        if reading is None:
            return None
        entry = replace(self._judge(word, reading, weak=bool(judged)), element=element)
        stem = next(filter(_is_stem, readings), None)
        return replace(entry, stem=stem, open_mood=stem is not None and _also_subjunctive(stem, readings))

    def _prefixed_future(self, word: str) -> Entry | None:
        for prefix in self._morphology.prefixes if word.startswith(self._preverbs) else ():
            if word.startswith(prefix) and len(word) > len(prefix):
                entry = self.entry(word[len(prefix) :].lstrip(ZWNJ))
                if entry is not None and entry.kind == FUTURE and not entry.prefix:
                    return replace(entry, word=word, prefix=prefix)
        return None

    def _judge(self, word: str, reading: Reading, *, weak: bool) -> Entry:
        form = reading.form
        if form.form == "participle":
            return Entry(PARTICIPLE, word, reading, form.lemma, weak or word in self._nouns)
        if form.form == "infinitive":
            return Entry(INFINITIVE, word, reading, form.lemma, weak)
        bare = form.form == "subjunctive" and not word.startswith(self._subjunctive)
        if bare and form.lemma in self._future:
            return Entry(FUTURE, word, reading, form.lemma)
        # «گفتی» and «نوشته‌ای» are nouns with an ending as often as a second person.
        second = form.form in _DOUBTED and form.person == 2 and not form.plural
        return Entry(FINITE, word, reading, form.lemma, weak or reading.bare or second)

    def _with_copula(self, word: str) -> Iterator[tuple[str, Reading]]:
        """Yields what a copula is written onto, and the copula («معتقدند», «نگران‌اند», «آماده‌ام»)."""
        for ending, person in self._adjective_endings.items() if word.endswith(self._adjective_tails) else ():
            element = word[: -len(ending)].rstrip(ZWNJ)
            if word.endswith(ending) and element in self._adjectives:
                yield element, self._copula(person)
        base, joint, ending = word.rpartition(ZWNJ)
        if joint and base and ending in self._clitics:
            yield base, self._copula(self._clitics[ending])

    def _copula(self, person: Person) -> Reading:
        form = VerbForm(self._be, "present", person.person, person.plural, negated=False)
        return Reading(Root.irregular(self._be), form, bare=False)


def _is_stem(reading: Reading) -> bool:
    form = reading.form
    return form.form == "past" and form.person == 3 and not form.plural and not form.negated


def _also_subjunctive(stem: Reading, readings: tuple[Reading, ...]) -> bool:
    lemma = stem.form.lemma
    return any(r.form.form == "subjunctive" and r.form.lemma == lemma for r in readings)
