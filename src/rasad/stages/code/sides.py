"""The actors and recipients of an event are the parties of its frame, as the mentions in its slots fill them.

«ما» is whoever speaks, «خود» the subject; nobody is on both sides but those who clash or meet.
"""

from dataclasses import replace

from rasad.language.frames import SUBJECT
from rasad.stages.attribute.speech import Speech
from rasad.stages.code.drafts import codes
from rasad.stages.code.scene import Scene
from rasad.stages.code.slots import Slots
from rasad.stages.code.trigger import Trigger
from rasad.stages.find.actors import ADJECTIVE, COUNTRY, GOVERNMENT, PRONOUN, Mention

_PUT_TO = frozenset({"inside", "modal"})  # notes of frames whose doers are charged or asked
_SPARE = {"ASSAULT": ("against", "to", "on"), "ACCUSE": ("against", "from"), "SANCTION": ("against",),
          "REQUEST": ("from", "agent", "complement"), "THREATEN": ("against", "to"), "COERCE": ("against",),
          "PROTEST": ("against",), "CONSULT": ("complement",), "REJECT": ("complement",)}
_ISO = 3
_LANDS = frozenset({COUNTRY, GOVERNMENT})
_HOUSES = _LANDS | {"institution"}
_PHYSICAL = frozenset({"ASSAULT", "AID", "MOBILIZE"})  # types whose recipient may be told as the town it happens in
_RISING = frozenset({"CVL", "REB", "PTY", "CRM"})  # sectors that fight their own state
_STATE = frozenset({"GOV", "MIL", "COP"})
_BY_NAME = frozenset({"person", "organisation"})
_WAGED = frozenset({"ASSAULT", "MOBILIZE", "SANCTION", "COERCE"})  # types of what a country does by its organs
_UNARMED = frozenset({"GOV", "LEG", "JUD", "MED", "EDU", "REL", "CVL"})
_SELVES = frozenset({"first-many", "first-one"})


def filled(trigger: Trigger, slots: Slots, speech: Speech | None) -> tuple[list[Mention], list[Mention]]:
    """The actors and recipients, from the slots of the frame; the first slot of a party that is filled counts."""
    by_party: dict[str, list[Mention]] = {}
    for slot, party in trigger.frame.roles:
        held = slots.filled.get(slot)
        if not held:
            continue
        meant = [_self(m, slots, speech, trigger) for m in held if not (party == "R" and m.id == "self")]
        mentions = [m for m in meant if m is not None and m.code]
        if not mentions or (party in "AR" and by_party.get(party)):
            continue
        known = by_party.setdefault(party, [])
        known += [m for m in mentions if all(m.code != k.code or _two(m, k) for k in known)]
    if "A" not in by_party and slots.agents:
        charged = not trigger.frame.notes.isdisjoint(_PUT_TO) and not trigger.frame.slots("A")
        by_party["R" if charged else "A"] = [m for m in slots.agents if m.code]
    both = by_party.get("X", []) + by_party.get("M", [])
    actors, recipients = by_party.get("A", []), by_party.get("R", [])
    if not recipients and not trigger.frame.slots("X"):
        recipients = _spare(trigger, slots, speech)
    if both and recipients and "X" in by_party and not by_party.get("A"):
        return both, recipients
    sides = [m for m in slots.filled.get("between", ()) if m.code]
    if trigger.frame.type == "ASSAULT" and "X" not in by_party and len(codes(sides)) > 1:
        return sides, sides
    if "X" in by_party:
        both = _joined(by_party.get("A", []), both)
        return both, both
    if "M" in by_party:
        recipients = _hosts(slots, recipients) if trigger.frame.type == "CONSULT" else recipients
        return _joined(by_party.get("A", []), both), recipients
    return _meant(trigger, actors, recipients)


def _hosts(slots: Slots, recipients: list[Mention]) -> list[Mention]:
    """Whose country or house is visited, where nobody is named with whom one meets: «دیدار X از Y»."""
    if any(slots.filled.get(slot) for slot in ("with", "between", "to")):
        return []
    return [m for m in recipients if m.kind in _HOUSES]


def _meant(trigger: Trigger, actors: list[Mention], recipients: list[Mention]) -> tuple[list[Mention], list[Mention]]:
    """The sides as the type of the deed means their names: who protests, who strikes, whom it reaches."""
    kind = trigger.frame.type
    if kind == "ASSAULT":
        actors = _struck(actors)
        recipients = [_people(m) if m.kind == ADJECTIVE and m.plural and not m.sector else m for m in recipients]
    reached = kind in _PHYSICAL or trigger.frame.mode == "visit"
    recipients = _struck(recipients) if reached else recipients
    if kind == "ASSAULT" and not actors and "in" in trigger.frame.slots("R"):
        recipients = [_people(m) if m.kind in _LANDS else m for m in recipients]  # «انفجار در بغداد»
    return actors, recipients


def crowd(actors: list[Mention]) -> list[Mention]:
    """Those who protest are people: «اعتراض فلسطینیان»."""
    return [m if m.sector else _people(m) for m in actors]


def _people(mention: Mention) -> Mention:
    """The people of a country named: «فلسطینیان»."""
    country = mention.code.partition(".")[0]
    whole = len(country) != _ISO or "." in mention.code
    return mention if whole else replace(mention, code=f"{country}.CVL", sector="CVL")


def _struck(mentions: list[Mention]) -> list[Mention]:
    """Who does a physical act and whom it or a visit reaches: a capital is the town it is, not the government in it."""
    return [replace(m, code=m.code.partition(".")[0], sector="") if m.kind == GOVERNMENT else m for m in mentions]


def _spare(trigger: Trigger, slots: Slots, speech: Speech | None) -> list[Mention]:
    """The recipients by the prepositions usual for the type, where the frame names others that stand empty."""
    taken = {slot for slot, _ in trigger.frame.roles}
    for slot in _SPARE.get(trigger.frame.type, ()):
        if slot not in taken:
            mentions = [_self(m, slots, speech, trigger) for m in slots.filled.get(slot, ())]
            told = [m for m in mentions if m is not None and m.code]
            if told:
                return told
    return []


def _self(mention: Mention, slots: Slots, speech: Speech | None, trigger: Trigger) -> Mention | None:
    """«ما» is the speaker, «خود» the subject; other mentions are themselves."""
    if mention.id == "ours" and speech is not None:
        country = speech.speaker.code.partition(".")[0]
        return replace(mention, code=f"{country}.{mention.sector}" if mention.sector else country)
    if mention.kind != PRONOUN:
        return mention
    if mention.id in _SELVES:
        return ours(speech.speaker, trigger, many=mention.id == "first-many") if speech is not None else None
    if mention.id == "self":
        subject = [m for m in slots.filled.get(SUBJECT, ()) if m.kind != PRONOUN]
        return subject[0] if subject else None
    return mention


def ours(speaker: Mention, trigger: Trigger, *, many: bool) -> Mention:
    """Who «ما» are when somebody speaks: their country, where what its organs do is told by who is none of them."""
    country, _, sector = speaker.code.partition(".")
    waged = many and trigger.frame.type in _WAGED and sector in _UNARMED and len(country) == _ISO
    return replace(speaker, code=country, sector="") if waged else speaker


def not_own(actors: list[Mention], recipients: list[Mention], scene: Scene, sentence: int, *,
            abroad: bool = False) -> list[Mention]:
    """Recipients whose country was only taken from around them are not the actor's own; never so what is `abroad`."""
    own = {m.code.partition(".")[0] for m in actors}
    rising = bool(actors) and all(m.sector in _RISING for m in actors)
    out = []
    for mention in recipients:
        against = rising and mention.sector in _STATE
        if mention.guessed and not against and not mention.pointing and mention.code.partition(".")[0] in own:
            others = [c for c in scene.countries(sentence) if c not in own]
            if not others and (abroad or mention.sector in {"", "GOV", "MIL"}):
                continue
            if not others:
                out.append(mention)  # a state may fight its own rebels and hold its own people
                continue
            mention = replace(mention, code=f"{others[0]}.{mention.sector}" if mention.sector else others[0])  # noqa: PLW2901
        out.append(mention)
    return out


def _two(a: Mention, b: Mention) -> bool:
    """Whether two mentions with one code are two somebodies: officials with names of their own."""
    return a.kind == b.kind == "person" and a.id != b.id


def opposed(actors: list[Mention], recipients: list[Mention]) -> list[Mention]:
    """The recipients that are no actors; where none is left, those named as others of the same state or body."""
    codes = {m.code for m in actors}
    others = [m for m in recipients if m.code not in codes]
    return others or [m for m in recipients if all(_apart(m, a) for a in actors)]


def _apart(a: Mention, b: Mention) -> bool:
    """Whether two mentions are somebody told by name and others, not the same named twice."""
    told = PRONOUN not in {a.kind, b.kind} and not a.guessed
    return told and a.id != b.id and (a.kind in _BY_NAME or (b.kind in _BY_NAME and not b.guessed))


def _joined(a: list[Mention], b: list[Mention]) -> list[Mention]:
    return [*a, *(m for m in b if all(m.code != k.code for k in a))]


def sanctions(trigger: Trigger) -> bool:
    """Whether the deed is one that states do to others only: courts punish at home, sanctions reach abroad."""
    return trigger.frame.type == "SANCTION" and trigger.frame.mode == "discontinue"
