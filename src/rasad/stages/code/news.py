"""News is what a report begins by telling as done; with no word of when, it is of the day that the report tells next.

Where a report tells one day only, what is done in words there, or told next, is of that day. Nothing falls back to
the day of publication.
"""

from collections.abc import Sequence

from rasad.language.grammar import Grammar
from rasad.stages.code.drafts import Draft, countries
from rasad.stages.code.occasions import DAY, after
from rasad.stages.code.scene import Scene
from rasad.stages.reading import Reading

SAID = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
DONE = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"})
_TALKS = "CONSULT"
_ACTUAL = "actual"
_MONTH = len("2023-09")
_FOLLOWING = 2  # sentences after news that tell its day
_HEADLINE = 16  # words of a headline at most: the first longer sentence stands in the lead


def is_news(event: Draft, readings: Sequence[Reading]) -> bool:
    """Whether the event is what the report begins by telling, as done, without a word of when."""
    reading = readings[event.sentence]
    lead = next((r.sentence for r in readings if len(r.sentence) > _HEADLINE), readings[-1].sentence)
    heading = event.sentence < lead.number or _headed(event, readings)
    own = event.speech is None or event.type in SAID or heading
    return (event.status == _ACTUAL and own and not reading.times and not _earlier(event, reading)
            and reading.sentence.paragraph <= lead.paragraph)


def then(event: Draft, readings: Sequence[Reading], told: Sequence[int]) -> bool:
    """Whether an event is of the one day of its report: what a speaker does in words there, or what is told next."""
    reading = readings[event.sentence]
    if event.status != _ACTUAL or reading.times or _earlier(event, reading):
        return False
    if event.speech is None:
        deed = event.verbal or event.type in DONE or event.frame.type == _TALKS
        return deed and event.sentence - 1 in told
    speaker = event.speech.speaker.code.partition(".")[0]
    return event.type in SAID and event.sentence > told[0] and speaker in countries(event.actors)


def _earlier(event: Draft, reading: Reading) -> bool:
    """Whether the report looks back on the event from another one: «پیشتر … کرده بود»."""
    verb = reading.clause_at(event.first).verb
    return event.verbal and verb is not None and verb.tense == "pluperfect"


def told_for_it(event: Draft, readings: Sequence[Reading], scene: Scene, grammar: Grammar) -> str:
    """The day of news told by the sentences that go on with it, of a party or of «او»; "" for several."""
    lands = countries([*event.actors, *event.recipients])
    for reading in readings[event.sentence + 1:event.sentence + 1 + _FOLLOWING]:
        told = [t for t in reading.times if len(t.value) == DAY and not after(reading, t.first, grammar)]
        voice = [t for t in told if not any(s.holds(reading.sentence.starts[t.first]) for s in scene.speeches)]
        days = {t.value for t in voice or told}
        if days:
            day = days.pop()
            named = {m.code.partition(".")[0] for m in reading.mentions if m.code and not m.guessed}
            same = bool(named & lands) or reading.sentence.keys[0] in grammar["pronoun-one"]
            return day if not days and day <= scene.published and same and day.startswith(event.date) else ""
    return ""


def _headed(event: Draft, readings: Sequence[Reading]) -> bool:
    """Whether the event stands in a first line of its own, however long, that others follow."""
    first, after = readings[0].sentence, [r.sentence.paragraph for r in readings[1:2]]
    return event.sentence == 0 and bool(after) and after[0] > first.paragraph


def month_of(published: str, readings: Sequence[Reading]) -> str:
    """The month of publication where the report tells other days of it, "" where it tells none: it may be old news."""
    month = published[:_MONTH]
    days = (t.value for r in readings for t in r.times)
    told = any(day.startswith(month) and day <= published[:DAY] for day in days)
    return month if len(published) >= DAY and told else ""
