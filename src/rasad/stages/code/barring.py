"""What reads like an event and is none: an interview, a match, a subject that is no traveller, an accident.

Only what the parties and the words around a trigger say counts here, never which report it is.
"""

from rasad.language.frames import OBJECT, SUBJECT, Frames
from rasad.stages.code.drafts import codes, countries
from rasad.stages.code.slots import Slots
from rasad.stages.code.trigger import Trigger
from rasad.stages.find.mentions import Mention
from rasad.stages.read.clauses import IF, THAT
from rasad.stages.reading import Reading

_TRAVELLERS = frozenset({"person", "office", "role", "government", "country", "pronoun", "anaphor", "title",
                         "institution", "stranger"})
_BODILESS = frozenset({"country", "government", "organisation", "institution"})
_PARTNERS = ("with", "to", "from", "between", SUBJECT, OBJECT)  # slots that name who talks with whom
_TOLD = frozenset({THAT, IF})
_PROMISED = frozenset({"to", "for"})  # slots that tell what is promised: «تعهد ایران به …»


def barred(reading: Reading, trigger: Trigger, sides: tuple[list[Mention], list[Mention]], slots: Slots,
           frames: Frames) -> bool:
    """Whether a trigger with these actors and recipients tells no event."""
    actors, recipients = sides
    notes = trigger.frame.notes
    if "nomedia" in notes:
        partners = [m for slot in _PARTNERS for m in slots.filled.get(slot, ())] + [*actors, *recipients]
        if any(m.kind == "media" or m.code.endswith(".MED") for m in partners):
            return True
    if trigger.frame.type == "CONSULT" and actors and all(m.kind == "country" for m in [*actors, *recipients]) and (
            frames.count("sport", reading.sentence.keys)):
        return True  # countries that meet in a match
    met = [*actors, *recipients]
    if trigger.frame.type == "CONSULT" and len(codes(met)) > 1 and len(countries(met)) == 1 and (
            "local" in frames.classes([reading.sentence.keys[i] for i in trigger.clause.words])):
        return True  # officials of a town or a district who meet at home
    if "content" in notes and not any(c.parent == trigger.clause.number and c.kind in _TOLD for c in reading.clauses):
        return True  # a warning of which it is not told what it says
    if "flesh" in notes and recipients and all(m.kind in _BODILESS for m in recipients):
        return True  # a state that is slapped or beaten
    if "person" in notes and actors and not any(m.kind in _TRAVELLERS for m in actors):
        return True
    if trigger.frame.type == "AGREE" and not trigger.verbal and not (recipients or _PROMISED & set(slots.words)):
        return not trigger.frame.slots("M")  # a promise named without what is promised
    if trigger.frame.type == "ASSAULT" and not actors:
        return "accident" in frames.classes(reading.sentence.keys)
    return False
