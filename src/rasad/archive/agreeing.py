"""Agreement is told for each field apart, with the number of records it rests on, over all reviewers and for any two.

Alpha is Krippendorff's for nominal data, over all who judged a record; kappa is Cohen's, of two reviewers. 1 is
perfect, 0 is chance; neither is told where nothing could differ. Fields are compared on records that both hold to be
right.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select, true

from rasad.archive.tables import OPINIONS
from rasad.archive.versions import VERDICT


@dataclass(frozen=True, slots=True)
class Figure:
    """Agreement on a field: of how many records, on how many of them not all agree, the share of pairs, by chance."""

    field: str
    records: int
    differing: int
    agreed: float
    alpha: float | None


@dataclass(frozen=True, slots=True)
class Pair:
    """Agreement of two reviewers on a field; `kappa` as chance would have it."""

    one: str
    other: str
    field: str
    records: int
    differing: int
    agreed: float
    kappa: float | None


@dataclass(frozen=True, slots=True)
class Difference:
    """A record that two reviewers left differently in a field."""

    record: str
    field: str
    values: tuple[tuple[str, str], tuple[str, str]]  # reviewer and value


def by_field(connection: Connection, *, apart: bool = False) -> list[Figure]:
    """Agreement over all reviewers; `apart` leaves out what was judged with a sight of other judgements."""
    several = _units(apart=apart).subquery()
    unit = several.c
    pairs, same = unit.given * (unit.given - 1), unit.squares - unit.given
    query = select(unit.field, func.count(), func.sum(unit.given), func.sum(pairs), func.sum(same),
                   func.sum((unit.given * unit.given - unit.squares) * 1.0 / (unit.given - 1)),
                   func.sum(func.sign(pairs - same))).group_by(unit.field)
    squares = _squares(connection, apart=apart)
    return sorted((Figure(field, records, int(differ), float(alike) / float(told),
                          _alpha(float(seen), float(n), squares.get(field, 0)))
                   for field, records, n, told, alike, seen, differ in connection.execute(query)), key=_first)


def _alpha(seen: float, n: float, squares: float) -> float | None:
    expected = (n * n - squares) / (n * (n - 1))
    return 1 - seen / n / expected if expected else None


def _values(*, apart: bool) -> Select[Any]:
    """How many reviewers gave each value of a field of a record."""
    told = OPINIONS.c
    return (select(told.record, told.field, told.value, func.count().label("n")).where(_kept(apart=apart))
            .group_by(told.record, told.field, told.value))


def _units(*, apart: bool) -> Select[Any]:
    """Fields of records on which two or more gave a value."""
    value = _values(apart=apart).subquery().c
    return (select(value.record, value.field, func.sum(value.n).label("given"),
                   func.sum(value.n * value.n).label("squares"))
            .group_by(value.record, value.field).having(func.sum(value.n) > 1))


def _squares(connection: Connection, *, apart: bool) -> dict[str, float]:
    """For each field the squares of how often each value was given, summed."""
    value, unit = _values(apart=apart).subquery(), _units(apart=apart).subquery()
    joined = value.join(unit, (unit.c.record == value.c.record) & (unit.c.field == value.c.field))
    query = (select(value.c.field, func.sum(value.c.n).label("n")).select_from(joined)
             .group_by(value.c.field, value.c.value).subquery())
    return {field: float(found) for field, found in connection.execute(
        select(query.c.field, func.sum(query.c.n * query.c.n)).group_by(query.c.field))}


def by_pair(connection: Connection, field: str = "", *, apart: bool = False) -> list[Pair]:
    """Agreement of every two reviewers who judged the same records, on one field or on each."""
    one, other, both = _two(apart=apart)
    query = select(one.c.reviewer, other.c.reviewer, one.c.field, one.c.value, other.c.value, func.count())
    query = query.select_from(both).where(one.c.field == field if field else true())
    seen: dict[tuple[str, str, str], Counter[tuple[str, str]]] = defaultdict(Counter)
    for a, b, name, left, right, n in connection.execute(query.group_by(*query.selected_columns[:5])):
        seen[a, b, name][left, right] += n
    return sorted(_pairs(seen), key=lambda pair: (pair.one, pair.other, _first(pair)))


def _pairs(seen: Mapping[tuple[str, str, str], Counter[tuple[str, str]]]) -> Iterator[Pair]:
    for (one, other, field), told in seen.items():
        n = told.total()
        alike = sum(count for (a, b), count in told.items() if a == b)
        left, right = Counter[str](), Counter[str]()
        for (a, b), count in told.items():
            left[a] += count
            right[b] += count
        chance = sum(left[value] * right[value] for value in left) / n / n
        kappa = (alike / n - chance) / (1 - chance) if chance < 1 else None
        yield Pair(one, other, field, n, n - alike, alike / n, kappa)


def differences(connection: Connection, field: str, pair: tuple[str, str] | None = None, *, apart: bool = False,
                limit: int = 50) -> list[Difference]:
    """Records on which two reviewers differ in a field, in the order of their ids."""
    one, other, both = _two(apart=apart)
    query = (select(one.c.record, one.c.reviewer, one.c.value, other.c.reviewer, other.c.value).select_from(both)
             .where(one.c.field == field, one.c.value != other.c.value).order_by(one.c.record, one.c.reviewer))
    if pair:
        query = query.where(one.c.reviewer.in_(pair), other.c.reviewer.in_(pair))
    return [Difference(record, field, ((a, left), (b, right)))
            for record, a, left, b, right in connection.execute(query.limit(limit))]


def _two(*, apart: bool) -> tuple[Any, Any, Any]:
    """The opinions of two reviewers on the same field of the same record."""
    one, other = (select(OPINIONS).where(_kept(apart=apart)).subquery() for _ in range(2))
    same = (one.c.record == other.c.record) & (one.c.field == other.c.field) & (one.c.reviewer < other.c.reviewer)
    return one, other, one.join(other, same)


def _kept(*, apart: bool) -> ColumnElement[bool]:
    return OPINIONS.c.apart if apart else true()


def _first(one: Figure | Pair) -> tuple[bool, str]:
    """Whether a record is right comes before what is right in it."""
    return one.field != VERDICT, one.field
