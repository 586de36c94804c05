"""The analysis of one word as a form of a verb.

Invariant: the analysis of a word depends on the word and the tables alone, never on its
neighbours; whether the word is a verb where it stands is decided in `verbs`.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rasad.stages.read.grammar import (
    ZWNJ,
    Irregular,
    Person,
    Root,
    Rows,
    endings,
    irregulars,
)

_THIRD = Person(3, plural=False)
_SECOND = Person(2, plural=False)
_WITH_OBJECT = frozenset({"past", "imperfect", "present"})


@dataclass(frozen=True, slots=True)
class VerbForm:
    """One reading of a word as a form of a verb."""

    lemma: str
    form: str
    person: int
    plural: bool
    negated: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """A form with the verb it belongs to; `bare` where it shows no mark of a verb at all."""

    root: Root
    form: VerbForm
    bare: bool


class Morphology:
    """The paradigms of all verbs; built once from the tables."""

    def __init__(self, roots: list[Root], kinds: Rows) -> None:
        self._roots = {root.lemma: root for root in roots}
        self._ranks = {root.lemma: rank for rank, root in enumerate(roots)}
        self._past: dict[str, list[Root]] = defaultdict(list)
        self._present: dict[str, list[Root]] = defaultdict(list)
        self._spoken: dict[str, list[Root]] = defaultdict(list)
        self.prefixes = sorted({r.prefix for r in roots if r.prefix}, key=len, reverse=True)
        self._index(roots)
        self._past_endings = endings(kinds["past-ending"])
        self._present_endings = endings(kinds["present-ending"])
        self._spoken_endings = endings(kinds["spoken-ending"])
        self._perfect_endings = endings(kinds["perfect-ending"])
        self._perfect_tails = tuple(self._perfect_endings)
        self._glued = {form for form, _ in kinds["perfect-auxiliary"]}
        self._objects = tuple(sorted((f for f, _ in kinds["object-ending"]), key=len, reverse=True))
        self._aspects = sorted(
            ((form, value == "negated") for form, value in kinds["aspect"]),
            key=lambda pair: len(pair[0]),
            reverse=True,
        )
        self._negation = kinds["negation"][0][0]
        self._subjunctive = kinds["subjunctive"][0][0]
        self._participle = kinds["participle"][0][0]
        self._infinitive = kinds["infinitive"][0][0]
        self._glides = kinds["glide"]
        self._vowels = {underlying for _, underlying in self._glides if len(underlying) == 1}
        self._spellings = kinds["spelling"]
        self._silent = [form for form, _ in kinds["silent"]]
        self._stative = {form for form, _ in kinds["stative"]}
        self._light = {form for form, _ in kinds["light"]}
        self._commands = {form for form, _ in kinds["imperative"]}
        self._bare_commands = {form for form, _ in kinds["bare-imperative"]}
        self._bare_seconds = {form for form, _ in kinds["bare-second"]}
        self._homographs = {form for form, _ in kinds["homograph"]}
        stems = [*self._past, *self._present, *self._spoken]
        self._openings = frozenset(stem[:2] for stem in stems)
        self._markers = (*(form for form, _ in self._aspects), self._negation, self._subjunctive)
        self._preverbs = tuple(self.prefixes)
        self._irregular: dict[str, list[Irregular]] = defaultdict(list)
        for form in irregulars(kinds["form"]):
            self._irregular[form.word].append(form)

    def _index(self, roots: list[Root]) -> None:
        """Every stem is found by its own letters; a prefixed verb is found through its simple one."""
        for root in roots:
            if root.prefix:
                continue
            for stem in (root.past, *root.spoken_past):
                self._past[stem].append(root)
            for stem in root.present:
                self._present[stem].append(root)
            for stem in root.spoken:
                self._spoken[stem].append(root)

    def readings(self, word: str) -> tuple[Reading, ...]:
        """Returns every reading of a word as a verb, the likeliest first; empty for no verb."""
        if word in self._irregular:
            return tuple(self._irregular_readings(word))
        for variant, clean in self._spellings:
            word = word.replace(variant, clean)
        found = list(self._prefixed(word)) or list(self._simple(word))
        found = sorted(dict.fromkeys(found), key=lambda reading: self._ranks[reading.form.lemma])
        return tuple(found or self._with_object(word))

    def is_light(self, lemma: str) -> bool:
        """True where the verb serves as a support of nouns, so that its bare forms are verbs."""
        return lemma in self._light

    def root(self, lemma: str) -> Root | None:
        """Returns the verb of an infinitive, or nothing."""
        return self._roots.get(lemma)

    def _irregular_readings(self, word: str) -> Iterator[Reading]:
        for entry in self._irregular[word]:
            root = self._roots.get(entry.lemma) or Root.irregular(entry.lemma)
            form = VerbForm(
                entry.lemma, entry.form, entry.person.person, entry.person.plural, entry.negated
            )
            yield Reading(root, form, bare=False)

    def _prefixed(self, word: str) -> Iterator[Reading]:
        for prefix in self.prefixes if word.startswith(self._preverbs) else ():
            if not word.startswith(prefix) or len(word) <= len(prefix) + 1:
                continue
            rest = word[len(prefix) :].lstrip(ZWNJ)
            for reading in self._simple(rest):
                if reading.form.person == _SECOND.person and not reading.form.plural:
                    continue
                prefixed = self._roots.get(prefix + reading.root.lemma)
                if prefixed is not None and prefixed.prefix == prefix:
                    form = replace(reading.form, lemma=prefixed.lemma)
                    if reading.root.lemma in self._stative and form.form == "present" and not self._has_aspect(rest):
                        form = replace(form, form="subjunctive")  # «بردارد» beside «دارد»
                    yield Reading(prefixed, form, reading.bare and form.form == "imperative")

    def _has_aspect(self, word: str) -> bool:
        return any(word.startswith(aspect) for aspect, _ in self._aspects)

    def _simple(self, word: str) -> Iterator[Reading]:
        if not self._may_be_form(word):
            return
        for aspect, negated in self._aspects:
            if word.startswith(aspect):
                yield from self._with_aspect(word[len(aspect) :], negated=negated)
        yield from self._plain(word, negated=False)
        if word.startswith(self._negation):
            yield from self._marked(word[1:], negated=True)
        if word.startswith(self._subjunctive):
            for rest in self._glided(word[1:]):
                yield from self._subjunctives(rest, negated=False)
        yield from self._bare_present(word)

    def _may_be_form(self, word: str) -> bool:
        """Whether the word begins with a marker or with the first letters of a stem: a quick way to see most nouns."""
        begins = word[:2] in self._openings or word[:1] in self._openings or len(word) < 2
        return begins or word.startswith(self._markers)

    def _with_aspect(self, tail: str, *, negated: bool) -> Iterator[Reading]:
        glued = not tail.startswith(ZWNJ)
        rest = tail.lstrip(ZWNJ)
        for root, person, ending in self._split(rest, self._present, self._present_endings):
            # Glued, a bare stem is some other word; a real ending is wanted.
            if ending or not glued:
                yield self._reading(root, "present", person, negated=negated)
        for root, person, _ in self._split(rest, self._past, self._past_endings):
            yield self._reading(root, "imperfect", person, negated=negated)
        for root, person, ending in self._split(rest, self._present, self._spoken_endings):
            if ending:
                yield self._reading(root, "present", person, negated=negated)
        for root, person, ending in self._split(rest, self._spoken, self._spoken_endings):
            if ending:
                yield self._reading(root, "present", person, negated=negated)
        yield from self._perfects(rest, negated=negated)

    def _plain(self, word: str, *, negated: bool) -> Iterator[Reading]:
        for root, person, _ in self._split(word, self._past, self._past_endings):
            yield self._reading(root, "past", person, negated=negated)
        yield from self._perfects(word, negated=negated)
        if word.endswith(self._infinitive):
            for root in self._past.get(word[: -len(self._infinitive)], ()):
                yield self._reading(root, "infinitive", _THIRD, negated=negated)

    def _marked(self, rest: str, *, negated: bool) -> Iterator[Reading]:
        for variant in self._glided(rest):
            yield from self._plain(variant, negated=negated)
            yield from self._subjunctives(variant, negated=negated)

    def _glided(self, rest: str) -> Iterator[str]:
        """Yields the rest of a word behind a marker, its first vowel restored."""
        yield rest
        for shown, underlying in self._glides:
            if rest.startswith(shown):
                yield underlying + rest[len(shown) :]

    def _subjunctives(self, rest: str, *, negated: bool) -> Iterator[Reading]:
        for root, person, ending in self._split(rest, self._present, self._present_endings):
            if ending and (person != _SECOND or root.lemma in self._commands):
                yield self._reading(root, self._unmarked(root, stateful=negated), person, negated=negated)
        for root in self._imperatives(rest):
            yield self._reading(root, "imperative", _SECOND, negated=negated)
        for stems in (self._present, self._spoken):
            for root, person, ending in self._split(rest, stems, self._spoken_endings):
                if ending and root.lemma in self._commands and rest[0] not in self._vowels:
                    yield self._reading(root, "subjunctive", person, negated=negated)

    def _bare_present(self, word: str) -> Iterator[Reading]:
        for root, person, ending in self._split(word, self._present, self._present_endings):
            if not ending or (person == _SECOND and root.lemma not in self._bare_seconds):
                continue
            bare = root.lemma not in self._light
            yield self._reading(root, self._unmarked(root, stateful=True), person, negated=False, bare=bare)
        if word in self._bare_commands:
            for root in self._imperatives(word):
                yield self._reading(root, "imperative", _SECOND, negated=False, bare=True)

    def _unmarked(self, root: Root, *, stateful: bool) -> str:
        """Returns the mood of a present without می: only verbs of state have an indicative there."""
        return "present" if stateful and root.lemma in self._stative else "subjunctive"

    def _imperatives(self, word: str) -> list[Root]:
        found = list(self._present.get(word, ()))
        for glide in self._silent:
            found += self._present.get(word + glide, ())
        return [root for root in found if root.lemma in self._commands]

    def _perfects(self, word: str, *, negated: bool) -> Iterator[Reading]:
        if word.endswith(self._participle):
            for root in self._past.get(word[: -len(self._participle)], ()):
                yield self._reading(root, "participle", _THIRD, negated=negated)
        for clitic, person in self._perfect_endings.items() if word.endswith(self._perfect_tails) else ():
            if not word.endswith(clitic):
                continue
            stem = word[: -len(clitic)].rstrip(ZWNJ)
            if not word[: -len(clitic)].endswith(ZWNJ) and clitic not in self._glued:
                continue
            if stem.endswith(self._participle):
                for root in self._past.get(stem[: -len(self._participle)], ()):
                    yield self._reading(root, "perfect", person, negated=negated)

    def _with_object(self, word: str) -> Iterator[Reading]:
        """Yields the personal forms behind an object pronoun («کشتندش»)."""
        for clitic in self._objects if word.endswith(self._objects) else ():
            if not word.endswith(clitic) or len(word) < len(clitic) + 3:
                continue
            rest = word[: -len(clitic)].rstrip(ZWNJ)
            if rest in self._homographs:
                continue
            for reading in list(self._prefixed(rest)) or list(self._simple(rest)):
                if reading.form.form in _WITH_OBJECT and reading.form.person != _SECOND.person:
                    yield reading

    @staticmethod
    def _split(
        word: str, stems: dict[str, list[Root]], ends: dict[str, Person]
    ) -> Iterator[tuple[Root, Person, str]]:
        for size in range(3):
            cut = len(word) - size
            person = ends.get(word[cut:])
            if person is None and size:
                continue
            for root in stems.get(word[:cut], ()):
                yield root, person or _SECOND, word[cut:]

    @staticmethod
    def _reading(
        root: Root, name: str, person: Person, *, negated: bool, bare: bool = False
    ) -> Reading:
        form = VerbForm(root.lemma, name, person.person, person.plural, negated)
        return Reading(root, form, bare)
