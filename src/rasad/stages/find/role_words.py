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

OBJECT, COMMA, MARK, JOIN, ADVERB, SLOT, HEAD, ASIDE, OPEN, CLOSE, WHOLE, COUNT, ADJECTIVE, FUSED, QUOTE, BOUND, PARTITIVE, BRACKET, ROUGH = (
    1 << n for n in range(19))
SPECIAL = OBJECT | COMMA | MARK | JOIN | ADVERB | SLOT | HEAD | ASIDE | FUSED | QUOTE | ROUGH

_WEIGHTS = {"closes": 1.2, "opens": 0.5}
_NEVER = -20.0
_LOOSE, _OPENING, _OWNER = 0.6, 0.5, -1.5  # a pronoun after a noun mostly tells whose it is
_PARTS = (("object", OBJECT), ("comma", COMMA), ("colon", MARK), ("stop", MARK), ("bracket", MARK | BRACKET), ("and", JOIN),
          ("open-quote", QUOTE), ("close-quote", QUOTE), ("complement", HEAD), ("but", ASIDE), ("must", ASIDE),
          ("maybe-adverb", ASIDE), ("whole-phrase", WHOLE | CLOSE), ("self", WHOLE | CLOSE), ("object-word", FUSED | CLOSE),
          ("opening", OPEN), ("count", COUNT), ("demonstrative", BOUND), ("partitive", PARTITIVE), ("adjective", ADJECTIVE))


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
        self.edges = edges
        self.kinds: dict[str, int] = {}
        for name, bit in _PARTS:
            for key in grammar.classes.get(name, ()):
                self.kinds[key] = self.kinds.get(key, 0) | bit
        for starts, bit in ((grammar.phrases["adverb"].starts(), ADVERB), (grammar.phrases["aside"].starts(), ADVERB),
                            (grammar.phrases["rough-number"].starts(), ROUGH), (grammar.slot_starts, SLOT)):
            for key in starts:
                self.kinds[key] = self.kinds.get(key, 0) | bit
        self.closing = tuple(grammar.classes.get("phrase-ending", ()))
        self.loose = tuple(grammar.classes.get("loose-ending", ()))
        self.ezafe = tuple(grammar.classes.get("ezafe-ending", ()))
        self.opening = tuple(grammar.classes.get("opening-ending", ()))

    def __missing__(self, key: str) -> Word:
        kind = self.kinds.get(key, 0)
        if key.isdigit():
            kind |= COUNT | OPEN
        closes, opens = self.edges.closes.get(key, 0.0), self.edges.opens.get(key, 0.0)
        if len(key) > 3 and key.endswith(self.closing):  # noqa: PLR2004 - shorter words have no ending
            kind |= CLOSE
        elif key.endswith(self.loose):
            closes += _LOOSE
        if key.endswith(self.opening) or kind & OPEN:
            opens = max(opens, 0.0) + _OPENING
        if kind & BOUND or (len(key) > 3 and key.endswith(self.ezafe)):  # noqa: PLR2004
            kind, closes = kind | BOUND, _NEVER
        if kind & ADJECTIVE:
            opens = _NEVER
        if kind & WHOLE:
            opens = _OWNER
        word = self[key] = Word(kind, closes, opens)
        return word

    def joint(self, before: str, after: str) -> float:
        """How well one phrase ends with the first word and another begins with the second; 0 is even."""
        a, b = self[before], self[after]
        return a.closes + b.opens + (2.0 if a.kind & CLOSE else 0.0)
