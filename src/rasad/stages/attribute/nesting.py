"""A cue stands either inside the words of an earlier speech, or beside them; never both.

Inside is what its quotation holds, what hangs on a clause of it, and what has a speaker of its own there.
"""

from rasad.stages.attribute.cue_clauses import CueClause
from rasad.stages.attribute.floor import Floor
from rasad.stages.attribute.speech import DIRECT, Speech
from rasad.stages.read.clauses import MAIN
from rasad.stages.reading import Reading

_ADDING = frozenset({"say", "continue", "explain", "stress"})
_NARRATED = "past"
_OF_OTHERS = frozenset({"present", "perfect", "pluperfect"})
_TELLING = frozenset({"say", "announce", "claim", "write", "explain"})


def nested(floor: Floor, reading: Reading, cue: CueClause, host: Speech | None, but: frozenset[str]) -> bool:
    """Whether the cue stands inside the host's words, not beside them."""
    if host is None:
        return False
    quotation = floor.quotations.around(reading.sentence.starts[cue.first])
    if quotation is not None and quotation[0] >= host.start - 1:
        return True
    roles = reading.roles[cue.clause.number]
    own = roles.subject is not None and not 0 <= cue.element <= roles.subject.first
    if own and cue.clause.words and reading.sentence.keys[cue.clause.words[0]] in but and cue.notes & _TELLING \
            and host.form != DIRECT:
        return False  # «X گفت …، اما Y گفت …»: two who disagree
    if not own and (_goes_on_inside(floor, reading, cue, host) or _told_there(reading, cue, host)):
        return True
    if not own and (cue.notes & _ADDING or cue.clause.kind == MAIN):
        return False
    if host.sentence != reading.sentence.number:
        verb = cue.clause.verb
        return cue.clause.kind != MAIN or (host.open and own and verb is not None and verb.tense == "present")
    return own or cue.clause.kind != MAIN


def _goes_on_inside(floor: Floor, reading: Reading, cue: CueClause, host: Speech) -> bool:
    """Whether the clause that the cue goes on from is itself a cue inside the host's words."""
    after = cue.clause.after
    while after >= 0:
        speech = floor.by_clause.get((reading.sentence.number, after))
        if speech is not None:
            return speech is not host and speech.cue is not None and speech.cue[0] >= host.start
        after = reading.clauses[after].after
    return False


def _told_there(reading: Reading, cue: CueClause, host: Speech) -> bool:
    """Whether the cue goes on from a clause of the host's own words, in another tense than the host's cue.

    «X گفت: Y با ما موافق است و ادعا دارد …» tells of Y; «X گفت: … است و افزود …» of X.
    """
    after, verb = cue.clause.after, cue.clause.verb
    if after < 0 or verb is None or host.cue is None or host.sentence != reading.sentence.number:
        return False
    before, outer = reading.clauses[after], reading.clauses[host.clause]
    if before.verb is None or outer.verb is None or reading.roles[after].subject is None:
        return False
    within = reading.sentence.starts[before.verb.first] > host.start
    return within and outer.verb.tense == _NARRATED and verb.tense in _OF_OTHERS
