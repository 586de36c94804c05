"""Whatever comes first, the order of records is one: the newest report first, then where they stand, then ids."""

from typing import Any

from sqlalchemy import ColumnElement, Table, case, select

from rasad.archive.errors import ArchiveError
from rasad.archive.standing import MACHINE
from rasad.archive.tables import EVENTS, OPINIONS, REPORTS
from rasad.archive.versions import VERDICT

NEWEST, UNREVIEWED, UNSURE = "newest", "unreviewed", "unsure"
ORDERS = (UNREVIEWED, UNSURE, NEWEST)
EARLIEST, LATEST = "earliest", "latest"
OF_TIME = (EARLIEST, LATEST)  # of events, by the days they cover


def ordered(order: str, records: Table | None, judge: str = "") -> list[ColumnElement[Any]]:
    """What the records of a table are ordered by; `records` is None for reports themselves.

    `unreviewed` has those first that nobody has judged, the least confident of them leading; `unsure` has the least
    confident first, whoever judged them. `earliest` and `latest` have events by their own days, those of no day last.
    To a `judge` only their own judgements count.
    """
    if order not in (*ORDERS, *OF_TIME):
        raise ArchiveError(f"{order!r} is no order", f"there is {', '.join((*ORDERS, *OF_TIME))}")
    newest: list[ColumnElement[Any]] = [REPORTS.c.moment.desc(), REPORTS.c.number.desc()]
    if records is None:
        return newest
    first: list[ColumnElement[Any]] = []
    if order in OF_TIME and records is EVENTS:
        days = [EVENTS.c.first, EVENTS.c.last]
        first = [EVENTS.c.first == "", *(day.desc() if order == LATEST else day for day in days)]
    if order == UNREVIEWED:
        first.append(case((_judged(records, judge), 1), else_=0))
    if order in (UNREVIEWED, UNSURE) and "confidence" in records.c:
        first.append(records.c.confidence)
    return [*first, *newest, records.c.start, records.c.id]


def _judged(records: Table, judge: str) -> ColumnElement[bool]:
    if not judge:
        others: ColumnElement[bool] = records.c.review != MACHINE
        return others
    mine = select(OPINIONS.c.record).where(OPINIONS.c.reviewer == judge, OPINIONS.c.field == VERDICT)
    return records.c.id.in_(mine.scalar_subquery())
