"""A chunk is a stretch of a clause under at most one preposition; roles only point at chunks."""

from dataclasses import dataclass, field

from rasad.stages.find.mentions import Mention


@dataclass(slots=True)
class Chunk:
    """Words `first` to `last` under one preposition (`slot`, "" for none); `marked` where «را» follows."""

    slot: str
    first: int
    last: int
    marked: bool = False
    comma: bool = False
    tail: bool = False  # words after a complete noun phrase under a preposition: rather an object than the subject
    mentions: list[Mention] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        """Whether the preposition stands alone."""
        return self.last < self.first

    @property
    def named(self) -> bool:
        """Whether it names somebody, beyond telling a country of something else."""
        return any(not mention.bare for mention in self.mentions)


@dataclass(slots=True)
class Roles:
    """The chunks of a clause and the two that need no preposition."""

    chunks: list[Chunk]
    subject: Chunk | None = None
    object: Chunk | None = None

    def under(self, slot: str) -> list[Chunk]:
        """The chunks whose preposition fills the slot."""
        return [chunk for chunk in self.chunks if chunk.slot == slot]
