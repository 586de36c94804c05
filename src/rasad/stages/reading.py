"""A reading is one sentence with everything found in it; stages add nothing to it once it is made."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rasad.stages.find.agreements import Agreement
from rasad.stages.find.mentions import Mention
from rasad.stages.find.numbers import Number
from rasad.stages.find.place_mentions import PlaceMention
from rasad.stages.find.roles import Roles
from rasad.stages.find.times import Time
from rasad.stages.read.clauses import Clause
from rasad.stages.read.sentences import Sentence
from rasad.stages.read.verbs import Verb


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence, its verbs and clauses, and the mentions in it; `roles` are by the number of the clause."""

    sentence: Sentence
    verbs: Sequence[Verb]
    clauses: Sequence[Clause]
    mentions: Sequence[Mention]
    by_first: Mapping[int, Mention]
    times: Sequence[Time]
    numbers: Sequence[Number]
    places: Sequence[PlaceMention]
    agreements: Sequence[Agreement]
    roles: Sequence[Roles]
    owners: Sequence[int]

    def clause_at(self, word: int) -> Clause:
        """The clause that the word belongs to, as own word or as part of its verb."""
        return self.clauses[self.owners[word]] if 0 <= word < len(self.owners) else self.clauses[0]


def owners(clauses: Sequence[Clause], n: int) -> list[int]:
    """Which clause each of the `n` words of a sentence belongs to, by number; marks go with the words before them."""
    out = [-1] * n
    for clause in reversed(clauses):
        for word in clause.words:
            out[word] = clause.number
    for clause in clauses:
        if clause.verb is not None:
            first, after = clause.verb.first, clause.verb.last + 1
            out[first:after] = [clause.number] * (after - first)
    unowned = [word for word, owner in enumerate(out) if owner < 0]
    firsts = [(first, c.number) for c in clauses if (first := c.first) >= 0] if unowned else []
    for word in unowned:
        out[word] = max([number for first, number in firsts if first <= word], default=clauses[0].number)
    return out
