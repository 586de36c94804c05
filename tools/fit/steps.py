"""Weights of signs by which the right one of several options is the likeliest, found step by step; plain Python.

An option is a list of signs; options exclude each other. The same cases in the same order give the same weights.
"""

import math
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_Held = tuple[list[list[int]], Sequence[float]]
_ROUNDS = 8
_STRIDE = 0.1
_SEED = 1
_SLIGHT = 1e-4  # a change of chance below this moves nothing


@dataclass(frozen=True, slots=True)
class Case:
    """The report it is of, the signs of each option, and how right each option is (at least one is)."""

    report: str
    options: Sequence[Sequence[str]]
    right: Sequence[float]


def fitted(cases: Sequence[Case], rare: int, pull: float) -> dict[str, float]:
    """The weights of the signs that more than a few options bear; `pull` draws each towards nothing wherever met."""
    counted = Counter(sign for case in cases for option in case.options for sign in option)
    names = sorted(sign for sign, n in counted.items() if n >= rare)
    at = {name: number for number, name in enumerate(names)}
    held = [([[at[s] for s in option if s in at] for option in case.options], case.right) for case in cases]
    weights, moved, kept = [0.0] * len(names), [0.01] * len(names), [0.0] * len(names)
    for number, (options, right) in enumerate(_shuffled(held), start=1):
        if number % len(held) == 0 and number > len(held) * _ROUNDS // 2:
            kept = [k + w for k, w in zip(kept, weights, strict=True)]
        slopes = _slopes([sum([weights[i] for i in own]) for own in options], right)
        for own, slope in zip(options, slopes, strict=True):
            if abs(slope) < _SLIGHT:
                continue
            for i in own:
                step = slope + pull * weights[i]
                moved[i] += step * step
                weights[i] -= _STRIDE * step / math.sqrt(moved[i])
    rounds = _ROUNDS - _ROUNDS // 2
    return {name: weight / rounds for name, weight in zip(names, kept, strict=True)}


def _slopes(values: Sequence[float], right: Sequence[float]) -> list[float]:
    """For each option by how much it is held likelier than it should be."""
    most = max(values)
    raised = [math.exp(value - most) for value in values]
    total = sum(raised)
    fit = [p * r for p, r in zip(raised, right, strict=True)]
    share = sum(fit) or 1.0
    return [p / total - f / share for p, f in zip(raised, fit, strict=True)]


def _shuffled(held: Sequence[_Held]) -> Iterator[_Held]:
    order = random.Random(_SEED)  # noqa: S311 – an order, no secret
    rows = [*held]
    for _ in range(_ROUNDS):
        order.shuffle(rows)
        yield from rows
