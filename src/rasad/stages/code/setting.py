"""Where an event happened is what its own words tell, then its sentence; never what a party's name tells.

A place that only names a party or an agency's desk is no place of the event.
"""

from collections.abc import Sequence

from rasad.language.frames import OBJECT
from rasad.language.grammar import Grammar
from rasad.stages.code.drafts import PlaceName
from rasad.stages.code.scene import Scene, innermost
from rasad.stages.code.slots import Slots
from rasad.stages.code.trigger import Trigger
from rasad.stages.code.venues import credited, spoken_in
from rasad.stages.read.clauses import MAIN, THAT
from rasad.stages.reading import Reading
from rasad.stages.resolve.places import COARSER
from rasad.stages.resolve.situated import lies_in

_ON_SITE = frozenset({"in", "on"})  # slots that say where
_AIMED = frozenset({"to", "against", OBJECT})  # slots that may say it, for deeds done to a place
_PLACED = _ON_SITE | _AIMED
_TOWARDS = frozenset({"to"})
_FROM = frozenset({"from"})
_ELSEWHERE = frozenset({"from", "about", "for", "against", "if", "cause"})  # slots that tell where it was not
SPOKEN = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"})  # acts in words: done where one speaks
_NAMES = frozenset({"media", "organisation", "institution", "group", "office", "equipment"})
_DEEDS = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "AID", "RETREAT"})  # done at a place, not in words
_STRIKING = frozenset({"ASSAULT", "COERCE", "AID"})  # done to a land by its name too
_GOING = frozenset({"CONSULT"})  # done at the place where one goes
_LEAVING = frozenset({"CONSULT", "RETREAT"})  # visits paid to, and withdrawals from, what «از» tells
_MARKED = 2  # words from a place to the one told after a mark
VISIT = "visit"
_SOMEWHERE = _DEEDS | _GOING
_GOAL, _HERE, _AT, _BESIDE, _SENTENCE, _LOOSE = range(6)


class SettingFinder:
    """Finds the place and the day of events in one language."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar

    def place(self, reading: Reading, trigger: Trigger, slots: Slots, places: Sequence[PlaceName]) -> PlaceName | None:
        """Where it happened: the place told for it in its clause, else in its sentence, the most precise first."""
        if not places:
            return None
        open_to = _PLACED | _left(trigger)
        party_words = {i for slot, mentions in slots.filled.items() if slot not in open_to
                       for m in mentions for i in range(m.first, m.last + 1)}
        free = [p for p in self._innermost(reading, places) if not self._a_name(reading, p)
                and (p.first not in party_words or self._gone_to(reading, trigger, p))
                and (trigger.frame.type not in SPOKEN or self._spoken_there(reading, trigger, p))]
        ranked = sorted((*self._rank(reading, trigger, slots, p), n) for n, p in enumerate(free))
        for *_, tier, n in ranked:
            told = (self._gone_to(reading, trigger, free[n]) or self._covers(slots, _left(trigger), free[n])
                    or self._told(reading, trigger, free[n], tier))
            if told and self._reached(reading, trigger, free[n], tier):
                return free[n]
        return None

    def _rank(self, reading: Reading, trigger: Trigger, slots: Slots, place: PlaceName) -> tuple[int, ...]:
        """What goes before what: how plainly it is told, whether of a noun by its own words, the smaller, the nearer.

        Where a deed was aimed at is where it was done.
        """
        tier = self._tier(reading, trigger, slots, place)
        own = place.first > trigger.last and self._covers(slots, _PLACED | _left(trigger), place)
        plain = _HERE if tier == _AT and trigger.frame.type in _DEEDS else tier
        return plain, not (own or trigger.verbal), _fineness(place), abs(place.first - trigger.first), tier

    @staticmethod
    def told_with(reading: Reading, trigger: Trigger, scene: Scene) -> Sequence[PlaceName]:
        """The places told in the same words as the event: in what somebody says, not where they say it."""
        places, starts = scene.places[reading.sentence.number], reading.sentence.starts
        if not places:
            return places
        said = innermost(scene.speeches, starts[trigger.first])
        if trigger.clause.kind == THAT and said is None:
            return [p for p in places if reading.clause_at(p.first).number != trigger.clause.parent]
        if said is None or said.sentence != reading.sentence.number:
            return places
        return [p for p in places if said.holds(starts[p.first])]

    def _reached(self, reading: Reading, trigger: Trigger, place: PlaceName, tier: int) -> bool:
        """Whether a place may hang on the event so loosely: an act in words is done where it is said to be."""
        kind = trigger.frame.type
        if kind in SPOKEN:
            return tier in {_HERE, _SENTENCE}
        if tier == _BESIDE and trigger.verbal and kind not in _DEEDS:
            return kind in _GOING and self._slot(reading, place) == "to"
        if tier >= _BESIDE and any(m.kind == "government" and m.first <= place.first <= m.last
                                   for m in reading.mentions):
            return False  # the capital speaks or is spoken to
        return kind in _DEEDS or tier < _LOOSE

    def _spoken_there(self, reading: Reading, trigger: Trigger, place: PlaceName) -> bool:
        """Whether an act in words is told to be done at the place, in its own clause or the one it goes on from."""
        clause, own = reading.clause_at(place.first), trigger.clause
        goes_on = clause.kind == own.kind == MAIN and clause.number < own.number and (
            reading.roles[own.number].subject is None)
        return (clause.number == own.number or goes_on) and spoken_in(reading, place, self.grammar)

    def _a_name(self, reading: Reading, place: PlaceName) -> bool:
        """Whether a place stands in the name of a body or office, or is where an agency writes from."""
        return credited(reading, place, self.grammar) or any(
            m.kind in _NAMES and m.first <= place.first and place.last <= m.last for m in reading.mentions)

    def _told(self, reading: Reading, trigger: Trigger, place: PlaceName, tier: int) -> bool:
        """Whether a name is told as a place: a country or a name of nowhere known is by its preposition only.

        What stands under «بر» is a place for deeds alone: «فشار بر ایران» is nowhere.
        """
        if place.place is not None and place.place.precision != "country":
            return True
        if self._talks_at(reading, trigger, place):
            return True
        slot = self._preposition(reading, place) if place.place is not None else self._slot(reading, place)
        if slot == "in" or (slot in _ON_SITE and trigger.frame.type in _DEEDS) or self._witness(reading, place):
            return True
        if place.place is not None and trigger.frame.type in _STRIKING and tier <= _AT and (
                place.site or self._itself(reading, trigger, place)):
            return True
        return place.place is not None and slot == "to" and tier <= _BESIDE

    @staticmethod
    def _itself(reading: Reading, trigger: Trigger, place: PlaceName) -> bool:
        """Whether the land itself is what the deed is done to, and nobody of it: «X را هدف قرار داد»."""
        struck = reading.roles[trigger.clause.number].object
        return trigger.verbal and struck is not None and struck.first == place.first and struck.last == place.last

    @staticmethod
    def _talks_at(reading: Reading, trigger: Trigger, place: PlaceName) -> bool:
        """Whether the noun for talks is named by the place right after it, that names nobody: «مذاکرات سوئیس»."""
        return (trigger.frame.type in _GOING and trigger.frame.mode != VISIT and not trigger.verbal
                and trigger.first < place.first <= trigger.last + 1 and not any(
                    m.first <= place.first <= m.last for m in reading.mentions))

    @staticmethod
    def _talked_of(reading: Reading, place: PlaceName) -> bool:
        """Whether the place goes on words under «درباره»: «گفت‌وگو درباره اوضاع در X»."""
        chunks = reading.roles[reading.clause_at(place.first).number].chunks
        at = next((i for i, c in enumerate(chunks) if c.first <= place.first <= c.last), 0)
        return at > 0 and chunks[at - 1].slot == "about" and not chunks[at - 1].comma and chunks[at].slot == "in"

    def _witness(self, reading: Reading, place: PlaceName) -> bool:
        """Whether the place is the subject of a clause that says what it saw: «X شاهد تظاهرات بود», «صحنه … شد»."""
        clause = reading.clause_at(place.first)
        subject = reading.roles[clause.number].subject
        inside = subject is not None and subject.first <= place.first <= place.last <= subject.last
        return inside and any(reading.sentence.keys[i] in self.grammar["witness"] for i in clause.words
                              if subject is not None and i > subject.last)

    def _preposition(self, reading: Reading, place: PlaceName) -> str:
        """The slot of the preposition right before the place, "" for none."""
        keys = reading.sentence.keys
        starts = self.grammar.slot_starts
        for start in [i for i in range(max(0, place.first - 3), place.first) if keys[i] in starts]:
            found = self.grammar.slots.longest(keys, start, len(keys))
            if found is not None and found[0] == place.first:
                return found[1]
        return ""

    def _slot(self, reading: Reading, place: PlaceName) -> str:
        """The slot of the preposition before the place, else of the phrase it stands in."""
        chunks = reading.roles[reading.clause_at(place.first).number].chunks
        return self._preposition(reading, place) or next(
            (c.slot for c in chunks if c.first <= place.first <= c.last), "")

    def _tier(self, reading: Reading, trigger: Trigger, slots: Slots, place: PlaceName) -> int:
        """How plainly the sentence says that the event was there."""
        slot = self._slot(reading, place)
        if slot == "in" and trigger.frame.type in _GOING and self._talked_of(reading, place):
            return _LOOSE
        near = self._near(reading, trigger, place)
        if self._talks_at(reading, trigger, place):
            return _HERE
        if near and self._witness(reading, place):
            return _HERE
        bound = slot == "to" and trigger.frame.mode == VISIT
        if near and trigger.frame.type in _GOING and not _fineness(place) and (
                bound or self._covers(slots, _TOWARDS, place)):
            return _GOAL
        here = slot in _ON_SITE or self._covers(slots, _ON_SITE, place) or self._gone_to(reading, trigger, place)
        if near and here:
            return _HERE
        if near and trigger.frame.type in _SOMEWHERE and (
                slot in _AIMED or self._covers(slots, _AIMED | _left(trigger), place)):
            return _AT
        if slot in _ON_SITE:
            return _SENTENCE
        return _BESIDE if near and slot not in _ELSEWHERE else _LOOSE

    @staticmethod
    def _gone_to(reading: Reading, trigger: Trigger, place: PlaceName) -> bool:
        """Whether the place stands in the word for going there or right after it: «وارد برزیل شد»; no office's."""
        going = trigger.frame.type in _GOING and trigger.frame.mode == VISIT
        if not going or not trigger.first < place.first <= trigger.last + 1:
            return False
        return not any(m.first < place.first <= m.last for m in reading.mentions)

    @staticmethod
    def _covers(slots: Slots, wanted: frozenset[str], place: PlaceName) -> bool:
        return any(a <= place.first <= b for slot in wanted for a, b in slots.words.get(slot, ()))

    @staticmethod
    def _near(reading: Reading, trigger: Trigger, place: PlaceName) -> bool:
        clause = reading.clause_at(place.first)
        return trigger.clause.number in {clause.number, clause.parent} or trigger.clause.parent == clause.number

    def _innermost(self, reading: Reading, places: Sequence[PlaceName]) -> list[PlaceName]:
        """The places without those that only say in which larger place the one right before them lies."""
        out: list[PlaceName] = []
        before: PlaceName | None = None
        for place in places:
            if place.place is None and self._whose(reading, place):
                continue
            if before is None or not self._holds(reading, place, before):
                out.append(place)
            before = place
        return out

    @staticmethod
    def _whose(reading: Reading, place: PlaceName) -> bool:
        """Whether the name only tells whose something is: «هواپیماهای سعودی», «ناوگان آمریکا»."""
        return any((m.first <= place.first and place.last <= m.last) or (
            m.kind in {"country", "government"} and place.first <= m.first and m.last <= place.last)
            for m in reading.mentions)

    def _holds(self, reading: Reading, outer: PlaceName, inner: PlaceName) -> bool:
        """Whether the second place is told as lying in the first: «ابوغریب بغداد», «حلب در شمال سوریه»."""
        if _fineness(inner) == COARSER["country"]:
            return False
        beside = outer.first <= inner.last + 1
        keys = reading.sentence.keys
        marked = outer.first == inner.last + _MARKED and not keys[outer.first - 1].isalnum()
        if marked and _fineness(outer) > _fineness(inner):
            return True  # «صور، جنوب لبنان»
        small = _fineness(inner) <= COARSER["district"]  # no town has a town or village in it that is told as larger
        return beside or ((small or _fineness(outer) >= _fineness(inner))
                          and lies_in(keys, inner.last, outer.first, self.grammar))


def _left(trigger: Trigger) -> frozenset[str]:
    """The slot of «از» where it tells what is visited or withdrawn from: «دیدار از بغداد», «خروج از عراق»."""
    frame = trigger.frame
    return _FROM if frame.type in _LEAVING and _FROM & set(frame.slots("R")) else frozenset()


def visited(trigger: Trigger, slots: Slots) -> bool:
    """Whether a meeting is a visit, to what «از» tells: «دیدار از بغداد», with nobody whom one meets."""
    return trigger.frame.type in _GOING and bool(_left(trigger)) and bool(slots.filled.get("from")) and not (
        slots.filled.get("with"))


def _fineness(place: PlaceName) -> int:
    return COARSER.get(place.place.precision, 1) if place.place is not None else 1
