"""What a participle without its auxiliary is: a verb, a link of a chain, an adjective or a noun.

Invariant: the answer rests on the words around the participle, and a participle after a number,
a determiner or a preposition is always a noun.
"""

from collections.abc import Callable, Sequence

from rasad.stages.read.group_grammar import Group, GroupGrammar
from rasad.stages.read.verb_words import FINITE, FUTURE, PARTICIPLE, Entry

_GAP = 14


class Participles:
    """The bare participles of one sentence; `read` gives the group at a place."""

    def __init__(
        self,
        grammar: GroupGrammar,
        words: Sequence[str],
        entries: Sequence[Entry | None],
        read: Callable[[int], Group | None],
    ) -> None:
        self._grammar = grammar
        self._words = words
        self._entries = entries
        self._read = read

    def decide(self, group: Group, *, weak: bool) -> Group | None:
        """Returns the group of a bare participle, or nothing for a noun.

        The perfect by ellipsis has its tense, a link of a chain tense `participle`, and what
        modifies a noun tense `adjective`.
        """
        grammar = self._grammar
        before, after = self._around(group)
        if grammar.bars(before) or not (before or group.passive):
            return None
        backed = before in grammar.marks or grammar.known(before, group.lemma)
        backed = backed or (weak and after in grammar.joins and grammar.opened(self._words, group.first, group.lemma))
        says = group.lemma in grammar.says or before in grammar.said
        if weak and not backed and not says:
            return self._unbacked(group, after)
        if self._modifies(group, after, says=says):
            return group
        closed = not after or after in grammar.stops
        if after in grammar.joins and not (says and closed) and self._goes_on(group.last + 1):
            return group._replace(tense="participle")
        return _perfect(group)

    def _modifies(self, group: Group, after: str, *, says: bool) -> bool:
        """True where the participle is an adjective: its noun phrase or sentence goes on after it."""
        grammar = self._grammar
        if group.lemma in grammar.never_adjectives:
            return False
        before = self._words[group.first - 1] if group.first else ""
        if says and (group.lemma not in grammar.passives or before in grammar.claims) and after not in grammar.joins:
            return False
        if after in grammar.that:
            return not says and group.lemma in grammar.passives
        return bool(after) and after not in grammar.stops and after not in grammar.joins

    def gapped(self, group: Group) -> Group | None:
        """Returns the passive whose auxiliary stands only in the next conjunct, or nothing.

        «ده نفر کشته و سه نفر زخمی شدند»: the first group takes the tense of the second.
        """
        grammar = self._grammar
        before, after = self._around(group)
        if after not in grammar.joins or not before or grammar.bars(before):
            return None
        if not group.transitive or grammar.light(group.lemma):
            return None
        auxiliary = self._next_clause(group.last + 2)
        if auxiliary is None or not (auxiliary.lemma in grammar.passives or auxiliary.passive):
            return None
        return auxiliary._replace(
            first=group.first,
            last=group.last,
            lemma=group.lemma,
            passive=True,
            transitive=True,
        )

    def _around(self, group: Group) -> tuple[str, str]:
        """Returns the words before and after a group, nothing at the ends of the sentence."""
        first, last = group.first, group.last + 1
        before = self._words[first - 1] if first else ""
        return before, self._words[last] if last < len(self._words) else ""

    def _unbacked(self, group: Group, after: str) -> Group | None:
        """A participle that is often a noun: a verb only at the end of its sentence."""
        if not self._grammar.light(group.lemma):
            return None
        return group if after and after not in self._grammar.ends else _perfect(group)

    def _next_clause(self, start: int) -> Group | None:
        """Returns the first finite group from a place on, not across «که» and not far away."""
        for at in range(start, min(len(self._words), start + _GAP)):
            entry = self._entries[at]
            if self._words[at] in self._grammar.that:
                return None
            if entry is not None and entry.kind in (FINITE, FUTURE, PARTICIPLE):
                group = self._read(at)
                if group is not None and group.finite:
                    return group
        return None

    def _goes_on(self, start: int) -> bool:
        """True where a later verb can complete a chain of participles."""
        return any(
            entry is not None
            and entry.kind in (FINITE, FUTURE)
            and not (entry.weak and not self._grammar.known(self._words[at - 1], entry.lemma))
            for at, entry in enumerate(self._entries[start:], start)
        )


def _perfect(group: Group) -> Group:
    return group._replace(tense="perfect", finite=True)
