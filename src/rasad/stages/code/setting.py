"""Where and when an event happened is what its own words tell, then its sentence; never what a party's name tells.

A place that only names a party is no place of the event; years before the report make it historical.
"""

from collections.abc import Sequence

from rasad.language.frames import OBJECT
from rasad.language.grammar import Grammar
from rasad.stages.code.drafts import PlaceName
from rasad.stages.code.parties import Slots
from rasad.stages.code.scene import Scene
from rasad.stages.code.status import ACTUAL, FUTURE, HISTORICAL
from rasad.stages.code.triggers import Trigger
from rasad.stages.reading import Reading

_LONG_AGO = 2  # years before the report from which on an event is its background


class SettingFinder:
    """Finds the place and the day of events in one language."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar

    def place(self, reading: Reading, trigger: Trigger, slots: Slots, places: Sequence[PlaceName]) -> PlaceName | None:
        """Where it happened: the most precise place in the clause of the event, else in its sentence."""
        party_words = {i for slot, mentions in slots.filled.items() if slot not in {"in", "to", OBJECT}
                       for m in mentions for i in range(m.first, m.last + 1)}
        free = [p for p in places if p.first not in party_words and self._a_place(reading, p)]
        near = [p for p in free if self._near(reading, trigger, p)]
        ranks = {"settlement": 0, "district": 1, "region": 2, "country": 4}
        best = sorted(near or free, key=lambda p: (ranks.get(p.place.precision, 3) if p.place else 3,
                                                   abs(p.first - trigger.first)))
        return best[0] if best else None

    def _a_place(self, reading: Reading, place: PlaceName) -> bool:
        """Whether a name is told as a place; a country is one only under a preposition of place."""
        if place.place is None or place.place.precision != "country":
            return True
        keys = reading.sentence.keys
        for start in range(max(0, place.first - 2), place.first):
            found = self.grammar.slots.longest(keys, start, len(keys))
            if found is not None and found[0] == place.first and found[1] in {"in", "to"}:
                return True
        return False

    @staticmethod
    def _near(reading: Reading, trigger: Trigger, place: PlaceName) -> bool:
        clause = reading.clause_at(place.first)
        return clause.number == trigger.clause.number or clause.parent == trigger.clause.number \
            or trigger.clause.parent == clause.number

    @staticmethod
    def date(reading: Reading, trigger: Trigger, scene: Scene, status: str) -> tuple[str, str]:
        """The date told in the clause of the event, else in its sentence; years before the report make it historical."""
        told = [t for t in reading.times if t.value and "/" not in t.value]
        near = [t for t in told if reading.clause_at(t.first).number in (trigger.clause.number, trigger.clause.parent)]
        value = max((t.value for t in near), key=len, default="")
        clauses = (trigger.clause.number, trigger.clause.parent)
        spans = [t.value for t in reading.times if t.value and reading.clause_at(t.first).number in clauses]
        years = [int(v.rpartition("/")[2][:4]) for v in spans]
        if status == ACTUAL and years and scene.published and int(scene.published[:4]) - max(years) >= _LONG_AGO:
            status = HISTORICAL
        days = {t.value for t in told if len(t.value) == len("2023-09-19")}
        if not value and len(days) == 1 and status not in {HISTORICAL, FUTURE}:
            value = days.pop()
        return value, status
