"""One pass over a text finds every change that makes it readable.

Invariant: the edits are in order, do not overlap, and touch blanks, half-spaces and
invisible marks only (and a stray letter at the end of a line); letters and digits stay.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from rasad.stages.repair import gaps
from rasad.stages.repair.changes import gap_changes, word_changes
from rasad.stages.repair.forms import forms_of
from rasad.stages.repair.joins import Joins, first_part, last_part
from rasad.stages.repair.letters import HALF_SPACE, NO_BREAK, SEVERAL_HALF_SPACES, UNSEEN, UNSEEN_BETWEEN, WORD
from rasad.stages.repair.offsets import Edit
from rasad.stages.repair.words import WordList

_MEMORY = 200_000  # words, pairs and gaps remembered before the memory starts anew
_TAGS = frozenset("#@_")
_PARTING = frozenset("!\u061f\u00bb")  # after these a blank is put in anyhow
_STOPS = frozenset(".!\u061f\u00bb\u2026")
_CLOSING = (
    "loose-ending", "participle-ending", "heh-ending", "loose-heh-ending", "loose-yeh-ending", "second", "second-glued",
)
_JOINED = frozenset(("", HALF_SPACE))
_INITIAL = 3  # the most letters of one spelt-out initial, as in «سی.ان.ان»
_REACH = 40  # how far back of a stray letter the end of the sentence is looked for


@dataclass(frozen=True, slots=True)
class _Word:
    """What is to be known of a word wherever it stands."""

    text: str
    length: int  # as it was written
    changes: tuple[Edit, ...] = ()  # offsets from the beginning of the word
    opens: bool = False  # may be joined to the word after it
    closes: bool = False  # may be joined to the word before it
    ends_triple: bool = False
    is_lone: bool = False  # a single letter
    is_plain: bool = True  # nothing to do inside it
    head: str = ""  # its first part
    tail: str = ""  # its last part


_NOTHING = _Word("", 0)


class Mender:
    """The memory of one word list: each word, pair and gap is worked out once."""

    __slots__ = ("_closing", "_forms", "_gaps", "_joins", "_opening", "_pairs", "_seen", "_thirds", "_words")

    def __init__(self, words: WordList) -> None:
        self._words = words
        self._forms = forms_of(words)
        self._joins = Joins(words, self._forms)
        self._seen: dict[str, _Word] = {}
        self._pairs: dict[tuple[str, str, bool], str] = {}
        self._gaps: dict[tuple[int, str, int], str] = {}
        self._opening = words["verb-prefix"] | words["first"] | words["glued-first"] | words["preverb-prefix"]
        self._closing = frozenset({pair[1] for pair in words.pairs}).union(*map(words.__getitem__, _CLOSING))
        self._thirds = {triple[2] for triple in words.triples}

    def edits(self, text: str) -> list[Edit]:
        """Return the changes that `text`, its letters folded already, needs."""
        found: list[Edit] = []
        seen = self._seen
        before = earlier = _NOTHING
        end = earlier_end = 0
        for match in WORD.finditer(text):
            start, stop = match.span()
            raw, gap = text[start:stop], text[end:start]
            word = whole = seen.get(raw) or self._learn(raw)
            if gap != " " or word.closes or before.opens:
                three = (earlier, before, word)
                if word.ends_triple and self._is_triple(text, three, earlier_end, start):
                    while found and found[-1].start >= earlier_end:
                        found.pop()
                    one, two, whole = self._tripled(three)
                    found += gap_changes(text[earlier_end : end - before.length], one, earlier_end)
                    found += gap_changes(gap, two, end)
                else:
                    instead = self._gap(text, before, word, end, start)
                    if instead != gap:
                        found += gap_changes(gap, instead, end)
                    if instead in _JOINED and before.length:
                        joined = before.text + instead + word.text
                        whole = seen.get(joined) or self._learn(joined)
            if not word.is_plain:
                found += self._inside(text, word, start)
            earlier, earlier_end = before, end
            before, end = whole, stop
        if end < len(text):
            found += gap_changes(text[end:], self._gap(text, before, _NOTHING, end, len(text)), end)
        return found

    def _tripled(self, three: tuple[_Word, _Word, _Word]) -> tuple[str, str, _Word]:
        """Return what belongs into the two gaps of a compound of three words, and the compound."""
        first, second, third = three
        form = self._words.triples[first.text, second.text, third.text]
        two = HALF_SPACE if form.count(HALF_SPACE) > 1 else ""
        return HALF_SPACE, two, self._learn(form)

    def _learn(self, raw: str) -> _Word:
        if len(self._seen) > _MEMORY:
            self._seen.clear()
        text = self._read(SEVERAL_HALF_SPACES.sub(HALF_SPACE, UNSEEN.sub("", raw)))
        changes = tuple(word_changes(raw, text)) if raw != text else ()
        lone = len(raw) == 1 and raw not in self._words["function"]
        head, tail = first_part(text), last_part(text)
        word = self._seen[raw] = _Word(
            text,
            len(raw),
            changes,
            opens=tail in self._opening,
            closes=head in self._closing or text in self._thirds,
            ends_triple=text in self._thirds,
            is_lone=lone,
            is_plain=not changes and not lone,
            head=head,
            tail=tail,
        )
        return word

    def _read(self, word: str) -> str:
        """Return the mended word; one torn by a no-break space is whole or two words."""
        if NO_BREAK not in word:
            return self._forms.mend(word)
        left, right = word.split(NO_BREAK, 1)
        whole = self._read(left + right)
        if self._forms.known(whole):
            return whole
        left, right = self._read(left), self._read(right)
        return left + self._joins.between(left, right, hinted=True) + right

    def _inside(self, text: str, word: _Word, start: int) -> Iterator[Edit]:
        if word.is_lone and self._is_stray(text, start):
            yield Edit(start, start + 1, "", "stray")
        elif word.changes and not self._is_tagged(text, start, start + word.length):
            for change in word.changes:
                yield Edit(start + change.start, start + change.end, change.after, change.kind)

    def _gap(self, text: str, before: _Word, after: _Word, start: int, end: int) -> str:
        """Return what belongs between the words instead of what stands there."""
        gap = text[start:end]
        inner = before.length and after.length
        if inner and gaps.is_blank(gap) and not self._is_tagged(text, start - before.length, end + after.length):
            return self._between(before.text, after.text, hinted=gap == NO_BREAK)
        if gap == "." and (self._is_initials(text, before, after, start) or self._is_letter_name(before.tail)):
            return gap
        return self._around(before.tail, gap, after.head)

    def _between(self, before: str, after: str, *, hinted: bool) -> str:
        key = (before, after, hinted)
        found = self._pairs.get(key)
        if found is None:
            if len(self._pairs) > _MEMORY:
                self._pairs.clear()
            found = self._pairs[key] = self._joins.between(before, after, hinted=hinted)
        return found

    def _around(self, before: str, gap: str, after: str) -> str:
        key = (min(len(before), 2), gap, min(len(after), 2))  # all that the rules ask of the words is their length
        found = self._gaps.get(key)
        if found is None:
            if len(self._gaps) > _MEMORY:
                self._gaps.clear()
            found = self._gaps[key] = gaps.mended(before, gap, after)
        return found

    def _is_triple(self, text: str, three: tuple[_Word, _Word, _Word], start: int, end: int) -> bool:
        first, second, third = three
        if (first.text, second.text, third.text) not in self._words.triples:
            return False
        middle = text[start:end].partition(second.text)
        return gaps.is_blank(middle[0]) and gaps.is_blank(middle[2])

    @staticmethod
    def _is_initials(text: str, before: _Word, after: _Word, stop: int) -> bool:
        """Return whether the full stop is one of several, as in spelt-out initials."""
        start, end = stop - before.length, stop + 1 + after.length
        precedes = len(before.text) <= _INITIAL and start > 1 and text[start - 1] == "." and text[start - 2].isalpha()
        follows = text[end : end + 1] == "." and text[end + 1 : end + 2] not in ("", " ", "\n")
        return precedes or (follows and len(after.text) <= _INITIAL)

    def _is_letter_name(self, word: str) -> bool:
        """Return whether a word before a full stop is too short for the end of a sentence."""
        return len(word) < _INITIAL and not self._forms.verbs.finite(word)

    @staticmethod
    def _is_tagged(text: str, start: int, end: int) -> bool:
        """Return whether the stretch belongs to a hashtag or a handle."""
        return (start > 0 and text[start - 1] in _TAGS) or (end < len(text) and text[end] == "_")

    @staticmethod
    def _is_stray(text: str, start: int) -> bool:
        """Return whether a letter stands alone at the end of a line, after the end of a sentence."""
        if UNSEEN_BETWEEN.sub("", text[start + 1 : start + _REACH])[:1] not in ("", "\n"):
            return False
        head = text[max(0, start - _REACH) : start]
        bare = head.rstrip(" " + NO_BREAK)
        return bare[-1:] in _PARTING or (bare != head and bare[-1:] in _STOPS)
