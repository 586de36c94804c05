"""An event told without its day or place has those that the report tells for it elsewhere, and no others.

What somebody says was said on the day on which they spoke, and where they spoke or met, or where the report is
written if they are at home there; a deed that goes on from another, between
the same parties and a few sentences on, was done where and when that one was; so was what belongs to one
journey. News that the report begins by telling, with no word of its time, is of the month whose days it tells.
"""

from collections.abc import Sequence

from rasad.language.grammar import Grammar
from rasad.stages.code.drafts import Draft, PlaceName, countries
from rasad.stages.code.news import DONE, SAID, is_news, month_of, then, told_for_it
from rasad.stages.code.occasions import DAY, Occasion, OneDay, occasions, one_day, written_from
from rasad.stages.code.scene import Scene
from rasad.stages.reading import Reading
from rasad.stages.resolve.places import COARSER

_HAPPENED = frozenset({"actual", "negated"})
_NEAR = 3  # sentences over which a deed goes on from another
_JOURNEY = "CONSULT"
_JOURNEYED = 6  # sentences over which visits and talks are of one journey
_ACTUAL, _AHEAD = "actual", "future"


def settled(events: Sequence[Draft], readings: Sequence[Reading], scene: Scene, grammar: Grammar) -> list[Draft]:
    """The events, with the day and the place that the report tells for them elsewhere."""
    spoken = list(occasions(readings, scene, grammar))
    desk = written_from(readings, scene, grammar)
    only = one_day(readings, scene, grammar)
    for event in events:
        if event.place is not None:
            event.place = event.place.of or event.place
        if event.type in SAID and event.frame.type != _JOURNEY:
            own = _own(event, spoken)
            event.date = event.date or next((s.day for s in own if s.day), "") or _met(
                event, events, scene.published[:DAY])
        if event.frame.type == _JOURNEY:
            _travelled(event, events, spoken, scene.published[:DAY])
        if event.status not in _HAPPENED:
            continue
        if event.type in SAID:
            own = _own(event, spoken)
            ids = {m.id for m in event.actors} | ({event.speech.speaker.id} if event.speech is not None else set())
            there = [s.place for s in own if s.place and (s.speaker.id in ids or _home(event, s))]
            event.place = event.place or min(there, key=_wide, default=None) or _met_at(event, events)
        if event.place is None and desk is not None and event.type in {*SAID, _JOURNEY}:
            event.place = desk if _at_home(event, desk) else None
        if event.type in DONE:
            before = _gone_on_from(event, events)
            if before is not None:
                event.date = event.date or before.date
                event.place = event.place or before.place
        _dated(event, readings, scene, grammar, only)
    return list(events)


def _dated(event: Draft, readings: Sequence[Reading], scene: Scene, grammar: Grammar, only: OneDay) -> None:
    """An event without its day has that told for the news, that of the whole report, or the month of the news."""
    news = is_news(event, readings)
    if news and len(event.date) < DAY:
        event.date = told_for_it(event, readings, scene, grammar) or event.date
    if not event.date and only.day and then(event, readings, only.sentences):
        event.date = only.day
    if not event.date and news and (event.speech is None or event.type in SAID):
        event.date = month_of(scene.published, readings)


def _travelled(event: Draft, events: Sequence[Draft], spoken: Sequence[Occasion], published: str) -> None:
    """A visit or talk without its day has that of the journey it belongs to, or of what was said there."""
    lands = countries([*event.actors, *event.recipients])
    told = [e for e in events if e is not event and e.frame.type == _JOURNEY
            and (e.status == event.status or (e.status == _ACTUAL and len(e.date) == DAY and e.date >= published))
            and abs(e.sentence - event.sentence) <= _JOURNEYED
            and countries([*e.actors, *e.recipients]) == lands]
    told.sort(key=lambda e: abs(e.sentence - event.sentence))
    if event.status == _AHEAD:
        event.date = event.date or next((e.date for e in told if e.date), "")
        event.place = event.place or next((e.place for e in told if e.place), None)
    elif not event.verbal and not event.date:
        ids = {m.id for m in event.actors if m.id}
        said = [s.day for s in spoken if s.sentence == event.sentence and s.speaker.id in ids]
        speaks = event.speech is not None or any(s.sentence == event.sentence and s.speaker.id in ids for s in spoken)
        acts = {e.date for e in events if e.type in SAID and e.status == _ACTUAL and len(e.date) == DAY
                and 0 <= event.sentence - e.sentence <= _NEAR and ids & {m.id for m in e.actors}} if speaks else set()
        event.date = next((day for day in said if day), "") or (acts.pop() if len(acts) == 1 else "")


def _met(event: Draft, events: Sequence[Draft], published: str) -> str:
    """The day on which its two parties are told to have met, where the report tells one nearby."""
    lands = countries([*event.actors, *event.recipients])
    days = {e.date for e in events if e.frame.type == _JOURNEY and e.status == event.status == _ACTUAL
            and len(e.date) == DAY and e.date <= published and 0 <= event.sentence - e.sentence <= _NEAR
            and countries([*e.actors, *e.recipients]) == lands}
    return days.pop() if len(days) == 1 and len(lands) > 1 else ""


def _met_at(event: Draft, events: Sequence[Draft]) -> PlaceName | None:
    """The place at which its parties are told nearby to have met, where the report tells one."""
    lands = countries([*event.actors, *event.recipients])
    told = [e.place for e in events if e.frame.type == _JOURNEY and e.status == _ACTUAL and e.place is not None
            and not _wide(e.place) and 0 <= event.sentence - e.sentence <= _NEAR
            and lands <= countries([*e.actors, *e.recipients])]
    one = len({p.place.id for p in told if p.place is not None}) == 1
    return told[0] if one and len(lands) > 1 else None


def _at_home(event: Draft, desk: PlaceName) -> bool:
    """Whether all who did it are of the country from which the report is written, and so are those whom one met."""
    those = event.actors if event.type in SAID else [*event.actors, *event.recipients]
    return desk.place is not None and countries(those) == {desk.place.country}


def _wide(name: PlaceName) -> bool:
    """Whether the name is that of more than a town: a report from a province tells its town elsewhere."""
    return name.place is None or COARSER[name.place.precision] > COARSER["district"]


def _home(event: Draft, occasion: Occasion) -> bool:
    """Whether it was said in the country of the actor."""
    place = occasion.place.place if occasion.place is not None else None
    return place is not None and place.country in countries(event.actors)


def _own(event: Draft, spoken: Sequence[Occasion]) -> list[Occasion]:
    """The occasions on which the actor of the event spoke, those just before it first."""
    ids, held = {m.id for m in event.actors if m.id}, {m.code for m in event.actors if m.code}
    lands = countries(event.actors)
    own = [s for s in spoken if s.speaker.id in ids or s.speaker.code in held] or [
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
