"""The bundled sample reports: written for the project, damaged as the sources are, and coded with valid records."""

import json
from collections import Counter
from typing import Any

import pytest
from conftest import SAMPLES

from rasad.pack import load_pack
from rasad.public import code
from rasad.records import as_dict
from rasad.stages.repair import repair

SAMPLE_IDS = [json.loads(line)["id"] for line in SAMPLES.read_text(encoding="utf-8").splitlines()]
Sample = dict[str, Any]


@pytest.fixture(scope="module")
def by_id(samples: list[Sample]) -> dict[str, Sample]:
    """The samples by id."""
    return {sample["id"]: sample for sample in samples}


@pytest.fixture(scope="module")
def codings(samples: list[Sample]) -> dict[str, Sample]:
    """The coding of each sample, as plain dicts by id."""
    return {sample["id"]: as_dict(code(sample)) for sample in samples}


def spans(record: object) -> list[Sample]:
    """Every span anywhere in a record."""
    if isinstance(record, dict):
        own = [record] if set(record) == {"start", "end", "text"} else []
        return own + [span for value in record.values() for span in spans(value)]
    if isinstance(record, list):
        return [span for value in record for span in spans(value)]
    return []


def test_there_are_at_least_twelve_with_ids_of_their_own(samples: list[Sample]) -> None:
    """The demonstration has a dozen reports or more, each under its own id."""
    assert len(samples) >= 12
    assert max(Counter(sample["id"] for sample in samples).values()) == 1


@pytest.mark.parametrize("id_", SAMPLE_IDS)
def test_every_span_points_into_the_text_as_it_came(id_: str, by_id: dict[str, Sample],
                                                        codings: dict[str, Sample]) -> None:
    """`text[start:end] == span.text` for every span of the coding."""
    text, found = by_id[id_]["text"], spans(codings[id_])
    assert found
    assert [span for span in found if text[span["start"]:span["end"]] != span["text"]] == []


@pytest.mark.parametrize("id_", SAMPLE_IDS)
def test_every_sample_has_statements_or_events(id_: str, codings: dict[str, Sample]) -> None:
    """No sample comes back empty."""
    assert codings[id_]["statements"] or codings[id_]["events"]


@pytest.mark.parametrize("id_", SAMPLE_IDS)
def test_every_event_has_a_party_evidence_and_somebody_who_vouches(id_: str, codings: dict[str, Sample]) -> None:
    """No event is without a party, without evidence or without a source."""
    for event in codings[id_]["events"]:
        assert event["actors"] or event["recipients"]
        assert event["evidence"]
        assert event["according_to"]


@pytest.mark.parametrize("id_", SAMPLE_IDS)
def test_an_event_in_a_statement_is_according_to_its_speaker(id_: str, codings: dict[str, Sample]) -> None:
    """Where an event is told in a statement, its speaker is among those who vouch for it."""
    speakers = {s["id"]: s["speaker"]["code"] for s in codings[id_]["statements"]}
    for event in codings[id_]["events"]:
        if event["statement"] is not None and speakers[event["statement"]]:
            assert speakers[event["statement"]] in event["according_to"]


@pytest.mark.parametrize("id_", SAMPLE_IDS)
def test_a_statement_within_another_lies_inside_it(id_: str, codings: dict[str, Sample]) -> None:
    """The words of an inner statement are part of those of the outer one."""
    contents = {s["id"]: s["content"] for s in codings[id_]["statements"]}
    for statement in codings[id_]["statements"]:
        if statement["within"] is not None:
            outer, inner = contents[statement["within"]], statement["content"]
            assert outer["start"] <= inner["start"] < inner["end"] <= outer["end"]


@pytest.mark.parametrize("id_", SAMPLE_IDS)
def test_the_records_are_json_and_survive_it(id_: str, codings: dict[str, Sample]) -> None:
    """Written as JSON and read again, a coding is the same."""
    assert json.loads(json.dumps(codings[id_], ensure_ascii=False)) == codings[id_]


def test_the_samples_hold_the_damage_that_sources_have(samples: list[Sample]) -> None:
    """Lost half-spaces, Arabic letters and boilerplate all occur among the samples."""
    texts = [sample["text"] for sample in samples]
    words = load_pack("fa").words
    assert any("ي" in text or "ك" in text for text in texts)
    assert any(repair(text, words).text != text for text in texts)
    assert any(repair(text, words).boilerplate for text in texts)


def test_a_sample_told_in_a_claim_within_a_claim_is_kept_apart(codings: dict[str, Sample]) -> None:
    """The spokesman of one country tells what another country said: both speak, one within the other."""
    within = [s["within"] for coding in codings.values() for s in coding["statements"] if s["within"] is not None]
    assert within
