"""What a side says it will not do, or will not let be done, it refuses, whatever the verb.

Only what is told within somebody's words counts, and never what others are said to fail to do.
"""

from collections.abc import Sequence

from rasad.language.fold import fold
from rasad.language.frames import Frame
from rasad.language.grammar import Grammar
from rasad.stages.attribute.speech import Speech
from rasad.stages.code.outcome import denied
from rasad.stages.code.scene import Scene, innermost
from rasad.stages.code.trigger import ACTIVE, PASSIVE, Trigger
from rasad.stages.read.clauses import Clause
from rasad.stages.read.verbs import Verb
from rasad.stages.reading import Reading

_SIDES = frozenset({"GOV", "MIL", "LEG", "PTY", "REB", "COP", "JUD", ""})  # sectors that speak for a side
_TELLING = frozenset({"main", "that", "content", "because"})  # kinds of clauses that tell what is so
_HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION", "THREATEN", "ACCUSE", "REJECT"})  # not doing it is no refusal
_INTENT = "decide"
_THIRD = 3


def unwilling(reading: Reading, scene: Scene, frame: Frame | None, grammar: Grammar,
              told: Sequence[Trigger]) -> list[Trigger]:
    """The refusals that lie in negated verbs: «هرگز آن را ترک نخواهیم کرد», «هیچ پولی پرداخت نخواهد شد»."""
    if frame is None:
        return []
    taken = {t.clause.number for t in told if t.verbal and (t.frame.type in _HOSTILE or denied(t))}
    out = []
    for clause in reading.clauses:
        verb = clause.verb
        if verb is None or not verb.negated or clause.number in taken or clause.kind not in _TELLING:
            continue
        speech = innermost(scene.speeches, reading.sentence.starts[verb.first])
        if speech is None or speech.speaker.sector not in _SIDES or not _acts(verb, grammar["inactive"]):
            continue
        happens = verb.passive or verb.lemma in grammar["happening"]
        if _refuses(reading, clause, verb, speech, happens=happens):
            out.append(Trigger(frame, verb.first, verb.last, (-1, -1), clause, verbal=True,
                               voice=PASSIVE if happens else ACTIVE, negative=True))
    return out


def _acts(verb: Verb, inactive: frozenset[str]) -> bool:
    """Whether a verb tells a deed, not what one is, has or thinks."""
    return verb.modal == _INTENT or not ({verb.lemma, fold(verb.compound.replace(" ", ""))} & inactive)


def _refuses(reading: Reading, clause: Clause, verb: Verb, speech: Speech, *, happens: bool) -> bool:
    """Whether who speaks says of their own side, or of what is theirs to let be, that it will not be."""
    if verb.modal:
        return verb.modal == _INTENT
    if verb.person == 1:
        return verb.tense in {"future", "present"}
    if verb.tense != "future" or verb.person != _THIRD:
        return False
    subject = reading.roles[clause.number].subject
    named = {m.code.partition(".")[0] for m in subject.mentions if m.code} if subject is not None else set()
    return happens or not named or speech.speaker.code.partition(".")[0] in named
