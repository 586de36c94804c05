"""The verb groups of one sentence: which words are verbs where they stand, and what they say.

Invariant: groups come left to right, do not overlap, and each holds one main verb with all its
auxiliaries. A word that could be a noun is a verb only where its neighbours let it be one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from rasad.stages.read.grammar import ZWNJ, Person, Root, Rows, endings
from rasad.stages.read.morphology import Morphology, Reading, VerbForm

FINITE, PARTICIPLE, INFINITIVE, FUTURE, ASPECT, PREFIX, MODAL = range(7)
_TAKES_NOUN = (FINITE, PARTICIPLE, INFINITIVE, FUTURE, ASPECT)
_NAMES = {
    "past": "past",
    "imperfect": "imperfect",
    "present": "present",
    "subjunctive": "subjunctive",
    "imperative": "imperative",
    "optative": "subjunctive",
    "perfect": "perfect",
}
_COMPOSED = {
    "present": "perfect",
    "past": "pluperfect",
    "perfect": "pluperfect",
    "subjunctive": "subjunctive",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """What one word can be in a verb group; `weak` where it is more often another word."""

    kind: int
    word: str
    reading: Reading | None
    weak: bool = False

    @property
    def lemma(self) -> str:
        """The infinitive, or nothing for a marker that stands alone."""
        return self.reading.form.lemma if self.reading else ""


@dataclass(frozen=True, slots=True)
class Group:
    """A verb group before its compound and its modal are known."""

    first: int
    last: int
    lemma: str
    tense: str
    person: int
    plural: bool
    negated: bool
    passive: bool = False
    finite: bool = True
    transitive: bool = False


class Vocabulary:
    """Which words matter to verb groups, one look-up a word."""

    def __init__(self, morphology: Morphology, kinds: Rows) -> None:
        self._morphology = morphology
        self._homographs = dict(kinds["homograph"])
        self._marks: dict[str, int] = {form: ASPECT for form, _ in kinds["aspect"]}
        self._marks |= {form: MODAL for form, _ in kinds["modal-word"]}
        self._marks |= {prefix: PREFIX for prefix in morphology.prefixes}
        self._future = {form for form, _ in kinds["future"]}
        self._subjunctive = kinds["subjunctive"][0][0]
        self._be = kinds["copula"][0][0]
        self._copula_endings = endings(kinds["copula-ending"])
        self._adjectives = {form for form, _ in kinds["adjective"]}
        self._adjective_endings = endings(kinds["adjective-ending"])

    def entry(self, word: str) -> Entry | None:
        """Returns what the word can be in a verb group, or nothing."""
        if word in self._marks:
            return Entry(self._marks[word], word, None)
        judged = self._homographs.get(word, "")
        readings = self._morphology.readings(word) if judged != "never" else ()
        readings = readings or tuple(self._with_copula(word))
        if not readings:
            return None
        reading = readings[0]
        form = reading.form
        if form.form == "participle":
            return Entry(PARTICIPLE, word, reading, bool(judged))
        if form.form == "infinitive":
            return Entry(INFINITIVE, word, reading, bool(judged))
        if self._is_future(word, reading):
            return Entry(FUTURE, word, reading)
        second = form.form in ("past", "perfect") and form.person == 2 and not form.plural
        return Entry(FINITE, word, reading, bool(judged) or reading.bare or second)

    def _with_copula(self, word: str) -> Iterator[Reading]:
        """Yields the copula that is written onto an adjective or noun («معتقدند», «نگران‌اند»)."""
        for ending, person in self._adjective_endings.items():
            if word.endswith(ending) and word[: -len(ending)] in self._adjectives:
                yield self._copula(person)
        base, joint, ending = word.rpartition(ZWNJ)
        if joint and base and ending in self._copula_endings:
            yield self._copula(self._copula_endings[ending])

    def _copula(self, person: Person) -> Reading:
        form = VerbForm(self._be, "present", person.person, person.plural, False)
        return Reading(Root(self._be, "", "", (), (), False), form, False)

    def _is_future(self, word: str, reading: Reading) -> bool:
        form = reading.form
        bare = form.form == "subjunctive" and not word.startswith(self._subjunctive)
        return bare and form.lemma in self._future

    def combined(self, first: str, second: str) -> Entry | None:
        """Returns what two words are when written as one."""
        return self.entry(first + ZWNJ + second)


class GroupReader:
    """Finds the verb groups of sentences."""

    def __init__(
        self,
        morphology: Morphology,
        kinds: Rows,
        entries: dict[str, Entry | None],
        combined: Callable[[str, str], Entry | None],
        known: Callable[[str, str], bool],
    ) -> None:
        self._morphology = morphology
        self._entries = entries
        self._combined = combined
        self._known = known

        def words(kind: str) -> frozenset[str]:
            return frozenset(form for form, _ in kinds[kind])

        self._copulas, self._passives = words("copula"), words("passive")
        self._perfect_auxiliaries = words("perfect-auxiliary")
        self._progressive, self._have = words("progressive"), words("have")
        self._boundary, self._marks = words("boundary"), words("object-mark")
        self._blocked = words("before-noun")
        self._joins, self._that = words("join"), words("that")
        self._stops, self._commands = words("stop"), words("bare-imperative")
        self._pairs = {tuple(form.split()) for form, _ in kinds["pair"]}
        self._pair_starts = {pair[0] for pair in self._pairs}

    def read(self, words: Sequence[str], entries: Sequence[Entry | None]) -> list[Group]:
        """Returns the groups of a sentence, nominal forms (`finite` false) included."""
        return _Sentence(self, words, entries).groups()

    def paired(self, words: Sequence[str], at: int) -> bool:
        """True where the word and the two after it are one noun («رفت و آمد»)."""
        return words[at] in self._pair_starts and tuple(words[at : at + 3]) in self._pairs


class _Sentence:
    """One sentence while it is read."""

    def __init__(
        self, reader: GroupReader, words: Sequence[str], entries: Sequence[Entry | None]
    ) -> None:
        self.r = reader
        self.words = words
        self.entries = entries
        self.size = len(words)

    def groups(self) -> list[Group]:
        found: list[Group] = []
        at = 0
        while at < self.size:
            entry = self.entries[at]
            if entry is None or entry.kind == MODAL:
                at += 1
                continue
            if self.r.paired(self.words, at):
                at += 3
                continue
            group = self._read(at)
            if group is None:
                at += 1
            else:
                found.append(group)
                at = group.last + 1
        return found

    def _entry(self, at: int) -> Entry | None:
        return self.entries[at] if at < self.size else None

    def _read(self, at: int) -> Group | None:
        entry = self._entry(at)
        if entry is None:
            return None
        if entry.kind == FINITE:
            return self._finite(at, at, entry)
        if entry.kind == PARTICIPLE:
            return self._participle(at, at, entry)
        if entry.kind == INFINITIVE:
            return self._group(at, at, entry, "infinitive", finite=False)
        if entry.kind == FUTURE:
            return self._future(at, entry)
        if entry.kind == ASPECT:
            return self._apart(at, entry)
        if entry.kind == PREFIX:
            return self._prefixed(at, entry)
        return None

    def _group(
        self, first: int, last: int, entry: Entry, tense: str, *, finite: bool = True
    ) -> Group:
        reading = entry.reading
        assert reading is not None
        form = reading.form
        return Group(
            first,
            last,
            form.lemma,
            tense,
            form.person,
            form.plural,
            form.negated,
            finite=finite,
            transitive=reading.root.transitive,
        )

    def _finite(self, first: int, last: int, entry: Entry) -> Group | None:
        if entry.weak and not self._may_be_verb(first, last, entry.lemma):
            return None
        reading = entry.reading
        assert reading is not None
        group = self._group(first, last, entry, _NAMES[reading.form.form])
        if group.lemma in self.r._progressive and group.tense in ("present", "past"):
            return self._progressive(group) or group
        return group

    def _progressive(self, auxiliary: Group) -> Group | None:
        """Returns the group of «دارد می‌رود», where the verb follows at once in the same person."""
        main = self._read(auxiliary.last + 1)
        if main is None or (main.person, main.plural) != (auxiliary.person, auxiliary.plural):
            return None
        wanted = "present" if auxiliary.tense == "present" else "imperfect"
        if main.tense != wanted or main.lemma in self.r._progressive | self.r._copulas:
            return None
        return replace(main, first=auxiliary.first, tense="progressive")

    def _future(self, at: int, entry: Entry) -> Group | None:
        stem = self._stem(at + 1)
        if stem is None:
            return self._group(at, at, entry, "present")
        reading = entry.reading
        assert reading is not None
        form = reading.form
        return replace(
            stem,
            first=at,
            tense="future",
            person=form.person,
            plural=form.plural,
            negated=form.negated or stem.negated,
        )

    def _stem(self, at: int) -> Group | None:
        """Returns the short infinitive at a place, with a prefix that stands apart."""
        entry = self._entry(at)
        last = at
        if entry is not None and entry.kind == PREFIX and at + 1 < self.size:
            entry = self.r._combined(entry.word, self.words[at + 1])
            last = at + 1
        if entry is None or entry.kind != FINITE or entry.reading is None:
            return None
        form = entry.reading.form
        if form.form != "past" or form.person != 3 or form.plural:
            return None
        return self._group(at, last, entry, "past")

    def _apart(self, at: int, entry: Entry) -> Group | None:
        """Returns the group of a verb whose aspect marker stands as a word of its own."""
        if at + 1 >= self.size:
            return None
        whole = self.r._combined(entry.word, self.words[at + 1])
        if whole is None or whole.kind != FINITE:
            return None
        return self._finite(at, at + 1, replace(whole, weak=False))

    def _prefixed(self, at: int, entry: Entry) -> Group | None:
        """Returns the group of a verb whose prefix stands as a word of its own."""
        if at + 1 >= self.size:
            return None
        after = self.entries[at + 1]
        if after is None or after.kind == PREFIX:
            return None
        if after.kind in (FINITE, PARTICIPLE, INFINITIVE):
            whole = self.r._combined(entry.word, self.words[at + 1])
            if whole is None or whole.kind != after.kind:
                return None
            if whole.kind == FINITE:
                return self._finite(at, at + 1, replace(whole, weak=False))
            if whole.kind == PARTICIPLE:
                return self._participle(at, at + 1, whole)
            return self._group(at, at + 1, whole, "infinitive", finite=False)
        inner = self._read(at + 1)
        root = self.r._morphology.root(entry.word + inner.lemma) if inner else None
        if inner is None or root is None or root.prefix != entry.word:
            return None
        return replace(inner, first=at, lemma=root.lemma, transitive=root.transitive)

    def _participle(self, first: int, last: int, entry: Entry) -> Group | None:
        after = self._entry(last + 1)
        bare = self._group(first, last, entry, "participle", finite=False)
        if after is not None:
            if self._is_auxiliary(after):
                return self._composed(bare, last + 1)
            if after.kind in (FUTURE, ASPECT) or after.lemma in self.r._passives:
                passive = self._passive(bare, last + 1)
                if passive is not None:
                    return passive
        return self._bare_participle(bare, entry)

    def _is_auxiliary(self, entry: Entry) -> bool:
        if entry.lemma not in self.r._copulas:
            return False
        assert entry.reading is not None
        form = entry.reading.form
        if form.form == "present":
            return entry.word in self.r._perfect_auxiliaries
        return not form.negated or form.form != "present"

    def _composed(self, participle: Group, at: int) -> Group | None:
        """Returns the perfect, pluperfect or perfect subjunctive that ends in a form of «be»."""
        auxiliary = self._read(at)
        if auxiliary is None or auxiliary.lemma not in self.r._copulas:
            return replace(participle, tense="perfect", finite=True)
        tense = _COMPOSED.get(auxiliary.tense, "perfect")
        return replace(
            participle,
            last=auxiliary.last,
            tense=tense,
            person=auxiliary.person,
            plural=auxiliary.plural,
            negated=participle.negated or auxiliary.negated,
            finite=True,
        )

    def _passive(self, participle: Group, at: int) -> Group | None:
        auxiliary = self._read(at)
        if auxiliary is None or auxiliary.lemma not in self.r._passives:
            return None
        if not participle.transitive:
            return None
        return replace(
            auxiliary,
            first=participle.first,
            lemma=participle.lemma,
            negated=participle.negated or auxiliary.negated,
            passive=True,
            transitive=True,
        )

    def _bare_participle(self, group: Group, entry: Entry) -> Group | None:
        """Returns the group of a participle without auxiliary: an ellipsis, a link of a chain, or a noun."""
        before = self.words[group.first - 1] if group.first else ""
        if before in self.r._blocked or before.isnumeric():
            return None
        after = self.words[group.last + 1] if group.last + 1 < self.size else ""
        support = self.r._morphology.is_light(group.lemma) or group.lemma in self.r._copulas
        if not after or after in self.r._stops:
            return replace(group, tense="perfect", finite=True) if self._has_clause(group) else group
        if after in self.r._that and support and group.lemma not in self.r._passives:
            return replace(group, tense="perfect", finite=True)
        return group

    def _has_clause(self, group: Group) -> bool:
        return group.first > 1

    def _may_be_verb(self, first: int, last: int, lemma: str) -> bool:
        """True where the neighbours of an ambiguous word let it be a verb."""
        words = self.words
        before = words[first - 1] if first else ""
        after = self._entry(last + 1)
        if after is not None and after.kind in _TAKES_NOUN:
            return False
        if before in self.r._marks:
            return True
        if not before or before in self.r._blocked or before.isnumeric():
            return False
        if self.r._known(before, lemma):
            return True
        if words[last] in self.r._commands:
            return False
        if last + 1 == self.size:
            return True
        return words[last + 1] in self.r._boundary
