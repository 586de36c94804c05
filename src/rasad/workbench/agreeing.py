"""How far reviewers agree, field by field and two by two; every figure leads to the records that it counts."""

from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter
from starlette.responses import Response

from rasad.archive.agreeing import Difference, by_field, by_pair, differences
from rasad.archive.versions import VERDICT
from rasad.workbench.rendering import page
from rasad.workbench.visits import Visiting

router = APIRouter()
_SHOWN = 100  # differences of one figure


@router.get("/concord")
def concord(visit: Visiting) -> Response:
    """Agreement over all, of every two, or of the two that the address names; and where they differ in a field."""
    params = visit.request.query_params
    one, other, field = (params.get(name, "") for name in ("one", "other", "field"))
    two, apart = (one, other) if one and other else None, params.get("apart") == "1"
    with visit.archive.reading() as connection:
        fields = by_field(connection, apart=apart)
        pairs = by_pair(connection, VERDICT, apart=apart)
        each = by_pair(connection, apart=apart) if two else []
        found: list[Difference] = []
        if field and not visit.blind:
            found = differences(connection, field, two, apart=apart, limit=_SHOWN)

    def address(**more: Any) -> str:  # noqa: ANN401
        told = {"one": one if two else "", "other": other if two else "", "apart": "1" if apart else "", **more}
        return f"/concord?{urlencode({name: value for name, value in told.items() if value})}"

    return page(visit, "concord.html", fields=fields, pairs=pairs, two=two,
                of_two=[pair for pair in each if {pair.one, pair.other} == set(two or ())], apart=apart,
                field=field, found=found, address=address, most=_SHOWN)
