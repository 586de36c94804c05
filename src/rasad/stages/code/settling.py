"""An event told without its day or place has those that the report tells for it elsewhere, and no others.

What somebody says was said on the day on which they spoke; a deed that goes on from another, between
the same parties and a few sentences on, was done where and when that one was.
"""

from collections.abc import Iterator, Sequence

from rasad.language.grammar import Grammar
from rasad.stages.code.drafts import Draft, countries
from rasad.stages.code.scene import Scene
from rasad.stages.reading import Reading

SAID = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
DONE = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"})
_HAPPENED = frozenset({"actual", "negated"})
_DAY = len("2023-09-19")
_NEAR = 3  # sentences over which a deed goes on from another


def settled(events: Sequence[Draft], readings: Sequence[Reading], scene: Scene, grammar: Grammar) -> list[Draft]:
    """The events, with the day and the place that the report tells for them elsewhere."""
    spoken = list(_days_spoken(readings, scene, grammar))
    for event in events:
        if event.status not in _HAPPENED:
            continue
        if not event.date and event.type in SAID:
            event.date = _said_on(event, spoken)
        if event.type in DONE:
            before = _gone_on_from(event, events)
            if before is not None:
                event.date = event.date or before.date
                event.place = event.place or before.place
    return list(events)


def _days_spoken(readings: Sequence[Reading], scene: Scene, grammar: Grammar) -> Iterator[tuple[int, str, str, str]]:
    """(sentence, id, code, day) of every speech whose cue is told with its day."""
    for speech in scene.speeches:
        reading = readings[speech.sentence]
        starts, keys = reading.sentence.starts, reading.sentence.keys
        days = {t.value for t in reading.times if len(t.value) == _DAY and not speech.holds(starts[t.first])
                and not (t.first and keys[t.first - 1] in grammar["of"])}
        past = {d for d in days if not scene.published or d <= scene.published}
        if len(days) == len(past) == 1 and speech.speaker.code:
            yield speech.sentence, speech.speaker.id, speech.speaker.code, days.pop()


def _said_on(event: Draft, spoken: Sequence[tuple[int, str, str, str]]) -> str:
    """The day on which the actor of the event spoke, by the nearest of their speeches that tells one."""
    ids = {m.id for m in event.actors if m.id}
    lands = countries(event.actors)
    own = [s for s in spoken if s[1] in ids] or [s for s in spoken if s[2].partition(".")[0] in lands]
    return min(own, key=lambda s: (s[0] > event.sentence, abs(s[0] - event.sentence)))[3] if own else ""


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
