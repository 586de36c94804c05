"""Every word of the repaired text belongs to exactly one sentence, in order, with its place in the text.

A sentence ends at a full stop, a question or exclamation mark, the end of the line, or, where
nothing ends it, after 300 words; a line is a paragraph, unless the text was broken at a margin.
Words inside boilerplate belong to no sentence.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, compress

from rasad.language.fold import Folds
from rasad.language.grammar import Grammar

_WORD = re.compile(r"([\w\u200c\u200d\u064b-\u065f\u0670]+|[^\w\s])")
_FOLDS = Folds()
_HALF_SPACE = "\u200c"
_LINES, _MARGIN = 6, 110  # a text broken at a margin has so many lines at least, none longer than this
_FULL, _MOST = 0.8, 0.6  # the share of the longest line that a full one has, and of the lines that break in a phrase
_POINT, _POINTED = ".", 3  # more words than these, points with them, are letters also where blanks stand between
_LONGEST = 300  # words from which on a sentence is cut: lists and text without any stop


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words with their folds (`keys`) and their offsets in the repaired text."""

    number: int
    paragraph: int
    words: list[str]
    keys: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.words)

    @property
    def start(self) -> int:
        """Where the first word begins."""
        return self.starts[0]

    @property
    def end(self) -> int:
        """Where the last word ends."""
        return self.ends[-1]


def sentences(text: str, skip: Sequence[tuple[int, int]], grammar: Grammar) -> list[Sentence]:
    """The sentences of the repaired text; nothing inside the stretches `skip` (sorted) is read."""
    out: list[Sentence] = []
    start, paragraph, n = 0, 0, len(text)
    stops = grammar["stop"]
    width = _wrapped(text, stops)
    while start < n:
        stop = _line_end(text, start)
        while width and stop < n and stop - text.rfind("\n", 0, stop) > width and text[stop - 1] not in stops:
            stop = _line_end(text, stop + 1)
        if stop > start:
            for part in _split(_spelled(_words(text, start, stop, skip), grammar["spelled-letter"]), stops):
                out.append(Sentence(len(out), paragraph, *part))
            paragraph += 1
        start = stop + 1
    return out


def _line_end(text: str, start: int) -> int:
    stop = text.find("\n", start)
    return len(text) if stop < 0 else stop


def _wrapped(text: str, stops: frozenset[str]) -> int:
    """The length from which on a line goes on with the next, where the text was broken at a margin; else 0."""
    if text.count("\n") + 1 < _LINES:
        return 0
    lines = [line.rstrip() for line in text.split("\n") if line.strip()]
    longest = max(map(len, lines), default=0)
    full = [line for line in lines if len(line) > _FULL * longest]
    broken = [line for line in full if line[-1] not in stops and line[-1].isalpha()]
    if len(lines) < _LINES or longest > _MARGIN or len(broken) < _MOST * len(lines):
        return 0
    return int(_FULL * longest)


_Words = tuple[list[str], list[str], list[int], list[int]]


def _words(text: str, start: int, stop: int, skip: Sequence[tuple[int, int]]) -> _Words:
    parts = _WORD.split(text[start:stop])  # what stands between words and words, by turns
    edges = list(accumulate(map(len, parts), initial=start))
    words, starts, ends = parts[1::2], edges[1:-1:2], edges[2:-1:2]
    barred = [(a, b) for a, b in skip if a < stop and b > start] if skip else []
    if barred:
        kept = [not any(a < y and x < b for x, y in barred) for a, b in zip(starts, ends, strict=True)]
        words = list(compress(words, kept))
        starts, ends = list(compress(starts, kept)), list(compress(ends, kept))
    return words, list(map(_FOLDS.__getitem__, words)), starts, ends


def _spelled(line: _Words, letters: frozenset[str]) -> _Words:
    """The words, with letters spelled out with points between them made one word: «بی.بی.سی»."""
    keys = line[1]
    if _POINT not in keys[:-1]:
        return line
    runs = [(i, j) for i, j in _runs(keys, letters) if j - i > _POINTED or _unbroken(line, i, j)]
    if not runs:
        return line
    words, starts, ends = list(line[0]), list(line[2]), list(line[3])
    for i, j in reversed(runs):
        words[i:j] = [_HALF_SPACE.join(words[i:j:2])]
        starts[i + 1:j] = []
        ends[i:j - 1] = []
    return words, [_FOLDS[word] for word in words], starts, ends


def _runs(keys: list[str], letters: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The stretches of words that are letters with a point between each two."""
    i, n = 0, len(keys)
    while i < n:
        j = i + 1
        while j + 1 < n and keys[j] == _POINT and keys[j + 1] in letters and keys[i] in letters:
            j += 2
        if j > i + 1:
            yield i, j
        i = j


def _unbroken(line: _Words, i: int, j: int) -> bool:
    """Whether no blank stands in a stretch of words."""
    return all(line[3][k] == line[2][k + 1] for k in range(i, j - 1))


def _split(line: _Words, stops: frozenset[str]) -> Iterator[_Words]:
    words, keys, starts, ends = line
    begin, n = 0, len(words)
    for i, key in enumerate(keys[:-1]):
        if (key in stops and not _inside(keys, starts, ends, i, stops)) or i - begin >= _LONGEST:
            end = i + 1
            yield words[begin:end], keys[begin:end], starts[begin:end], ends[begin:end]
            begin = end
    if begin < n:
        yield words[begin:], keys[begin:], starts[begin:], ends[begin:]


def _inside(keys: list[str], starts: list[int], ends: list[int], i: int, stops: frozenset[str]) -> bool:
    """Whether the stop at `i` is no end: a decimal point, one of several marks, or before a closing mark."""
    if keys[i + 1] in stops:
        return True
    joined = ends[i] == starts[i + 1]
    if joined and keys[i + 1] in "»”\"'’)":
        return True
    return joined and i > 0 and keys[i - 1].isdigit() and keys[i + 1].isdigit()
