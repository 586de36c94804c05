"""What a report says, by who says it: statements under their speaker, what is told in them under each of them.

Every record that stands is there once. A statement within another stands under that one; an event that no statement
tells is the outlet's own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from rasad.archive.standing import Standing
from rasad.archive.stored import Present
from rasad.workbench.marking import AGREEMENT, CUE, EVENT, REJECTED, STATEMENT, Mark
from rasad.workbench.texts import Texts


@dataclass(slots=True)
class Said:
    """A statement with the statements and events that are told in it."""

    standing: Standing
    inner: "list[Said]" = field(default_factory=list)
    events: list[Standing] = field(default_factory=list)


@dataclass(slots=True)
class Voice:
    """One speaker with everything they say, in the order of the text."""

    speaker: Mapping[str, Any]
    said: list[Said] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Voices:
    """Everybody who speaks, and what the outlet tells itself."""

    voices: Sequence[Voice]
    own: Sequence[Standing]


def voices(present: Present) -> Voices:
    """The records of a report by who says them."""
    said = {s.record["id"]: Said(s) for s in sorted(present.statements, key=_start)}
    own: list[Standing] = []
    for event in sorted(present.events, key=_start):
        told = said.get(event.record["statement"] or "")
        (told.events if told is not None else own).append(event)
    speakers: dict[tuple[str, str], Voice] = {}
    for one in said.values():
        around = said.get(one.standing.record["within"] or "")
        if around is not None and not _goes_round(said, one.standing.record["id"]):
            around.inner.append(one)
            continue
        speaker = one.standing.record["speaker"]
        speakers.setdefault((speaker["id"], speaker["name"]), Voice(speaker)).said.append(one)
    return Voices(list(speakers.values()), own)


def _goes_round(said: Mapping[str, Said], id_: str) -> bool:
    """Whether a statement is told within itself, as two corrections may have it."""
    seen, at = {id_}, said[id_].standing.record["within"]
    while at in said:
        if at in seen:
            return True
        seen.add(at)
        at = said[at].standing.record["within"]
    return False


def names(present: Present, texts: Texts) -> dict[str, str]:
    """The short name of each record on the page, numbered in the order of the text."""
    out = {}
    for kind, standings in (("event", present.events), ("statement", present.statements)):
        for number, standing in enumerate(sorted(standings, key=_start), 1):
            out[standing.record["id"]] = texts.known(f"letter.{kind}") + texts.number(number)
    for number, one in enumerate(agreements(present), 1):
        out[one["id"]] = texts.known("letter.agreement") + texts.number(number)
    return out


def agreements(present: Present) -> list[Mapping[str, Any]]:
    """The agreements that the report names, in the order of the text."""
    return sorted(present.coded["agreements"], key=lambda one: int(one["mention"]["start"]))


def marks(present: Present, named: Mapping[str, str]) -> list[Mark]:
    """The marks of every record and agreement; what was rejected is marked as that and nothing else."""
    out = []
    for standing in (*present.statements, *present.events):
        made = record_marks(standing.record, named[standing.record["id"]])
        out += [replace(mark, kind=REJECTED, quad="") for mark in made] if standing.rejected else made
    for one in agreements(present):
        span = one["mention"]
        out.append(Mark(one["id"], AGREEMENT, span["start"], span["end"], named[one["id"]], "", f"m-{one['id']}"))
    return out


def record_marks(record: Mapping[str, Any], name: str) -> list[Mark]:
    """The marks of one record; the first of its stretches has its address."""
    id_ = record["id"]
    if "evidence" in record:
        quad = record["quad"].replace(" ", "-")
        return [Mark(id_, EVENT, span["start"], span["end"], name, quad, f"m-{id_}" if n == 0 else f"m-{id_}-{n}")
                for n, span in enumerate(record["evidence"])]
    span, cue = record["content"], record["cue"]
    out = [Mark(id_, STATEMENT, span["start"], span["end"], name, "", f"m-{id_}")]
    return out + ([Mark(id_, CUE, cue["start"], cue["end"])] if cue else [])


def _start(standing: Standing) -> int:
    record = standing.record
    if "evidence" in record:
        return min((span["start"] for span in record["evidence"]), default=0)
    return int(record["content"]["start"])
