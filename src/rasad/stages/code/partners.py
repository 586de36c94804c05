"""Whom a one-sided telling means: the other party that the report itself names nearest, or nobody.

A charge, a demand, a refusal is put to somebody; where its own words leave that out, it is who is
told beside it, who tells it, who did the deed before it, or the other side of the report.
"""

from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import replace

from rasad.stages.code.drafts import Draft, countries
from rasad.stages.code.scene import Scene, told
from rasad.stages.find.mentions import BODIES, PRONOUN, Mention

PUT = frozenset({"REQUEST", "THREATEN", "ACCUSE", "REJECT"})  # acts that are put to somebody
_REACH = 12  # words after an event noun in which the one it is about is named
_BACK = 2  # sentences looked back for the deed that «this deed» means
_FORCE = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})
_ANY = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "PROTEST", *PUT, *_FORCE})
_NOWHERE = BODIES | {"INT", "IGO"}
_TALKING = frozenset({"GOV", "LEG", "JUD"})  # who speak for the country that is struck
_HOSTILE = _FORCE | {"THREATEN", "ACCUSE"}
_SITES = frozenset({"country", "government", "adjective", "epithet", "institution", "force", "equipment"})
_LANDS = frozenset({"country", "government", "adjective", "epithet"})
_BYSTANDERS = frozenset({"MED", "CVL", "EDU", "REL", "NGO", "CRM"})  # sectors to whom nobody puts anything unnamed
_NOBODY = frozenset({"INT", "IGO"})
_FORUMS = frozenset({"UNSC", "ICJ", "ICC"})  # bodies before which one charges another
_SIDES = frozenset({"GOV", "MIL", "LEG", "REB", "PTY", ""})  # sectors that speak for a side: no outlet, no expert


def other_party(draft: Draft, drafts: Sequence[Draft], scene: Scene) -> Mention | None:
    """The other party of a draft that tells one, or None where the report names nobody who fits."""
    return _Search(draft, drafts, scene).run()


class _Search:
    """One draft searched for its other party among the drafts and the scene of its report."""

    def __init__(self, draft: Draft, drafts: Sequence[Draft], scene: Scene) -> None:
        self.draft, self.drafts, self.scene = draft, drafts, scene
        self.own = countries(draft.actors)
        self.row = [m for m in scene.mentions[draft.sentence] if self._fits(m)]
        where = scene.located[draft.sentence] if draft.sentence < len(scene.located) else frozenset[int]()
        if draft.type in PUT:
            self.row = [m for m in self.row if m.first not in where]
        inside = [m for m in self.row if draft.clause[0] <= m.first <= draft.clause[1]]
        self.inside = [m for m in inside if m.first not in where]  # where one meets is not whom one meets …
        if draft.type == "ASSAULT":
            self.inside = self.inside or inside  # … but where one strikes is whom one strikes

    def run(self) -> Mention | None:
        draft = self.draft
        if not draft.verbal and "told" in draft.frame.notes:
            return None
        found = self._who_tells() or self._ally()
        if found is not None:
            return found
        if draft.type == "ASSAULT" and (not draft.verbal or not self.inside):
            return (None if draft.verbal else self._same_attack()) or self._at_war()
        if draft.mutual and draft.verbal and not self.inside and (draft.status == "negated" or draft.speech):
            return self._other_side() or self._only_one()
        if draft.type == "THREATEN" and (doer := self._deterred()) is not None:
            return doer
        if self.inside and (draft.verbal or draft.mutual):
            return min(self.inside, key=lambda m: (not told(m), m.first < draft.first, abs(m.first - draft.first)))
        if draft.type == "CONCEDE" and draft.verbal and draft.status == "actual":
            return self._speaker() or self._other_side()
        if draft.type not in PUT:
            named = draft.type == "SANCTION" and not draft.verbal and draft.status == "actual"
            return self._sanctioned() if named else None
        if not draft.verbal:
            after = [m for m in self.row if 0 < m.first - draft.first <= _REACH]
            return min(after, key=lambda m: m.first, default=None)
        return self._blamed() or self._speaker() or self._nearest() or self._other_side() or self._most_told()

    def _fits(self, mention: Mention) -> bool:
        country = mention.code.partition(".")[0]
        named = bool(country) and mention.kind not in {"media", PRONOUN} and not mention.guessed
        if mention.code.partition(".")[2] in _BYSTANDERS or country in _NOBODY or (
                self.draft.type in PUT and country in _FORUMS):
            return False
        return named and country not in self.own

    def _speaker(self) -> Mention | None:
        """Whoever says it, when they speak for another side."""
        speaker = self.draft.speech.speaker if self.draft.speech is not None else None
        if speaker is None or not self._fits(speaker) or speaker.code.partition(".")[2] not in _SIDES:
            return None
        return speaker

    def _sanctioned(self) -> Mention | None:
        """Whom the report tells to be under the sanctions; else who speaks of them, if it is most about them."""
        same = [m for d in self.drafts if d.type == "SANCTION" and countries(d.actors) & self.own for m in d.recipients
                if self._fits(m)]
        if same:
            return same[0]
        lands = Counter(m.code.partition(".")[0] for row in self.scene.mentions for m in row if self._fits(m))
        speaker = self._speaker()
        beside = [m for m in (*([speaker] if speaker is not None else []), *self.inside)
                  if lands and m.code.partition(".")[0] == lands.most_common(1)[0][0]]
        return replace(beside[0], code=beside[0].code.partition(".")[0]) if beside else None

    def _who_tells(self) -> Mention | None:
        """Who tells of a meeting was at it; who tells of an attack on them is its victim."""
        speaker = self._speaker()
        if speaker is not None and self.draft.mutual:
            return speaker
        if speaker is not None and self.draft.type == "ASSAULT" and self.draft.verbal:
            struck = [m for m in self.row if told(m) and m.kind in _LANDS and m.first > self.draft.first]
            return replace((struck or [speaker])[0], code=(struck or [speaker])[0].code.partition(".")[0], sector="")
        return None

    def _ally(self) -> Mention | None:
        """The other party of the agreement that is left."""
        draft = self.draft
        allies = [c for c in self.scene.agreed[draft.sentence] if c not in self.own]
        if not allies or draft.mode != "withdraw":
            return None
        return Mention(draft.sentence, draft.first, draft.first, "country", allies[0], allies[0], allies[0])

    def _same_attack(self) -> Mention | None:
        """The victim of the same attackers in the nearest telling that names one."""
        draft = self.draft
        same = [d for d in self.drafts if d.type == "ASSAULT" and d is not draft and d.recipients
                and countries(d.actors) == self.own]
        near = min(same, key=lambda d: abs(d.sentence - draft.sentence), default=None)
        return near.recipients[0] if near is not None else None

    def _struck_there(self) -> Mention | None:
        """The country of the place of an attack, where it is not the attackers' own: «در خاک X عملیات کرد»."""
        place = self.draft.place.place if self.draft.place is not None else None
        if place is None or not place.country or place.country in self.own:
            return None
        return Mention(self.draft.sentence, self.draft.first, self.draft.first, "place", place.country, place.country,
                       place.country)

    def _at_war(self) -> Mention | None:
        """The other side of an attack: who is named beside it, whom the attackers strike or threaten, who accuses."""
        if not all(m.sector in _SIDES for m in self.draft.actors):
            return None
        found = (self._beside() or self._other_side(_FORCE) or self._struck_there()
                 or self._other_side(_FORCE | {"THREATEN"}) or self._accuser() or self._who_comments())
        if found is None or not told(found) or countries([found]) <= _NOWHERE:
            return None
        return replace(found, code=found.code.partition(".")[0], sector="") if found.sector in _TALKING else found

    def _accuser(self) -> Mention | None:
        """The outlet's own state, which accuses the attackers; others condemn what befalls third states."""
        found = self._other_side(_HOSTILE)
        return found if found is not None and countries([found]) == {self.scene.home} else None

    def _who_comments(self) -> Mention | None:
        """The state whose officials speak, but to criticise, in the sentence of an attack: «X درباره حمله Y: …»."""
        charged = any(d.type == "ACCUSE" and d.sentence == self.draft.sentence for d in self.drafts)
        if charged:
            return None
        speakers = [s.speaker for s in self.scene.speeches if s.sentence == self.draft.sentence]
        states = [m for m in speakers if self._fits(m) and m.sector in _TALKING | {"MIL"}]
        return states[0] if len(countries(states)) == 1 else None

    def _beside(self) -> Mention | None:
        """The one state told in the clause of an attack that does nothing there itself: «… X در حملات Y»."""
        doing = {c for d in self.drafts if d.sentence == self.draft.sentence for c in countries(d.actors)}
        speech = self.draft.speech
        doing |= countries([speech.speaker]) if speech is not None else frozenset[str]()
        named = [m for m in self.inside if told(m) and m.kind in _SITES and m.code.partition(".")[0] not in doing]
        return named[0] if len(countries(named)) == 1 else None

    def _blamed(self) -> Mention | None:
        """Who did the deed just told, which a charge condemns."""
        if self.draft.type != "ACCUSE":
            return None
        for other in reversed(self.drafts):
            if 0 < self.draft.sentence - other.sentence <= _BACK and other.type in {"ASSAULT", "COERCE"}:
                doer = next((m for m in other.actors if self._fits(m)), None)
                if doer is not None:
                    return doer
        return None

    def _deterred(self) -> Mention | None:
        """Who might do the deed on whose condition something is threatened: «در صورت حمله X»."""
        drafts = [d for d in self.drafts if d.sentence == self.draft.sentence and d.status == "hypothetical"]
        return next((m for d in drafts if d.type in _FORCE for m in d.actors if self._fits(m)), None)

    def _nearest(self) -> Mention | None:
        return min(self.row, key=lambda m: (not told(m), abs(m.first - self.draft.first)), default=None)

    def _only_one(self) -> Mention | None:
        """The one other state of the sentence, with which somebody talks: «ما در حال مذاکره بودیم که X …»."""
        named = [m for m in self.row if told(m) and m.kind in _LANDS]
        return named[0] if len(countries(named)) == 1 else None

    def _most_told(self) -> Mention | None:
        """Whom the report names most, where somebody threatens without naming anybody."""
        if self.draft.type != "THREATEN" or not all(m.sector in _SIDES for m in self.draft.actors):
            return None
        named = [m for row in self.scene.mentions for m in row if self._fits(m) and told(m) and m.kind in _LANDS]
        often = Counter(m.code.partition(".")[0] for m in named).most_common(1)
        return next((m for m in named if m.code.partition(".")[0] == often[0][0]), None) if often else None

    def _other_side(self, types: Container[str] = _ANY) -> Mention | None:
        """Whom the same actors do things of the types to, or who does such to them, most often in the report."""
        seen: Counter[str] = Counter()
        first: dict[str, Mention] = {}
        for other in self.drafts:
            for mine, theirs in ((other.actors, other.recipients), (other.recipients, other.actors)):
                if other is self.draft or other.type not in types or not self.own & countries(mine):
                    continue
                meant = [replace(m, guessed=False) for m in theirs] if types is _HOSTILE else theirs
                for mention in filter(self._fits, meant):
                    country = mention.code.partition(".")[0]
                    seen[country] += 1
                    first.setdefault(country, mention)
        return first[seen.most_common(1)[0][0]] if seen else None
