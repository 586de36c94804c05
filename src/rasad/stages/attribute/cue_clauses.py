"""A clause reports speech exactly when its verb, alone or with its non-verbal element, is a cue."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rasad.language.cues import Cue, Cues
from rasad.stages.read.clauses import Clause
from rasad.stages.read.verbs import Verb
from rasad.stages.reading import Reading

NO_SPEAKER = frozenset({"nosource", "agency"})  # kinds of cue that name nobody who speaks


@dataclass(frozen=True, slots=True)
class CueClause:
    """A clause with the cue it holds: `first` to `last` are the words of the cue."""

    clause: Clause
    cues: tuple[Cue, ...]
    first: int
    last: int
    element: int  # index of the first word of the non-verbal element, -1 for a simple verb

    @property
    def notes(self) -> frozenset[str]:
        """What manner of saying the cue is."""
        return frozenset(cue.note for cue in self.cues)

    def takes(self, content: str) -> bool:
        """Whether the cue takes this kind of content."""
        return any(cue.content == content for cue in self.cues)


def cue_clauses(reading: Reading, cues: Cues, heads: frozenset[str]) -> list[CueClause]:
    """The cue clauses of a sentence in order; `heads` are elements that may stand far from their verb."""
    out = []
    for clause in reading.clauses:
        verb = clause.verb
        table = cues.verbs.get(verb.lemma) if verb is not None else None
        if verb is None or table is None:
            continue
        found = _compound(reading.sentence.keys, clause, verb, table, cues.longest, heads)
        if found is None and "" in table and not (verb.passive or (verb.compound and verb.noun >= 0)):
            found = CueClause(clause, table[""], verb.first, verb.last, -1)
        if found is not None:
            out.append(found)
    return out


def _compound(keys: Sequence[str], clause: Clause, verb: Verb, table: Mapping[str, tuple[Cue, ...]],  # noqa: PLR0913
              longest: int, heads: frozenset[str]) -> CueClause | None:
    """The cue of a compound verb, its element directly before the verb or further left in the clause."""
    words = [i for i in clause.words if i < verb.first]
    best: tuple[int, CueClause] | None = None
    for at in range(len(words) - 1, -1, -1):
        key = ""
        for i in words[at:at + 4]:
            key += keys[i]
            if len(key) > longest:
                break
            cue = table.get(key)
            near = keys[i] in heads and (not at or keys[words[at] - 1] not in prepositions)
            if cue is not None and (near or _belongs(verb, i)) and (best is None or i >= best[0]):
                best = (i, CueClause(clause, cue, words[at], verb.last, words[at]))
    return best[1] if best is not None else None


def _belongs(verb: Verb, last: int) -> bool:
    """Whether an element that ends at word `last` goes with the verb: next to it, or nothing else does."""
    return last in (verb.first - 1, verb.noun) or verb.noun < last or not verb.compound
