"""The table shows a report as it can be read in a terminal: marked text, records, columns that stay in line."""

import re
from pathlib import Path

import pytest
from conftest import SAMPLES, SENTENCE, Rasad
from rich.cells import cell_len
from rich.text import Text

from rasad.cli.bidi import FIRST_STRONG, LRM, POP, RIGHT_TO_LEFT, shortened
from rasad.cli.marks import marked, plain
from rasad.cli.screen import Screen
from rasad.cli.table import Table
from rasad.days import solar_day
from rasad.pack import Pack
from rasad.public import code_report
from rasad.records import Report

REPORT = Report(SENTENCE, id="r", source="ایسنا", published="2023-09-19", title="حمله به مسکو")
PERSIAN = re.compile("[\u0600-\u06ff]")
OUTER = re.compile(f"[{FIRST_STRONG}{RIGHT_TO_LEFT}][^{POP}]*{POP}")


def shown(report: Report, pack: Pack, width: int, *, colours: bool = False, styles: bool = False) -> str:
    return Table(Screen(width, colours, styles))(report, code_report(report, pack))


@pytest.mark.parametrize("width", [40, 64, 100, 119, 120, 150, 200])
def test_no_line_is_wider_than_the_window(rasad: Rasad, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    """At any width no line of the table is wider than the window, half-spaces and emoji counted as they show."""
    monkeypatch.setenv("COLUMNS", str(width))
    lines = rasad("code", "--format", "table", SAMPLES).out.splitlines()
    assert max(cell_len(line) for line in lines) <= width


def test_the_columns_of_a_wide_window_stay_in_line(rasad: Rasad, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a wide window the rule between the records and the text stands in one column on every line."""
    monkeypatch.setenv("COLUMNS", "150")
    lines = rasad("code", "--format", "table", SAMPLES).out.splitlines()
    assert len({cell_len(line.split(" │")[0]) for line in lines if " │" in line}) == 1


@pytest.mark.parametrize("width", [64, 150])
def test_persian_stands_in_isolates(rasad: Rasad, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    """Every Persian letter stands inside an isolate that is closed on its own line, so no line is turned round."""
    monkeypatch.setenv("COLUMNS", str(width))
    for line in rasad("code", "--format", "table", SAMPLES).out.splitlines():
        assert line.count(FIRST_STRONG) + line.count(RIGHT_TO_LEFT) == line.count(POP)
        assert not PERSIAN.search(OUTER.sub("", line.replace("(", FIRST_STRONG).replace(")", POP)))
        assert line.startswith(LRM) or not line


def test_statements_and_evidence_are_marked_in_place(pack: Pack) -> None:
    """What was said stands between ⟨s1 and ⟩ and the evidence between [e1 and ], around their own words."""
    text = marked(SENTENCE, code_report(REPORT, pack)).plain
    [said] = re.findall("⟨s1 (.*)⟩", text)
    assert re.sub(r"\[e1 |\]", "", said) == "نیروهای اوکراین به مسکو حمله کردند"
    assert "حمله کردند" in re.findall(r"\[e1 ([^\]]*)\]", text)[0]


def test_without_the_marks_the_text_is_the_report(pack: Pack, samples: list[dict[str, str]]) -> None:
    """Marking adds tags and takes nothing away."""
    for sample in samples:
        report = Report(sample["text"], published=sample["published"])
        text = marked(report.text, code_report(report, pack)).plain
        bare = re.sub(r"⟨s\d+ |⟩|\[e\d+(,e\d+)* |\]", "", text)
        assert bare == re.sub(r"[⟨⟩\]]", "", plain(report.text))


def test_the_records_are_shown(pack: Pack) -> None:
    """The speaker with code and cue, the parties with an arrow, and who vouches for the event are shown."""
    out = shown(REPORT, pack, 100)
    for piece in ("RUS.GOV", "گفت", "UKR.MIL", "→", "ASSAULT", "according to RUS.GOV", "2023-09-19 (۱۴۰۲/۰۶/۲۸)"):
        assert piece in out


def test_colours_and_styles_are_only_where_they_can_be_shown(pack: Pack) -> None:
    """No style goes to a file, and with NO_COLOR bold and the like stay but no colour."""
    assert "\x1b" not in shown(REPORT, pack, 100)
    assert "\x1b[1m" in shown(REPORT, pack, 100, styles=True)
    assert "\x1b[1;31m" in shown(REPORT, pack, 100, styles=True, colours=True)
    assert "31m" not in shown(REPORT, pack, 100, styles=True)


def test_a_report_cannot_drive_the_terminal(pack: Pack) -> None:
    """Control characters of a report are shown as signs, and its direction marks cannot turn the line."""
    out = shown(Report(f"\x1b]0;title\x07\x1b[2J {SENTENCE}\x9b31m \u202eabc \u2067", id="\x1b[31m"), pack, 100)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", out)
    assert "␛]0;title␇" in out


@pytest.mark.parametrize(("text", "columns", "expected"), [
    ("یک دو سه", 20, "یک دو سه"), ("یک دو سه", 6, "یک دو …"), ("می‌رود", 6, "می‌رود"), ("چهارشنبه‌سوری", 4, "چها…")])
def test_a_shortened_text_ends_at_a_word(text: str, columns: int, expected: str) -> None:
    """A text is cut between words, half-spaces taking no room, and inside a word only where one word is too long."""
    assert shortened(text, columns) == expected


@pytest.mark.parametrize(("day", "solar"), [
    ("2023-09-19", "۱۴۰۲/۰۶/۲۸"), ("2024-03-19", "۱۴۰۲/۱۲/۲۹"), ("2024-03-20", "۱۴۰۳/۰۱/۰۱"),
    ("2025-03-20", "۱۴۰۳/۱۲/۳۰"), ("2023-09", ""), ("", ""), ("0001-01-01", "")])
def test_days_are_shown_in_both_calendars(day: str, solar: str) -> None:
    """An ISO day has its Solar Hijri day beside it, leap years counted; anything else has none."""
    assert solar_day(day) == solar


def test_a_report_without_records_says_so(pack: Pack) -> None:
    """A report in another language is shown with its text and a line that names the language."""
    assert "nothing coded (language: en)" in shown(Report("The minister said that the talks had failed."), pack, 100)


def test_emoji_and_flags_take_the_room_they_show_in(pack: Pack) -> None:
    """A bulleted post with emoji and flags stays in line."""
    report = Report(f"🔹 {SENTENCE} 🇮🇷 👨\u200d👩\u200d👧 " * 5)
    lines = shown(report, pack, 150).splitlines()
    assert len({cell_len(line.split(" │")[0]) for line in lines if " │" in line}) == 1


def test_a_thousand_words_without_a_blank_are_folded(pack: Pack) -> None:
    """A word longer than the window is broken, not lost."""
    out = shown(Report("ا" * 1000 + " " + SENTENCE), pack, 80)
    assert out.count("ا") >= 1000
    assert max(cell_len(line) for line in out.splitlines()) <= 80


def test_a_screen_of_no_terminal_is_a_hundred_columns(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Into a file the table is a hundred columns wide unless COLUMNS says otherwise."""
    from rasad.cli.screen import screen_of  # noqa: PLC0415 - beside what it tests

    with (tmp_path / "out").open("w", encoding="utf-8") as stream:
        monkeypatch.delenv("COLUMNS", raising=False)
        assert screen_of(stream) == Screen(100)
        monkeypatch.setenv("COLUMNS", "72")
        assert screen_of(stream) == Screen(72)


def test_lines_are_printed_without_markup() -> None:
    """Square brackets and colons of a report are no markup and no emoji."""
    assert "[bold]:smile:" in Screen(80).printed([Text("[bold]:smile:")])
