"""How far reviewers agree, field by field and two by two; every figure leads to the records that it counts."""

from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter
from starlette.responses import Response

from rasad.archive.agreeing import Difference, Figure, Pair, by_field, by_pair, differences
from rasad.archive.versions import VERDICT
from rasad.workbench.fields import EVENT_FIELDS, STATEMENT_FIELDS
from rasad.workbench.rendering import page
from rasad.workbench.visits import Visiting

router = APIRouter()
_SHOWN = 100  # differences of one figure
_ORDER = {name: at for at, name in enumerate((VERDICT, *EVENT_FIELDS, *STATEMENT_FIELDS))}


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
        of_two = sorted((pair for pair in each if {pair.one, pair.other} == set(two or ())), key=_place)
        found: list[Difference] = []
        if field and not visit.blind:
            found = differences(connection, field, two, apart=apart, limit=_SHOWN)

    def address(**more: Any) -> str:  # noqa: ANN401
        told = {"one": one if two else "", "other": other if two else "", "apart": "1" if apart else "", **more}
        return f"/concord?{urlencode({name: value for name, value in told.items() if value})}"

    return page(visit, "concord.html", fields=sorted(fields, key=_place), pairs=pairs, two=two,
                of_two=of_two, apart=apart,
                field=field, found=found, address=address, most=_SHOWN)


def _place(figure: Figure | Pair) -> int:
    """Fields stand in the order of the form."""
    return _ORDER.get(figure.field, len(_ORDER))
