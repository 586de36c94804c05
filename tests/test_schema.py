"""The published JSON Schema is what `rasad code` prints, neither wider nor narrower."""

import json
from typing import Any

import jsonschema
import pytest
from conftest import SAMPLES, Rasad

import rasad as package
from rasad.pack import ontology
from rasad.schema import json_schema


@pytest.fixture(scope="module")
def coded(samples: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [json.loads(json.dumps(package.as_dict(package.code(sample)))) for sample in samples]


def test_the_schema_is_a_schema() -> None:
    """The schema is valid by the draft it names."""
    jsonschema.Draft202012Validator.check_schema(json_schema())


def test_every_coded_sample_fits(coded: list[dict[str, Any]]) -> None:
    """Every coded sample fits the schema, and together they hold every kind of record."""
    validator = jsonschema.Draft202012Validator(json_schema())
    for report in coded:
        validator.validate(report)
    for kind in ("statements", "events", "agreements", "actors", "places", "times"):
        assert any(report[kind] for report in coded)


def test_a_report_in_another_language_fits() -> None:
    """An empty coding fits, too."""
    jsonschema.validate(package.as_dict(package.code("The talks have failed.")), json_schema())


@pytest.mark.parametrize(("path", "value"), [
    (("events", 0, "status"), "perhaps"), (("events", 0, "type"), "WAR"), (("statements", 0, "content", "start"), -1),
    (("statements", 0, "form"), None), (("report", "id"), 7), (("events", 0, "evidence"), {}),
    (("events", 0, "date"), "yesterday"), (("report", "colour"), "red"),
])
def test_what_breaks_the_contract_does_not_fit(coded: list[dict[str, Any]], path: tuple[str | int, ...],
                                               value: object) -> None:
    """A wrong status, type, offset, kind of value or an unknown field is refused."""
    broken: Any = json.loads(json.dumps(next(c for c in coded if c["events"] and c["statements"])))
    at = broken
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, json_schema())


def test_every_field_is_required(coded: list[dict[str, Any]]) -> None:
    """A coded report without one of its fields does not fit."""
    for name in coded[0]:
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({k: v for k, v in coded[0].items() if k != name}, json_schema())


def test_the_types_are_those_of_the_ontology() -> None:
    """The event types of the schema are those of the table of the ontology."""
    listed = json_schema()["$defs"]["Event"]["properties"]["type"]["enum"]
    assert set(listed) == {kind for kind, _ in ontology()}


def test_the_command_prints_it(rasad: Rasad) -> None:
    """`rasad schema` prints the schema."""
    assert json.loads(rasad("schema").out) == json_schema()


def test_the_order_of_fields_is_that_of_the_contract(rasad: Rasad) -> None:
    """The fields of an event stand in the order in which the contract prints them."""
    event = next(e for line in rasad("code", SAMPLES).out.splitlines() for e in json.loads(line)["events"])
    assert list(event) == ["id", "type", "mode", "quad", "score", "cameo", "actors", "recipients", "place", "date",
                           "status", "according_to", "statement", "evidence", "casualties", "agreements", "confidence",
                           "rule"]
