"""A deed that must stop is asked of whoever does it, though the clause names the deed and not the doer.

«حملات X باید متوقف شود» and «نباید حمله‌ای از سوی X انجام شود» are demands put to X.
"""

from collections.abc import Sequence

from rasad.stages.code.trigger import OCCUR, Trigger
from rasad.stages.read.clauses import Clause
from rasad.stages.reading import Reading

_DEEDS = frozenset({"ASSAULT", "COERCE", "SANCTION", "THREATEN", "MOBILIZE"})
_EASING = frozenset({"RETREAT", "CONCEDE"})


def to_be_stopped(reading: Reading, clause: Clause, told: Sequence[Trigger]) -> Trigger | None:
    """The deed that a clause says must not be or must end, None where it says something else."""
    verb = clause.verb
    here = [t for t in told if t.clause.number == clause.number and t.noun[0] >= 0 and t.frame.type in _DEEDS]
    if verb is None or verb.modal != "must" or not here:
        return None
    for deed in here:
        if deed.verbal and deed.voice == OCCUR and (verb.negated or deed.stopped):
            return deed
    subject = reading.roles[clause.number].subject
    eased = any(t.verbal and t.clause.number == clause.number and t.frame.type in _EASING for t in told)
    if subject is None or not (eased and verb.passive):
        return None
    return next((deed for deed in here if not deed.verbal and deed.first == subject.first), None)
