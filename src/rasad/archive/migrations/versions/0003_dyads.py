"""Dyads: which countries and bodies an event has on its sides; and indexes to count events by."""

from collections.abc import Iterator
from itertools import groupby, product
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_KEPT = 5000


def upgrade() -> None:
    """The table is there, and holds what the events tell."""
    op.drop_index(op.f("ix_events_first"), "events")
    columns = ["first", "last", "type", "quad", "score", "rejected", "report", "id"]
    op.create_index("ix_events_counted", "events", columns, unique=False)
    table = op.create_table(
        "dyads",
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("one", sa.Text(), nullable=False),
        sa.Column("other", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["event"], ["events.id"], name=op.f("fk_dyads_event"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event", "one", "other", name=op.f("pk_dyads")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_dyads_between", "dyads", ["one", "other"], unique=False)
    op.create_index("ix_parties_on_side", "parties", ["side", "code", "event"], unique=False)
    bind = op.get_bind()
    rows = list(_dyads(bind.execute(_SIDES).all()))
    for at in range(0, len(rows), _KEPT):
        bind.execute(table.insert(), rows[at:at + _KEPT])


_SIDES = sa.text("SELECT event, side, code FROM parties WHERE side IN ('a', 'r') AND code <> '' ORDER BY event")


def _dyads(parties: Any) -> Iterator[dict[str, str]]:  # noqa: ANN401 - rows of whatever driver
    for event, several in groupby(parties, key=lambda row: row.event):
        on: dict[str, set[str]] = {"a": set(), "r": set()}
        for row in several:
            on[row.side].add(row.code.partition(".")[0])
        for one, other in sorted({(min(pair), max(pair)) for pair in product(on["a"], on["r"])}):
            yield {"event": event, "one": one, "other": other}
