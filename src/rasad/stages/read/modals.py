"""Modals and conditions: what governs a verb without being part of its group.

Invariant: a modal colours only verbs to its right in the same sentence, and never itself.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from rasad.stages.read.grammar import Rows
from rasad.stages.read.group_grammar import Group

_UNREAL = ("imperfect", "pluperfect")
_PAST = ("past", "perfect", "pluperfect")


@dataclass(frozen=True, slots=True)
class Modal:
    """What a modal says of the verb it governs.

    `unreal`: it takes past tenses too («باید می‌رفت»); `short`: it takes the short infinitive
    («می‌توان گفت»); `any_tense`: it takes whatever comes next («شاید رفت»).
    """

    kind: str = ""
    negated: bool = False
    unreal: bool = False
    short: bool = False
    any_tense: bool = False

    def governs(self, group: Group) -> bool:
        """True where the modal can govern the group."""
        if not self.kind or not group.finite or group.tense == "imperative":
            return False
        if group.tense == "subjunctive" or self.any_tense:
            return True
        if group.tense == "past":
            return self.short and group.person == 3 and not group.plural
        return self.unreal and group.tense in _UNREAL


_NONE = Modal()


class Modals:
    """The modal words, verbs and compounds of the tables."""

    def __init__(self, kinds: Rows) -> None:
        self._words = {form: _modal_word(value) for form, value in kinds["modal-word"]}
        self._verbs = dict(kinds["modal-verb"])
        self._subordinators = frozenset(form for form, _ in kinds["subordinator"])
        self._purposes = frozenset(form for form, _ in kinds["purpose"])
        self._joins = frozenset(form for form, _ in kinds["join"])
        self._next = dict(kinds["modal-next"])
        self._barred = dict(kinds["modal-barred"])
        self._compounds = dict(kinds["modal-compound"])
        self._done = dict(kinds["modal-past"])
        self._lasts = frozenset(form.split()[-2] for form in (*self._compounds, *self._done) if " " in form)
        self._conditions = frozenset(form for form, _ in kinds["conditional"])

    def govern(
        self, words: Sequence[str], groups: Sequence[Group], places: Iterable[int]
    ) -> list[tuple[Group, str]]:
        """Returns each group with the modal that governs it; negation of a modal is the verb's."""
        waiting = sorted(places, reverse=True)
        modal, floor = _NONE, 0
        found: list[tuple[Group, str]] = []
        for group, after in zip_longest(groups, groups[1:]):
            while waiting and waiting[-1] < group.first:
                modal = self._words[words[waiting.pop()]]
            group = self._mooded(words, group, modal, floor)  # noqa: PLW2901 - the same group, its mood settled
            if modal.governs(group):
                found.append((_coloured(group, modal), modal.kind))
                modal = modal if self._joined(words, group) and not modal.any_tense else _NONE
            else:
                found.append((self._commanded(words, group, floor), ""))
            own = self._own(words, group, floor) or self._before_stem(group, after)
            if own is not None:
                modal = own
            floor = group.last + 1
        return found

    def _mooded(self, words: Sequence[str], group: Group, modal: Modal, floor: int) -> Group:
        """Returns a form that is past and subjunctive alike as what its clause wants."""
        if not group.open_mood or group.tense != "past":
            return group
        wanted = (modal.kind and not modal.any_tense) or not self._purposes.isdisjoint(words[floor : group.first])
        return group._replace(tense="subjunctive") if wanted else group

    def _commanded(self, words: Sequence[str], group: Group, floor: int) -> Group:
        """Returns a second person that nothing governs as the imperative it is («مراجعه کنید»)."""
        if group.tense != "subjunctive" or group.person != 2 or group.first == floor > 0:
            return group
        if self._subordinators.isdisjoint(words[floor : group.first]):
            return group._replace(tense="imperative")
        return group

    def _joined(self, words: Sequence[str], group: Group) -> bool:
        """True where a conjunction follows the group, so that its modal goes on."""
        return group.last + 1 < len(words) and words[group.last + 1] in self._joins

    def _own(self, words: Sequence[str], group: Group, floor: int) -> Modal | None:
        """Returns the modal that a verb is itself («می‌تواند», «قصد دارد»; «توانست» tells what was done)."""
        past = group.tense in _PAST
        kind = (self._done.get(group.lemma) if past else None) or self._verbs.get(group.lemma)
        if kind is not None:
            barred = self._barred.get(group.lemma)
            return None if barred in words[floor : group.first] else Modal(kind, group.negated)
        if group.first == 0 or words[group.first - 1] not in self._lasts:
            return None
        for size in (3, 2, 1):
            start = max(0, group.first - size)
            form = " ".join([*words[start : group.first], group.lemma])
            kind = (self._done.get(form) if past else None) or self._compounds.get(form)
            if kind is not None:
                return Modal(kind, group.negated)
        return None

    def _before_stem(self, group: Group, after: Group | None) -> Modal | None:
        """Returns the modal of «می‌شود گفت», which stands directly before the short infinitive."""
        kind = self._next.get(group.lemma)
        if kind is None or after is None or after.first != group.last + 1:
            return None
        return Modal(kind, group.negated, short=True) if group.tense == "present" else None

    def unreal(self, words: Sequence[str], groups: list[Group]) -> list[Group]:
        """Returns the groups, past tenses that follow a condition marked `conditional-past`."""
        if self._conditions.isdisjoint(words):
            return groups
        start = next(at for at, word in enumerate(words) if word in self._conditions)
        return [
            group._replace(tense="conditional-past")
            if group.tense in _UNREAL and group.first > start
            else group
            for group in groups
        ]


def _modal_word(value: str) -> Modal:
    kind, *marks = value.split()
    return Modal(kind, "negated" in marks, "unreal" in marks, "short" in marks, "any" in marks)


def _coloured(group: Group, modal: Modal) -> Group:
    tense = "present" if group.tense == "past" and modal.short else group.tense
    return group._replace(tense=tense, negated=group.negated != modal.negated)
