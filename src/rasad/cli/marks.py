"""The text of a report with its statements and evidence marked in place, by tags as well as by colours.

`plain(text)` has as many characters as the text: a control character is shown, never obeyed.
"""

from collections import defaultdict
from dataclasses import dataclass

from rich.text import Text

from rasad.cli.labels import labelled
from rasad.records import CodedReport, Event, Span

QUADS = {"verbal cooperation": "green", "material cooperation": "bright_green", "verbal conflict": "yellow",
         "material conflict": "red"}
SPEECH = ("cyan", "bright_blue", "magenta")
TAG = "dim"
_CONTROLS = {**{c: 0x2400 + c for c in range(32) if c not in (9, 10)}, 9: 32, 127: 0x2421,
             **dict.fromkeys(range(0x80, 0xA0), 0xFFFD),
             **dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)], 0x200B)}


def plain(text: str) -> str:
    """The text without control characters, character for character."""
    return text.translate(_CONTROLS)


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    name: str
    style: str
    opening: str
    closing: str


def marked(text: str, coded: CodedReport) -> Text:
    """The text, a statement as ⟨s1 …⟩ and evidence as [e1 …], each in its colour."""
    coded = labelled(coded)
    marks = _statement_marks(coded) + _evidence_marks(coded)
    opening: dict[int, list[_Mark]] = defaultdict(list)
    closing: dict[int, list[_Mark]] = defaultdict(list)
    for mark in marks:
        opening[mark.start].append(mark)
        closing[mark.end].append(mark)
    cues = {i for s in coded.statements if s.cue is not None for i in (s.cue.start, s.cue.end)}
    out, shown, open_marks = Text(), plain(text), list[_Mark]()
    points = sorted({0, len(text), *opening, *closing, *cues})
    for at, after in zip(points, [*points[1:], len(text)], strict=True):
        for mark in sorted(closing[at], key=lambda m: -m.start):
            open_marks.remove(mark)
            out.append(mark.closing, TAG)
        for mark in sorted(opening[at], key=lambda m: -m.end):
            open_marks.append(mark)
            out.append(f"{mark.opening}{mark.name} ", TAG)
        out.append(shown[at:after], _style(open_marks, cue=_in_cue(coded, at)))
    return out


def _style(marks: list[_Mark], *, cue: bool) -> str:
    evidence = [mark for mark in marks if mark.opening == "["]
    innermost = (evidence or marks)[-1].style if marks else ""
    return f"bold {innermost}".strip() if cue or evidence else innermost


def _in_cue(coded: CodedReport, at: int) -> bool:
    return any(s.cue is not None and s.cue.start <= at < s.cue.end for s in coded.statements)


def _statement_marks(coded: CodedReport) -> list[_Mark]:
    outer = {statement.id: statement.within for statement in coded.statements}
    marks = []
    for statement in coded.statements:
        depth, around = 0, statement.within
        while around is not None and depth < len(outer):
            depth, around = depth + 1, outer.get(around)
        if statement.content.end > statement.content.start:
            span = statement.content
            marks.append(_Mark(span.start, span.end, statement.id, SPEECH[depth % len(SPEECH)], "\u27e8", "\u27e9"))
    return marks


def _evidence_marks(coded: CodedReport) -> list[_Mark]:
    """One mark for each stretch of evidence, whatever number of events it is evidence of."""
    by_span: dict[Span, list[Event]] = defaultdict(list)
    for event in coded.events:
        for span in event.evidence:
            if span.end > span.start:
                by_span[span].append(event)
    return [_Mark(span.start, span.end, ",".join(event.id for event in events), QUADS.get(events[0].quad, "white"),
                  "[", "]") for span, events in by_span.items()]
