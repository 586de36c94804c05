"""Who or what is meant by a code or an id is told by its name in the language of the reader, as far as it is known.

An actor's address is that of its id, or of its code where it has no other; whoever has neither has none.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from rasad.archive.known_actors import GROUP, PERSON, KnownActor, known_actors
from rasad.archive.known_agreements import KnownAgreement, known_agreements
from rasad.archive.selection import is_code
from rasad.language.tables import rows
from rasad.records import OUTLET
from rasad.workbench.dates import both
from rasad.workbench.texts import FOLDER, Texts

_KEPT = ":.-"
_OWN = "name:"
_NOWHERE = "INT"  # the code of whoever is of no country
_ANY = "*"
_RESOLUTION = re.compile(r"res-(\d+)")
_MOST = 3  # parties that a description names
_SIGNS = (" to ", " of ", " for ", " in ")


def actor_name(who: str, texts: Texts) -> str:
    """The name of an actor, by code or id."""
    known = known_actors().get(who)
    if known is not None:
        return _persian(known) if texts.language == "fa" and known.names else known.english
    land, _, part = who.partition(".")
    if not part and f"land.{land}" in texts.by_key:
        return texts.by_key[f"land.{land}"]
    if part and f"of.{part}" in texts.by_key:
        return texts.by_key["of.land"].format(part=texts.by_key[f"of.{part}"], land=actor_name(land, texts))
    return who.removeprefix(_OWN).replace("-", " ") if who.startswith(_OWN) else who


def _persian(known: KnownActor) -> str:
    """The first name; of a group the shortest, since its table begins with the fullest."""
    plain = [name for name in known.names if not name.isascii()] or list(known.names)
    return min(plain, key=len) if known.kind == GROUP else known.names[0]


def actor_kind(who: str) -> str:
    """What an actor is: person, country, group … part of a country, or a name that no table knows."""
    known = known_actors().get(who)
    if known is not None:
        return known.kind
    return "part" if "." in who and is_code(who) else "nowhere" if who == _NOWHERE else "named"


def actor_path(party: Mapping[str, Any]) -> str:
    """The address of the page of a party or speaker, "" where it has none."""
    id_, code = party.get("id") or "", party.get("code") or ""
    who = id_ if ":" in id_ else code or id_
    return path_of(who) if who and who != OUTLET else ""


def path_of(who: str) -> str:
    """The address of the page of an actor, by code or id."""
    return f"/actors/{quote(who, safe=_KEPT)}"


def agreement_name(id_: str, texts: Texts) -> str:
    """The name of an agreement of the tables; where it has none in Persian, what it is, whose and when."""
    known = known_agreements().get(id_)
    if known is None:
        return id_
    if texts.language != "fa":
        return known.english
    return known.names[0] if known.names else _described(known, texts) or known.english


def _described(known: KnownAgreement, texts: Texts) -> str:
    number = _RESOLUTION.fullmatch(known.id)
    if number is not None:
        return texts.by_key["agreement.numbered"].format(number=texts.digits(number[1]))
    day = both(known.date, texts, long=True)
    parties = texts.by_key["agreement.and"].join(actor_name(one, texts) for one in known.parties[:_MOST])
    if not parties or day is None or len(known.parties) > _MOST:
        return ""
    kind = texts.known(f"agreement.{known.kind}")
    return texts.by_key["agreement.described"].format(kind=kind, parties=parties, day=day.first)


def office_name(office: str, texts: Texts) -> str:
    """What an office is called; where no table tells it, as the table of persons has it."""
    if texts.language == "en" or not office:
        return office
    told = _offices()
    if office in told:
        return told[office]
    head, _, rest = office.partition(" ")
    if f"{head} {_ANY}" in told and office_name(rest, texts) != rest:
        return told[f"{head} {_ANY}"].replace(_ANY, office_name(rest, texts))
    return _of_somebody(office) or office


def office_rank(office: str) -> int:
    """Where the office stands among those of the table, the highest first."""
    return _ranks().get(office, len(_ranks()))


def _of_somebody(office: str) -> str:
    """An office with, or at, a country, a body or a group; "" where the tables do not tell it."""
    told = _offices()
    for sign in _SIGNS:
        head, found, tail = office.partition(sign)
        pattern, name = told.get(head + sign + _ANY, ""), _by_english().get(tail.removeprefix("the "), "")
        if found and pattern and name:
            return pattern.replace(_ANY, name)
    return ""


@lru_cache(maxsize=1)
def _ranks() -> Mapping[str, int]:
    return {office: number for number, office in enumerate(_offices())}


@lru_cache(maxsize=1)
def _offices() -> Mapping[str, str]:
    return {row["office"]: row["fa"] for row in rows(FOLDER / "offices.tsv")}


@lru_cache(maxsize=1)
def _by_english() -> Mapping[str, str]:
    """The Persian names of countries, bodies and groups by their English ones."""
    return {one.english: _persian(one) for one in known_actors().values() if one.kind != PERSON and one.names}
