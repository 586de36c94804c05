"""A clause holds at most one verb, and every word of a sentence belongs to exactly one clause.

Persian closes a clause with its verb, so a sentence is read left to right with a stack of
clauses that still wait for theirs: «که» after a noun opens a clause inside the one that waits,
«که» after a verb opens what was said or thought, «اگر» and its like open a condition.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from rasad.language.grammar import Grammar
from rasad.stages.read.verbs import Verb

MAIN, THAT, RELATIVE, CONTENT, IF, BECAUSE, WHILE = "main", "that", "relative", "content", "if", "because", "while"
_WISHED = "subjunctive"
_THAT, _COLON, _PURPOSE, _NOUN, _LOOSE = (1 << n for n in range(5))
_OPENERS = {IF: 1 << 5, BECAUSE: 1 << 6, WHILE: 1 << 7}
_OPENER = sum(_OPENERS.values())
_EMBEDDED = frozenset({RELATIVE, CONTENT, IF, BECAUSE, WHILE})


@dataclass(slots=True)
class Clause:
    """One clause: `words` are the indices of its own words, its verb group and clauses inside it left out.

    `parent` is the number of the clause it belongs to (-1 for none), `after` that of the clause
    it goes on from at the same level (-1 for none), `antecedent` the index of the word before
    «که» in a relative clause, `modal` the verb that governs `verb` from a distance («می‌تواند … کند»).
    """

    number: int
    kind: str
    parent: int
    after: int
    antecedent: int = -1
    verb: Verb | None = None
    words: list[int] = field(default_factory=list)
    modal: Verb | None = None

    @property
    def first(self) -> int:
        """Index of the first own word or verb word."""
        if not self.words:
            return self.verb.first if self.verb is not None else -1
        return self.words[0] if self.verb is None else min(self.words[0], self.verb.first)

    @property
    def last(self) -> int:
        """Index of the last own word or verb word."""
        if not self.words:
            return self.verb.last if self.verb is not None else -1
        return self.words[-1] if self.verb is None else max(self.words[-1], self.verb.last)


class _Signs(dict[str, int]):
    """What each word can do to clauses, worked out when it is first asked for."""

    def __init__(self, grammar: Grammar) -> None:
        super().__init__()
        loose = (grammar["comma"] | grammar["and"] | grammar["stop"] | grammar["bracket"] | grammar["open-quote"]
                 | grammar["close-quote"])
        self.classes = ((grammar["that"], _THAT), (grammar["colon"], _COLON), (grammar["purpose"], _PURPOSE),
                        (grammar["clause-noun"], _NOUN), (loose, _LOOSE),
                        *((grammar.phrases[kind].starts(), bit) for kind, bit in _OPENERS.items()))

    def __missing__(self, key: str) -> int:
        sign = self[key] = sum({bit for words, bit in self.classes if key in words})
        return sign


class ClauseReader:
    """Splits sentences of one language into clauses."""

    def __init__(self, grammar: Grammar) -> None:
        self.signs = _Signs(grammar)
        self.conjunctions, self.clause_nouns = grammar["and"], grammar["clause-noun"]
        self.modals = grammar["distant-modal"]
        self.openers = [(kind, bit, grammar.phrases[kind]) for kind, bit in _OPENERS.items()]

    def read(self, keys: Sequence[str], verbs: Sequence[Verb]) -> list[Clause]:
        """The clauses of a sentence in the order in which they open."""
        return _Reading(self, keys, verbs).clauses

    def opener(self, keys: Sequence[str], i: int) -> tuple[str, int] | None:
        """The kind of the subordinate clause that opens at `i` and the index after its conjunction."""
        sign, best = self.signs[keys[i]], None
        for kind, bit, phrases in self.openers:
            found = phrases.longest(keys, i, len(keys)) if sign & bit else None
            if found and (best is None or found[0] > best[1]):
                best = (kind, found[0])
        return best


class _Reading:
    """One pass over one sentence."""

    def __init__(self, reader: ClauseReader, keys: Sequence[str], verbs: Sequence[Verb]) -> None:
        self.reader, self.keys, self.verbs = reader, keys, verbs
        self.clauses: list[Clause] = []
        self.stack: list[Clause] = []
        self.done = 0
        self._open(MAIN, parent=-1, after=-1)
        at = {verb.first: number for number, verb in enumerate(verbs)}
        i, n, signs = 0, len(keys), reader.signs
        for stop in [*sorted({*at, *[i for i, key in enumerate(keys) if signs[key]]}), n]:
            if i < stop:
                self._top().words.extend(range(i, stop))
                i = stop
            if i == stop < n:
                i = self._close(at[i]) if i in at else self._sign(i, signs[keys[i]])

    def _open(self, kind: str, parent: int, after: int, antecedent: int = -1) -> Clause:
        clause = Clause(len(self.clauses), kind, parent, after, antecedent)
        self.clauses.append(clause)
        self.stack.append(clause)
        return clause

    def _top(self) -> Clause:
        """The clause that the next word belongs to; a new one at the same level when the last has its verb."""
        top = self.stack[-1]
        if top.verb is None:
            return top
        self.stack.pop()
        last = top.words[-1] if top.words and top.words[-1] > top.verb.last else -1
        joined = last >= 0 and self.keys[last] in self.reader.conjunctions
        if top.kind == IF and self.stack and not joined and not self._complement(self.done):
            return self._top()  # what follows a condition stands at the level of what it is a condition of
        return self._open(top.kind if top.kind != CONTENT else THAT, top.parent, top.number, top.antecedent)

    def _sign(self, i: int, sign: int) -> int:
        """The index after the word, or after the conjunction that begins with it."""
        if sign & _THAT:
            self._that(i)
            return i + 1
        found = self.reader.opener(self.keys, i) if sign & _OPENER else None
        if found is not None:
            self._open(found[0], self.stack[-1].number, -1)
            return found[1]
        self._mark(i, sign)
        return i + 1

    def _mark(self, i: int, sign: int) -> None:
        last = self.stack[-1]
        if sign & _COLON:
            self._colon(i)
        elif sign & _PURPOSE and last.verb is not None and self._wished(self.done):
            self._open(THAT, last.number, -1)
        elif sign & _NOUN:
            top = self._top()
            top.words.append(i)
            self._open(CONTENT, top.number, -1, i)
        else:
            (last if sign & _LOOSE else self._top()).words.append(i)

    def _that(self, i: int) -> None:
        top = self.stack[-1]
        if top.verb is not None:
            self._open(THAT, top.number, -1)
        elif top.words and self.keys[top.words[-1]] + self.keys[i] in self.reader.clause_nouns:
            self._open(CONTENT, top.number, -1, i - 1)
        elif top.kind != CONTENT or top.words:
            self._open(RELATIVE, top.number, -1, i - 1)

    def _colon(self, i: int) -> None:
        self.stack[-1].words.append(i)
        self.stack.clear()
        self._open(MAIN, parent=-1, after=-1)

    def _close(self, number: int) -> int:
        verb = self.verbs[number]
        self.done = number + 1
        top = self._top()
        if top.modal is None and self._governs(number):
            top.modal = verb
            return verb.last + 1
        top.verb = verb
        after = verb.last + 1
        waiting = sum(1 for clause in self.stack[:-1] if clause.verb is None)
        if top.kind in _EMBEDDED and waiting and not self._goes_on(after, number, waiting):
            while len(self.stack) > 1 and self.stack[-1].verb is not None:
                self.stack.pop()
        return after

    def _complement(self, number: int) -> bool:
        """Whether the verb is what another one wishes: «اگر می‌خواهد … جمع کند»."""
        return self._wished(number) and bool(self.verbs[number].modal)

    def _goes_on(self, after: int, number: int, waiting: int) -> bool:
        """Whether the next verb is inside too, enough verbs being left for those who wait.

        «و» after a verb joins one; a verb of wishing («اگر می‌خواهد …») has one as its complement.
        """
        if len(self.verbs) - number - 1 <= waiting or after >= len(self.keys):
            return False
        if self.keys[after] in self.reader.conjunctions:
            return True
        return self._complement(number + 1)

    def _governs(self, number: int) -> bool:
        """Whether the verb only tells how the next one is meant, which then is the verb of the clause."""
        verbs = self.verbs
        if verbs[number].lemma not in self.reader.modals or number + 1 == len(verbs) or not verbs[number + 1].modal:
            return False
        between = self.keys[verbs[number].last + 1:verbs[number + 1].first]
        return not any(self.reader.signs[key] & (_THAT | _COLON) for key in between)

    def _wished(self, number: int) -> bool:
        """Whether there is such a verb and it tells what is to be, not what is."""
        return number < len(self.verbs) and self.verbs[number].tense == _WISHED
