"""Reports, codings and judgements are only ever added; every other table is a view that can be made again from them.

Reports are numbered in the order in which they came. A judgement names its record by id and keeps the
record as it was judged, so it holds whatever later codings make of the report.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

META = MetaData(naming_convention={
    "ix": "ix_%(table_name)s_%(column_0_N_name)s", "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s", "pk": "pk_%(table_name)s"})


def _report() -> Column[int]:
    return Column("report", Integer, ForeignKey("reports.number"), nullable=False)


# ---- what is only added

REPORTS = Table(
    "reports", META,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", String(17), nullable=False, unique=True),
    Column("given", Text, nullable=False),  # the id it came with
    Column("source", Text, nullable=False, index=True),
    Column("url", Text, nullable=False, index=True),
    Column("title", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("published", Text, nullable=False),  # as told
    Column("moment", Text, nullable=False, index=True),  # the same in UTC, to sort by
    Column("text", Text, nullable=False),
    Column("way", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("collected", Text, nullable=False),
)

ORIGINALS = Table(
    "originals", META,
    Column("report", Integer, ForeignKey("reports.number"), primary_key=True, autoincrement=False),
    Column("media", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),  # packed
)

CODERS = Table(
    "coders", META,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("name", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("lexicon", Text, nullable=False),
    Column("since", Text, nullable=False),
    UniqueConstraint("name", "version", "lexicon"),
)

CODINGS = Table(
    "codings", META,
    Column("number", Integer, primary_key=True, autoincrement=True),
    _report(),
    Column("coder", Integer, ForeignKey("coders.number"), nullable=False, index=True),
    Column("made", Text, nullable=False),
    Column("records", LargeBinary, nullable=False),  # the coded report as JSON, packed
    UniqueConstraint("report", "coder"),
)

JUDGEMENTS = Table(
    "judgements", META,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", String(17), nullable=False, unique=True),
    _report(),
    Column("record", Text, nullable=False, index=True),
    Column("kind", Text, nullable=False),  # accept, reject, correct, add, undo
    Column("field", Text, nullable=False),
    Column("value", Text, nullable=False),  # JSON
    Column("judged", Text, nullable=False),  # the record as it was, JSON
    Column("reviewer", Text, nullable=False, index=True),
    Column("why", Text, nullable=False),
    Column("made", Text, nullable=False),
    Column("manner", Text, nullable=False, server_default=""),  # "", blind, adjudicating
    Index(None, "report"),
)

RELEASES = Table(
    "releases", META,
    Column("name", Text, primary_key=True),
    Column("chosen", Text, nullable=False),  # the filter, JSON
    Column("what", Text, nullable=False),
    Column("made", Text, nullable=False),
    Column("rows", Integer, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("body", LargeBinary, nullable=False),  # JSON Lines, packed
)

TOKENS = Table(
    "tokens", META,  # who may use the archive over the network
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("name", Text, nullable=False, index=True),
    Column("role", Text, nullable=False),  # reader, reviewer
    Column("digest", String(64), nullable=False, unique=True),  # SHA-256 of the token, which is kept nowhere
    Column("made", Text, nullable=False),
    Column("revoked", Text, nullable=False),  # "" while it holds
)

USERS = Table(
    "users", META,  # who may use the workbench over the network
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("name", Text, nullable=False),
    Column("key", Text, nullable=False, unique=True),  # the name in one spelling
    Column("role", Text, nullable=False),  # reader, reviewer, admin
    Column("password", Text, nullable=False),  # a hash with its parameters
    Column("made", Text, nullable=False),
    Column("removed", Text, nullable=False),  # "" while it holds
)

SESSIONS = Table(
    "sessions", META,  # who is in
    Column("digest", String(64), primary_key=True),  # SHA-256 of the token, which only the browser has
    Column("user", Integer, ForeignKey("users.number"), nullable=False, index=True),
    Column("made", Text, nullable=False),
    Column("seen", Text, nullable=False),
)

FEEDS = Table(
    "feeds", META,
    Column("address", Text, primary_key=True),
    Column("etag", Text, nullable=False),
    Column("modified", Text, nullable=False),
    Column("seen", Text, nullable=False),
)

# ---- views: what stands now, by the newest coding and all judgements

STANDING = Table(
    "standing", META,  # which coding of a report stands
    Column("report", Integer, ForeignKey("reports.number"), primary_key=True, autoincrement=False),
    Column("coding", Integer, ForeignKey("codings.number"), nullable=False),
)

EVENTS = Table(
    "events", META,
    Column("id", Text, primary_key=True),
    _report(),
    Column("type", Text, nullable=False, index=True),
    Column("mode", Text, nullable=False),
    Column("quad", Text, nullable=False),
    Column("score", Float, nullable=False),
    Column("status", Text, nullable=False),
    Column("date", Text, nullable=False),
    Column("first", Text, nullable=False),  # the days the date covers; those of the report where none is told
    Column("last", Text, nullable=False),
    Column("country", Text, nullable=False, index=True),
    Column("place", Text, nullable=False, index=True),
    Column("place_name", Text, nullable=False),  # folded, as told and as it is called
    Column("lat", Float),
    Column("lon", Float),
    Column("precision", Text, nullable=False),
    Column("statement", Text, nullable=False),
    Column("agreements", Text, nullable=False),  # ids of known ones, a space on each side
    Column("start", Integer, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("review", Text, nullable=False),  # machine, reviewed, adjudicated
    Column("disputed", Boolean, nullable=False),
    Column("rejected", Boolean, nullable=False),
    Column("record", Text, nullable=False),  # JSON, as it stands
    Index(None, "report"),
    # What is counted by day is counted from this alone.
    Index("ix_events_counted", "first", "last", "type", "quad", "score", "rejected", "report", "id"),
)

DYADS = Table(
    "dyads", META,  # the two countries or bodies that an event has on its sides, in the order of the alphabet
    Column("event", Text, ForeignKey("events.id", ondelete="CASCADE"), primary_key=True),
    Column("one", Text, primary_key=True),
    Column("other", Text, primary_key=True),
    Index("ix_dyads_between", "one", "other"),
    sqlite_with_rowid=False,
)

PARTIES = Table(
    "parties", META,
    Column("event", Text, ForeignKey("events.id", ondelete="CASCADE"), primary_key=True),
    Column("side", String(1), primary_key=True),  # a, r, or v for who vouches
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("code", Text, nullable=False, index=True),
    Column("party", Text, nullable=False, index=True),
    Column("name", Text, nullable=False),  # folded, to look up
    Index("ix_parties_on_side", "side", "code", "event"),
)

STATEMENTS = Table(
    "statements", META,
    Column("id", Text, primary_key=True),
    _report(),
    Column("speaker", Text, nullable=False, index=True),
    Column("speaker_name", Text, nullable=False),  # folded
    Column("code", Text, nullable=False, index=True),
    Column("form", Text, nullable=False),
    Column("within", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    Column("review", Text, nullable=False),
    Column("disputed", Boolean, nullable=False),
    Column("rejected", Boolean, nullable=False),
    Column("record", Text, nullable=False),
    Index(None, "report"),
)

AGREEMENTS = Table(
    "agreements", META,  # where a report names one
    Column("report", Integer, ForeignKey("reports.number"), primary_key=True, autoincrement=False),
    Column("id", Text, primary_key=True),  # its id in the report
    Column("known", Text, nullable=False, index=True),  # the id by which it is known, "" where it is not
    Column("kind", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
)

OPINIONS = Table(
    "opinions", META,  # what each reviewer left of a record, field by field; adjudications are none
    Column("record", Text, primary_key=True),
    Column("reviewer", Text, primary_key=True),
    Column("field", Text, primary_key=True),
    Column("value", Text, nullable=False),
    Column("apart", Boolean, nullable=False),  # judged without a sight of what others had judged
)

SIGNATURES = Table(
    "signatures", META,
    Column("report", Integer, ForeignKey("reports.number"), primary_key=True, autoincrement=False),
    Column("values", LargeBinary, nullable=False),
)

BANDS = Table(
    "bands", META,
    Column("hash", BigInteger, primary_key=True, autoincrement=False),
    Column("report", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

CARRIED = Table(
    "carried", META,  # reports that carry one text, each with the first of them
    Column("report", Integer, ForeignKey("reports.number"), primary_key=True, autoincrement=False),
    Column("first", Integer, ForeignKey("reports.number"), nullable=False, index=True),
)
