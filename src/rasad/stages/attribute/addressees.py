"""An addressee is somebody to whom the words were put: not whoever the words, or their occasion, are about.

«به X گفت», «از X خواست», «در گفت‌وگو با X»; «پس از حمله به X گفت» has none.
"""

from collections.abc import Sequence

from rasad.stages.attribute.cue_clauses import CueClause
from rasad.stages.attribute.rules import Rules, outlet
from rasad.stages.find.mentions import Mention
from rasad.stages.find.role_records import Chunk
from rasad.stages.reading import Reading

_PUT = frozenset({"say", "write", "announce", "warn", "ask", "stress", "promise", "answer", "explain"})
_AND = 2  # from the last word of a name to the first of the next, «و» between


def addressees(cue: CueClause, reading: Reading, speaker: Mention, rules: Rules) -> list[Mention]:
    """Whom the words of the cue are put to, as its clause names them."""
    chunks = reading.roles[cue.clause.number].chunks
    pairs = sorted(zip([None, *chunks], chunks, strict=False), key=lambda pair: pair[1].slot == "with")
    for before, chunk in pairs:
        if chunk.mentions and _addresses(reading, cue, before, chunk, rules):
            found = [m for m in _heads(chunk) if m.code and m.id != speaker.id]
            if found:
                return found
    return []


def titled_addressees(reading: Reading, speaker: Mention, colon: int, rules: Rules) -> list[Mention]:
    """Whom the heading before the colon names as addressed: «پیام X به Y: …», «X در گفت‌وگو با Y: …»."""
    keys = reading.sentence.keys
    for mention in reading.mentions:
        at = mention.first - 1
        if not speaker.last < at < colon or not mention.code or mention.bare:
            continue
        slot = rules.slots.get(keys[at])
        if slot == "to" or (slot == "with" and keys[at - 1] in rules.grammar["talk"]):
            return [mention]
    return []


def _named_at_once(chunk: Chunk) -> bool:
    """Whether the phrase is somebody's name, not the name of something of theirs."""
    whole = [m for m in chunk.mentions if not m.bare]
    return bool(whole) and whole[0].first - chunk.first < (1 if whole[0].kind == "country" else _AND)


def _addresses(reading: Reading, cue: CueClause, before: Chunk | None, chunk: Chunk, rules: Rules) -> bool:
    """Whether the chunk's preposition puts the words to somebody."""
    if chunk.slot in {"about", "cause"}:
        return chunk.mentions[0].sector == "MED" and not outlet(chunk.mentions[0])  # «در پاسخ به پرسش خبرنگاران»
    if chunk.slot == "in":  # «در مصاحبه شبکه X»
        return reading.sentence.keys[chunk.first] in rules.grammar["talk"] and outlet(chunk.mentions[0])
    if not _named_at_once(chunk):
        return False
    if chunk.slot == "from":
        return "ask" in cue.notes
    if chunk.slot == "with":
        return _talking(reading.sentence.keys, before, rules)
    if chunk.slot != "to" or not cue.notes & _PUT or any(entry.content == "to" for entry in cue.cues):
        return False
    return reading.sentence.keys[chunk.first - 2] in rules.grammar["talk"] | rules.joins or not _bound(
        reading, before, chunk)


def _talking(keys: Sequence[str], before: Chunk | None, rules: Rules) -> bool:
    """Whether the words before «با» tell of a talk: «در گفت‌وگو», «در تماس تلفنی»."""
    if before is None or before.slot not in {"in", ""} or before.empty:
        return False
    return keys[before.last] in rules.grammar["talk"]


def _bound(reading: Reading, before: Chunk | None, chunk: Chunk) -> bool:
    """Whether the phrase hangs on the one before, under a preposition of its own: «از حمله به X»."""
    if before is None or not before.slot or before.empty or chunk.first - before.last > _AND + 1:
        return False
    times = {i for t in reading.times for i in range(t.first, t.last + 1)}
    return before.last not in times and not any(m.last == before.last for m in before.mentions)


def _heads(chunk: Chunk) -> list[Mention]:
    """The first somebody of the chunk and those joined to them; journalists go by their outlet."""
    whole = [m for m in chunk.mentions if not m.bare]
    if whole and whole[0].sector == "MED" and whole[0].guessed:
        return [m for m in whole if outlet(m) and not m.guessed][:1] or whole[:1]
    out = whole[:1]
    for mention in whole[1:]:
        if mention.first - out[-1].last != _AND or mention.kind != out[0].kind:
            break
        out.append(mention)
    return out
