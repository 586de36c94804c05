"""Casualties are numbers the text gives, tied to the word for the harm and to whom it befell."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

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

    def __init__(self, harms: Phrases[str]) -> None:
        self.harms = harms
        self.starts = harms.starts()

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
            number = self._number(reading.numbers, i, stop, used)
            if number is not None:
                used.add(number.first)
                who = self._who(reading.mentions, number, i)
                out.append((i, Casualties(harm, number.min, number.max, who)))
            i = stop
        return out

    @staticmethod
    def _number(numbers: Sequence[Number], first: int, stop: int, used: set[int]) -> Number | None:
        """The number that counts the harm: the last before it, or one right after it."""
        before = [m for m in numbers if m.first not in used and m.last < first and first - m.last <= _REACH]
        if before:
            return before[-1]
        after = [m for m in numbers if m.first not in used and 0 <= m.first - stop <= 2]
        return after[0] if after else None

    @staticmethod
    def _who(mentions: Sequence[Mention], number: Number, harm: int) -> str:
        """The code of whoever is counted: named between the number and the harm, or right after."""
        inside = [m for m in mentions if number.last < m.first <= max(harm, number.last + 4) and m.code]
        return inside[0].code if inside else ""


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
