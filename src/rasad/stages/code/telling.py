"""How a deed is told says what its words leave out: whose it is, that it is one told before, whom it befell.

Nothing is guessed but that a side tells of its own talks, and that the unknown are people of the country told of.
"""

from bisect import bisect_left
from collections.abc import Container, Sequence
from dataclasses import replace
from itertools import pairwise

from rasad.language.frames import OBJECT, SUBJECT
from rasad.language.grammar import Grammar
from rasad.stages.attribute.speech import Speech
from rasad.stages.code.drafts import PlaceName, codes
from rasad.stages.code.scene import Scene
from rasad.stages.code.slots import Slots, parties
from rasad.stages.code.trigger import ACTIVE, Trigger
from rasad.stages.find.mentions import Mention
from rasad.stages.reading import Reading

_SIDES = frozenset({"GOV", "MIL", "LEG", "PTY", "REB", ""})  # sectors that speak for a side
_OPENING = 7  # words of what is told in which the noun stands that it is all about
_INQUIRING = frozenset({"GOV", "COP", "JUD", "MIL", "SPY"})  # sectors that look into deeds
_DONE = frozenset({"COERCE", "RETREAT", "AID", "MOBILIZE"})
_DEEDS = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "AID"})
_DOING = frozenset({"GOV", "MIL", "COP", "SPY", "REB", ""})  # sectors that announce what they did themselves
_MEANT = frozenset({"for", "to", "about"})  # slots of what is decided
_HEAD = 2  # words before the noun that heads a line: «فوری /», «تصاویر»
_JOINED = 3  # words from the last of a decision to the deed: one preposition
_SUFFERED = frozenset({"killed", "injured", "captured"})


def points(reading: Reading, trigger: Trigger, grammar: Grammar) -> bool:
    """Whether an event noun, alone or in a verb, means a deed told before: «این حمله», «این حمله را انجام داد»."""
    first = trigger.first
    return first > 0 and reading.sentence.keys[first - 1] in grammar["demonstrative"]


def heads(reading: Reading, trigger: Trigger, grammar: Grammar) -> bool:
    """Whether an event noun heads a line without a verb, and so tells the deed itself: «حمله پهپادی به پایگاه X»."""
    clause, keys, first = trigger.clause, reading.sentence.keys, trigger.first
    if trigger.verbal or clause.verb is not None or not 0 <= first - clause.first <= _HEAD:
        return False
    under = grammar.slots.get(keys[first - 1]) if first else None
    described = trigger.last + 1 < len(keys) and keys[trigger.last + 1] in grammar["done"]
    return under in {None, "from"} and not described and keys[-1] not in grammar["question"]


def rallied(trigger: Trigger, place: PlaceName | None, *, heading: bool) -> bool:
    """Whether a protest is told whose people are those of its place: «تظاهراتی در لیما برگزار شد»."""
    verb = trigger.clause.verb
    crowd = trigger.voice != ACTIVE or (verb is not None and verb.plural)  # no one person who rebels
    located = place is not None and place.place is not None
    return trigger.frame.type == "PROTEST" and located and (heading or (trigger.verbal and crowd))


def charges(speaker: Mention, actors: Sequence[Mention]) -> bool:
    """Whether who says what others try to do to somebody charges them with it: they are of another country."""
    own = {m.code.partition(".")[0] for m in actors if m.code}
    return bool(own) and speaker.sector in _SIDES and bool(speaker.code) and speaker.code.partition(".")[0] not in own


def doers(reading: Reading, trigger: Trigger, sides: tuple[list[Mention], list[Mention]], speech: Speech | None,
          grammar: Grammar) -> tuple[list[Mention], bool]:
    """The actors, those that the way of telling names among them, and whether the deed itself is what is told."""
    actors, recipients = sides
    actors = [] if begun_with(reading, trigger, actors, grammar["befalling"]) else actors
    told = announced(reading, trigger, speech) or tells_of_us(trigger, speech)
    if codes(actors):
        return actors, told
    actors = (blamed(reading, trigger, grammar) if codes(recipients) else []) or deciding(reading, trigger, grammar)
    if codes(actors):
        return actors, told
    own = own_easing(trigger, recipients, speech) if codes(recipients) else own_talks(reading, trigger, speech)
    own = own or (told and own_deed(trigger, recipients, speech))
    return ([speech.speaker], True) if own and speech is not None else (actors, told)


def announced(reading: Reading, trigger: Trigger, speech: Speech | None) -> bool:
    """Whether an event noun is all that somebody tells: «از توافق با X خبر داد»."""
    if speech is None or trigger.verbal or speech.sentence != reading.sentence.number:
        return False
    if speech.how != "verb" or speech.clause != trigger.clause.number:
        return False
    return 0 <= trigger.first - bisect_left(reading.sentence.starts, speech.start) <= _OPENING


def tells_of_us(trigger: Trigger, speech: Speech | None) -> bool:
    """Whether somebody tells of talks in the first person: «هیچ مذاکره‌ای نداریم»."""
    verb = trigger.clause.verb
    mutual = trigger.verbal and bool(trigger.frame.slots("M"))
    return mutual and speech is not None and verb is not None and verb.person == 1


def own_talks(reading: Reading, trigger: Trigger, speech: Speech | None) -> bool:
    """Whether somebody tells of talks, an agreement or an inquiry of their own side without saying whose they are."""
    inquiry = trigger.frame.mode == "investigate"
    if speech is None or speech.speaker.sector not in (_INQUIRING if inquiry else _SIDES):
        return False
    tells = trigger.verbal or (inquiry and announced(reading, trigger, speech))
    if not tells or not (inquiry or trigger.frame.slots("M")):
        return False
    return not any(m.code for m in reading.mentions if reading.clause_at(m.first).number == trigger.clause.number)


def own_deed(trigger: Trigger, recipients: Sequence[Mention], speech: Speech | None) -> bool:
    """Whether whoever announces a deed without its doer did it: «فرانسه از توقیف نفتکش خبر داد»."""
    frame = trigger.frame
    if speech is None or not (frame.type in _DONE or "own" in frame.notes) or (SUBJECT, "A") not in frame.roles:
        return False
    return speech.speaker.sector in _DOING and not _of(recipients, speech)


def blamed(reading: Reading, trigger: Trigger, grammar: Grammar) -> list[Mention]:
    """Whoever is charged or punished for a deed did it: «X را به دلیل حمله به Y محکوم کرد»."""
    verb = trigger.clause.verb
    if trigger.verbal or verb is None or trigger.frame.type not in _DEEDS:
        return []
    roles = reading.roles[trigger.clause.number]
    reasons, keys = grammar["reason"], reading.sentence.keys
    charged = {i for i in (verb.noun, verb.first - 1) if i >= 0 and keys[i] in grammar["charged"]}
    cause = next((c for c in roles.chunks if c.first <= trigger.first <= c.last
                  and (keys[c.first - 1] in reasons or (c.slot == "to" and charged))), None)
    if cause is None:
        return []
    if verb.passive:
        return parties(roles.subject)
    blame = next((c for c in roles.chunks if c.slot == "from" and c.last < cause.first and c.mentions), None)
    return parties(roles.object) or parties(blame)


def begun_with(reading: Reading, trigger: Trigger, actors: Sequence[Mention], befalling: Container[str]) -> bool:
    """Whether something began or ended with a deed that is not its parties' own: «اختلاف X و Y با ترور Z آغاز شد»."""
    verb, roles = trigger.clause.verb, reading.roles[trigger.clause.number]
    if trigger.verbal or verb is None or roles.subject is None or trigger.frame.type not in _DEEDS:
        return False
    under = next((c.slot for c in roles.chunks if c.first <= trigger.first <= c.last), "")
    own = all(roles.subject.first <= m.first <= roles.subject.last for m in actors)
    thing = all(m.first > roles.subject.first for m in actors)
    return under == "with" and bool(actors) and own and thing and verb.lemma in befalling


def deciding(reading: Reading, trigger: Trigger, grammar: Grammar) -> list[Mention]:
    """Whoever's decision, plan or intention a deed is: «تصمیم X برای خروج از …», «قصد X برای حمله به …»."""
    if trigger.verbal or (SUBJECT, "A") not in trigger.frame.roles:
        return []
    chunks = reading.roles[trigger.clause.number].chunks
    keys = reading.sentence.keys
    for plan, deed in pairwise(chunks):
        near = deed.first - plan.last <= _JOINED
        if deed.slot in _MEANT and near and deed.first == trigger.first and keys[plan.first] in grammar["decision"]:
            return parties(plan)
    return []


def own_easing(trigger: Trigger, recipients: Sequence[Mention], speech: Speech | None) -> bool:
    """Whether who says what will be eased, or will not, is the one to ease it: «تحریم‌های X برداشته نخواهد شد»."""
    eased = trigger.verbal and trigger.frame.type == "CONCEDE" and bool(trigger.frame.needs)
    return (eased and speech is not None and speech.speaker.sector in _SIDES and bool(recipients)
            and not _of(recipients, speech))


def _of(mentions: Sequence[Mention], speech: Speech) -> bool:
    """Whether any of the mentions is of the country of whoever speaks."""
    return speech.speaker.code.partition(".")[0] in {m.code.partition(".")[0] for m in mentions if m.code}


def unknown(trigger: Trigger, slots: Slots, scene: Scene, sentence: int) -> list[Mention]:
    """Persons of no known office whom a state or a crime befell: people of the country that is told of."""
    notes = trigger.frame.notes
    if not (trigger.verbal and (notes & _SUFFERED or trigger.frame.mode in {"arrest", "convict", "release"})):
        return []
    suffering = dict.fromkeys([*trigger.frame.slots("R"), OBJECT])
    persons = [m for slot in suffering for m in slots.filled.get(slot, ()) if m.kind == "person" and not m.code]
    country = next(iter(scene.countries(sentence)), "")
    return [replace(m, code=f"{country}.CVL", sector="CVL", guessed=True) for m in persons[:1]] if country else []
