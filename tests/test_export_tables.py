"""The tables of what other data sets call things are whole: every code that a record can have is there."""

import re

from rasad.export.elsewhere import acled_rules, bodies, cameo, country, sectors, table
from rasad.language.tables import merged
from rasad.pack import PACKS, ontology

ACLED = {  # event types with their sub-event types, of ACLED's codebook
    "Battles": {"Armed clash", "Government regains territory", "Non-state actor overtakes territory"},
    "Protests": {"Peaceful protest", "Protest with intervention", "Excessive force against protesters"},
    "Riots": {"Violent demonstration", "Mob violence"},
    "Explosions/Remote violence": {"Chemical weapon", "Air/drone strike", "Suicide bomb", "Grenade",
                                   "Shelling/artillery/missile attack", "Remote explosive/landmine/IED"},
    "Violence against civilians": {"Sexual violence", "Attack", "Abduction/forced disappearance"},
    "Strategic developments": {"Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use",
                               "Headquarters or base established", "Looting/property destruction",
                               "Non-violent transfer of territory", "Other"},
}


def test_every_country_of_the_coder_has_a_row() -> None:
    """The table tells the codes of every country that the coder knows, each FIPS code once."""
    known = {row["code"] for row in merged("countries.tsv", PACKS / "fa")}
    rows = list(table("countries"))
    assert {row["code"] for row in rows} == known
    fips = [row["fips"] for row in rows if row["fips"]]
    assert len(fips) == len(set(fips))
    assert not [row for row in rows if not row["region"]]


def test_codes_that_are_easily_mistaken() -> None:
    """FIPS differs from ISO where it is known to: Iraq is IZ, Iran IR, Israel IS, Lebanon LE, Afghanistan AF."""
    assert [country(code).fips for code in ("IRQ", "IRN", "ISR", "LBN", "AFG", "AZE", "DEU")] == ["IZ", "IR", "IS",
                                                                                                  "LE", "AF", "AJ",
                                                                                                  "GM"]
    assert [country(code).iso for code in ("IRN", "AFG", "IRQ", "USA")] == ["364", "4", "368", "840"]


def test_every_cameo_code_of_the_ontology_has_a_row() -> None:
    """Every CAMEO code that an event can have has its quad class and its score."""
    assert {code for _, _, code in ontology().values()} == set(cameo())


def test_acled_rules_name_what_acled_has() -> None:
    """Every rule is of a PLOVER type and mode, and gives an event type of ACLED with one of its sub-event types."""
    for rule in acled_rules():
        assert (rule.type, rule.mode) in ontology()
        assert rule.sub_event in ACLED[rule.event]
        assert set(rule.victims) <= {"-", *sectors()}


def test_only_deeds_have_a_rule() -> None:
    """No type that is only words has an event type of ACLED."""
    verbal = {kind for (kind, _), (quad, _, _) in ontology().items() if quad.startswith("verbal")}
    assert verbal & {rule.type for rule in acled_rules()} == set()


def test_every_sector_of_the_codes_has_a_row() -> None:
    """Sectors and bodies of several states that the coder's tables name are all there."""
    codes = [row["code"] for name in ("organisations", "institutions", "groups") for row in merged(f"{name}.tsv",
                                                                                                   PACKS / "fa")]
    used = {part for code in codes for part in code.partition(".")[2].split("|") if re.fullmatch("[A-Z]{3}", part)}
    assert used <= set(sectors())
    alone = {code for code in codes if code and "." not in code and not country(code).name and code.isupper()}
    assert alone <= set(bodies())
