"""Records are made from what the stages found; every span is mapped back to the original text here.

Nothing is decided here that a stage could decide: records only say in the contract's words what was found.
"""

from collections.abc import Sequence

from rasad.assemble.ids import Ids
from rasad.assemble.naming import Naming
from rasad.language.actors import COUNTRY
from rasad.pack import Pack, ontology
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
from rasad.stages.attribute.speech import Speech
from rasad.stages.code.drafts import Draft, PlaceName
from rasad.stages.find.actors import Mention
from rasad.stages.find.agreement_references import merge_agreements
from rasad.stages.find.agreements import Agreement as FoundAgreement
from rasad.stages.find.mentions import PRONOUN
from rasad.stages.found import Coding

VERSION = "0.1.0"
_STANDING = {"office": 1, "role": 1, "title": 1, "force": 1, "anaphor": 2}  # kinds that name an actor less
_TRIM = ' \t\r\n\u00a0\u200c.،؛:«»"“”!؟…-–,;)('


def assemble(coding: Coding, pack: Pack) -> CodedReport:
    """The coded report of a coding."""
    return _Assembly(coding, pack).coded()


class _Assembly:
    def __init__(self, coding: Coding, pack: Pack) -> None:
        self.coding, self.pack = coding, pack
        self.text = coding.report.text
        self.naming = Naming(coding, pack)
        self.ids = Ids(coding.report.id or self.text)
        self.sentence_of = {id(name): n for n, row in enumerate(coding.places) for name in row}
        self.statements = self._statements()
        self.of_speech = {id(speech): statement.id for speech, statement in self.statements}
        self.agreed: list[tuple[int, FoundAgreement, str]] = []
        self.agreements = self._agreements()

    def coded(self) -> CodedReport:
        report = self.coding.report
        head = ReportHead(report.id, report.source, report.published, report.language or self.pack.language,
                          report.title, report.url, len(report.text))
        return CodedReport(head, tuple(s for _, s in self.statements), self._events(), self.agreements,
                           self._actors(), self._places(), self._times(),
                           Coder("rasad", VERSION, self.pack.lexicon))

    # ---- spans

    def span(self, start: int, end: int) -> Span:
        """A stretch of the repaired text as a span of the original."""
        a, b = self.coding.repaired.span(start, end)
        return Span(a, b, self.text[a:b])

    def _trimmed(self, start: int, end: int) -> Span:
        text = self.coding.repaired.text
        while start < end and text[start] in _TRIM:
            start += 1
        while end > start and text[end - 1] in _TRIM:
            end -= 1
        return self.span(start, end)

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
            at = (cue.start, cue.text) if cue is not None else ("no cue", content.start)
            out.append((speech, Statement(self.ids.of("s", *at), self.naming.party(speech.speaker), cue, content,
                                          speech.form, to, within)))
        return out

    def _events(self) -> tuple[Event, ...]:
        return tuple(self._event(draft) for draft in self.coding.events)

    def _event(self, draft: Draft) -> Event:
        scores = ontology()
        quad, score, cameo = scores.get((draft.type, draft.mode)) or scores[draft.type, ""]
        statement = self.of_speech.get(id(draft.speech)) if draft.speech is not None else None
        trigger = self.naming.words(draft.sentence, draft.first, draft.first)
        id_ = self.ids.of("e", draft.type, trigger.start, trigger.text)
        actors, recipients = self._parties(draft.actors), self._parties(draft.recipients)
        return Event(id_, draft.type, draft.mode, quad, score, cameo, actors, recipients,
                     self._place(draft.place), draft.date, draft.status, tuple(draft.according), statement,
                     tuple(self.span(*e) for e in draft.evidence), tuple(draft.casualties), self._under(draft),
                     self.pack.confidence.of(draft, self.coding.readings[draft.sentence]),
                     f"{self.pack.language}/{draft.rule}")

    def _parties(self, mentions: Sequence[Mention]) -> tuple[Party, ...]:
        """The mentions as parties, each party once."""
        parties: dict[tuple[str, str, str], Party] = {}
        for mention in mentions:
            party = self.naming.party(mention)
            parties.setdefault((party.id, party.code, "" if party.id else party.name), party)
        return tuple(parties.values())

    def _place(self, name: PlaceName | None) -> Place | None:
        if name is None:
            return None
        sentence, place = self.sentence_of.get(id(name)), name.place
        text = self.naming.words(sentence, name.first, name.last).text if sentence is not None else name.text
        if place is None:
            return Place("", name.text, text, "", None, None, "")
        return Place(place.id, place.name, text, place.country, place.lat, place.lon, place.precision)

    def _agreements(self) -> tuple[Agreement, ...]:
        found = [(n, a) for n, reading in enumerate(self.coding.readings) for a in reading.agreements]
        references = merge_agreements([a for _, a in found], self.pack.agreements, self.coding.report.published)
        out = []
        for reference in references:
            sentence, mention = found[reference.mention]
            span = self.naming.words(sentence, mention.first, mention.last)
            agreement = Agreement(self.ids.of("a", span.start, span.text), span, reference.kind, reference.date,
                                  reference.known)
            self.agreed += [(*found[i], agreement.id) for i in reference.members]
            out.append(agreement)
        return tuple(out)

    def _under(self, draft: Draft) -> tuple[str, ...]:
        """The ids of the agreements that the clause of the event refers to, or one that it goes on from or hangs on."""
        near = [(mention, id_) for sentence, mention, id_ in self.agreed if sentence == draft.sentence]
        if not near:
            return ()
        reading = self.coding.readings[draft.sentence]
        clause = reading.clause_at(draft.first)
        around = {clause.number}
        while (outer := clause.after if clause.after >= 0 else clause.parent) >= 0 and outer not in around:
            around.add(outer)
            clause = reading.clauses[outer]
        return tuple(dict.fromkeys(id_ for mention, id_ in near if reading.clause_at(mention.first).number in around))

    def _actors(self) -> tuple[Actor, ...]:
        """Whoever is named or takes part, once an id, by first mention."""
        by_id: dict[str, list[Mention]] = {}
        for mention in self.naming.mentions:
            if mention.code and not mention.bare and mention.kind != PRONOUN:
                by_id.setdefault(self.naming.id(mention), []).append(mention)
        parts = [m for draft in self.coding.events for m in (*draft.actors, *draft.recipients)]
        for mention in (*parts, *(speech.speaker for speech, _ in self.statements)):
            if id_ := self.naming.id(mention):
                by_id.setdefault(id_, [mention])
        return tuple(self._actor(id_, mentions) for id_, mentions in by_id.items())

    def _actor(self, id_: str, mentions: Sequence[Mention]) -> Actor:
        first = min(mentions, key=lambda m: _STANDING.get(m.kind, 0))
        label = self.naming.name(first)
        spans = tuple(span for m in mentions if (span := self.naming.span(m)) is not None)
        kind, code = (COUNTRY, id_) if id_ in self.naming.known.countries else (first.kind, first.code)
        return Actor(id_, self.naming.title(id_, label), label, kind, code, spans)

    def _places(self) -> tuple[PlaceMentions, ...]:
        by_id: dict[str, list[tuple[int, PlaceName]]] = {}
        for number, row in enumerate(self.coding.places):
            for name in row:
                if name.place is not None:
                    by_id.setdefault(name.place.id, []).append((number, name))
        out = []
        for id_, names in by_id.items():
            place = names[0][1].place
            assert place is not None
            out.append(PlaceMentions(id_, place.name, place.country, place.lat, place.lon, place.precision,
                                     tuple(self.naming.words(n, p.first, p.last) for n, p in names)))
        return tuple(out)

    def _times(self) -> tuple[Time, ...]:
        return tuple(Time(time.value, self.naming.words(n, time.first, time.last))
                     for n, reading in enumerate(self.coding.readings) for time in reading.times)
