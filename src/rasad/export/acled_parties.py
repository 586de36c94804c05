"""What kind of party ACLED takes each for, and the kinds of both together."""

from collections.abc import Mapping, Sequence
from typing import Any

from rasad.export.elsewhere import country, sectors

_STATE, _EXTERNAL, _RIOTERS, _PROTESTERS, _CIVILIANS = (
    "State forces", "External/Other forces", "Rioters", "Protesters", "Civilians")
_ORDER = (_STATE, "Rebel group", "Political militia", "Identity militia", _RIOTERS, _PROTESTERS, _CIVILIANS, _EXTERNAL)
_VIOLENT = {"riot", "vandalize"}
Party = Mapping[str, Any]


def kind(party: Party, where: str, record: Mapping[str, Any]) -> str:
    """The kind of a party to an event in the country `where`; a state is one of its own forces at home only."""
    home, _, sector = party["code"].partition(".")
    known = sectors().get(sector)
    if record["type"] == "PROTEST" and party in record["actors"] and (not sector or (known and known.protesting)):
        return _RIOTERS if record["mode"] in _VIOLENT else _PROTESTERS
    if not home:
        return ""
    if not country(home).name:
        return _EXTERNAL
    found = known.acled if known is not None else _STATE
    return _EXTERNAL if found == _STATE and where not in {"", home} else found


def interaction(one: str, other: str) -> str:
    """Both kinds, in the order of ACLED's codes."""
    if not one or not other:
        return f"{one or other} only" if one or other else ""
    return "-".join(sorted((one, other), key=_ORDER.index))


def civilian(record: Mapping[str, Any], suffering: Sequence[Party]) -> bool:
    """Whether civilians were the target."""
    if record["type"] != "ASSAULT" or not suffering:
        return False
    known = [sectors().get(party["code"].partition(".")[2]) for party in suffering]
    return all(sector is not None and sector.acled == _CIVILIANS for sector in known)
