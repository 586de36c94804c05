"""Whose words they are where a name stands beside an office, a heading or a line under it."""

import pytest
from support import case, coded


@pytest.mark.parametrize(("text", "wanted"), [
    case("an adviser of Erdogan said …", "مشاور اردوغان گفت: ما آماده‌ایم.", "TUR.GOV", "مشاور اردوغان"),
    case("an envoy of Putin said …", "فرستاده ویژه پوتین گفت که جنگ ادامه دارد.", "RUS.GOV", "فرستاده ویژه پوتین"),
    case("the lawyer of Netanyahu said …", "وکیل نتانیاهو گفت که موکلش بی‌گناه است.", "ISR.CVL", "وکیل نتانیاهو"),
])
def test_who_serves_a_leader_is_not_the_leader(text: str, wanted: list[str]) -> None:
    """An aide named only by the leader speaks for the leader's side under words of their own."""
    (statement,) = coded(text).statements
    assert [statement.speaker.code, statement.speaker.name] == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("spokesman Peskov said …", "سخنگو پسکوف گفت: گفت‌وگو ادامه دارد.", "person:dmitry-peskov"),
])
def test_who_holds_the_office_told_is_named_by_it(text: str, wanted: list[str]) -> None:
    """An office beside the name of whoever holds that office is one person."""
    (statement,) = coded(text).statements
    assert [statement.speaker.id] == wanted


def test_a_heading_may_tell_what_it_is_about_in_a_clause() -> None:
    """«انتقاد X از روشی که Y …:» makes X the speaker of the lines under it."""
    words = "لازم نیست هر بار پلی را خراب کنید"
    (statement,) = coded(f"انتقاد ترامپ از روشی که ارتش در لبنان به کار گرفته است:\n{words}.").statements
    assert (statement.speaker.id, statement.content.text) == ("person:donald-trump", words)


def test_a_heading_ends_where_the_reporter_speaks_of_it() -> None:
    """«این ادعا در حالی …» under a heading is the outlet's own again."""
    claim = "ادعای فاکس‌نیوز:\n🔹 طرح آمریکا پنج بند دارد."
    after = "🔹 این ادعا در حالی منتشر می‌شود که تهران واکنشی نشان نداده است."
    assert [s.content.text for s in coded(f"{claim}\n{after}").statements] == ["طرح آمریکا پنج بند دارد"]


def test_what_stands_before_according_to_him_is_of_the_heading_too() -> None:
    """A line under a heading is its speaker's from its beginning, not only from «به گفته او» on."""
    text = "بهرامی، رئیس اتاق بازرگانی تهران:\n🔹 آمار واقعی بیکاران بیشتر است. به گفته او، یک کارخانه بسته شده است."
    first, second = coded(text).statements
    assert first.speaker.id == second.speaker.id
    assert (first.content.text, second.content.text) == ("آمار واقعی بیکاران بیشتر است", "یک کارخانه بسته شده است")


def test_a_person_has_one_country_in_a_report() -> None:
    """A speaker known by the last name alone is from where the same person was before."""
    report = coded("رئیس اداره آب نکا گفت: سد پر است.\nحجت‌الاسلام رحمان الیاسی در نکا اظهار داشت: کار مهم است.\n"
                   "وی افزود: همه باید آموزش ببینند.\nالیاسی خاطرنشان کرد: جنگ آمریکا و عراق تمام شد.")
    assert {s.speaker.code.partition(".")[0] for s in report.statements} == {"IRN"}
