"""A phrase is found however its parts are joined: by a space, a half-space, or not at all.

Phrases are kept under the folds of their words run together, so one look-up serves
«آتش‌بس», «آتش بس» and «آتشبس». Endings are taken off when a word is looked up, never
multiplied when a table is read.
"""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from functools import cache
from typing import Generic, TypeVar

from rasad.language.fold import fold

T = TypeVar("T")
Derive = Callable[[T, str, str], T | None]
Cuts = tuple[tuple[str, str], ...]  # (what is left, the ending), the longest ending first
_REMEMBERED = 200_000


class Phrases(Generic[T]):
    """Phrases of one or more words, each with what it means; the longest one wins."""

    def __init__(self) -> None:
        self.entries: dict[str, T] = {}
        self._open: set[str] = set()
        self._cuts: Mapping[str, Cuts] = {}
        self._derive: Derive[T] | None = None
        self._forms: dict[str, T | None] = {}
        self.begins: dict[str, bool] = _Starts(self)  # whether a phrase begins with a word; the table is whole by then

    def add(self, phrase: str, meaning: T, endings: Iterable[str] = ("",)) -> None:
        """`phrase`, also with each of the `endings` on its last word, means `meaning`."""
        key = ""
        parts = phrase.replace("\u200c", " ").split()
        for part in parts[:-1]:
            key += fold(part)
            self._open.add(key)
        key += fold(parts[-1])
        for ending in endings:
            if ending:
                self._open.add(key)
            self.entries[key + ending] = meaning

    def inflect(self, endings: Iterable[str], derive: Derive[T]) -> None:
        """A phrase with one of the endings means what `derive(meaning, ending, key)` gives, None for nothing."""
        self._cuts = _cut_at(tuple(sorted((e for e in endings if e), key=len, reverse=True)))
        self._derive = derive

    def get(self, key: str) -> T | None:
        """What the phrase with this fold means, or None."""
        found = self.entries.get(key)
        if found is not None or self._derive is None:
            return found
        if key in self._forms:
            return self._forms[key]
        if len(self._forms) > _REMEMBERED:
            self._forms.clear()
        found = self._forms[key] = self._inflected(key, self._derive)
        return found

    def _inflected(self, key: str, derive: Derive[T]) -> T | None:
        for bare, ending in self._cuts[key]:
            base = self.entries.get(bare)
            meaning = derive(base, ending, key) if base is not None else None
            if meaning is not None:
                return meaning
        return None

    def starts(self) -> Container[str]:
        """Every key with which some phrase begins: a quick way to see that none does."""
        return self._open | set(self.entries) if self._derive is None else _Starts(self)

    def within(self, keys: Sequence[str], first: int, stop: int) -> list[T]:
        """What every phrase means that begins and ends among the keys from `first` to before `stop`."""
        begins, longest = self.begins, self.longest
        hits = [longest(keys, i, stop) for i in range(first, stop) if begins[keys[i]]]
        return [hit[1] for hit in hits if hit is not None]

    def whole(self) -> "_Whole[T]":
        """The keys that are phrases, with or without an ending."""
        return _Whole(self)

    def opens(self, key: str) -> bool:
        """Whether a phrase, or a phrase with an ending that stands apart, goes on after these words."""
        return key in self._open or (self._derive is not None and key in self.entries)

    def may_begin(self, key: str) -> bool:
        """Whether the word begins a phrase, or is one."""
        if key in self._open or key in self.entries:
            return True
        return self._derive is not None and bool(self._cuts[key]) and self.get(key) is not None

    def longest(self, keys: Sequence[str], start: int, stop: int) -> tuple[int, T] | None:
        """The longest phrase that begins at `start` and ends before `stop`: (index after it, meaning)."""
        entries, forms, opening, inflected = self.entries, self._forms, self._open, self._derive is not None
        key, best, i = keys[start], None, start + 1
        while True:  # the hottest loop of all: `get` and `opens` are written out
            meaning = entries.get(key)
            if meaning is None and inflected:
                meaning = forms[key] if key in forms else self.get(key)
            if meaning is not None:
                best = (i, meaning)
            if i >= stop or not (key in opening or (inflected and key in entries)):
                return best
            key += keys[i]
            i += 1


class _Cut(dict[str, Cuts]):
    """The ways in which one of the endings is cut off each key, worked out once for all tables that have them."""

    def __init__(self, endings: tuple[str, ...]) -> None:
        super().__init__()
        self._by_last = {last: tuple(e for e in endings if e[-1] == last) for last in {e[-1] for e in endings}}

    def __missing__(self, key: str) -> Cuts:
        if len(self) > _REMEMBERED:
            self.clear()
        likely = self._by_last.get(key[-1:], ())
        cuts = self[key] = tuple([(key[:-len(ending)], ending) for ending in likely if key.endswith(ending)])
        return cuts


_cut_at = cache(_Cut)


class _Starts(dict[str, bool], Generic[T]):
    """The keys that begin a phrase of a table, each worked out once."""

    def __init__(self, phrases: Phrases[T]) -> None:
        super().__init__()
        self._phrases = phrases

    def __missing__(self, key: str) -> bool:
        if len(self) > _REMEMBERED:
            self.clear()
        begins = self[key] = self._phrases.may_begin(key)
        return begins

    def __contains__(self, key: object) -> bool:
        return self[str(key)]


class _Whole(Generic[T]):
    """The keys that are phrases of a table."""

    def __init__(self, phrases: Phrases[T]) -> None:
        self._phrases = phrases

    def __contains__(self, key: object) -> bool:
        return self._phrases.get(str(key)) is not None
