"""Confidence tells surer records from unsure ones by how they were read, and holds good on the coded reports."""

import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from gold import DEV, SCORER, present
from support import coded, stages

from rasad.inputs import report_of
from rasad.language.tables import TableError, rows
from rasad.pack import PACKS, load_pack
from rasad.public import code_report, pack_of
from rasad.records import Report, as_dict
from rasad.stages.code.confidence import LEAST, MOST, TABLE, chance, load_confidence
from rasad.stages.code.confidence import facts as every_fact
from rasad.stages.code.features import features

PLAIN = "ارتش روسیه به اوکراین حمله کرد."


def sure(text: str) -> float:
    """The confidence of the one event of a text."""
    [event] = coded(text).events
    return event.confidence


def facts(text: str) -> set[str]:
    """The features of the one event of a text."""
    coding = stages(text)
    [draft] = coding.events
    return set(features(draft, coding.readings[draft.sentence]))


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


def test_what_happens_to_nobody_is_less_sure() -> None:
    """An act of one party alone is less sure than one with two."""
    assert "recipient:none" in facts("ارتش روسیه رزمایش برگزار کرد.")
    assert "recipient:none" not in facts(PLAIN)
    assert sure("ارتش روسیه رزمایش برگزار کرد.") < sure(PLAIN)


def test_a_country_taken_from_around_counts_against_it() -> None:
    """A party whose country the report leaves out is less sure than one told with it."""
    assert "actor:guessed" in facts("شورشیان در ترکیه به ارتش روسیه حمله کردند.")
    assert "actor:guessed" not in facts("شورشیان ترکیه به ارتش روسیه حمله کردند.")
    assert load_pack("fa").confidence.weights["actor:guessed"].value < 0


@pytest.mark.parametrize(("text", "held"), [
    pytest.param(PLAIN, {"trigger:compound", "clause:main", "status:actual", "said:outlet", "actor:subject",
                         "recipient:to"}, id="a plain attack"),
    pytest.param("حملهٔ ارتش روسیه به اوکراین", {"trigger:heading", "actor:ezafe", "recipient:after"}, id="a headline"),
    pytest.param("در پی حملهٔ ارتش روسیه به اوکراین، بازارها بسته شد.", {"trigger:noun", "actor:ezafe"},
                 id="a noun in a clause with a verb"),
    pytest.param("ارتش روسیه نظامیان اوکراینی را کشت.", {"trigger:verb", "recipient:object"}, id="a verb alone"),
    pytest.param("پوتین گفت که ارتش روسیه به اوکراین حمله کرد.", {"said:verb", "clause:that"},
                 id="under a verb of saying"),
    pytest.param("ارتش روسیه که به اوکراین حمله کرد، ارتش بزرگی است.", {"clause:relative"}, id="a relative clause"),
    pytest.param("روسیه و ایران مذاکره کردند.", {"recipient:mutual", "actor:many"}, id="talks"),
    pytest.param("ارتش روسیه رزمایش برگزار کرد.", {"parties:lone"}, id="one country alone"),
])
def test_an_event_has_the_features_of_how_it_was_read(text: str, held: set[str]) -> None:
    """What tells an event, in which clause and whose words, and where each party stands are features of it."""
    assert held <= facts(text)


def test_no_event_is_certain() -> None:
    """However much speaks for or against an event, its confidence stays between the least and the most."""
    assert (chance([9.0, 9.0]), chance([-9.0])) == (MOST, LEAST)
    assert 0 < LEAST < MOST < 1


def test_confidence_is_the_sum_of_its_weights_on_the_scale_of_chances() -> None:
    """The weights told for an event are all that its confidence is made of."""
    coding, confidence = stages(PLAIN), load_pack("fa").confidence
    [draft] = coding.events
    reading = coding.readings[draft.sentence]
    assert chance(weight.value for weight in confidence.told(draft, reading)) == confidence.of(draft, reading)


def test_who_did_it_changes_nothing() -> None:
    """The same words of other countries that are at peace are as sure."""
    assert sure("ارتش سودان به اتیوپی حمله کرد.") == sure("ارتش کنیا به تانزانیا حمله کرد.")


def test_a_graver_claim_is_no_surer_one() -> None:
    """A hundred killed are as sure as ten."""
    assert sure("در حمله ارتش سودان به اتیوپی صد سرباز کشته شدند.") == sure(
        "در حمله ارتش سودان به اتیوپی ده سرباز کشته شدند.")


def test_every_feature_has_words(samples: list[dict[str, str]]) -> None:
    """Whatever feature an event of the samples has stands in the table, and no two features have the same words."""
    table = list(rows(PACKS / "fa" / TABLE))
    names, words = [row["feature"] for row in table], [row["told"] for row in table]
    assert sorted(set(names)) == sorted(names)
    assert sorted(set(words)) == sorted(words)
    for sample in samples:
        coding = stages(sample["text"], published=sample["published"])
        found = {f for draft in coding.events for f in every_fact(draft, coding.readings[draft.sentence])}
        assert found <= set(names)


def test_an_own_table_changes_a_weight(tmp_path: Path) -> None:
    """A row of one's own takes the place of the package's, the other rows stay."""
    (tmp_path / TABLE).write_text("feature\tweight\ttold\nactor:subject\t-2\tthe subject did it\n", encoding="utf-8")
    [event] = code_report(Report(PLAIN, published="2024-05-14"), pack_of(tmp_path)).events
    assert event.confidence < sure(PLAIN) - 0.2


def test_what_is_hardly_sure_is_not_told(tmp_path: Path) -> None:
    """An event whose features speak loudly against it is left out, and nothing else is."""
    (tmp_path / TABLE).write_text("feature\tweight\ttold\nactor:subject\t-9\tthe subject did it\n", encoding="utf-8")
    coding = code_report(Report(f"{PLAIN} در حمله هند به پاکستان ده سرباز پاکستانی کشته شدند.", published="2024-05-14"),
                         pack_of(tmp_path))
    assert [[party.code for party in event.actors] for event in coding.events] == [["IND"]]


def test_a_weight_that_is_no_number_is_named(tmp_path: Path) -> None:
    """The message says which feature of the table has the weight that cannot be read."""
    (tmp_path / TABLE).write_text("feature\tweight\ttold\nactor:subject\tmuch\tthe subject\n", encoding="utf-8")
    with pytest.raises(TableError, match=r"confidence.tsv, feature actor:subject: weight 'much' is no number"):
        load_confidence(tmp_path)


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
