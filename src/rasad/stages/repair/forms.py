"""A word written without its half-spaces gets them back.

Invariant: mending adds half-spaces and blanks, never a letter, and leaves every known word
as it is.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from rasad.stages.repair.letters import HALF_SPACE, NON_JOINERS
from rasad.stages.repair.stuck import Stuck
from rasad.stages.repair.verbs import Verbs
from rasad.stages.repair.words import WordList

_ALEF = "\u0627"
_HEH = "\u0647"
_YEH = "\u06cc"
_SHORTEST_STEM = 2
_LONG_STEM = 4
_LONGEST = 30
_SEEN = 5
_SURER = 20  # two words must be so much likelier than a word with an ending
_COMMON = 50  # a word seen so often is no chance part of a name


@dataclass(frozen=True, slots=True)
class Forms:
    """The regular forms that a word list stands for."""

    words: WordList
    verbs: Verbs
    stuck: Stuck

    def mend(self, word: str) -> str:
        """Return `word` with its lost half-spaces and blanks, or as it is where nothing is sure."""
        if HALF_SPACE in word:
            return self._mend_last(word)
        if word in self.words.words or word in self.words.seconds or len(word) > _LONGEST:
            return word
        count, whole = self._joined(word)
        if whole and whole != word:
            return whole
        return self.stuck.parted(word, _SURER * count) or word

    def known(self, word: str) -> int:
        """Return how often the list has seen `word`, glued or not; 0 for a stranger."""
        count = self.words.words.get(word, 0)
        if count or word.replace(HALF_SPACE, "") in self.words.compounds:
            return count or 1
        rests = (word[len(first) :] for first in self.words["glued-first"] if word.startswith(first))
        return max(map(self.words.count, rests), default=0)

    def _mend_last(self, word: str) -> str:
        """Return a word that has half-spaces with the one before its ending, should it be lost."""
        head, last = word.rsplit(HALF_SPACE, 1)
        if self.known(last) or last in self.words["ending"] or last in self.words["past-ending"]:
            return word
        glued = word.replace(HALF_SPACE, "")
        if glued in self.words.compounds or any(self._regular(glued)):
            return word
        readings = [*self._regular(last), *self._endings(last), *self._participles(last)]
        return f"{head}{HALF_SPACE}{max(readings)[1]}" if readings else word

    def _joined(self, word: str) -> tuple[int, str]:
        compound = self.words.compounds.get(word)
        if compound is not None:
            return 1, compound
        return max(self._readings(word), default=(0, ""))

    def _readings(self, word: str) -> Iterator[tuple[int, str]]:
        yield from self._verbs(word)
        yield from self._regular(word)
        yield from self._endings(word)
        yield from self._compounds(word)

    def _verbs(self, word: str) -> Iterator[tuple[int, str]]:
        for prefix in self.words["verb-prefix"] | self.words["preverb-prefix"]:
            if not word.startswith(prefix):
                continue
            rest = word[len(prefix) :]
            if self.verbs.finite(rest) or self.verbs.participle(rest):
                yield 1_000_000, prefix + HALF_SPACE + rest
            for count, form in self._participles(rest):
                yield 10 * count, prefix + HALF_SPACE + form
        yield from self._participles(word)

    def _participles(self, word: str) -> Iterator[tuple[int, str]]:
        for ending in self.words["participle-ending"]:
            stem = word[: -len(ending)]
            if word.endswith(ending) and self.verbs.participle(stem):
                yield 100_000, stem + HALF_SPACE + ending

    def _regular(self, word: str) -> Iterator[tuple[int, str]]:
        """Yield the word as it is where a known stem joins its ending without a half-space."""
        for ending in self.words["loose-ending"]:
            stem = word[: -len(ending)]
            if word.endswith(ending) and stem[-1:] in NON_JOINERS and (count := self.known(stem)):
                yield count, word
        for ending in self.words["glued-ending"]:
            stem = word[: -len(ending)]
            if word.endswith(ending) and len(stem) > _SHORTEST_STEM and (count := self.words.count(stem)) >= _SEEN:
                yield count, word

    def _endings(self, word: str) -> Iterator[tuple[int, str]]:
        for kind, takes in (("ending", _joins), ("heh-ending", _ends_in_heh), ("yeh-ending", _ends_in_yeh)):
            for ending in self.words[kind]:
                bare = ending.replace(HALF_SPACE, "")
                stem = word[: -len(bare)]
                if len(stem) < _SHORTEST_STEM or not word.endswith(bare) or not takes(stem):
                    continue
                if stem in self.words["no-ending"] or self._is_doubtful(stem, ending):
                    continue
                count = self.known(stem)
                if count:
                    yield count, self._inner(stem) + HALF_SPACE + ending
                elif inner := self._joined(stem)[1]:
                    yield 1, inner + HALF_SPACE + ending
                elif parted := self.stuck.parted(stem, 0):
                    yield 0, parted + HALF_SPACE + ending
                elif len(stem) >= _LONG_STEM and ending in self.words["sure-ending"]:
                    yield 0, stem + HALF_SPACE + ending

    def _is_doubtful(self, stem: str, ending: str) -> bool:
        """Return whether the ending may be chance: «دفتر» is no form of «دف», nor «تنبیه» a form with a silent heh."""
        if ending in self.words["degree"]:
            return stem not in self.words.graded and stem not in self.words.compounds
        return ending in self.words["heh-ending"] and stem in self.words["sounded-heh"]

    def _compounds(self, word: str) -> Iterator[tuple[int, str]]:
        for at in range(_SHORTEST_STEM, len(word) - 1):
            if word[at - 1] in NON_JOINERS:
                continue
            left, right = word[:at], word[at:]
            if self._begins(left, right):
                yield 3, left + HALF_SPACE + self._inner(right)
            elif (right in self.words["second"] or right in self.words["second-glued"]) and self._stands(left):
                yield 2, self._inner(left) + HALF_SPACE + right
            elif self._are_twins(left, right) or self._are_common(left, right):
                yield 1, left + HALF_SPACE + right

    def _begins(self, left: str, right: str) -> bool:
        """Return whether `left` makes a compound of any word after it."""
        if left not in self.words["first"] and (left not in self.words["first-glued"] or len(right) < _LONG_STEM):
            return False
        return len(right) > _SHORTEST_STEM and (self.words.count(right) >= _COMMON or right in self.words.compounds)

    def _are_twins(self, left: str, right: str) -> bool:
        """Return whether a known word is said twice."""
        return left == right and self.words.count(left) >= _COMMON

    def _are_common(self, left: str, right: str) -> bool:
        """Return whether both are words so frequent that their meeting is no part of a name."""
        if min(len(left), len(right)) <= _SHORTEST_STEM or len(left) + len(right) < 2 * _LONG_STEM - 1:
            return False
        if left not in self.words.firsts or right not in self.words.seconds or self.words.is_name(left, right):
            return False
        return min(self.words.count(left), self.words.count(right)) >= _COMMON

    def _stands(self, word: str) -> bool:
        return len(word) > _SHORTEST_STEM and (self.words.count(word) > 1 or word in self.words.compounds)

    def _inner(self, word: str) -> str:
        return word if word in self.words.words else self.words.compounds.get(word, word)



def forms_of(words: WordList) -> Forms:
    """Return the forms of a list, ready to mend."""
    verbs = Verbs(words)
    return Forms(words, verbs, Stuck(words, verbs))


def _joins(stem: str) -> bool:
    return stem[-1] not in NON_JOINERS


def _ends_in_heh(stem: str) -> bool:
    # After alef the heh is sounded, as in «راه», and takes its endings without a half-space.
    return stem[-1] == _HEH and stem[-2] != _ALEF and len(stem) > _SHORTEST_STEM


def _ends_in_yeh(stem: str) -> bool:
    return stem[-1] == _YEH and len(stem) >= _LONG_STEM
