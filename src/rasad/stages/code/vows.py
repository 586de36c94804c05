"""What a side says will follow from the deed of others is a threat, whatever the words for it.

«اگر X چنین کند، Y خواهد شد» threatens X where Y is no promise; what follows is told by nobody but who speaks.
"""

from collections.abc import Sequence

from rasad.language.frames import Frame
from rasad.stages.code.scene import Scene, innermost
from rasad.stages.code.status import StatusFinder
from rasad.stages.code.trigger import Trigger
from rasad.stages.find.mentions import Mention
from rasad.stages.read.clauses import IF, MAIN, THAT
from rasad.stages.reading import Reading

_SIDES = frozenset({"GOV", "MIL", "LEG", "REB", "PTY", "SPY", "COP", "REL", "JUD", ""})  # sectors that speak for a side
_STATE = frozenset({"", "GOV", "MIL", "LEG", "SPY", "COP", "JUD"})  # sectors that are one side at home
_KIND = frozenset({"AGREE", "CONSULT", "COOPERATE", "AID", "SUPPORT", "CONCEDE", "RETREAT", "THREATEN"})
_TELLING = frozenset({MAIN, THAT})
_COMING = frozenset({"future", "present"})


def vows(reading: Reading, scene: Scene, frame: Frame, statuses: StatusFinder,
         told: Sequence[Trigger]) -> list[Trigger]:
    """What follows from a condition, within what a side says, as triggers of `frame`: no deed that is good."""
    out = []
    kind = {t.clause.number for t in told if t.verbal and t.frame.type in _KIND}
    for clause in reading.clauses:
        verb = clause.verb
        if verb is None or verb.tense not in _COMING or clause.kind not in _TELLING or clause.number in kind:
            continue
        if verb.tense == "present" and (verb.person != 1 or not verb.plural):
            continue
        if not statuses.hangs(reading, clause):
            continue
        speech = innermost(scene.speeches, reading.sentence.starts[verb.first])
        if speech is not None and speech.speaker.sector in _SIDES:
            out.append(Trigger(frame, verb.first, verb.last, (-1, -1), clause, verbal=True))
    return out


def warned(reading: Reading, trigger: Trigger, speaker: Mention, recipients: Sequence[Mention]) -> list[Mention]:
    """Whom a threat is put to: those it names, else who may do what it hangs on, none of the speaker's own side."""
    others = [m for m in recipients if _other(m, speaker)]
    if others:
        return others
    number = trigger.clause.number
    terms = [c.number for c in reading.clauses if c.kind == IF and (c.parent == number or c.number < number)]
    near = [m for m in reading.mentions if _other(m, speaker)]
    return next((found for n in reversed(terms) if (found := [m for m in near if _in(reading, n, m)])), near[-1:])


def _in(reading: Reading, number: int, mention: Mention) -> bool:
    return reading.clause_at(mention.first).number == number


def _other(mention: Mention, speaker: Mention) -> bool:
    """Whether somebody named is of another side than the speaker."""
    land, own = mention.code.partition(".")[0], speaker.code.partition(".")[0]
    if not land or mention.kind == "media" or mention.code == speaker.code:
        return False
    return land != own or mention.sector not in _STATE

