"""A draft is an event as one trigger tells it, before mentions of the same event are made one."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from rasad.language.frames import Frame
from rasad.records import Casualties
from rasad.stages.attribute.speech import Speech
from rasad.stages.code.trigger import Trigger
from rasad.stages.find.mentions import Mention
from rasad.stages.resolve.places import Place

KEPT = "kept"
BARE = "bare"  # nobody is told with it
_NOWHERE: frozenset[str] = frozenset()


@dataclass(slots=True)
class PlaceName:
    """A place as the text names it, with the point it was resolved to, if any.

    `of` is the name that «این شهر» means, `site` whether it is of something that stands there: «بنادر X».
    """

    text: str
    place: Place | None
    first: int
    last: int
    of: "PlaceName | None" = None
    site: bool = False


@dataclass(slots=True)
class Draft:
    """One event mention; `evidence` are offsets in the repaired text, `according` actor codes."""

    frame: Frame
    type: str
    mode: str
    actors: list[Mention]
    recipients: list[Mention]
    status: str
    place: PlaceName | None
    date: str
    speech: Speech | None
    according: list[str]
    evidence: list[tuple[int, int]]
    sentence: int
    first: int
    verbal: bool
    mutual: bool = False
    passive: bool = False
    complete: bool = False  # nobody else is looked for around it
    announced: bool = False  # the deed itself, or one of their own, is what somebody tells: «از توافق خبر داد»
    pointing: bool = False  # the noun means a deed told before: «این حمله»
    during: bool = False  # a harm told to be that of a deed told before: «در این حمله … کشته شدند»
    further: bool = False  # the harm of others than those counted before: «دو نفر دیگر»
    alone: bool = False  # told whole by who does it
    heading: bool = False  # its noun heads a line without a verb, and so tells it: «حمله پهپادی به …»
    clause: tuple[int, int] = (0, 0)
    clause_kind: str = ""  # of the clause that tells it: main, relative, if …
    casualties: list[Casualties] = field(default_factory=list)
    agreements: list[str] = field(default_factory=list)
    guesses: int = 0
    loose: bool = False  # the date is that of the saying in which the event is told
    trigger: Trigger | None = None  # what tells it, where its parties are still looked for
    sure: tuple[float, float] = (1.0, 1.0)  # how likely those on each side are its parties
    verdict: str = ""  # what its frame and its parties alone say of it: KEPT, or why it is no event
    instead: tuple[list[Mention] | None, list[Mention] | None] = (None, None)  # by grammar, where others were chosen
    signs: Sequence[str] = ()  # what spoke for it and against it when it was weighed …
    chance: float | None = None  # … and how likely an event it is by them
    refused: str = ""  # why it is none

    @property
    def rule(self) -> str:
        """The name of the frame that fired."""
        return self.frame.rule


def codes(mentions: list[Mention]) -> list[str]:
    """The codes of mentions, each once, in order."""
    if len(mentions) > 1:
        return list(dict.fromkeys([m.code for m in mentions if m.code]))
    return [m.code for m in mentions if m.code] if mentions else []


def persons(mentions: list[Mention]) -> int:
    """How many different parties the mentions are: two officials of one government are two."""
    return len({(m.code, m.id if m.kind in {"person", "group"} else "") for m in mentions if m.code})


def countries(mentions: list[Mention]) -> frozenset[str]:
    """The countries and bodies of mentions, sectors left out."""
    return frozenset([m.code.partition(".")[0] for m in mentions if m.code]) if mentions else _NOWHERE
