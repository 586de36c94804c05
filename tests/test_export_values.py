"""What an export says is what the record says, in each format's own words."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

import pytest
from archives import sample_reports
from conftest import SAMPLES
from told import ALL, REPORT, TEXT, export, exported_as, tell

from rasad.archive import Archive, ArchiveError
from rasad.archive.exporting import exported
from rasad.archive.finding import Found
from rasad.archive.selection import selection
from rasad.export import FORMATS, write


@pytest.fixture
def ids(archive: Archive) -> list[str]:
    """The ids of a strike, the same strike denied, talks and a march."""
    return tell(archive)


def sheet(data: bytes, **how: Any) -> dict[str, dict[str, str]]:
    """The rows of a sheet by their first cell."""
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), **how))
    return {row["id"] if "id" in row else next(iter(row.values())): row for row in rows}


def lines(data: bytes) -> dict[str, Any]:
    """The records of JSON Lines by id."""
    return {row["id"]: row for row in map(json.loads, data.decode().splitlines())}


def test_a_sheet_tells_every_field(archive: Archive, ids: list[str]) -> None:
    """A row of the sheet holds the event, its report, and what reviewers made of it, lists joined."""
    row = sheet(export(archive, "csv"))[ids[0]]
    assert row == row | {
        "report": REPORT.report.id, "source": "روزنامه، «نمونه»", "language": "fa", "url": "https://example.org/a?b=1&c=2",
        "type": "ASSAULT", "mode": "aerial", "quad": "material conflict", "score": "-9.5", "cameo": "195",
        "status": "actual", "date": "2026-05-09", "actors": "ISR.MIL", "actor_names": "ارتش اسرائیل",
        "recipients": "LBN.CVL; LBN.MED", "place": "صور", "place_name": "Tyre", "country": "LBN", "lat": "33.2733",
        "lon": "35.1939", "precision": "settlement", "according_to": "outlet",
        "casualties": "killed 3-5 LBN.CVL; injured 10 LBN.CVL", "start": "15", "end": "43", "confidence": "1",
        "rule": "reviewer", "review": "reviewed", "disputed": "false", "rejected": "false", "carried": "1"}
    assert sheet(export(archive, "csv"))[ids[1]]["status"] == "negated"


def test_no_cell_is_a_formula(archive: Archive, ids: list[str]) -> None:
    """A cell that begins like a formula begins with an apostrophe, in every sheet."""
    assert sheet(export(archive, "csv"))[ids[0]]["evidence"] == "'=گروهی در تیر به روستا آمدند"
    for data, how in ((export(archive, "csv"), {}), (export(archive, "acled"), {}),
                      (export(archive, "gdelt"), {"delimiter": "\t"})):
        cells = [cell for row in sheet(data, **how).values() for cell in row.values()]
        assert not [c for c in cells if c[:1] in {"=", "+", "@"} or (c[:1] == "-" and not c[1:2].isdigit())]


def test_a_sheet_begins_with_the_mark_of_utf_8(archive: Archive, ids: list[str]) -> None:
    """A spreadsheet that opens the sheet reads Persian as Persian."""
    assert ids
    assert export(archive, "csv").startswith(b"\xef\xbb\xbfid,report,")


def test_json_lines_hold_the_whole_record(archive: Archive, ids: list[str]) -> None:
    """A line holds the record as it stands with its spans, its report, and what reviewers made of it."""
    found = lines(export(archive, "jsonl"))[ids[0]]
    assert found["record"]["evidence"] == [{"start": 15, "end": 43, "text": TEXT[15:43]}]
    assert found["record"]["casualties"][0] == {"harm": "killed", "min": 3, "max": 5, "who": "LBN.CVL"}
    assert (found["report"]["id"], found["review"], found["carried"]) == (REPORT.report.id, "reviewed", 1)


def test_a_report_is_exported_with_its_text(archive: Archive, ids: list[str]) -> None:
    """JSON Lines of reports hold the text that offsets point into."""
    assert ids
    assert lines(export(archive, "jsonl", "reports"))[REPORT.report.id]["record"]["text"] == TEXT


def test_statements_are_exported_with_their_speaker(filled: Archive) -> None:
    """Each statement of a sheet tells who says what, in words that stand in the text of its report."""
    texts = {id_: one["record"]["text"] for id_, one in lines(export(filled, "jsonl", "reports")).items()}
    rows = sheet(export(filled, "csv", "statements")).values()
    assert len(rows) == sum(len(r.prepared.coded["statements"]) for r in sample_reports(SAMPLES) if r.prepared)
    for row in rows:
        span = texts[row["report"]][int(row["start"]):int(row["end"])]
        assert " ".join(span.split()) == row["evidence"].removeprefix("'")
        assert row["speaker"]


def test_an_event_names_the_speaker_it_is_told_by(filled: Archive) -> None:
    """The speaker of an event is that of the statement it stands in."""
    said = {id_: row["speaker"] for id_, row in sheet(export(filled, "csv", "statements")).items()}
    told = [row for row in sheet(export(filled, "csv")).values() if row["statement"]]
    assert told
    assert [row["speaker"] for row in told] == [said[row["statement"]] for row in told]


def test_geojson_holds_events_with_a_point_and_no_other(archive: Archive, ids: list[str]) -> None:
    """An event without a point is left out and counted; longitude comes first; nothing stands at 0, 0."""
    data, written = exported_as(archive, "geojson")
    features = {f["id"]: f for f in json.loads(data)["features"]}
    assert set(features) == set(ids[:2])
    assert (written.rows, written.left_out) == (2, 2)
    assert features[ids[0]]["geometry"] == {"type": "Point", "coordinates": [35.1939, 33.2733]}
    told = features[ids[0]]["properties"]
    assert (told["precision"], told["area"], told["status"], told["source"]) == ("settlement", False, "actual",
                                                                                 "روزنامه، «نمونه»")


def test_plover_has_the_fields_of_its_manual(archive: Archive, ids: list[str]) -> None:
    """A record of PLOVER has parties as entities, the quad as a number, and the status among the modes."""
    found = lines(export(archive, "plover"))
    strike, denied, talks = (found[id_] for id_ in ids[:3])
    assert strike == strike | {"date": "2026-05-09", "event": ["ASSAULT"], "mode": ["aerial"], "quad_code": 4,
                               "event_scale": -9.5, "size": {"dead": 3, "injured": 10}}
    assert strike["actor"] == [{"code": "ISR", "sector": "MIL", "identifier_text": "ارتش اسرائیل"}]
    assert strike["event_loc"] == {"extracted_place": "صور", "resolved_place": "Tyre", "country_code": "LBN",
                                   "lat": 33.2733,
                                   "country": "Lebanon", "lon": 35.1939, "resolution": 4, "geonameid": 267008}
    assert strike["cite_info"]["url"] == "https://example.org/a?b=1&c=2"
    assert denied["mode"] == ["aerial", "negation"]
    assert (talks["date"], talks["enddate"], len(talks["actor"])) == ("2026-05-01", "2026-05-31", 3)
    assert "lat" not in talks["event_loc"]


def test_acled_types_only_what_it_would_count(archive: Archive, ids: list[str]) -> None:
    """A strike and a march have types; a denied strike and talks have none, nor dead, and their tags say why."""
    strike, denied, talks, march = (sheet(export(archive, "acled"))[id_] for id_ in ids)
    assert strike == strike | {
        "event_date": "2026-05-09", "year": "2026", "time_precision": "1", "disorder_type": "Political violence",
        "event_type": "Explosions/Remote violence", "sub_event_type": "Air/drone strike",
        "actor1": "ارتش اسرائیل (ISR.MIL)", "inter1": "External/Other forces", "actor2": "مردم (LBN.CVL)",
        "assoc_actor_2": "خبرنگاران (LBN.MED)", "inter2": "Civilians", "interaction": "Civilians-External/Other forces",
        "civilian_targeting": "Civilian targeting", "iso": "422", "region": "Middle East", "country": "Lebanon",
        "location": "Tyre", "latitude": "33.2733", "geo_precision": "1", "fatalities": "3"}
    assert (denied["event_type"], denied["fatalities"], denied["civilian_targeting"]) == ("", "0", "")
    assert "status=negated" in denied["tags"].split("; ")
    assert (talks["event_type"], talks["event_date"], talks["time_precision"]) == ("", "2026-05-15", "3")
    assert (march["event_type"], march["sub_event_type"], march["inter1"]) == ("Protests", "Peaceful protest",
                                                                               "Protesters")
    assert (march["event_date"], march["year"], march["interaction"]) == ("", "2026", "State forces-Protesters")
    assert "url=https://example.org/a?b=1&c=2" in strike["tags"].split("; ")


def test_gdelt_has_its_columns_and_cameo_codes(archive: Archive, ids: list[str]) -> None:
    """A line has GDELT's 57 columns and the address, then ours; both sides of talks are told."""
    found = sheet(export(archive, "gdelt"), delimiter="\t")
    strike, _, talks, march = (found[id_] for id_ in ids)
    names = list(strike)
    assert (names[0], names[57], names[58]) == ("GLOBALEVENTID", "SOURCEURL", "id")
    assert strike == strike | {
        "SQLDATE": "20260509", "MonthYear": "202605", "Year": "2026", "FractionDate": "2026.4356",
        "Actor1Code": "ISRMIL",
        "Actor1CountryCode": "ISR", "Actor1Type1Code": "MIL", "Actor2Code": "LBNCVL", "EventCode": "195",
        "EventRootCode": "19", "QuadClass": "4", "GoldsteinScale": "-10", "ActionGeo_Type": "4",
        "ActionGeo_CountryCode": "LE", "ActionGeo_FeatureID": "267008", "status": "actual"}
    assert (talks["Actor1Code"], talks["Actor2Code"], talks["actors"]) == ("IRNGOV", "IGOUNO", "IRN.GOV; UN; OMN")
    assert (talks["SQLDATE"], talks["MonthYear"], march["MonthYear"], march["Year"]) == ("", "202605", "", "2026")
    assert len({row["GLOBALEVENTID"] for row in found.values()}) == len(ALL)


@pytest.mark.parametrize("form", ["csv", "jsonl", "acled", "gdelt", "plover"])
def test_an_export_is_what_the_selection_shows(form: str, archive: Archive, ids: list[str]) -> None:
    """A selection exported holds its records and no other, also none."""
    how = {"delimiter": "\t"} if form == "gdelt" else {}
    read = lines if form in {"jsonl", "plover"} else (lambda data: sheet(data, **how))
    assert set(read(export(archive, form))) == set(ids)
    assert set(read(export(archive, form, status="negated"))) == {ids[1]}
    assert read(export(archive, form, actor="BRA")) == {}


def test_every_format_holds_every_event(filled: Archive) -> None:
    """Every format holds all events of the samples; GeoJSON tells how many it left out."""
    coded = sum(len(report.prepared.coded["events"]) for report in sample_reports(SAMPLES) if report.prepared)
    for form, known in FORMATS.items():
        written = exported_as(filled, form)[1]
        assert written.rows + written.left_out == coded
        assert bool(written.left_out) == (form == "geojson")
        assert known.holds[0] == "events"


@pytest.mark.parametrize(("form", "what"), [("zip", "events"), ("geojson", "reports"), ("csv", "people")])
def test_what_a_format_cannot_hold_is_refused(form: str, what: str, archive: Archive) -> None:
    """An unknown format, and a kind of record that a format has no place for, are named."""
    with pytest.raises(ArchiveError, match=form if form != "csv" else what):
        export(archive, form, what)


@pytest.mark.parametrize("form", FORMATS)
def test_an_export_is_written_as_it_is_read(form: str, archive: Archive, ids: list[str]) -> None:
    """Of many records the first are in the stream before the last are asked for, in every format."""
    many, out, before = 5200, io.BytesIO(), []
    with archive.reading() as connection:
        one = next(found for found in exported(connection, "events", selection({"place": "LBN"})) if found.id in ids)

    def found() -> Iterator[Found]:
        for number in range(many):
            if number == many - 1:
                before.append(out.tell())
            yield one

    assert write(form, "events", found(), out).rows == many
    assert before[0] > 0
