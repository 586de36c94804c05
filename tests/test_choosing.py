"""Fitted weights have the last word on the parties of a draft and on whether it is an event; here a test gives them."""

from copy import copy
from dataclasses import replace
from pathlib import Path

import pytest
from by_grammar import grammar, stages
from hypothesis import given, settings
from hypothesis import strategies as st
from support import PUBLISHED, coded

from rasad.coder import work
from rasad.language.tables import TableError
from rasad.pack import Pack, load_pack
from rasad.records import Report
from rasad.stages.code.choosing import Choosing, load_choosing
from rasad.stages.code.drafts import KEPT, Draft, codes
from rasad.stages.code.keeping import Keeping, load_keeping
from rasad.stages.code.sign_groups import STOOD, Weighed, spelled
from rasad.stages.code.signs import named, word

Weights = dict[str, float]
ATTACK = "روسیه به اوکراین حمله کرد و ترکیه نگران است."
ALONE = "ترکیه مذاکره کرد."  # with whom is not told: the grammar holds it for no event
LANDS = ("کنیا", "سومالی", "شیلی", "مکزیک", "نروژ", "کوبا", "فنلاند", "بولیوی")


def weighed(choosing: Weights | None = None, keeping: Weights | None = None) -> Pack:
    """The Persian pack with these weights and no others."""
    pack = copy(grammar())
    pack.choosing, pack.keeping = Choosing(choosing or {}), Keeping(keeping or {})
    return pack


def drafted(text: str, weights: Weights) -> tuple[list[str], list[str]]:
    """The actors and recipients of the only draft of a text, chosen by the weights."""
    [draft] = work(Report(text, published=PUBLISHED), weighed(choosing=weights)).drafts
    return codes(draft.actors), codes(draft.recipients)


def kept(text: str, weights: Weights) -> list[str]:
    """The types of the events of a text, kept by the weights."""
    return [event.type for event in coded(text, pack=weighed(keeping=weights)).events]


def test_a_side_that_nobody_is_named_for_is_filled_by_whom_the_weights_favour() -> None:
    """What speaks for a candidate who has no side yet puts them on the empty one."""
    assert drafted("ترکیه نگران است و روسیه مذاکره کرد.", {"Rc:000": 3})[1] == ["TUR"]


def test_whom_the_grammar_names_is_trusted_more_than_a_guess() -> None:
    """A candidate who is likelier than the recipient by grammar takes their place only if twice as likely."""
    assert drafted(ATTACK, {"Rc:00": 0.5})[1] == ["UKR"]
    assert drafted(ATTACK, {"Rc:00": 1})[1] == ["TUR"]


def test_nobody_is_chosen_where_nobody_weighs_most() -> None:
    """A side stays empty where the signs speak for nobody on it, whom the grammar named or not."""
    assert drafted(ATTACK, {"R0": 3}) == (["RUS"], [])


def test_nobody_is_on_both_sides() -> None:
    """The only one named is chosen once, however loudly the signs speak for them on either side."""
    assert drafted(ALONE, {"A": 9, "R": 9}) == (["TUR"], [])


@given(st.lists(st.sampled_from(["own", "subj", "b1", "-3", "0"]), min_size=5, max_size=5))
def test_a_key_weighs_what_its_signs_weigh(parts: list[str]) -> None:
    """The signs spelled from a key, each with its own weight, add up to the weight of the key, however often asked."""
    key = (STOOD, *parts)
    table = {sign: 1.5 ** n for n, sign in enumerate(sorted(set(spelled(key))))}
    side = Weighed(table)
    assert side[key] == side[key] == pytest.approx(sum(table[sign] for sign in spelled(key)))


def test_without_weights_the_verdict_of_the_grammar_stands() -> None:
    """Drafts keep the parties of the grammar, and those it holds for events are the events."""
    [attack], [talks] = stages(ATTACK).drafts, stages(ALONE).drafts
    assert (codes(attack.actors), codes(attack.recipients), attack.sure) == (["RUS"], ["UKR"], (1.0, 1.0))
    assert (attack.verdict == KEPT, talks.verdict == KEPT) == (True, False)
    assert (kept(ATTACK, {}), kept(ALONE, {})) == (["ASSAULT"], [])


@pytest.mark.parametrize(("text", "unlikely", "likely"), [
    pytest.param(ATTACK, -1, -0.2, id="what the grammar holds for an event, by the lower"),
    pytest.param(ALONE, -0.2, 0.2, id="what it holds for none, by the higher"),
])
def test_a_draft_below_the_chance_is_dropped(text: str, unlikely: float, likely: float) -> None:
    """At a chance at which its doubtful drafts are dropped what the grammar holds for an event is kept still."""
    assert kept(text, {"base": unlikely}) == []
    assert len(kept(text, {"base": likely})) == 1


def test_the_casualties_of_a_dropped_draft_are_those_of_the_attack_before_it() -> None:
    """The harm told with a draft that is no event befell those attacked in the sentence before."""
    text = "روسیه به اوکراین حمله کرد. روسیه اوکراین را بمباران کرد و ۵ غیرنظامی اوکراینی کشته شدند."
    pack = weighed(keeping={"base": -5, "e:assault/attack": 10})
    [event] = coded(text, pack=pack).events
    assert [(c.harm, c.min) for c in event.casualties] == [("killed", 5)]
    assert "حمله" in event.evidence[0].text


def test_parties_that_cannot_do_it_are_never_kept() -> None:
    """A state does not use force on itself, however likely the signs make it."""
    found, keeping = stages(ATTACK), Keeping({"base": 9})
    [draft] = found.drafts
    assert keeping.kept([draft], found.readings, "IRN") == [draft]
    own: Draft = replace(draft, recipients=[replace(draft.actors[0], code="RUS.GOV", sector="GOV")])
    assert keeping.kept([own], found.readings, "IRN") == []


def test_the_weights_of_an_own_folder_win(tmp_path: Path) -> None:
    """A sign that two folders weigh has the weight of the later one; the others stay."""
    for name, lines in (("pack", "A0\t1\nR0\t2\n"), ("own", "R0\t-3\n")):
        (tmp_path / name).mkdir()
        for table in ("choosing.tsv", "keeping.tsv"):
            (tmp_path / name / table).write_text(f"# fitted\nsign\tweight\n{lines}", encoding="utf-8")
    folders = tmp_path / "pack", tmp_path / "own"
    assert load_choosing(*folders).weights == load_keeping(*folders).weights == {"A0": 1.0, "R0": -3.0}


def test_a_weight_that_is_no_number_is_told_with_what_to_do(tmp_path: Path) -> None:
    """Table, line, the weight and its sign are named, and how a row is written."""
    (tmp_path / "choosing.tsv").write_text("sign\tweight\nA0\t1\nR0\tmuch\n", encoding="utf-8")
    told = r"choosing\.tsv, line 3: weight 'much' of 'R0' is no number; sign and weight are parted by one tab"
    with pytest.raises(TableError, match=told):
        load_choosing(tmp_path)


def weighed_by(one: str, other: str, third: str) -> list[tuple[str, tuple[float, float], float | None, list[str]]]:
    """How each draft of a report on three countries was weighed: its parties, itself, and by which signs."""
    text = f"ارتش {one} به {other} حمله کرد. وزیر خارجه {third} گفت {one} باید به تعهد خود به {other} عمل کند."
    drafts = work(Report(text, published=PUBLISHED), load_pack("fa")).drafts
    return [(d.rule, d.sure, d.chance, [*d.signs]) for d in drafts]


@settings(max_examples=12, deadline=None)
@given(st.permutations(LANDS))
def test_signs_name_no_country_alone(lands: list[str]) -> None:
    """A report on other countries, of whom nothing is known together, is weighed the same: weights hold for all."""
    told = weighed_by(*lands[:3])
    assert len(told) > 1
    assert told == weighed_by(*LANDS[:3])


def test_two_countries_told_of_together_are_so_whoever_acts() -> None:
    """A sign that names countries names two, in the order of their codes: not who does what to whom."""
    signs = [sign for sign in load_pack("fa").choosing.weights if "pair:" in sign]
    pairs = [sign.split(":")[1].split("/")[0].split("-") for sign in signs]
    assert pairs
    assert all(one < other for one, other in pairs)


def test_the_country_of_a_place_may_be_a_party() -> None:
    """Where the text names only the town that forces make for, its country is a candidate like any other."""
    text = "ستون‌های زرهی روسیه به سمت خارکف پیشروی کردند."
    assert drafted(text, {"R0": 1.0, "Rsrc:place": 2.0})[1] == ["UKR"]
    assert drafted(text, {"R0": 2.0, "Rsrc:place": -2.0})[1] == []


def test_what_somebody_does_by_another_draft_of_the_sentence_is_a_sign() -> None:
    """Of attacker and attacked the one is condemned whose side of the attack the weights speak for."""
    text = "ترکیه حمله روسیه به اوکراین را محکوم کرد."
    for deed, condemned in (("A", "RUS"), ("R", "UKR")):
        pack = weighed(choosing={f"Rdh:ACCUSE/{deed}ASSAULT": 5.0})
        [charge] = [d for d in work(Report(text, published=PUBLISHED), pack).drafts if d.type == "ACCUSE"]
        assert codes(charge.recipients) == [condemned]


def test_a_word_beside_is_told_of_a_name_by_its_kind() -> None:
    """The signs of neighbours name words, but of somebody named there only the kind of name."""
    found = stages(ATTACK)
    reading = found.readings[0]
    held = named(reading)
    at = reading.sentence.keys.index("اوکراین")
    assert (word(at, reading, held), word(at - 1, reading, held)) == ("@country", "به")
    assert word(-1, reading, held) == word(len(reading.sentence.keys), reading, held) == ""


def test_who_is_often_told_of_together_is_chosen_where_grammar_names_nobody() -> None:
    """With weights for two countries told of in attacks, the one besides the attacker is whom it befell."""
    text = "ترکیه نگران است. سوریه خبر داد. روسیه حمله کرد."
    assert drafted(text, {"A": 0.0, "R": 0.0, "R0": 1.0, "Rpair:RUS-SYR/ASSAULT": 3.0})[1] == ["SYR"]
    assert drafted(text, {"A": 0.0, "R": 0.0, "R0": 1.0, "Rpair:RUS-TUR/foes": 3.0})[1] == []
