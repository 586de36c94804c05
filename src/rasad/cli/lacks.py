"""A lack is a word that stands where the coder looks for somebody or something, and that no table knows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from rasad.language.fold import fold
from rasad.pack import Pack
from rasad.stages.code.triggers import triggers
from rasad.stages.find.roles import Chunk
from rasad.stages.found import Coding
from rasad.stages.read.clauses import Clause
from rasad.stages.reading import Reading

VERB, NOUN, TITLE, SPEAKER, PLACE = "verb", "event noun", "title", "speaker", "place"
KINDS = {
    VERB: "verbs of clauses that name somebody, in no frame and no cue (frames.tsv, cues.tsv)",
    NOUN: "nouns before somebody's name, in no frame (frames.tsv)",
    TITLE: "words before a country, of somebody who speaks (titles.tsv)",
    SPEAKER: "who speaks and is in no table (people.tsv, organisations.tsv, titles.tsv)",
    PLACE: "names after a word for a place, in no gazetteer (places.tsv)",
}
_LONGEST = 5  # words of a speaker
_LETTERS = 3  # shorter words are no candidates
_COUNTRY = "country"  # countries are all known: what follows the word is no name
_SITES = frozenset({"type", "site"})


@dataclass(frozen=True, slots=True)
class Lack:
    """One occurrence: what kind of word is lacking, the word or words, and the sentence they stand in."""

    kind: str
    phrase: str
    sentence: str


def lacks(coding: Coding, pack: Pack) -> Iterator[Lack]:
    """Every lack of a report in order."""
    for reading in coding.readings:
        sentence = reading.sentence
        text = " ".join(coding.repaired.text[sentence.start:sentence.end].split())
        for kind, phrase in _Search(reading, pack).found():
            yield Lack(kind, phrase, text)


class Found(Protocol):
    """Anything that was found in a stretch of words."""

    @property
    def first(self) -> int:
        """Index of the first word."""

    @property
    def last(self) -> int:
        """Index of the last word."""


class _Search:
    """One sentence searched for what the tables lack."""

    def __init__(self, reading: Reading, pack: Pack) -> None:
        self.reading, self.pack = reading, pack
        self.keys, self.words = reading.sentence.keys, reading.sentence.words
        self.cues = {clause.number for clause in reading.clauses if self._cue(clause)}
        self.triggers = triggers(reading, pack.frames, pack.grammar)
        self.known = self._known()

    def _cue(self, clause: Clause) -> bool:
        """Whether the verb of the clause reports speech."""
        verb = clause.verb
        cues = self.pack.cues.verbs.get(verb.lemma, {}) if verb is not None else {}
        return verb is not None and fold(verb.compound.replace(" ", "")) in cues

    def _known(self) -> frozenset[int]:
        """The words that some table tells the meaning of here."""
        reading = self.reading
        places = [place for place in reading.places if place.candidates or place.pointing]
        found: list[Sequence[Found]] = [reading.mentions, reading.verbs, reading.times, places,
                                        reading.agreements, reading.numbers, self.triggers]
        inside = {i for stretches in found for each in stretches for i in range(each.first, each.last + 1)}
        return frozenset(inside | {i for i in range(len(self.keys)) if self._function_word(i)})

    def _function_word(self, i: int) -> bool:
        return any(self.keys[i] in words for words in self.pack.grammar.classes.values()) or not self.keys[i].isalpha()

    def found(self) -> Iterator[tuple[str, str]]:
        """(kind, phrase) of every lack."""
        for clause in self.reading.clauses:
            yield from self._verb(clause)
            if clause.number in self.cues:
                yield from self._speaker(self.reading.roles[clause.number].subject)
        yield from self._nouns()
        yield from self._places()

    def _verb(self, clause: Clause) -> Iterator[tuple[str, str]]:
        verb = clause.verb
        named = any(m.code for chunk in self.reading.roles[clause.number].chunks for m in chunk.mentions)
        if verb is None or not verb.finite or not named or clause.number in self.cues:
            return
        if any(t.clause.number == clause.number and (t.verbal or t.last in (verb.noun, verb.first - 1))
               for t in self.triggers):
            return
        element = verb.compound
        if not element and verb.lemma in self.pack.frames.supports:
            before = verb.first - 1
            if before < 0 or before not in clause.words or before in self.known:
                return
            element = self.words[before]
        yield VERB, f"{element} {verb.lemma}".strip()

    def _nouns(self) -> Iterator[tuple[str, str]]:
        for mention in self.reading.mentions:
            if not mention.code or mention.pointing or mention.first == 0:
                continue
            head = mention.first - 1
            if self._candidate(head) and head > 0 and self._candidate(head - 1):
                head -= 1  # the noun stands before its adjective
            if self._candidate(head) and (head == 0 or not self._candidate(head - 1)):
                yield NOUN, self.words[head]

    def _candidate(self, i: int) -> bool:
        key = self.keys[i]
        return (i not in self.known and len(key) >= _LETTERS and self.pack.names.get(key) is None
                and self.pack.places.noun(self.words[i]) is None)

    def _speaker(self, subject: Chunk | None) -> Iterator[tuple[str, str]]:
        if subject is None:
            return
        named = [m for m in subject.mentions if m.id or m.code or m.pointing]
        if not named:
            words = self._plain(subject.first, subject.last + 1)
            if words and len(words) <= _LONGEST and not self._function_word(subject.first):
                yield SPEAKER, " ".join(words)
            return
        first = named[0]
        words = self._plain(subject.first, first.first)
        if words and not first.label and all(i not in self.known for i in range(subject.first, first.first)):
            yield TITLE, " ".join(words)

    def _plain(self, first: int, stop: int) -> Sequence[str]:
        """The words, or none where something else than words stands among them."""
        words = self.words[first:stop]
        return words if all(self.keys[i].isalpha() for i in range(first, stop)) else ()

    def _places(self) -> Iterator[tuple[str, str]]:
        for i in range(len(self.words) - 1):
            noun = self.pack.places.noun(self.words[i])
            if noun is not None and noun.kind in _SITES and noun.precision != _COUNTRY and self._candidate(i + 1):
                yield PLACE, f"{self.words[i]} {self.words[i + 1]}"
