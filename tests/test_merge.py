"""Mentions of one event are one record, and different events stay apart."""

import pytest
from by_grammar import coded, events
from support import Told, case, noted

from rasad.coder import work
from rasad.pack import load_pack
from rasad.records import Report

Wanted = list[Told]


@pytest.mark.parametrize(("text", "wanted"), [
    case("headline and lead tell one attack",
         "حمله ارتش اوکراین به روسیه\n\nارتش اوکراین بامداد امروز به روسیه حمله کرد.",
         Told("ASSAULT", "UKR.MIL", "RUS")),
    case("an attack and «this attack»",
         "ارتش اوکراین به روسیه حمله کرد.\n\nاین حمله ارتش اوکراین به روسیه دو ساعت طول کشید.",
         Told("ASSAULT", "UKR.MIL", "RUS")),
    case("the same condemnation twice", "مصر از اتیوپی انتقاد کرد.\n\nانتقاد مصر از اتیوپی درباره سد است.",
         Told("ACCUSE", "EGY", "ETH")),
])
def test_mentions_that_agree_are_one_event(text: str, wanted: Wanted) -> None:
    """Same type, parties, status and occasion make one event."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("attack and counter-attack", "ارتش اوکراین به روسیه حمله کرد.\n\nروسیه نیز به اوکراین حمله کرد.",
         Told("ASSAULT", "UKR.MIL", "RUS"), Told("ASSAULT", "RUS", "UKR")),
    case("one attacked two", "ارتش ترکیه به سوریه حمله کرد.\n\nارتش ترکیه به عراق نیز حمله کرد.",
         Told("ASSAULT", "TUR.MIL", "SYR"), Told("ASSAULT", "TUR.MIL", "IRQ")),
    case("the attack was made, another may follow",
         "ارتش ترکیه به سوریه حمله کرد.\n\nممکن است ارتش ترکیه فردا به سوریه حمله کند.",
         Told("ASSAULT", "TUR.MIL", "SYR"), Told("ASSAULT", "TUR.MIL", "SYR", "hypothetical")),
    case("criticism and sanction", "ژاپن از بلاروس انتقاد کرد.\n\nژاپن بلاروس را تحریم کرد.",
         Told("ACCUSE", "JPN", "BLR"), Told("SANCTION", "JPN", "BLR")),
    case("attacks on two days",
         "ارتش ترکیه ۱۰ مه ۲۰۲۴ به سوریه حمله کرد.\n\nارتش ترکیه ۱۳ مه ۲۰۲۴ به سوریه حمله کرد.",
         Told("ASSAULT", "TUR.MIL", "SYR"), Told("ASSAULT", "TUR.MIL", "SYR")),
])
def test_events_that_differ_stay_apart(text: str, wanted: Wanted) -> None:
    """Another direction, recipient, status, type or day is another event."""
    assert noted(events(text), wanted) == wanted


def test_one_event_told_by_two_speakers_is_according_to_both() -> None:
    """An attack vouched for by two speakers is one event with both of them."""
    text = ("وزیر خارجه هند گفت ارتش پاکستان به هند حمله کرده است.\n\n"
            "سخنگوی کاخ سفید نیز گفت ارتش پاکستان به هند حمله کرده است.")
    (event,) = coded(text).events
    assert set(event.according_to) == {"IND.GOV", "USA.GOV"}


def test_an_event_told_by_the_reporter_and_a_speaker_is_according_to_both() -> None:
    """What the reporter tells and somebody confirms is vouched for by the outlet and by them."""
    text = "ارتش پاکستان به هند حمله کرد.\n\nوزیر خارجه هند گفت ارتش پاکستان به هند حمله کرده است."
    (event,) = coded(text).events
    assert set(event.according_to) == {"outlet", "IND.GOV"}


def test_a_claim_and_its_denial_are_two_events() -> None:
    """The attack one side claims is actual according to it, the denied one negated according to the other."""
    text = ("وزارت خارجه هند اعلام کرد ارتش پاکستان به هند حمله کرده است.\n\n"
            "ارتش پاکستان حمله به هند را تکذیب کرد.")
    wanted = [Told("ASSAULT", "PAK.MIL", "IND", "actual", "IND.GOV"),
              Told("ASSAULT", "PAK.MIL", "IND", "negated", "PAK.MIL")]
    assert noted(events(text), wanted) == wanted


def test_a_merged_event_keeps_all_its_evidence() -> None:
    """Every mention of the event stays as evidence, each a stretch of the original text."""
    text = "حمله ارتش اوکراین به روسیه\n\nارتش اوکراین بامداد امروز به روسیه حمله کرد."
    (event,) = coded(text).events
    assert len(event.evidence) == 2
    assert all(text[span.start:span.end] == span.text for span in event.evidence)


def test_coding_twice_gives_the_same_records() -> None:
    """The coding of a report depends on the report alone."""
    text = "ارتش اوکراین به روسیه حمله کرد. وزیر خارجه روسیه گفت پاسخ خواهیم داد."
    assert coded(text) == coded(text)


def test_attacks_on_far_regions_stay_apart() -> None:
    """An attack on a town and one on a province far from it are two, whoever suffers them."""
    text = ("ارتش عربستان به شهر عدن در یمن حمله کرد.\n\nارتش عربستان همچنین به استان صعده در یمن حمله کرد.")
    assert [event.type for event in coded(text).events] == ["ASSAULT", "ASSAULT"]


def test_who_is_told_to_have_done_this_attack_did_the_attack_told_before() -> None:
    """The doer named when words point back at a deed is the doer of that deed."""
    text = "در حمله به مسجدی در کابل هشت غیرنظامی افغان کشته شدند.\n\nداعش این حمله را انجام داد."
    (attack,) = coded(text).events
    assert [party.code for party in attack.actors] == ["INT.REB"]


def test_an_abduction_beside_an_attack_is_a_deed_of_its_own() -> None:
    """Somebody's abduction in another town is no harm of the attack told in the same sentence."""
    text = "در حمله به سربازان ایتالیایی در قندهار پنج سرباز کشته شدند و یک شهروند ایتالیایی در کابل ربوده شد."
    assert [event.type for event in coded(text).events] == ["ASSAULT", "ASSAULT"]


def test_words_that_point_at_an_attack_just_told_are_no_draft_of_their_own() -> None:
    """«in this attack» is never weighed, and nobody around it becomes its party."""
    text = "وزارت دفاع گرجستان گفت ارتش روسیه به شهر گوری حمله کرد و در این حمله دو غیرنظامی گرجی کشته شدند."
    [pointing] = [draft for draft in work(Report(text), load_pack("fa")).drafts if draft.pointing]
    assert (pointing.actors, pointing.recipients, pointing.chance) == ([], [], None)
