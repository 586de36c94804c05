"""A weight is what one sign adds to the logarithm of the odds; weights are fitted on coded reports, never written.

A sign that no table knows says nothing.
"""

import math
from collections.abc import Iterable, Sequence
from pathlib import Path

from rasad.language.tables import TableError

_HEAD = "sign\tweight"


def load_weights(table: str, *folders: Path) -> dict[str, float]:
    """The weights of a table by sign, later folders first to speak. Raises TableError for one that is no number."""
    weights: dict[str, float] = {}
    for folder in folders:
        path = folder / table
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []  # too many for rows of cells
        for number, line in enumerate(lines, start=1):
            sign, _, weight = line.partition("\t")
            if line == _HEAD or not line or line.startswith("#"):
                continue
            try:
                weights[sign] = float(weight)
            except ValueError:
                raise TableError(f"{table}, line {number}: weight {weight!r} of {sign!r} is no number; "
                                 "sign and weight are parted by one tab") from None
    return weights


def odds(weights: dict[str, float], signs: Iterable[str]) -> float:
    """The logarithm of the odds that the signs add up to."""
    total = 0.0
    for sign in signs:
        total += weights.get(sign, 0.0)
    return total


def chance(log_odds: float) -> float:
    """The chance between 0 and 1 of a logarithm of odds."""
    return 1 / (1 + math.exp(-log_odds))


def shares(values: Sequence[float]) -> list[float]:
    """The chance of each of several that exclude each other, from the logarithms of their odds."""
    most = max(values)
    raised = [math.exp(value - most) for value in values]
    total = math.fsum(raised)
    return [value / total for value in raised]
