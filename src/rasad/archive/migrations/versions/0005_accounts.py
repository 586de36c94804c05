"""Accounts and sessions; judgements say in which manner they were made, and opinions are laid out by field."""

import json
from itertools import groupby

import sqlalchemy as sa
from alembic import op

from rasad.archive.opinions import rows
from rasad.archive.standing import Judgement, standing

revision = "0005"
down_revision = "0004"

_JUDGED = ("SELECT reports.id AS report_id, judgements.* FROM judgements "
           "JOIN reports ON reports.number = judgements.report "
           "ORDER BY judgements.report, judgements.record, judgements.number")
_OPINIONS = sa.table("opinions", *map(sa.column, ("record", "reviewer", "field", "value", "apart")))
_EVENTS, _STATEMENTS = (sa.table(name, *map(sa.column, ("id", "disputed", "review")))
                        for name in ("events", "statements"))
_TEXTS = ("name", "key", "role", "password", "made", "removed")


def upgrade() -> None:
    """The tables are there, and filled by the judgements that are."""
    op.add_column("judgements", sa.Column("manner", sa.Text(), server_default="", nullable=False))
    op.create_table(
        "users",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in _TEXTS),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_users")),
        sa.UniqueConstraint("key", name=op.f("uq_users_key")),
    )
    op.create_table(
        "sessions",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("user", sa.Integer(), nullable=False),
        sa.Column("made", sa.Text(), nullable=False),
        sa.Column("seen", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["user"], ["users.number"], name=op.f("fk_sessions_user")),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_sessions")),
    )
    op.create_index(op.f("ix_sessions_user"), "sessions", ["user"], unique=False)
    op.create_table(
        "opinions",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("record", "reviewer", "field", "value")),
        sa.Column("apart", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("record", "reviewer", "field", name=op.f("pk_opinions")),
    )
    _filled(op.get_bind())


def _filled(connection: sa.Connection) -> None:
    """What was judged before is told by field too, and a record on which reviewers differ in a field is disputed."""
    judged = connection.execute(sa.text(_JUDGED)).mappings().all()
    for (report, record), several in groupby(judged, key=lambda row: (row["report_id"], row["record"])):
        said = [Judgement(row["id"], record, row["kind"], row["reviewer"], value=json.loads(row["value"]),
                          judged=json.loads(row["judged"])) for row in several]
        told = list(rows(f"{report}.{record}", said))
        if told:
            connection.execute(sa.insert(_OPINIONS), told)
        for one in standing([], said):
            table = _EVENTS if record.startswith("e") else _STATEMENTS
            now = {"disputed": one.disputed, "review": one.review}
            connection.execute(sa.update(table).where(table.c.id == f"{report}.{record}").values(now))
