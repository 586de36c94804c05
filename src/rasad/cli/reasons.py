"""Why each record is there: the words that triggered it, the entry of the lexicon, and who fills which slot."""

from collections.abc import Iterator

from rich.text import Text

from rasad.cli.bidi import isolated
from rasad.cli.labels import labelled
from rasad.cli.marks import plain
from rasad.cli.steps import verb_told
from rasad.cli.weighed import kept_lines, named, refused_line, side_lines
from rasad.pack import Pack
from rasad.records import CodedReport, Event, Party, Statement
from rasad.stages.code.drafts import Draft
from rasad.stages.code.trigger import Trigger
from rasad.stages.code.triggers import triggers
from rasad.stages.found import Coding
from rasad.stages.reading import Reading

_PARTIES = {"A": "actor", "R": "recipient", "M": "mutual", "X": "clash", "P": "place"}
_HOW = {"heading": "a heading before a colon", "verb": "a verb of saying", "": "a phrase of saying"}


def statement_lines(coding: Coding, coded: CodedReport) -> Iterator[Text]:
    """For each statement its speaker, the cue, and how it was found."""
    coded = labelled(coded)
    speeches = sorted(coding.speeches, key=lambda s: (s.start, -s.end))
    spans = {coding.repaired.span(*s.cue): s for s in speeches if s.cue is not None}
    for statement in coded.statements:
        speech = spans.get((statement.cue.start, statement.cue.end)) if statement.cue is not None else None
        yield from _statement(statement)
        if speech is not None:
            notes = f", {', '.join(sorted(n for n in speech.notes if n))}" if any(speech.notes) else ""
            yield Text(f"      told by   {_HOW.get(speech.how, speech.how)}{notes}")


def _statement(statement: Statement) -> Iterator[Text]:
    yield Text(f"  {statement.id:<4}", "bold").append(f"{_party(statement.speaker)} · {statement.form}")
    cue = _flat(statement.cue.text) if statement.cue is not None else ""
    yield Text(f"      cue       {isolated(cue) or 'none'}")
    if statement.within:
        yield Text(f"      within    {statement.within}")
    yield Text(f"      said      {isolated(_flat(statement.content.text))}")


def event_lines(coding: Coding, coded: CodedReport, pack: Pack) -> Iterator[Text]:
    """For each event every place of the text that tells it, and why it is coded so."""
    coded = labelled(coded)
    for event, draft in zip(coded.events, coding.events, strict=True):
        coded_as = " ".join(part for part in (event.type, event.mode, event.status) if part)
        yield Text(f"  {event.id:<4}{coded_as}", "bold")
        for side, parties in (("actors", event.actors), ("recipients", event.recipients)):
            yield from side_lines(side, ", ".join(map(_party, parties)), coding, draft, pack)
        for told in _tellings(coding, draft):
            yield from _telling(coding, told, pack)
        yield from _vouching(event)
        yield from kept_lines(draft, pack)
        yield from _sure(coding, event, draft, pack)


def _tellings(coding: Coding, event: Draft) -> list[Draft]:
    """The drafts that were made one event: those whose evidence it holds."""
    same = [d for d in coding.drafts if d is not event and d.type == event.type and not d.refused
            and all(e in event.evidence for e in d.evidence)]
    return [event, *same]


def _telling(coding: Coding, draft: Draft, pack: Pack) -> Iterator[Text]:
    reading = coding.readings[draft.sentence]
    trigger = draft.trigger
    if trigger is None or draft.frame.demand:
        yield Text(f"      because   {isolated(_flat(coding.repaired.text[slice(*draft.evidence[0])]))}")
        yield Text(f"        entry   {draft.frame.rule} in frames.tsv")
        return
    yield Text("      because   ").append(_trigger_told(reading, trigger), "yellow")
    yield Text(f"        entry   {trigger.frame.rule} in frames.tsv: {_roles(trigger)}")
    if trigger.verbal:
        yield Text(f"        verb    {verb_told(reading, trigger.clause)}")
    slots = pack.events.rules.parties.slots(reading, trigger)
    for slot, filled in slots.filled.items():
        for mention in filled:
            party = _PARTIES.get(dict(trigger.frame.roles).get(slot, ""), "no party")
            yield Text(f"        {slot:<7} {named(coding, mention)} {mention.code or mention.kind} → {party}")


def _trigger_told(reading: Reading, trigger: Trigger) -> str:
    words = isolated(plain(" ".join(reading.sentence.words[trigger.first:trigger.last + 1])))
    kind = f"{trigger.voice} verb" if trigger.verbal else "event noun"
    return f"{words} ({kind}, sentence {reading.sentence.number + 1}, clause {trigger.clause.number + 1})"


def _roles(trigger: Trigger) -> str:
    return ", ".join(f"{slot} is {_PARTIES.get(party, party)}" for slot, party in trigger.frame.roles)


def _vouching(event: Event) -> Iterator[Text]:
    whose = f" in {event.statement}" if event.statement else ", in the outlet's own voice"
    yield Text(f"      vouched   according to {', '.join(event.according_to)}{whose}")


def _sure(coding: Coding, event: Event, draft: Draft, pack: Pack) -> Iterator[Text]:
    """How sure the event is, and what of how it was read makes it so."""
    yield Text(f"      sure      {event.confidence:.2f}, the sum of these on the scale of chances")
    for weight in pack.confidence.told(draft, coding.readings[draft.sentence]):
        yield Text(f"        {weight.value:+.2f}   {weight.told}")


def unused_lines(coding: Coding, pack: Pack) -> Iterator[Text]:
    """The triggers that made no event, in the order of the text, each with the reason."""
    used = {(d.sentence, d.first, d.frame.rule) for d in coding.drafts}
    for reading in coding.readings:
        number = reading.sentence.number
        lines = [(d.first, line) for d in coding.drafts if d.refused and d.sentence == number
                 for line in _refused(coding, d, pack)]
        for trigger in triggers(reading, pack.frames, pack.grammar):
            if (number, trigger.first, trigger.frame.rule) not in used:
                told, reason = _trigger_told(reading, trigger), _why_not(reading, trigger, pack)
                lines.append((trigger.first, Text(f"  {told} {trigger.frame.rule}: {reason}")))
        yield from [line for _, line in sorted(lines, key=lambda one: one[0])]


def _refused(coding: Coding, draft: Draft, pack: Pack) -> Iterator[Text]:
    reading = coding.readings[draft.sentence]
    told = f"{_trigger_told(reading, draft.trigger)} " if draft.trigger is not None else ""
    yield Text(f"  {told}{draft.frame.rule}")
    yield refused_line(draft, coding, pack)


def _why_not(reading: Reading, trigger: Trigger, pack: Pack) -> str:
    if pack.events.rules.statuses.status(reading, trigger) is None:
        return "only wished, asked or meant"
    slots = pack.events.rules.parties.slots(reading, trigger)
    known = {slot for slot, mentions in slots.filled.items() if any(m.code for m in mentions)}
    wanted = {slot for slot, _ in trigger.frame.roles}
    if not known & wanted:
        return "nobody known stands in its slots"
    return "part of what another event says, or too little to go by"


def _party(party: Party) -> str:
    return f"{isolated(_flat(party.name))} {party.code or 'no code'}"


def _flat(text: str) -> str:
    return " ".join(plain(text).split())
