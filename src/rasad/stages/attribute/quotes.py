"""A quotation runs from its opening mark to its closing one, or to the end of its paragraph.

A closing mark that nothing opened is no mark; a mark inside another kind of quotation is part of it.
"""

from bisect import bisect_right
from collections.abc import Sequence

from rasad.language.grammar import Grammar
from rasad.stages.read.sentences import Sentence


class Quotations:
    """The quotations of one paragraph as (opening, closing) offsets of their marks, in order."""

    def __init__(self, paragraph: Sequence[Sentence], grammar: Grammar) -> None:
        self.spans: list[tuple[int, int]] = []
        self.unclosed = False
        opening, closing = grammar["open-quote"], grammar["close-quote"]
        start, mark = -1, ""
        for sentence in paragraph:
            for key, offset in zip(sentence.keys, sentence.starts, strict=True):
                if start < 0:
                    if key in opening:
                        start, mark = offset, key
                elif key in closing and (key not in opening or key == mark):
                    self.spans.append((start, offset))
                    start = -1
        if start >= 0:
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
