"""A quotation runs from its opening mark to its closing one, or to the end of its paragraph.

A closing mark that nothing opened is no mark; a mark inside another kind of quotation is part of it.
One that is not closed in its paragraph goes on in the next, where that one closes it first.
"""

from bisect import bisect_right
from collections.abc import Sequence

from rasad.language.grammar import Grammar
from rasad.stages.read.sentences import Sentence

_FAR = 6  # paragraphs at most that a quotation runs on without a mark


class Quotations:
    """The quotations of one paragraph as (opening, closing) offsets of their marks, in order."""

    def __init__(self, paragraph: Sequence[Sentence], grammar: Grammar, *, inside: bool = False) -> None:
        self.spans: list[tuple[int, int]] = []
        self.unclosed, self.inside = False, inside
        opening, closing = grammar["open-quote"], grammar["close-quote"]
        start, mark = (paragraph[0].start - 1, "") if inside else (-1, "")
        within = inside
        for sentence in paragraph:
            if (closing if within else opening).isdisjoint(sentence.keys):
                continue
            for key, offset in zip(sentence.keys, sentence.starts, strict=True):
                if not within:
                    if key in opening:
                        start, mark, within = offset, key, True
                elif key in closing and (key not in opening or key == mark):
                    self.spans.append((start, offset))
                    within = False
        if within and start < paragraph[-1].starts[-1]:  # a mark without words after it opens nothing
            self.unclosed = True
            self.spans.append((start, paragraph[-1].end))
        self._starts = [a for a, _ in self.spans]

    def around(self, offset: int) -> tuple[int, int] | None:
        """The quotation that the offset lies in, or None."""
        k = bisect_right(self._starts, offset) - 1
        if k >= 0 and self.spans[k][0] <= offset < self.spans[k][1]:
            return self.spans[k]
        return None

    def opening_at(self, offset: int) -> tuple[int, int] | None:
        """The quotation whose opening mark stands at the offset."""
        k = bisect_right(self._starts, offset) - 1
        return self.spans[k] if k >= 0 and self.spans[k][0] == offset else None


def quotations(paragraphs: Sequence[Sequence[Sentence]], grammar: Grammar) -> list[Quotations]:
    """The quotations of each paragraph of a report."""
    out: list[Quotations] = []
    for number, paragraph in enumerate(paragraphs):
        inside = bool(out) and out[-1].unclosed and _closes(paragraphs[number:number + _FAR], grammar)
        out.append(Quotations(paragraph, grammar, inside=inside))
    return out


def _closes(paragraphs: Sequence[Sequence[Sentence]], grammar: Grammar) -> bool:
    """Whether the first mark from here on is one that closes only."""
    opening, closing = grammar["open-quote"], grammar["close-quote"]
    marks = (key for paragraph in paragraphs for sentence in paragraph for key in sentence.keys
             if key in closing or key in opening)
    first = next(marks, "")
    return bool(first) and first not in opening
