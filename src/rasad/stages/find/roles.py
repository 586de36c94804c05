"""Who stands in which role of a clause follows from prepositions, «را» and order alone.

A clause's own words fall into chunks, one a preposition; the chunk without one is the subject,
the chunk before «را» the object. What the verb makes of the roles is not known here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rasad.language.grammar import Grammar
from rasad.stages.find.actors import Mention
from rasad.stages.read.clauses import Clause
from rasad.stages.read.sentences import Sentence

_CLOSED = frozenset({"person", "country", "government", "pronoun", "anaphor"})
_DEFINITE = frozenset({"person", "pronoun"})


@dataclass(slots=True)
class Chunk:
    """Words `first` to `last` under one preposition (`slot`, "" for none); `marked` where «را» follows."""

    slot: str
    first: int
    last: int
    marked: bool = False
    comma: bool = False
    tail: bool = False  # words after a complete noun phrase under a preposition: an object, never the subject
    mentions: list[Mention] = field(default_factory=list)


@dataclass(slots=True)
class Roles:
    """The chunks of a clause and the two that need no preposition."""

    chunks: list[Chunk]
    subject: Chunk | None = None
    object: Chunk | None = None

    def under(self, slot: str) -> list[Chunk]:
        """The chunks whose preposition fills the slot."""
        return [chunk for chunk in self.chunks if chunk.slot == slot]


_AND = 2  # from the last word of a name to the first of the next, «و» between


def _with_lists(chunks: list[Chunk]) -> list[Chunk]:
    """Names after commas go on with a list under the preposition before them: «به عربستان، امارات و کویت»."""
    out: list[Chunk] = []
    for chunk in chunks:
        before = out[-1] if out else None
        if before is not None and before.slot and chunk.comma and not chunk.slot and not chunk.marked and _same_sort(
                before, chunk):
            before.mentions.extend(chunk.mentions)
            before.last = chunk.last
        else:
            out.append(chunk)
    return out


def _same_sort(a: Chunk, b: Chunk) -> bool:
    """Whether two chunks end and begin with names of one sort: countries, or bodies."""
    if not a.mentions or not b.mentions or b.mentions[0].first != b.first or a.mentions[-1].last != a.last:
        return False
    return a.mentions[-1].kind == b.mentions[0].kind and b.mentions[0].kind in {"country", "government", "group"}


class _Counts:
    """Words that begin a counted noun phrase: figures and words like «چند»."""

    def __init__(self, words: frozenset[str]) -> None:
        self.words = words

    def __contains__(self, key: str) -> bool:
        return key.isdigit() or key in self.words


class RoleFinder:
    """Finds the roles of clauses of one language."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.object_marks = grammar["object"]
        self.commas = grammar["comma"]
        self.quotes = grammar["open-quote"] | grammar["close-quote"]
        self.joins = grammar["and"]
        self.marks = grammar["colon"] | grammar["stop"] | grammar["bracket"]
        self.adverb_phrases = grammar.phrases["adverb"]
        self.adverb_starts = self.adverb_phrases.starts()
        self.heads = grammar["complement"]
        self.selves, self.adjectives = grammar["self"], grammar["adjective"]
        self.counts = _Counts(grammar["count"])
        self.slots, self.slot_starts = grammar.slots, grammar.slot_starts

    def find(self, sentence: Sentence, clause: Clause, mentions: Mapping[int, Mention],
             times: frozenset[int]) -> Roles:
        """The roles of one clause; `mentions` by first word, `times` the words of dates and times."""
        noun = clause.verb.noun if clause.verb is not None else -1
        roles = Roles(_with_lists(self._chunks(sentence.keys, clause.words, mentions, noun)))
        self._assign(roles, clause, times)
        return roles

    def _chunks(self, keys: Sequence[str], words: Sequence[int], mentions: Mapping[int, Mention],
                noun: int) -> list[Chunk]:
        chunks: list[Chunk] = []
        current: Chunk | None = None
        comma, k, n = False, 0, len(words)
        while k < n:
            i = words[k]
            key = keys[i]
            if key in self.object_marks:
                if current is not None:
                    current.marked = True
                elif chunks:
                    chunks[-1].marked = True
                current, k = None, k + 1
                continue
            if key in self.commas:
                current, comma, k = None, True, k + 1
                continue
            if key in self.marks:
                k += 1
                continue
            if i == noun and (current is None or current.slot == "" or current.last >= current.first):
                current, k = None, k + 1
                continue
            mention = mentions.get(i)
            if mention is None and key in self.adverb_starts:
                said = self.adverb_phrases.longest(keys, i, len(keys))
                if said and (current is None or said[0] > i + 1):
                    current = None
                    while k < n and words[k] < said[0]:
                        k += 1
                    continue
            if mention is None and key in self.slot_starts:
                found = self.slots.longest(keys, i, len(keys))
                if found:
                    stop, slot = found
                    current = Chunk(slot, stop, stop - 1, comma=comma)
                    chunks.append(current)
                    comma = False
                    while k < n and words[k] < stop:
                        k += 1
                    continue
            if key in self.heads and mention is None:
                current = Chunk("complement", i + 1, i, comma=comma)
                chunks.append(current)
                k += 1
                continue
            if current is None:
                if key in self.joins or key in self.quotes:
                    k += 1
                    continue
                current = Chunk("", i, i, comma=comma)
                chunks.append(current)
                comma = False
            if mention is not None:
                current.mentions.append(mention)
                current.last = mention.last
                while k < n and words[k] <= mention.last:
                    k += 1
                continue
            if current.slot and self._complete(current, i, keys):
                current = Chunk("", i, i, tail=True)
                chunks.append(current)
                k += 1
                continue
            current.last = i
            k += 1
        return chunks

    def _complete(self, chunk: Chunk, word: int, keys: Sequence[str]) -> bool:
        """Whether the noun phrase of the chunk ends before the word: after «خود», a country, a person."""
        if word - 1 == chunk.last and chunk.first <= chunk.last and (
                keys[word - 1] in self.selves or (keys[word] in self.counts and not keys[word - 1].isdigit())):
            return True
        last = chunk.mentions[-1] if chunk.mentions else None
        return (last is not None and last.last == word - 1 and last.kind in _CLOSED and not last.bare
                and keys[word] not in self.joins and keys[word] not in self.adjectives)

    def _assign(self, roles: Roles, clause: Clause, times: frozenset[int]) -> None:
        noun = clause.verb.noun if clause.verb is not None else -1
        plain = [c for c in roles.chunks if c.slot == "" and not c.marked and not c.tail and c.first <= c.last
                 and not (c.first in times and c.last in times) and not (c.first <= noun <= c.last and c.first == noun)]
        marked = [c for c in roles.chunks if c.marked]
        if marked:
            roles.object = self._object(roles, marked[-1])
            if roles.object in plain:
                plain.remove(roles.object)
        if roles.object is not None:
            early = [c for c in plain if c.first < roles.object.first]
            plain = early or [c for c in plain if any(m.kind in _DEFINITE for m in c.mentions)]
        named = [c for c in plain if any(not m.bare for m in c.mentions)]
        roles.subject = named[0] if named else next((c for c in plain if not c.first <= noun <= c.last), None)
        nobody = roles.subject is None or not roles.subject.mentions
        if nobody and roles.object is not None:
            self._split(roles, roles.object)
        if roles.subject is not None:
            self._listed(roles, roles.subject)

    def _object(self, roles: Roles, marked: Chunk) -> Chunk:
        """The chunk that «را» marks; after a preposition it marks the noun phrase that this hangs on."""
        if marked.slot == "":
            return marked
        at = roles.chunks.index(marked)
        for chunk in reversed(roles.chunks[:at]):
            if chunk.slot == "":
                return chunk
        return marked

    def _split(self, roles: Roles, chunk: Chunk) -> None:
        """A subject that runs into its object without a sign between: «ارتش اسرائیل مواضع حزب‌الله را»."""
        heads = [m for m in chunk.mentions if not m.bare]
        if chunk.slot or not heads or heads[0].first > chunk.first + 1 or heads[0].last >= chunk.last:
            return
        joined = [heads[0]]
        for head in heads[1:]:
            if head.first - joined[-1].last != _AND:
                break
            joined.append(head)
        last = joined[-1].last
        if last >= chunk.last:
            return
        rest = Chunk("", last + 1, chunk.last, True, mentions=[m for m in chunk.mentions if m.first > last])
        roles.subject = Chunk("", chunk.first, last, mentions=joined)
        roles.object = rest
        at = roles.chunks.index(chunk)
        roles.chunks[at:at + 1] = [roles.subject, rest]

    def _listed(self, roles: Roles, head: Chunk) -> None:
        """Names after commas that go on with the list of the subject: «روسیه، آمریکا و فرانسه»."""
        at = roles.chunks.index(head)
        for chunk in roles.chunks[at + 1:]:
            whole = (chunk.comma and not chunk.slot and not chunk.marked and chunk.mentions
                     and chunk.mentions[0].first == chunk.first)
            if not whole:
                return
            head.mentions.extend(chunk.mentions)
