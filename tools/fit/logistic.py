"""A logistic model of yes-or-no features: a choice between being right by them, and not."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import steps
from steps import Case, Table

BASE = "base"


class Row(NamedTuple):
    """One case: the features that hold of it, and whether it is right."""

    features: Sequence[str]
    right: bool


def fitted(rows: Sequence[Row], names: Sequence[str], strength: float) -> dict[str, float]:
    """The weights of the names that make the rows likeliest; `strength` draws all but the base towards nothing."""
    wanted = frozenset(names)
    table = Table.of([Case("", [[f for f in row.features if f in wanted], []], [row.right, not row.right])
                      for row in rows], 1)
    pull = np.array([0.0 if name == BASE else strength for name in table.names])
    return {**dict.fromkeys(names, 0.0), **steps.fitted(table, pull)}


def frequent(rows: Sequence[Row], least: int) -> list[str]:
    """The features that hold of enough rows to say anything, the base first."""
    counted = Counter(f for row in rows for f in row.features)
    return [BASE, *sorted(name for name, n in counted.items() if n >= least and name != BASE)]


def chance(weights: Mapping[str, float], features: Iterable[str]) -> float:
    """How likely a case with the features is right."""
    return _chance(weights.get(f, 0.0) for f in features)


def moved(weights: Mapping[str, float], rows: Sequence[Row], share: float) -> dict[str, float]:
    """The weights with the base at which the mean chance of the rows is `share`."""
    low, high = -9.0, 9.0
    while high - low > 1e-6:  # finer than what is written
        base = (low + high) / 2
        mean = sum(chance({**weights, BASE: base}, row.features) for row in rows) / len(rows)
        low, high = (base, high) if mean < share else (low, base)
    return {**weights, BASE: low}


def _chance(values: Iterable[float]) -> float:
    return 1 / (1 + math.exp(-sum(values)))
