"""The evaluation gate: no score on the gold falls below its floor, and the floors hold for this gold only."""

import pytest
from gold import FLOORS, PARTS, Scores, digest, floors, present, reached
from raise_floors import raised, rounded

NAMES = [(part, name) for part in PARTS for name in floors()[1][part]]
needs_gold = pytest.mark.skipif(not present(), reason="the gold is not beside the repository")


@pytest.fixture(scope="module")
def scores() -> Scores:
    return reached()


@needs_gold
def test_the_floors_are_those_of_this_gold() -> None:
    """The gold is the one that the floors were made for."""
    assert digest() == floors()[0], f"the gold is not that of {FLOORS}: look at the scores, then raise the floors"


@needs_gold
@pytest.mark.parametrize(("part", "name"), NAMES)
def test_no_score_falls_below_its_floor(scores: Scores, part: str, name: str) -> None:
    """The score is at least its floor."""
    floor, score = floors()[1][part][name], scores[part].get(name, 0.0)
    assert score >= floor, f"{name} fell to {score:.4f}, its floor is {floor}"


@needs_gold
def test_every_score_has_a_floor(scores: Scores) -> None:
    """No score is left without a floor."""
    assert {(part, name) for part in PARTS for name in scores[part]} == set(NAMES)


def test_a_floor_is_only_lowered_when_told() -> None:
    """A score below its floor leaves the floor where it is; --lower lowers it; a higher score raises it."""
    old: Scores = {"f1": {"a": 0.5, "b": 0.5}, "accuracy": {}}
    new: Scores = {"f1": {"a": 0.4, "b": 0.6, "c": 0.1}, "accuracy": {}}
    assert raised(old, new, lower=False)["f1"] == {"a": 0.5, "b": 0.6, "c": 0.1}
    assert raised(old, new, lower=True)["f1"] == {"a": 0.4, "b": 0.6, "c": 0.1}


@pytest.mark.parametrize(("score", "floor"), [(0.8, 0.8), (0.7999, 0.79), (0.29, 0.29), (1.0, 1.0), (0.0, 0.0)])
def test_floors_are_rounded_down(score: float, floor: float) -> None:
    """A floor is never above the score it was made from, and two digits of a score stay two digits."""
    assert rounded(score) == floor
