"""How what is hostile is worded: threats, charges, attempts, marches, and nouns that are parted."""

import pytest
from support import Told, case, events, noted

Wanted = list[Told]


@pytest.mark.parametrize(("text", "wanted"), [
    case("Putin: Ukraine back to the stone age", "پوتین گفت: اوکراین را به عصر حجر برمی‌گردانیم.",
         Told("THREATEN", "RUS.GOV", "UKR", according="RUS.GOV")),
    case("Netanyahu: Hamas will see no rest", "نتانیاهو گفت: حماس روی آرامش نخواهد دید.",
         Told("THREATEN", "ISR.GOV", "PSE.REB|PSE.PTY", according="ISR.GOV")),
    case("Putin: the gates of hell will open", "پوتین گفت: درهای جهنم به روی اوکراین گشوده خواهد شد.",
         Told("THREATEN", "RUS.GOV", "UKR", according="RUS.GOV")),
    case("Netanyahu: Hezbollah will pay dearly", "نتانیاهو گفت: حزب‌الله تاوان سنگینی خواهد داد.",
         Told("THREATEN", "ISR.GOV", "LBN.REB|LBN.PTY", according="ISR.GOV")),
    case("an army says what of its foe will be hit", "ارتش سودان: مواضع ارتش اتیوپی هدف قرار خواهند گرفت.",
         Told("THREATEN", "SDN.MIL", "ETH.MIL", according="SDN.MIL")),
])
def test_what_one_says_will_befall_others_is_a_threat(text: str, wanted: Wanted) -> None:
    """Whoever says in a set phrase what awaits others threatens them; an army does also without a doer."""
    assert noted(events(text), wanted) == wanted


def test_who_is_no_side_only_foretells() -> None:
    """A minister of another country who says who will be hit threatens nobody."""
    assert "THREATEN" not in [e.type for e in events("وزیر خارجه قطر گفت: مواضع ارتش اتیوپی هدف قرار خواهند گرفت.")]


@pytest.mark.parametrize(("text", "wanted"), [
    case("Lavrov: their programme is a threat to peace", "لاوروف گفت برنامه هسته‌ای آمریکا تهدیدی برای صلح جهانی است.",
         Told("ACCUSE", "RUS.GOV", "USA", according="RUS.GOV")),
    case("Lavrov: they made a battlefield of it", "لاوروف گفت آمریکا عراق را به میدان جنگ تبدیل کرده است.",
         Told("ACCUSE", "RUS.GOV", "USA", according="RUS.GOV")),
    case("Russia called the programme a threat", "روسیه برنامه موشکی آمریکا را تهدید خواند.",
         Told("ACCUSE", "RUS", "USA")),
    case("three officers stand accused", "سه افسر پلیس فرانسه به سرقت و اخاذی متهم هستند.",
         Told("ACCUSE", "", "FRA.COP")),
])
def test_a_charge_may_be_what_somebody_is_said_to_be(text: str, wanted: Wanted) -> None:
    """«X is a threat», «X made a battlefield of Y» and «X stands accused» charge X."""
    assert noted(events(text), wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    case("soldiers set out for a land", "هزار سرباز ترکیه راهی عراق می‌شوند.",
         Told("MOBILIZE", "TUR.MIL", "IRQ", status="future")),
    case("columns advance towards a town", "ستون‌های زرهی روسیه به سمت خارکف پیشروی کردند.",
         Told("MOBILIZE", "RUS", "UKR")),
])
def test_soldiers_on_the_move_are_mobilised(text: str, wanted: Wanted) -> None:
    """Soldiers who set out or advance pay no visit and need no goal that is a party."""
    assert noted(events(text), wanted) == wanted


def test_an_attack_that_was_tried_is_an_attack() -> None:
    """«تلاش کرد X را ترور کند» tells an attack; what is being tried is none yet."""
    assert [e.type for e in events("سودان تلاش کرد عمر البشیر را ترور کند.")] == ["ASSAULT"]
    assert not events("سودان تلاش می‌کند عمر البشیر را ترور کند.")


@pytest.mark.parametrize(("between", "found"), [("", True), ("مکرر ", True), ("بی‌وقفه ", True), ("این گونه ", False)])
def test_an_event_noun_is_parted_only_by_what_describes_or_counts(between: str, found: bool) -> None:  # noqa: FBT001
    """«نقض مکرر آتش‌بس» is the breach of a ceasefire; other words part it for good."""
    breach = events(f"نقض {between}آتش‌بس از سوی اسرائیل در لبنان")
    assert ("ASSAULT" in [e.type for e in breach]) is found


def test_a_number_may_part_an_event_noun() -> None:
    """A number may stand between the sending of troops and the troops."""
    wanted = [Told("MOBILIZE", "USA.MIL", "KWT")]
    assert noted(events("استقرار ۵ هزار نظامی آمریکایی در کویت"), wanted) == wanted


def test_by_whose_order_is_no_recipient() -> None:
    """«به دستور X» tells who ordered a deed, not whom it was done to."""
    wanted = [Told("ASSAULT", "RUS.MIL", "UKR")]
    assert noted(events("نیروهای روسی به دستور پوتین چند حمله علیه اهدافی در اوکراین را آغاز کردند."), wanted) == wanted


def test_a_tank_is_that_of_the_army_that_builds_it() -> None:
    """A Merkava that is hit is the Israeli army's, named or not."""
    wanted = [Told("ASSAULT", "LBN.REB|LBN.PTY", "ISR.MIL")]
    assert noted(events("حزب‌الله دو تانک مرکاوا را منهدم کرد."), wanted) == wanted
