"""Two words with a blank between them that belong together are joined.

Invariant: the answer depends on the two words alone (and on the kind of blank), so it is
worked out once for each pair.
"""

from dataclasses import dataclass

from rasad.stages.repair.forms import Forms
from rasad.stages.repair.letters import HALF_SPACE, NON_JOINERS
from rasad.stages.repair.words import WordList

_HEH = "\u0647"
_YEH = "\u06cc"
_SHORTEST = 2
_COMMON = 200  # a word seen so often is no name


def first_part(word: str) -> str:
    """Return what stands before the first half-space or blank of a mended word."""
    return word.replace(HALF_SPACE, " ").split(" ", 1)[0]


def last_part(word: str) -> str:
    """Return what stands after the last half-space or blank of a mended word."""
    return word.replace(HALF_SPACE, " ").rsplit(" ", 1)[-1]


@dataclass(frozen=True, slots=True)
class Joins:
    """What stands between two neighbouring words."""

    words: WordList
    forms: Forms

    def between(self, left: str, right: str, *, hinted: bool = False) -> str:
        """Return what belongs between the words: a blank, a half-space, or nothing.

        `hinted` says that the writer put a no-break space there.
        """
        last, first = last_part(left), first_part(right)
        if (last, first) in self.words.apart:
            return " "
        if HALF_SPACE not in right and self._ending(left, last, right):
            return "" if self._stays_one(last, first) else HALF_SPACE
        if (last in self.words["verb-prefix"] or last in self.words["preverb-prefix"]) and (
            self.forms.verbs.finite(first) or self.forms.verbs.participle(first)
        ):
            return HALF_SPACE
        if self._compound(last, first, is_word=HALF_SPACE not in left, hinted=hinted):
            return HALF_SPACE
        if self._is_one(last, first, hinted=hinted):
            return ""
        return " "

    def _stays_one(self, last: str, first: str) -> bool:
        """Return whether an ending needs no half-space after `last`, nor would get one back."""
        return last[-1] in NON_JOINERS and first[0] == _HEH and self.forms.mend(last + first) == last + first

    def _is_one(self, last: str, first: str, *, hinted: bool) -> bool:
        """Return whether the two are pieces of one word."""
        if last + first not in self.words.words:
            return False
        torn = hinted and not (last in self.words.words and first in self.words.words)
        return torn or last in self.words["glued-first"]

    def _ending(self, left: str, last: str, first: str) -> bool:
        if first in self.words["participle-ending"] and self.forms.verbs.participle(last):
            return True
        if len(last) < _SHORTEST or last in self.words["no-ending"]:
            return False
        if first in self.words["degree"] and last not in self.words.graded:
            return self.forms.known(last) >= _COMMON
        if first in self.words["loose-ending"]:
            return self.forms.known(left) > 0 or self.forms.known(last) > 0
        if last[-1] == _HEH:
            loose = first in self.words["heh-ending"] or first in self.words["loose-heh-ending"]
            return loose and last not in self.words["sounded-heh"] and self.forms.known(last) > 0
        return last[-1] == _YEH and first in self.words["loose-yeh-ending"] and self.forms.known(last) > 0

    def _compound(self, last: str, first: str, *, is_word: bool, hinted: bool) -> bool:
        if (last, first) in self.words.pairs:
            return True
        if first in self.words["function"]:
            return False
        if last in self.words["first"]:
            return is_word and self.forms.known(first) > 0
        if last in self.words["function"]:
            return False
        if hinted and last + first in self.words.compounds:
            return True
        second = first in self.words["second"] or (hinted and first in self.words["second-glued"])
        return second and self.forms.known(last) > 0
