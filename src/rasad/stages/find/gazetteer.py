"""A gazetteer knows every place that a name may mean, and what the words around a name do to it."""

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Final

from rasad.stages.find.place_names import REMEMBERED, Heads, compact
from rasad.stages.resolve.places import Place

COMMON: Final = 25  # a word seen so often names no unknown place
NO_PLACE: Final = -1


@dataclass(frozen=True, slots=True)
class PlaceNoun:
    """What a word does to the place name that follows it."""

    kind: str
    precision: str


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Names in compact form, the lines that hold their places, and the words around names."""

    lines: list[str]
    names: dict[str, tuple[int, ...]]
    starts: set[str]
    nouns: dict[str, PlaceNoun]
    pointers: frozenset[str]  # words that point back at what was named: «این»
    needs: dict[str, str]
    heads: Heads
    lists: tuple[Path, ...] = ()
    _nouns: dict[str, PlaceNoun | None] = field(default_factory=dict, compare=False)
    _places: dict[int, Place] = field(default_factory=dict, compare=False)

    def noun(self, word: str) -> PlaceNoun | None:
        """What the word does to a place name after it, if it is such a word."""
        if word not in self._nouns:
            if len(self._nouns) > REMEMBERED:
                self._nouns.clear()
            self._nouns[word] = self.nouns.get(compact(word))
        return self._nouns[word]

    def common(self, word: str) -> bool:
        """Whether the word is seen too often to be a name that no table knows."""
        return compact(word) in _common(self.lists)

    def places(self, name: str) -> tuple[Place, ...]:
        """Every place that bears the name is given; none for a phrase that only holds one."""
        return tuple(self._place(n) for n in self.names[name] if n != NO_PLACE)

    def _place(self, number: int) -> Place:
        place = self._places.get(number)
        if place is None:
            place = self._places[number] = _parse(self.lines[number])
        return place


def _parse(line: str) -> Place:
    """The place on one line of a table."""
    key, name, country, lat, lon, precision, size, _ = line.split("\t")
    return Place(key, name, country, float(lat), float(lon), precision, int(size))


@lru_cache(maxsize=4)
def _common(paths: tuple[Path, ...]) -> frozenset[str]:
    """The words seen too often to be the name of a place nobody knows, in compact form; read when first asked for."""
    rows = (row.split("\t", 2) for path in paths for row in lines_of(path))
    return frozenset(compact("\n".join([row[0] for row in rows if int(row[1]) >= COMMON])).split("\n"))


def lines_of(path: Path) -> list[str]:
    """The rows of a table are given without its header and comments."""
    rows = path.read_text("utf-8").splitlines()[1:] if path.exists() else []
    return [row for row in rows if row and not row.startswith("#")]
