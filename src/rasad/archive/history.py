"""The history of a report is everything that was ever made of it, in the order in which it was made."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from rasad.archive.errors import MissingError
from rasad.archive.identity import record_id, split_id
from rasad.archive.standing import UNDO, Judgement, effective
from rasad.archive.stored import Present, Stored, codings, judgements, present, stored
from rasad.archive.tables import CARRIED, REPORTS
from rasad.records import CodedReport, as_dict
from rasad.records_read import from_dict


@dataclass(frozen=True, slots=True)
class History:
    """A report, or one of its records, with its codings, copies and judgements."""

    id: str  # of the report
    record: str  # "" for the whole report
    stored: Stored
    present: Present
    codings: Sequence[dict[str, Any]]
    judgements: Sequence[Judgement]
    copies: Sequence[dict[str, Any]]  # the reports that carry the same text, the first of them leading

    def coded(self) -> CodedReport:
        """The report's records as they stand, or the one record alone."""
        records = {kind: [s.record for s in standings if self.record in {"", s.record["id"]}]
                   for kind, standings in (("events", self.present.events), ("statements", self.present.statements))}
        base = {**self.present.coded, **records}
        return from_dict(CodedReport, {**base, "report": self._head()})

    def _head(self) -> dict[str, Any]:
        report = self.stored.report
        return {"id": report.id, "source": report.source, "published": report.published, "language": report.language,
                "title": report.title, "url": report.url, "characters": len(report.text)}

    def as_dict(self) -> dict[str, Any]:
        """All of it as plain dicts and lists."""
        counting = {j.id for j in effective(self.judgements)}
        records = [{**s.record, "id": record_id(self.id, s.record["id"]), "review": s.review, "disputed": s.disputed,
                    "rejected": s.rejected} for s in (*self.present.events, *self.present.statements)
                   if self.record in {"", s.record["id"]}]
        one = self.stored
        return {"report": {**self._head(), "given": one.given, "way": one.way, "place": one.place,
                           "collected": one.collected, "text": one.report.text},
                "records": records,
                "codings": [{key: c[key] for key in ("made", "coder", "stands")} for c in self.codings],
                "copies": list(self.copies),
                "judgements": [{**as_dict(j), "counts": j.id in counting} for j in self.judgements]}

    def lines(self) -> list[str]:
        """The history in words, a line for each thing that was done."""
        out = [f"{self.stored.collected[:19]}  collected ({self.stored.way}: {self.stored.place})"]
        for c in self.codings:
            name, version, lexicon = c["coder"].values()
            stands = " (stands)" if c["stands"] else ""
            out.append(f"{c['made'][:19]}  coded by {name} {version}, lexicon {lexicon}{stands}")
        counting = {j.id for j in effective(self.judgements)}
        for j in self.judgements:
            what = f"{j.kind} {j.value if j.kind == UNDO else j.record}{f' ({j.field})' if j.field else ''}"
            undone = "" if j.kind == UNDO or j.id in counting else " (undone)"
            out.append(f"{j.made[:19]}  {j.id}: {what} by {j.reviewer}{f': {j.why}' if j.why else ''}{undone}")
        if self.copies:
            first = self.copies[0]
            out.append(f"carried by {len(self.copies)} reports, first by {first['source']} ({first['id']})")
        return out


def history(connection: Connection, id_: str) -> History:
    """The history of the report or record with this id; MissingError where there is none."""
    report, record = split_id(id_) if _is_record(id_) else (id_, "")
    one = stored(connection, report)
    now = present(connection, one.number)
    if record and now.record(record) is None:
        raise MissingError(f"there is no record {id_!r}", "take an id that rasad find or rasad show gives")
    judged = [j for j in judgements(connection, one.number) if record in {"", j.record}]
    return History(one.report.id, record, one, now, codings(connection, one.number), judged,
                   _copies(connection, one.number))


def _is_record(id_: str) -> bool:
    """Whether the id is that of a record in a report; the id a report came with may have any form."""
    report, record = split_id(id_)
    return bool(record) and len(report) == 17 and report.startswith("r") and record[0] in "es"


def _copies(connection: Connection, number: int) -> list[dict[str, Any]]:
    lead = select(CARRIED.c.first).where(CARRIED.c.report == number).scalar_subquery()
    query = (select(REPORTS.c.id, REPORTS.c.source, REPORTS.c.published, REPORTS.c.url)
             .join(CARRIED, CARRIED.c.report == REPORTS.c.number).where(CARRIED.c.first == lead)
             .order_by(REPORTS.c.number != lead, REPORTS.c.moment, REPORTS.c.number))
    return [dict(row) for row in connection.execute(query).mappings()]
