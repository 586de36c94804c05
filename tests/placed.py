"""An archive of events whose places and days are known: one at each precision, over some months."""

from collections.abc import Mapping, Sequence
from typing import Any

from archives import incoming
from told import BASRA, TYRE, tell

from rasad.archive import Archive
from rasad.archive.judging import judge
from rasad.archive.keeping import keep

LATER = incoming("در این روزها کشتی‌ها در بندر ماندند و کامیون‌ها در جاده. هوا سرد است.", "دیگر", "2026-06-02T08:00:00")
AROUND = {**TYRE, "mention": "حومهٔ صور", "precision": "district"}
SOUTH = {"id": "rasad:lbn-south-lebanon", "name": "South Lebanon", "mention": "جنوب لبنان", "country": "LBN",
         "lat": 33.27, "lon": 35.4, "precision": "region"}
LEBANON = {"id": "ne:Q822", "name": "Lebanon", "mention": "لبنان", "country": "LBN", "lat": 34.1334, "lon": 35.9929,
           "precision": "country"}
NEW_YORK = {"id": "geonames:5128581", "name": "New York", "mention": "نیویورک", "country": "USA", "lat": 40.7,
            "lon": -74, "precision": "settlement"}


def _event(kind: str, actor: str, recipient: str, date: str, place: Mapping[str, Any] | None) -> dict[str, Any]:
    return {"type": kind, "actors": [actor], "recipients": [recipient], "date": date, "evidence": "هوا سرد است",
            **({"place": dict(place)} if place else {})}


ALL: Sequence[Mapping[str, Any]] = (
    _event("ASSAULT", "ISR.MIL", "LBN.CVL", "2026-06-01", TYRE), _event("ASSAULT", "ISR", "LBN", "2026-06-01", AROUND),
    _event("COERCE", "LBN", "ISR", "2026-05-20", SOUTH), _event("CONSULT", "IRN.GOV", "LBN.GOV", "2026-05", LEBANON),
    _event("AID", "IRN", "LBN", "2026-06-02", LEBANON), _event("THREATEN", "USA", "IRN", "2026-03-05", NEW_YORK),
    _event("AGREE", "USA", "IRN", "2026-06-02", BASRA), _event("REJECT", "IRN", "IRN.OPP", "2025", None))


def place(archive: Archive) -> list[str]:
    """The ids of the events, which the archive now holds besides those that `tell` tells."""
    ids = tell(archive)
    keep(archive, [LATER])
    return ids + [f"{LATER.report.id}.{judge(archive, LATER.report.id, 'add', reviewer='آزمون', changes=event).record}"
                  for event in ALL]
