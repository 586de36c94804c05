"""The verb tables of the Persian pack hold what the reader expects of them."""

import re
from collections import Counter
from pathlib import Path

import pytest

import rasad
from rasad.language.tables import rows

PACK = Path(rasad.__file__).parent / "packs" / "fa"
ARABIC = re.compile("[\u064a\u0643\u0629\u200d\u200e\u200f]")


@pytest.mark.parametrize("name", ["verbs.tsv", "light_verbs.tsv", "grammar_verbs.tsv"])
def test_tables_are_written_in_clean_persian(name: str) -> None:
    """No Arabic letters, joiners or direction marks stand in a verb table."""
    assert not ARABIC.search((PACK / name).read_text(encoding="utf-8"))


def test_the_lexicon_is_broad() -> None:
    """There are at least 450 verbs and 2,500 compounds."""
    assert sum(1 for _ in rows(PACK / "verbs.tsv")) >= 450
    assert sum(1 for _ in rows(PACK / "light_verbs.tsv")) >= 2500


def test_every_infinitive_is_one() -> None:
    """An infinitive ends in دن or تن, begins with its prefix and stands once."""
    found = list(rows(PACK / "verbs.tsv"))
    for row in found:
        assert row["infinitive"].endswith(("دن", "تن")), row
        assert row["infinitive"].startswith(row["prefix"]), row
        assert row["present"], row
        assert row["transitive"] in {"yes", "no", "both"}, row
    assert Counter(row["infinitive"] for row in found).most_common(1)[0][1] == 1


def test_every_prefixed_verb_has_its_simple_verb() -> None:
    """A prefixed verb is found through the verb behind the prefix, so that has to be listed."""
    found = list(rows(PACK / "verbs.tsv"))
    simple = {row["infinitive"] for row in found if not row["prefix"]}
    prefixed = [(row["infinitive"], row["prefix"]) for row in found if row["prefix"]]
    missing = [verb for verb, prefix in prefixed if verb.removeprefix(prefix) not in simple]
    assert missing == []


def test_every_compound_has_a_listed_verb_and_stands_once() -> None:
    """The verb of a compound is in `verbs.tsv`; no compound stands twice."""
    verbs = {row["infinitive"] for row in rows(PACK / "verbs.tsv")}
    pairs = [(row["element"], row["verb"]) for row in rows(PACK / "light_verbs.tsv")]
    assert {verb for _, verb in pairs} <= verbs
    assert Counter(pairs).most_common(1)[0][1] == 1


def test_words_of_the_grammar_name_listed_verbs() -> None:
    """Wherever the grammar names a verb, the verb is in `verbs.tsv` or is the copula."""
    verbs = {row["infinitive"] for row in rows(PACK / "verbs.tsv")}
    named = {"future", "passive", "light", "imperative", "together", "general", "stative", "says"}
    words = [(row["kind"], row["form"]) for row in rows(PACK / "grammar_verbs.tsv")]
    copula = {form for kind, form in words if kind == "copula"}
    assert {form for kind, form in words if kind in named} <= verbs | copula
