"""Records on which reviewers differ are settled side by side: a further judgement says who is right, and in what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlencode

from fastapi import APIRouter
from starlette.datastructures import QueryParams
from starlette.responses import Response

from rasad.archive.errors import ArchiveError, MissingError
from rasad.archive.judging import ADJUDICATING, CORRECT, judge
from rasad.archive.standing import DISPUTED, Standing
from rasad.archive.versions import VERDICT
from rasad.workbench import choosing, review
from rasad.workbench.fields import EVENT_FIELDS, STATEMENT_FIELDS, told
from rasad.workbench.judging import WHY, changes_of, kind_of, name_of
from rasad.workbench.rendering import onward, page
from rasad.workbench.visits import Posted, Sending, Visit, Visiting

router = APIRouter()
_DISPUTED = {"review": (DISPUTED,), "rejected": True}


@dataclass(frozen=True, slots=True)
class Side:
    """What one reviewer left of a record: its fields as a form has them, none where it was rejected."""

    reviewer: str
    key: str
    fields: Mapping[str, str] | None


@router.get("/adjudicate")
def adjudicate(visit: Visiting) -> Response:
    """The records on which reviewers differ, one of them to be settled."""
    return _shown(visit, visit.request.query_params)


@router.post("/adjudicate")
def settle(sent: Sending) -> Response:
    """The record of the form is as one of those who differ left it, as the form has it, or is to go."""
    record, kind, side = sent.one("record"), sent.one("kind"), sent.one("side")
    try:
        made = judge(sent.visit.archive, record, kind_of(kind), reviewer=name_of(sent), why=sent.one("why")[:WHY],
                     changes=changes_of(sent, record) if kind == CORRECT else None, manner=ADJUDICATING, side=side)
    except MissingError:
        raise
    except ArchiveError as error:
        fields = {name: sent.one(name) for name in (*EVENT_FIELDS, *STATEMENT_FIELDS) if name in sent.form}
        return _shown(sent.visit, QueryParams([*_state(sent).items(), ("at", record)]), fault=error, sent=fields)
    told_on = {**_state(sent), "at": sent.one("next"), "done": made.id}
    return onward(f"/adjudicate?{urlencode({name: value for name, value in told_on.items() if value}, doseq=True)}")


def _state(sent: Posted) -> dict[str, Any]:
    return {name: value for name, value in parse_qs(sent.one("back")).items() if name not in {"at", "done"}}


def _shown(visit: Visit, params: QueryParams, *, fault: ArchiveError | None = None,
           sent: dict[str, str] | None = None) -> Response:
    chosen = choosing.chosen_by(params)
    if visit.blind:
        return page(visit, "adjudicate.html", current=None, queue=[], fault=None, last=[])
    with visit.archive.reading() as connection:
        values = review.waiting(connection, visit, params, review.Way("/adjudicate", chosen, _DISPUTED))
    standing = values["standing"]
    values["fields"] |= sent or {}
    return page(visit, "adjudicate.html", 400 if fault else 200, **values, fault=fault,
                sides=_sides(standing) if standing else [], differ=_differ(standing) if standing else (),
                chips=list(choosing.chips("/adjudicate", chosen, what=values["state"]["what"])))


def _sides(standing: Standing) -> list[Side]:
    """Those who differ, each with a key of their own."""
    return [Side(name, f"Digit{number}" if number < 10 else "", told(version) if version is not None else None)
            for number, (name, version) in enumerate(standing.versions.items(), 1)]


def _differ(standing: Standing) -> Sequence[str]:
    """The fields of a form on which they differ."""
    names = told(standing.record)
    return [name for name in standing.differing if name in names or name == VERDICT]
