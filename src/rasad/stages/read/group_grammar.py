"""A verb group, and the words that decide where one begins and ends.

Invariant: the sets of words come from the tables and never change; a group is never altered, a
new one takes its place.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from rasad.stages.read.grammar import Rows, endings
from rasad.stages.read.morphology import Morphology
from rasad.stages.read.verb_words import Entry


class Group(NamedTuple):
    """A verb group before its compound and its modal are known.

    `tense` is `infinitive` or `adjective` for forms that make no clause, and `participle` for a
    link of a chain that the next verb completes; `open_mood` marks a past that is as well a
    subjunctive; `element` is what a copula is written onto.
    """

    first: int
    last: int
    lemma: str
    tense: str
    person: int
    plural: bool
    negated: bool
    passive: bool = False
    finite: bool = True
    transitive: bool = False
    open_mood: bool = False
    element: str = ""


class GroupGrammar:
    """The grammar of verb groups, as the tables give it."""

    def __init__(
        self,
        morphology: Morphology,
        kinds: Rows,
        combined: Callable[[str, str], Entry | None],
        known: Callable[[str, str], bool],
        opened: Callable[[Sequence[str], int, str], bool],
    ) -> None:
        self.root = morphology.root
        self.light = morphology.is_light
        self.combined = combined
        self.known = known
        self.opened = opened

        def words(kind: str) -> frozenset[str]:
            return frozenset(form for form, _ in kinds[kind])

        self.copulas, self.passives = words("copula"), words("passive")
        self.perfect_auxiliaries = words("perfect-auxiliary")
        self.clitics = endings(kinds["perfect-ending"])
        self.progressive = words("progressive")
        self.boundary, self.marks = words("boundary"), words("object-mark")
        self.blocked, self.stops, self.ends = words("before-noun"), words("stop"), words("end")
        self.joins, self.that = words("join"), words("that")
        self.says, self.said = words("says"), words("said")
        self.never_adjectives = words("never-adjective")
        self.claims = words("claim")
        self.asks = dict(kinds["modal-barred"])
        self.commands = words("bare-imperative")
        self.pairs = frozenset(tuple(form.split()) for form, _ in kinds["pair"])
        self.pair_starts = frozenset(pair[0] for pair in self.pairs)

    def bars(self, before: str) -> bool:
        """True where no verb stands after the word: a preposition, a determiner, a number."""
        return before in self.blocked or before.isnumeric()


def group_of(first: int, last: int, entry: Entry, tense: str, *, finite: bool = True) -> Group:
    """Returns the group that one entry makes, in its own tense where none is given."""
    reading = entry.reading
    assert reading is not None
    form = reading.form
    return Group(
        first,
        last,
        form.lemma,
        tense or form.form,
        form.person,
        form.plural,
        form.negated,
        finite=finite,
        transitive=reading.root.transitive,
        open_mood=entry.open_mood and form.form == "past",
        element=entry.element,
    )
