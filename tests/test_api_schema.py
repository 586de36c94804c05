"""Every answer is one that the description of the API tells, whatever is asked."""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from archives import sample_reports
from conftest import SAMPLES
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

from rasad.archive import Archive
from rasad.archive.keeping import keep
from rasad.archive.tokens import add
from rasad.workbench import site_of

_UNFIT: list[Any] = [positive_data_acceptance, negative_data_rejection]
LABELS = ("GET /events", "GET /statements", "GET /reports", "GET /reports/{id_}", "GET /records/{id_}",
          "GET /records/{id_}/judgements", "POST /records/{id_}/judgements", "POST /reports/{id_}/records",
          "GET /export.{form}", "GET /releases", "GET /concord", "GET /health")


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, str]]:
    """The description of the API over an archive of the samples, and a token of a reviewer."""
    with Archive(str(tmp_path_factory.mktemp("api") / "a.sqlite")) as archive:
        keep(archive, sample_reports(SAMPLES))
        schema = schemathesis.openapi.from_asgi("/api/openapi.json", site_of(archive, here=False))
        yield schema, add(archive, "آزمون", "reviewer")


def test_every_operation_is_tried(described: tuple[Any, str]) -> None:
    """The operations below are all that there are."""
    assert sorted(found.ok().label for found in described[0].get_all_operations()) == sorted(LABELS)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=["right", "wrong"])
@pytest.mark.parametrize("label", LABELS)
def test_every_answer_is_described(label: str, mode: GenerationMode, described: tuple[Any, str]) -> None:
    """No request, of the right form or of a wrong one, gets an answer that is not told, or one without a token.

    Two checks do not know what an address can tell: a value of the right form may mean nothing («type=x»), and
    one of a wrong type is a value all the same («actor=false»).
    """
    schema, token = described
    operation = schema.find_operation_by_label(label)
    if mode is GenerationMode.NEGATIVE and not (operation.definition.raw.get("parameters") or operation.body):
        pytest.skip("there is nothing to get wrong")

    @settings(max_examples=40, deadline=None, derandomize=True, phases=[Phase.generate], database=None,
              suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy(generation_mode=mode))
    def answered(case: schemathesis.Case[Any]) -> None:
        case.call_and_validate(headers={"Authorization": f"Bearer {token}"}, excluded_checks=_UNFIT)

    answered()
