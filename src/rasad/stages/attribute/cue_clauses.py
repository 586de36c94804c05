"""A clause reports speech exactly when its verb, alone or with its non-verbal element, is a cue."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rasad.language.cues import COMPLEMENT, Cue
from rasad.stages.attribute.rules import Rules
from rasad.stages.read.clauses import Clause
from rasad.stages.read.verbs import Verb
from rasad.stages.reading import Reading

_DEEDS = frozenset({"praise", "react"})  # kinds of saying that are told as deeds, without what was said
_WRITTEN = frozenset({"perfect", "pluperfect"})
_APART = 4  # words from an element to its verb, at most: «اعلام آمادگی کامل کرد»
_COPULA = 3  # letters of the copula that an element carries at most
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


def cue_clauses(reading: Reading, rules: Rules) -> list[CueClause]:
    """The cue clauses of a sentence that tell of somebody's words, in order."""
    out = []
    for clause in reading.clauses:
        verb = clause.verb
        table = rules.cues.verbs.get(verb.lemma) if verb is not None else None
        if verb is None or table is None:
            continue
        keys = reading.sentence.keys
        found = _compound(keys, clause, verb, rules) or _fused(keys, clause, verb, rules)
        simple = not verb.passive and not (verb.compound and verb.noun >= 0)
        if found is None and "" in table and (simple or _calls(table)):
            found = CueClause(clause, table[""], verb.first, verb.last, -1)
        if found is not None and _told(reading, found):
            called = found.element >= 0 and "" in table and _calls(table)  # what it is called is part of what was said
            out.append(replace(found, first=verb.first, element=-1) if called else found)
    return out


def _told(reading: Reading, cue: CueClause) -> bool:
    """Whether the clause tells that somebody has spoken: not that they did not, or will."""
    notes, verb = cue.notes, cue.clause.verb
    if verb is None or verb.passive or verb.person != 3 or notes <= NO_SPEAKER or notes <= _DEEDS:
        return False
    if notes == {"text"} and cue.element < 0 and (verb.plural or verb.tense not in _WRITTEN):
        return False  # people come, what is written «آمده است»
    if verb.tense in {"subjunctive", "imperative", "future"} or (verb.negated and "deny" not in notes) or verb.modal:
        return False
    # «به واردات ادامه می‌دهند» goes on with a deed
    return not (notes <= {"continue"} and reading.roles[cue.clause.number].under("to"))


def _calls(table: Mapping[str, tuple[Cue, ...]]) -> bool:
    """Whether the verb by itself tells what somebody calls something: «آن را خطرناک دانست»."""
    return any(cue.content == COMPLEMENT for cue in table[""])


def _fused(keys: Sequence[str], clause: Clause, verb: Verb, rules: Rules) -> CueClause | None:
    """The cue of an element that carries the copula: «معتقدند», «مدعی‌اند»."""
    if verb.lemma not in rules.copulas or verb.first != verb.last:
        return None
    table, word = rules.cues.verbs[verb.lemma], keys[verb.first]
    best = next((word[:-n] for n in range(1, _COPULA + 1) if word[:-n] in table), "")
    return CueClause(clause, table[best], verb.first, verb.last, -1) if best else None


def _compound(keys: Sequence[str], clause: Clause, verb: Verb, rules: Rules) -> CueClause | None:
    """The cue of a compound verb, its element directly before the verb or further left in the clause."""
    table, begins = rules.cues.verbs[verb.lemma], rules.cues.begins[verb.lemma]
    heads, bound = rules.cue_heads, rules.prepositions
    words = [i for i in clause.words if i < verb.first]
    best: tuple[int, CueClause] | None = None
    for at in [at for at, i in enumerate(words) if keys[i] in begins][::-1]:
        key = ""
        for i in words[at:at + 4]:
            key += keys[i]
            if key not in begins:
                break
            cue = table.get(key)
            if cue is None or (best is not None and i < best[0]):
                continue
            apart = (keys[i] in heads and (not at or keys[words[at - 1]] not in bound)
                     and (not verb.compound or keys[i] in rules.grammar["complement"]))
            if apart or _belongs(verb, i):
                best = (i, CueClause(clause, cue, words[at], verb.last, words[at]))
    return best[1] if best is not None else None


def _belongs(verb: Verb, last: int) -> bool:
    """Whether an element that ends at word `last` goes with the verb: next to it, or nothing else does."""
    near = verb.first - last <= _APART
    return last in (verb.first - 1, verb.noun) or (near and (verb.noun < last or not verb.compound))
