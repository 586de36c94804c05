"""The speaker of a cue is its subject; without one, or with a pronoun, whoever spoke last."""

from collections.abc import Sequence

from rasad.language.cues import Cue
from rasad.stages.attribute.cue_clauses import CueClause
from rasad.stages.attribute.speech import Speech
from rasad.stages.find.actors import PRONOUN, Mention
from rasad.stages.find.roles import Chunk
from rasad.stages.read.clauses import RELATIVE
from rasad.stages.reading import Reading

_PERSONS = frozenset({"person", "anaphor", PRONOUN})


def speaker_of(cue: CueClause, reading: Reading, last: Mention | None) -> Mention | None:
    """Who speaks in the clause: its subject, the one it hangs on, or the last speaker; None for nobody known."""
    clause = cue.clause
    roles = reading.roles[clause.number]
    mention = head(roles.subject)
    if mention is None:
        agents = roles.under("agent")
        mention = head(agents[0]) if agents else None
    if mention is None and clause.kind == RELATIVE:
        mention = antecedent(reading, clause.antecedent)
    if mention is None and _text(cue.cues):
        mention = next((m for c in roles.chunks if c.slot in {"in", "to"} for m in c.mentions), None)
    if mention is None:
        if roles.subject is not None and roles.subject.last - roles.subject.first > 0 and not last:
            return None
        before = _earlier(reading, clause.number)
        mention = before or last
    return known(mention, last)


def known(mention: Mention | None, last: Mention | None) -> Mention | None:
    """The mention itself, or the last speaker where it points back: «وی», «این مقام»."""
    if mention is None:
        return None
    points = mention.kind == PRONOUN or (mention.kind == "anaphor" and not mention.of)
    if points and last is not None and mention.id not in {"pronoun-many", "country", "group", "media"}:
        return last
    return mention if mention.code or mention.label or mention.kind != PRONOUN else last


def head(chunk: Chunk | None) -> Mention | None:
    """The first mention of a chunk that is somebody by itself."""
    if chunk is None:
        return None
    whole = [m for m in chunk.mentions if not m.bare]
    return (whole or chunk.mentions or [None])[0]


def antecedent(reading: Reading, word: int) -> Mention | None:
    """The mention that ends at the word before «که»."""
    near = [m for m in reading.mentions if m.last <= word and word - m.last <= 2]
    return near[-1] if near else None


def _earlier(reading: Reading, clause: int) -> Mention | None:
    """The subject of the clause that this one goes on from: «… گفت و افزود»."""
    after = reading.clauses[clause].after
    while after >= 0:
        mention = head(reading.roles[after].subject)
        if mention is not None:
            return mention
        after = reading.clauses[after].after
    return None


def _text(cues: Sequence[Cue]) -> bool:
    return any(cue.note == "text" for cue in cues)


def addressees(cue: CueClause, reading: Reading, speaker: Mention) -> list[Mention]:
    """Whom the words are put to: «به …», «از … خواست», «در گفت‌وگو با …»."""
    wanted = {"to", "from"} if "ask" in cue.notes else {"to"}
    out = []
    for chunk in reading.roles[cue.clause.number].chunks:
        if chunk.slot in wanted:
            out += [m for m in chunk.mentions if m.code and not m.bare and m.id != speaker.id]
    return out


__all__ = ["Speech", "addressees", "antecedent", "head", "known", "speaker_of"]
