"""Whoever spoke last has the floor: a cue without a subject of its own is theirs.

Speeches stand in the order in which their cues were read; one that runs on ends where another begins
beside it, never where another begins inside its own words.
"""

from collections.abc import Container, Sequence

from rasad.stages.attribute.quotes import Quotations
from rasad.stages.attribute.rules import Rules, outlet
from rasad.stages.attribute.speech import DIRECT, Speech
from rasad.stages.find.mentions import Mention
from rasad.stages.reading import Reading

_BODIES = frozenset({"country", "group", "organisation", "institution", "force"})
_NEAR = 6  # speeches back that may still run on


class Floor:
    """The speeches of one report so far, and who spoke."""

    def __init__(self) -> None:
        self.speeches: list[Speech] = []
        self.last: Mention | None = None  # who spoke last, whoever it was
        self.person: Mention | None = None  # the single person who spoke last: whom a pronoun means
        self.open: Speech | None = None  # the speech that runs on to the end of its paragraph
        self.pending: Speech | None = None  # the speech whose words come in the next paragraph, after a colon
        self.outlet: Mention | None = None  # the outlet named last: whose report «این گزارش» is
        self._told = False  # whether that outlet was named otherwise than in a credit
        self.introduced: dict[str, Mention] = {}  # new names by their last word -> whose office they hold
        self.by_clause: dict[tuple[int, int], Speech] = {}
        self.quotations: Quotations
        self.readings: list[Reading] = []

    def paragraph(self, readings: list[Reading], quotations: Quotations) -> None:
        """A new paragraph is read; what was said in an unclosed quotation, or one opened again, goes on in it."""
        self.readings, self.quotations, self.open = readings, quotations, None
        spoken = self.speeches[-1] if self.speeches else None
        first = readings[0].sentence
        if spoken is not None and spoken.form == DIRECT and quotations.spans and quotations.inside:
            end = quotations.spans[0][1]
            self.add(Speech(spoken.speaker, None, first.start, end, DIRECT, first.number, 0, how="quotation"))

    def read(self, outlets: Sequence[Mention], credited: Container[int]) -> None:
        """The outlets that a sentence names are known; one that stands at a credit gives way to others."""
        for mention in outlets:
            told = mention.first not in credited
            if told or not self._told:
                self.outlet, self._told = mention, told

    def add(self, speech: Speech) -> None:
        """The speech stands in the list."""
        self.speeches.append(speech)

    def told(self, speech: Speech) -> None:
        """The speech stands in the list, under the clause of its cue."""
        self.speeches.append(speech)
        self.by_clause[speech.sentence, speech.clause] = speech
        if speech.open:
            self.open = speech

    def heard(self, speaker: Mention) -> None:
        """A single person who speaks is whom a pronoun means from here on."""
        if speaker.kind not in _BODIES and not speaker.plural and not outlet(speaker):
            self.person = speaker

    def period(self, reading: Reading, weak: Container[str]) -> int:
        """Where the sentence ends, with those that follow it after a weak stop: «…؛ زیرا …»."""
        end, number = reading.sentence.end, reading.sentence.number
        for other in self.readings:
            if other.sentence.number < number:
                continue
            end = other.sentence.end
            if other.sentence.keys[-1] not in weak:
                break
        return end

    def host(self, offset: int) -> Speech | None:
        """The innermost speech so far that the offset lies in."""
        inside = [s for s in self.speeches if s.holds(offset)]
        return min(inside, key=lambda s: s.end - s.start) if inside else None

    def interrupt(self, offset: int) -> None:
        """Speeches that run on past the offset end before it, unless it lies inside their own quotation."""
        for speech in self.speeches[-_NEAR:]:
            if speech.start < offset < speech.end:
                quotation = self.quotations.around(offset)
                if quotation is None or quotation[0] < speech.start - 1:
                    speech.end = offset
        if self.open is not None and self.open.end <= offset:
            self.open = None

    def resume(self, reading: Reading, rules: Rules) -> None:
        """Words that run on end where the reporter plainly speaks again: of the speaker, or of the news itself."""
        speech, sentence = self.open, reading.sentence
        if speech is None or speech.sentence == sentence.number or self.quotations.around(sentence.start) is not None:
            return
        keys = sentence.keys
        if rules.reporter.longest(keys, 0, len(keys)) is not None or self._tells_of(reading, speech):
            self.interrupt(sentence.start)

    @staticmethod
    def _tells_of(reading: Reading, speech: Speech) -> bool:
        """Whether the sentence tells what the speaker did: nobody names themselves, or calls themselves «این مقام»."""
        main = next((c for c in reading.clauses if c.parent < 0 and c.verb is not None), None)
        subject = reading.roles[main.number].subject if main is not None else None
        mention = subject.mentions[0] if subject is not None and subject.mentions else None
        if mention is None or main is None or main.verb is None or main.verb.tense != "past":
            return False
        person = mention.kind in {"person", "anaphor"} and subject is not None and mention.first == subject.first
        return person and mention.id == speech.speaker.id and mention.id.startswith("person:")

    def close(self, offset: int) -> None:
        """No speech runs on past the offset."""
        last = self.open
        waits = last is not None and last.start >= last.end and last.how == "verb" and not outlet(last.speaker)
        self.pending = last if waits else None
        for speech in self.speeches:
            speech.end = min(speech.end, max(offset, speech.start)) if speech.open else speech.end
            speech.open = False
