"""A report is kept with its original, its coding and its rows in one go, or not at all; a known one changes nothing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select

from rasad.archive.copies import link, signature
from rasad.archive.identity import moment, now, report_id
from rasad.archive.inserting import adding, inserted
from rasad.archive.opening import Archive
from rasad.archive.packing import packed, packed_json
from rasad.archive.prepared import Prepared, tokens_of
from rasad.archive.standing import Standing
from rasad.archive.tables import CODERS, CODINGS, ORIGINALS, REPORTS, STANDING
from rasad.archive.view_rows import Stood, lay
from rasad.archive.word_index import index
from rasad.inputs.fields import FIELDS
from rasad.records import Report

_NUL, _UNKNOWN = "\0", "\ufffd"
_TURN = 0x6B656570  # the lock of whoever keeps reports
_ASKED = 500  # ids asked for at a time


@dataclass(frozen=True, slots=True)
class Incoming:
    """A report on its way into the archive, with the bytes it came in and how it came."""

    report: Report  # its id is the archive's
    given: str
    original: bytes
    media: str
    way: str
    place: str
    prepared: Prepared | None = None  # None where it could not be coded: it is kept all the same


@dataclass(frozen=True, slots=True)
class Kept:
    """The ids of the reports that were new, and how many of those carry a text that another carried first."""

    ids: tuple[str, ...] = ()
    copies: int = 0

    @property
    def new(self) -> int:
        """How many reports were new."""
        return len(self.ids)


def with_id(report: Report) -> Report:
    """The report under the id it has in every archive; a NUL, which no database holds, becomes U+FFFD."""
    clean = {name: getattr(report, name).replace(_NUL, _UNKNOWN) for name in FIELDS}
    report = replace(report, **clean)
    return replace(report, id=report_id(report))


def known(archive: Archive, ids: Iterable[str]) -> set[str]:
    """Those of the ids whose reports the archive holds."""
    wanted = list(ids)
    query = select(REPORTS.c.id).where(REPORTS.c.id.in_(bindparam("ids", expanding=True)))
    with archive.reading() as connection:
        return {id_ for at in range(0, len(wanted), _ASKED)
                for id_ in connection.scalars(query, {"ids": wanted[at:at + _ASKED]})}


def keep(archive: Archive, reports: Sequence[Incoming]) -> Kept:
    """All the reports are in the archive and on the disk."""
    with archive.writing() as connection:
        _take_turn(connection)
        numbers = _numbered(connection, reports)
        by_id = {r.report.id: r for r in reports}
        fresh = [(number, by_id[id_]) for id_, number in numbers.items()]
        inserted(connection, ORIGINALS, [{"report": n, "media": r.media, "body": packed(r.original)} for n, r in fresh])
        coded = [(n, r.report, r.prepared) for n, r in fresh if r.prepared is not None]
        found = {n: r.prepared.tokens if r.prepared is not None else tokens_of(r.report) for n, r in fresh}
        index(connection, found)
        add_codings(connection, {n: prepared.coded for n, _, prepared in coded})
        lay(connection, [stood_as_coded(n, report, prepared.coded) for n, report, prepared in coded])
        copies = link(connection, {n: r.prepared.signature if r.prepared is not None else signature(found[n])
                                   for n, r in fresh})
    return Kept(tuple(numbers), copies)


def _take_turn(connection: Connection) -> None:
    """Nobody else keeps reports until the block of writing ends; SQLite has one writer at a time by itself."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_TURN})")


def _numbered(connection: Connection, reports: Sequence[Incoming]) -> dict[str, int]:
    """The numbers of the reports that were not in the archive before, by id."""
    added = adding(connection, REPORTS).returning(REPORTS.c.id, REPORTS.c.number)
    return {row.id: row.number for row in connection.execute(added, [_row(r) for r in reports])}


def _row(incoming: Incoming) -> dict[str, Any]:
    report = incoming.report
    language = incoming.prepared.coded["report"]["language"] if incoming.prepared else report.language
    return {"id": report.id, "given": incoming.given, "source": report.source, "url": report.url, "title": report.title,
            "language": language, "published": report.published, "moment": moment(report.published),
            "text": report.text, "way": incoming.way, "place": incoming.place, "collected": now()}


def add_codings(connection: Connection, coded: Mapping[int, Mapping[str, Any]]) -> None:
    """Each report has its coding, which stands from now on."""
    coders = {(c["name"], c["version"], c["lexicon"]) for c in (records["coder"] for records in coded.values())}
    numbers = {coder: _coder(connection, *coder) for coder in coders}
    made = now()
    for report, records in coded.items():
        coder = records["coder"]
        row = {"report": report, "coder": numbers[coder["name"], coder["version"], coder["lexicon"]], "made": made,
               "records": packed_json(records)}
        number = connection.execute(insert(CODINGS).values(row)).inserted_primary_key[0]  # type: ignore[index]
        connection.execute(STANDING.delete().where(STANDING.c.report == report))
        connection.execute(insert(STANDING).values({"report": report, "coding": number}))


def _coder(connection: Connection, name: str, version: str, lexicon: str) -> int:
    row = {"name": name, "version": version, "lexicon": lexicon}
    inserted(connection, CODERS, [{**row, "since": now()}])
    found = select(CODERS.c.number).where(*(CODERS.c[key] == value for key, value in row.items()))
    return int(connection.execute(found).scalar_one())


def stood_as_coded(number: int, report: Report, coded: Mapping[str, Any]) -> Stood:
    """What stands of a report that nobody has judged."""
    return Stood(number, report.id, report.published, [Standing(dict(e)) for e in coded["events"]],
                 [Standing(dict(s)) for s in coded["statements"]], coded["agreements"])

