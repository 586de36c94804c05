"""One pass over a text finds every change that makes it readable.

Invariant: the edits are in order, do not overlap, and touch blanks, half-spaces and
invisible marks only (and a stray letter at the end of a line); letters and digits stay.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from rasad.stages.repair import gaps
from rasad.stages.repair.forms import Forms
from rasad.stages.repair.joins import Joins
from rasad.stages.repair.letters import HALF_SPACE, NO_BREAK, SEVERAL_HALF_SPACES, UNSEEN, WORD
from rasad.stages.repair.offsets import Edit
from rasad.stages.repair.words import WordList

_MEMORY = 200_000  # words, pairs and gaps remembered before the memory starts anew
_TAGS = frozenset("#@_")
_STOPS = frozenset(".!\u061f\u00bb\u2026")


@dataclass(frozen=True, slots=True)
class _Word:
    """What is to be known of a word wherever it stands."""

    text: str
    changes: tuple[Edit, ...]  # offsets from the beginning of the word
    opens: bool  # may be joined to the word after it
    closes: bool  # may be joined to the word before it
    ends_triple: bool
    lone: bool  # a single letter


class Mender:
    """The memory of one word list: each word, pair and gap is worked out once."""

    __slots__ = ("_closing", "_forms", "_gaps", "_joins", "_opening", "_pairs", "_seen", "_thirds", "_words")

    def __init__(self, words: WordList) -> None:
        self._words = words
        self._forms = Forms(words)
        self._joins = Joins(words, self._forms)
        self._seen: dict[str, _Word | None] = {}
        self._pairs: dict[tuple[str, str, bool], str] = {}
        self._gaps: dict[tuple[str, str, str], str] = {}
        self._opening = words["verb-prefix"] | words["first"]
        self._closing = (
            words["loose-ending"] | words["participle-ending"] | words["heh-ending"] | words["second"]
            | {pair[1] for pair in words.pairs}
        )
        self._thirds = {triple[2] for triple in words.triples}

    def edits(self, text: str) -> list[Edit]:
        """Return the changes `text`, its letters folded already, needs."""
        found: list[Edit] = []
        seen, plain = self._seen, " "
        before: _Word | None = None
        raw_before = ""
        two_before, two_end = "", 0
        end = 0
        for match in WORD.finditer(text):
            raw, start = match.group(), match.start()
            try:
                word = seen[raw]
            except KeyError:
                word = self._learn(raw)
            gap = text[end:start]
            if gap != plain or (word is not None and word.closes) or (before is not None and before.opens):
                here = word.text if word else raw
                there = before.text if before else raw_before
                if word is not None and word.ends_triple and self._is_triple(two_before, there, here, text[two_end:start]):
                    while found and found[-1].start >= two_end:
                        found.pop()
                    found.extend(self._triple(text, two_end, end, start, raw_before))
                else:
                    found.extend(self._gap(text, there, here, end, start))
            if word is not None:
                if word.changes and not self._tagged(text, start, match.end()):
                    found.extend(Edit(start + c.start, start + c.end, c.after, c.kind) for c in word.changes)
                elif word.lone and self._stray(text, start, match.end()):
                    found.append(Edit(start, match.end(), "", "stray"))
            two_before, two_end = (before.text if before else raw_before), end
            before, raw_before, end = word, raw, match.end()
        if end < len(text):
            found.extend(self._gap(text, before.text if before else raw_before, "", end, len(text)))
        return found

    def _learn(self, raw: str) -> _Word | None:
        if len(self._seen) > _MEMORY:
            self._seen.clear()
        word = self._examined(raw)
        self._seen[raw] = word
        return word

    def _examined(self, raw: str) -> _Word | None:
        clean = SEVERAL_HALF_SPACES.sub(HALF_SPACE, UNSEEN.sub("", raw)).strip(HALF_SPACE)
        text = clean if HALF_SPACE in clean else self._forms.mend(clean)
        first, last = text.replace(HALF_SPACE, " ").split(" ", 1)[0], text.replace(HALF_SPACE, " ").rsplit(" ", 1)[-1]
        word = _Word(
            text, tuple(_changes(raw, text)), last in self._opening, first in self._closing, text in self._thirds, len(raw) == 1
        )
        plain = not (word.changes or word.opens or word.closes or word.ends_triple or word.lone)
        return None if plain else word

    def _gap(self, text: str, before: str, after: str, start: int, end: int) -> Iterator[Edit]:
        gap = text[start:end]
        if before and after and gaps.is_blank(gap) and not self._tagged(text, start - len(before), end + len(after)):
            instead = self._between(before, after, NO_BREAK in gap and len(gap) == 1)
        else:
            instead = self._around(before, gap, after)
        if instead != gap:
            yield from _blank_edits(gap, instead, start)

    def _between(self, before: str, after: str, hinted: bool) -> str:
        key = (before, after, hinted)
        if key not in self._pairs:
            if len(self._pairs) > _MEMORY:
                self._pairs.clear()
            self._pairs[key] = self._joins.between(before, after, hinted=hinted)
        return self._pairs[key]

    def _around(self, before: str, gap: str, after: str) -> str:
        key = (before[:3], gap, after[:3])
        if key not in self._gaps:
            if len(self._gaps) > _MEMORY:
                self._gaps.clear()
            self._gaps[key] = gaps.mended(before, gap, after)
        return self._gaps[key]

    def _is_triple(self, first: str, second: str, third: str, between: str) -> bool:
        if (first, second, third) not in self._words.triples:
            return False
        return gaps.is_blank(between.replace(second, "", 1))

    def _triple(self, text: str, one: int, two: int, three: int, second: str) -> Iterator[Edit]:
        start = two - len(second)
        joined = self._words.triples
        del joined
        yield from _blank_edits(text[one:start], HALF_SPACE, one)
        yield from _blank_edits(text[two:three], HALF_SPACE, two)

    @staticmethod
    def _tagged(text: str, start: int, end: int) -> bool:
        return (start > 0 and text[start - 1] in _TAGS) or (end < len(text) and text[end] == "_")

    @staticmethod
    def _stray(text: str, start: int, end: int) -> bool:
        if end < len(text) and text[end] != "\n":
            return False
        head = text[:start].rstrip(" " + NO_BREAK) if start < 40 else text[start - 40 : start].rstrip(" " + NO_BREAK)
        return head != text[max(0, start - 40) : start] and head[-1:] in _STOPS


def _changes(raw: str, clean: str) -> Iterator[Edit]:
    """Yield how `raw` becomes `clean`, which differs in half-spaces, blanks and unseen marks only."""
    at = 0
    for char in clean:
        if at < len(raw) and raw[at] == char:
            at += 1
        elif char in (HALF_SPACE, " "):
            if at < len(raw) and UNSEEN.fullmatch(raw[at]):
                yield Edit(at, at + 1, char, "half-space" if char == HALF_SPACE else "space")
                at += 1
            else:
                yield Edit(at, at, char, "half-space" if char == HALF_SPACE else "space")
        else:
            while raw[at] != char:
                yield Edit(at, at + 1, "", "half-space" if raw[at] == HALF_SPACE else "mark")
                at += 1
            at += 1
    for rest in range(at, len(raw)):
        yield Edit(rest, rest + 1, "", "half-space" if raw[rest] == HALF_SPACE else "mark")


def _blank_edits(gap: str, instead: str, start: int) -> Iterator[Edit]:
    """Yield how `gap` becomes `instead`, which differs in blanks and half-spaces only."""
    kind = "half-space" if HALF_SPACE in instead else "space"
    blanks = (" ", NO_BREAK)
    at = 0
    for char in instead:
        if at < len(gap) and gap[at] == char:
            at += 1
        elif char in (HALF_SPACE, " "):
            replaced = at < len(gap) and gap[at] in blanks
            yield Edit(start + at, start + at + replaced, char, kind)
            at += replaced
        else:
            skipped = at
            while gap[at] != char:
                at += 1
            yield Edit(start + skipped, start + at, "", kind)
            at += 1
    if at < len(gap):
        yield Edit(start + at, start + len(gap), "", kind)
