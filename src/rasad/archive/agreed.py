"""What reports tell of an agreement: where they name it, and the events and statements that concern it.

An agreement is known by its id in the tables; reports name others too, which stand together as unknown.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection, Subquery, case, func, select

from rasad.archive.finding import EVENT, REPORT, STATEMENT, Count, meant
from rasad.archive.selection import Selection
from rasad.archive.tables import AGREEMENTS, EVENTS, REPORTS

UNKNOWN = ""
_AROUND = 220  # characters on each side of a mention
Span = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a report names an agreement: its id there, where it begins and ends, and the text around."""

    report: str
    id: str
    source: str
    published: str
    text: str
    start: int
    end: int


def mentioned(connection: Connection, chosen: Selection) -> Mapping[str, Count]:
    """By agreement, how often the reports that the selection means name it, the most often named first."""
    reports = _reports(connection, chosen)
    found = (select(AGREEMENTS.c.known, func.count(), func.count(AGREEMENTS.c.report.distinct()),
                    func.count(reports.c.source.distinct()))
             .join(reports, reports.c.number == AGREEMENTS.c.report).group_by(AGREEMENTS.c.known))
    rows = connection.execute(found).all()
    return {known: Count(*numbers) for known, *numbers in sorted(rows, key=lambda row: (-row[1], row[0]))}


def concerned(connection: Connection, chosen: Selection) -> Mapping[str, int]:
    """By agreement, how many events that the selection means concern it."""
    query = meant(connection, EVENT, chosen).where(EVENTS.c.agreements != "")
    rows = connection.execute(query.with_only_columns(EVENTS.c.agreements, func.count()).group_by(EVENTS.c.agreements))
    out: Counter[str] = Counter()
    for told, number in rows:
        out.update(dict.fromkeys(told.split(), number))
    return out


def mentions(connection: Connection, chosen: Selection, known: str, offset: int, limit: int) -> Iterator[Mention]:
    """Where the reports name the agreement, the newest report first, with the text on each side."""
    reports = _reports(connection, chosen)
    first = case((AGREEMENTS.c.start > _AROUND, AGREEMENTS.c.start - _AROUND), else_=0)
    whole = func.substr(REPORTS.c.text, first + 1, AGREEMENTS.c.stop - first + _AROUND)
    query = (select(REPORTS.c.id, AGREEMENTS.c.id, REPORTS.c.source, REPORTS.c.published, whole, AGREEMENTS.c.start,
                    AGREEMENTS.c.stop)
             .join(reports, reports.c.number == AGREEMENTS.c.report)
             .join(REPORTS, REPORTS.c.number == reports.c.number)
             .where(AGREEMENTS.c.known == known)
             .order_by(REPORTS.c.moment.desc(), REPORTS.c.number.desc(), AGREEMENTS.c.start)
             .limit(limit).offset(offset))
    for report, id_, source, published, text, start, stop in connection.execute(query):
        at = start - max(0, start - _AROUND)
        yield Mention(report, id_, source, published, text, at, at + stop - start)


def event_days(connection: Connection, chosen: Selection) -> Sequence[tuple[Span, int]]:
    """The events that the selection means, by the first and the last day that they cover."""
    columns = (EVENTS.c.first, EVENTS.c.last)
    query = meant(connection, EVENT, chosen).where(EVENTS.c.first != "")
    rows = connection.execute(query.with_only_columns(*columns, func.count()).group_by(*columns))
    return [((first, last), number) for first, last, number in rows]


def statement_days(connection: Connection, chosen: Selection) -> Sequence[tuple[Span, int]]:
    """The statements that the selection means, by the day their report was published."""
    day = func.substr(REPORTS.c.moment, 1, len(date.min.isoformat()))
    query = meant(connection, STATEMENT, chosen).where(REPORTS.c.moment != "")
    rows = connection.execute(query.with_only_columns(day, func.count()).group_by(day))
    return [((told, told), number) for told, number in rows]


def _reports(connection: Connection, chosen: Selection) -> Subquery:
    query = meant(connection, REPORT, replace(chosen, agreement=()))
    return query.with_only_columns(REPORTS.c.number, REPORTS.c.source).subquery()
