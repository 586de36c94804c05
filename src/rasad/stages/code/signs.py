"""A sign says how a candidate stands to the trigger of a draft: in which slot, how far, as whom.

It never says which country the candidate is of: at most which two are told of together, whoever does what to whom.
Signs are names only: what each speaks for is counted on coded reports and stands in a table of weights, where every
sign begins with the side for which it is asked, «A» of actors or «R» of recipients.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rasad.language.frames import OBJECT, SUBJECT
from rasad.stages.code.candidates import Candidate, Cast
from rasad.stages.code.drafts import Draft, countries
from rasad.stages.code.scene import Scene
from rasad.stages.code.sign_groups import BEEN, DRAFTED, ENTERED, FITTED, PLACED, SIDED, STOOD, Key, spelled
from rasad.stages.find.mentions import Mention
from rasad.stages.find.roles import Roles
from rasad.stages.read.clauses import Clause
from rasad.stages.reading import Reading

ACTOR, RECIPIENT = "A", "R"
_STEPS = (1, 2, 3, 5, 8, 12, 20)
_NEAREST, _BETWEEN = 4, 3
_HOSTILE = frozenset({"ASSAULT", "COERCE", "THREATEN", "ACCUSE", "REJECT", "SANCTION", "MOBILIZE", "PROTEST"})
_YES = ("0", "1")
_NOTHING: Counter[str] = Counter()
_UNNAMED = 9  # the rank of a land that the report names only in passing


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
    tone: str
    guesses: str
    notes: tuple[str, ...]
    named: dict[int, str]


def setting(draft: Draft, reading: Reading, scene: Scene, cast: Cast) -> Setting:
    """The setting of a draft: its trigger, and the words with which those named around it begin."""
    trigger = draft.trigger
    first, last = (trigger.first, trigger.last) if trigger is not None else (draft.first, draft.first)
    clause = reading.clauses[trigger.clause.number] if trigger is not None else reading.clause_at(draft.first)
    firsts = sorted({m.first for m in reading.mentions if m.code})
    return Setting(draft, reading, scene, cast, clause, first, last, [n for n in firsts if n < first][::-1],
                   [n for n in firsts if n > last], "v" if draft.verbal else "n",
                   "outlet" if draft.speech is None else draft.speech.how or "phrase",
                   "foes" if draft.type in _HOSTILE else "friends", str(min(draft.guesses, 2)),
                   (*sorted(draft.frame.notes), *(name for name, holds in (
                       ("mutual", draft.mutual), ("complete", draft.complete), ("heading", draft.heading),
                       ("pointing", draft.pointing)) if holds)), named(reading))


def named(reading: Reading) -> dict[int, str]:
    """The kind of name that each word of a sentence is part of, for those that are."""
    return {at: m.kind for m in reading.mentions for at in range(m.first, m.last + 1)}


def word(at: int, reading: Reading, held: dict[int, str]) -> str:
    """The word at a place of the sentence: of a name only its kind, "" beyond the sentence."""
    keys = reading.sentence.keys
    return "@" + held[at] if at in held else keys[at] if 0 <= at < len(keys) else ""


def nobody(at: Setting) -> list[str]:
    """The signs that nobody is told on a side of a draft."""
    draft, kind, told = at.draft, at.draft.type, at.told
    sides = "".join("1" if any(m.code for m in held) else "0" for held in (draft.actors, draft.recipients))
    rule = draft.frame.rule
    out = ["", "t:" + kind, "v:" + told, f"tv:{kind}/{told}/{sides}", f"e:{rule}", f"es:{rule}/{sides}",
           f"st:{draft.status}/{sides}", f"ve:{draft.verdict}/{sides}", f"vt:{draft.verdict}/{kind}/{sides}",
           f"h:{at.how}/{kind}", f"hs:{at.how}/{sides}", f"ck:{draft.clause_kind}",
           f"near:{min(len(at.before) + len(at.after), _NEAREST)}", f"g:{at.guesses}/{sides}",
           *(f"n:{note}/{sides}" for note in at.notes), *(f"nt:{note}/{kind}" for note in at.notes)]
    return ["0" + sign for sign in out]


@dataclass(frozen=True, slots=True)
class Standing:
    """How a candidate stands to the trigger, whichever side it may be on: in keys of signs, and in signs of its own."""

    candidate: Candidate
    where: str
    slot: str
    rank: str
    near: str
    fit: str
    spoken: str
    keys: tuple[Key, ...]
    around: Sequence[str]


@dataclass(frozen=True, slots=True)
class Side:
    """Who is on one side of a draft so far, and who is on the other, by mention and by land."""

    name: str
    own: frozenset[int]
    lands: frozenset[str]
    other: frozenset[int]
    opposite: frozenset[str]
    frame: str
    sector: str
    deed: str
    crossed: str


def side_of(name: str, at: Setting) -> Side:
    """The side of that name as it is now."""
    draft = at.draft
    own, other = (draft.actors, draft.recipients) if name == ACTOR else (draft.recipients, draft.actors)
    return Side(name, frozenset([id(m) for m in own]), countries(own), frozenset([id(m) for m in other]),
                countries(other), ",".join(sorted(draft.frame.slots(name))), other[0].sector if other else "-",
                name + draft.type, (RECIPIENT if name == ACTOR else ACTOR) + draft.type)


def standing(candidate: Candidate, at: Setting) -> Standing:
    """How the candidate stands to the trigger of the draft."""
    where, slot, rank, near, between = _stand(candidate, at)
    mention, draft, told = candidate.mention, at.draft, at.told
    fit, spoken, rule = _fit(slot, draft), _spoken(mention, candidate.land, draft), draft.frame.rule
    keys = ((STOOD, where, slot, rank, near, between), (BEEN, mention.kind, mention.sector, spoken, candidate.source),
            (FITTED, where, slot, rank[:1], fit, told, draft.type), (ENTERED, where, slot, rule, draft.clause_kind))
    return Standing(candidate, where, slot, rank, near, fit, spoken, keys,
                    _around(mention, at) if candidate.here else ())


def _around(mention: Mention, at: Setting) -> list[str]:
    """The words beside a candidate."""
    kind, rule = at.draft.type, at.draft.frame.rule
    before = "<" + word(mention.first - 1, at.reading, at.named)
    after = ">" + word(mention.last + 1, at.reading, at.named)
    return [before, f"{before}/{kind}", f"{before}/{rule}", after, f"{after}/{kind}"]


def keys_on(one: Standing, side: Side, at: Setting) -> tuple[Key, ...]:
    """The keys of what else speaks for a candidate as a party on one side of a draft."""
    draft, mention, told, c = at.draft, one.candidate.mention, at.told, _on_sides(one, side)
    how = f"{mention.kind}g" if mention.guessed else mention.kind
    return ((DRAFTED, c, draft.type, told, draft.frame.rule, draft.status, draft.verdict, at.guesses, *at.notes),
            (PLACED, c, one.where, one.slot, one.rank, one.near, one.fit, told, side.frame),
            (SIDED, c, how, mention.sector, draft.type, one.spoken, one.where, at.how))


def signs(one: Standing, side: Side, at: Setting) -> list[str]:
    """Every sign that a candidate is a party on one side of a draft."""
    return [*[sign for key in (*one.keys, *keys_on(one, side, at)) for sign in spelled(key)], *one.around,
            *in_report(one, side, at)]


def _on_sides(one: Standing, side: Side) -> str:
    """Whether a candidate, or its land, is on this side and on the other already, and whether anybody is on this."""
    key, land = id(one.candidate.mention), one.candidate.land
    own = "2" if key in side.own else "1" if land in side.lands else "0"
    other = "2" if key in side.other else "1" if land in side.opposite else "0"
    return own + other if side.lands else own + other + "0"


def _stand(candidate: Candidate, at: Setting) -> tuple[str, str, str, str, str]:
    """The clause and the slot in which a candidate stands, its place among those named, how far, who is between."""
    if not candidate.here:
        apart = min(abs(at.draft.sentence - candidate.mention.sentence), _BETWEEN)
        return "out", candidate.source, "-", f"s{apart}", "-"
    mention, reading = candidate.mention, at.reading
    number = reading.owners[mention.first]
    where, slot = _clause(at.clause, reading.clauses[number]), _slot(mention.first, reading.roles[number])
    if mention.first > at.last:
        between = sum(n < mention.first for n in at.after)
        rank, near = f"a{min(between, _NEAREST)}", "+" + _step(mention.first - at.last)
    else:
        between = sum(n > mention.first for n in at.before)
        rank, near = f"b{min(between, _NEAREST)}", "-" + _step(at.first - mention.last)
    return where, slot, rank, near, str(min(between, _BETWEEN))


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


def in_report(one: Standing, side: Side, at: Setting) -> list[str]:
    """What the rest of the report says of a candidate's land: how often it is named, what it does, with whom."""
    cast, kind, land, opposite, c = at.cast, at.draft.type, one.candidate.land, side.opposite, _on_sides(one, side)
    same, crossed = (cast.doing, cast.suffering) if side.name == ACTOR else (cast.suffering, cast.doing)
    mine, theirs = land in side.lands, land in opposite
    told = _YES[same[land, kind] > mine] + _YES[crossed[land, kind] > theirs]  # by drafts besides this one
    foe = "0"
    for there in opposite:
        if (land, there) in at.scene.foes:
            foe = "1"
    out = [f"foe:{kind}/{foe}/{_YES[bool(opposite)]}", f"foe:{foe}/{c}",
           f"same:{kind}/{_YES[theirs]}/{one.candidate.mention.sector}/{side.sector}",
           f"n#:{cast.ranks.get(land, _UNNAMED)}/{c}", f"do:{told}/{c}", f"do:{kind}/{told}/{c[-1]}"]
    for deed, n in cast.beside.get((at.draft.sentence, land), _NOTHING).items():
        counted = mine if deed == side.deed else theirs if deed == side.crossed else False
        if n > counted:
            out += [f"dh:{kind}/{deed}", f"dh:{kind}/{deed}/{c}"]
    for there in opposite:
        if there != land:
            pair = f"{land}-{there}" if land < there else f"{there}-{land}"
            out += [f"pair:{pair}", f"pair:{pair}/{kind}", f"pair:{pair}/{at.tone}"]
    if land == at.scene.home:
        out.append(f"home/{kind}/{c}")
    return out
