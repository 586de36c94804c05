"""An event told without its day or place has those that the report tells for it elsewhere, and no others.

What somebody says was said on the day on which they spoke; a deed that goes on from another, between
the same parties and a few sentences on, was done where and when that one was.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rasad.language.grammar import Grammar
from rasad.stages.code.drafts import Draft, PlaceName, countries
from rasad.stages.code.scene import Scene
from rasad.stages.find.mentions import Mention
from rasad.stages.reading import Reading

SAID = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
DONE = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"})
_HAPPENED = frozenset({"actual", "negated"})
_DAY = len("2023-09-19")
_NEAR = 3  # sentences over which a deed goes on from another


def settled(events: Sequence[Draft], readings: Sequence[Reading], scene: Scene, grammar: Grammar) -> list[Draft]:
    """The events, with the day and the place that the report tells for them elsewhere."""
    spoken = list(_spoken(readings, scene, grammar))
    for event in events:
        if event.place is not None:
            event.place = event.place.of or event.place
        if event.status not in _HAPPENED:
            continue
        if event.type in SAID:
            own = _own(event, spoken)
            event.date = event.date or next((s.day for s in own if s.day), "")
            ids = {m.id for m in event.actors}
            event.place = event.place or next((s.place for s in own if s.place and s.speaker.id in ids), None)
        if event.type in DONE:
            before = _gone_on_from(event, events)
            if before is not None:
                event.date = event.date or before.date
                event.place = event.place or before.place
    return list(events)


@dataclass(frozen=True, slots=True)
class Occasion:
    """Somebody spoke in a sentence, on a day and at a place, as far as it tells them."""

    sentence: int
    speaker: Mention
    day: str
    place: PlaceName | None


def _spoken(readings: Sequence[Reading], scene: Scene, grammar: Grammar) -> Iterator[Occasion]:
    """The occasions on which somebody spoke, of every speech whose cue tells its day or place."""
    for speech in scene.speeches:
        if not speech.speaker.code:
            continue
        reading = readings[speech.sentence]
        days = {t.value for t in reading.times if len(t.value) == _DAY and not _after(reading, t.first, grammar)
                and not speech.holds(reading.sentence.starts[t.first])}
        told = [d for d in days if not scene.published or d <= scene.published] if len(days) == 1 else []
        towns = [p for p in scene.places[speech.sentence] if p.place is not None and p.place.precision == "settlement"
                 and not speech.holds(reading.sentence.starts[p.first]) and _at(reading, p, grammar)]
        if told or len(towns) == 1:
            yield Occasion(speech.sentence, speech.speaker, told[0] if told else "",
                           towns[0] if len(towns) == 1 else None)


def _after(reading: Reading, first: int, grammar: Grammar) -> bool:
    """Whether «از» stands before the words: a day since which something holds."""
    return first > 0 and reading.sentence.keys[first - 1] in grammar["of"]


def _at(reading: Reading, place: PlaceName, grammar: Grammar) -> bool:
    """Whether a place stands under a preposition of place."""
    keys = reading.sentence.keys
    found = [grammar.slots.longest(keys, i, place.first) for i in range(max(0, place.first - 2), place.first)]
    return (place.first, "in") in found


def _own(event: Draft, spoken: Sequence[Occasion]) -> list[Occasion]:
    """The occasions on which the actor of the event spoke, those just before it first."""
    ids = {m.id for m in event.actors if m.id}
    lands = countries(event.actors)
    own = [s for s in spoken if s.speaker.id in ids] or [
        s for s in spoken if s.speaker.code.partition(".")[0] in lands]
    return sorted(own, key=lambda s: (s.sentence > event.sentence, abs(s.sentence - event.sentence)))


def _gone_on_from(event: Draft, events: Sequence[Draft]) -> Draft | None:
    """The deed told just before between the same parties, that tells its day or place."""
    before = [e for e in events if e is not event and e.type in DONE and e.status == "actual"
              and (e.place or e.date) and _goes_on(event, e)]
    return max(before, key=lambda e: e.sentence, default=None)


def _goes_on(event: Draft, before: Draft) -> bool:
    mine, theirs = (countries([*e.actors, *e.recipients]) for e in (event, before))
    apart = event.sentence - before.sentence
    near = 0 <= apart <= (_NEAR if event.type == before.type else 1)
    return near and bool(mine & theirs) and (mine <= theirs or theirs <= mine)
