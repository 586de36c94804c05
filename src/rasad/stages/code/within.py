"""What stands inside a demand, a threat or a denial is what is demanded, threatened or denied, not told as done."""

from collections.abc import Container, Sequence
from itertools import pairwise

from rasad.language.frames import Frame
from rasad.language.grammar import Grammar
from rasad.stages.attribute.speech import Speech
from rasad.stages.code.scene import Scene, innermost
from rasad.stages.code.stopping import to_be_stopped
from rasad.stages.code.trigger import Trigger
from rasad.stages.find.mentions import Mention
from rasad.stages.read.clauses import IF, THAT, Clause
from rasad.stages.reading import Reading

WISHING = frozenset({"REQUEST", "THREATEN", "REJECT", "AGREE", "CONCEDE"})  # types that are about another deed
_BESIDES = frozenset({"in", "with", "time", "cause", "about", "against"})  # what stands beside a demand, not in it
_MEANT = frozenset({"THREATEN", "REQUEST", "AGREE"})
_THREATS = frozenset({"THREATEN"})  # what is threatened is not done, refusals and promises neither
_AHEAD = frozenset({"present", "future", "subjunctive"})  # tenses of what has not happened
_REFUSED = frozenset({"AID", "COOPERATE", "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "RETREAT"})
_NEAR = 8  # words from a refusal to what is refused
_THIRD = 3
_ASKING = frozenset({"must", "want"})
_DUE = frozenset({"subjunctive", "present", "perfect"})  # tenses of what is still due


def wished(reading: Reading, trigger: Trigger, wishing: Sequence[Trigger]) -> bool:
    """Whether an event noun is only what a demand, threat or promise of the same clause is about."""
    if trigger.frame.type == "THREATEN" and "future" not in trigger.frame.notes:
        wishing = [t for t in wishing if t.frame.type == "THREATEN"]  # «در اعتراض به تهدیدهای X … رد کرد»
    if not wishing:
        return False
    chunks = reading.roles[trigger.clause.number].chunks
    under = next((c.slot for c in chunks if c.first <= trigger.first <= c.last), "")
    for other in wishing:
        if other.clause.number == trigger.clause.number:
            beside = _BESIDES - {"with"} if other.frame.type == "REJECT" else _BESIDES  # «با … مخالفت کرد»
            if trigger.first < other.first and under in beside:
                continue
            return True
        parent = trigger.clause
        while parent.parent >= 0:
            if parent.parent == other.clause.number and parent.kind == "that":
                return True
            parent = reading.clauses[parent.parent]
    return False


def denial(reading: Reading, trigger: Trigger, scene: Scene) -> Speech | None:
    """The denial that a deed stands in: in its object or in the clause that hangs on it."""
    number = reading.sentence.number
    denials = [s for s in scene.speeches if s.sentence == number and "deny" in s.notes]
    if not denials or "verbal" in trigger.frame.notes:
        return None
    above = {trigger.clause.number}
    outer = trigger.clause
    while outer.parent >= 0:
        outer = reading.clauses[outer.parent]
        above.add(outer.number)
    for speech in denials:
        if speech.clause in above:
            at = reading.sentence.starts[trigger.first]
            beside = speech.clause == trigger.clause.number and not speech.holds(at)
            return None if beside else speech
    return None


def wished_deed(trigger: Trigger, found: Sequence[Trigger]) -> Trigger | None:
    """The deed that is demanded or promised in the clause after: «وعده داد به X کمک کند»."""
    number = trigger.clause.number
    for other in found:
        clause, verb = other.clause, other.clause.verb
        hangs = clause.after == number or (clause.parent == number and clause.kind == "that")
        if other.verbal and hangs and verb is not None and verb.tense == "subjunctive":
            return other
    return None


def meant(trigger: Trigger, wishing: Sequence[Trigger]) -> bool:
    """Whether a verb says what a threat, demand or offer of the clause before it is about: «تهدید کرد … را می‌زند»."""
    clause, verb = trigger.clause, trigger.clause.verb
    if not wishing or not trigger.verbal or verb is None or verb.tense not in _AHEAD:
        return False
    above = {clause.parent if clause.kind == THAT else -1, clause.after}
    if trigger.frame.type == "THREATEN":
        return False
    about = _MEANT if trigger.frame.type not in WISHING else _THREATS
    return any(t.clause.number in above and t.clause.number >= 0 and t.frame.type in about and t is not trigger
               for t in wishing)


def put_as_duty(trigger: Trigger) -> bool:
    """Whether the trigger says what somebody must do: that is asked, not done."""
    verb = trigger.clause.verb
    return trigger.verbal and verb is not None and verb.modal == "must"


def duties(reading: Reading, scene: Scene, frame: Frame, grammar: Grammar,
           told: Sequence[Trigger]) -> list[Trigger]:
    """«X باید …» within what somebody says, as triggers of `frame`: a demand put to X; what X must know is none."""
    out = []
    for clause in reading.clauses:
        verb = clause.verb
        if verb is None or verb.modal not in _ASKING or verb.lemma in grammar["knowing"]:
            continue
        deed = to_be_stopped(reading, clause, told)
        if not (deed is not None or _binds(reading, clause, grammar["must"]) or wanted_of_others(reading, clause)):
            continue
        if innermost(scene.speeches, reading.sentence.starts[verb.first]) is not None:
            out.append(Trigger(frame, verb.first, verb.last, (-1, -1), clause, verbal=True, inner=deed))
    return out


def wanted_of_others(reading: Reading, clause: Clause) -> bool:
    """Whether a clause tells what its speaker wants others to do: «ما می‌خواهیم X دست بردارد»."""
    verb = clause.verb
    governed = clause.modal is None and clause.kind != IF and verb is not None and verb.modal == "want"
    if not governed or verb is None or verb.negated or verb.person != _THIRD or verb.tense != "subjunctive":
        return False
    above = [reading.clauses[number].verb for number in (clause.parent, clause.after) if number >= 0]
    return any(other is not None and other.person == 1 and not other.negated and other.last < verb.first
               for other in above)


def _binds(reading: Reading, clause: Clause, must: frozenset[str]) -> bool:
    """Whether a clause tells what somebody must do: not what one must («باید گفت»), had to or was made to do."""
    verb = clause.verb
    if verb is None or verb.modal != "must" or verb.person != _THIRD or verb.passive or verb.tense not in _DUE:
        return False
    keys = reading.sentence.keys[:verb.last + 1]
    if not must.isdisjoint(keys):
        return True
    subject = reading.roles[clause.number].subject  # «لازم است X …»: it is put to X, not to what is X's
    named = subject is not None and any(m.first == subject.first for m in subject.mentions)
    return named and any(a + b in must for a, b in pairwise(keys))


def put_to_others(speaker: Mention, recipients: Sequence[Mention]) -> bool:
    """Whether a duty is put to somebody else: what one's own side has to do is no demand."""
    own = speaker.code.partition(".")[0]
    ours = {own, f"{own}.GOV", f"{own}.MIL"} if speaker.sector in {"GOV", "MIL"} else set()
    return any(m.code not in ours for m in recipients)


def part_of_another(reading: Reading, trigger: Trigger, found: Sequence[Trigger],
                    demonstratives: Container[str]) -> bool:
    """Whether an event noun only tells more of another: the visit one comes on, what is attacked, what is refused."""
    if trigger.verbal:
        return False
    beside = [t for t in found if t.clause.number == trigger.clause.number]
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
