"""Casualties are numbers the text gives, tied to the word for the harm and to whom it befell."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rasad.language.grammar import Grammar
from rasad.language.phrases import Phrases
from rasad.records import Casualties
from rasad.stages.code.drafts import Draft, codes
from rasad.stages.find.actors import Mention
from rasad.stages.find.numbers import Number
from rasad.stages.reading import Reading

HARMS = ("killed", "injured", "missing", "captured", "displaced")
_REACH = 9  # words between a number and the word for the harm


class CasualtyFinder:
    """Finds the casualties of a sentence; `harms` are the words for each harm."""

    def __init__(self, harms: Phrases[str], grammar: Grammar) -> None:
        self.harms = harms
        self.starts = harms.starts()
        self.including, self.counted = grammar["including"], grammar["person-count"]

    def find(self, reading: Reading) -> list[tuple[int, Casualties]]:
        """(word of the harm, casualties) from left to right; a number counts for one harm only."""
        if not reading.numbers:
            return []
        keys, n = reading.sentence.keys, len(reading.sentence.keys)
        out: list[tuple[int, Casualties]] = []
        used: set[int] = set()
        i = 0
        while i < n:
            found = self.harms.longest(keys, i, n) if keys[i] in self.starts else None
            if found is None:
                i += 1
                continue
            stop, harm = found
            number = self._number(reading, i, stop, used)
            if number is not None:
                used.add(number.first)
                out.append((i, Casualties(harm, number.min, number.max, self._who(reading.mentions, number, i))))
            i = stop
        return out

    def _number(self, reading: Reading, first: int, stop: int, used: set[int]) -> Number | None:
        """The number that counts the harm: the nearest before it that counts people, or one right after it."""
        free = [m for m in reading.numbers if m.first not in used]
        before = [m for m in free if m.last < first and self._counts(reading, m, first)]
        near = [m for m in before if first - m.last <= _REACH]
        if near:
            return near[-1]
        clause = set(reading.clause_at(first).words)
        own = [m for m in before if m.first in clause]
        if own:
            return own[-1]
        after = [m for m in free if 0 <= m.first - stop <= 2]  # noqa: PLR2004 - «کشته شدن ۷ نفر»
        return after[0] if after else None

    def _counts(self, reading: Reading, number: Number, harm: int) -> bool:
        """Whether the number counts those harmed: people follow it, or the harm itself; no part of them."""
        keys = reading.sentence.keys
        if number.first and keys[number.first - 1] in self.including:
            return False
        if number.last + 1 >= harm - 1:
            return True
        beside = range(number.last + 1, min(number.last + 4, harm))
        return any(keys[i] in self.counted for i in beside) or any(
            m.first in beside and m.kind not in _THINGS for m in reading.mentions)

    @staticmethod
    def _who(mentions: Sequence[Mention], number: Number, harm: int) -> str:
        """The code of whoever is counted: named between the number and the harm, or right after."""
        inside = [m for m in mentions if number.last < m.first <= max(harm, number.last + 4) and m.code]
        return inside[0].code if inside else ""


_THINGS = frozenset({"media", "organisation"})


def share(here: Sequence[Draft], harmed: Sequence[tuple[int, Casualties]]) -> None:
    """Casualties are those of the event of violence nearest before their word, or the nearest after it."""
    hosts = [d for d in here if d.type in {"ASSAULT", "COERCE"}]
    for at, casualties in harmed:
        fit = [d for d in hosts if (d.type == "COERCE") == (casualties.harm == "captured")] or hosts
        if fit:
            draft = min(fit, key=lambda d: (d.first > at + 1, abs(d.first - at)))
            who = casualties.who or next(iter(codes(draft.recipients)), "")
            draft.casualties.append(replace(casualties, who=who))


def harm_table(rows: Sequence[Mapping[str, str]]) -> Phrases[str]:
    """Words for harms by the harm."""
    table: Phrases[str] = Phrases()
    for row in rows:
        for word in row["fa"].split("|"):
            table.add(word, row["harm"])
    return table
