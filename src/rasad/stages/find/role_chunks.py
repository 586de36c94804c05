"""Every word of a clause that is no sign, adverb or aside stands in exactly one chunk, in order.

A chunk ends at a comma, «را», an adverb, a preposition, a clause inside, or where a noun phrase
is complete: after a pronoun, a possessive, a plural without ezafe, a country, a person.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from rasad.language.grammar import Grammar
from rasad.stages.find.mentions import Mention
from rasad.stages.find.role_records import Chunk
from rasad.stages.find.role_words import (
    ADJECTIVE,
    ADVERB,
    ASIDE,
    BOUND,
    BRACKET,
    CLOSE,
    COMMA,
    COUNT,
    FUSED,
    HEAD,
    JOIN,
    MARK,
    OBJECT,
    OPEN,
    PASSING,
    QUOTE,
    ROUGH,
    SIGN,
    SLOT,
    SPECIAL,
    RoleWords,
)

_CLOSED = frozenset({"person", "country", "government", "pronoun", "anaphor"})
_CREDIT, _OUTLET, _FROM, _TIME = "cause", "media", "from", "time"
_WHERE = frozenset({"country", "adjective", "place", "media"})  # names that tell whose or which outlet it is
_GOING_ON, _HOLDING = JOIN | ADJECTIVE, JOIN | MARK | BOUND  # words that end no phrase, and after which none ends
_BRACKETED = 7
_EVEN = -1.0  # under a preposition a number parts phrases unless the word before it asks for more
_SURE = 1.5  # a joint above this parts two phrases by itself


class Chunker:
    """Parts the clauses of one language into chunks."""

    def __init__(self, grammar: Grammar, words: RoleWords) -> None:
        self.words = words
        self.slots, self.adverbs, self.asides = grammar.slots, grammar.phrases["adverb"], grammar.phrases["aside"]
        self.rough = grammar.phrases["rough-number"]

    def chunks(self, keys: Sequence[str], words: Sequence[int], mentions: Mapping[int, Mention],
               times: AbstractSet[int], noun: int) -> list[Chunk]:
        """The chunks of the own words of a clause; `noun` is the word that makes a compound with the verb."""
        return _Chunking(self, keys, words, mentions, times, noun).run()


class _Chunking:
    """One pass over one clause."""

    __slots__ = ("chunker", "chunks", "comma", "current", "k", "keys", "mentions", "noun", "times", "words")

    def __init__(self, chunker: Chunker, keys: Sequence[str], words: Sequence[int],  # noqa: PLR0913, PLR0917
                 mentions: Mapping[int, Mention], times: AbstractSet[int], noun: int) -> None:
        self.chunker, self.keys, self.words, self.mentions = chunker, keys, words, mentions
        self.times, self.noun = times, noun
        self.chunks: list[Chunk] = []
        self.current: Chunk | None = None
        self.comma, self.k = False, 0

    def run(self) -> list[Chunk]:
        words, keys, table, n = self.words, self.keys, self.chunker.words, len(self.words)
        expected = words[0] if n else 0
        while self.k < n:
            i = words[self.k]
            if i > expected:
                self.current = None  # a clause inside ends the phrase that it hangs on
            kind = table[keys[i]].kind
            mention = self.mentions.get(i)
            if not (kind & SPECIAL and self._special(i, kind, mention)):
                self._word(i, kind, mention)
            expected = words[self.k - 1] + 1 if self.k else i
        return self.chunks

    def _special(self, i: int, kind: int, mention: Mention | None) -> bool:
        """Whether the word parts chunks, begins one or stands outside of all."""
        if kind & SIGN:
            self._sign(i, kind)
            return True
        if i == self.noun and not self._waiting():
            return False
        if mention is None and (self._outside(i, kind) or self._opens(i, kind)):
            return True
        if kind & QUOTE or (kind & JOIN and self.current is None):
            self.k += 1
            return True
        return False

    def _outside(self, i: int, kind: int) -> bool:
        """Whether words that stand beside the phrases were passed over: adverbs, «باید», «اما», «بیش از»."""
        if kind & ROUGH and self._rough(i):
            return True
        if self._waiting():
            return False
        if kind & (ADVERB | PASSING) and not (kind & SLOT and self._meanwhile(i)) and self._adverb(i, kind):
            return True
        if kind & ASIDE and not (kind & SLOT and self._slot(i)):
            self._leave(i + 1)
            return True
        return False

    def _opens(self, i: int, kind: int) -> bool:
        """Whether a chunk of a certain kind begins: under a preposition, a complement, «مرا»."""
        found = self._slot(i) if kind & SLOT else None
        if found is not None:
            self._open(found[1], found[0])
            self._skip(found[0])
        elif kind & HEAD:
            self._open("complement", i + 1)
            self.k += 1
        elif kind & FUSED:
            fused = self._open("", i)
            fused.last, fused.marked = i, True
            self.current = None
            self.k += 1
        else:
            return False
        return True

    def _slot(self, i: int) -> tuple[int, str] | None:
        return self.chunker.slots.longest(self.keys, i, len(self.keys))

    def _waiting(self) -> bool:
        """Whether a preposition has no words yet."""
        return self.current is not None and self.current.last < self.current.first

    def _sign(self, i: int, kind: int) -> None:
        self.k += 1
        if kind & BRACKET:
            self._skip(self._closed(i) + 1)
        if kind & OBJECT:
            self._mark()
        if kind & COMMA:
            self.comma = True
        if not kind & MARK:
            self.current = None

    def _closed(self, i: int) -> int:
        """Where the bracket that opens at the word is closed, if it holds few words; else the word itself."""
        keys, table = self.keys, self.chunker.words
        return next((j for j in range(i + 2, min(i + _BRACKETED, len(keys))) if table[keys[j]].kind & BRACKET), i)

    def _mark(self) -> None:
        """Marks the chunk before «را»; a preposition without words was a word like «زیر» at the end of a phrase."""
        chunks = self.chunks
        if len(chunks) > 1 and chunks[-1].empty and chunks[-2].last < chunks[-1].first:
            word = chunks.pop()
            chunks[-1].last = word.last
        if chunks:
            chunks[-1].marked = True

    def _open(self, slot: str, first: int, *, tail: bool = False) -> Chunk:
        self.current = Chunk(slot, first, first - 1, comma=self.comma, tail=tail)
        self.chunks.append(self.current)
        self.comma = False
        return self.current

    def _skip(self, stop: int) -> None:
        words, n = self.words, len(self.words)
        while self.k < n and words[self.k] < stop:
            self.k += 1

    def _meanwhile(self, i: int) -> bool:
        """Whether the word begins a preposition of time that is longer than the adverb: «همزمان با»."""
        found, adverb = self._slot(i), self.chunker.adverbs.longest(self.keys, i, len(self.keys))
        return found is not None and found[1] == _TIME and (adverb is None or adverb[0] < found[0])

    def _adverb(self, i: int, kind: int) -> bool:
        """Whether an adverb was passed over; in the midst of a noun phrase one word is no adverb of the clause."""
        n, chunker = len(self.keys), self.chunker
        found = chunker.adverbs.longest(self.keys, i, n) if kind & ADVERB else None
        if found is not None and found[0] == i + 1 and self.current is not None and not self._rests(self.current):
            return False
        if found is None and kind & PASSING:
            found = chunker.asides.longest(self.keys, i, n)
        if found is not None:
            self._leave(found[0])
        return found is not None

    def _rough(self, i: int) -> bool:
        """Whether «بیش از» and the like before a number were passed over: the number is what counts."""
        found = self.chunker.rough.longest(self.keys, i, len(self.keys))
        if found is None or found[0] >= len(self.keys) or not self.chunker.words[self.keys[found[0]]].kind & COUNT:
            return False
        chunk = self.current
        if chunk is not None and chunk.empty:
            chunk.first, chunk.last = found[0], found[0] - 1
            self._skip(found[0])
        else:
            self._leave(found[0])
        return True

    def _leave(self, stop: int) -> None:
        """Ends the chunk and passes over the words before `stop`; a list that goes on is not ended."""
        chunk = self.current
        if chunk is None or not self.chunker.words[self.keys[chunk.last]].kind & JOIN:
            self.current = None
        self._skip(stop)

    def _rests(self, chunk: Chunk) -> bool:
        """Whether the chunk may end with its last word, so that an adverb after it belongs to the clause."""
        return (chunk.last in self.times or self._named(chunk)
                or self.chunker.words[self.keys[chunk.last]].closes > -_SURE)

    @staticmethod
    def _named(chunk: Chunk) -> bool:
        return bool(chunk.mentions) and chunk.mentions[-1].last == chunk.last and not chunk.mentions[-1].bare

    def _word(self, i: int, kind: int, mention: Mention | None) -> None:
        chunk = self.current
        if i == self.noun and not self._waiting() and not self._goes_on(i):
            self.current = None
            self.k += 1
            return
        if chunk is None:
            chunk = self._open("", i)
        elif chunk.last >= chunk.first and self._parts(chunk, i, kind):
            chunk = self._open("", i, tail=bool(chunk.slot or chunk.tail) and not self._complete(chunk))
        chunk.last = i
        self.k += 1
        if mention is not None:
            chunk.mentions.append(mention)
            chunk.last = mention.last
            self._skip(mention.last + 1)

    def _goes_on(self, i: int) -> bool:
        """Whether the noun of the verb is no lone word but has a phrase of its own that «را» marks."""
        k, words, keys, table = self.k + 1, self.words, self.keys, self.chunker.words
        if k == len(words) or words[k] != i + 1 or table[keys[i + 1]].kind & SPECIAL:
            return False
        return any(table[keys[j]].kind & OBJECT for j in words[k:])

    def _complete(self, chunk: Chunk) -> bool:
        """Whether nothing after the chunk can hang on it: it tells a time, or names an outlet as a credit."""
        return _credit(chunk) or self._dateline(chunk) or self._timed(chunk)

    def _dateline(self, chunk: Chunk) -> bool:
        """Whether the chunk only tells where an outlet writes from: «به گزارش رویترز از کی‌یف»."""
        return chunk.slot == _FROM and len(self.chunks) > 1 and chunk is self.chunks[-1] and _credit(self.chunks[-2])

    def _timed(self, chunk: Chunk) -> bool:
        return chunk.first in self.times and chunk.last in self.times

    def _parts(self, chunk: Chunk, i: int, kind: int) -> bool:
        """Whether the noun phrase of the chunk is complete before the word."""
        if kind & _GOING_ON or i - 1 != chunk.last:
            return False
        before = self.chunker.words[self.keys[i - 1]]
        if before.kind & _HOLDING:
            return False
        timed, closed = self._timed(chunk), bool(before.kind & CLOSE)
        if i in self.times:
            return not timed and (closed or (not chunk.slot and self._rests(chunk)))
        if closed or timed:
            return True
        if kind & OPEN and not before.kind & (COUNT | OPEN):
            return self._named(chunk) or self._joint(i) > (_EVEN if chunk.slot else _SURE)
        last = chunk.mentions[-1] if chunk.mentions else None
        mention = self.mentions.get(i)
        if mention is not None and mention.kind not in _WHERE and not mention.bare and self._dateline(chunk):
            return True
        if last is None or last.last != i - 1 or last.bare:
            return False
        return last.kind in _CLOSED or self._credited(chunk, last, i)

    def _credited(self, chunk: Chunk, last: Mention, i: int) -> bool:
        """Whether the outlet that a report is credited to ends before somebody else: «به گزارش رویترز سفیر … گفت»."""
        mention = self.mentions.get(i)
        return (chunk.slot == _CREDIT and last.kind == _OUTLET and mention is not None
                and mention.kind not in _WHERE and not mention.bare)

    def _joint(self, i: int) -> float:
        return self.chunker.words.joint(self.keys[i - 1], self.keys[i])


def _credit(chunk: Chunk) -> bool:
    """Whether the chunk credits an outlet: «به گزارش رویترز»."""
    return chunk.slot == _CREDIT and bool(chunk.mentions) and chunk.mentions[0].kind == _OUTLET
