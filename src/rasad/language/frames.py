"""A frame says which predicate is which type of event, and which role is which party.

The table of frames lists event nouns and verbs; the table of supports says with which verbs an
event noun makes a clause. No type is known to the engine but through them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from rasad.language.fold import fold
from rasad.language.grammar import Grammar
from rasad.language.phrases import Phrases
from rasad.language.tables import TableError, merged, values

T = TypeVar("T")
SUBJECT, OBJECT, GENITIVE, BETWEEN = "subj", "obj", "gen", "gap"
GAP = "…"
_OR = "or:"  # begins the note that names the row whose event the words may tell as well
ACTIVE, PASSIVE, INFINITIVE = "active", "passive", "infinitive"
OUTRAGE, CARRIED, REQUITED, UNWILLING = "outrage", "carried", "requited", "unwilling"
BID, LET, TELL, TERMS = "bid", "let", "tell", "terms"
# Notes of rows without words, of what no word tells: a charge that lies in the name of a deed, a refusal of any deed.
BARE = frozenset({OUTRAGE, CARRIED, REQUITED, UNWILLING, BID, LET, TELL, TERMS})
_SUFFERED = frozenset({"ASSAULT", "COERCE", "SANCTION"})  # types whose verbs tell what befalls somebody
_PARTIES = frozenset({"A", "R", "M", "X", "P"})


@dataclass(frozen=True, slots=True)
class Frame:
    """One row of the table of frames; `roles` are (slot, party) in the order of the table."""

    rule: str
    type: str
    mode: str
    roles: tuple[tuple[str, str], ...]
    notes: frozenset[str]
    needs: frozenset[str]
    by_party: Mapping[str, list[str]] = field(compare=False)
    genitive: str  # the slot that an ezafe after the noun fills

    @property
    def demand(self) -> bool:
        """Whether it is of what somebody says others are to do, whatever the verb."""
        return "modal" in self.notes and "inside" not in self.notes

    def slots(self, party: str) -> list[str]:
        """The slots that fill a party (A actor, R recipient, M mutual, X clash, P place)."""
        return self.by_party[party]


@dataclass(frozen=True, slots=True)
class Support:
    """A pattern that makes a clause of an event noun: words before it, words after it, and the verb."""

    before: str
    after: str
    lemma: str
    voice: str
    aspect: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A verb with something between its parts («در اختیار … قرار دادن»): words before it, words after it."""

    before: str
    after: str
    negated: bool
    frame: Frame


@dataclass(frozen=True, slots=True)
class Frames:
    """All frames of a language, by event noun, by verb, by compound, and the supports by verb.

    Verbs are keyed with whether they are negated: «اجازه ندادن» is a refusal, not a permission denied.
    """

    nouns: Phrases[tuple[Frame, ...]]
    verbs: Mapping[tuple[str, bool], tuple[Frame, ...]]
    compounds: Mapping[tuple[str, str, bool], tuple[Frame, ...]]
    gaps: Mapping[str, Mapping[str, tuple[Gap, ...]]]  # by verb, then by the words before the gap
    gap_begins: Mapping[str, frozenset[str]]  # by verb: all that the words before a gap begin with
    supports: Mapping[str, tuple[Support, ...]]
    modes: Mapping[str, Phrases[tuple[int, str]]]  # by type: words -> rank in the table, mode
    words: Phrases[frozenset[str]]
    by_class: Mapping[str, Phrases[str]]  # the words of each class alone
    element_ends: Mapping[str, frozenset[str]]  # by verb: all that an element of its compounds ends with
    passives: frozenset[tuple[str, str]]  # compounds, by element and verb, that are the passive of one in the table
    negatives: frozenset[str]
    duty: Frame | None  # what must be done
    naming: Mapping[str, tuple[Frame, ...]]  # infinitives of verbs that call somebody something: «تروریست خواندن X»
    bare: Mapping[str, Frame]  # note -> the row without words that bears it, see BARE
    seconds: Mapping[str, Frame]  # rule -> the frame that its words may tell as well
    left_out: tuple[tuple[str, str], ...]  # the light verb that a predicate may do without, its passive: with voices
    types: Mapping[str, str]  # rule -> type

    def classes(self, keys: Sequence[str]) -> frozenset[str]:
        """The classes of words that tell frames apart, as far as they stand among the keys."""
        none: frozenset[str] = frozenset()
        return none.union(*self.words.within(keys, 0, len(keys)))

    def count(self, name: str, keys: Sequence[str]) -> int:
        """How many words or phrases of a class begin among the keys."""
        table = self.by_class.get(name)
        if table is None or not any(map(table.begins.__getitem__, keys)):
            return 0
        likely = [i for i, key in enumerate(keys) if table.begins[key]]
        hits = (self.words.longest(keys, i, len(keys)) for i in likely)
        return sum(1 for hit in hits if hit is not None and name in hit[1])


_Verbs = dict[tuple[str, bool], tuple[Frame, ...]]
_Compounds = dict[tuple[str, str, bool], tuple[Frame, ...]]
_Gaps = dict[str, list[Gap]]


def load_frames(grammar: Grammar, *folders: Path) -> Frames:
    """The frames and supports of the pack and of the user's own folders."""
    table = list(merged("frames.tsv", *folders))
    negatives = _negatives(grammar, table)
    endings = grammar.endings["noun"]
    framed = [(row, _frame(row, grammar)) for row in table]
    worded = [frame for row, frame in framed if row["nouns"] or row["verbs"]]
    bare = {note: frame for row, frame in framed if not (row["nouns"] or row["verbs"]) for note in BARE & frame.notes}
    nouns: Phrases[tuple[Frame, ...]] = Phrases()
    for row, frame in framed:
        for noun in values(row, "nouns"):
            nouns.add(noun, (*(nouns.get(fold(noun.replace(" ", ""))) or ()), frame))
    told = [(verb, frame) for row, frame in framed for verb in values(row, "verbs")]
    verbs, compounds, gaps = _verbs(told, negatives)
    passives = _paired(compounds, *folders)
    _named(nouns, [(verb, frame) for verb, frame in told if _names_a_deed(frame, verb.split(), grammar)])
    nouns.inflect(endings, _unchanged)
    parted = {lemma: _by_beginning(rows) for lemma, rows in gaps.items()}
    telling, by_class = _words(endings, *folders)
    refusals = frozenset(f.rule for key, fs in (*verbs.items(), *compounds.items()) if key[-1] for f in fs)
    begins = {lemma: frozenset(before[:end + 1] for before in rows for end in range(len(before)))
              for lemma, rows in parted.items()}
    return Frames(nouns, verbs, compounds, parted, begins, _supports(*folders), _modes(endings, *folders),
                  telling, by_class, _endings(compounds), passives, refusals,
                  next((frame for frame in worded if frame.demand), None), _naming(verbs), bare,
                  _seconds({frame.rule: frame for _, frame in framed}), _left_out(*folders),
                  {row["rule"]: row["type"] for row in table})


def _verbs(told: Iterable[tuple[str, Frame]], negatives: Mapping[str, str]) -> tuple[_Verbs, _Compounds, _Gaps]:
    """The frames of the verbs alone, of the compounds and of the verbs with a gap, in the order of the table."""
    verbs: _Verbs = {}
    compounds: _Compounds = {}
    gaps: _Gaps = {}
    for verb, frame in told:
        *words, last = verb.split()
        lemma, negated = negatives.get(last, last), last in negatives
        element = fold("".join(words))
        if GAP in words:
            at = words.index(GAP)
            gap = Gap(fold("".join(words[:at])), fold("".join(words[at + 1:])), negated, frame)
            gaps.setdefault(lemma, []).append(gap)
        elif element:
            key = (element, lemma, negated)
            compounds[key] = (*compounds.get(key, ()), frame)
        else:
            verbs[lemma, negated] = (*verbs.get((lemma, negated), ()), frame)
    return verbs, compounds, gaps


def _by_beginning(gaps: Sequence[Gap]) -> dict[str, tuple[Gap, ...]]:
    """The gaps of a verb by the words before them."""
    out: dict[str, list[Gap]] = {}
    for gap in gaps:
        out.setdefault(gap.before, []).append(gap)
    return {before: tuple(same) for before, same in out.items()}


def _paired(compounds: _Compounds, *folders: Path) -> frozenset[tuple[str, str]]:
    """Adds the compounds with a light verb of the same meaning, and the passives; the table's own rows stand.

    Rows that need a word only go before what is added. Returns the passives: those added, and those that stand in
    one row with their active.
    """
    own, passives = dict(compounds), set[tuple[str, str]]()
    for row in merged("light_pairs.tsv", *folders):
        passive, ending = row["voice"] == PASSIVE, fold(row["element"])
        for (element, lemma, negated), known in own.items():
            if lemma != row["verb"] or not element.endswith(ending):
                continue
            frames = tuple(f for f in known if (OBJECT, "R") in f.roles) if passive else known
            told = own.get((element, row["other"], negated))
            if told is not None and not all(f.needs for f in told):
                passives.update({(element, row["other"])} if passive and set(told) & set(frames) else ())
            elif frames:
                compounds[element, row["other"], negated] = tuple(dict.fromkeys((*(told or ()), *frames)))
                passives.update({(element, row["other"])} if passive else ())
    return frozenset(passives)


def _seconds(by_rule: Mapping[str, Frame]) -> dict[str, Frame]:
    """Rule -> the frame of the row that its note names: words that may be a charge or a refusal are drafted as both."""
    out = {}
    for frame in by_rule.values():
        for other in [note.removeprefix(_OR) for note in frame.notes if note.startswith(_OR)]:
            if other not in by_rule:
                raise TableError(f"frames.tsv, rule {frame.rule}: no row is called {other!r}")
            out[frame.rule] = by_rule[other]
    return out


def _left_out(*folders: Path) -> tuple[tuple[str, str], ...]:
    """The first light verb that has a passive in all its compounds, and that passive, each with its voice."""
    for row in merged("light_pairs.tsv", *folders):
        if row["voice"] == PASSIVE and not row["element"]:
            return (row["verb"], ACTIVE), (row["other"], PASSIVE)
    return ()


def _names_a_deed(frame: Frame, words: Sequence[str], grammar: Grammar) -> bool:
    """Whether a verb of the table is a compound that tells what befalls somebody."""
    befalls = {(OBJECT, "R"), (SUBJECT, "R")} & set(frame.roles)
    whole = len(words) > 1 and GAP not in words and fold(words[-1]) not in grammar["copula"]
    return frame.type in _SUFFERED and bool(befalls) and whole


def _named(nouns: Phrases[tuple[Frame, ...]], told: Sequence[tuple[str, Frame]]) -> None:
    """Adds the infinitives of the deeds that somebody suffers as event nouns; the table's own nouns stand.

    «هدف قرار دادن X توسط Y»: what a transitive verb is done to hangs on its infinitive by ezafe.
    """
    deeds: dict[str, list[Frame]] = {}
    for verb, frame in told:
        suffers = OBJECT if (OBJECT, "R") in frame.roles else SUBJECT
        deeds.setdefault(verb, []).append(replace(frame, genitive=suffers, notes=frame.notes | {INFINITIVE}))
    for verb, frames in deeds.items():
        if nouns.get(fold(verb.replace(" ", ""))) is None:
            nouns.add(verb, tuple(frames))


def _naming(verbs: _Verbs) -> dict[str, tuple[Frame, ...]]:
    """The infinitives of the simple verbs that call an object by the word they need before them."""
    calling = {lemma: tuple(replace(f, genitive=OBJECT) for f in frames
                            if "complement" in f.notes and f.needs and (OBJECT, "R") in f.roles)
               for (lemma, negated), frames in verbs.items() if not negated}
    return {fold(lemma): frames for lemma, frames in calling.items() if frames}


def _negatives(grammar: Grammar, table: Sequence[Mapping[str, str]]) -> dict[str, str]:
    """Negative infinitive -> infinitive, for the verbs of the table; longer prefixes take the place of a vowel."""
    plain = {verb.split()[-1] for row in table for verb in values(row, "verbs")}
    made = {prefix + (verb if len(prefix) == 1 else verb[1:]): verb
            for prefix in grammar["negative-prefix"] for verb in plain}
    return {negative: verb for negative, verb in made.items() if negative in plain}


def _words(endings: Sequence[str], *folders: Path) -> tuple[Phrases[frozenset[str]], dict[str, Phrases[str]]]:
    """The words that tell frames apart, each with its classes, and those of each class alone."""
    words: Phrases[frozenset[str]] = Phrases()
    by_class: dict[str, Phrases[str]] = {}
    for row in merged("frame_words.tsv", *folders):
        alone = by_class.setdefault(row["class"], Phrases())
        for word in values(row, "fa"):
            known = words.entries.get(fold(word.replace(" ", ""))) or frozenset()
            words.add(word, known | {row["class"]})
            alone.add(word, row["class"])
    words.inflect(endings, _unchanged)
    for alone in by_class.values():
        alone.inflect(endings, _unchanged)
    return words, by_class


def _endings(compounds: Iterable[tuple[str, str, bool]]) -> dict[str, frozenset[str]]:
    """Verb -> every stretch of letters with which an element of its compounds ends."""
    out: dict[str, set[str]] = {}
    for element, lemma, _ in compounds:
        out.setdefault(lemma, set()).update(element[at:] for at in range(len(element)))
    return {lemma: frozenset(ends) for lemma, ends in out.items()}


def _unchanged(meaning: T, _ending: str, _key: str) -> T:
    """An ending changes nothing of what the word means."""
    return meaning


def _frame(row: Mapping[str, str], grammar: Grammar) -> Frame:
    roles = []
    for part in row["roles"].split():
        slots, _, party = part.partition(":")
        if party not in _PARTIES:
            raise TableError(f"frames.tsv, rule {row['rule']}: role {part!r} names no party (A, R, M, X or P)")
        for slot in slots.split(","):
            known = slot in {SUBJECT, OBJECT, GENITIVE, BETWEEN}
            roles.append((slot if known else grammar.slots.get(fold(slot.replace("_", ""))) or slot, party))
    notes = frozenset(n.strip() for n in row.get("note", "").replace(",", "|").split("|") if n.strip())
    needs = frozenset(n.strip() for n in row.get("needs", "").split("|") if n.strip())
    roles = list(dict.fromkeys(roles))
    by_party = {party: [slot for slot, filled in roles if filled == party] for party in _PARTIES}
    return Frame(row["rule"], row["type"], row["mode"], tuple(roles), notes, needs, by_party, _genitive(roles))


def _genitive(roles: Sequence[tuple[str, str]]) -> str:
    """The slot that an ezafe after a noun with these roles fills."""
    slots = [slot for slot, _ in roles]
    if (GENITIVE, "R") in roles and OBJECT not in slots:
        return GENITIVE
    if GENITIVE in slots:
        return SUBJECT
    told = any(party == "R" and slot not in {SUBJECT, OBJECT} for slot, party in roles)
    return OBJECT if OBJECT in slots and not told else SUBJECT


def _modes(endings: Iterable[str], *folders: Path) -> dict[str, Phrases[tuple[int, str]]]:
    """By type, the modes that words beside an event tell, with their rank: what stands first in the table wins."""
    out: dict[str, Phrases[tuple[int, str]]] = {}
    for rank, row in enumerate(merged("modes.tsv", *folders)):
        words = out.setdefault(row["type"], Phrases())
        for word in values(row, "fa"):
            words.add(word, words.entries.get(fold(word.replace(" ", ""))) or (rank, row["mode"]))
    for words in out.values():
        words.inflect(endings, _unchanged)
    return out


def _supports(*folders: Path) -> dict[str, tuple[Support, ...]]:
    out: dict[str, list[Support]] = {}
    for row in merged("supports.tsv", *folders):
        words = row["fa"].split()
        at = words.index("N")
        lemma = words[-1]
        support = Support(fold("".join(words[:at])), fold("".join(words[at + 1:-1])), lemma, row["voice"],
                          row.get("aspect", ""))
        out.setdefault(lemma, []).append(support)
    # the longer pattern speaks first: «N را آغاز کردن» before «N کردن»
    return {lemma: tuple(sorted(all_, key=lambda s: -len(s.before) - len(s.after))) for lemma, all_ in out.items()}
