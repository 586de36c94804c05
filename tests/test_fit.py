"""The model of confidence learns from verdicts what speaks for an event and what against it."""

import pytest
from logistic import BASE, Row, chance, fitted, frequent, moved

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
