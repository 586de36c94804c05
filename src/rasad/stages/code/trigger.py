"""A trigger is a predicate of the frames where it stands: a verb, a compound, or an event noun."""

from dataclasses import dataclass

from rasad.language.frames import Frame
from rasad.stages.read.clauses import Clause

ACTIVE, PASSIVE, OCCUR = "active", "passive", "occur"
_STOPPED = frozenset({"stop", "end"})
Hit = tuple[int, int, tuple[Frame, ...]]  # an event noun: its first word, its last word, its frames


@dataclass(slots=True)  # made too often to be frozen; nothing changes one all the same
class Trigger:
    """Words `first` to `last` say the event; `noun` is the event noun in them, (-1, -1) for a verb alone."""

    frame: Frame
    first: int
    last: int
    noun: tuple[int, int]
    clause: Clause
    verbal: bool
    voice: str = ACTIVE
    aspect: str = ""
    suffered: bool = False  # the pattern itself makes the subject the one who suffers: «مورد حمله قرار گرفت»
    negative: bool = False  # the frame is that of the negated verb
    ended: bool = False  # a word before the noun says that it ends: «رفع محاصره»
    done: bool = False  # a participle that tells of the noun before it who did this to it: «توقیف‌شده توسط X»
    between: tuple[int, int] = (-1, -1)  # the words of a gap: «در اختیار … قرار داد»
    inner: "Trigger | None" = None  # an event noun inside the compound: «تحریم‌های … را لغو کرد»

    @property
    def stopped(self) -> bool:
        """Whether the verb beside the noun says that it comes to an end: «حملات را متوقف کرد»."""
        return self.aspect in _STOPPED
