"""A cue before the speaker («به گفته X، …») or before the words («با بیان اینکه …») makes a speech without a verb.

What follows the speaker, or the cue, is what was said; a credit of an outlet alone is no speech.
"""

from collections.abc import Sequence

from rasad.language.cues import Cue
from rasad.stages.attribute.floor import Floor
from rasad.stages.attribute.rules import Rules, outlet
from rasad.stages.attribute.speakers import known, somebody
from rasad.stages.attribute.speech import DIRECT, INDIRECT, Speech
from rasad.stages.find.mentions import Mention
from rasad.stages.read.clauses import CONTENT
from rasad.stages.reading import Reading

_WORDLESS = frozenset({"that", "text", "answer", "point-np", "stress-np"})  # cues whose words are no speech
_CREDITS = frozenset({"nosource", "agency"})  # cues that credit what follows to somebody else
_OPENING = 2  # words at most before a credit that begins a sentence
_DESCRIBED = 4  # words at most that describe a document before who issued it
_RELATED = frozenset({"announce"})  # cues after which «که» goes on about the noun: «در بیانیه‌ای که …»
_PHRASE = 7  # words at most of a speaker's noun phrase after the name


class Prefaces:
    """Finds the speeches of a sentence that have no cue verb."""

    def __init__(self, rules: Rules, floor: Floor) -> None:
        self.rules, self.floor = rules, floor

    def find(self, reading: Reading, start: int, cued: set[int]) -> None:
        """The speeches from `start` on are in the floor; `cued` are the clauses that have a cue verb."""
        keys, starts = reading.sentence.keys, reading.sentence.starts
        self._scan(reading, start, cued)
        floor = 0
        begins = self.rules.cues.before_content.begins
        for i in [i for i, key in enumerate(keys) if begins[key]] if any(map(begins.__getitem__, keys)) else ():
            if i < floor or starts[i] < start:
                continue
            found = self.rules.cues.before_content.longest(keys, i, len(keys))
            if found is not None:
                floor = found[0]
                self._before_content(reading, i, *found)

    def _scan(self, reading: Reading, start: int, cued: set[int]) -> None:
        keys, starts = reading.sentence.keys, reading.sentence.starts
        floor = 0
        for i in [i for i, key in enumerate(keys) if key in self.rules.before_starts]:
            if i < floor or starts[i] < start:
                continue
            found = self.rules.cues.before_speaker.longest(keys, i, len(keys))
            if found is not None:
                floor = found[0]
                self._before_speaker(reading, i, found[0], found[1], cued)

    # ---- before the speaker

    def holds(self, reading: Reading, word: int) -> bool:
        """Whether the word is part of a cue before a speaker: «طبق گفته X» has no verb «گفته»."""
        keys = reading.sentence.keys
        for i in [i for i in range(max(0, word - 2), word) if keys[i] in self.rules.before_starts]:
            found = self.rules.cues.before_speaker.longest(keys, i, len(keys))
            if found is not None and found[0] > word:
                return True
        return False

    def cited(self, reading: Reading) -> set[int]:
        """The words at which somebody is only credited: after a cue before a speaker, and before a colon."""
        keys = reading.sentence.keys
        found = (self.rules.cues.before_speaker.longest(keys, i, len(keys)) for i, key in enumerate(keys)
                 if key in self.rules.before_starts)
        colons = {i for i, key in enumerate(keys) if key in self.rules.colon}
        return {m.first for m in reading.mentions if m.last + 1 in colons} | {f[0] for f in found if f is not None}

    def _before_speaker(self, reading: Reading, i: int, stop: int, cue: Cue, cued: set[int]) -> None:
        mention = self._cited(reading, stop)
        keys = reading.sentence.keys
        if cue.note in _CREDITS and i <= _OPENING and not self._tied(keys, i):
            self.floor.interrupt(reading.sentence.start)  # here the reporter speaks again
        if mention is None or self._tied(keys, i) or cue.note == "nosource" or keys[mention.first] in self.rules.facing:
            return
        if cue.note == "agency" and keys[mention.first] in self.rules.grammar["desk"]:
            return
        if outlet(mention) and (mention.kind != "role" or cue.note == "agency"):
            return
        if cue.note == "agency" and self._told_later(reading, i, cued):
            return
        speaker = known(mention, self.floor.last)
        words = self._words(reading, self._past(reading, mention.last + 1), i)
        if speaker is None or words is None:
            return
        self._add(reading, (i, stop - 1), words, speaker, "before-speaker")

    @staticmethod
    def _told_later(reading: Reading, i: int, cued: set[int]) -> bool:
        """Whether the clause of the credit, or a later one of the sentence, has a cue verb."""
        later = {c.number for c in reading.clauses if c.verb is not None and c.verb.first > i}
        return not cued.isdisjoint(later | {reading.clause_at(i).number})

    def _cited(self, reading: Reading, stop: int) -> Mention | None:
        """Whoever is named after the cue, past an opening mark or a number."""
        keys = reading.sentence.keys
        opens = stop < len(keys) and (keys[stop] in self.rules.quotes or keys[stop] in self.rules.grammar["count"])
        found = reading.by_first.get(stop + 1 if opens and stop not in reading.by_first else stop)
        grammar = self.rules.grammar
        if found is None and keys[stop - 1] in grammar["document"] | grammar["announced"]:
            return self._issuer(reading, stop)
        return found

    def _issuer(self, reading: Reading, stop: int) -> Mention | None:
        """Who issued the document of the cue, past words that only describe it: «طبق بیانیه رسمی X»."""
        keys, marks = reading.sentence.keys, self.rules.loose | self.rules.prepositions | self.rules.that
        for i in range(stop, min(stop + _DESCRIBED, len(keys))):
            if i in reading.by_first and not reading.by_first[i].bare:
                return reading.by_first[i]
            if keys[i] in marks:
                return None
        return None

    def _words(self, reading: Reading, after: int, before: int) -> tuple[int, int] | None:
        """The words after the speaker, or where there are none those before the cue."""
        n = len(reading.sentence)
        after = self._loose(reading, after)
        first, last = (after, n - 1) if after < n - 1 else (0, before - 1)
        return (first, last) if last > first else None

    def _loose(self, reading: Reading, after: int) -> int:
        keys = reading.sentence.keys
        while after < len(keys) and keys[after] in self.rules.loose:
            after += 1
        return after

    def _past(self, reading: Reading, after: int) -> int:
        """The index past the comma that ends the speaker's noun phrase, and past another cue before a speaker."""
        keys = reading.sentence.keys
        verbs = {i for v in reading.verbs for i in range(v.first, v.last + 1)}
        for i in range(after, min(after + _PHRASE, len(keys))):
            if i in verbs or keys[i] in self.rules.that or keys[i] in self.rules.colon:
                break
            if keys[i] in self.rules.commas:
                after = i + 1
                break
        at = self._loose(reading, after)
        found = self.rules.cues.before_speaker.longest(keys, at, len(keys)) if at < len(keys) else None
        mention = self._cited(reading, found[0]) if found is not None else None
        return self._past(reading, mention.last + 1) if mention is not None else after

    def _tied(self, keys: Sequence[str], i: int) -> bool:
        """Whether the words at `i` end a longer preposition: «در واکنش به اظهارات X» cites nobody's words."""
        for start in range(max(0, i - 2), i):
            found = self.rules.slots.longest(keys, start, len(keys))
            if found is not None and found[0] > i:
                return True
        return False

    # ---- before the words

    def _before_content(self, reading: Reading, i: int, stop: int, cue: Cue) -> None:
        keys = reading.sentence.keys
        if stop < len(keys) and keys[stop] in self.rules.that:
            if cue.note in _RELATED:
                return
            stop += 1
        elif keys[stop - 1] not in self.rules.grammar["clause-noun"] and keys[stop - 1] not in self.rules.that:
            return
        if cue.note in _WORDLESS or stop >= len(keys) - 1:
            return
        outer = reading.clause_at(i)
        subject = reading.roles[outer.number].subject
        mention = somebody(reading, subject, self.rules.grammar) if subject is not None else None
        speaker = known(mention, self.floor.last) if mention else self.floor.last
        if speaker is None:
            return
        quotation = self.floor.quotations.opening_at(reading.sentence.starts[stop])
        if quotation is not None:
            self._put(reading, (i, stop - 1), (quotation[0] + 1, quotation[1], DIRECT), speaker, "before-content")
            return
        self._add(reading, (i, stop - 1), (stop, self._resumes(reading, outer.number, stop)), speaker, "before-content")

    def _resumes(self, reading: Reading, outer: int, stop: int) -> int:
        """Index of the last word before the clause `outer` goes on after words from `stop` on."""
        clause = reading.clauses[outer]
        own = [w for w in clause.words if w >= stop and reading.sentence.keys[w] not in self.rules.loose]
        if clause.verb is not None and clause.verb.first >= stop:
            own.append(clause.verb.first)
        inner = [c for c in reading.clauses if c.kind == CONTENT and c.first >= stop - 1 and c.parent == outer]
        floor = min((c.verb.last for c in inner if c.verb is not None), default=stop)
        later = [w for w in own if w > floor]
        return min(later) - 1 if later else len(reading.sentence) - 1

    @staticmethod
    def _opening(reading: Reading, word: int, how: str) -> int:
        """The word with which the clause of a cue begins: what is said before ends there."""
        clause = reading.clause_at(word)
        return min(word, clause.first) if how == "before-content" and clause.number == 0 and clause.first >= 0 else word

    def _add(self, reading: Reading, cue: tuple[int, int], words: tuple[int, int], speaker: Mention, how: str) -> None:
        whole = how == "before-speaker" and words[1] == len(reading.sentence) - 1
        end = self.floor.period(reading, self.rules.grammar["weak-stop"]) if whole else reading.sentence.ends[words[1]]
        span = (reading.sentence.starts[words[0]], end, INDIRECT)
        self._put(reading, cue, span, speaker, how)

    def _put(self, reading: Reading, cue: tuple[int, int], said: tuple[int, int, str], speaker: Mention,
             how: str) -> None:
        starts, ends = reading.sentence.starts, reading.sentence.ends
        self.floor.interrupt(starts[self._opening(reading, cue[0], how)])
        number = reading.clause_at(min(cue[1] + 1, len(starts) - 1)).number
        self.floor.add(Speech(speaker, (starts[cue[0]], ends[cue[1]]), *said, reading.sentence.number, number, how=how))
        self.floor.last = speaker
