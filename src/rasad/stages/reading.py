"""A reading is one sentence with everything found in it; stages add nothing to it once it is made."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rasad.stages.find.actors import Mention
from rasad.stages.find.agreements import Agreement
from rasad.stages.find.numbers import Number
from rasad.stages.find.places import PlaceMention
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

    def clause_at(self, word: int) -> Clause:
        """The clause that the word belongs to, as own word or as part of its verb."""
        best = self.clauses[0]
        for clause in self.clauses:
            verb = clause.verb
            if verb is not None and verb.first <= word <= verb.last:
                return clause
            if clause.words and clause.words[0] <= word <= clause.words[-1] and word in clause.words:
                return clause
            if clause.first >= 0 and clause.first <= word:
                best = clause
        return best
