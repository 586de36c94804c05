"""Agreements: where a report names one, taken from the codings that stand."""

import sqlalchemy as sa
from alembic import op

from rasad.archive.packing import json_of

revision = "0004"
down_revision = "0003"

_FETCHED = 500


def upgrade() -> None:
    """The table is there, and holds what the codings tell."""
    table = op.create_table(
        "agreements",
        sa.Column("report", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("known", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.number"], name=op.f("fk_agreements_report")),
        sa.PrimaryKeyConstraint("report", "id", name=op.f("pk_agreements")),
    )
    op.create_index(op.f("ix_agreements_known"), "agreements", ["known"], unique=False)
    bind, last = op.get_bind(), 0
    while rows := bind.execute(_STANDING, {"last": last, "most": _FETCHED}).all():
        last = rows[-1].report
        told = [_row(row.report, one) for row in rows for one in json_of(row.records)["agreements"]]
        if told:
            bind.execute(table.insert(), told)


_STANDING = sa.text("SELECT standing.report, codings.records FROM standing JOIN codings "
                    "ON codings.number = standing.coding WHERE standing.report > :last "
                    "ORDER BY standing.report LIMIT :most")


def _row(report: int, agreement: dict[str, object]) -> dict[str, object]:
    mention = agreement["mention"]
    assert isinstance(mention, dict)
    return {"report": report, "id": agreement["id"], "known": agreement["known"], "kind": agreement["kind"],
            "start": mention["start"], "stop": mention["end"]}
