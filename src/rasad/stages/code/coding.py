"""An event is coded where a frame's trigger stands with at least one party, and told as its words tell it.

What stands inside somebody's words is according to them; what is only wished or threatened is
no event of its own; a visit, aid or withdrawal still to come is a promise of it.
"""

from collections.abc import Sequence
from dataclasses import replace

from rasad.language.frames import OBJECT, SUBJECT, Frames
from rasad.language.grammar import Grammar
from rasad.records import OUTLET
from rasad.stages.attribute.speech import Speech
from rasad.stages.code.casualties import CasualtyFinder, share
from rasad.stages.code.drafts import Draft, PlaceName, codes
from rasad.stages.code.outcome import outcome
from rasad.stages.code.parties import PartyFinder, Slots
from rasad.stages.code.scene import Scene, innermost
from rasad.stages.code.status import ACTUAL, FUTURE, HISTORICAL, NEGATED, StatusFinder
from rasad.stages.code.triggers import PASSIVE, Trigger, triggers
from rasad.stages.find.actors import PRONOUN, Mention
from rasad.stages.reading import Reading

_SPARE = {"ASSAULT": ("against", "to", "on"), "ACCUSE": ("against", "from"), "SANCTION": ("against",),
          "REQUEST": ("from", "complement", "agent"), "THREATEN": ("against", "to"), "COERCE": ("against",),
          "PROTEST": ("against",), "CONSULT": ("complement",), "REJECT": ("complement",)}
_WISHING = frozenset({"REQUEST", "THREATEN", "REJECT", "AGREE", "CONCEDE"})
_TRAVELLERS = frozenset({"person", "office", "role", "government", "country", "pronoun", "anaphor", "title",
                         "institution", "stranger"})
_LONG_AGO = 2  # years before the report from which on an event is its background
_BESIDE = 5  # words on either side of a trigger that may tell its mode
_BESIDES = frozenset({"in", "with", "time", "cause", "about", "against"})  # what stands beside a demand, not in it
_SELVES = frozenset({"first-many", "first-one"})
_DOMESTIC = frozenset({"COERCE", "CONCEDE", "SANCTION", "RETREAT"})  # what a state does to its own people too
_PLACED = frozenset({"ASSAULT", "COERCE", "AID"})  # types whose recipient may be told by the place alone


class EventCoder:
    """Codes the events of reports in one language."""

    def __init__(self, frames: Frames, grammar: Grammar, casualties: CasualtyFinder) -> None:
        self.frames, self.grammar = frames, grammar
        self.parties = PartyFinder(grammar)
        self.statuses = StatusFinder(grammar)
        self.casualties = casualties

    def drafts(self, readings: Sequence[Reading], scene: Scene) -> list[Draft]:
        """The event mentions of a report in order."""
        out: list[Draft] = []
        for reading in readings:
            found = triggers(reading, self.frames, self.grammar)
            found = [t for t in found if not self._put_as_duty(t)] + self._duties(reading, scene)
            wishing = [t for t in found if t.verbal and t.frame.type in _WISHING]
            here: list[Draft] = []
            for trigger in found:
                if trigger.verbal or not self._wished(reading, trigger, wishing):
                    draft = self._draft(reading, trigger, scene)
                    here += [draft] if draft is not None else []
            if here:
                share(here, self.casualties.find(reading))
            out += here
        return out

    @staticmethod
    def _put_as_duty(trigger: Trigger) -> bool:
        """Whether the trigger says what somebody must do: that is asked, not done."""
        verb = trigger.clause.verb
        return trigger.verbal and verb is not None and verb.modal == "must"

    def _duties(self, reading: Reading, scene: Scene) -> list[Trigger]:
        """«X باید …» within what somebody says is a demand put to X."""
        frame = self.frames.duty
        if frame is None:
            return []
        out = []
        for clause in reading.clauses:
            verb = clause.verb
            if verb is None or verb.modal != "must" or verb.person != 3:  # noqa: PLR2004 - the third person
                continue
            if verb.passive or verb.lemma in self.grammar["knowing"]:
                continue
            if innermost(scene.speeches, reading.sentence.starts[verb.first]) is not None:
                out.append(Trigger(frame, verb.first, verb.last, (-1, -1), clause, verbal=True))
        return out

    @staticmethod
    def _wished(reading: Reading, trigger: Trigger, wishing: Sequence[Trigger]) -> bool:
        """Whether an event noun is only what a demand, threat or promise of the same clause is about."""
        chunks = reading.roles[trigger.clause.number].chunks
        under = next((c.slot for c in chunks if c.first <= trigger.first <= c.last), "")
        for other in wishing:
            if other.clause.number == trigger.clause.number:
                if trigger.first < other.first and under in _BESIDES:
                    continue
                return True
            parent = trigger.clause
            while parent.parent >= 0:
                if parent.parent == other.clause.number and parent.kind == "that":
                    return True
                parent = reading.clauses[parent.parent]
        return False

    def _draft(self, reading: Reading, trigger: Trigger, scene: Scene) -> Draft | None:
        duty = trigger.frame is self.frames.duty
        status = ACTUAL if duty else self.statuses.status(reading, trigger)
        if status is None:
            return None
        slots = self.parties.slots(reading, trigger)
        sentence = reading.sentence
        denial = self._denial(reading, trigger, scene)
        speech = denial or innermost(scene.speeches, sentence.starts[trigger.first])
        if denial is not None:
            status = NEGATED
        self._unspoken(trigger, slots, speech, self._cued(trigger, sentence.number, scene),
                       scene.speaker_before(sentence.number))
        if trigger.verbal and trigger.clause.number == 0 and speech is None and sentence.number < len(scene.topics):
            self._carried(reading, trigger, slots, scene.topics[sentence.number])
        actors, recipients = self._filled(trigger, slots, speech)
        if trigger.inner is not None and not (actors and recipients):
            actors, recipients = self._deed(reading, trigger, trigger.inner, actors, recipients, speech)
        if denial is not None:
            actors = actors or [denial.speaker]
        clash = bool(trigger.frame.slots("X")) or (bool(actors) and recipients == actors)
        if trigger.frame.type not in _DOMESTIC and recipients != actors:
            recipients = _not_own(actors, recipients, scene, sentence.number)
        if not clash:
            recipients = [m for m in recipients if all(m.code != a.code for a in actors)]
        if duty or "inside" in trigger.frame.notes:
            if speech is None:
                return None
            actors = actors or [speech.speaker]
            recipients = [m for m in recipients if m.id != speech.speaker.id]
            own = speech.speaker.code.partition(".")[0]
            if duty and (not recipients or (speech.speaker.sector in {"GOV", "MIL"}
                                            and all(m.code in {own, f"{own}.GOV", f"{own}.MIL"} for m in recipients))):
                return None  # what one's own side has to do is no demand
        place = self._place(reading, trigger, slots, scene.places[sentence.number])
        guesses = 0
        if not codes(recipients) and trigger.frame.type in _PLACED and not trigger.frame.slots("X"):
            recipients = self._placed(trigger, slots, place, actors, sentence.number)
            guesses += len(recipients)
        if not codes(actors) and not codes(recipients) or self._barred(reading, trigger, actors, recipients, slots):
            return None
        date, status = self._date(reading, trigger, scene, status)
        kind, mode, status = outcome(trigger, status, actors, recipients, speech)
        if not kind:
            return None
        mode = mode or self._mode(reading, trigger, kind)
        words = [*trigger.clause.words, trigger.first, trigger.last]
        return Draft(trigger.frame, kind, mode, actors, recipients, status, place, date, speech,
                     [speech.speaker.code or OUTLET] if speech is not None else [OUTLET],
                     [self._evidence(reading, trigger, slots)], sentence.number, trigger.first, trigger.verbal,
                     mutual="M" in {party for _, party in trigger.frame.roles}, complete=duty,
                     clause=(min(words), max(words)), guesses=guesses)

    def _barred(self, reading: Reading, trigger: Trigger, actors: Sequence[Mention], recipients: Sequence[Mention],
                slots: Slots) -> bool:
        """Whether a note of the frame bars the event: an interview, a thing that travels, an accident, a match."""
        notes = trigger.frame.notes
        if "nomedia" in notes:
            partners = [m for ms in slots.filled.values() for m in ms] + [*actors, *recipients]
            if any(m.kind == "media" or m.code.endswith(".MED") for m in partners):
                return True
        if "person" in notes and actors and not any(m.kind in _TRAVELLERS for m in actors):
            return True
        if trigger.frame.type == "ASSAULT" and not actors:
            return "accident" in self.frames.classes(reading.sentence.keys)
        return False

    def _mode(self, reading: Reading, trigger: Trigger, kind: str) -> str:
        """The mode that words beside the trigger tell, where its frame has none."""
        keys = reading.sentence.keys
        first, last = max(0, trigger.first - _BESIDE), min(len(keys), trigger.last + _BESIDE + 1)
        for mode, words in self.frames.modes.get(kind, ()):
            if any(words.longest(keys, i, last) for i in range(first, last)):
                return mode
        return ""

    @staticmethod
    def _denial(reading: Reading, trigger: Trigger, scene: Scene) -> Speech | None:
        """The denial that a deed stands in: in its object or in the clause that hangs on it."""
        if "verbal" in trigger.frame.notes:
            return None
        above = {trigger.clause.number}
        outer = trigger.clause
        while outer.parent >= 0:
            outer = reading.clauses[outer.parent]
            above.add(outer.number)
        for speech in scene.speeches:
            if "deny" in speech.notes and speech.sentence == reading.sentence.number and speech.clause in above:
                at = reading.sentence.starts[trigger.first]
                beside = speech.clause == trigger.clause.number and not speech.holds(at)
                return None if beside else speech
        return None

    @staticmethod
    def _cued(trigger: Trigger, sentence: int, scene: Scene) -> Speech | None:
        """The speech whose cue the trigger is."""
        if not trigger.verbal:
            return None
        return next((s for s in scene.speeches if s.sentence == sentence and s.how == "verb"
                     and s.clause == trigger.clause.number), None)

    @staticmethod
    def _placed(trigger: Trigger, slots: Slots, place: PlaceName | None, actors: Sequence[Mention],
                sentence: int) -> list[Mention]:
        """The country of a place that stands where the recipient would: «مواضعی در جنوب لبنان را …»."""
        country = place.place.country if place is not None and place.place is not None else ""
        if place is None or not country or any(m.code.startswith(country) for m in actors):
            return []
        held = trigger.frame.type == "AID" or any(a <= place.first <= b for slot in ("to", "against", "on", "in", OBJECT, *((SUBJECT,) if trigger.voice == PASSIVE else ()))
                   for a, b in slots.words.get(slot, ()))
        return [Mention(sentence, trigger.first, trigger.last, "place", country, country, country)] if held else []

    def _deed(self, reading: Reading, trigger: Trigger, inner: Trigger, actors: list[Mention],  # noqa: PLR0913
              recipients: list[Mention], speech: Speech | None) -> tuple[list[Mention], list[Mention]]:
        """The parties that the deed inside a compound tells: whose it was, and to whom."""
        doers, targets = self._filled(inner, self.parties.slots(reading, inner), speech)
        if trigger.frame.type in {"CONCEDE", "RETREAT"}:
            return actors or doers, recipients or targets
        return actors, recipients or [m for m in doers if all(m.code != a.code for a in actors)]

    def _unspoken(self, trigger: Trigger, slots: Slots, speech: Speech | None, cued: Speech | None,
                  before: Mention | None) -> None:
        """The subject that the verb alone tells: the speaker, for «ما» and for the cue of a speech."""
        verb = trigger.clause.verb
        if trigger.verbal and verb is not None and not slots.filled.get(SUBJECT):
            if verb.person == 1 and speech is not None:
                slots.put(SUBJECT, [speech.speaker], None)
            elif cued is not None and trigger.voice != "passive":
                slots.put(SUBJECT, [cued.speaker], None)
            elif "verbal" in trigger.frame.notes and speech is None and before is not None and verb.person == 3 \
                    and trigger.voice == "active":  # noqa: PLR2004 - the third person
                slots.put(SUBJECT, [before], None)

    def _carried(self, reading: Reading, trigger: Trigger, slots: Slots, topic: Sequence[Mention]) -> None:
        """A sentence that begins without a subject goes on with that of the sentence before."""
        verb, roles = trigger.clause.verb, reading.roles[trigger.clause.number]
        slot = SUBJECT if trigger.voice == "active" else OBJECT
        if verb is None or verb.person != 3 or roles.subject is not None or slots.filled.get(slot):  # noqa: PLR2004
            return
        slots.put(slot, [m for m in topic if m.plural == verb.plural or m.kind != "person"], None)

    def _filled(self, trigger: Trigger, slots: Slots, speech: Speech | None) -> tuple[list[Mention], list[Mention]]:
        """The actors and recipients, from the slots of the frame; the first slot of a party that is filled counts."""
        by_party: dict[str, list[Mention]] = {}
        for slot, party in trigger.frame.roles:
            mentions = [self._self(m, slots, speech) for m in slots.filled.get(slot, ())
                        if not (party == "R" and m.id == "self")]
            mentions = [m for m in mentions if m is not None and m.code]
            if not mentions or (party in "AR" and by_party.get(party)):
                continue
            known = by_party.setdefault(party, [])
            known += [m for m in mentions if all(m.code != k.code or _two(m, k) for k in known)]
        if "A" not in by_party and slots.agents:
            by_party["A"] = [m for m in slots.agents if m.code]
        both = by_party.get("X", []) + by_party.get("M", [])
        actors, recipients = by_party.get("A", []), by_party.get("R", [])
        if not recipients and not trigger.frame.slots("X"):
            recipients = self._spare(trigger, slots, speech)
        if both and recipients and "X" in by_party and not by_party.get("A"):
            return both, recipients
        sides = [m for m in slots.filled.get("between", ()) if m.code]
        if trigger.frame.type == "ASSAULT" and "X" not in by_party and len(codes(sides)) > 1:
            return sides, sides
        if "X" in by_party:
            both = _joined(by_party.get("A", []), both)
            return both, both
        if "M" in by_party:
            return _joined(by_party.get("A", []), both), recipients
        return actors, recipients

    def _spare(self, trigger: Trigger, slots: Slots, speech: Speech | None) -> list[Mention]:
        """The recipients by the prepositions usual for the type, where the frame names others that stand empty."""
        taken = {slot for slot, _ in trigger.frame.roles}
        for slot in _SPARE.get(trigger.frame.type, ()):
            if slot not in taken:
                mentions = [self._self(m, slots, speech) for m in slots.filled.get(slot, ())]
                told = [m for m in mentions if m is not None and m.code]
                if told:
                    return told
        return []

    def _self(self, mention: Mention, slots: Slots, speech: Speech | None) -> Mention | None:
        """«ما» is the speaker, «خود» the subject; other mentions are themselves."""
        if mention.id == "ours" and speech is not None:
            country = speech.speaker.code.partition(".")[0]
            return replace(mention, code=f"{country}.{mention.sector}" if mention.sector else country)
        if mention.kind != PRONOUN:
            return mention
        if mention.id in _SELVES:
            return speech.speaker if speech is not None else None
        if mention.id == "self":
            subject = [m for m in slots.filled.get(SUBJECT, ()) if m.kind != PRONOUN]
            return subject[0] if subject else None
        return mention

    def _place(self, reading: Reading, trigger: Trigger, slots: Slots, places: Sequence[PlaceName]) -> PlaceName | None:
        """Where it happened: the most precise place in the clause of the event, else in its sentence."""
        party_words = {i for slot, mentions in slots.filled.items() if slot not in {"in", "to", OBJECT}
                       for m in mentions for i in range(m.first, m.last + 1)}
        free = [p for p in places if p.first not in party_words and self._a_place(reading, p)]
        near = [p for p in free if self._near(reading, trigger, p)]
        ranks = {"settlement": 0, "district": 1, "region": 2, "country": 4}
        best = sorted(near or free, key=lambda p: (ranks.get(p.place.precision, 3) if p.place else 3,
                                                   abs(p.first - trigger.first)))
        return best[0] if best else None

    def _a_place(self, reading: Reading, place: PlaceName) -> bool:
        """Whether a name is told as a place; a country is one only under a preposition of place."""
        if place.place is None or place.place.precision != "country":
            return True
        keys = reading.sentence.keys
        for start in range(max(0, place.first - 2), place.first):
            found = self.grammar.slots.longest(keys, start, len(keys))
            if found is not None and found[0] == place.first and found[1] in {"in", "to"}:
                return True
        return False

    @staticmethod
    def _near(reading: Reading, trigger: Trigger, place: PlaceName) -> bool:
        clause = reading.clause_at(place.first)
        return clause.number == trigger.clause.number or clause.parent == trigger.clause.number \
            or trigger.clause.parent == clause.number

    @staticmethod
    def _date(reading: Reading, trigger: Trigger, scene: Scene, status: str) -> tuple[str, str]:
        """The date told in the clause of the event, else in its sentence; years before the report make it historical."""
        told = [t for t in reading.times if t.value and "/" not in t.value]
        near = [t for t in told if reading.clause_at(t.first).number in (trigger.clause.number, trigger.clause.parent)]
        value = max((t.value for t in near), key=len, default="")
        clauses = (trigger.clause.number, trigger.clause.parent)
        spans = [t.value for t in reading.times if t.value and reading.clause_at(t.first).number in clauses]
        years = [int(v.rpartition("/")[2][:4]) for v in spans]
        if status == ACTUAL and years and scene.published and int(scene.published[:4]) - max(years) >= _LONG_AGO:
            status = HISTORICAL
        days = {t.value for t in told if len(t.value) == len("2023-09-19")}
        if not value and len(days) == 1 and status not in {HISTORICAL, FUTURE}:
            value = days.pop()
        return value, status

    @staticmethod
    def _evidence(reading: Reading, trigger: Trigger, slots: Slots) -> tuple[int, int]:
        """Offsets of the words that tell the event: the trigger and its nearest roles, some fifteen words."""
        sentence = reading.sentence
        first, last = trigger.first, trigger.last
        if trigger.verbal:
            first = max(trigger.clause.first, last - 14)
            first = min(first, trigger.first)
        else:
            ends = [b for spans in slots.words.values() for a, b in spans if trigger.first <= a]
            ends += [m.last for ms in slots.filled.values() for m in ms if m.first > last and m.sentence == sentence.number]
            last = min(max([last, *ends]), first + 14, len(sentence) - 1)
        return sentence.starts[max(first, 0)], sentence.ends[last]


def _not_own(actors: list[Mention], recipients: list[Mention], scene: Scene, sentence: int) -> list[Mention]:
    """Recipients whose country was only taken from around them are not the actor's own."""
    own = {m.code.partition(".")[0] for m in actors}
    out = []
    for mention in recipients:
        if mention.guessed and not mention.pointing and mention.code.partition(".")[0] in own:
            others = [c for c in scene.countries(sentence) if c not in own]
            if not others:
                continue
            mention = replace(mention, code=f"{others[0]}.{mention.sector}" if mention.sector else others[0])  # noqa: PLW2901
        out.append(mention)
    return out


def _two(a: Mention, b: Mention) -> bool:
    """Whether two mentions with one code are two somebodies: officials with names of their own."""
    return a.kind == b.kind == "person" and a.id != b.id


def _joined(a: list[Mention], b: list[Mention]) -> list[Mention]:
    return [*a, *(m for m in b if all(m.code != k.code for k in a))]
