"""The API answers what the archive holds: the same records, counts and exports as the command line."""

import json
from typing import Any

import pytest
from asking import Asking
from told import ALL, REPORT, TEXT, export, tell

from rasad.archive import Archive
from rasad.archive.releases import freeze
from rasad.archive.selection import selection
from rasad.export import FORMATS
from rasad.workbench import site_of


@pytest.fixture
def ids(archive: Archive) -> list[str]:
    """The ids of a strike, the same strike denied, talks and a march."""
    return tell(archive)


@pytest.fixture
def api(archive: Archive) -> Asking:
    """A client on this machine."""
    return Asking(site_of(archive, here=True))


def found(api: Asking, path: str) -> list[str]:
    """The ids that an answer holds, whose count is right."""
    answer = api.get(path).json()
    if "limit" not in path:
        assert answer["count"]["records"] == len(answer["items"])
    return [item["id"] for item in answer["items"]]


def test_events_are_those_of_the_selection(api: Asking, ids: list[str]) -> None:
    """Parts narrow each other, one given twice widens, and codes hold what is under them."""
    assert set(found(api, "/events")) == set(ids)
    assert set(found(api, "/events?type=ASSAULT&type=PROTEST")) == {ids[0], ids[1], ids[3]}
    assert found(api, "/events?type=ASSAULT&status=negated") == [ids[1]]
    assert set(found(api, "/events?actor=ISR&place=LBN")) == set(ids[:2])
    assert found(api, "/events?dyad=IRQ.GOV,IRQ.CVL") == [ids[3]]


def test_an_item_is_the_record_with_its_report(api: Asking, ids: list[str]) -> None:
    """An item holds the evidence with its offsets, the source, and what reviewers made of it."""
    item = next(i for i in api.get("/events?status=actual").json()["items"] if i["id"] == ids[0])
    assert item["record"]["evidence"] == [{"start": 15, "end": 43, "text": TEXT[15:43]}]
    assert (item["report"]["source"], item["review"]) == ("روزنامه، «نمونه»", "reviewed")


def test_pages_follow_each_other(api: Asking, ids: list[str]) -> None:
    """Pages of one record hold each record once, and the count is of all."""
    pages = [found(api, f"/events?limit=1&offset={n}")[0] for n in range(4)]
    assert pages == found(api, "/events")
    assert api.get("/events?limit=1").json()["count"] == {"records": len(ids), "reports": 1, "sources": 1}


def test_reports_and_statements_are_found(filled: Archive) -> None:
    """Statements and reports are found by the same parts."""
    api = Asking(site_of(filled, here=True))
    said = api.get("/statements?limit=500").json()
    assert said["count"]["records"] == len(said["items"]) > 0
    sources = {item["report"]["source"] for item in api.get("/reports").json()["items"]}
    one = min(sources)
    assert {i["report"]["source"] for i in api.get("/reports", params={"source": one}).json()["items"]} == {one}


def test_a_report_is_told_whole(api: Asking, ids: list[str]) -> None:
    """A report comes with its text, its coding, its records as they stand, and every judgement."""
    told = api.get(f"/reports/{REPORT.report.id}").json()
    assert told["report"]["text"] == TEXT
    assert set(ids) <= {record["id"] for record in told["records"]}
    assert len(told["codings"]) == 1
    assert told["coding"]["coder"]["name"] == "rasad"
    assert [j["kind"] for j in told["judgements"]].count("add") == len(ALL)


def test_a_record_is_told_with_its_judgements(api: Asking, ids: list[str]) -> None:
    """A record comes with its report and the judgements about it alone."""
    told = api.get(f"/records/{ids[3]}").json()
    assert (told["record"]["type"], told["report"]["id"], len(told["judgements"])) == ("PROTEST", REPORT.report.id, 1)
    assert api.get(f"/records/{ids[3]}/judgements").json() == told["judgements"]


def test_a_judgement_is_kept_and_changes_what_stands(api: Asking, ids: list[str]) -> None:
    """A correction is answered with what stands then, and can be undone."""
    said = {"kind": "correct", "changes": {"mode": "drone", "place": "بیروت"}, "reviewer": "سارا", "why": "پهپاد بود"}
    answer = api.post(f"/records/{ids[0]}/judgements", json=said)
    assert answer.status_code == 201
    assert answer.json()["record"]["mode"] == "drone"
    assert answer.json()["judgement"]["reviewer"] == "سارا"
    assert found(api, "/events?mode=drone") == [ids[0]]
    undo = {"kind": "undo", "judgement": answer.json()["judgement"]["id"], "reviewer": "سارا"}
    assert api.post(f"/records/{ids[0]}/judgements", json=undo).json()["record"]["mode"] == "aerial"
    assert found(api, "/events?mode=drone") == []


def test_a_missed_event_is_added(api: Asking, ids: list[str]) -> None:
    """What a reviewer adds is found at once, with its evidence in the text."""
    record = {"type": "AID", "actors": "IRN.GOV", "recipients": ["LBN"], "evidence": "هوا سرد است"}
    made = api.post(f"/reports/{REPORT.report.id}/records", json={"record": record, "reviewer": "سارا"})
    assert made.status_code == 201
    assert made.json()["record"]["evidence"][0]["text"] == "هوا سرد است"
    assert found(api, "/events?type=AID") == [made.json()["record"]["id"]]
    assert made.json()["record"]["id"] not in ids


@pytest.mark.parametrize("form", FORMATS)
def test_an_export_is_that_of_the_selection(form: str, archive: Archive, api: Asking, ids: list[str]) -> None:
    """The bytes over HTTP are those of the export, with a name, a type and the number of rows."""
    answer = api.get(f"/export.{form}?type=ASSAULT")
    assert answer.content == export(archive, form, type="ASSAULT")
    assert (answer.headers["X-Rasad-Rows"], answer.headers["Content-Type"].partition(";")[0]) == ("2",
                                                                                                  FORMATS[form].media)
    assert f'filename="rasad-events.{FORMATS[form].ending}"' in answer.headers["Content-Disposition"]
    assert ids


def test_releases_are_listed_and_exported(archive: Archive, api: Asking, ids: list[str]) -> None:
    """A release is listed with its digest and citation, and its export has that digest."""
    made = freeze(archive, "v1", selection({"type": "PROTEST"}), "events")
    assert api.get("/releases").json() == [{"name": "v1", "what": "events", "chosen": {"type": ["PROTEST"]}, "rows": 1,
                                            "made": made.made, "digest": made.digest, "citation": made.citation()}]
    assert ids[3] in api.get("/export.jsonl?release=v1").text
    assert api.get("/export.jsonl?release=none").status_code == 404
    assert api.get("/export.jsonl?release=v1&type=AID").status_code == 400


def test_agreement_of_reviewers_is_told(api: Asking, ids: list[str]) -> None:
    """Of three who judged a record, two that agree are one pair of three."""
    for name, kind in (("الف", "accept"), ("ب", "reject")):
        api.post(f"/records/{ids[0]}/judgements", json={"kind": kind, "reviewer": name})
    told = api.get("/concord").json()
    assert (told["records"], told["agreed"]) == (1, pytest.approx(1 / 3))
    fields = {one["field"]: (one["records"], one["differing"]) for one in told["fields"]}
    assert (fields["verdict"], fields["type"]) == ((1, 1), (1, 0))


@pytest.mark.parametrize(("path", "status", "said"), [
    ("/events?type=WAR", 400, "no type"), ("/events?since=yesterday", 400, "no day"),
    ("/events?limit=501", 422, "limit"),
    ("/events?offset=-1", 422, "offset"), ("/events?colour=red", 422, "colour"),
    ("/reports/r0000000000000000", 404, "no report"),
    ("/records/r0000000000000000.e1", 404, "no report"), ("/records/x", 422, "id_"), ("/nothing", 404, "Not Found"),
    ("/export.zip", 422, "form"), ("/export.geojson?what=reports", 400, "holds no reports"),
    ("/events?dyad=IRN", 400, "two"),
])
def test_what_is_wrong_is_told_as_a_problem(path: str, status: int, said: str, api: Asking, ids: list[str]) -> None:
    """A wrong request is answered with what was wrong and what to do, as problem JSON."""
    answer = api.get(path)
    told = answer.json()
    assert ids
    assert (answer.status_code, told["status"], answer.headers["Content-Type"]) == (status, status,
                                                                                    "application/problem+json")
    assert said in told["detail"]
    assert told["remedy"]


WRONG: list[Any] = [
    {"kind": "correct", "changes": {"place": {"lat": 500, "lon": 3}}},
    {"kind": "correct", "changes": {"place": {"lat": "x", "lon": []}}},
    {"kind": "correct", "changes": {"actors": [5]}}, {"kind": "correct",
                                                      "changes": {"actors": [{"code": "IRN", "mention": 5}]}},
    {"kind": "correct", "changes": {"evidence": {"start": "a", "end": None}}},
    {"kind": "correct", "changes": {"casualties": [{"harm": "killed", "min": "x"}]}},
    {"kind": "correct", "changes": {"type": ["AID"]}}, {"kind": "correct", "changes": {"date": {"a": 1}}},
    {"kind": "correct", "changes": {}},
    {"kind": "correct", "changes": {"colour": "red"}}, {"kind": "accept", "changes": {"date": "2026"}},
    {"kind": "undo"},
    {"kind": "undo", "judgement": "j0000000000000000"}, {"kind": "correct", "changes": {"date": "\0"}},
    {"kind": "accept", "why": "\ud800"},
    {"kind": "accept", "reviewer": " "}, {"kind": "burn"}, [], "x", None,
    {"kind": "correct", "changes": {"place": {"precision": "near"}}},
]


@pytest.mark.parametrize("said", WRONG, ids=range(len(WRONG)))
def test_a_judgement_of_the_wrong_form_is_refused(said: Any, api: Asking, ids: list[str]) -> None:
    """What cannot be meant is named and changes nothing."""
    body = {"reviewer": "سارا", **said} if isinstance(said, dict) else said
    before = api.get(f"/records/{ids[0]}").json()
    sent = {"Content-Type": "application/json"}
    answer = api.post(f"/records/{ids[0]}/judgements", content=json.dumps(body), headers=sent)
    assert answer.status_code in {400, 404, 422}, answer.text
    assert answer.json()["remedy"]
    assert api.get(f"/records/{ids[0]}").json() == before
