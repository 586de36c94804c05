"""An exported record stands by itself: it names its speaker and its agreements, and a report has its text.

Which records there are is for `find` alone to say; nothing here adds one or leaves one out.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from sqlalchemy import Connection, select

from rasad.archive.finding import EVENT, REPORT, Found, find
from rasad.archive.selection import Selection
from rasad.archive.tables import EVENTS, REPORTS, STATEMENTS

_ASKED = 500  # records whose context is looked up together


def exported(connection: Connection, what: str, chosen: Selection) -> Iterator[Found]:
    """The records of a kind that the selection means, each with what is needed to read it alone."""
    return in_context(connection, what, find(connection, what, chosen))


def in_context(connection: Connection, what: str, found: Iterator[Found]) -> Iterator[Found]:
    """The records that were found, each with what is needed to read it alone."""
    while some := list(islice(found, _ASKED)):
        known = _context(connection, what, some)
        for one in some:
            yield replace(one, record={**one.record, **known.get(one.id, {})})


def _context(connection: Connection, what: str, some: Sequence[Found]) -> Mapping[str, dict[str, Any]]:
    ids = [one.id for one in some]
    if what == EVENT:
        query = (select(EVENTS.c.id, EVENTS.c.agreements, STATEMENTS.c.record)
                 .outerjoin(STATEMENTS, STATEMENTS.c.id == EVENTS.c.statement).where(EVENTS.c.id.in_(ids)))
        return {row.id: {"agreements": row.agreements.split(), "speaker": _speaker(row.record)}
                for row in connection.execute(query)}
    if what == REPORT:
        query = select(REPORTS.c.id, REPORTS.c.text).where(REPORTS.c.id.in_(ids))
        return {row.id: {"text": row.text} for row in connection.execute(query)}
    return {}


def _speaker(statement: str | None) -> dict[str, Any] | None:
    return dict(json.loads(statement)["speaker"]) if statement else None
