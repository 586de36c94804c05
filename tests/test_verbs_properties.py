"""What holds for the verbs of any sequence of words."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import rasad
from rasad.stages.read.verbs import load_verbs

LEXICON = load_verbs(Path(rasad.__file__).parent / "packs" / "fa")
WORDS = st.sampled_from(
    [
        "کرد", "کرده", "کند", "نکرد", "شد", "شده", "شود", "نشد", "است", "بود", "باشد", "خواهد", "نخواهد", "می",
        "نمی", "بر", "باز", "در", "فرا", "گفت", "و", "گو", "گفته", "گفتن", "حمله", "حمله\u200cای", "را", "که",
        "تا", "باید", "شاید", "اگر", "می\u200cتواند", "به", "از", "ارتش", "شهر", "دست", "قصد", "متوقف", "کشته",
        "زخمی", ".", "،", "«", "»", "؟", "۱۲", "اند", "ایم", "کن", "داد", "می\u200cشد", "گرداند", "برد", "شکست",
        "خورد", "رفت", "آمد", "دارد", "داشت", "می\u200cرود", "خواست", "مورد", "قرار",
    ]
)


@given(st.lists(st.one_of(WORDS, st.text(min_size=1, max_size=6)), max_size=14))
@settings(max_examples=400, deadline=None)
def test_verbs_come_in_order_and_share_no_word(words: list[str]) -> None:
    """Whatever the words, the groups are inside the sentence, in order, and do not overlap."""
    verbs = LEXICON.groups(words)
    edges = [edge for verb in verbs for edge in (verb.first, verb.last + 1)]
    assert edges == sorted(edges)
    assert all(0 <= verb.first <= verb.last < len(words) for verb in verbs)


@given(st.lists(WORDS, max_size=14))
@settings(max_examples=400, deadline=None)
def test_an_element_stands_before_its_verb(words: list[str]) -> None:
    """`noun` is a word left of the verb group where there is a compound, and -1 where there is none."""
    for verb in LEXICON.all_forms(words):
        assert (verb.noun >= 0) == bool(verb.compound)
        assert verb.noun < verb.first


@given(st.lists(WORDS, max_size=14))
@settings(max_examples=200, deadline=None)
def test_every_form_is_either_a_clause_or_a_noun(words: list[str]) -> None:
    """`groups` and `nominals` part all forms between them."""
    both = [*LEXICON.groups(words), *LEXICON.nominals(words)]
    assert sorted(both, key=lambda verb: verb.first) == LEXICON.all_forms(words)
