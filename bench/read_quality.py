"""How well the reader finds verbs, light-verb compounds, objects and subjects, on gold trees.

Usage: python bench/read_quality.py FOLDER [--errors KIND N] [FILE-PART]

FOLDER holds Universal Dependencies trees of Persian (`fa_perdt-ud-dev.conllu.gz` and so on).

A gold verb is a chain of verbal words: participle and auxiliaries, or the future auxiliary and
its stem; it is found when a verb group ends on its last word. Modal words («باید») are no verbs.
A bare participle, which the trees call a verb whether it is finite by ellipsis or not, is neither
asked for nor counted as wrong. A gold compound is a pair of the non-verbal word and the verb
under `compound:lvc`; the Seraji tree hangs «شدن» on its noun as `compound` or `aux:pass`, and
these pairs are counted where the reader finds them and not asked for.

Objects are those marked by «را», subjects those of verbs. One is found when the phrase that the
clauses give holds the gold head under the same verb; for the strict count (heads) the first word
of the phrase that the tree calls a noun, pronoun or the like has to be the gold head. The
clauses are read without the lexicon of actors, which helps with subjects in news.
"""

import argparse
import gzip
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from rasad.language.fold import fold
from rasad.pack import Pack, load_pack
from rasad.stages.read.sentences import Sentence
from rasad.stages.read.verbs import Verb, VerbLexicon

_HEADS = ("NOUN", "PROPN", "PRON", "ADJ", "X")
Pair = tuple[int, int]


@dataclass(slots=True)
class Token:
    """One node of a gold tree, with the index of the written word it is part of."""

    word: int
    form: str
    part: str
    tag: str
    features: str
    head: int
    relation: str

    @property
    def verbal(self) -> bool:
        """True for verbs and auxiliaries, not for modal words."""
        if self.part not in ("VERB", "AUX") or self.tag == "V_MODL":
            return False
        return self.tag != "V_AUX" or "Tense=Fut" in self.features

    @property
    def participle(self) -> bool:
        """True for a participle without a personal ending."""
        marked = "VerbForm=Part" in self.features or self.tag == "V_PASS"
        return marked and self.form.endswith("ه")

    @property
    def future(self) -> bool:
        """True for the auxiliary of the future."""
        return "Tense=Fut" in self.features


@dataclass(slots=True)
class Tree:
    """One gold sentence: its written words and its nodes."""

    name: str
    words: list[str] = field(default_factory=list)
    tokens: list[Token] = field(default_factory=list)


def trees(path: Path) -> Iterator[Tree]:
    """Yields the sentences of a file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        tree, covered = Tree(""), 0
        for line in lines:
            if line.startswith("# sent_id"):
                tree, covered = Tree(line.split()[-1]), 0
            elif not line.strip():
                yield tree
            elif line[0] != "#":
                covered = _add(tree, line.rstrip("\n").split("\t"), covered)


def _add(tree: Tree, cells: list[str], covered: int) -> int:
    """Adds one line to the tree and returns the last node that the current written word covers."""
    if "-" in cells[0]:
        tree.words.append(cells[1])
        return int(cells[0].split("-")[1])
    if int(cells[0]) > covered:
        tree.words.append(cells[1])
    word = len(tree.words) - 1
    tree.tokens.append(
        Token(word, cells[1], cells[3], cells[4], cells[5], int(cells[6]) - 1, cells[7])
    )
    return covered


def gold_verbs(tree: Tree) -> tuple[dict[int, int], set[int]]:
    """Returns the last written word of each verbal word's chain, and the chains that are bare participles."""
    verbal: dict[int, Token] = {}
    for token in tree.tokens:
        if token.verbal:
            verbal[token.word] = token
    ends: dict[int, int] = {}
    for word in sorted(verbal, reverse=True):
        after = verbal.get(word + 1)
        joins = verbal[word].participle or verbal[word].future
        joins |= after is not None and _serves(tree, after, verbal[word])
        ends[word] = ends[word + 1] if joins and word + 1 in ends else word
    bare = {end for end in ends.values() if verbal[end].participle}
    return ends, bare


def _serves(tree: Tree, auxiliary: Token, verb: Token) -> bool:
    """True where a word is the auxiliary of the participle before it."""
    related = auxiliary.relation.startswith("aux") and tree.tokens[auxiliary.head] is verb
    return related and verb.form.endswith("ه")


def gold_compounds(tree: Tree, ends: dict[int, int]) -> tuple[set[Pair], set[Pair]]:
    """Returns the pairs of non-verbal word and verb that must be found, and those that may be."""
    must, may = set(), set()
    for token in tree.tokens:
        head = tree.tokens[token.head] if token.head >= 0 else None
        if head is None:
            continue
        if token.relation == "compound:lvc" and head.word in ends:
            must.add((token.word, ends[head.word]))
        if token.verbal and token.relation in ("compound", "aux:pass") and token.word in ends:
            may.add((head.word, ends[token.word]))
    return must, may


@dataclass(slots=True)
class Tally:
    """True, false and missed findings of one kind."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def line(self) -> str:
        """Returns precision, recall and F1 as text."""
        precision = self.right / max(1, self.right + self.wrong)
        recall = self.right / max(1, self.right + self.missed)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        return f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({self.right + self.missed} gold)"


@dataclass(slots=True)
class Scores:
    """The tallies of one file and the errors behind them."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    errors: list[tuple[str, str, str]] = field(default_factory=list)

    def count(self, kind: str, found: set[Pair], must: set[Pair], may: set[Pair], tree: Tree) -> None:
        """Adds one sentence's findings to the tally of a kind."""
        tally = self.tallies.setdefault(kind, Tally())
        tally.right += len(found & must)
        for pair in sorted(found - must - may):
            tally.wrong += 1
            self.errors.append((kind, "wrong", _shown(tree, pair)))
        for pair in sorted(must - found):
            tally.missed += 1
            self.errors.append((kind, "missed", _shown(tree, pair)))


def _shown(tree: Tree, pair: Pair) -> str:
    first, last = min(pair), max(pair)
    words = tree.words
    marked = [f"[{w}]" if n in pair else w for n, w in enumerate(words)]
    return f"{'+'.join(words[n] for n in dict.fromkeys(pair))}\t{' '.join(marked[max(0, first - 7) : last + 5])}"


def gold_roles(tree: Tree, ends: dict[int, int]) -> tuple[set[Pair], set[Pair]]:
    """Returns the pairs of object marked by «را» and verb, and of subject and verb."""
    marked = {t.head for t in tree.tokens if t.relation == "case" and t.tag in ("POSTP", "CLITIC")}
    objects, subjects = set(), set()
    for at, token in enumerate(tree.tokens):
        head = tree.tokens[token.head] if token.head >= 0 else None
        if head is None or head.word not in ends:
            continue
        if token.relation == "obj" and at in marked:
            objects.add((token.word, ends[head.word]))
        if token.relation.startswith("nsubj"):
            subjects.add((token.word, ends[head.word]))
    return objects, subjects


Phrase = tuple[int, int, int]


def found_roles(pack: Pack, tree: Tree, verbs: list[Verb]) -> tuple[list[Phrase], list[Phrase]]:
    """Returns the phrases (first and last word, verb) that the clauses give for objects and subjects."""
    keys = [fold(word) for word in tree.words]
    places = list(range(len(keys)))
    sentence = Sentence(0, 0, tree.words, keys, places, places)
    objects: list[Phrase] = []
    subjects: list[Phrase] = []
    for clause in pack.clauses.read(keys, verbs):
        if clause.verb is None:
            continue
        roles = pack.roles.find(sentence, clause, {}, frozenset())
        for chunk, phrases in ((roles.object, objects), (roles.subject, subjects)):
            if chunk is not None:
                phrases.append((chunk.first, chunk.last, clause.verb.last))
    return objects, subjects


def covering(phrases: list[Phrase], gold: set[Pair]) -> set[Pair]:
    """Returns for each phrase the gold pair whose head it holds under the same verb, else its own."""
    found = set()
    for first, last, verb in phrases:
        held = sorted(pair for pair in gold if pair[1] == verb and first <= pair[0] <= last)
        found.add(held[0] if held else (first, verb))
    return found


def heads(tree: Tree, phrases: list[Phrase]) -> set[Pair]:
    """Returns the head of each phrase, its first noun, pronoun or the like, with the verb."""
    parts = {token.word: token.part for token in reversed(tree.tokens)}
    found = set()
    for first, last, verb in phrases:
        inside = range(first, last + 1)
        found.add((next((n for n in inside if parts[n] in _HEADS), first), verb))
    return found


def _is_gapped(verb: Verb, tree: Tree) -> bool:
    """True for a verb that stands only in the next conjunct; the trees have no such node."""
    return verb.noun >= 0 and verb.first == verb.noun + 1 and tree.words[verb.last] == "و"


def score(pack: Pack, path: Path) -> Scores:
    """Returns the scores of the reader on one file of trees."""
    scores = Scores()
    for tree in trees(path):
        ends, bare = gold_verbs(tree)
        loose = {(end, end) for end in bare}
        verbs = pack.verbs.groups(tree.words)
        found = {(verb.last, verb.last) for verb in verbs if not _is_gapped(verb, tree)}
        scores.count("verbs", found, {(end, end) for end in ends.values()} - loose, loose, tree)
        pairs, may = gold_compounds(tree, ends)
        must = {pair for pair in pairs if pair[1] not in bare}
        found = {(verb.noun, verb.last) for verb in verbs if verb.noun >= 0 and not _is_gapped(verb, tree)}
        scores.count("compounds", found, must, may | (pairs - must), tree)
        gold, ours = gold_roles(tree, ends), found_roles(pack, tree, verbs)
        for kind, phrases, asked in zip(("objects", "subjects"), ours, gold, strict=True):
            scores.count(kind, covering(phrases, asked), asked, set(), tree)
            scores.count(kind + " (heads)", heads(tree, phrases), asked, set(), tree)
    return scores


def speed(lexicon: VerbLexicon, path: Path) -> float:
    """Returns how many sentences of 25 words are read in a second of one core, the words known already."""
    stream = [word for tree in trees(path) for word in tree.words]
    sentences = [stream[n : n + 25] for n in range(0, len(stream) - 25, 25)]
    for sentence in sentences:
        lexicon.groups(sentence)
    start = time.process_time()
    for sentence in sentences:
        lexicon.groups(sentence)
    return len(sentences) / (time.process_time() - start)


def main() -> None:
    """Prints the scores of every file of trees in a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("part", nargs="?", default="")
    parser.add_argument("--errors", nargs=3, metavar=("KIND", "SIDE", "N"))
    arguments = parser.parse_args()
    pack = load_pack("fa")
    for path in sorted(arguments.folder.glob(f"*{arguments.part or '-'}*.conllu.gz")):
        scores = score(pack, path)
        print(path.name.split(".")[0])
        for kind, tally in scores.tallies.items():
            print(f"  {kind:16} {tally.line()}")
        print(f"  {speed(pack.verbs, path):,.0f} sentences of 25 words a second")
        if arguments.errors:
            _print_errors(scores, *arguments.errors)


def _print_errors(scores: Scores, kind: str, side: str, number: str) -> None:
    errors = [text for k, s, text in scores.errors if (k, s) == (kind, side)]
    counts = Counter(text.split("\t")[0] for text in errors)
    errors.sort(key=lambda text: -counts[text.split("\t")[0]])
    sys.stdout.write("\n".join(errors[: int(number)]) + "\n")


if __name__ == "__main__":
    main()
