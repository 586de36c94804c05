"""Reports that carry one text are linked, led by the first, and counted once."""

import random

from archives import incoming

from rasad.archive import Archive
from rasad.archive.copies import likeness, signature
from rasad.archive.finding import EVENT, REPORT, count, find
from rasad.archive.history import history
from rasad.archive.keeping import keep
from rasad.archive.selection import Selection
from rasad.archive.words import tokens

STORY = (
    "سخنگوی ارتش پاکستان اعلام کرد نیروهای این کشور شامگاه شنبه در نزدیکی مرز افغانستان هدف حمله قرار گرفتند. "
    "به گفته وی در این حمله سه سرباز کشته و پنج نفر دیگر زخمی شدند و مهاجمان پس از درگیری از منطقه گریختند."
)
OTHER = (
    "وزیر خارجه نروژ در دیدار با همتای لهستانی خود در اسلو گفت دو کشور درباره همکاری‌های دفاعی و انرژی توافق کرده‌اند "
    "و هیئت‌های کارشناسی ماه آینده در ورشو با یکدیگر دیدار خواهند کرد."
)


def told(archive: Archive, id_: str) -> list[str]:
    """The sources that carry the text of a report, the first of them leading."""
    with archive.reading() as connection:
        return [copy["source"] for copy in history(connection, id_).copies]


def test_a_text_that_two_outlets_carry_counts_once(archive: Archive) -> None:
    """Two reports of one text are one to whoever counts, carried twice; the other text is carried once."""
    one = incoming(STORY, "الف", "2026-05-10T10:00:00")
    copy = incoming("به گزارش الف، " + STORY, "ب", "2026-05-10T12:00:00")
    assert keep(archive, [one, copy, incoming(OTHER, "ج")]).copies == 1
    with archive.reading() as connection:
        assert sorted(f.carried for f in find(connection, REPORT, Selection())) == [1, 2]
        assert count(connection, REPORT, Selection()).records == 2
        assert count(connection, REPORT, Selection(copies=True)).records == 3
        once, twice = (count(connection, EVENT, Selection(copies=c)).records for c in (False, True))
        assert 0 < once < twice


def test_the_earliest_leads_whenever_it_comes_in(archive: Archive) -> None:
    """When the report that was published first comes in last, it leads all the same."""
    keep(archive, [incoming(STORY, "ب", "2026-05-10T12:00:00")])
    keep(archive, [incoming(STORY, "ج", "2026-05-10T11:00:00")])
    first = incoming(STORY, "الف", "2026-05-10T10:00:00")
    keep(archive, [first])
    assert told(archive, first.report.id) == ["الف", "ج", "ب"]


def test_spelling_makes_no_other_story(archive: Archive) -> None:
    """A copy in Arabic letters and without half-spaces is a copy."""
    spelt = STORY.replace("ی", "ي").replace("ک", "ك").replace("\u200c", " ")
    keep(archive, [incoming(STORY, "الف"), incoming(spelt, "ب")])
    assert sorted(told(archive, incoming(spelt, "ب").report.id)) == ["الف", "ب"]


def test_short_posts_are_no_copies(archive: Archive) -> None:
    """A few words that two outlets share are no carried text."""
    assert keep(archive, [incoming("صدای انفجار در شهر", "الف"), incoming("صدای انفجار در شهر", "ب")]).copies == 0


def test_planted_copies_are_found_and_nothing_else() -> None:
    """Of two hundred texts and a copy of each with few of its words changed, each finds its copy and no other."""
    chance = random.Random(3)
    words = sorted({*tokens(STORY), *tokens(OTHER), *(f"واژه{n}" for n in range(400))})
    texts = [[chance.choice(words) for _ in range(120)] for _ in range(200)]
    copies = [[chance.choice(words) if chance.random() < 0.02 else word for word in text] for text in texts]
    one, other = [signature(text) for text in texts], [signature(text) for text in copies]
    assert sum(likeness(a, b) >= 0.7 for a, b in zip(one, other, strict=True)) >= 190
    assert max(likeness(one[i], other[j]) for i in range(60) for j in range(60) if i != j) < 0.3
