"""What somebody says others are to do is a demand, whatever mood it is put in: a duty, a command, a wish.

Only words of a speech make demands here: what the outlet's own voice holds to be due is nobody's demand.
"""

from collections.abc import Iterator, Sequence

from rasad.language.fold import fold
from rasad.language.frames import BID, LET, TELL, Frame, Frames
from rasad.language.grammar import Grammar
from rasad.language.phrases import Phrases
from rasad.stages.attribute.speech import Speech
from rasad.stages.code.scene import Scene, innermost
from rasad.stages.code.slots import parties
from rasad.stages.code.stopping import to_be_stopped
from rasad.stages.code.trigger import Trigger
from rasad.stages.code.within import wanted_of_others
from rasad.stages.find.mentions import Mention
from rasad.stages.read.clauses import CONTENT, IF, MAIN, THAT, Clause
from rasad.stages.read.verbs import Verb
from rasad.stages.reading import Reading

_SECOND, _THIRD = 2, 3
_PLAIN = frozenset({MAIN, THAT, CONTENT})  # kinds of clauses in which a command is one
_MEDIA = "media"
_ASKING = frozenset({"must", "want"})


def demands(reading: Reading, scene: Scene, frames: Frames, grammar: Grammar,
            told: Sequence[Trigger]) -> Iterator[Trigger]:
    """The clauses of what somebody says that say what others are to do; `told` are the triggers of the sentence."""
    tell = frames.bare.get(TELL)
    for clause in reading.clauses:
        verb = clause.verb
        if verb is None:
            continue
        if tell is not None and _tells(reading, clause, grammar):
            yield Trigger(tell, verb.first, verb.last, (-1, -1), clause, verbal=True)
        speech = innermost(scene.speeches, reading.sentence.starts[verb.first])
        if speech is None:
            continue
        deed = to_be_stopped(reading, clause, told)
        frame = frames.duty if deed is not None else _put(reading, clause, frames, grammar, speech)
        if frame is not None:
            at = _put_to(reading, clause)
            by = at.verb or verb
            yield Trigger(frame, by.first, by.last, (-1, -1), at, verbal=True, inner=deed)


def _put(reading: Reading, clause: Clause, frames: Frames, grammar: Grammar, speech: Speech) -> Frame | None:
    """The frame of the demand that a clause makes, None where it makes none."""
    verb = clause.verb
    if verb is None:
        return None
    if verb.modal in _ASKING:
        due = _binds(reading, clause, grammar.phrases["must"]) or wanted_of_others(reading, clause)
        return frames.duty if due else None
    if verb.tense == "imperative":
        plain = verb.plural and clause.modal is None and clause.kind in _PLAIN
        heed = _key(verb) in grammar["heed"]  # «ببینید، …»
        return frames.bare.get(BID) if plain and not heed else None
    if _wanted(reading, clause, grammar):
        return frames.duty
    return frames.bare.get(LET) if _bidden(reading, clause, speech) else None


def _put_to(reading: Reading, clause: Clause) -> Clause:
    """The clause that names whom a demand is put to: the one of the duty where only it does, «X بهتر است … کند»."""
    above = reading.clauses[clause.after] if clause.after >= 0 else None
    if above is None or above.verb is None or clause.verb is None or clause.verb.modal != "must":
        return clause
    own, other = reading.roles[clause.number].subject, reading.roles[above.number].subject
    named = other is not None and bool(other.mentions) and not above.verb.modal
    near = named and bool(clause.words) and above.verb.last + 1 >= clause.words[0]
    return above if own is None and near and above.verb.tense in {"present", "perfect"} else clause


def _binds(reading: Reading, clause: Clause, must: Phrases[str]) -> bool:
    """Whether a clause tells what somebody must do: not what one must («باید گفت»), had to or was made to do."""
    verb = clause.verb
    if verb is None or verb.modal != "must" or verb.person == 1 or verb.tense != "subjunctive":
        return False
    subject = reading.roles[_put_to(reading, clause).number].subject
    named = subject is not None and bool(subject.mentions)
    if verb.passive and not (named or verb.negated):
        return False  # «باید … رعایت شود» is put to nobody
    if verb.person == _SECOND:
        return True
    keys = reading.sentence.keys[:verb.last + 1]
    said = [hit[0] for i, key in enumerate(keys) if must.begins[key] and (hit := must.longest(keys, i, len(keys)))]
    if subject is not None and any(m.first == subject.first for m in subject.mentions):
        return bool(said)  # «لازم است X …»: it is put to X, not to what is X's
    return any(keys[end - 1] in must.entries for end in said)  # «باید …»


def _wanted(reading: Reading, clause: Clause, grammar: Grammar) -> bool:
    """Whether a clause tells what a demand is: «شرط ما این است که X …», «زمان آن رسیده که X …»."""
    verb = clause.verb
    if verb is None or clause.parent < 0 or verb.tense != "subjunctive" or verb.modal or verb.person == 1:
        return False
    above = reading.clauses[clause.parent]
    words = [reading.sentence.keys[i] for i in above.words]
    if above.verb is not None:
        asked = clause.kind == THAT and above.verb.lemma in grammar["copula"]
        return asked and not grammar["asked-for"].isdisjoint(words)
    must = grammar.phrases["must"]
    return any(must.begins[key] and must.longest(words, i, len(words)) for i, key in enumerate(words))


def _tells(reading: Reading, clause: Clause, grammar: Grammar) -> bool:
    """Whether a clause says that somebody is told what to do: «به X گفت دست بردارد», «به X هشدار داد که نرود»."""
    verb = clause.verb
    if verb is None or verb.negated or verb.modal or _key(verb) not in grammar["bidding"]:
        return False
    chunks = reading.roles[clause.number].chunks
    told_to = [m for c in chunks if c.slot == "to" and c.last < verb.first for m in parties(c)]
    if not told_to or any(m.kind == _MEDIA or m.sector == "MED" for m in told_to):
        return False
    below = next((c for c in reading.clauses[clause.number + 1:]
                  if clause.number in (c.parent, c.after)), None)
    told = below.verb if below is not None and below.kind != IF else None
    return told is not None and not told.modal and told.tense in {"subjunctive", "imperative"} and told.person != 1


def _key(verb: Verb) -> str:
    """The verb as the tables write it, its compound run together."""
    return fold(f"{verb.compound}{verb.lemma}".replace(" ", ""))


def _bidden(reading: Reading, clause: Clause, speech: Speech) -> bool:
    """Whether a subjunctive stands on its own at the head of what somebody says: «شهروندان از سفر خودداری کنند»."""
    verb, subject = clause.verb, reading.roles[clause.number].subject
    if verb is None or subject is None or clause.kind != MAIN or clause.modal is not None or clause.after >= 0:
        return False
    shall = verb.tense == "subjunctive" and not (verb.modal or verb.passive) and verb.plural and verb.person == _THIRD
    if not shall or not any(m.first == subject.first for m in subject.mentions):
        return False
    first = clause.words[0]
    return first == 0 or reading.sentence.starts[first] <= speech.start + 1


def put_to_others(speaker: Mention, recipients: Sequence[Mention]) -> bool:
    """Whether a duty is put to somebody else: what one's own side has to do is no demand."""
    own = speaker.code.partition(".")[0]
    ours = {own, f"{own}.GOV", f"{own}.MIL"} if speaker.sector in {"GOV", "MIL"} else set()
    return any(m.code not in ours for m in recipients)
