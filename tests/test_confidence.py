"""Confidence tells surer records from unsure ones by how they were read, and holds good on the coded reports."""

import importlib.util
import json
from collections.abc import Iterator
from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest
from gold import DEV, SCORER, present
from support import coded, stages

from rasad.inputs import report_of
from rasad.public import code_report, pack_of
from rasad.records import as_dict
from rasad.stages.code.confidence import EVENT_FACTS, LEAST, MOST, event_confidence

PLAIN = "ارتش روسیه به اوکراین حمله کرد."


def sure(text: str) -> float:
    """The confidence of the one event of a text."""
    [event] = coded(text).events
    return event.confidence


def facts(text: str) -> set[str]:
    """The names of what holds of the one event of a text."""
    [draft] = stages(text).events
    return {fact.name for fact in EVENT_FACTS if fact.holds(draft)}


@pytest.mark.parametrize("text", [
    pytest.param("به اوکراین حمله شد.", id="nobody is told to have done it"),
    pytest.param("ارتش روسیه به اوکراین حمله نکرد.", id="denied"),
    pytest.param("شاید ارتش روسیه به اوکراین حمله کند.", id="only possible"),
    pytest.param("اگر ارتش روسیه به اوکراین حمله کند، جنگ آغاز می‌شود.", id="a condition"),
    pytest.param("آن‌ها به اوکراین حمله کردند.", id="nobody but a pronoun"),
])
def test_what_is_told_less_firmly_is_less_sure(text: str) -> None:
    """An attack without its doer, denied, possible or by «them» is less sure than a plain one with both parties."""
    assert sure(text) < sure(PLAIN)


def test_an_event_with_its_day_is_surer() -> None:
    """A report that tells when something happened tells it as an event."""
    assert sure("ارتش روسیه دیروز به اوکراین حمله کرد.") > sure(PLAIN)


def test_what_happens_to_nobody_is_less_sure() -> None:
    """An act of one party alone is less sure than one with two."""
    assert "nobody is told to whom it was done" in facts("ارتش روسیه رزمایش برگزار کرد.")
    assert "nobody is told to whom it was done" not in facts(PLAIN)


def test_a_country_taken_from_around_counts_against_it() -> None:
    """A party whose country the report leaves out is less sure than one told with it."""
    guess = "the country of a party is taken from around it"
    assert guess in facts("شورشیان در ترکیه به ارتش روسیه حمله کردند.")
    assert guess not in facts("شورشیان ترکیه به ارتش روسیه حمله کردند.")


def test_an_event_against_which_all_speaks_keeps_the_least_confidence() -> None:
    """However many facts speak against an event, its confidence is the least, not less."""
    [draft] = stages("شاید ارتش روسیه به اوکراین حمله کند.").events
    nobody = replace(draft, actors=[], recipients=[replace(m, kind="pronoun", guessed=True) for m in draft.recipients],
                     place=None, guesses=1, type="COERCE")
    assert event_confidence(nobody) == LEAST


def test_no_event_is_certain() -> None:
    """However much speaks for an event, its confidence stays below one."""
    [draft] = stages("ارتش روسیه دیروز به شهر خارکیف در اوکراین حمله کرد.").events
    assert event_confidence(replace(draft, guesses=0, evidence=draft.evidence * 3, mutual=True)) == MOST < 1


def test_weights_are_round() -> None:
    """Every weight is a multiple of a twentieth: the model can be read, and is no fit to single reports."""
    for weight in [fact.weight for fact in EVENT_FACTS]:
        assert round(weight * 20) == pytest.approx(weight * 20)


def test_every_fact_has_a_name_of_its_own() -> None:
    """The facts can be told apart by their names."""
    names = [fact.name for fact in EVENT_FACTS]
    assert sorted(set(names)) == sorted(names)


@pytest.fixture(scope="module")
def judged() -> list[tuple[float, bool]]:
    """The events coded from the gold reports: how sure each is, and whether its type and countries are right."""
    spec = importlib.util.spec_from_file_location("gold_score", SCORER)
    assert spec is not None
    assert spec.loader is not None
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    documents = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(DEV.glob("*.json"))]
    return [row for document in documents for row in verdicts(score, document)]


def verdicts(score: ModuleType, document: dict[str, Any]) -> Iterator[tuple[float, bool]]:
    """How sure each event coded from a gold report is, and whether the report has it."""
    events = as_dict(code_report(report_of(document), pack_of()))["events"]
    same = score.who(score.country)
    pairs = score.pair_up(document["events"], events, lambda g, c: 1 if g["type"] == c["type"] and same(g, c) else 0)
    right = {number for _, number in pairs}
    yield from ((event["confidence"], number in right) for number, event in enumerate(events))


def share(judged: list[tuple[float, bool]], low: float, high: float) -> float:
    """The share of right events among those as sure as that."""
    right = [is_right for confidence, is_right in judged if low <= confidence < high]
    return sum(right) / len(right)


needs_gold = pytest.mark.skipif(not present(), reason="the gold is not beside the repository")


@needs_gold
def test_sure_events_are_right_far_more_often_than_unsure_ones(judged: list[tuple[float, bool]]) -> None:
    """Of the events at .8 and above a third more are right than of those below .5."""
    assert share(judged, 0.8, 1) > share(judged, 0, 0.5) + 1 / 3


@needs_gold
def test_surer_events_are_more_often_right(judged: list[tuple[float, bool]]) -> None:
    """From the unsure to the sure the share of right events rises from bin to bin."""
    shares = [share(judged, low, high) for low, high in ((0, 0.4), (0.4, 0.6), (0.6, 0.75), (0.75, 1))]
    assert shares == sorted(shares)
