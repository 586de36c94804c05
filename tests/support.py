"""What tests say of a report in a line: who did what to whom, and who said what, coded by the real coder.

Several codes in one string are parted by blanks; codes that are equally right are joined with a bar,
as in the coding guidelines, and a bar at the end leaves it open whether the party is noted.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import pytest

from rasad.coder import code, work
from rasad.pack import Pack, load_pack
from rasad.records import CodedReport, Event, Report, Statement
from rasad.stages.found import Coding

T = TypeVar("T")
PUBLISHED = "2024-05-14"
GAP = "…"  # between the first and the last words of what was said


@dataclass(frozen=True, slots=True)
class Told:
    """An event as a careful coder notes it."""

    type: str
    actors: str
    recipients: str
    status: str = "actual"
    according: str = "outlet"


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as a careful coder notes it: the speaker's code and the words said, first … last."""

    speaker: str
    words: str
    form: str = "indirect"


def coded(text: str, *, published: str = PUBLISHED, source: str = "", pack: Pack | None = None) -> CodedReport:
    """The coding of a text as one report."""
    return code(Report(text, published=published, source=source), pack)


def stages(text: str, *, published: str = PUBLISHED, pack: Pack | None = None) -> Coding:
    """What every stage found in a text."""
    return work(Report(text, published=published), pack or load_pack("fa"))


def events(text: str, pack: Pack | None = None) -> list[Told]:
    """The events of a text, in the order of the coding."""
    return [told(event) for event in coded(text, pack=pack).events]


def statements(text: str) -> list[Said]:
    """The statements of a text with all that was said, in the order of the coding."""
    return [said(statement) for statement in coded(text).statements]


def told(event: Event) -> Told:
    """The event in a line."""
    actors, recipients = (" ".join(p.code for p in parties) for parties in (event.actors, event.recipients))
    return Told(event.type, actors, recipients, event.status, " ".join(event.according_to))


def said(statement: Statement) -> Said:
    """The statement in a line."""
    return Said(statement.speaker.code, statement.content.text, statement.form)


def noted(found: Sequence[Told], wanted: Sequence[Told]) -> list[Told]:
    """The events found, each as it is wanted where it agrees with that, so that equality tells whether all do."""
    return _paired(found, wanted, _agree)


def heard(found: Sequence[Said], wanted: Sequence[Said]) -> list[Said]:
    """The statements found, each as it is wanted where speaker, form and the first and last words agree."""
    return _paired(found, wanted, _echoes)


def _paired(found: Sequence[T], wanted: Sequence[T], same: Callable[[T, T], bool]) -> list[T]:
    """What is wanted as far as something found is the same, then what was found besides."""
    left, out = list(found), []
    for want in wanted:
        match = next((f for f in left if same(f, want)), None)
        if match is not None:
            left.remove(match)
            out.append(want)
    return out + left


def case(gloss: str, text: str, *wanted: object, fails: str = "") -> pytest.ParameterSet:
    """A text with what a careful coder notes of it, under its English gloss; `fails` tells why it is not yet so."""
    return pytest.param(text, list(wanted), id=gloss, marks=[not_yet(fails)] if fails else [])


def not_yet(reason: str) -> pytest.MarkDecorator:
    """The mark of what the guidelines ask for and the coder does not do yet; it fails as soon as the coder does."""
    return pytest.mark.xfail(strict=True, reason=reason)


def _agree(found: Told, want: Told) -> bool:
    return (found.type == want.type and found.status == want.status
            and all(_codes_agree(getattr(found, name), getattr(want, name))
                    for name in ("actors", "recipients", "according")))


def _codes_agree(found: str, wanted: str) -> bool:
    left = found.split()
    for alternatives in wanted.split():
        right = alternatives.split("|")
        same = next((c for c in left if c in right), "")
        if same not in right:
            return False
        if same:
            left.remove(same)
    return not left


def _echoes(found: Said, want: Said) -> bool:
    first, _, last = want.words.partition(GAP)
    same = found.words.startswith(first.strip()) and found.words.endswith(last.strip() or first.strip())
    return same and found.form == want.form and found.speaker in want.speaker.split("|")
