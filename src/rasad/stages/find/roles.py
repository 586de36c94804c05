"""Who stands in which role of a clause follows from prepositions, «را» and order alone.

The chunk without a preposition is the subject, the chunk before «را» the object; where the two
run into each other they are parted where a phrase most likely ends. What the verb makes of the
roles is not known here.
"""

from collections.abc import Mapping, Sequence
from itertools import takewhile
from operator import attrgetter

from rasad.language.grammar import Grammar
from rasad.stages.find.mentions import Mention
from rasad.stages.find.role_chunks import Chunker
from rasad.stages.find.role_objects import ObjectFinder, parted
from rasad.stages.find.role_records import Chunk, Roles
from rasad.stages.find.role_words import Edges, RoleWords
from rasad.stages.read.clauses import Clause
from rasad.stages.read.sentences import Sentence

__all__ = ["Chunk", "RoleFinder", "Roles"]

_COMMA = attrgetter("comma")
_SPEAKING = (1, 2)
_SOMEBODY = frozenset({"person", "pronoun"})
_DOING = frozenset({"country", "government", "institution", "group", "organisation", "force"})
_LISTED = frozenset({"country", "government", "group", "role", "office", "organisation", "person"})
_NAMED, _LIKELY, _FIRST = 1.0, 0.6, 0.3  # how likely the joint of subject and object must be: see `_needed`


class RoleFinder:
    """Finds the roles of clauses of one language."""

    def __init__(self, grammar: Grammar, edges: Edges | None = None) -> None:
        words = RoleWords(grammar, edges or Edges())
        self.chunker, self.objects = Chunker(grammar, words), ObjectFinder(words)
        self.copulas = grammar["copula"]
        self.speaking = grammar["first-many"] | grammar["first-one"] | grammar["second"] | grammar["self"]

    def find(self, sentence: Sentence, clause: Clause, mentions: Mapping[int, Mention],
             times: frozenset[int]) -> Roles:
        """The roles of one clause; `mentions` by first word, `times` the words of dates and times."""
        noun = clause.verb.noun if clause.verb is not None else -1
        keys = sentence.keys
        roles = Roles(_with_lists(self.chunker.chunks(keys, clause.words, mentions, times, noun)))
        roles.object = self.objects.find(roles, keys)
        self._find_subject(roles, clause, keys, times)
        return roles

    def _find_subject(self, roles: Roles, clause: Clause, keys: list[str], times: frozenset[int]) -> None:
        free = [c for c in roles.chunks if c.slot == "" and not c.marked and not c.empty and c is not roles.object
                and not (c.first in times and c.last in times)]
        if clause.verb is not None and clause.verb.person in _SPEAKING:
            roles.subject = next((c for c in free if self._speaks(c, keys)), None)
            if roles.subject is not None or clause.verb.finite or not any(c.named for c in free):
                return  # «X … شده، ولی من …»: a participle has the person of the verb after it, not its subject
        roles.subject = self._candidate(roles, clause, free)
        if roles.subject is None or not roles.subject.mentions:
            self._split(roles, clause, keys)
        if roles.subject is not None:
            _listed(roles, roles.subject)

    def _candidate(self, roles: Roles, clause: Clause, free: list[Chunk]) -> Chunk | None:
        """The likeliest subject of a verb in the third person among the chunks without a preposition."""
        plain = [c for c in free if not c.tail] or [c for c in free if c.named][:1]
        if roles.object is not None:
            early = [c for c in plain if c.first < roles.object.first]
            plain = early or [c for c in plain if _definite(c)]
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
                and chunk.last == verb.first - 1 and chunk.last - chunk.first < 1)

    def _speaks(self, chunk: Chunk, keys: list[str]) -> bool:
        """Whether the chunk can be the subject of a verb in the first or second person."""
        return any(keys[i] in self.speaking for i in range(chunk.first, chunk.last + 1))

    def _split(self, roles: Roles, clause: Clause, keys: list[str]) -> None:
        """A subject that runs into its object without a sign between: «ارتش اسرائیل مواضع حزب‌الله را»."""
        chunk = roles.object
        if chunk is None or chunk.slot or chunk.tail:
            return
        head = self.objects.head(chunk, keys)
        if head < 0 and roles.subject is not None:
            return
        joint = self.objects.joint(chunk, keys, head)
        if joint is not None and joint[1] > _needed(clause, head):
            roles.subject, roles.object = parted(roles, chunk, joint[0])


def _definite(chunk: Chunk) -> bool:
    """Whether the chunk can be a subject behind the object: somebody, or a state or body and nothing else."""
    if any(m.kind in _SOMEBODY for m in chunk.mentions):
        return True
    first = chunk.mentions[0] if chunk.mentions else None
    return first is not None and first.kind in _DOING and (first.first, first.last) == (chunk.first, chunk.last)


def _needed(clause: Clause, head: int) -> float:
    """How likely a joint must be: a name may end anywhere, and a first clause seldom lacks its subject."""
    if head >= 0:
        return _NAMED
    return _LIKELY - _FIRST if clause.parent < 0 and clause.after < 0 else _LIKELY


def _with_lists(chunks: list[Chunk]) -> list[Chunk]:
    """Names after commas go on with a list under the preposition before them: «به عربستان، امارات و کویت»."""
    if not any(map(_COMMA, chunks)):
        return chunks
    out: list[Chunk] = []
    for at, chunk in enumerate(chunks):
        before = out[-1] if out else None
        if before is not None and before.slot and _goes_on(chunk) and _same_sort(before, chunk) and _ended(chunks[at:]):
            before.mentions.extend(chunk.mentions)
            before.last = chunk.last
        else:
            out.append(chunk)
    return out


def _goes_on(chunk: Chunk) -> bool:
    """Whether a chunk may be a further member of a list before it."""
    return chunk.comma and not chunk.slot and not chunk.marked


def _ended(chunks: Sequence[Chunk]) -> bool:
    """Whether the list that goes on with the first chunk comes to two names at its end: «…، امارات و کویت»."""
    run = list(takewhile(_goes_on, chunks))
    return any(len(chunk.mentions) > 1 for chunk in run)


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
