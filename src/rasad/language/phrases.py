"""A phrase is found however its parts are joined: by a space, a half-space, or not at all.

Phrases are kept under the folds of their words run together, so one look-up serves
«آتش‌بس», «آتش بس» and «آتشبس».
"""

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from rasad.language.fold import fold

T = TypeVar("T")


class Phrases(Generic[T]):
    """Phrases of one or more words, each with what it means; the longest one wins."""

    def __init__(self) -> None:
        self.entries: dict[str, T] = {}
        self._open: set[str] = set()

    def add(self, phrase: str, meaning: T, endings: Iterable[str] = ("",)) -> None:
        """`phrase`, also with each of the `endings` on its last word, means `meaning`."""
        parts = [fold(part) for part in phrase.replace("\u200c", " ").split()]
        key = ""
        for part in parts[:-1]:
            key += part
            self._open.add(key)
        key += parts[-1]
        for ending in endings:
            if ending:
                self._open.add(key)
            self.entries[key + ending] = meaning

    def get(self, key: str) -> T | None:
        """What the phrase with this fold means, or None."""
        return self.entries.get(key)

    def starts(self) -> set[str]:
        """Every key with which some phrase begins: a quick way to see that none does."""
        return self._open | set(self.entries)

    def longest(self, keys: Sequence[str], start: int, stop: int) -> tuple[int, T] | None:
        """The longest phrase that begins at `start` and ends before `stop`: (index after it, meaning)."""
        entries, openings = self.entries, self._open
        key, best, i = keys[start], None, start + 1
        while True:
            meaning = entries.get(key)
            if meaning is not None:
                best = (i, meaning)
            if i >= stop or key not in openings:
                return best
            key += keys[i]
            i += 1
