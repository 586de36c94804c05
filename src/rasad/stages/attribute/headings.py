"""«X: words» makes X the speaker of the words, and of the lines that go on with them.

A heading that stands alone waits for the next paragraph; an outlet before a colon is a credit, no speaker.
"""

from collections.abc import Sequence

from rasad.stages.attribute.addressees import titled_addressees
from rasad.stages.attribute.floor import Floor
from rasad.stages.attribute.rules import Rules, outlet
from rasad.stages.attribute.said import Words
from rasad.stages.attribute.speakers import head, known, source, stranger
from rasad.stages.attribute.speech import DIRECT, INDIRECT, Speech
from rasad.stages.find.mentions import PRONOUN, Mention
from rasad.stages.find.role_records import Chunk
from rasad.stages.read.clauses import RELATIVE
from rasad.stages.reading import Reading

_HEADING = 16  # words at most before the colon of a heading
_OPENING = 2  # paragraphs in which a digest says that it is one
_NAME = 4  # words at most of an unknown name
_DATELINE = 2  # words from the place an outlet writes from to its name
_LATER = 8  # the same for one with a comma after the first two paragraphs


class Headings:
    """Finds the headings of one report and the lines that go on with them."""

    def __init__(self, rules: Rules, floor: Floor, words: Words, *, bulleted: bool, posted: bool) -> None:
        self.rules, self.floor, self.words = rules, floor, words
        self.bulleted, self.posted = bulleted, posted
        self.speaker: Mention | None = None
        self.to: list[Mention] = []
        self.waiting: Mention | None = None
        self.digest = False  # a digest: every line is a report of its own, none goes on with a heading

    def open(self, number: int, reading: Reading) -> int:
        """The offset before which no cue is looked for: the end of the paragraph's heading, 0 without one."""
        self.digest = self.digest or (number < _OPENING and self._announces_many(reading.sentence.keys))
        colon = self._colon(number, reading)
        if colon < 0:
            return 0
        speaker = self._named(reading, colon)
        if speaker is None:
            return 0
        sentence = reading.sentence
        if outlet(speaker):
            cited = source(reading, 0, colon, self.rules)
            speaker = cited.mention if cited is not None else speaker
        if outlet(speaker) and not self.bulleted:
            self.speaker = None
            return sentence.starts[colon]
        self.speaker = self.floor.last = speaker
        self.to = titled_addressees(reading, speaker, colon, self.rules)
        if speaker.sector != "MED":  # a journalist goes on to tell of others
            self.floor.heard(speaker)
        if all(r.sentence.end <= sentence.ends[colon] for r in self.floor.readings):
            self.waiting = speaker
            self.bulleted = self.bulleted or self.posted
        else:
            self._speech(reading, colon, speaker)
        return sentence.ends[colon]

    def _announces_many(self, keys: Sequence[str]) -> bool:
        """Whether the line says that several short reports follow: «چند خبر کوتاه»."""
        return any(key in self.rules.digest_starts and self.rules.digests.longest(keys, i, len(keys)) is not None
                   for i, key in enumerate(keys))

    def _colon(self, number: int, reading: Reading) -> int:
        """Index of the colon that ends a heading, -1 without one."""
        keys = reading.sentence.keys
        colon = next((i for i in range(min(len(keys), _HEADING)) if keys[i] in self.rules.colon), -1)
        told = [c.verb for c in reading.clauses if c.verb is not None and c.kind != RELATIVE]
        if colon < 1 or any(v.first < colon and v.finite for v in told):
            return -1  # who did something, but for «انتقاد X از آنچه Y کرد:»
        commas = any(key in self.rules.commas for key in keys[:colon])
        return -1 if commas and number > 1 and colon > _LATER else colon

    def _named(self, reading: Reading, colon: int) -> Mention | None:
        mention = next((m for m in reading.mentions if m.last < colon and not m.bare), None)
        credited = next((m for m in reading.mentions if m.last == colon - 1 and outlet(m)), None)
        if credited is not None and credited is not mention and self._dateline(reading, mention, credited):
            return credited
        speaker = known(mention, self.floor.last)
        if speaker is None or (speaker.kind == "anaphor" and not speaker.code):
            return None
        if mention is not None and self._beside(reading, mention):
            return None
        self._name(reading, speaker)
        desk = mention is not None and mention.guessed and (
            reading.sentence.keys[mention.first] in self.rules.grammar["desk"])
        return None if desk else speaker

    def _beside(self, reading: Reading, mention: Mention) -> bool:
        """Whether the line begins with «با X:»: it ends a heading broken over lines."""
        return mention.first == 1 and self.rules.slots.get(reading.sentence.keys[0]) == "with"

    def _name(self, reading: Reading, speaker: Mention) -> None:
        """An unknown name before the office is who holds it: «X، استاد دانشگاه: …»."""
        keys, first = reading.sentence.keys, speaker.first
        start = next((i for i in range(first) if keys[i].isalpha()), first)
        named = (speaker.label is None and speaker.kind in {"office", "role"} and not speaker.plural
                 and speaker.sentence == reading.sentence.number and keys[first - 1] in self.rules.commas)
        if not named or not 0 < first - 1 - start <= _NAME or any(m.first < first for m in reading.mentions):
            return
        found = stranger(reading, Chunk("", start, first - 2), self.rules.grammar)
        if found is not None and found.last == first - 2:
            speaker.label = (found.first, found.last)
            self.floor.introduced[keys[found.last]] = speaker

    @staticmethod
    def _dateline(reading: Reading, mention: Mention | None, credited: Mention) -> bool:
        """Whether only the place that an outlet writes from stands before it: «اسلام‌آباد - خبرگزاری …:»."""
        places = {p.first for p in reading.places}
        return mention is not None and mention.first in places and credited.first - mention.last <= _DATELINE

    def _speech(self, reading: Reading, colon: int, speaker: Mention) -> None:
        start, end, form, is_open = self.words.after_colon(reading, colon + 1)
        speech = Speech(speaker, None, start, end, form, reading.sentence.number, 0, how="heading", open=is_open,
                        to=self.to)
        self.floor.add(speech)
        self.floor.open = speech if speech.open else None

    def close(self, number: int, readings: list[Reading], *, before: int) -> None:
        """A paragraph that goes on with a heading is a speech of whom it named; `before` speeches stood before it.

        It does where nobody else spoke, or where it says «ما» outside of others' words: reporters do not.
        """
        keys = readings[0].sentence.keys
        if self.rules.reporter.longest(keys, 0, len(keys)) is not None:
            self.waiting = None  # «این ادعا در حالی …»: the reporter speaks again
            return
        silent = len(self.floor.speeches) == before
        speaker = self.waiting or (self.speaker if number > 0 and self._goes_on(readings) else None)
        if speaker is not None and not self._told_of(readings, speaker):
            if silent or self._ours(readings, before):
                self._whole(readings, speaker, before)
            elif first := self._own_before(readings, speaker, before):
                self._whole(first, speaker, before)
        self.waiting = self.waiting if silent else None

    def _goes_on(self, readings: list[Reading]) -> bool:
        """Whether the paragraph stands as a line under the heading; a post's reporter is never «ما»."""
        if self.digest:
            return False
        if self.bulleted or readings[0].sentence.keys[0].isdigit():
            return True
        return self.posted and any(self.words.facing(r) for r in readings)

    def _told_of(self, readings: list[Reading], speaker: Mention) -> bool:
        """Whether the paragraph tells of the speaker, as reporters do: nobody says their own name."""
        subjects = [head(roles.subject) for r in readings for roles in r.roles]
        named = [m for m in subjects if m is not None and m.kind not in {PRONOUN, "anaphor"} and m.code == speaker.code]
        bare = speaker.kind == "office" and speaker.label is None  # «وزیر خارجه X: …», then the name of the minister
        return any((m.id == speaker.id and m.title == speaker.title) or (bare and m.kind == "person") for m in named)

    def _own_before(self, readings: list[Reading], speaker: Mention, before: int) -> list[Reading]:
        """The sentences under a heading before the one that says «به گفته وی» of its own speaker."""
        spoken = self.floor.speeches[before:]
        who = (speaker.id, speaker.code, "before-speaker")
        if any((s.speaker.id, s.speaker.code, s.how) != who for s in spoken):
            return []
        return [r for r in readings if r.sentence.number < spoken[0].sentence]

    def _ours(self, readings: list[Reading], before: int) -> bool:
        """Whether the speaker of the heading is heard in the paragraph beside those it cites."""
        cited = self.floor.speeches[before:]
        if any(s.how == "heading" for s in cited):
            return False
        heard = [at for r in readings for at in self.words.facing(r)]
        return any(all(not s.holds(at) for s in cited) for at in heard)

    def _whole(self, readings: list[Reading], speaker: Mention, before: int) -> None:
        if any(r.verbs for r in readings):
            first, last = readings[0].sentence, readings[-1].sentence
            form = DIRECT if any(self.words.facing(r) for r in readings) else INDIRECT
            speech = Speech(speaker, None, first.start, last.end, form, first.number, 0, to=self.to, how="heading")
            self.floor.speeches.insert(before, speech)
