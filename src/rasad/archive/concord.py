"""How far reviewers agree is told by what they said of the same records, chance taken into account."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from sqlalchemy import Connection, func, select

from rasad.archive.tables import OPINIONS
from rasad.archive.versions import RIGHT, VERDICT


@dataclass(frozen=True, slots=True)
class Concord:
    """Agreement on records that two or more reviewers judged: how many, the share of pairs that agree, and alpha.

    `alpha` is Krippendorff's for nominal data: 1 is perfect, 0 is chance; None where nothing could differ.
    """

    records: int
    agreed: float | None
    alpha: float | None


def concord(connection: Connection) -> Concord:
    """How far reviewers agree whether records are right."""
    several = (select(OPINIONS.c.record).where(OPINIONS.c.field == VERDICT).group_by(OPINIONS.c.record)
               .having(func.count() > 1))
    query = select(OPINIONS.c.record, OPINIONS.c.reviewer, OPINIONS.c.value).where(
        OPINIONS.c.field == VERDICT, OPINIONS.c.record.in_(several.scalar_subquery()))
    verdicts: dict[str, dict[str, bool]] = {}
    for record, reviewer, value in connection.execute(query):
        verdicts.setdefault(record, {})[reviewer] = value == RIGHT
    return agreement(verdicts.values())


def agreement(units: Iterable[Mapping[str, bool]]) -> Concord:
    """The agreement of reviewers, each unit what they said of one record."""
    shared = [list(unit.values()) for unit in units if len(unit) > 1]
    if not shared:
        return Concord(0, None, None)
    pairs = [one == other for unit in shared for one, other in combinations(unit, 2)]
    return Concord(len(shared), sum(pairs) / len(pairs), _alpha(shared))


def _alpha(units: list[list[bool]]) -> float | None:
    values = Counter(value for unit in units for value in unit)
    n = values.total()
    seen = sum(2 * unit.count(True) * unit.count(False) / (len(unit) - 1) for unit in units) / n
    expected = 2 * values[True] * values[False] / (n * (n - 1))
    return 1 - seen / expected if expected else None
