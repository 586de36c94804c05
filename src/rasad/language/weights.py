"""A weight is what one sign adds to the logarithm of the odds; weights are fitted on coded reports, never written.

A sign that no table knows says nothing.
"""

import math
from collections.abc import Iterable, Mapping
from pathlib import Path

from rasad.language.tables import TableError, merged


def load_weights(table: str, *folders: Path) -> dict[str, float]:
    """The weights of a table by sign. Raises TableError for one that is no number."""
    weights: dict[str, float] = {}
    for row in merged(table, *folders):
        try:
            weights[row["sign"]] = float(row["weight"])
        except ValueError:
            raise TableError(f"{table}, sign {row['sign']}: weight {row['weight']!r} is no number") from None
    return weights


def odds(weights: Mapping[str, float], signs: Iterable[str]) -> float:
    """The logarithm of the odds that the signs add up to."""
    total = 0.0
    for sign in signs:
        total += weights.get(sign, 0.0)
    return total


def chance(log_odds: float) -> float:
    """The chance between 0 and 1 of a logarithm of odds."""
    return 1 / (1 + math.exp(-log_odds))
