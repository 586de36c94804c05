"""How far reviewers agree is told by what they said of the same records, chance taken into account."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from sqlalchemy import Connection, select

from rasad.archive.identity import record_id
from rasad.archive.standing import REJECT, UNDO, Judgement, effective
from rasad.archive.tables import JUDGEMENTS, REPORTS


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
    query = (select(JUDGEMENTS.c.id, JUDGEMENTS.c.record, JUDGEMENTS.c.kind, JUDGEMENTS.c.reviewer, JUDGEMENTS.c.value,
                    REPORTS.c.id.label("report")).join(REPORTS, REPORTS.c.number == JUDGEMENTS.c.report)
             .order_by(JUDGEMENTS.c.number))
    said = [Judgement(row.id, record_id(row.report, row.record), row.kind, row.reviewer,
                      value=row.value.strip('"') if row.kind == UNDO else None) for row in connection.execute(query)]
    verdicts: dict[str, dict[str, bool]] = {}
    for judgement in effective(said):
        verdicts.setdefault(judgement.record, {})[judgement.reviewer] = judgement.kind != REJECT
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
