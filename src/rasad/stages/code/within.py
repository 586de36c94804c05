"""What stands inside a demand, a threat or a denial is what is demanded, threatened or denied, not told as done."""

from collections.abc import Container, Sequence

from rasad.stages.attribute.speech import Speech
from rasad.stages.code.scene import Scene
from rasad.stages.code.trigger import Trigger
from rasad.stages.read.clauses import IF, THAT, Clause
from rasad.stages.reading import Reading

WISHING = frozenset({"REQUEST", "THREATEN", "REJECT", "AGREE", "CONCEDE"})  # types that are about another deed
_BESIDES = frozenset({"in", "with", "time", "cause", "about", "against"})  # what stands beside a demand, not in it
_MEANT = frozenset({"THREATEN", "REQUEST", "AGREE"})
_KEEPING = frozenset({"REJECT"})  # types that a charge in their words is no part of
_THREATS = frozenset({"THREATEN"})  # what is threatened is not done, refusals and promises neither
_AHEAD = frozenset({"present", "future", "subjunctive"})  # tenses of what has not happened
_REFUSED = frozenset({"AID", "COOPERATE", "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "RETREAT"})
_ANSWERS = frozenset({"REJECT", "AGREE", "CONCEDE"})  # types that answer a demand
_YIELDING = frozenset({"CONCEDE", "RETREAT"})
_EASED = frozenset({"SANCTION", "COERCE"})  # types whose end is conceded
_NEAR = 8  # words from a refusal to what is refused
_THIRD = 3
# By type, what may govern a judgement that is given by saying so.
_AVOWED_BY = {"ACCUSE": frozenset({"must"}), "SUPPORT": frozenset({"", "must", "want"})}


def wished(reading: Reading, trigger: Trigger, wishing: Sequence[Trigger]) -> bool:
    """Whether an event noun is only what a demand, threat or promise of the same clause is about."""
    wishing = [t for t in wishing if not _beside(reading, trigger, t)]
    if not wishing:
        return False
    number, chunks = trigger.clause.number, reading.roles[trigger.clause.number].chunks
    # a phrase holds no word where the noun is an infinitive right after its preposition: «با متهم کردن X …»
    under = next((c.slot for c in chunks if c.first <= trigger.first <= max(c.first, c.last)), "")
    above = {c.parent for c in _around(reading, trigger.clause) if c.kind == THAT and c.parent >= 0}
    for other in wishing:
        aside = _BESIDES - {"with"} if other.frame.type == "REJECT" else _BESIDES  # «با … مخالفت کرد»
        here = other.clause.number == number and not (trigger.first < other.first and under in aside)
        if here or other.clause.number in above:
            return True
    return False


def _beside(reading: Reading, trigger: Trigger, other: Trigger) -> bool:
    """Whether an event noun told with a demand, threat or promise is an event all the same."""
    kind, notes, wish = trigger.frame.type, trigger.frame.notes, other.frame.type
    if kind == "THREATEN" and "future" not in notes:
        return wish != "THREATEN"  # «در اعتراض به تهدیدهای X … رد کرد»
    if kind == "ACCUSE" and "inside" in notes and wish in _KEEPING:
        return True  # «از پاسخگویی به جنایات خود امتناع می‌کند»
    if kind == "REQUEST" and wish in _ANSWERS and any(m.first == trigger.last + 1 for m in reading.mentions):
        return True  # «درخواست X را رد کرد»: what is refused was asked
    return _promise(other) and _yielding(trigger)  # «با رفع محاصره موافقت کرد»: what is promised is conceded


def _around(reading: Reading, clause: Clause) -> list[Clause]:
    """The clause and those that it lies in, the nearest first."""
    out = [clause]
    while out[-1].parent >= 0:
        out.append(reading.clauses[out[-1].parent])
    return out


def denial(reading: Reading, trigger: Trigger, scene: Scene) -> Speech | None:
    """The denial that a deed stands in: in its object or in the clause that hangs on it."""
    number = reading.sentence.number
    denials = [s for s in scene.speeches if s.sentence == number and "deny" in s.notes]
    if not denials or "verbal" in trigger.frame.notes:
        return None
    above = {clause.number for clause in _around(reading, trigger.clause)}
    speech = next((s for s in denials if s.clause in above), None)
    if speech is None:
        return None
    here = speech.clause == trigger.clause.number
    return None if here and not speech.holds(reading.sentence.starts[trigger.first]) else speech


def wished_deed(trigger: Trigger, found: Sequence[Trigger]) -> Trigger | None:
    """The deed that is demanded or promised in the clause after: «وعده داد به X کمک کند»."""
    number = trigger.clause.number
    for other in found:
        clause, verb = other.clause, other.clause.verb
        hangs = clause.after == number or (clause.parent == number and clause.kind == THAT)
        if other.verbal and hangs and verb is not None and verb.tense == "subjunctive":
            return other
    return None


def meant(trigger: Trigger, wishing: Sequence[Trigger]) -> bool:
    """Whether a verb says what a threat, demand or offer of the clause before it is about: «تهدید کرد … را می‌زند»."""
    clause, verb = trigger.clause, trigger.clause.verb
    if not wishing or not trigger.verbal or verb is None or verb.tense not in _AHEAD:
        return False
    above = {clause.parent if clause.kind == THAT else -1, clause.after}
    if trigger.frame.type == "THREATEN" or avowed(trigger) or promised(trigger, wishing):
        return False
    about = _MEANT if trigger.frame.type not in WISHING else _THREATS
    return any(t.clause.number in above and t.frame.type in about for t in wishing)


def promised(trigger: Trigger, found: Sequence[Trigger]) -> bool:
    """Whether a deed that gives way is what somebody promises: «متعهد شد نیروهای خود را خارج کند»."""
    if not _yielding(trigger):
        return False
    clause = trigger.clause
    above = {clause.number} if not trigger.verbal else {clause.parent if clause.kind == THAT else -1, clause.after}
    return any(t.verbal and t.clause.number in above and _promise(t) for t in found)


def _promise(trigger: Trigger) -> bool:
    """Whether it is a promise or a consent of one side, no agreement that two reach."""
    return trigger.frame.type == "AGREE" and not trigger.frame.slots("M")


def _yielding(trigger: Trigger) -> bool:
    """Whether a deed gives way to others: a withdrawal, a release, an end to what was done to them."""
    frame, eased = trigger.frame, trigger.ended or trigger.stopped
    given = frame.type in _YIELDING and frame.mode != "ceasefire"  # a ceasefire that is promised is agreed
    return given or (eased and frame.type in _EASED)


def put_as_duty(trigger: Trigger) -> bool:
    """Whether the trigger says what somebody must do or is told to do: asked, not done; «باید محکوم کنیم» does it."""
    verb = trigger.clause.verb
    due = trigger.verbal and verb is not None and (verb.modal == "must" or verb.tense == "imperative")
    return due and not avowed(trigger)


def avowed(trigger: Trigger) -> bool:
    """Whether somebody blames, praises or thanks by saying that they have to, or thanks by saying that they want to.

    «باید محکوم کنیم», «باید از X تشکر کنم», «می‌خواهم از X تشکر کنم».
    """
    verb, frame = trigger.clause.verb, trigger.frame
    governing = _AVOWED_BY.get(frame.type)
    if governing is None or verb is None or "verbal" not in frame.notes or not trigger.verbal:
        return False
    return (verb.modal in governing and verb.person == 1 and verb.tense == "subjunctive" and not verb.negated
            and trigger.clause.kind != IF)


def wanted_of_others(reading: Reading, clause: Clause) -> bool:
    """Whether a clause tells what its speaker wants others to do: «ما می‌خواهیم X دست بردارد»."""
    verb = clause.verb
    governed = clause.modal is None and clause.kind != IF and verb is not None and verb.modal == "want"
    if not governed or verb is None or verb.negated or verb.person != _THIRD or verb.tense != "subjunctive":
        return False
    above = [reading.clauses[number].verb for number in (clause.parent, clause.after) if number >= 0]
    return any(other is not None and other.person == 1 and not other.negated and other.last < verb.first
               for other in above)


def part_of_another(reading: Reading, trigger: Trigger, found: Sequence[Trigger],
                    demonstratives: Container[str]) -> bool:
    """Whether a trigger only tells more of another: the visit one comes on, what is attacked, what is refused."""
    beside = [t for t in found if t.clause.number == trigger.clause.number]
    if trigger.verbal:  # who is present at talks, or speaks at them, talks
        return "abroad" in trigger.frame.notes and any(not t.verbal and t.frame.type == "CONSULT" for t in beside)
    verbs = [t for t in beside if t.verbal]
    roles, first = reading.roles[trigger.clause.number], trigger.first
    under = next((c.slot for c in roles.chunks if c.first <= first <= c.last), "")
    if trigger.frame.type in _REFUSED and under == "with" and any(
            t.frame.type == "REJECT" and not t.verbal and 0 < first - t.last <= _NEAR for t in beside):
        return True
    if trigger.frame.type == "CONSULT" and trigger.frame.mode == "visit":
        known = first > 0 and reading.sentence.keys[first - 1] in demonstratives  # «در این سفر»
        return under == "in" and any(t.frame.type == "CONSULT" and (known or t.frame.mode == "visit") for t in verbs)
    target = roles.object or roles.subject
    hit = target is not None and target.first <= first <= target.last
    return trigger.frame.type == "MOBILIZE" and hit and any(t.frame.type == "ASSAULT" for t in verbs)
