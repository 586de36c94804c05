"""The tables of frames, supports, cues and PLOVER classes hold what the coding guidelines promise."""

import re
from collections import Counter
from pathlib import Path

import pytest

PACKS = Path(__file__).parent.parent / "src" / "rasad" / "packs"
TABLES = ("fa/frames", "fa/frame_words", "fa/modes", "fa/supports", "fa/cues", "world/plover")
TYPES = {
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}  # fmt: skip
NOTES = {
    "weak", "verbal", "harm", "claim", "killed", "injured", "missing", "captured", "displaced", "nomedia", "person",
    "future", "street", "modal", "attack", "crowd", "captive", "flesh", "told", "complement", "state", "inside", "wide",
    "whole", "will", "ahead", "due", "effort", "own", "offer", "outrage", "unwilling", "or",
    "paired", "abroad", "faced", "lasting", "carried", "requited", "bid", "let", "tell", "named",
    "terms", "content", "unsure",
}  # fmt: skip
SLOT = "(?:subj|obj|gen|gap|به|از|با|علیه|بر|برای|میان|در|درباره)"
ROLE = re.compile(f"{SLOT}(?:,{SLOT})*:[ARMXP]")
Row = dict[str, str]


def cells(table: str) -> list[list[str]]:
    """The rows of a table, header first, comments left out."""
    lines = (PACKS / f"{table}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def rows(table: str) -> list[Row]:
    """The rows of a table by column."""
    header, *body = cells(table)
    return [dict(zip(header, row, strict=True)) for row in body]


def values(cell: str) -> list[str]:
    """The values of a cell."""
    return [value for value in cell.split("|") if value]


FRAMES = rows("fa/frames")


def types_of(phrase: str) -> set[str]:
    """The types of the frames that list a phrase and need no other word."""
    listed = (row for row in FRAMES if phrase in values(row["nouns"]) + values(row["verbs"]))
    return {row["type"] for row in listed if not row["needs"]}


@pytest.mark.parametrize("table", TABLES)
def test_every_row_fills_its_columns(table: str) -> None:
    """Every row has as many cells as its header names."""
    header, *body = cells(table)
    assert body
    assert [row for row in body if len(row) != len(header)] == []


@pytest.mark.parametrize("table", TABLES)
def test_words_are_written_cleanly(table: str) -> None:
    """No table holds Arabic letters, vowel marks, doubled blanks or half-spaces beside a blank."""
    stray = re.compile("[يكةى\u064c-\u0652\u200d-\u200f\u00a0]|  |\u200c[ |\t]|[ |\t]\u200c|[ |]\t|\t[ |]")
    assert [row for row in cells(table) if stray.search("\t".join(row))] == []


def test_rules_are_unique() -> None:
    """No two frames share a name."""
    assert [rule for rule, n in Counter(row["rule"] for row in FRAMES).items() if n > 1] == []


def test_rules_begin_with_their_type() -> None:
    """The first part of a rule's name is its type, `none` where it codes nothing."""
    assert [row["rule"] for row in FRAMES if row["rule"].split("/")[0] != (row["type"].lower() or "none")] == []


def test_types_and_modes_are_plover() -> None:
    """Every frame and every mode word names a type and a mode that the PLOVER table knows."""
    known = {(row["type"], row["mode"]) for row in rows("world/plover")}
    used = [row for row in FRAMES + rows("fa/modes") if row["type"]]
    assert {(row["type"], row["mode"]) for row in used} - known == set()


def test_every_type_and_mode_has_a_frame() -> None:
    """Every type, and every mode of it, can be told by at least one frame."""
    told = {(row["type"], row["mode"]) for row in FRAMES}
    assert {(row["type"], row["mode"]) for row in rows("world/plover") if row["mode"]} - told == set()
    assert {kind for kind, _ in told} >= TYPES


def test_roles_are_well_formed() -> None:
    """A role is a list of known slots, a colon and one of the five parties."""
    roles = [(row["rule"], role) for row in FRAMES for role in row["roles"].split()]
    assert [found for found in roles if not ROLE.fullmatch(found[1])] == []


def test_every_event_has_a_party() -> None:
    """A frame with a type says which slot fills an actor or a recipient."""
    partyless = [row["rule"] for row in FRAMES if row["type"] and not re.search(":[ARMX]", row["roles"])]
    assert partyless == []


def test_notes_are_known() -> None:
    """The frames use the notes that the engine knows, and no others."""
    assert {note.partition(":")[0] for row in FRAMES for note in values(row["note"])} == NOTES


def test_a_second_reading_is_a_row() -> None:
    """What the note `or:` names is the rule of another row."""
    named = {note.partition(":")[2] for row in FRAMES for note in values(row["note"]) if note.startswith("or:")}
    assert named
    assert named <= {row["rule"] for row in FRAMES}


def test_notes_are_explained() -> None:
    """The comment at the head of the table names every note."""
    text = (PACKS / "fa/frames.tsv").read_text(encoding="utf-8").split("\n#\n")[0]
    comment = " ".join(line.removeprefix("# ") for line in text.splitlines() if line.startswith("#"))
    assert [note for note in sorted(NOTES) if not re.search(rf"[ ,]{note}[ ,]", comment.partition("note:")[2])] == []


def test_needs_name_word_classes() -> None:
    """What a frame needs is a class of frame_words.tsv; only those that the engine itself asks for are unneeded."""
    needed = {name for row in FRAMES for name in values(row["needs"])}
    classes = {row["class"] for row in rows("fa/frame_words")}
    assert classes - needed == {"accident", "sport", "civil-site", "military-site", "border"}
    assert needed <= classes


def test_no_phrase_is_listed_twice() -> None:
    """A noun or verb stands in one row only, unless the rows need different words."""
    listed = Counter(
        (column, phrase, row["needs"])
        for row in FRAMES
        for column in ("nouns", "verbs")
        for phrase in values(row[column])
    )
    assert [entry for entry, n in listed.items() if n > 1] == []


def test_verbs_are_infinitives() -> None:
    """Every verb of the frames and cues ends in an infinitive."""
    verbs = [verb for row in FRAMES for verb in values(row["verbs"])]
    verbs += [row["fa"] for row in rows("fa/cues") if row["kind"] == "verb"]
    assert [verb for verb in verbs if not verb.endswith(("تن", "دن"))] == []


def test_a_gap_has_its_party() -> None:
    """Frames with a place for a party inside the verb, and only those, fill the gap."""
    for row in FRAMES:
        gapped = ["…" in verb.split() for verb in values(row["verbs"])]
        assert any(gapped) == all(gapped) == ("gap:" in row["roles"]) or not gapped, row["rule"]


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("حمله", "ASSAULT"), ("بمباران", "ASSAULT"), ("کشته شدن", "ASSAULT"), ("نقض آتش‌بس", "ASSAULT"),
        ("بازداشت", "COERCE"), ("محاصره", "COERCE"), ("رد مرز", "COERCE"), ("اشغال", "COERCE"),
        ("رزمایش", "MOBILIZE"), ("آزمایش موشکی", "MOBILIZE"), ("آماده‌باش", "MOBILIZE"),
        ("رزمایش مشترک", "COOPERATE"), ("تبادل زندانیان", "COOPERATE"), ("همکاری", "COOPERATE"),
        ("تحریم", "SANCTION"), ("خروج از برجام", "SANCTION"), ("اخراج دیپلمات", "SANCTION"),
        ("تظاهرات", "PROTEST"), ("اعتصاب غذا", "PROTEST"), ("تحریم انتخابات", "PROTEST"),
        ("تهدید", "THREATEN"), ("اولتیماتوم", "THREATEN"), ("درخواست", "REQUEST"), ("دستور", "REQUEST"),
        ("درخواست آتش‌بس", "REQUEST"), ("احضار سفیر", "ACCUSE"), ("محکوم کردن", "ACCUSE"),
        ("شکایت", "ACCUSE"), ("وتو", "REJECT"), ("مخالفت", "REJECT"), ("لغو سفر", "REJECT"),
        ("به رسمیت شناختن", "SUPPORT"), ("امضای توافق‌نامه", "SUPPORT"), ("دیدار", "CONSULT"),
        ("سفر", "CONSULT"), ("تماس تلفنی", "CONSULT"), ("توافق", "AGREE"), ("اعلام آمادگی", "AGREE"),
        ("ارسال سلاح", "AID"), ("پناه دادن", "AID"), ("عقب‌نشینی", "RETREAT"), ("استعفا", "RETREAT"),
        ("برقراری آتش‌بس", "RETREAT"), ("بازگشت بازرسان", "RETREAT"), ("اعلام آتش‌بس", "CONCEDE"),
        ("عذرخواهی", "CONCEDE"), ("عفو", "CONCEDE"), ("لغو تحریم‌ها", "CONCEDE"),
        ("حمله قلبی", ""), ("جنگ سرد", ""), ("تکذیب کردن", ""), ("نشست خبری", ""),
    ],
)  # fmt: skip
def test_settled_cases_have_their_type(phrase: str, kind: str) -> None:
    """What the coding guidelines settle by name has that type and no other."""
    assert types_of(phrase) == {kind}


@pytest.mark.parametrize("verb", ["کشته شدن", "جان باختن", "به شهادت رسیدن", "زخمی شدن", "به اسارت درآمدن"])
def test_victims_are_recipients(verb: str) -> None:
    """The subject of a verb of being killed, hurt or captured is the recipient."""
    roles = [row["roles"].split() for row in FRAMES if verb in values(row["verbs"])]
    assert roles
    assert all("subj:R" in role and "subj:A" not in role for role in roles)


def test_bare_operation_is_no_event() -> None:
    """Words that name violence only in a longer phrase are not listed alone; an operation has two told parties."""
    assert [word for word in ("اقدام", "تلاش", "آتش‌بس", "پاسخ") if types_of(word)] == []
    assert [row["note"] for row in FRAMES if "عملیات" in values(row["nouns"])] == ["told|weak"]


def test_supports_have_one_noun() -> None:
    """A support pattern holds the event noun once, with a known voice and aspect."""
    for row in rows("fa/supports"):
        assert row["fa"].split().count("N") == 1, row["fa"]
        assert row["voice"] in {"active", "passive", "occur", "both"}
        assert row["aspect"] in {"", "begin", "continue", "stop", "end", "plan", "attempt"}


def test_supports_are_unique() -> None:
    """No support pattern is listed twice in one voice."""
    assert [row for row, n in Counter((row["fa"], row["voice"]) for row in rows("fa/supports")).items() if n > 1] == []


def test_cues_are_unique() -> None:
    """A cue is listed once for each way in which it takes what was said."""
    cues = Counter((row["fa"], row["kind"], row["content"]) for row in rows("fa/cues"))
    assert [cue for cue, n in cues.items() if n > 1] == []


def test_cues_have_a_known_kind() -> None:
    """A cue is a verb with its content, or a phrase before the speaker, the content or a colon."""
    for row in rows("fa/cues"):
        assert row["kind"] in {"verb", "before-speaker", "before-content"}
        assert bool(row["content"]) == (row["kind"] == "verb"), row["fa"]


def test_plover_has_all_types_with_scores_of_their_quad() -> None:
    """All sixteen types are there; cooperation scores above zero, conflict at most 0.5, ACCUSE at -3."""
    plover = rows("world/plover")
    assert {row["type"] for row in plover} == TYPES
    for row in plover:
        score = float(row["score"])
        assert (score > 0) if row["quad"].endswith("cooperation") else (score <= 0.5), row
    assert [row["score"] for row in plover if (row["type"], row["mode"]) == ("ACCUSE", "")] == ["-3.0"]
