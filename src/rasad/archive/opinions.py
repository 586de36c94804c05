"""What each reviewer left of a record stands field by field, so that agreement is counted where the archive is.

The rows of a record are made of its judgements and of nothing else. An adjudication is no opinion of its own: it says
which of the others holds.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection

from rasad.archive.identity import record_id
from rasad.archive.inserting import inserted
from rasad.archive.standing import ADJUDICATING, BLIND, Judgement, effective
from rasad.archive.tables import OPINIONS
from rasad.archive.versions import values


def rows(record: str, judgements: Sequence[Judgement]) -> Iterator[dict[str, Any]]:
    """The opinions on a record, each reviewer's last; one made first or blind was made apart from those of others."""
    last: dict[str, Judgement] = {}
    apart: dict[str, bool] = {}
    for judgement in effective(judgements):
        if judgement.manner != ADJUDICATING:
            alone = not set(last) - {judgement.reviewer}
            apart[judgement.reviewer] = apart.get(judgement.reviewer, True) and (alone or judgement.manner == BLIND)
            last[judgement.reviewer] = judgement
    for reviewer, judgement in last.items():
        for field, value in values(judgement.version).items():
            yield {"record": record, "reviewer": reviewer, "field": field, "value": value, "apart": apart[reviewer]}


def lay_opinions(connection: Connection, report: str, record: str, judgements: Sequence[Judgement]) -> None:
    """The opinions on a record of a report are those that its judgements hold."""
    id_ = record_id(report, record)
    connection.execute(OPINIONS.delete().where(OPINIONS.c.record == id_))
    inserted(connection, OPINIONS, list(rows(id_, [j for j in judgements if j.record == record])))
