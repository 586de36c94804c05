"""An event told without its day or place has those that the report tells for it elsewhere, and no others.

What somebody says was said on the day on which they spoke; a deed that goes on from another, between
the same parties and a few sentences on, was done where and when that one was; so was what belongs to one
journey. News that the report begins by telling, with no word of its time, is of the month whose days it tells.
"""

from collections.abc import Sequence

from rasad.language.grammar import Grammar
from rasad.stages.code.drafts import Draft, countries
from rasad.stages.code.occasions import DAY, Occasion, after, occasions, one_day
from rasad.stages.code.scene import Scene
from rasad.stages.reading import Reading

SAID = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
DONE = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"})
_HAPPENED = frozenset({"actual", "negated"})
_MONTH = len("2023-09")
_NEAR = 3  # sentences over which a deed goes on from another
_JOURNEY = "CONSULT"
_JOURNEYED = 6  # sentences over which visits and talks are of one journey
_ACTUAL, _AHEAD = "actual", "future"
_FOLLOWING = 2  # sentences after news that tell its day
_HEADLINE = 16  # words of a headline at most: the first longer sentence stands in the lead


def settled(events: Sequence[Draft], readings: Sequence[Reading], scene: Scene, grammar: Grammar) -> list[Draft]:
    """The events, with the day and the place that the report tells for them elsewhere."""
    spoken = list(occasions(readings, scene, grammar))
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
            there = (s.place for s in own if s.place and (s.speaker.id in ids or _home(event, s)))
            event.place = event.place or next(there, None)
        if event.type in DONE:
            before = _gone_on_from(event, events)
            if before is not None:
                event.date = event.date or before.date
                event.place = event.place or before.place
        if len(event.date) < DAY and _news(event, readings):
            event.date = _told_for_it(event, readings, scene, grammar) or event.date
            if event.speech is None or event.type in SAID:
                event.date = event.date or _month(scene.published, readings)
        if not event.date and only.day and _then(event, readings, only.sentences):
            event.date = only.day
    return list(events)


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


def _home(event: Draft, occasion: Occasion) -> bool:
    """Whether it was said in the country of the actor."""
    place = occasion.place.place if occasion.place is not None else None
    return place is not None and place.country in countries(event.actors)


def _news(event: Draft, readings: Sequence[Reading]) -> bool:
    """Whether the event is what the report begins by telling, as done, without a word of when."""
    reading = readings[event.sentence]
    lead = next((r.sentence for r in readings if len(r.sentence) > _HEADLINE), readings[-1].sentence)
    heading = event.sentence < lead.number or _headed(event, readings)
    own = event.speech is None or event.type in SAID or heading
    return (event.status == _ACTUAL and own and not reading.times and not _earlier(event, reading)
            and reading.sentence.paragraph <= lead.paragraph)


def _then(event: Draft, readings: Sequence[Reading], told: Sequence[int]) -> bool:
    """Whether an event is of the one day of its report: what a speaker does in words there, or what is told next."""
    reading = readings[event.sentence]
    if event.status != _ACTUAL or reading.times or _earlier(event, reading):
        return False
    if event.speech is None:
        deed = event.verbal or event.type in DONE or event.frame.type == _JOURNEY
        return deed and event.sentence - 1 in told
    speaker = event.speech.speaker.code.partition(".")[0]
    return event.type in SAID and event.sentence > told[0] and speaker in countries(event.actors)


def _earlier(event: Draft, reading: Reading) -> bool:
    """Whether the report looks back on the event from another one: «پیشتر … کرده بود»."""
    verb = reading.clause_at(event.first).verb
    return event.verbal and verb is not None and verb.tense == "pluperfect"


def _told_for_it(event: Draft, readings: Sequence[Reading], scene: Scene, grammar: Grammar) -> str:
    """The day of news told by the sentences that go on with it: the next, or one that names a party; "" for several."""
    lands = countries([*event.actors, *event.recipients])
    for reading in readings[event.sentence + 1:event.sentence + 1 + _FOLLOWING]:
        told = [t for t in reading.times if len(t.value) == DAY and not after(reading, t.first, grammar)]
        voice = [t for t in told if not any(s.holds(reading.sentence.starts[t.first]) for s in scene.speeches)]
        days = {t.value for t in voice or told}
        if days:
            day = days.pop()
            named = {m.code.partition(".")[0] for m in reading.mentions if m.code}
            same = bool(named & lands) or reading.sentence.number == event.sentence + 1
            return day if not days and day <= scene.published and same and day.startswith(event.date) else ""
    return ""


def _headed(event: Draft, readings: Sequence[Reading]) -> bool:
    """Whether the event stands in a first line of its own, however long, that others follow."""
    first, after = readings[0].sentence, [r.sentence.paragraph for r in readings[1:2]]
    return event.sentence == 0 and bool(after) and after[0] > first.paragraph


def _month(published: str, readings: Sequence[Reading]) -> str:
    """The month of publication where the report tells other days of it, "" where it tells none: it may be old news."""
    month = published[:_MONTH]
    days = (t.value for r in readings for t in r.times)
    told = any(day.startswith(month) and day <= published[:DAY] for day in days)
    return month if len(published) >= DAY and told else ""


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
