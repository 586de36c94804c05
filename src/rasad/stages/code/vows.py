"""What a side says will follow from the deed of others is a threat, whatever the words for it.

«اگر X چنین کند، Y خواهد شد» threatens X where Y is no promise; what follows is told by nobody but who speaks.
"""

from collections.abc import Sequence

from rasad.language.frames import Frame
from rasad.stages.code.scene import Scene, innermost
from rasad.stages.code.slots import parties
from rasad.stages.code.status import StatusFinder
from rasad.stages.code.trigger import Trigger
from rasad.stages.find.mentions import Mention
from rasad.stages.read.clauses import IF, MAIN, THAT, Clause
from rasad.stages.read.verbs import Verb
from rasad.stages.reading import Reading

_SIDES = frozenset({"GOV", "MIL", "LEG", "REB", "PTY", "SPY", "COP", "REL", "JUD", ""})  # sectors that speak for a side
_RISING = frozenset({"REB", "PTY"})  # sectors that are a side of their own at home
_POLICE = "COP"  # who warns the people of their own country
_GOOD = frozenset({"AGREE", "CONSULT", "COOPERATE", "AID", "SUPPORT", "CONCEDE", "RETREAT"})
_TELLING = frozenset({MAIN, THAT})
_MEANT = frozenset({"may", "want"})
_OPENING = 2  # words of a clause in which it says that it is of whoever does so
_BEFORE = 2  # sentences before, in which whom a threat is put to may be named


def vows(reading: Reading, scene: Scene, frame: Frame | None, statuses: StatusFinder,
         told: Sequence[Trigger]) -> list[Trigger]:
    """What follows from a condition, within what a side says, as triggers of `frame`: no deed that is good."""
    if frame is None:
        return []
    good = [t for t in told if t.frame.type in _GOOD]
    done = {t.clause.number for t in told if t.verbal and (t.frame.type in _GOOD or t.frame.type == frame.type)}
    terms = any(c.kind == IF for c in reading.clauses)
    return [Trigger(frame, c.verb.first, c.verb.last, (-1, -1), c, verbal=True) for c in reading.clauses
            if c.verb is not None and c.number not in done and _follows(reading, c, c.verb, statuses, terms=terms)
            and _vowed(reading, c.verb, scene) and not _welcome(reading, c, good)]


def _follows(reading: Reading, clause: Clause, verb: Verb, statuses: StatusFinder, *, terms: bool) -> bool:
    """Whether a clause says what is to follow, by a condition that it hangs on or that its sentence has."""
    if verb.negated or clause.kind not in _TELLING or not (verb.tense == "present" or _to_come(verb)):
        return False
    hangs = statuses.hangs(reading, clause) or _either(reading, clause, statuses)
    return hangs or (_to_come(verb) and (terms or _whoever(reading, clause, statuses)))


def _to_come(verb: Verb) -> bool:
    """Whether a verb tells what its speaker means to do or sees coming: «می‌زنیم», «خواهد دید», «ممکن است بزند»."""
    if verb.tense == "present":
        return verb.person == 1 and verb.plural
    return verb.tense == "future" or (verb.tense == "subjunctive" and verb.modal in _MEANT)


def _whoever(reading: Reading, clause: Clause, statuses: StatusFinder) -> bool:
    """Whether a clause says what follows whoever does it: «هر تعرضی … خواهد داشت»."""
    keys, subject = reading.sentence.keys, reading.roles[clause.number].subject
    opening = {*keys[clause.first:clause.first + _OPENING], *([keys[subject.first]] if subject is not None else [])}
    return bool(opening & statuses.any - statuses.never)


def _either(reading: Reading, clause: Clause, statuses: StatusFinder) -> bool:
    """Whether a clause says what is else to follow: «یا توافق می‌کنند یا می‌زنیم»."""
    keys, either = reading.sentence.keys, statuses.either
    beside = keys[max(0, clause.first - 1):clause.first + 1]
    return not either.isdisjoint(beside) and sum(key in either for key in keys) > 1


def _vowed(reading: Reading, verb: Verb, scene: Scene) -> bool:
    """Whether a side says so; of what others do as it speaks, only where the sentence names another side."""
    speech = innermost(scene.speeches, reading.sentence.starts[verb.first])
    if speech is None or not speech.speaker.code or speech.speaker.sector not in _SIDES:
        return False
    others = verb.tense == "present" and verb.person != 1
    return not others or any(_other(m, speech.speaker) for m in reading.mentions)


def _welcome(reading: Reading, clause: Clause, good: Sequence[Trigger]) -> bool:
    """Whether what a clause hangs on is a good deed, so that no threat follows: «اگر به توافق برسیم، …»."""
    near = {c.number for c in reading.clauses if c.kind == IF
            and (c.parent == clause.number or c.number == clause.number - 1)}
    told = [t for t in good if t.verbal and t.clause.number in near]
    return (any(t.clause.verb is not None and not t.clause.verb.negated for t in told)
            or any(not t.verbal and _named(reading, clause.number, t.first) for t in good))


def warned(reading: Reading, trigger: Trigger, speaker: Mention, recipients: Sequence[Mention],
           scene: Scene) -> list[Mention]:
    """Whom a threat is put to: those it names, else who may do what it hangs on, none of the speaker's own side."""
    others = [m for m in recipients if _other(m, speaker)]
    if others:
        return others
    number, at = trigger.clause.number, reading.sentence.number
    terms = [c.number for c in reading.clauses if c.kind == IF and (c.parent == number or c.number < number)]
    near = [m for m in reading.mentions if _other(m, speaker)]
    last = [m for row in scene.mentions[max(0, at - _BEFORE):at] for m in row if _other(m, speaker)]
    doing = ([m for m in parties(reading.roles[n].subject) if _other(m, speaker)] for n in reversed(terms))
    held = [m for m in near if reading.clause_at(m.first).number in terms or _named(reading, number, m.first)]
    return next(filter(None, doing), held[:1] or near[-1:] or last[-1:])


def _named(reading: Reading, number: int, word: int) -> bool:
    """Whether a word stands in a condition that a clause names: «در صورت حملهٔ X»."""
    return any(c.slot == "if" and c.first <= word <= c.last for c in reading.roles[number].chunks)


def _other(mention: Mention, speaker: Mention) -> bool:
    """Whether somebody named is of another side than the speaker."""
    land, own = mention.code.partition(".")[0], speaker.code.partition(".")[0]
    if not land or mention.kind == "media" or mention.code == speaker.code:
        return False
    return land != own or mention.sector in _RISING or speaker.sector == _POLICE
