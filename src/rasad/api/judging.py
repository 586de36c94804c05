"""What a reviewer says is kept; the answer tells what stands then."""

from typing import Any

from fastapi import APIRouter

from rasad.api.answers import Kept
from rasad.api.asked import Adding, Judging, RecordId, ReportId
from rasad.api.callers import InArchive, Reviewer, signed
from rasad.api.problems import documented
from rasad.archive import Archive
from rasad.archive.errors import ArchiveError, MissingError
from rasad.archive.history import history
from rasad.archive.identity import record_id
from rasad.archive.judging import ADD, judge
from rasad.archive.standing import UNDO

router = APIRouter(tags=["judging"])
_KEPT = documented(400, 403, 404, 429)


@router.post("/records/{id_}/judgements", status_code=201, responses=_KEPT)
def say(archive: InArchive, caller: Reviewer, id_: RecordId, said: Judging) -> Kept:
    """Accept, reject or correct a record, or undo a judgement about it."""
    name = signed(caller, said.reviewer)
    if (said.kind == UNDO) != bool(said.judgement):
        raise ArchiveError("an undo names a judgement, and nothing else does", 'give it as "judgement": "j…"')
    if said.kind == UNDO:
        _check(archive, id_, said.judgement)
    made = judge(archive, said.judgement or id_, said.kind, reviewer=name, changes=said.changes, why=said.why,
                 manner=said.manner, side=said.side)
    return _kept(archive, id_, made.id)


@router.post("/reports/{id_}/records", status_code=201, responses=_KEPT)
def add(archive: InArchive, caller: Reviewer, id_: ReportId, adding: Adding) -> Kept:
    """Add an event or a statement that the coder missed."""
    name = signed(caller, adding.reviewer)
    made = judge(archive, id_, ADD, reviewer=name, changes=adding.record, why=adding.why)
    return _kept(archive, record_id(id_, made.record), made.id)


def _check(archive: Archive, id_: str, judgement: str) -> None:
    with archive.reading() as connection:
        if judgement not in {said.id for said in history(connection, id_).judgements}:
            raise MissingError(f"there is no judgement {judgement!r} about {id_}", "take one that /records/… gives")


def _kept(archive: Archive, id_: str, judgement: str) -> Kept:
    """The judgement, and the record as it stands; an addition that was undone stands no longer."""
    report, _, record = id_.partition(".")
    with archive.reading() as connection:
        told = history(connection, report).as_dict()
    said: dict[str, Any] = next(one for one in told["judgements"] if one["id"] == judgement)
    stands = next((one for one in told["records"] if one["id"] == id_), None)
    assert said["record"] == record
    return Kept.model_validate({"judgement": said, "record": stands})
