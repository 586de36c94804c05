"""A feature names how an event was read: what told it, and where each party was found; never what a record claims.

Every feature is a family and a value: «clause:relative», «actor:subject». What each speaks for is counted
on coded reports and stands in the table of confidence.
"""

from collections.abc import Sequence

from rasad.stages.code.drafts import Draft, countries
from rasad.stages.find.mentions import PRONOUN, Mention
from rasad.stages.find.roles import Roles
from rasad.stages.read.clauses import Clause
from rasad.stages.reading import Reading

ENTRY = ("weak", "told", "modal")  # notes of entries that say how surely they tell an event
_SLOTS = frozenset({"to", "with", "from", "against", "agent", "in", "between"})  # slots told apart by name
_AGAIN = 3  # tellings that confirm each other
_MANY, _CROWD = 2, 3  # parties on one side
_FAR = 12  # words between a trigger and a party told far from it
_HERE = {(False, False): (), (True, False): ("after",), (False, True): ("far",), (True, True): ("after", "far")}
_EZAFE = 2  # words after an event noun within which whose deed it is stands


def features(draft: Draft, reading: Reading) -> list[str]:
    """The features of an event that is told in the sentence, each once."""
    clause = reading.clause_at(draft.first)
    speech = draft.speech
    out = ["base", "trigger:" + _trigger(draft, clause), "clause:" + draft.clause_kind, "status:" + draft.status,
           "said:" + ("outlet" if speech is None else speech.how or "phrase")]
    out += ["entry:" + note for note in ENTRY if note in draft.frame.notes]
    tellings = len(draft.evidence)
    told = (("whole", draft.complete), ("again", tellings > 1), ("thrice", tellings >= _AGAIN),
            ("place", draft.place is not None), ("date", draft.date != ""))
    out += ["told:" + name for name, holds in told if holds]
    actors, recipients = [m for m in draft.actors if m.code], [m for m in draft.recipients if m.code]
    if not (actors and recipients) and len(countries(actors or recipients)) == 1:
        out.append("parties:lone")
    out += ["actor:" + name for name in sorted(_side(actors, draft, reading, clause))]
    if recipients or not draft.mutual:
        return out + ["recipient:" + name for name in sorted(_side(recipients, draft, reading, clause))]
    return [*out, "recipient:mutual"]


def _trigger(draft: Draft, clause: Clause) -> str:
    """What tells the event: a verb alone, a compound, an event noun, or one where no verb stands."""
    if not draft.verbal:
        return "noun" if clause.verb is not None else "heading"
    return "verb" if clause.verb is not None and draft.first >= clause.verb.first else "compound"


def _side(mentions: Sequence[Mention], draft: Draft, reading: Reading, clause: Clause) -> set[str]:
    """How the parties of one side were found."""
    if not mentions:
        return {"none"}
    out, bare, first = set[str](), True, draft.first
    for mention in mentions:
        out.add(_found(mention, draft, reading, clause))
        bare = bare and "." not in mention.code
        if mention.guessed:
            out.add("guessed")
        if mention.pointing:
            out.add("pointing")
        if mention.sentence == draft.sentence:
            out.update(_HERE[mention.first > first, abs(mention.first - first) >= _FAR])
    if bare:
        out.add("country")
    if len(mentions) > 1:
        several = len({m.code for m in mentions})
        out.update(name for name, least in (("many", _MANY), ("crowd", _CROWD)) if several >= least)
    return out


def _found(mention: Mention, draft: Draft, reading: Reading, clause: Clause) -> str:
    """Where a party was found: its slot in the clause of the trigger, or what stands for one."""
    if mention.kind == "place":
        return "place"
    if draft.speech is not None and draft.speech.speaker is mention:
        return "speaker"
    if mention.sentence != draft.sentence:
        return "elsewhere"
    if mention.kind == PRONOUN:
        return "pronoun"
    if reading.owners[mention.first] != clause.number:
        return "apart"
    if not draft.verbal and 0 < mention.first - draft.first <= _EZAFE:
        return "ezafe"
    return _slot(mention.first, reading.roles[clause.number])


def _slot(word: int, roles: Roles) -> str:
    """The slot of the clause in which a word stands."""
    subject, target = roles.subject, roles.object
    if subject is not None and subject.first <= word <= subject.last:
        return "subject"
    if target is not None and target.first <= word <= target.last:
        return "object"
    for chunk in roles.chunks:
        if chunk.first <= word <= chunk.last:
            return chunk.slot if chunk.slot in _SLOTS else "other" if chunk.slot else "bare"
    return "clause"
