"""Signs of a group follow from one key alone, so what they weigh together is worked out once a key.

A key is a tuple of names that begins with that of its group; the signs are spelled from the rest.
"""

from collections.abc import Callable, Mapping

from rasad.language.weights import odds

Key = tuple[str, ...]
_REMEMBERED = 100_000


def _stood(key: Key) -> list[str]:
    """In which clause and slot a candidate stands, at which rank, how far, with how many between."""
    _, where, slot, rank, near, between = key
    return ["", f"w:{where}", f"s:{slot}", f"ws:{where}/{slot}", f"r:{rank}", f"d:{near}", f"b:{between}"]


def _been(key: Key) -> list[str]:
    """What a candidate is, whether it speaks, and where it was found."""
    _, kind, sector, spoken, source = key
    return [f"k:{kind}", f"x:{sector}", f"p:{spoken}", f"src:{source}"]


def _fitted(key: Key) -> list[str]:
    """How the slot of a candidate fits the frame and the type."""
    _, where, slot, side, fit, told, kind = key
    spot = f"{where}/{slot}"
    return [f"f:{fit}", f"wsv:{spot}/{side}/{told}", f"wst:{spot}/{kind}", f"fs:{fit}/{told}/{spot}"]


def _entered(key: Key) -> list[str]:
    """Where the entry of the lexicon and the kind of clause would have a party stand."""
    _, where, slot, rule, clause = key
    return [f"ew:{rule}/{where}/{slot}", f"ck:{clause}/{where}/{slot}"]


def _drafted(key: Key) -> list[str]:
    """What kind of draft asks, and whether the candidate's land is on its sides already."""
    _, c, kind, told, rule, status, verdict, guesses, *notes = key
    return [f"c:{c}", f"t:{kind}/{c}", f"v:{told}/{c}", f"e:{rule}/{c}", f"st:{status}/{c}", f"ve:{verdict}/{c}/{kind}",
            f"g:{guesses}/{c}", *[f"n:{note}/{c}" for note in notes]]


def _placed(key: Key) -> list[str]:
    """Where a candidate stands, as far as it is on a side already."""
    _, c, where, slot, rank, near, fit, told, frame = key
    return [f"wsc:{where}/{slot}/{rank[:1]}/{c}", f"fc:{fit}/{c}", f"rc:{rank}/{c}", f"dv:{near}/{told}/{c}",
            f"fr:{frame}/{where}/{slot}/{told}"]


def _sided(key: Key) -> list[str]:
    """What a candidate is and whether it speaks, as far as it is on a side already."""
    _, c, mention, sector, kind, spoken, where, how = key
    return [f"kc:{mention}/{c}", f"xt:{sector}/{kind}/{c[:1]}", f"pc:{spoken}/{c}/{where}", f"h:{how}/{spoken}/{c}"]


STOOD, BEEN, FITTED, ENTERED = "stood", "been", "fitted", "entered"
DRAFTED, PLACED, SIDED = "drafted", "placed", "sided"
_GROUPS: Mapping[str, Callable[[Key], list[str]]] = {
    STOOD: _stood, BEEN: _been, FITTED: _fitted, ENTERED: _entered, DRAFTED: _drafted, PLACED: _placed, SIDED: _sided}


def spelled(key: Key) -> list[str]:
    """The signs of a key."""
    return _GROUPS[key[0]](key)


class Weighed(dict[Key, float]):
    """What the signs of each key weigh together by one table, worked out when it is first asked for."""

    def __init__(self, signs: Mapping[str, float]) -> None:
        super().__init__()
        self.signs = dict(signs)

    def __missing__(self, key: Key) -> float:
        if len(self) > _REMEMBERED:
            self.clear()
        weight = self[key] = odds(self.signs, spelled(key))
        return weight
