"""The verb groups of one sentence: which words are verbs where they stand, and what they say.

Invariant: groups come left to right, do not overlap, and each holds one main verb with all its
auxiliaries. A word that could be a noun is a verb only where its neighbours let it be one.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from rasad.stages.read.group_grammar import Group, GroupGrammar, group_of
from rasad.stages.read.participles import Participles
from rasad.stages.read.verb_words import (
    ASPECT,
    FINITE,
    FUTURE,
    INFINITIVE,
    MODAL,
    PARTICIPLE,
    PREFIX,
    Entry,
)

_Reader = Callable[[int, int, Entry], Group | None]
_TAKES_NOUN = (FINITE, PARTICIPLE, INFINITIVE, FUTURE, ASPECT)
_COMPOSED = {
    "present": "perfect",
    "past": "pluperfect",
    "perfect": "pluperfect",
    "subjunctive": "subjunctive",
}


def read_groups(
    grammar: GroupGrammar, words: Sequence[str], entries: Sequence[Entry | None]
) -> list[Group]:
    """Returns the groups of a sentence, forms that make no clause included."""
    return _Sentence(grammar, words, entries).groups()


_ASKED = 12  # words from «از» to the verb that asks


class _Sentence:
    """One sentence while it is read."""

    def __init__(
        self, grammar: GroupGrammar, words: Sequence[str], entries: Sequence[Entry | None]
    ) -> None:
        self.grammar = grammar
        self.words = words
        self.entries = entries
        self.size = len(words)
        self._bare = Participles(grammar, words, entries, self._read)
        self._readers: dict[int, _Reader] = {
            FINITE: self._finite,
            PARTICIPLE: self._participle,
            INFINITIVE: self._infinitive,
            FUTURE: self._future,
            ASPECT: self._apart,
            PREFIX: self._prefixed,
        }

    def groups(self) -> list[Group]:
        found: list[Group] = []
        after = 0
        for at in [at for at, entry in enumerate(self.entries) if entry is not None and entry.kind != MODAL]:
            if at < after:
                continue
            size = self._paired(at)
            group = self._read(at) if not size else None
            after = at + size
            if group is not None:
                found.append(group)
                after = group.last + 1
        return found

    def _paired(self, at: int) -> int:
        """Returns how many words from here on are one noun («رفت و آمد»), 0 for none."""
        grammar = self.grammar
        if self.words[at] not in grammar.pair_starts:
            return 0
        sizes = (3, 2)
        return next((n for n in sizes if tuple(self.words[at : at + n]) in grammar.pairs), 0)

    def _entry(self, at: int) -> Entry | None:
        return self.entries[at] if at < self.size else None

    def _word(self, at: int) -> str:
        """Returns the word at an index, nothing outside the sentence."""
        return self.words[at] if 0 <= at < self.size else ""

    def _read(self, at: int) -> Group | None:
        entry = self._entry(at)
        if entry is None or entry.kind == MODAL:
            return None
        return self._readers[entry.kind](at, at, entry)

    def _infinitive(self, first: int, last: int, entry: Entry) -> Group:
        return group_of(first, last, entry, "infinitive", finite=False)

    def _finite(self, first: int, last: int, entry: Entry) -> Group | None:
        if entry.weak and not self._may_be_verb(first, last, entry.lemma):
            return None
        group = group_of(first, last, entry, "")
        if group.lemma in self.grammar.progressive and group.tense in ("present", "past"):
            return self._progressive(group) or group
        return group

    def _progressive(self, auxiliary: Group) -> Group | None:
        """Returns the group of «دارد می‌رود», where the verb follows at once in the same person."""
        main = self._read(auxiliary.last + 1)
        if main is None or (main.person, main.plural) != (auxiliary.person, auxiliary.plural):
            return None
        wanted = "present" if auxiliary.tense == "present" else "imperfect"
        if main.tense != wanted or main.lemma in self.grammar.progressive | self.grammar.copulas:
            return None
        return main._replace(first=auxiliary.first, tense="progressive")

    def _future(self, at: int, _last: int, entry: Entry) -> Group | None:
        will = group_of(at, at, entry, "present")
        stem = self._stem(at + 1)
        if stem is None:
            return None if entry.prefix else will
        future = stem._replace(
            first=at,
            tense="future",
            person=will.person,
            plural=will.plural,
            negated=will.negated,
        )
        return self._with_prefix(future, entry.prefix) if entry.prefix else future

    def _stem(self, at: int) -> Group | None:
        """Returns the short infinitive at a place, with a prefix that stands apart."""
        entry = self._entry(at)
        last = at
        if entry is not None and entry.kind == PREFIX and at + 1 < self.size:
            entry = self.grammar.combined(entry.word, self.words[at + 1])
            last = at + 1
        if entry is None or entry.stem is None:
            return None
        return group_of(at, last, replace(entry, reading=entry.stem), "past")

    def _apart(self, at: int, _last: int, entry: Entry) -> Group | None:
        """Returns the group of a verb whose aspect marker stands as a word of its own."""
        whole = self.grammar.combined(entry.word, self._word(at + 1))
        if whole is None or whole.kind != FINITE:
            return None
        return self._finite(at, at + 1, replace(whole, weak=False))

    def _prefixed(self, at: int, _last: int, entry: Entry) -> Group | None:
        """Returns the group of a verb whose prefix stands as a word of its own."""
        after = self._entry(at + 1)
        if after is None or after.kind == PREFIX:
            return None
        if after.kind not in (FINITE, PARTICIPLE, INFINITIVE):
            return self._prefixed_group(at, entry)
        whole = self.grammar.combined(entry.word, self.words[at + 1])
        if whole is None or whole.kind != after.kind:
            return None
        return self._readers[whole.kind](at, at + 1, replace(whole, weak=False))

    def _prefixed_group(self, at: int, entry: Entry) -> Group | None:
        """Returns the group of a prefix before «خواهد» or a marker of its own («بر می گردد»)."""
        inner = self._read(at + 1)
        return whole._replace(first=at) if (whole := self._with_prefix(inner, entry.word)) else None

    def _with_prefix(self, group: Group | None, prefix: str) -> Group | None:
        """Returns the group as one of the prefixed verb, or nothing where there is no such verb."""
        root = self.grammar.root(prefix + group.lemma) if group else None
        if group is None or root is None or root.prefix != prefix:
            return None
        return group._replace(lemma=root.lemma, transitive=root.transitive)

    def _participle(self, first: int, last: int, entry: Entry) -> Group | None:
        after = self._entry(last + 1)
        bare = group_of(first, last, entry, "adjective", finite=False)
        person = self.grammar.clitics.get(self._word(last + 1))
        if person is not None and (after is None or after.kind != FINITE):
            ended = bare._replace(last=last + 1, tense="perfect", finite=True)
            return ended._replace(person=person.person, plural=person.plural)
        if after is not None:
            if self._is_auxiliary(after):
                return self._composed(bare, last + 1)
            if after.kind in (FUTURE, ASPECT) or after.lemma in self.grammar.passives:
                passive = self._passive(bare, last + 1)
                if passive is not None:
                    return passive
        return self._bare.gapped(bare) or self._bare.decide(bare, weak=entry.weak)

    def _is_auxiliary(self, entry: Entry) -> bool:
        """True for the forms of «be» that make a perfect, not for «هست» and «نیست»."""
        if entry.lemma not in self.grammar.copulas or entry.reading is None:
            return False
        plain = entry.reading.form.form == "present"
        return not plain or entry.word in self.grammar.perfect_auxiliaries

    def _composed(self, participle: Group, at: int) -> Group:
        """Returns the perfect, pluperfect or perfect subjunctive that ends in a form of «be»."""
        auxiliary = self._read(at)
        if auxiliary is None or auxiliary.tense in ("infinitive", "adjective"):
            return participle._replace(tense="perfect", finite=True)
        return participle._replace(
            last=auxiliary.last,
            tense=_COMPOSED.get(auxiliary.tense, "perfect"),
            person=auxiliary.person,
            plural=auxiliary.plural,
            negated=participle.negated or auxiliary.negated,
            finite=True,
        )

    def _passive(self, participle: Group, at: int) -> Group | None:
        auxiliary = self._read(at)
        if auxiliary is None or auxiliary.lemma not in self.grammar.passives:
            return None
        if not participle.transitive:
            return None
        passive = auxiliary._replace(
            first=participle.first,
            lemma=participle.lemma,
            negated=participle.negated or auxiliary.negated,
            passive=True,
            transitive=True,
        )
        last = self.entries[auxiliary.last]
        if auxiliary.last == at and last is not None and last.kind == PARTICIPLE:
            bare = passive._replace(tense="adjective", finite=False)
            return self._bare.decide(bare, weak=False)
        return passive

    def _may_be_verb(self, first: int, last: int, lemma: str) -> bool:
        """True where the neighbours of an ambiguous word let it be a verb."""
        before, after = self._word(first - 1), self._entry(last + 1)
        if before and self.grammar.known(before, lemma):
            return True
        if after is not None and after.kind in _TAKES_NOUN:
            return False
        if before in self.grammar.marks:
            return True
        asked = self.grammar.asks.get(lemma)
        near = self.words[max(0, first - _ASKED):first - 1]
        if asked and before and before not in self.grammar.blocked and asked in near:
            return True  # «از X خواست» with what was asked right after it
        if not before or before in self.grammar.blocked or before.isnumeric():
            return False
        if self.words[last] in self.grammar.commands:
            return False
        return last + 1 == self.size or self.words[last + 1] in self.grammar.boundary
