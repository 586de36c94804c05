"""Records are made from what the stages found; every span is mapped back to the original text here.

Ids are hashes of content within the report, so coding again gives the same ids.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from rasad.language.pack import Pack, ontology
from rasad.records import (
    Actor,
    Agreement,
    CodedReport,
    Coder,
    Event,
    Party,
    Place,
    PlaceMentions,
    ReportHead,
    Span,
    Statement,
    Time,
)
from rasad.stages.code.confidence import event_confidence
from rasad.stages.find.agreement_references import merge_agreements

if TYPE_CHECKING:
    from rasad.coder import Coding
    from rasad.stages.attribute.speech import Speech
    from rasad.stages.code.drafts import Draft, PlaceName
    from rasad.stages.find.actors import Mention

VERSION = "0.1.0"
_TRIM = " \t\r\n\u00a0\u200c.،؛:«»\"“”!؟…-–,;)("


def assemble(coding: Coding, pack: Pack) -> CodedReport:
    """The coded report of a coding."""
    return _Assembly(coding, pack).coded()


class _Assembly:
    def __init__(self, coding: Coding, pack: Pack) -> None:
        self.coding, self.pack = coding, pack
        self.text = coding.report.text
        self.names = self._fullest()
        self.statements = self._statements()
        self.of_speech = {id(speech): statement.id for speech, statement in self.statements}

    def coded(self) -> CodedReport:
        report = self.coding.report
        head = ReportHead(report.id, report.source, report.published, report.language or self.pack.language,
                          report.title, report.url, len(report.text))
        return CodedReport(head, tuple(s for _, s in self.statements), self._events(), self._agreements(),
                           self._actors(), self._places(), self._times(),
                           Coder("rasad", VERSION, self.pack.lexicon))

    # ---- spans

    def span(self, start: int, end: int) -> Span:
        """A stretch of the repaired text as a span of the original."""
        a, b = self.coding.repaired.span(start, end)
        return Span(a, b, self.text[a:b])

    def words(self, sentence: int, first: int, last: int) -> Span:
        """Words of a sentence as a span of the original."""
        words = self.coding.readings[sentence].sentence
        return self.span(words.starts[first], words.ends[last])

    def _trimmed(self, start: int, end: int) -> Span:
        text = self.coding.repaired.text
        while start < end and text[start] in _TRIM:
            start += 1
        while end > start and text[end - 1] in _TRIM:
            end -= 1
        return self.span(start, end)

    # ---- who

    def _fullest(self) -> dict[str, str]:
        """By id, the name at its fullest as the report writes it."""
        names: dict[str, str] = {}
        for reading in self.coding.readings:
            for mention in reading.mentions:
                if mention.label is None or not mention.id:
                    continue
                name = " ".join(reading.sentence.words[mention.label[0]:mention.label[1] + 1])
                if len(name) > len(names.get(mention.id, "")):
                    names[mention.id] = name
        return names

    def party(self, mention: Mention) -> Party:
        """The mention as a party, under its fullest name."""
        reading = self.coding.readings[mention.sentence]
        if mention.label is not None or mention.kind in {"pronoun", "anaphor"}:
            name = self.names.get(mention.id) or self._label(mention) or mention.name
        else:
            name = " ".join(reading.sentence.words[mention.first:mention.last + 1])
        return Party(mention.id, name, mention.code, self.words(mention.sentence, mention.first, mention.last))

    def _label(self, mention: Mention) -> str:
        if mention.label is None:
            return ""
        return " ".join(self.coding.readings[mention.sentence].sentence.words[mention.label[0]:mention.label[1] + 1])

    # ---- records

    def _statements(self) -> list[tuple[Speech, Statement]]:
        out: list[tuple[Speech, Statement]] = []
        speeches = sorted(self.coding.speeches, key=lambda s: (s.start, -s.end))
        for speech in speeches:
            content = self._trimmed(speech.start, speech.end)
            if content.end <= content.start:
                continue
            around = [(o, s) for o, s in out if o.start <= speech.start and speech.end <= o.end and o is not speech
                      and (speech.cue is None or o.holds(speech.cue[0]))]
            within = min(around, key=lambda pair: pair[0].end - pair[0].start)[1].id if around else None
            cue = self.span(*speech.cue) if speech.cue is not None else None
            to = tuple(dict.fromkeys(m.code for m in speech.to if m.code))
            out.append((speech, Statement(f"s{len(out) + 1}", self.party(speech.speaker), cue, content, speech.form,
                                          to, within)))
        return out

    def _events(self) -> tuple[Event, ...]:
        return tuple(self._event(number, draft) for number, draft in enumerate(self.coding.events, start=1))

    def _event(self, number: int, draft: Draft) -> Event:
        scores = ontology()
        quad, score, cameo = scores.get((draft.type, draft.mode)) or scores[draft.type, ""]
        statement = self.of_speech.get(id(draft.speech)) if draft.speech is not None else None
        return Event(f"e{number}", draft.type, draft.mode, quad, score, cameo,
                     tuple(self.party(m) for m in draft.actors), tuple(self.party(m) for m in draft.recipients),
                     self._place(draft.place), draft.date, draft.status, tuple(draft.according), statement,
                     tuple(self.span(*e) for e in draft.evidence), tuple(draft.casualties), (),
                     event_confidence(draft), f"{self.pack.language}/{draft.rule}")

    def _place(self, name: PlaceName | None) -> Place | None:
        if name is None:
            return None
        place = name.place
        if place is None:
            return Place("", name.text, name.text, "", None, None, "")
        return Place(place.id, place.name, name.text, place.country, place.lat, place.lon, place.precision)

    def _agreements(self) -> tuple[Agreement, ...]:
        found = [(n, a) for n, reading in enumerate(self.coding.readings) for a in reading.agreements]
        references = merge_agreements([a for _, a in found], self.pack.agreements, self.coding.report.published)
        out = []
        for number, reference in enumerate(references, start=1):
            sentence, mention = found[reference.mention]
            out.append(Agreement(f"a{number}", self.words(sentence, mention.first, mention.last), reference.kind,
                                 reference.date, reference.known))
        return tuple(out)

    def _actors(self) -> tuple[Actor, ...]:
        by_id: dict[str, list[Mention]] = {}
        for reading in self.coding.readings:
            for mention in reading.mentions:
                if mention.id and mention.code and not mention.bare and mention.kind != "pronoun":
                    by_id.setdefault(f"{mention.id} {mention.code}", []).append(mention)
        out = []
        for mentions in by_id.values():
            first = mentions[0]
            out.append(Actor(first.id, first.name, self.party(first).name, first.kind, first.code,
                             tuple(self.words(m.sentence, m.first, m.last) for m in mentions)))
        return tuple(out)

    def _places(self) -> tuple[PlaceMentions, ...]:
        by_id: dict[str, list[tuple[int, PlaceName]]] = {}
        for number, row in enumerate(self.coding.places):
            for name in row:
                if name.place is not None:
                    by_id.setdefault(name.place.id, []).append((number, name))
        out = []
        for id_, names in by_id.items():
            place = names[0][1].place
            assert place is not None  # noqa: S101 - only resolved places are kept
            out.append(PlaceMentions(id_, place.name, place.country, place.lat, place.lon, place.precision,
                                     tuple(self.words(n, p.first, p.last) for n, p in names)))
        return tuple(out)

    def _times(self) -> tuple[Time, ...]:
        return tuple(Time(time.value, self.words(n, time.first, time.last))
                     for n, reading in enumerate(self.coding.readings) for time in reading.times)


def digest(*parts: object) -> str:
    """A short hash of content."""
    return sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:12]
