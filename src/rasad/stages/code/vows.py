"""What a side says will follow from the deed of others is a threat, whatever the words for it.

«اگر X چنین کند، Y خواهد شد» threatens X where Y is no promise; what follows is told by nobody but who speaks.
"""

from collections.abc import Sequence

from rasad.language.frames import Frame
from rasad.stages.code.scene import Scene, innermost
from rasad.stages.code.status import StatusFinder
from rasad.stages.code.trigger import Trigger
from rasad.stages.find.mentions import Mention
from rasad.stages.read.clauses import IF, MAIN, THAT, Clause
from rasad.stages.read.verbs import Verb
from rasad.stages.reading import Reading

_SIDES = frozenset({"GOV", "MIL", "LEG", "REB", "PTY", "SPY", "COP", "REL", "JUD", ""})  # sectors that speak for a side
_RISING = frozenset({"REB", "PTY"})  # sectors that are a side of their own at home
_BEFORE = 2
_POLICE = "COP"
_KIND = frozenset({"AGREE", "CONSULT", "COOPERATE", "AID", "SUPPORT", "CONCEDE", "RETREAT", "THREATEN"})
_TELLING = frozenset({MAIN, THAT})
_MEANT = frozenset({"may", "want"})
_OPENING = 2  # words of a clause in which it says that it is of whoever does so


def vows(reading: Reading, scene: Scene, frame: Frame, statuses: StatusFinder,
         told: Sequence[Trigger]) -> list[Trigger]:
    """What follows from a condition, within what a side says, as triggers of `frame`: no deed that is good."""
    out = []
    kind = [t for t in told if t.frame.type in _KIND]
    done = {t.clause.number for t in kind if t.verbal}
    terms = any(c.kind == IF for c in reading.clauses)
    for clause in reading.clauses:
        verb = clause.verb
        if verb is None or verb.negated or clause.kind not in _TELLING or clause.number in done:
            continue
        hangs = statuses.hangs(reading, clause) or _either(reading,clause,statuses)
        if not (hangs and verb.tense == "present" or (
                _to_come(verb) and (terms or hangs or _whoever(reading, clause, statuses)))):
            continue
        speech = innermost(scene.speeches, reading.sentence.starts[verb.first])
        side = speech is not None and bool(speech.speaker.code) and speech.speaker.sector in _SIDES
        if verb.tense == "present" and verb.person != 1 and side and speech is not None:
            side = any(_other(m, speech.speaker) for m in reading.mentions)
        if side and not _welcome(reading, clause, kind):
            out.append(Trigger(frame, verb.first, verb.last, (-1, -1), clause, verbal=True))
    return out


def _to_come(verb: Verb) -> bool:
    """Whether a verb tells what its speaker means to do or sees coming: «می‌زنیم», «خواهد دید», «ممکن است بزند»."""
    if verb.tense == "present":
        return verb.person == 1 and verb.plural
    return verb.tense == "future" or (verb.tense == "subjunctive" and verb.modal in _MEANT)


def _whoever(reading: Reading, clause: Clause, statuses: StatusFinder) -> bool:
    """Whether a clause says what follows whoever does it, or else: «هر تعرضی … خواهد داشت», «یا … یا می‌زنیم»."""
    keys, subject = reading.sentence.keys, reading.roles[clause.number].subject
    first = clause.first
    opening = [*keys[first:first + _OPENING], *([keys[subject.first]] if subject is not None else [])]
    return not (statuses.any - statuses.never).isdisjoint(opening)


def _either(reading: Reading, clause: Clause, statuses: StatusFinder) -> bool:
    keys, first = reading.sentence.keys, clause.first
    either = statuses.either
    return not either.isdisjoint(keys[max(0, first - 1):first + 1]) and sum(key in either for key in keys) > 1


def _welcome(reading: Reading, clause: Clause, kind: Sequence[Trigger]) -> bool:
    """Whether what a clause hangs on is a good deed, so that no threat follows: «اگر به توافق برسیم، …»."""
    near = {c.number for c in reading.clauses if c.kind == IF
            and (c.parent == clause.number or c.number == clause.number - 1)}
    named = [c for c in reading.roles[clause.number].chunks if c.slot == "if"]
    for trigger in kind:
        verb = trigger.clause.verb
        if trigger.verbal and trigger.clause.number in near and verb is not None and not verb.negated:
            return True
        if not trigger.verbal and any(c.first <= trigger.first <= c.last for c in named):
            return True
    return False


def warned(reading: Reading, trigger: Trigger, speaker: Mention, recipients: Sequence[Mention],
           scene: Scene) -> list[Mention]:
    """Whom a threat is put to: those it names, else who may do what it hangs on, none of the speaker's own side."""
    others = [m for m in recipients if _other(m, speaker)]
    if others:
        return others
    number = trigger.clause.number
    terms = [c.number for c in reading.clauses if c.kind == IF and (c.parent == number or c.number < number)]
    near = [m for m in reading.mentions if _other(m, speaker)]
    at = reading.sentence.number
    last = [m for row in scene.mentions[max(0, at - _BEFORE):at] for m in row if _other(m, speaker)]
    return next((found for n in reversed(terms) if (found := [m for m in near if _in(reading, n, m)])),
                near[-1:] or last[-1:])


def _in(reading: Reading, number: int, mention: Mention) -> bool:
    return reading.clause_at(mention.first).number == number


def _other(mention: Mention, speaker: Mention) -> bool:
    """Whether somebody named is of another side than the speaker."""
    land, own = mention.code.partition(".")[0], speaker.code.partition(".")[0]
    if not land or mention.kind == "media" or mention.code == speaker.code:
        return False
    return land != own or mention.sector in _RISING or speaker.sector == _POLICE

