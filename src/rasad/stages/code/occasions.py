"""An occasion is that somebody spoke, on a day and at a place, as far as the report tells them.

A day or place inside the words that were said is none of the saying.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rasad.language.grammar import Grammar
from rasad.stages.attribute.speech import Speech
from rasad.stages.code.drafts import PlaceName
from rasad.stages.code.scene import Scene
from rasad.stages.code.venues import credited, spoken_in
from rasad.stages.find.mentions import Mention
from rasad.stages.find.times import Time
from rasad.stages.reading import Reading

DAY = len("2023-09-19")
_TOWNS = frozenset({"settlement", "district"})
_SPOKEN_OF = frozenset({"to", "about", "against"})  # slots of what is spoken of


@dataclass(frozen=True, slots=True)
class Occasion:
    """Somebody spoke in a sentence, on a day and at a place, as far as it tells them."""

    sentence: int
    speaker: Mention
    day: str
    place: PlaceName | None


def occasions(readings: Sequence[Reading], scene: Scene, grammar: Grammar) -> Iterator[Occasion]:
    """The occasions on which somebody spoke, of every speech whose cue tells its day or place."""
    for speech in scene.speeches:
        if not speech.speaker.code:
            continue
        reading = readings[speech.sentence]
        days = {t.value for t in reading.times if len(t.value) == DAY and not after(reading, t.first, grammar)
                and not speech.holds(reading.sentence.starts[t.first]) and not _of_what(reading, t)}
        days = days or {scene.carried[speech.sentence]} - {""} if not reading.times else days
        told = [d for d in days if not scene.published or d <= scene.published] if len(days) == 1 else []
        towns = [p for p in scene.places[speech.sentence] if p.place is not None and p.place.precision != "country"
                 and not speech.holds(reading.sentence.starts[p.first])
                 and (spoken_in(reading, p, grammar) or _heard(reading, p, speech, grammar))]
        one = len({p.place.id for p in towns if p.place is not None}) == 1
        if told or one:
            yield Occasion(speech.sentence, speech.speaker, told[0] if told else "", towns[-1] if one else None)


def written_from(readings: Sequence[Reading], scene: Scene, grammar: Grammar) -> PlaceName | None:
    """The one place from which the report is told to be written, or where the same words tell that somebody spoke.

    None for no place, for several, and for a land.
    """
    told = [(reading, p) for reading in readings for p in scene.places[reading.sentence.number]
            if p.place is not None and p.place.precision != "country" and credited(reading, p, grammar)]
    if len({p.place.id for _, p in told if p.place is not None}) != 1:
        return None
    reading, desk = told[0]
    speech = next((s for s in scene.speeches if s.sentence == reading.sentence.number), None)
    held = [p for p in scene.places[reading.sentence.number] if p.place is not None and p.place.precision in _TOWNS
            and p.first > desk.last and desk.place is not None and p.place.country == desk.place.country
            and not (speech is not None and speech.holds(reading.sentence.starts[p.first]))
            and spoken_in(reading, p, grammar)]
    return held[0] if held else desk


@dataclass(frozen=True, slots=True)
class OneDay:
    """The one day that a report tells in its own voice, and the sentences that tell it; "" for none or several."""

    day: str
    sentences: Sequence[int]


def one_day(readings: Sequence[Reading], scene: Scene, grammar: Grammar) -> OneDay:
    """The day of a report that tells no other, in its own voice; days since which something holds aside."""
    told = {(t.value, r.sentence.number) for r in readings for t in r.times
            if len(t.value) == DAY and t.value <= scene.published[:DAY] and not after(r, t.first, grammar)
            and not _of_what(r, t) and not any(s.holds(r.sentence.starts[t.first]) for s in scene.speeches)
            and not (t.value == scene.published[:DAY] and _nowadays(r, t.first))}
    days = {day for day, _ in told}
    return OneDay(days.pop() if len(days) == 1 else "", sorted(number for _, number in told))


def _nowadays(reading: Reading, first: int) -> bool:
    """Whether a word for today tells how things are, not what was done: «امروز … صحنهٔ جنگ است»."""
    verb = reading.clause_at(first).verb
    return verb is not None and verb.tense == "present"


def after(reading: Reading, first: int, grammar: Grammar) -> bool:
    """Whether «از» stands before the words: a day since which something holds."""
    keys = reading.sentence.keys
    pointed = first > 1 and keys[first - 1] in grammar["demonstrative"]
    return first > 0 and keys[first - 1 - pointed] in grammar["of"]


def _of_what(reading: Reading, time: Time) -> bool:
    """Whether the day is that of what somebody speaks about or to: «با اشاره به راهپیمایی ۲۲ بهمن گفت»."""
    chunks = reading.roles[reading.clause_at(time.first).number].chunks
    return any(c.slot in _SPOKEN_OF and c.first < time.first and time.last <= c.last for c in chunks)


def _heard(reading: Reading, place: PlaceName, speech: Speech, grammar: Grammar) -> bool:
    """Whether it is where their own office is, or where the agency writes from that heard them.

    An agency hears those of the country it writes from, and those who speak to journalists there.
    """
    speaker = speech.speaker
    home = place.place is not None and place.place.country == speaker.code.partition(".")[0]
    town = place.place is not None and place.place.precision in _TOWNS
    office = speaker.sentence == reading.sentence.number and speaker.first < place.first <= speaker.last + 1
    if home and town and office:
        return True
    there = home or any(m.sector == "MED" for m in speech.to)
    return there and credited(reading, place, grammar)
