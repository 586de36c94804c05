"""Damaged Persian text becomes readable, with an exact way back to what was written.

Invariant: the original is never lost: `Repaired.span` ties every stretch of the repaired
text to a stretch of the original, and boilerplate is marked, not cut.
"""

from functools import lru_cache

from rasad.stages.repair.boilerplate import marks
from rasad.stages.repair.letters import folded
from rasad.stages.repair.mender import Mender
from rasad.stages.repair.offsets import applied, offsets_of
from rasad.stages.repair.quotes import unbalanced
from rasad.stages.repair.records import Boilerplate, Repaired
from rasad.stages.repair.steps import Step
from rasad.stages.repair.words import WordList, load_words

__all__ = ["Boilerplate", "Repaired", "Step", "WordList", "load_words", "repair"]


def repair(text: str, words: WordList) -> Repaired:
    """Return `text` made readable, with the way back to every character of it."""
    plain = folded(text)
    edits = tuple(_mender(words).edits(plain))
    return Repaired(
        original=text,
        text=applied(plain, edits),
        boilerplate=marks(plain, words.folder),
        unbalanced=unbalanced(text),
        _edits=edits,
        _offsets=offsets_of(edits, len(text)),
    )


@lru_cache(maxsize=4)
def _mender(words: WordList) -> Mender:
    return Mender(words)
