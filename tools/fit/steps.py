"""Weights of signs by which the right one of several options is the likeliest, fitted by scipy's L-BFGS.

An option is a list of signs; options exclude each other. The same cases give the same weights.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_array

_ROUNDS = 80  # after which the chances of cases left out no longer change
_NEVER = 1e-12  # no chance is nought
Numbers = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Case:
    """The report it is of, the signs of each option, and how right each option is (at least one is)."""

    report: str
    options: Sequence[Sequence[str]]
    right: Sequence[float]


@dataclass(frozen=True, slots=True)
class Table:
    """Every option of the cases as a row of its signs, how right it is, and the case it is of."""

    names: Sequence[str]
    rows: csr_array[np.float64]
    right: Numbers
    case: np.ndarray[Any, np.dtype[np.int64]]
    starts: np.ndarray[Any, np.dtype[np.int64]]

    @classmethod
    def of(cls, cases: Sequence[Case], rare: int) -> "Table":
        """The table of the cases, with the signs that enough options bear."""
        counted = Counter(sign for case in cases for option in case.options for sign in option)
        names = sorted(name for name, n in counted.items() if n >= rare)
        at = {name: number for number, name in enumerate(names)}
        held = [[at[s] for s in option if s in at] for case in cases for option in case.options]
        ends = np.cumsum([0, *map(len, held)])
        found = np.array([i for own in held for i in own], dtype=np.int64)
        rows = csr_array((np.ones(len(found)), found, ends), shape=(len(held), len(names)))
        sizes = [len(case.options) for case in cases]
        return cls(names, rows, np.array([r for case in cases for r in case.right], dtype=np.float64),
                   np.repeat(np.arange(len(cases)), sizes), np.cumsum([0, *sizes[:-1]]))

    def loss(self, weights: Numbers, heed: Numbers, pull: Numbers | float) -> tuple[float, Numbers]:
        """How unlikely the weights hold what is right in the cases heeded, and which way that rises."""
        values = np.asarray(self.rows @ weights)
        raised = np.exp(values - np.maximum.reduceat(values, self.starts)[self.case])
        chance = raised / np.add.reduceat(raised, self.starts)[self.case]
        share = np.maximum(np.add.reduceat(chance * self.right, self.starts), _NEVER)
        slope = self.rows.T @ ((chance - chance * self.right / share[self.case]) * heed[self.case])
        return float(-(np.log(share) * heed).sum() + (pull * weights) @ weights / 2), slope + pull * weights


def fitted(table: Table, pull: Numbers | float, heed: Numbers | None = None) -> dict[str, float]:
    """The weights that make what is right in the cases likeliest; `pull` draws each, or all, towards nothing.

    `heed` tells by case how much it counts: 0 for those left out.
    """
    heard = np.ones(len(table.starts)) if heed is None else heed
    found = minimize(table.loss, np.zeros(len(table.names)), args=(heard, pull), jac=True, method="L-BFGS-B",
                     options={"maxiter": _ROUNDS})
    return dict(zip(table.names, found.x.tolist(), strict=True))
