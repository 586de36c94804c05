"""Weights of signs by which the right one of several options is the likeliest, found step by step; plain Python.

An option is a list of signs; options exclude each other. The same cases in the same order give the same weights.
"""

import math
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

_Held = tuple[list[list[int]], Sequence[float]]
_ROUNDS, _EARLY = 8, 4  # rounds over all cases, and those before the weights have settled
_STRIDE = 0.1
_SLIGHT = 1e-4  # a change of chance below this moves nothing


@dataclass(frozen=True, slots=True)
class Case:
    """The report it is of, the signs of each option, and how right each option is (at least one is)."""

    report: str
    options: Sequence[Sequence[str]]
    right: Sequence[float]


def fitted(cases: Sequence[Case], rare: int, pull: float) -> dict[str, float]:
    """The weights of the signs that enough options bear; `pull` draws each towards nothing whenever it is met.

    They are the mean of those after each of the later rounds, so that the last cases do not weigh most.
    """
    counted = Counter(sign for case in cases for option in case.options for sign in option)
    names = sorted(sign for sign, n in counted.items() if n >= rare)
    at = {name: number for number, name in enumerate(names)}
    held = [([[at[s] for s in option if s in at] for option in case.options], case.right) for case in cases]
    weights, moved, total = [0.0] * len(names), [0.01] * len(names), [0.0] * len(names)
    for number in range(_ROUNDS):
        for options, right in _shuffled(held, number):
            _step(options, right, weights, moved, pull)
        if number >= _EARLY:
            total = [t + w for t, w in zip(total, weights, strict=True)]
    return {name: t / (_ROUNDS - _EARLY) for name, t in zip(names, total, strict=True)}


def _step(options: Sequence[Sequence[int]], right: Sequence[float], weights: list[float], moved: list[float],
          pull: float) -> None:
    """The weights are nearer to those by which the right options of one case are likely."""
    values = [sum([weights[i] for i in own]) for own in options]
    for own, slope in zip(options, _slopes(values, right), strict=True):
        if abs(slope) >= _SLIGHT:
            for i in own:
                step = slope + pull * weights[i]
                moved[i] += step * step
                weights[i] -= _STRIDE * step / math.sqrt(moved[i])


def _slopes(values: Sequence[float], right: Sequence[float]) -> list[float]:
    """For each option by how much it is held likelier than it should be."""
    most = max(values)
    raised = [math.exp(value - most) for value in values]
    total = sum(raised)
    fit = [p * r for p, r in zip(raised, right, strict=True)]
    share = sum(fit) or 1.0
    return [p / total - f / share for p, f in zip(raised, fit, strict=True)]


def _shuffled(held: Sequence[_Held], number: int) -> list[_Held]:
    """The cases in an order of their own for each round."""
    rows = [*held]
    random.Random(number).shuffle(rows)  # noqa: S311 – an order, no secret
    return rows
