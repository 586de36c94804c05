"""Each slot of a trigger holds the mentions that fill it and the words that it covers."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from rasad.stages.find.mentions import Mention
from rasad.stages.find.roles import Chunk


@dataclass(slots=True)
class Slots:
    """Who fills each slot of a trigger, and the words each slot covers (for places and numbers)."""

    filled: dict[str, list[Mention]] = field(default_factory=dict)
    words: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    agents: list[Mention] = field(default_factory=list)
    manner: bool = False  # an event noun told as the manner of a clause: «در دیدار با X گفت»

    def put(self, slot: str, mentions: Sequence[Mention], words: tuple[int, int] | None) -> None:
        """The slot holds these mentions besides those it held."""
        known = self.filled.setdefault(slot, [])
        known += [m for m in mentions if m not in known]
        if words is not None:
            self.words.setdefault(slot, []).append(words)


def parties(chunk: Chunk | None) -> list[Mention]:
    """The mentions of a chunk that are parties: its head and whoever is joined to it."""
    if chunk is None or not chunk.mentions:
        return []
    whole = [m for m in chunk.mentions if not m.bare] or chunk.mentions[:1]
    return [one for m in whole for one in ([m, replace(m, code=m.also, also="")] if m.also else [m])]
