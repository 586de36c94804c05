"""An archive of records whose every field is known, as reviewers gave them, whatever the coder makes of the texts."""

import io
from collections.abc import Mapping, Sequence
from typing import Any

from archives import incoming

from rasad.archive import Archive
from rasad.archive.exporting import exported
from rasad.archive.history import history
from rasad.archive.judging import judge
from rasad.archive.keeping import keep
from rasad.archive.selection import selection
from rasad.export import Written, write

TEXT = "باران می‌بارد. =گروهی در تیر به روستا آمدند. خیابان‌ها خلوت بود. هوا سرد است."
REPORT = incoming(TEXT, "روزنامه، «نمونه»", "2026-05-10T12:00:00", "https://example.org/a?b=1&c=2", "عنوان")
TYRE = {"id": "geonames:267008", "name": "Tyre", "mention": "صور", "country": "LBN", "lat": 33.2733, "lon": 35.1939,
        "precision": "settlement"}
BASRA = {"id": "ne:Q1", "name": "Basra", "mention": "بصره", "country": "IRQ", "lat": None, "lon": None, "precision": ""}
STRIKE: Mapping[str, Any] = {
    "type": "ASSAULT", "mode": "aerial", "actors": [{"id": "group:x", "name": "ارتش اسرائیل", "code": "ISR.MIL"}],
    "recipients": [{"code": "LBN.CVL", "name": "مردم"}, {"code": "LBN.MED", "name": "خبرنگاران"}], "place": TYRE,
    "date": "2026-05-09", "casualties": ["killed 3-5 LBN.CVL", "injured 10 LBN.CVL"],
    "evidence": "=گروهی در تیر به روستا آمدند"}
DENIED = {**STRIKE, "status": "negated", "evidence": "باران می‌بارد"}
TALKS = {"type": "CONSULT", "actors": ["IRN.GOV", "UN", "OMN"], "date": "2026-05", "evidence": "هوا سرد است",
         "place": BASRA}
MARCH = {"type": "PROTEST", "mode": "demo", "actors": ["IRQ.CVL"], "recipients": ["IRQ.GOV"], "date": "2026",
         "evidence": "خیابان‌ها خلوت بود"}
ALL: Sequence[Mapping[str, Any]] = (STRIKE, DENIED, TALKS, MARCH)


def tell(archive: Archive) -> list[str]:
    """The ids of the four events of one report, which the archive now holds and nothing else."""
    keep(archive, [REPORT])
    with archive.reading() as connection:
        coded = history(connection, REPORT.report.id).present
    for standing in (*coded.events, *coded.statements):
        judge(archive, f"{REPORT.report.id}.{standing.record['id']}", "reject", reviewer="آزمون")
    return [f"{REPORT.report.id}.{judge(archive, REPORT.report.id, 'add', reviewer='آزمون', changes=event).record}"
            for event in ALL]


def export(archive: Archive, form: str, what: str = "events", **parts: Any) -> bytes:
    """The bytes of an export."""
    return exported_as(archive, form, what, **parts)[0]


def exported_as(archive: Archive, form: str, what: str = "events", **parts: Any) -> tuple[bytes, Written]:
    """The bytes of an export, and what it tells of them."""
    out = io.BytesIO()
    with archive.reading() as connection:
        written = write(form, what, exported(connection, what, selection(parts)), out)
    return out.getvalue(), written
