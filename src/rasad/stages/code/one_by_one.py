"""People told one by one are as many as are told: those named one after another, and each that is one of many."""

from collections.abc import Mapping, Sequence

from rasad.language.grammar import Grammar
from rasad.stages.code.harm_words import Harm
from rasad.stages.find.mentions import Mention
from rasad.stages.find.numbers import Number
from rasad.stages.reading import Reading

_ADDRESS = 3  # words of address before a name: «شهید سرهنگ دوم»
_PERSON = "person"
_MANY = 2


class OneByOne:
    """Counts people who are told without a number, in one language."""

    def __init__(self, grammar: Grammar) -> None:
        self.ones, self.of = grammar["one"] & grammar["one-of"], grammar["of"]
        self.joins = grammar["and"] | grammar["comma"]

    def told(self, reading: Reading) -> bool:
        """Whether a sentence may tell people one by one."""
        return len(named(reading)) >= _MANY or not self.ones.isdisjoint(reading.sentence.keys)

    def numbers(self, reading: Reading) -> list[Number]:
        """The numbers of a sentence, and each «one of» many."""
        keys = reading.sentence.keys
        ones = [i for i, key in enumerate(keys[:-1]) if key in self.ones and keys[i + 1] in self.of
                and not any(m.first <= i + 2 <= m.last for m in reading.numbers)]
        return sorted([*reading.numbers, *(Number(i, i, 1, 1) for i in ones)], key=lambda m: m.first)

    def names(self, reading: Reading, harm: Harm) -> int:
        """How many people are named one after another as those whom a harm befell, 0 for one: «X، Y و Z کشته شدند»."""
        roles = reading.roles[reading.clause_at(harm.first).number]
        chunk = roles.object if roles.object is not None and roles.object.marked else roles.subject
        if chunk is None:
            return 0
        by_first, first, count = {m.first: m for m in named(reading)}, chunk.first, 0
        while (person := _next(reading, by_first, first)) is not None:
            after, count = person.last + 1, count + 1
            if after >= harm.first or reading.sentence.keys[after] not in self.joins:
                break
            first = after + 1
        return count if count >= _MANY else 0


def named(reading: Reading) -> Sequence[Mention]:
    """The people called by their names."""
    return [m for m in reading.mentions if m.kind == _PERSON and m.label is not None]


def _next(reading: Reading, by_first: Mapping[int, Mention], first: int) -> Mention | None:
    """The person named there, or after words of address."""
    at = next((i for i in range(first, first + _ADDRESS + 1) if i in reading.by_first), -1)
    return by_first.get(at)
