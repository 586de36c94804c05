"""What a word does to the noun phrases around it depends on the word alone and is worked out once.

Classes of the grammar tell which words part phrases; how often a word ends or begins a phrase
is counted (`edges.tsv`): where two phrases meet without a sign, the likeliest place is taken.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from rasad.language.fold import fold
from rasad.language.grammar import Grammar
from rasad.language.tables import merged, values

# The bits of a word's kind.
OBJECT, COMMA, MARK, BRACKET, JOIN, QUOTE = (1 << n for n in range(6))
ADVERB, ROUGH, SLOT, HEAD, ASIDE, FUSED = (1 << n for n in range(6, 12))
OPEN, CLOSE, BOUND, WHOLE, COUNT, PARTITIVE, ADJECTIVE, PASSING = (1 << n for n in range(12, 20))
SIGN = OBJECT | COMMA | MARK
SPECIAL = SIGN | JOIN | QUOTE | ADVERB | PASSING | ROUGH | SLOT | HEAD | ASIDE | FUSED

_BITS = {
    "object": OBJECT, "comma": COMMA, "colon": MARK, "stop": MARK, "bracket": MARK | BRACKET, "and": JOIN,
    "open-quote": QUOTE, "close-quote": QUOTE, "complement": HEAD, "object-word": FUSED | CLOSE,
    "but": ASIDE, "must": ASIDE, "maybe-adverb": ASIDE, "whole-phrase": WHOLE | CLOSE, "self": WHOLE | CLOSE,
    "opening": OPEN, "count": COUNT, "demonstrative": BOUND, "partitive": PARTITIVE, "adjective": ADJECTIVE,
}
_WEIGHTS = {"closes": 1.2, "opens": 0.5}  # fitted, as all weights here, on sentences with gold trees
_NEVER, _COMPLETE = -20.0, 2.0
_LOOSE, _OPENING, _OWNER = 0.6, 0.5, -1.5  # a pronoun after a noun mostly tells whose it is
_ENDED = 4  # letters that a word with an ending has at least


@dataclass(frozen=True, slots=True)
class Edges:
    """By word, how it weighs for the end and for the beginning of a noun phrase; zero for the unknown."""

    closes: Mapping[str, float] = field(default_factory=dict)
    opens: Mapping[str, float] = field(default_factory=dict)


def load_edges(*folders: Path) -> Edges:
    """The weights of `edges.tsv`."""
    found: dict[str, dict[str, float]] = {"closes": {}, "opens": {}}
    for row in merged("edges.tsv", *folders):
        weight = float(row["grade"]) * _WEIGHTS[row["edge"]]
        found[row["edge"]].update(dict.fromkeys(map(fold, values(row, "fa")), weight))
    return Edges(found["closes"], found["opens"])


@dataclass(frozen=True, slots=True)
class Word:
    """What a word is (`kind`, bits of this module) and its weights at an edge."""

    kind: int
    closes: float
    opens: float


class RoleWords(dict[str, Word]):
    """The words of one language by key, each worked out when it is first asked for."""

    def __init__(self, grammar: Grammar, edges: Edges) -> None:
        super().__init__()
        self.edges = edges
        self.kinds: dict[str, int] = {}
        for name, bits in _BITS.items():
            for key in grammar[name]:
                self.kinds[key] = self.kinds.get(key, 0) | bits
        self.starts = ((grammar.phrases["adverb"].starts(), ADVERB), (grammar.phrases["aside"].starts(), PASSING),
                       (grammar.phrases["rough-number"].starts(), ROUGH), (grammar.slot_starts, SLOT))
        self.whole, self.loose = tuple(grammar["phrase-ending"]), tuple(grammar["loose-ending"])
        self.opening, self.ezafe = tuple(grammar["opening-ending"]), tuple(grammar["ezafe-ending"])

    def __missing__(self, key: str) -> Word:
        kind = self._kind(key)
        word = self[key] = Word(kind, self._closes(key, kind), self._opens(key, kind))
        return word

    def _kind(self, key: str) -> int:
        kind = self.kinds.get(key, 0)
        for starts, bit in self.starts:
            if key in starts:
                kind |= bit
        if key.isdigit():
            kind |= COUNT | OPEN
        if key.endswith(self.opening):
            kind |= OPEN
        if len(key) >= _ENDED:
            kind |= CLOSE if key.endswith(self.whole) else BOUND if self._bound(key) else 0
        return kind

    def _bound(self, key: str) -> bool:
        """Whether the word ends in an ezafe; «نامه‌ای» only looks like it and does end phrases."""
        return key.endswith(self.ezafe) and self.edges.closes.get(key, _NEVER) <= 0

    def _closes(self, key: str, kind: int) -> float:
        if kind & BOUND:
            return _NEVER
        loose = _LOOSE if not kind & CLOSE and key.endswith(self.loose) else 0.0
        return self.edges.closes.get(key, 0.0) + loose

    def _opens(self, key: str, kind: int) -> float:
        if kind & ADJECTIVE:
            return _NEVER
        if kind & WHOLE:
            return _OWNER
        opens = self.edges.opens.get(key, 0.0)
        return max(opens, 0.0) + _OPENING if kind & OPEN else opens

    def joint(self, before: str, after: str) -> float:
        """How well one phrase ends with the first word and another begins with the second; 0 is even."""
        a, b = self[before], self[after]
        return a.closes + b.opens + (_COMPLETE if a.kind & CLOSE else 0.0)
