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

_BOTH = 2
_TRAVELLERS = frozenset({"person", "office", "role", "government", "country", "pronoun", "anaphor", "title",
                         "institution", "stranger"})
_FACES = frozenset({"person", "office", "role", "title"})
_BODILESS = frozenset({"country", "government", "organisation", "institution"})
_PARTNERS = ("with", "to", "from", "between", SUBJECT, OBJECT)  # slots that name who talks with whom
# Notes of harm, or of what is no clear deed.
_HARM = frozenset({"killed", "injured", "missing", "displaced", "harm", "weak", "told"})
_UNMEANT = frozenset({"explosives", "primitive", "destroy"})  # modes of what also happens by accident
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
    met = [*actors, *recipients]
    if _at_play(trigger, met if actors else []) and frames.count("sport", reading.sentence.keys):
        return True
    if _alone(notes, met) or ("content" in notes and not _told_what(reading, trigger)):
        return True
    if "faced" in notes and not any(m.kind in _FACES for m in recipients):
        return True  # what is said to a country is said of it: «با اشاره به X گفت»
    if "flesh" in notes and recipients and all(m.kind in _BODILESS for m in recipients):
        return True  # a state that is slapped or beaten
    if "person" in notes and actors and not any(m.kind in _TRAVELLERS for m in actors):
        return True
    if trigger.frame.type == "AGREE" and not trigger.verbal and not (recipients or _PROMISED & set(slots.words)):
        return not trigger.frame.slots("M")  # a promise named without what is promised
    if trigger.frame.type == "ASSAULT" and not actors and (notes & _HARM or trigger.frame.mode in _UNMEANT):
        return "accident" in frames.classes(reading.sentence.keys)
    return False


def _at_play(trigger: Trigger, met: list[Mention]) -> bool:
    """Whether it may be told of a match: who beats whom in it, or which countries meet in it."""
    if trigger.frame.type == "ASSAULT":
        return trigger.verbal and "weak" in trigger.frame.notes
    return trigger.frame.type == "CONSULT" and bool(met) and all(m.kind == "country" for m in met)


def _told_what(reading: Reading, trigger: Trigger) -> bool:
    """Whether what a warning says stands in a clause of its own."""
    return any(c.parent == trigger.clause.number and c.kind in _TOLD for c in reading.clauses)


def _alone(notes: frozenset[str], met: list[Mention]) -> bool:
    """Whether words that tell of a meeting only with two, or only of two countries, stand with fewer."""
    if "abroad" in notes:
        return len(countries(met)) < _BOTH
    return "paired" in notes and max(len(codes(met)), len({m.id for m in met if m.code})) < _BOTH
