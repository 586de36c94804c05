"""Records say who is meant, by one id and one name, and keep their ids when the report is coded again."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest
from by_grammar import coded, stages
from conftest import SAMPLES

from rasad.assemble import assemble
from rasad.assemble.ids import Ids
from rasad.pack import load_pack
from rasad.records import CodedReport, Event, Party
from rasad.stages.found import Coding

Samples = list[dict[str, Any]]


def only(text: str) -> Event:
    """The one event of a text."""
    [event] = coded(text).events
    return event


def parties(report: CodedReport) -> list[Party]:
    """Everybody who speaks, acts or is acted upon in a report."""
    acting = [p for event in report.events for p in (*event.actors, *event.recipients)]
    return acting + [statement.speaker for statement in report.statements]


@pytest.fixture(scope="module")
def reports(samples: Samples) -> list[CodedReport]:
    """The sample reports, coded."""
    return [coded(sample["text"], published=sample["published"], source=sample["source"]) for sample in samples]


def test_an_unknown_person_is_named_in_the_spelling_of_the_report() -> None:
    """Somebody no table knows is called as the report writes them, Arabic letters and all."""
    [statement] = coded("فرهاد نيكپوري، وزير خارجه تاجيكستان گفت كه روسيه به اوكراين حمله كرد.").statements
    assert statement.speaker.name == "فرهاد نيكپوري"


def test_a_name_is_not_repaired() -> None:
    """A name into which the repair would put a half-space stands in the record without it."""
    [statement] = coded("ایلدار نیکپوری، وزیر خارجه تاجیکستان گفت که روسیه به اوکراین حمله کرد.").statements
    assert statement.speaker.name == "ایلدار نیکپوری"


def test_a_known_person_has_the_name_of_the_tables() -> None:
    """Somebody the tables know has one name in every report, however it spells or shortens it."""
    texts = ("پوتین گفت که اوکراین به روسیه حمله کرد.", "ولاديمير پوتين گفت كه اوكراين به روسيه حمله كرد.")
    speakers = [coded(text).statements[0].speaker for text in texts]
    assert {(p.id, p.name) for p in speakers} == {("person:vladimir-putin", "ولادیمیر پوتین")}


def test_a_country_has_the_name_of_the_tables() -> None:
    """A country has one id and one name, whichever of its names the report uses."""
    events = [only(f"{name} به اوکراین حمله کرد.") for name in ("روسیه", "فدراسیون روسیه", "روسيه")]
    assert {(p.id, p.name) for e in events for p in e.actors} == {("RUS", "روسیه")}


def test_a_side_that_is_no_country_has_its_code_for_an_id() -> None:
    """The government of a country is somebody else than the country."""
    [statement] = coded("وزیر خارجه ترکیه گفت که ارمنستان به جمهوری آذربایجان حمله کرد.").statements
    assert (statement.speaker.id, statement.speaker.name) == ("TUR.GOV", "وزیر خارجه ترکیه")


def test_a_pronoun_has_the_name_of_whom_it_means() -> None:
    """«He added»: the speaker is the person named before."""
    text = ("فرهاد نیکپوری، وزیر خارجه تاجیکستان گفت که روسیه به اوکراین حمله کرد. "
            "وی افزود که ترکیه به سوریه حمله کرد.")
    assert [s.speaker.name for s in coded(text).statements] == ["فرهاد نیکپوری", "فرهاد نیکپوری"]


def test_a_surname_has_the_full_name() -> None:
    """A surname alone bears the full name that the report gave before, and the same id."""
    text = ("فرهاد نیکپوری، وزیر خارجه تاجیکستان گفت که روسیه به اوکراین حمله کرد. "
            "نیکپوری افزود که ترکیه به سوریه حمله کرد.")
    first, second = [s.speaker for s in coded(text).statements]
    assert (second.id, second.name) == (first.id, "فرهاد نیکپوری")


def test_an_office_has_the_name_of_its_holder_in_the_report() -> None:
    """An office told without a name is whoever the report names with it."""
    text = ("فرهاد نیکپوری، وزیر خارجه تاجیکستان به ترکیه سفر کرد. "
            "وزیر خارجه تاجیکستان گفت که روسیه به اوکراین حمله کرد.")
    assert [s.speaker.name for s in coded(text).statements] == ["فرهاد نیکپوری"]


def test_each_of_two_countries_has_its_own_name() -> None:
    """«Of the two countries», each is called by its own name, not by the words for both."""
    text = "ارمنستان و جمهوری آذربایجان همسایه‌اند. دو کشور با روسیه مذاکره کردند."
    names = {p.code: p.name for p in parties(coded(text))}
    assert names == {"ARM": "ارمنستان", "AZE": "جمهوری آذربایجان", "RUS": "روسیه"}


def test_every_party_with_a_code_has_an_id_and_a_name(reports: list[CodedReport]) -> None:
    """Whoever has a code has an id and a name that can be shown."""
    assert [p for report in reports for p in parties(report) if p.code and not (p.id and p.name.strip())] == []


def test_a_person_found_under_a_title_is_not_the_body_they_belong_to(reports: list[CodedReport]) -> None:
    """No actor that is a person bears the id of a group, a body or a country."""
    persons = [a for report in reports for a in report.actors if a.kind == "person"]
    assert persons
    assert {a.id.partition(":")[0] for a in persons} <= {"person", "name"}


def test_actors_are_listed_once(reports: list[CodedReport]) -> None:
    """No id stands twice among the actors of a report."""
    for report in reports:
        ids = [actor.id for actor in report.actors]
        assert sorted(ids) == sorted(set(ids))


def test_every_party_is_among_the_actors(reports: list[CodedReport]) -> None:
    """Whoever speaks, acts or is acted upon is listed among the actors of the report."""
    for report in reports:
        assert {p.id for p in parties(report)} - {""} <= {actor.id for actor in report.actors}


def test_no_party_stands_twice_on_one_side(reports: list[CodedReport]) -> None:
    """A side of an event lists each party once."""
    for side in (s for report in reports for e in report.events for s in (e.actors, e.recipients)):
        assert len({(p.id, p.code, p.name) for p in side}) == len(side)


def test_a_party_that_is_only_understood_has_no_mention() -> None:
    """The country of a place that was attacked is a recipient without words of its own."""
    event = only("ارتش روسیه به شهر خارکیف حمله کرد.")
    assert [(p.code, p.name, p.mention) for p in event.recipients] == [("UKR", "اوکراین", None)]


def test_an_event_names_the_agreement_of_its_clause() -> None:
    """An event told as done under an agreement, or in breach of it, refers to it."""
    report = coded("ارمنستان توافق آتش‌بس را نقض کرد و به جمهوری آذربایجان حمله کرد.")
    assert [e.agreements for e in report.events if e.type == "ASSAULT"] == [tuple(a.id for a in report.agreements)]
    assert report.agreements


def test_a_place_is_quoted_from_the_original() -> None:
    """The mention of a place is in the letters of the report, not in repaired ones."""
    event = only("ارتش روسيه در اوكراين با نيروهاي تركيه درگير شد.")
    assert event.place is not None
    assert event.place.mention == "اوكراين"


def test_coding_again_keeps_the_ids(reports: list[CodedReport], samples: Samples) -> None:
    """The same report coded again has the same ids."""
    again = [coded(s["text"], published=s["published"], source=s["source"]) for s in samples]
    assert [ids(r) for r in again] == [ids(r) for r in reports]


def ids(report: CodedReport) -> list[str]:
    """The ids of the records of a report, in order."""
    return [s.id for s in report.statements] + [e.id for e in report.events] + [a.id for a in report.agreements]


def test_ids_are_unique_in_a_report(reports: list[CodedReport]) -> None:
    """No two records of a report share an id."""
    for report in reports:
        assert len(set(ids(report))) == len(ids(report))


def test_another_reading_of_the_parties_keeps_the_id() -> None:
    """An event keeps its id when a later coder finds other parties for it."""
    found = stages("ارتش روسیه به اوکراین حمله کرد.")
    [before] = assemble(found, load_pack("fa")).events
    [draft] = found.events
    [after] = assemble(replace(found, events=[replace(draft, actors=[])]), load_pack("fa")).events
    assert (after.id, after.actors) == (before.id, ())


def test_records_before_an_addition_keep_their_ids() -> None:
    """Words added at the end of a report change no id of what stands before them."""
    first = "ارتش روسیه به اوکراین حمله کرد."
    assembled = [assemble(under_an_id(text), load_pack("fa")) for text in (first, f"{first} ترکیه به سوریه حمله کرد.")]
    assert assembled[1].events[0].id == assembled[0].events[0].id


def under_an_id(text: str) -> Coding:
    """The coding of a text under an id of its own."""
    found = stages(text)
    return replace(found, report=replace(found.report, id="r1"))


def test_two_records_of_one_place_have_two_ids() -> None:
    """Ids given for the same place differ."""
    given = Ids("report")
    assert len({given.of("e", "ASSAULT", 3) for _ in range(4)}) == 4


CODE = """
import json, sys
from rasad.public import code_report, pack_of
from rasad.records import Report, as_dict
for line in open(sys.argv[1], encoding="utf-8"):
    sample = json.loads(line)
    report = Report(sample["text"], sample["id"], sample["source"], sample["published"], language="fa")
    sys.stdout.buffer.write(json.dumps(as_dict(code_report(report, pack_of()))).encode() + b"\\n")
"""


def test_two_processes_write_the_same_bytes() -> None:
    """Processes that hash strings differently code the samples alike, byte for byte."""
    written = [subprocess.run([sys.executable, "-c", CODE, str(SAMPLES)], env={**os.environ, "PYTHONHASHSEED": seed},
                              capture_output=True, check=True).stdout for seed in ("1", "2")]
    assert written[0] == written[1]
    assert json.loads(written[0].splitlines()[0])["events"]
