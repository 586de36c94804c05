"""The slider goes through the time of all that is selected, a period a step; what it is put on is the address."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from rasad.archive.selection import Selection
from rasad.archive.tallying import Span
from rasad.workbench.bars import Drawing, standing
from rasad.workbench.figures import limits, names
from rasad.workbench.period_names import Name
from rasad.workbench.periods import Frame, calendar_of, frame, tallies
from rasad.workbench.stretches import grain_of
from rasad.workbench.visits import Visit

_SIZE = (960, 56)
_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Slider:
    """The periods with their numbers, which of them are shown and, where that is one alone, its number from 1 on."""

    frame: Frame
    names: Sequence[Name]
    drawing: Drawing
    numbers: Sequence[int]
    shown: AbstractSet[int]
    at: int


def slider_of(visit: Visit, chosen: Selection, told: Sequence[Span], grain: str) -> Slider:
    """The slider of a selection; `told` are its events at any time."""
    since, until = limits(chosen)
    made = frame(told, ("", ""), calendar_of(visit.texts.language), grain or grain_of(since, until), since or until)
    numbers = [tally.events for tally in tallies(made.periods, told)]
    shown = {n for n, one in enumerate(made.periods)
             if (since or until) and one.until >= since and (not until or one.since <= until)}
    at = next((n for n, one in enumerate(made.periods, 1) if (one.since, one.until) == (since, until)), 0)
    return Slider(made, names(made, visit.texts), standing(numbers, *_SIZE), numbers, shown, at)


def put_on(told: str, slider: Slider, chosen: Selection) -> Selection:
    """The selection of the period that the slider is put on; of all time at 0 and beyond."""
    number = int(told) if told.isascii() and told.isdigit() and len(told) < _DIGITS else 0
    periods = slider.frame.periods
    one = periods[number - 1] if 0 < number <= len(periods) else None
    return replace(chosen, since=one.since if one else "", until=one.until if one else "")
