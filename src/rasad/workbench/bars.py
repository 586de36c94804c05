"""Bars stand over a line where they are cooperation and hang under it where they are conflict.

Every bar is as long as its number; a scale is one for all the bars that stand beside each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rasad.workbench.periods import CONFLICT, COOPERATION, Tally

_WIDE, _LEAST = 0.82, 0.7  # of a period that a bar is wide; units that the shortest is long
_STEPS = (1, 2, 5, 10)
LOWEST, HIGHEST = -10.0, 10.0  # of the scores


@dataclass(frozen=True, slots=True)
class Bar:
    """The number of one class in one period, as it is drawn."""

    period: int
    kind: str
    number: float
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line across with its number."""

    number: float
    y: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """Bars and the lines behind them on a ground of some size."""

    width: int
    height: int
    bars: Sequence[Bar]
    lines: Sequence[Line]
    zero: float


def standing(numbers: Sequence[int], width: int, height: int) -> Drawing:
    """One bar a period."""
    most = max(numbers, default=0) or 1
    bars = [_bar(n, "events", number, (width, len(numbers)), (height, height * number / most))
            for n, number in enumerate(numbers) if number]
    return Drawing(width, height, bars, [], height)


def parted(tallies: Sequence[Tally], width: int, height: int) -> Drawing:
    """The classes of each period, cooperation above the line and conflict under it."""
    above = max((one.cooperation for one in tallies), default=0)
    below = max((one.conflict for one in tallies), default=0)
    unit = height / ((above + below) or 1)
    zero, bars = above * unit, list[Bar]()
    for n, one in enumerate(tallies):
        for kinds, up in ((COOPERATION, True), (CONFLICT, False)):
            at = zero
            for kind in kinds:
                long = one.by_class[kind] * unit
                if long:
                    at = at - long if up else at
                    bars.append(_bar(n, kind, one.by_class[kind], (width, len(tallies)), (at + long, long)))
                    at = at if up else at + long
    lines = [Line(abs(number), zero - number * unit) for number in _round_numbers(-below, above)]
    return Drawing(width, height, bars, lines, zero)


def scored(tallies: Sequence[Tally], width: int, height: int) -> Drawing:
    """The mean score of each period."""
    unit = height / (HIGHEST - LOWEST)
    zero, bars = HIGHEST * unit, list[Bar]()
    for n, one in enumerate(tallies):
        if one.mean is not None:
            long = abs(one.mean) * unit
            kind = CONFLICT[1] if one.mean < 0 else COOPERATION[1]
            foot = zero + (long if one.mean < 0 else 0)
            bars.append(_bar(n, kind, one.mean, (width, len(tallies)), (foot, long)))
    return Drawing(width, height, bars, [Line(number, zero - number * unit) for number in (-10, -5, 0, 5, 10)], zero)


def _bar(period: int, kind: str, number: float, across: tuple[int, int], up: tuple[float, float]) -> Bar:
    """A bar in its period, `across` being the width of all periods and how many they are, `up` its foot and length."""
    whole = across[0] / across[1]
    wide = min(whole * _WIDE, 48.0)
    foot, long = up[0], max(up[1], _LEAST)
    return Bar(period, kind, number, round(whole * (period + 0.5) - wide / 2, 2), round(foot - long, 2), round(wide, 2),
               round(long, 2))


def _round_numbers(low: float, high: float) -> list[int]:
    """Round numbers between two, about four of them, and zero."""
    wanted = max(1.0, (high - low) / 5)
    ten = 10 ** (len(str(int(wanted))) - 1)
    step = next(ten * one for one in _STEPS if ten * one >= wanted)
    return [n * step for n in range(-int(-low // step), int(high // step) + 1)]
