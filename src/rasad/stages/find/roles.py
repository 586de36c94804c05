"""Who stands in which role of a clause follows from prepositions, «را» and order alone.

The chunk without a preposition is the subject, the chunk before «را» the object; where the two
run into each other they are parted where a phrase most likely ends. What the verb makes of the
roles is not known here.
"""

from collections.abc import Mapping

from rasad.language.grammar import Grammar
from rasad.stages.find.actors import Mention
from rasad.stages.find.role_chunks import Chunker
from rasad.stages.find.role_records import Chunk, Roles
from rasad.stages.find.role_words import CLOSE, COUNT, JOIN, MARK, OPEN, PARTITIVE, QUOTE, Edges, RoleWords
from rasad.stages.read.clauses import Clause
from rasad.stages.read.sentences import Sentence

__all__ = ["Chunk", "RoleFinder", "Roles"]

_DEFINITE = frozenset({"person", "pronoun"})
_LISTED = frozenset({"country", "government", "group"})
_SPEAKING = (1, 2)
_SHORT, _FIRST, _CLEAR = 1, 0.3, 1.0
_OF = "from"
_SPLIT, _TAIL, _SPARE, _QUOTED, _NAMED = 0.6, 0.0, -9.0, 2.0, 2.0


class RoleFinder:
    """Finds the roles of clauses of one language."""

    def __init__(self, grammar: Grammar, edges: Edges | None = None) -> None:
        self.words = RoleWords(grammar, edges or Edges())
        self.chunker = Chunker(grammar, self.words)
        self.copulas = grammar["copula"]
        self.speaking = grammar["first-many"] | grammar["first-one"] | grammar["second"] | grammar["self"]

    def find(self, sentence: Sentence, clause: Clause, mentions: Mapping[int, Mention],
             times: frozenset[int]) -> Roles:
        """The roles of one clause; `mentions` by first word, `times` the words of dates and times."""
        noun = clause.verb.noun if clause.verb is not None else -1
        keys = sentence.keys
        roles = Roles(_with_lists(self.chunker.chunks(keys, clause.words, mentions, times, noun)))
        self._find_object(roles, keys)
        self._find_subject(roles, clause, keys, times)
        return roles

    def _find_object(self, roles: Roles, keys: list[str]) -> None:
        marked = next((c for c in reversed(roles.chunks) if c.marked), None)
        if marked is None or marked.empty:
            return
        if marked.slot:
            marked = self._under_preposition(roles, marked, keys)
        else:
            marked = self._gathered(roles, marked, keys)
        roles.object = marked

    def _under_preposition(self, roles: Roles, chunk: Chunk, keys: list[str]) -> Chunk:
        """What «را» marks after a preposition: words after its noun phrase, or what the phrases hang on."""
        at = roles.chunks.index(chunk)
        before = [c for c in roles.chunks[:at] if c.slot == "" and not c.empty]
        last = before[-1] if before else None
        found = self._likeliest(roles, at, keys)
        if last is not None and chunk.slot == _OF and self._partitive(last, chunk, keys) and (
                found is None or found[2] < _CLEAR):
            return self._counted(roles, last, keys)
        if found is not None and found[2] > self._floor(before, keys):
            return _parted(roles, found[0], found[1])[1]
        return last or chunk

    def _partitive(self, last: Chunk, chunk: Chunk, keys: list[str]) -> bool:
        return last.last + 2 == chunk.first and bool(self.words[keys[last.last]].kind & PARTITIVE)

    def _counted(self, roles: Roles, chunk: Chunk, keys: list[str]) -> Chunk:
        """The part of the chunk that begins with its counting word: «یکی از»."""
        if chunk.first == chunk.last or self.words[keys[chunk.last - 1]].kind & (COUNT | PARTITIVE | OPEN):
            return chunk
        return _parted(roles, chunk, chunk.last - 1)[1]

    def _likeliest(self, roles: Roles, at: int, keys: list[str]) -> tuple[Chunk, int, float] | None:
        """The likeliest joint in the phrases under prepositions that end with chunk `at`."""
        best: tuple[Chunk, int, float] | None = None
        while at >= 0 and roles.chunks[at].slot:
            joint = self._joint(roles.chunks[at], keys)
            if joint is not None and (best is None or joint[1] > best[2]):
                best = (roles.chunks[at], *joint)
            if roles.chunks[at].comma:
                break
            at -= 1
        return best

    def _floor(self, before: list[Chunk], keys: list[str]) -> float:
        """How likely a joint in a phrase under a preposition must be, by what else could be the object."""
        if not before:
            return _SPARE
        last = before[-1]
        if len(before) == 1 and (self.words[keys[last.last]].kind & CLOSE or self._head(last, keys) == last.last):
            return _SPARE
        return _TAIL if len(before) == 1 else _SPLIT

    def _joint(self, chunk: Chunk, keys: list[str], head: int = -1) -> tuple[int, float] | None:
        """The last word before the likeliest joint inside the chunk, and how likely it is; `head` ends a name."""
        best: tuple[int, float] | None = None
        inside = {i for m in chunk.mentions for i in range(m.first, m.last)}
        words = self.words
        for i in range(max(chunk.first, head), chunk.last):
            b = i + 1
            quoted = words[keys[b]].kind & QUOTE and b < chunk.last
            if quoted:
                b += 1
            if i in inside or (words[keys[i]].kind | words[keys[b]].kind) & (JOIN | QUOTE | MARK):
                continue
            value = words.joint(keys[i], keys[b]) + (_QUOTED if quoted else 0.0) + (_NAMED if i == head else 0.0)
            if best is None or value > best[1]:
                best = (i, value)
        return best

    def _gathered(self, roles: Roles, last: Chunk, keys: list[str]) -> Chunk:
        """The object with the members of its list before it: «عدل، انصاف و منطق را»."""
        if not last.comma or not any(self.words[keys[i]].kind & JOIN for i in range(last.first, last.last)):
            return last
        at = roles.chunks.index(last)
        first = at
        while first and roles.chunks[first].comma and not roles.chunks[first - 1].slot:
            first -= 1
        if first == at:
            return last
        members = roles.chunks[first:at + 1]
        whole = Chunk("", members[0].first, last.last, True, members[0].comma,
                      mentions=[m for c in members for m in c.mentions])
        roles.chunks[first:at + 1] = [whole]
        return whole

    def _find_subject(self, roles: Roles, clause: Clause, keys: list[str], times: frozenset[int]) -> None:
        free = [c for c in roles.chunks if c.slot == "" and not c.marked and not c.empty and c is not roles.object
                and not (c.first in times and c.last in times)]
        if clause.verb is not None and clause.verb.person in _SPEAKING:
            roles.subject = next((c for c in free if self._speaks(c, keys)), None)
            return
        roles.subject = self._candidate(roles, clause, free, keys)
        if roles.subject is None or not roles.subject.mentions:
            self._split(roles, clause, keys)
        if roles.subject is not None:
            _listed(roles, roles.subject)

    def _candidate(self, roles: Roles, clause: Clause, free: list[Chunk], keys: list[str]) -> Chunk | None:
        """The likeliest subject of a verb in the third person among the chunks without a preposition."""
        plain = [c for c in free if not c.tail]
        if roles.object is not None:
            early = [c for c in plain if c.first < roles.object.first]
            plain = early or [c for c in plain if any(m.kind in _DEFINITE for m in c.mentions)]
        named = next((c for c in plain if c.named), None)
        if named is not None:
            return named
        if len(plain) == 1 and self._predicate(plain[0], clause):
            return None
        return plain[0] if plain else None

    def _predicate(self, chunk: Chunk, clause: Clause) -> bool:
        """Whether the chunk is what a copula says of somebody: few words directly before it."""
        verb = clause.verb
        return (verb is not None and verb.noun < 0 and verb.lemma in self.copulas
                and chunk.last == verb.first - 1 and chunk.last - chunk.first < _SHORT)

    def _speaks(self, chunk: Chunk, keys: list[str]) -> bool:
        """Whether the chunk can be the subject of a verb in the first or second person."""
        return any(keys[i] in self.speaking for i in range(chunk.first, chunk.last + 1))

    def _head(self, chunk: Chunk, keys: list[str]) -> int:
        """The last word of the names with which the chunk begins, -1 where it does not."""
        heads = [m for m in chunk.mentions if not m.bare]
        if not heads or heads[0].first > chunk.first + 1:
            return -1
        last = heads[0].last
        for head in heads[1:]:
            if head.first != last + 2 or not self.words[keys[last + 1]].kind & JOIN:
                break
            last = head.last
        return last

    def _split(self, roles: Roles, clause: Clause, keys: list[str]) -> None:
        """A subject that runs into its object without a sign between: «ارتش اسرائیل مواضع حزب‌الله را»."""
        chunk = roles.object
        if chunk is None or chunk.slot or chunk.tail:
            return
        head = self._head(chunk, keys)
        if head < 0 and roles.subject is not None:
            return
        joint = self._joint(chunk, keys, head)
        if joint is not None and joint[1] > (_CLEAR if head >= 0 else _SPLIT - _FIRST * (clause.parent < 0 and clause.after < 0)):
            roles.subject, roles.object = _parted(roles, chunk, joint[0])


def _parted(roles: Roles, chunk: Chunk, last: int) -> tuple[Chunk, Chunk]:
    """The two chunks, before and after the joint, that now stand in the place of the one."""
    a = Chunk(chunk.slot, chunk.first, last, comma=chunk.comma, tail=chunk.tail,
              mentions=[m for m in chunk.mentions if m.first <= last])
    b = Chunk("", last + 1, chunk.last, chunk.marked, mentions=[m for m in chunk.mentions if m.first > last])
    at = roles.chunks.index(chunk)
    roles.chunks[at:at + 1] = [a, b]
    return a, b


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
    return a.mentions[-1].kind == b.mentions[0].kind and b.mentions[0].kind in _LISTED


def _listed(roles: Roles, head: Chunk) -> None:
    """Names after commas that go on with the list of the subject: «روسیه، آمریکا و فرانسه»."""
    at = roles.chunks.index(head)
    for chunk in roles.chunks[at + 1:]:
        whole = (chunk.comma and not chunk.slot and not chunk.marked and chunk.mentions
                 and chunk.mentions[0].first == chunk.first)
        if not whole:
            return
        head.mentions.extend(chunk.mentions)
