"""An object is what «را» follows; where it runs into another phrase they part at the likeliest joint.

«را» after a preposition marks either words behind its noun phrase («در تهران نامه را») or the
noun that the prepositions hang on («درخواست برای کمک به مردم را»).
"""

from collections.abc import Sequence

from rasad.stages.find.role_records import Chunk, Roles
from rasad.stages.find.role_words import CLOSE, COUNT, JOIN, MARK, OPEN, PARTITIVE, QUOTE, RoleWords

_OF = "from"
_EVEN, _LIKELY, _CLEAR, _ANYWAY = 0.0, 0.6, 1.0, -9.0  # how likely a joint must be, by what else could be the object
_QUOTED, _NAMED, _ASKS = 2.0, 2.3, 0.3  # what a quote mark and the end of a name add to a joint


class ObjectFinder:
    """Finds the chunk that «را» marks."""

    def __init__(self, words: RoleWords) -> None:
        self.words = words

    def find(self, roles: Roles, keys: Sequence[str]) -> Chunk | None:
        """The object of the clause, a chunk of its own among the chunks; None where nothing is marked."""
        marked = next((c for c in reversed(roles.chunks) if c.marked), None)
        if marked is None or marked.empty:
            return None
        return (self._under_preposition if marked.slot else self._gathered)(roles, marked, keys)

    def _under_preposition(self, roles: Roles, chunk: Chunk, keys: Sequence[str]) -> Chunk:
        """What «را» marks after a preposition: words after its noun phrase, or what the phrases hang on."""
        at = roles.chunks.index(chunk)
        before = [c for c in roles.chunks[:at] if c.slot == "" and not c.empty]
        last = before[-1] if before else None
        found = self._likeliest(roles, at, keys)
        if last is not None and chunk.slot == _OF and self._partitive(last, chunk, keys) and (
                found is None or found[2] < _CLEAR):
            return self._counted(roles, last, keys)
        if found is not None and found[2] > self._floor(before, keys):
            return parted(roles, found[0], found[1])[1]
        return last or self._fronted(roles, at)

    def _fronted(self, roles: Roles, at: int) -> Chunk:
        """The chunk with the word before it, which is no preposition where «را» can mark nothing else."""
        old = roles.chunks[at]
        new = Chunk("", old.first - 1, old.last, marked=True, comma=old.comma, mentions=old.mentions)
        roles.chunks[at] = new
        return new

    def _partitive(self, last: Chunk, chunk: Chunk, keys: Sequence[str]) -> bool:
        return last.last + 2 == chunk.first and bool(self.words[keys[last.last]].kind & PARTITIVE)

    def _counted(self, roles: Roles, chunk: Chunk, keys: Sequence[str]) -> Chunk:
        """The part of the chunk that begins with its counting word: «یکی از»."""
        if chunk.first == chunk.last or self.words[keys[chunk.last - 1]].kind & (COUNT | PARTITIVE | OPEN):
            return chunk
        return parted(roles, chunk, chunk.last - 1)[1]

    def _likeliest(self, roles: Roles, at: int, keys: Sequence[str]) -> tuple[Chunk, int, float] | None:
        """The likeliest joint in the phrases under prepositions that end with chunk `at`."""
        best: tuple[Chunk, int, float] | None = None
        while at >= 0 and roles.chunks[at].slot:
            joint = self.joint(roles.chunks[at], keys)
            if joint is not None and (best is None or joint[1] > best[2]):
                best = (roles.chunks[at], *joint)
            if roles.chunks[at].comma:
                break
            at -= 1
        return best

    def _floor(self, before: list[Chunk], keys: Sequence[str]) -> float:
        """How likely a joint in a phrase under a preposition must be, by what else could be the object."""
        if not before:
            return _ANYWAY
        last = before[-1]
        if len(before) == 1 and (self.words[keys[last.last]].kind & CLOSE or self.head(last, keys) == last.last):
            return _ANYWAY
        return _EVEN if len(before) == 1 else _LIKELY

    def joint(self, chunk: Chunk, keys: Sequence[str], head: int = -1) -> tuple[int, float] | None:
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
            value = words.joint(keys[i], keys[b]) if i != head else self._named(keys[i], keys[b])
            value += _QUOTED if quoted else 0.0
            if best is None or value > best[1]:
                best = (i, value)
        return best

    def _gathered(self, roles: Roles, last: Chunk, keys: Sequence[str]) -> Chunk:
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
        whole = Chunk("", members[0].first, last.last, marked=True, comma=members[0].comma,
                      mentions=[m for c in members for m in c.mentions])
        roles.chunks[first:at + 1] = [whole]
        return whole

    def _named(self, last: str, after: str) -> float:
        """How likely a phrase ends with the last word of a name; less where it mostly asks for more («اعضای»)."""
        return _NAMED + min(self.words[last].closes, 0.0) * _ASKS + self.words[after].opens

    def head(self, chunk: Chunk, keys: Sequence[str]) -> int:
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


def parted(roles: Roles, chunk: Chunk, last: int) -> tuple[Chunk, Chunk]:
    """The two chunks, before and after the joint, that now stand in the place of the one."""
    a = Chunk(chunk.slot, chunk.first, last, comma=chunk.comma, tail=chunk.tail,
              mentions=[m for m in chunk.mentions if m.first <= last])
    b = Chunk("", last + 1, chunk.last, chunk.marked, mentions=[m for m in chunk.mentions if m.first > last])
    at = roles.chunks.index(chunk)
    roles.chunks[at:at + 1] = [a, b]
    return a, b
