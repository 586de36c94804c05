"""What a reviewer says in a form is kept as the judgement it is, under the reviewer's name; it is never half kept."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs, quote, urlencode

from fastapi import APIRouter
from starlette.datastructures import QueryParams
from starlette.responses import Response

from rasad.archive.errors import ArchiveError, MissingError
from rasad.archive.history import history
from rasad.archive.identity import split_id
from rasad.archive.judging import ACCEPT, ADD, BLIND, CORRECT, OPEN, REJECT, UNDO, judge
from rasad.workbench import review
from rasad.workbench.fields import EVENT_FIELDS, STATEMENT_FIELDS, changes, day_or_days, stretch
from rasad.workbench.reader import ReportId
from rasad.workbench.rendering import onward
from rasad.workbench.visits import Posted, Sending

router = APIRouter()
_MOST = 15  # records judged at once: those of one page
WHY = 2000


@router.post("/review")
def say(sent: Sending) -> Response:
    """The record of the form is accepted, rejected or corrected, and the next one is to be judged."""
    record, kind = sent.one("record"), sent.one("kind")
    try:
        made = judge(sent.visit.archive, record, kind_of(kind), reviewer=name_of(sent), why=sent.one("why")[:WHY],
                     changes=changes_of(sent, record) if kind == CORRECT else None, manner=_manner(sent))
    except MissingError:
        raise
    except ArchiveError as error:
        params = QueryParams([*_state(sent).items(), ("at", record)])
        fields = {name: sent.one(name) for name in (*EVENT_FIELDS, *STATEMENT_FIELDS) if name in sent.form}
        return review.shown(sent.visit, params, fault=error, sent=fields)
    return _on(sent, sent.one("next") or record, [made.id])


@router.post("/review/all")
def say_all(sent: Sending) -> Response:
    """Every record that the page showed is accepted, and no other."""
    records = dict.fromkeys(sent.several("record"))
    if len(records) > _MOST:
        raise ArchiveError("these are more records than a page shows", "accept those of one page at a time")
    reviewer, why = name_of(sent), sent.one("why")[:WHY]
    made = [judge(sent.visit.archive, id_, ACCEPT, reviewer=reviewer, why=why, manner=_manner(sent)) for id_ in records]
    return _on(sent, "", [one.id for one in made])


@router.post("/undo")
def undo(sent: Sending) -> Response:
    """The judgements of the form count no longer; that is kept as a judgement too."""
    ids = sent.several("judgement")[:_MOST]
    made = [judge(sent.visit.archive, id_, UNDO, reviewer=name_of(sent), why=sent.one("why")[:WHY]) for id_ in ids]
    report, back = sent.one("report"), sent.one("to")
    if back == "/adjudicate":
        return onward(f"{back}?{urlencode({**_state(sent), 'at': made[0].record if made else ''}, doseq=True)}")
    if report:
        return onward(f"/reports/{quote(report, safe='')}#history")
    return _on(sent, sent.one("at") or (made[0].record if made else ""), [])


@router.post("/reports/{id_}/records")
def add(sent: Sending, id_: ReportId) -> Response:
    """The event or statement that the coder missed stands in the report."""
    with sent.visit.archive.reading() as connection:
        text = history(connection, id_).stored.report.text
    try:
        made = judge(sent.visit.archive, id_, ADD, reviewer=name_of(sent), changes=_added(sent, text),
                     why=sent.one("why")[:WHY])
    except MissingError:
        raise
    except ArchiveError as error:
        return onward(f"/reports/{id_}?{urlencode({'fault': str(error)})}#add")
    return onward(f"/reports/{id_}#r-{made.record}")


def _added(sent: Posted, text: str) -> dict[str, Any]:
    """The fields of a record that is added, those left empty aside."""
    names = ("type", "mode", "actors", "recipients", "status", "date", "place", "according_to", "casualties",
             "statement") if sent.one("what") != "statement" else ("speaker", "form", "to")
    fields: dict[str, Any] = {name: value for name in names if (value := sent.one(name).strip())}
    fields |= {"date": day_or_days(fields["date"])} if "date" in fields else {}
    where = "content" if sent.one("what") == "statement" else "evidence"
    return {**fields, where: stretch(text, sent.one("start"), sent.one("end"))}


def changes_of(sent: Posted, id_: str) -> Mapping[str, Any]:
    """The fields of the form that are other than those of the record, as the visitor sees it."""
    report, own = split_id(id_)
    with sent.visit.archive.reading() as connection:
        whole = review.seen(connection, sent.visit, report)
    standing = whole.present.record(own)
    if standing is None:
        raise MissingError(f"there is no record {id_!r}", "take one of the queue")
    made = changes(standing.record, {name: sent.one(name) for name in sent.form}, whole.stored.report.text)
    if not made:
        raise ArchiveError("nothing was changed", "change a field, or accept the record as it stands")
    return made


def kind_of(told: str) -> str:
    """The judgement of a record that a form tells."""
    if told not in {ACCEPT, REJECT, CORRECT}:
        raise ArchiveError(f"{told!r} is no judgement", "accept, reject or correct it")
    return told


def _manner(sent: Posted) -> str:
    return BLIND if sent.visit.blind else OPEN


def name_of(sent: Posted) -> str:
    """Who judges: the name of the account, or on this machine the one that was given."""
    if not sent.visit.reviewer:
        raise ArchiveError("nobody is named as the reviewer", "write your name at the top of the page")
    return sent.visit.reviewer


def _state(sent: Posted) -> dict[str, Any]:
    """The address of the queue that the form belongs to, part by part."""
    return {name: value for name, value in parse_qs(sent.one("back")).items() if name not in {"at", "done"}}


def _on(sent: Posted, at: str, done: list[str]) -> Response:
    told = {**_state(sent), "at": at, "done": ",".join(done)}
    return onward(f"/review?{urlencode({name: value for name, value in told.items() if value}, doseq=True)}")
