"""A logistic model of yes-or-no features, fitted with L2; plain Python, the same figures on every machine."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

BASE = "base"
_ROUNDS = 12  # Newton's steps: after six of them nothing moves any more


class Row(NamedTuple):
    """One case: the features that hold of it, and whether it is right."""

    features: Sequence[str]
    right: bool


def fitted(rows: Sequence[Row], names: Sequence[str], strength: float) -> dict[str, float]:
    """The weights of the names that make the rows likeliest; `strength` draws all but the base towards nothing."""
    at = {name: number for number, name in enumerate(names)}
    held = [[at[f] for f in row.features if f in at] for row in rows]
    drawn = [0.0 if name == BASE else strength for name in names]
    weights = [0.0] * len(names)
    for _ in range(_ROUNDS):
        slope = [-d * w for d, w in zip(drawn, weights, strict=True)]
        bend = [[drawn[i] if i == j else 0.0 for j in range(len(names))] for i in range(len(names))]
        for row, own in zip(rows, held, strict=True):
            p = _chance(weights[i] for i in own)
            for i in own:
                slope[i] += row.right - p
                for j in own:
                    bend[i][j] += p * (1 - p)
        weights = [w + step for w, step in zip(weights, _solved(bend, slope), strict=True)]
    return dict(zip(names, weights, strict=True))


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


def _solved(matrix: list[list[float]], wanted: Sequence[float]) -> list[float]:
    """The solution of the linear equations, by elimination; the matrix is positive definite."""
    n = len(wanted)
    rows = [[*row, value] for row, value in zip(matrix, wanted, strict=True)]
    for i in range(n):
        for below in rows[i + 1:]:
            if below[i]:
                factor = below[i] / rows[i][i]
                for j in range(i, n + 1):
                    below[j] -= factor * rows[i][j]
    out = [0.0] * n
    for i in reversed(range(n)):
        known = sum(rows[i][j] * out[j] for j in range(i + 1, n))
        out[i] = (rows[i][n] - known) / rows[i][i]
    return out
