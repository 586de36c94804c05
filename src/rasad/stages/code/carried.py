"""A sentence that points back is dated by what it points to: its own words tell no day, those before it do."""

from collections.abc import Sequence

from rasad.language.grammar import Grammar
from rasad.stages.find.time_spans import OCCASION
from rasad.stages.reading import Reading

_BACK = 4  # sentences over which «این دیدار» may be dated
_OPENING = 8  # words from the beginning of a sentence within which it points back


def carried(readings: Sequence[Reading], grammar: Grammar) -> list[str]:
    """For each sentence that points back, the one date told before it.

    It points back to the sentence before it with its first words («در پی این …», «این عناصر …»), and farther with
    words that say again what was told there: «در این دیدار».
    """
    out: list[str] = []
    for number, reading in enumerate(readings):
        keys = reading.sentence.keys
        meanwhile = grammar.phrases["meanwhile"].longest(keys, 0, len(keys)) is not None
        near = [r for r in readings[max(0, number - 1):number] if meanwhile
                or r.sentence.paragraph == reading.sentence.paragraph]
        told = _again(reading, range(_OPENING), grammar)
        back = readings[max(0, number - _BACK):number] if told else ()
        again = [dates for r in reversed(back) if (dates := _dates(r, told))]
        points = meanwhile or _again(reading, range(1), grammar) or (near and _same(reading, near[-1], grammar))
        found = [*[_dates(r) for r in near if points], *again[:1]]
        one = next((dates.pop() for dates in found if len(dates) == 1), "")
        out.append(one or (out[-1] if near and points else ""))
    return out


def _same(reading: Reading, before: Reading, grammar: Grammar) -> bool:
    """Whether a sentence begins by pointing at somebody told by the one before: «این عناصر …»."""
    keys = reading.sentence.keys
    people = any(m.first == 0 and m.last and m.code for m in reading.mentions)
    return people and keys[0] in grammar["this"] and keys[1] in before.sentence.keys


def _again(reading: Reading, starts: range, grammar: Grammar) -> str:
    """The noun that words under a preposition point back to, among those that begin at `starts`: «در این دیدار»."""
    keys, pointing, begins = reading.sentence.keys, grammar["demonstrative"], grammar.slots.begins
    if pointing.isdisjoint(keys):
        return ""
    for at in [i for i in starts[:len(keys)] if begins[keys[i]]]:
        found = grammar.slots.longest(keys, at, len(keys))
        if found is not None and found[0] + 1 < len(keys) and keys[found[0]] in pointing:
            return keys[found[0] + 1]
    return ""


def _dates(reading: Reading, told: str = "") -> set[str]:
    """The dates of a sentence, those of the clauses with a word alone where one is given."""
    inside = {reading.clause_at(i).number for i, key in enumerate(reading.sentence.keys) if key == told}
    return {t.value for t in reading.times if t.value and "/" not in t.value and t.grain != OCCASION
            and (not told or reading.clause_at(t.first).number in inside)}
