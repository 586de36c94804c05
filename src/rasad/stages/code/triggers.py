"""A trigger is a predicate of the frames where it stands: a verb, a compound, or an event noun.

Every event noun is either part of one verbal trigger or a nominal trigger of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rasad.language.frames import Frame, Frames, Support
from rasad.stages.read.clauses import Clause
from rasad.stages.read.verbs import Verb
from rasad.stages.reading import Reading

ACTIVE, PASSIVE, BOTH = "active", "passive", "both"


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words `first` to `last` say the event; `noun` is the event noun in them, (-1, -1) for a verb alone."""

    frame: Frame
    first: int
    last: int
    noun: tuple[int, int]
    clause: Clause
    verbal: bool
    voice: str = ACTIVE
    aspect: str = ""


def triggers(reading: Reading, frames: Frames) -> list[Trigger]:
    """The triggers of a sentence, verbal ones of a clause before the nominal ones in it."""
    hits = _hits(reading, frames)
    out: list[Trigger] = []
    used: set[int] = set()
    for clause in reading.clauses:
        if clause.verb is None:
            continue
        found = _verbal(reading, clause, clause.verb, hits, frames, used)
        if found is not None:
            out.append(found)
    for first, last, frame in hits:
        if first not in used and frame.type:
            out.append(Trigger(frame, first, last, (first, last), reading.clause_at(first), verbal=False))
    return [trigger for trigger in out if trigger.frame.type]


def _hits(reading: Reading, frames: Frames) -> list[tuple[int, int, Frame]]:
    """Every event noun of the sentence: first word, last word, frame."""
    keys = reading.sentence.keys
    starts, entries = frames.noun_starts, []
    named = {i for m in reading.mentions for i in range(m.first, m.last + 1)}
    verb_words = {i for v in reading.verbs for i in range(v.first, v.last + 1)}
    i, n = 0, len(keys)
    while i < n:
        if keys[i] in starts and i not in named and i not in verb_words:
            found = frames.nouns.longest(keys, i, n)
            if found is not None:
                entries.append((i, found[0] - 1, found[1]))
                i = found[0]
                continue
        i += 1
    return entries


def _verbal(reading: Reading, clause: Clause, verb: Verb,  # noqa: PLR0913 - one look at one clause
            hits: Sequence[tuple[int, int, Frame]], frames: Frames, used: set[int]) -> Trigger | None:
    inside = [hit for hit in hits if hit[0] not in used and hit[1] < verb.first and _own(clause, hit[0])]
    compound = _compound(reading, clause, verb, frames)
    if compound is not None:
        first, frame = compound
        used.update(hit[0] for hit in inside if hit[0] >= first)
        voice = PASSIVE if verb.passive else ACTIVE
        return Trigger(frame, first, verb.last, (-1, -1), clause, verbal=True, voice=voice)
    for hit in reversed(inside):
        for support in frames.supports.get(verb.lemma, ()):
            if _fits(reading.sentence.keys, hit, verb, support):
                used.add(hit[0])
                voice = PASSIVE if verb.passive else support.voice
                return Trigger(hit[2], hit[0], verb.last, hit[:2], clause, True, voice, support.aspect)
    frame = frames.verbs.get(verb.lemma)
    if frame is not None and not (verb.compound and verb.noun >= 0):
        voice = PASSIVE if verb.passive else ACTIVE
        return Trigger(frame, verb.first, verb.last, (-1, -1), clause, verbal=True, voice=voice)
    return None


def _own(clause: Clause, word: int) -> bool:
    return bool(clause.words) and clause.words[0] <= word <= clause.words[-1] and word in clause.words


def _compound(reading: Reading, clause: Clause, verb: Verb, frames: Frames) -> tuple[int, Frame] | None:
    """The longest compound of the frames whose element ends right before the verb, or stands at its noun."""
    keys, best, key = reading.sentence.keys, None, ""
    for i in range(verb.first - 1, max(-1, verb.first - 7), -1):
        key = keys[i] + key
        if len(key) > frames.longest_compound:
            break
        frame = frames.compounds.get((key, verb.lemma))
        if frame is not None and _own(clause, i):
            best = (i, frame)
    if best is None and 0 <= verb.noun < verb.first - 1:
        key = ""
        for i in range(verb.noun, max(-1, verb.noun - 4), -1):
            key = keys[i] + key
            frame = frames.compounds.get((key, verb.lemma))
            if frame is not None:
                best = (i, frame)
    return best


def _fits(keys: Sequence[str], hit: tuple[int, int, Frame], verb: Verb, support: Support) -> bool:
    """Whether the event noun and the verb make a clause by this pattern."""
    first, last, _ = hit
    if support.before and not _ends_with(keys, first, support.before):
        return False
    if support.after:
        return _ends_with(keys, verb.first, support.after, last)
    if last in (verb.first - 1, verb.noun):
        return True
    return verb.first - last <= 9 and (verb.noun < 0 or verb.noun < first) and not verb.compound


def _ends_with(keys: Sequence[str], end: int, wanted: str, floor: int = -1) -> bool:
    """Whether the words before `end` (and after `floor`), run together, are `wanted`."""
    key = ""
    for i in range(end - 1, max(floor, end - 5), -1):
        key = keys[i] + key
        if key == wanted:
            return True
        if len(key) >= len(wanted):
            return False
    return False
