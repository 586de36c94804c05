"""A sign says how a candidate stands to the trigger of a draft: in which slot, how far, as whom; never who it is.

Signs are names only: what each speaks for is counted on coded reports and stands in a table of weights. Every
sign begins with the side for which it is asked, «A» of actors or «R» of recipients.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rasad.language.frames import OBJECT, SUBJECT
from rasad.stages.code.candidates import Candidate, Cast
from rasad.stages.code.drafts import Draft
from rasad.stages.code.scene import Scene
from rasad.stages.find.mentions import Mention
from rasad.stages.find.roles import Roles
from rasad.stages.read.clauses import Clause
from rasad.stages.reading import Reading

ACTOR, RECIPIENT = "A", "R"
_STEPS = (1, 2, 3, 5, 8, 12, 20)
_NEAREST, _BETWEEN = 4, 3


@dataclass(frozen=True, slots=True)
class Setting:
    """What all candidates of one draft share."""

    draft: Draft
    reading: Reading
    scene: Scene
    cast: Cast
    clause: Clause
    first: int
    last: int
    before: Sequence[int]
    after: Sequence[int]
    told: str
    how: str
    notes: tuple[str, ...]


def setting(draft: Draft, reading: Reading, scene: Scene, cast: Cast) -> Setting:
    """The setting of a draft: its trigger, and the words with which those named around it begin."""
    trigger = draft.trigger
    first, last = (trigger.first, trigger.last) if trigger is not None else (draft.first, draft.first)
    clause = reading.clauses[trigger.clause.number] if trigger is not None else reading.clause_at(draft.first)
    named = sorted({m.first for m in reading.mentions if m.code})
    return Setting(draft, reading, scene, cast, clause, first, last, [n for n in named if n < first][::-1],
                   [n for n in named if n > last], "v" if draft.verbal else "n",
                   "outlet" if draft.speech is None else draft.speech.how or "phrase",
                   (*sorted(draft.frame.notes), *(name for name, holds in (
                       ("mutual", draft.mutual), ("complete", draft.complete), ("heading", draft.heading),
                       ("pointing", draft.pointing)) if holds)))


def nobody(side: str, at: Setting) -> list[str]:
    """The signs that nobody is told on one side of a draft."""
    draft, kind, told = at.draft, at.draft.type, at.told
    sides = "".join("1" if any(m.code for m in held) else "0" for held in (draft.actors, draft.recipients))
    rule = draft.frame.rule
    out = ["", "t:" + kind, "v:" + told, f"tv:{kind}/{told}/{sides}", f"e:{rule}", f"es:{rule}/{sides}",
           f"st:{draft.status}/{sides}", f"ve:{draft.verdict}/{sides}", f"vt:{draft.verdict}/{kind}/{sides}",
           f"h:{at.how}/{kind}", f"hs:{at.how}/{sides}", f"ck:{draft.clause_kind}",
           f"near:{min(len(at.before) + len(at.after), _NEAREST)}", f"g:{min(draft.guesses, 2)}/{sides}",
           *(f"n:{note}/{sides}" for note in at.notes), *(f"nt:{note}/{kind}" for note in at.notes)]
    return [f"{side}0{sign}" for sign in out]


def signs(candidate: Candidate, side: str, at: Setting) -> list[str]:
    """The signs that a candidate is a party on one side of a draft."""
    draft, mention, land = at.draft, candidate.mention, candidate.land
    where, slot, rank, near, between = _stand(candidate, at)
    own, other = (draft.actors, draft.recipients) if side == ACTOR else (draft.recipients, draft.actors)
    chosen = _held(mention, land, own) + _held(mention, land, other) + ("" if any(m.code for m in own) else "0")
    kind, told = draft.type, at.told
    spoken = _spoken(mention, land, draft)
    fit = _fit(slot, draft)
    frame = ",".join(sorted(draft.frame.slots(side)))
    sector, guess = mention.sector, "g" if mention.guessed else ""
    out = [side + sign for sign in (
        "", "c:" + chosen, "w:" + where, "s:" + slot, "ws:" + where + "/" + slot, "r:" + rank, "d:" + near,
        "b:" + between, "f:" + fit, "k:" + mention.kind, "x:" + sector, "p:" + spoken, "src:" + candidate.source,
        f"t:{kind}/{chosen}", f"v:{told}/{chosen}", f"wsv:{where}/{slot}/{rank[:1]}/{told}",
        f"wst:{where}/{slot}/{kind}", f"wsc:{where}/{slot}/{rank[:1]}/{chosen}", f"fc:{fit}/{chosen}",
        f"fs:{fit}/{told}/{where}/{slot}", f"rc:{rank}/{chosen}", f"rvt:{rank}/{told}/{kind}",
        f"kc:{mention.kind}{guess}/{chosen}", f"xt:{sector}/{kind}/{chosen[:1]}", f"pt:{spoken}/{kind}/{chosen}",
        f"pc:{spoken}/{chosen}/{where}", f"e:{draft.frame.rule}/{chosen}", f"ew:{draft.frame.rule}/{where}/{slot}",
        f"fr:{frame}/{where}/{slot}/{told}", f"h:{at.how}/{spoken}/{chosen}", f"bc:{between}/{slot}/{chosen}",
        f"dv:{near}/{told}/{chosen}", f"st:{draft.status}/{chosen}", f"ck:{draft.clause_kind}/{where}/{slot}",
        f"ve:{draft.verdict}/{chosen}/{kind}", f"g:{min(draft.guesses, 2)}/{chosen}")]
    out += [f"{side}n:{note}/{chosen}" for note in at.notes]
    if candidate.here:
        keys = at.reading.sentence.keys
        if mention.first:
            out.append(f"{side}<{keys[mention.first - 1]}")
        if mention.last + 1 < len(keys):
            out.append(f"{side}>{keys[mention.last + 1]}")
    return out + _in_report(candidate, side, other, chosen, at)


def _stand(candidate: Candidate, at: Setting) -> tuple[str, str, str, str, str]:
    """The clause and the slot in which a candidate stands, its place among those named, how far, who is between."""
    if not candidate.here:
        apart = min(abs(at.draft.sentence - candidate.mention.sentence), _BETWEEN)
        return "out", candidate.source, "-", f"s{apart}", "-"
    mention, reading = candidate.mention, at.reading
    number = reading.owners[mention.first]
    where, slot = _clause(at.clause, reading.clauses[number]), _slot(mention.first, reading.roles[number])
    if mention.first > at.last:
        rank, near = f"a{_index(at.after, mention.first)}", "+" + _step(mention.first - at.last)
        between = sum(n < mention.first for n in at.after)
    else:
        rank, near = f"b{_index(at.before, mention.first)}", "-" + _step(at.first - mention.last)
        between = sum(n > mention.first for n in at.before)
    return where, slot, rank, near, str(min(between, _BETWEEN))


def _index(row: Sequence[int], first: int) -> int:
    return min(row.index(first), _NEAREST) if first in row else _NEAREST


def _step(words: int) -> str:
    return str(next((step for step in _STEPS if words <= step), 99))


def _clause(own: Clause, other: Clause) -> str:
    """How the clause of a candidate stands to that of the trigger."""
    if other.number == own.number:
        return "own"
    if own.parent == other.number:
        return "over-" + own.kind
    if other.parent == own.number:
        return "under-" + other.kind
    if own.after == other.number:
        return "before"
    if other.after == own.number:
        return "after"
    return "beside" if other.parent == own.parent else "apart"


def _slot(word: int, roles: Roles) -> str:
    """The slot of a clause in which a word stands."""
    subject, target = roles.subject, roles.object
    if subject is not None and subject.first <= word <= subject.last:
        return SUBJECT
    if target is not None and target.first <= word <= target.last:
        return OBJECT
    return next((c.slot or "bare" for c in roles.chunks if c.first <= word <= c.last), "none")


def _fit(slot: str, draft: Draft) -> str:
    """The sides that the frame takes from a slot."""
    return "".join(side for side in "ARM" if slot in draft.frame.slots(side)) or "-"


def _held(mention: Mention, land: str, parties: Sequence[Mention]) -> str:
    """Whether a side has the mention itself (2), one of its land (1), or neither (0)."""
    if any(m is mention for m in parties):
        return "2"
    return "1" if any(m.code and m.code.partition(".")[0] == land for m in parties) else "0"


def _spoken(mention: Mention, land: str, draft: Draft) -> str:
    """Whether the candidate speaks, is spoken to, or is of the land of who does."""
    speech = draft.speech
    if speech is None:
        return "-"
    if speech.speaker is mention or (mention.id and speech.speaker.id == mention.id):
        return "speaks"
    if any(m.code and m.code.partition(".")[0] == land for m in speech.to):
        return "to"
    return "land" if speech.speaker.code.partition(".")[0] == land else "no"


def _in_report(candidate: Candidate, side: str, other: Sequence[Mention], chosen: str, at: Setting) -> list[str]:
    """What the rest of the report says of a land: how often it is named, what it does, whom it faces."""
    mention, land, cast, kind, draft = candidate.mention, candidate.land, at.cast, at.draft.type, at.draft
    own = draft.actors if side == ACTOR else draft.recipients
    same, crossed = (cast.doing, cast.suffering) if side == ACTOR else (cast.suffering, cast.doing)
    mine = any(m.code and m.code.partition(".")[0] == land for m in own)
    theirs = any(m.code and m.code.partition(".")[0] == land for m in other)
    told, turned = same[land, kind] - mine, crossed[land, kind] - theirs
    facing = any(cast.facing[land, m.code.partition(".")[0]] - mine > 0 for m in other if m.code)
    foes = any((land, m.code.partition(".")[0]) in at.scene.foes for m in other)
    out = [f"{side}foe:{kind}/{foes:d}/{any(m.code for m in other):d}", f"{side}foe:{foes:d}/{chosen}",
           f"{side}same:{kind}/{theirs:d}/{mention.sector}/{other[0].sector if other else '-'}",
           f"{side}n#:{cast.ranks.get(land, 9)}/{chosen}", f"{side}do:{told > 0:d}{turned > 0:d}/{chosen}",
           f"{side}do:{kind}/{told > 0:d}{turned > 0:d}/{chosen[-1]}", f"{side}face:{facing:d}/{chosen}"]
    if land == at.scene.home:
        out.append(f"{side}home/{kind}/{chosen}")
    return out
