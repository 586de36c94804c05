"""What is read: what a selection means, one report or record whole, releases, and how far reviewers agree."""

from dataclasses import asdict
from typing import Any

from fastapi import APIRouter
from sqlalchemy import text

from rasad.api.answers import Agreed, Frozen, Health, Items, Said, WholeRecord, WholeReport
from rasad.api.asked import InPage, Page, RecordId, ReportId
from rasad.api.callers import InArchive, Reader
from rasad.api.problems import documented
from rasad.archive import Archive
from rasad.archive.agreeing import by_field
from rasad.archive.concord import concord
from rasad.archive.finding import EVENT, REPORT, STATEMENT, count, find
from rasad.archive.history import history
from rasad.archive.releases import releases
from rasad.export.jsonl_file import row
from rasad.records import as_dict

router = APIRouter(tags=["reading"])
_FOUND, _ONE = documented(400), documented(404)


@router.get("/events", responses=_FOUND)
def events(archive: InArchive, _caller: Reader, asked: InPage) -> Items:
    """The events that a selection means, the newest report first."""
    return _items(archive, EVENT, asked)


@router.get("/statements", responses=_FOUND)
def statements(archive: InArchive, _caller: Reader, asked: InPage) -> Items:
    """The statements that a selection means, the newest report first."""
    return _items(archive, STATEMENT, asked)


@router.get("/reports", responses=_FOUND)
def reports(archive: InArchive, _caller: Reader, asked: InPage) -> Items:
    """The reports that a selection means, the newest first."""
    return _items(archive, REPORT, asked)


def _items(archive: Archive, what: str, asked: Page) -> Items:
    chosen = asked.selection()
    with archive.reading() as connection:
        found = [row(one) for one in find(connection, what, chosen, limit=asked.limit, offset=asked.offset)]
        return Items.model_validate({"count": asdict(count(connection, what, chosen)), "items": found})


@router.get("/reports/{id_}", responses=_ONE)
def report(archive: InArchive, _caller: Reader, id_: ReportId) -> WholeReport:
    """One report whole: its text, its records as they stand, and everything that was ever made of it."""
    with archive.reading() as connection:
        told = history(connection, id_)
    return WholeReport.model_validate({**told.as_dict(), "coding": as_dict(told.coded())})


@router.get("/records/{id_}", responses=_ONE)
def record(archive: InArchive, _caller: Reader, id_: RecordId) -> WholeRecord:
    """One record as it stands, with its report and every judgement about it."""
    return WholeRecord.model_validate({"id": id_, **_record(archive, id_)})


@router.get("/records/{id_}/judgements", responses=_ONE)
def judgements(archive: InArchive, _caller: Reader, id_: RecordId) -> list[Said]:
    """Every judgement about a record, oldest first."""
    return [Said.model_validate(said) for said in _record(archive, id_)["judgements"]]


def _record(archive: Archive, id_: str) -> dict[str, Any]:
    with archive.reading() as connection:
        told = history(connection, id_).as_dict()
    return {"record": told["records"][0], "report": told["report"], "judgements": told["judgements"]}


@router.get("/releases", responses=documented())
def frozen(archive: InArchive, _caller: Reader) -> list[Frozen]:
    """Every release, the newest first."""
    return [Frozen.model_validate({**asdict(one), "citation": one.citation()}) for one in releases(archive)]


@router.get("/concord", responses=documented())
def agreement(archive: InArchive, _caller: Reader) -> Agreed:
    """How far reviewers agree on records that several of them judged."""
    with archive.reading() as connection:
        fields = [asdict(one) for one in by_field(connection)]
        return Agreed.model_validate({**asdict(concord(connection)), "fields": fields})


@router.get("/health", responses={503: documented()[503]})
def health(archive: InArchive) -> Health:
    """That the archive answers; it is told to anybody."""
    with archive.reading() as connection:
        connection.execute(text("SELECT 1"))
    return Health(status="ok")
