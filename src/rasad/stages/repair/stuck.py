"""Two words that lost the blank between them are parted.

Invariant: words are parted only after a letter that never joins the next one, where the
loss does not show, and only when both are common words.
"""

from dataclasses import dataclass

from rasad.stages.repair.letters import NON_JOINERS
from rasad.stages.repair.verbs import Verbs
from rasad.stages.repair.words import WordList

_SHORTEST = 2
_LONG = 4
_COMMON = 50  # beside a function word
_VERY_COMMON = 500  # beside any other word


@dataclass(frozen=True, slots=True)
class Stuck:
    """Words stuck together, as old pages have them."""

    words: WordList
    verbs: Verbs

    def parted(self, word: str, least: int) -> str | None:
        """Return the word as two words that had lost the blank between them, each seen more than `least` times."""
        best, found = least, None
        for at in range(1, len(word) - 1):
            left, right = word[:at], word[at:]
            if left[-1] not in NON_JOINERS or (at == 1 and left not in self.words["stuck"]):
                continue
            if self._clings(left, right):
                return None
            count = self._free(left, right)
            if count > best:
                best, found = count, f"{left} {right}"
        return found

    def _clings(self, left: str, right: str) -> bool:
        """Return whether one side is an affix, so that the word is one word."""
        return (
            right in self.words["second"]
            or right in self.words["second-glued"]
            or right in self.words["loose-ending"]
            or left in self.words["first"]
            or left in self.words["glued-prefix"]
            or (left in self.words["preverb"] and self.verbs.is_verbal(right))
        )

    def _free(self, left: str, right: str) -> int:
        function = self.words["stuck"]
        if self.words.is_name(left, right):
            return 0
        least = min(self.words.count(left), self.words.count(right))
        if left in function or right in function:
            shortest = _LONG if len(left) < _SHORTEST else _SHORTEST + 1
            return least if len(right if left in function else left) >= shortest and least >= _COMMON else 0
        return least if min(len(left), len(right)) > _SHORTEST and least >= _VERY_COMMON else 0
