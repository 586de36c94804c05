"""A clause reports speech exactly when its verb, alone or with its non-verbal element, is a cue."""

from dataclasses import dataclass

from rasad.language.cues import Cue, Cues
from rasad.stages.read.clauses import Clause
from rasad.stages.reading import Reading

NO_SPEAKER = frozenset({"nosource", "agency"})


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


def cue_clauses(reading: Reading, cues: Cues) -> list[CueClause]:
    """The cue clauses of a sentence in order."""
    out = []
    for clause in reading.clauses:
        verb = clause.verb
        if verb is None:
            continue
        table = cues.verbs.get(verb.lemma)
        if table is None:
            continue
        found = _compound(reading, clause, table, cues.longest)
        if found is None and "" in table and not (verb.passive or (verb.compound and verb.noun >= 0)):
            found = CueClause(clause, table[""], verb.first, verb.last, -1)
        if found is not None:
            out.append(found)
    return out


def _compound(reading: Reading, clause: Clause, table: "dict[str, tuple[Cue, ...]]",  # type: ignore[type-arg]
              longest: int) -> CueClause | None:
    """The cue of a compound verb, its element directly before the verb or further left in the clause."""
    verb, keys = clause.verb, reading.sentence.keys
    assert verb is not None  # noqa: S101 - the caller has looked
    words = clause.words
    for at in range(len(words) - 1, -1, -1):
        i = words[at]
        if i > verb.first:
            continue
        key = ""
        for j in range(at, min(at + 4, len(words))):
            if words[j] > verb.first:
                break
            key += keys[words[j]]
            if len(key) > longest:
                break
            cue = table.get(key)
            if cue is not None and _belongs(reading, clause, words[j], at, j):
                return CueClause(clause, cue, i, verb.last, i)
    return None


def _belongs(reading: Reading, clause: Clause, last: int, start: int, stop: int) -> bool:
    """Whether an element that ends at word `last` goes with the verb: next to it, or nothing else does."""
    verb = clause.verb
    assert verb is not None  # noqa: S101 - the caller has looked
    if last == verb.first - 1 or last == verb.noun or start <= clause.words.index(last) <= stop < 0:
        return True
    return verb.noun < 0 or verb.noun < last or not verb.compound
