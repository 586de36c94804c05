"""Weights learn from verdicts what speaks for an event, and from several options which one is right."""

import numpy as np
import pytest
import steps
from logistic import BASE, Row, chance, fitted, frequent, moved
from parts import PARTS, part_of
from steps import Case, Table

OFTEN = [Row((BASE, "good"), right=True)] * 30 + [Row((BASE, "good"), right=False)] * 10
SELDOM = [Row((BASE, "bad"), right=True)] * 10 + [Row((BASE, "bad"), right=False)] * 30
ROWS = [*OFTEN, *SELDOM]
NAMES = [BASE, "bad", "good"]


def test_the_weights_give_back_the_shares_they_were_fitted_on() -> None:
    """Three in four are right with the one feature and one in four with the other; hardly drawn, so say the weights."""
    weights = fitted(ROWS, NAMES, 0.001)
    assert chance(weights, (BASE, "good")) == pytest.approx(0.75, abs=0.01)
    assert chance(weights, (BASE, "bad")) == pytest.approx(0.25, abs=0.01)


def test_a_stronger_pull_makes_weights_smaller() -> None:
    """The more the weights are drawn towards nothing, the nearer all chances are to the share of all rows."""
    free, drawn = (chance(fitted(ROWS, NAMES, strength), (BASE, "good")) for strength in (0.1, 50))
    assert 0.5 < drawn < free


def test_what_is_rare_has_no_weight() -> None:
    """A feature of fewer rows than asked for is left out; the base always stays, and first."""
    rare = [*ROWS, Row((BASE, "rare"), right=True)]
    assert frequent(rare, 2) == [BASE, "bad", "good"]


def test_the_mean_is_moved_and_the_order_stays() -> None:
    """Moved to a share, the chances have it as their mean, and what was likelier is likelier still."""
    weights = moved(fitted(ROWS, NAMES, 1), ROWS, 0.4)
    assert sum(chance(weights, row.features) for row in ROWS) / len(ROWS) == pytest.approx(0.4, abs=0.001)
    assert chance(weights, (BASE, "good")) > chance(weights, (BASE, "bad"))


def cases(right: str) -> list[Case]:
    """Choices between somebody near and somebody far, of whom the one named is right."""
    return [Case(str(n), [["near"], ["far"]], [float(right == "near"), float(right == "far")]) for n in range(20)]


def test_the_right_option_becomes_the_likelier() -> None:
    """Whoever is right in the cases has the greater weight; the same cases give the same weights."""
    near, far = (steps.fitted(Table.of(cases(right), 1), 1.0) for right in ("near", "far"))
    assert near["near"] > near["far"]
    assert far["far"] > far["near"]
    assert steps.fitted(Table.of(cases("near"), 1), 1.0) == near


def test_cases_that_are_not_heeded_teach_nothing() -> None:
    """Of two halves that say the opposite only the one that is heeded counts."""
    table = Table.of([*cases("near"), *cases("far")], 1)
    weights = steps.fitted(table, 1.0, np.array([1.0] * 20 + [0.0] * 20))
    assert weights["near"] > weights["far"]


def test_signs_of_few_options_have_no_weight() -> None:
    """A sign that fewer options bear than asked for is left out."""
    one = Case("other", [["near", "odd"], ["far"]], [1.0, 0.0])
    assert {"near", "far"} == set(steps.fitted(Table.of([*cases("near"), one], 2), 1.0))


def test_a_report_is_in_the_same_part_in_every_fit() -> None:
    """The part goes by the id alone, and there are reports in each."""
    ids = [f"report-{n}" for n in range(100)]
    assert {part_of(one) for one in ids} == set(range(PARTS))
    assert [part_of(one) for one in ids] == [part_of(one) for one in ids]
