"""Statements, events and agreements as lines of a given width: what is first read stands first."""

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from rasad.cli.bidi import balanced, isolated, shortened
from rasad.cli.labels import labelled
from rasad.cli.marks import QUADS, SPEECH, plain
from rasad.days import both_calendars
from rasad.records import Agreement, Casualties, CodedReport, Event, Party, Place, Statement

_INDENT = "    "
_DOT = " · "


def record_lines(coded: CodedReport, console: Console, width: int) -> list[Text]:
    """The records of the report, each in its lines."""
    coded = labelled(coded)
    out = [_count(coded)]
    for statement, depth in _nested(coded.statements):
        out += _fitted(_statement(statement, depth, width), console, width, "  " * depth)
    if coded.events:
        out.append(Text(""))
    for event in coded.events:
        out += _fitted(_event(event), console, width, "")
    if coded.agreements:
        out.append(Text(""))
    for agreement in coded.agreements:
        out += _fitted([_agreement(agreement)], console, width, "")
    return out


def event_lines(event: Event, console: Console, width: int) -> list[Text]:
    """One event in its lines."""
    return list(_fitted(_event(event), console, width, ""))


def statement_lines(statement: Statement, console: Console, width: int) -> list[Text]:
    """One statement in its lines."""
    return list(_fitted(_statement(statement, 0, width), console, width, ""))


def _count(coded: CodedReport) -> Text:
    if coded.report.language and not (coded.statements or coded.events or coded.agreements):
        return Text(f"nothing coded (language: {coded.report.language})", "dim")
    found = ((coded.statements, "statement"), (coded.events, "event"), (coded.agreements, "agreement"))
    told = [f"{len(records)} {name}{'' if len(records) == 1 else 's'}" for records, name in found if records]
    return Text(", ".join(told), "dim")


def _fitted(lines: Sequence[Text], console: Console, width: int, indent: str) -> Iterator[Text]:
    """The lines, those too wide going on under their own indentation."""
    for number, line in enumerate(lines):
        lead = indent if number == 0 else indent + _INDENT
        wrapped = line.wrap(console, max(12, width - len(lead) - len(_INDENT)), overflow="fold")
        for piece, part in enumerate(balanced(wrapped)):
            yield Text(lead if piece == 0 else lead + ("" if number else _INDENT)) + part


def _nested(statements: Sequence[Statement]) -> Iterator[tuple[Statement, int]]:
    """Statements in order, each with how many others it is told in."""
    depths: dict[str, int] = {}
    for statement in statements:
        depths[statement.id] = depths.get(statement.within or "", -1) + 1
        yield statement, depths[statement.id]


def _statement(statement: Statement, depth: int, width: int) -> list[Text]:
    head = Text(f"{statement.id:<3} ", f"bold {SPEECH[depth % len(SPEECH)]}")
    head.append(isolated(_party(statement.speaker)), "bold")
    head.append(f" {statement.speaker.code}" if statement.speaker.code else "")
    if statement.cue is not None:
        head.append(f"{_DOT}{isolated(_flat(statement.cue.text))}")
    head.append(f"{_DOT}{statement.form}", "dim")
    if statement.to:
        head.append(f" to {', '.join(statement.to)}")
    said = shortened(_flat(statement.content.text), 2 * (width - len(_INDENT) - 2 * depth) - 8)
    return [head, Text(isolated(said), SPEECH[depth % len(SPEECH)])]


def _event(event: Event) -> list[Text]:
    head = Text(f"{event.id:<3} ", f"bold {QUADS.get(event.quad, 'white')}")
    head.append(" ".join(part for part in (event.type, event.mode) if part), f"bold {QUADS.get(event.quad, 'white')}")
    head.append(_DOT + event.status, "" if event.status == "actual" else "reverse")
    head.append(f"{_DOT}according to {', '.join(event.according_to) or 'nobody'}")
    head.append(f" in {event.statement}" if event.statement else "", "dim")
    lines = [head, Text(f"{_parties(event.actors)} → {_parties(event.recipients)}")]
    told = [part for part in (_where(event.place), both_calendars(event.date), _harm(event.casualties),
                              ", ".join(event.agreements)) if part]
    if told:
        lines.append(Text(_DOT.join(told)))
    lines.append(Text(f"{event.confidence:.2f}{_DOT}{event.rule}", "dim"))
    return lines


def _agreement(agreement: Agreement) -> Text:
    line = Text(f"{agreement.id:<4}", "bold").append(isolated(_flat(agreement.mention.text)))
    line.append(_DOT + agreement.kind)
    told = [part for part in (agreement.date, agreement.known) if part]
    return line.append("".join(_DOT + part for part in told))


def _parties(parties: Sequence[Party]) -> str:
    return ", ".join(f"{isolated(_party(party))} {party.code}".strip() for party in parties) or "?"


def _party(party: Party) -> str:
    return _flat(party.name) or (_flat(party.mention.text) if party.mention is not None else "") or "?"


def _where(place: Place | None) -> str:
    if place is None:
        return ""
    point = f" {place.lat:.2f}, {place.lon:.2f}" if place.lat is not None and place.lon is not None else ""
    name = _named(place.name) if place.name != place.mention else ""
    named = " ".join(part for part in (name, place.country) if part)
    return f"at {isolated(_flat(place.mention))} {named}{point}".rstrip() + ("" if place.id else " (not located)")


def _harm(casualties: Sequence[Casualties]) -> str:
    return ", ".join(f"{c.harm} {c.min if c.min == c.max else f'{c.min}–{c.max}'}{f' of {c.who}' if c.who else ''}"
                     for c in casualties)


def _flat(text: str) -> str:
    return " ".join(plain(text).split())


def _named(name: str) -> str:
    """The name of a place, isolated unless it is plain Latin: a village no table knows has a Persian one."""
    return name if name.isascii() else isolated(_flat(name))
