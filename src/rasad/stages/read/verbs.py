"""The verbs of a sentence: who could do it (person), when (tense), whether it holds (negation, modal).

Invariant: a `Verb` is one verb group with all its auxiliaries, its compound and the modal that
governs it; verbs of a sentence come left to right and share no word.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from rasad.stages.read.compounds import Compounds, read_compounds
from rasad.stages.read.grammar import ZWNJ, Rows, read_grammar, read_roots
from rasad.stages.read.group_grammar import Group, GroupGrammar
from rasad.stages.read.modals import Modals
from rasad.stages.read.morphology import Morphology, VerbForm
from rasad.stages.read.verb_groups import read_groups
from rasad.stages.read.verb_words import MODAL, Entry, Vocabulary

__all__ = ["Verb", "VerbForm", "VerbLexicon", "load_verbs"]

_REMEMBERED = 200_000
_NOMINAL = ("adjective", "infinitive")


class Verb(NamedTuple):
    """One verb group in a sentence; indices are of words, inclusive.

    `element` is what a copula is written onto («آماده‌ایم»).
    """

    first: int
    last: int
    lemma: str
    compound: str
    noun: int
    tense: str
    person: int
    plural: bool
    negated: bool
    passive: bool
    finite: bool
    modal: str
    element: str = ""


class _Entries(dict[str, Entry | None]):
    """What each word can be in a verb group, worked out once a word."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def __missing__(self, word: str) -> Entry | None:
        if len(self) > _REMEMBERED:
            self.clear()
        entry = self[word] = self._vocabulary.entry(word)
        return entry


class VerbLexicon:
    """The verbs of one language; analyses words and sentences."""

    def __init__(self, morphology: Morphology, compounds: Compounds, kinds: Rows) -> None:
        self._morphology = morphology
        self._compounds = compounds
        vocabulary = Vocabulary(morphology, kinds)
        self._entries = _Entries(vocabulary)
        self._forms: dict[str, tuple[VerbForm, ...]] = {}
        self._grammar = GroupGrammar(morphology, kinds, self._combined, compounds.known, compounds.opened)
        self._modals = Modals(kinds)

    def _combined(self, first: str, second: str) -> Entry | None:
        """Returns what two words are when they are written as one."""
        return self._entries[first + ZWNJ + second]

    def analyse(self, word: str) -> tuple[VerbForm, ...]:
        """Returns every reading of the word as a verb form, the likeliest first; empty for none."""
        found = self._forms.get(word)
        if found is None:
            if len(self._forms) > _REMEMBERED:
                self._forms.clear()
            found = tuple(reading.form for reading in self._morphology.readings(word))
            self._forms[word] = found
        return found

    def groups(self, words: Sequence[str]) -> list[Verb]:
        """Returns the verbs of a sentence that make clauses, left to right.

        These are the personal forms, with ellipsis of the auxiliary, and the participles of a
        chain: `finite` false, tense, person and modal those of the verb that ends the chain. In
        «حملات را متوقف و از مرز عقب‌نشینی کرد» a verb of its own, at «و», stands for the first half.
        """
        return [verb for verb in self.all_forms(words) if verb.tense not in _NOMINAL]

    def nominals(self, words: Sequence[str]) -> list[Verb]:
        """Returns the forms that make no clause: infinitives and adjectival participles.

        «کشته شدن ۱۲ نفر» has tense `infinitive`, «دارایی‌های مسدود شده» tense `adjective`.
        """
        return [verb for verb in self.all_forms(words) if verb.tense in _NOMINAL]

    def all_forms(self, words: Sequence[str]) -> list[Verb]:
        """Returns the verbs that make clauses and those that do not, left to right."""
        table = self._entries
        entries = list(map(table.__getitem__, words))
        groups = self._modals.unreal(words, read_groups(self._grammar, words, entries))
        places = [at for at, e in enumerate(entries) if e is not None and e.kind == MODAL]
        verbs: list[Verb] = []
        floor = 0
        for group, modal in _completed(self._modals.govern(words, groups, places)):
            verb = self._verb(words, group, modal, floor)
            if group.tense not in _NOMINAL:
                verbs += self._gapped(words, verb, floor)
                floor = group.last + 1
            verbs.append(verb)
        return sorted(verbs, key=_place)

    def _gapped(self, words: Sequence[str], verb: Verb, floor: int) -> list[Verb]:
        """Returns the verb that an earlier conjunct shares with this one; «و» stands in its place."""
        if verb.noun < 0:
            return []
        first = verb.noun - verb.compound.count(" ")
        found = self._compounds.gapped(words, verb.lemma, first, floor)
        if found is None:
            return []
        at, element = found.last + 1, found.compound.element
        return [verb._replace(first=at, last=at, compound=element, noun=found.last)]

    def _verb(self, words: Sequence[str], group: Group, modal: str, floor: int) -> Verb:
        found = self._compounds.find(words, group.first, group.lemma, floor)
        text, noun, passive = "", -1, group.passive
        if found is not None:
            element, of_passive = found
            text, noun = element.compound.element, element.last
            passive = passive or of_passive
        return Verb(
            group.first,
            group.last,
            group.lemma,
            text,
            noun,
            group.tense,
            group.person,
            group.plural,
            group.negated,
            passive,
            group.finite,
            modal,
            group.element,
        )


def _place(verb: Verb) -> int:
    return verb.first


def _completed(governed: list[tuple[Group, str]]) -> list[tuple[Group, str]]:
    """Returns the groups, each link of a chain with tense, person and modal of the verb that ends it."""
    found: list[tuple[Group, str]] = []
    end: tuple[Group, str] | None = None
    for group, modal in reversed(governed):
        if group.tense == "participle" and end is not None:
            whole, of_whole = end
            link = group._replace(tense=whole.tense, person=whole.person, plural=whole.plural)
            found.append((link, of_whole))
            continue
        found.append((group, modal))
        if group.tense not in _NOMINAL:
            end = group, modal
    return found[::-1]


def load_verbs(folder: Path) -> VerbLexicon:
    """Returns the verbs of a language pack, read from its tables."""
    kinds = read_grammar(folder / "grammar_verbs.tsv")
    morphology = Morphology(read_roots(folder / "verbs.tsv"), kinds)
    compounds = Compounds(read_compounds(folder / "light_verbs.tsv"), kinds)
    return VerbLexicon(morphology, compounds, kinds)
