"""What others are to do is a demand in whatever mood somebody says it, and what is promised to be eased is conceded."""

import pytest
from by_grammar import stages
from support import case

from rasad.stages.code.completion import FEW
from rasad.stages.code.drafts import Draft, codes


def drafted(text: str, kind: str) -> list[Draft]:
    """The drafts of a type in a text, whatever their verdict."""
    return [draft for draft in stages(text).drafts if draft.type == kind]


def sides(text: str, kind: str) -> list[tuple[str, str]]:
    """Actors and recipients of the drafts of a type."""
    return [("+".join(codes(d.actors)), "+".join(codes(d.recipients))) for d in drafted(text, kind)]


def test_a_duty_of_ones_own_side_is_drafted_and_held_for_no_event() -> None:
    """A minister who says what the government must do is drafted; the grammar holds it for too little."""
    found = drafted("وزیر کشور ترکیه گفت دولت ترکیه باید مالیات‌ها را کاهش دهد.", "REQUEST")
    assert [draft.verdict for draft in found] == [FEW]


@pytest.mark.parametrize(("text", "wanted"), [
    case("a duty of the one spoken to", "رئیس‌جمهور لبنان گفت: شما باید از این سرزمین بیرون بروید.", ("LBN.GOV", "")),
    case("a duty in the passive of somebody named",
         "وزیر خارجه مصر گفت: ترکیه نباید به این نشست دعوت شود.", ("EGY.GOV", "TUR")),
    case("a command", "سخنگوی وزارت خارجه چین گفت: در امور تایوان دخالت نکنید.", ("CHN.GOV", "")),
    case("a wish", "پلیس ایران: شهروندان ایرانی از سفر به این شهر خودداری کنند.", ("IRN.COP", "IRN.CVL")),
    case("what is better", "وزیر خارجه مصر گفت: اتیوپی بهتر است به میز مذاکره برگردد.", ("EGY.GOV", "ETH")),
    case("what it is time for",
         "نخست‌وزیر هند گفت: زمان آن رسیده که پاکستان به این بحران پایان دهد.", ("IND.GOV", "PAK")),
    case("a condition", "سفیر ارمنستان گفت شرط ما این است که ترکیه مرزها را باز کند.", ("ARM.GOV", "TUR")),
    case("what is to be left", "شیلی خواستار خروج نیروهای بولیوی از پرو شد.", ("CHL", "BOL.MIL")),
    case("what is to be left, of one who is asked",
         "شیلی از بولیوی خواستار خروج نیروها از پرو شد.", ("CHL", "BOL")),
    case("telling to do", "نخست‌وزیر هند به پاکستان هشدار داد که از این اقدام دست بردارد.", ("IND.GOV", "PAK")),
])
def test_what_others_are_to_do_is_demanded(text: str, wanted: list[tuple[str, str]]) -> None:
    """A duty, a command, a wish and a condition are demands of whoever says them, put to whoever is to act."""
    assert wanted[0] in sides(text, "REQUEST")


@pytest.mark.parametrize("text", [
    pytest.param("رئیس‌جمهور ترکیه گفت: ببینید، هوا سرد است.", id="a call for attention"),
    pytest.param("رئیس‌جمهور ترکیه گفت باید صبر کرد.", id="what one must do"),
    pytest.param("نخست‌وزیر هند به پاکستان گفت که هوا سرد است.", id="telling what is so"),
])
def test_what_nobody_is_to_do_is_no_demand(text: str) -> None:
    """A command that only asks to listen, a duty of nobody and a thing told make no draft of a demand."""
    assert drafted(text, "REQUEST") == []


def test_a_demand_that_is_refused_was_made() -> None:
    """The demand of somebody named right after it stands beside its refusal."""
    text = "عراق درخواست ترکیه برای بازگشایی مرز را رد کرد."
    assert [codes(draft.actors) for draft in drafted(text, "REQUEST")] == [["TUR"]]


@pytest.mark.parametrize("text", [
    pytest.param("گرجستان متعهد شد نیروهای خود را از این منطقه خارج کند.", id="a withdrawal"),
    pytest.param("اوکراین وعده داد زندانیان روس را آزاد کند.", id="a release"),
])
def test_what_gives_way_is_conceded_where_it_is_promised(text: str) -> None:
    """A withdrawal or release that somebody promises is a concession still to come."""
    assert [draft.status for draft in drafted(text, "CONCEDE")] == ["future"]


@pytest.mark.parametrize(("text", "count"), [
    case("terms of a country", "شروط ایران روشن است.", 1), case("terms of nobody", "شروط توافق روشن است.", 0)])
def test_a_named_noun_tells_only_of_whoever_follows_it(text: str, count: list[int]) -> None:
    """A noun of an entry with the note `named` is drafted only where somebody is named right after it."""
    assert [len(drafted(text, "REQUEST"))] == count
