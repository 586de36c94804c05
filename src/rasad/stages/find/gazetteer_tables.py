"""Every name in the tables of places leads to its line; a line is parsed when its place is first asked for."""

from dataclasses import replace
from pathlib import Path

from rasad.stages.find.gazetteer import NO_PLACE, Gazetteer, PlaceNoun, lines_of
from rasad.stages.find.place_names import Heads, compact, spaced


def load_places(*folders: Path, language: str = "fa") -> Gazetteer:
    """The gazetteer of the packs in `folders` is ready to be asked; lines are parsed on demand."""
    lines = [line for f in folders for line in lines_of(f / language / "places.tsv")]
    lines += [line for f in folders for line in lines_of(f / "world" / "settlements.tsv")]
    names: dict[str, tuple[int, ...]] = {}
    starts: set[str] = set()
    cells = [line[line.rindex("\t") + 1 :] for line in lines]
    for number, cell in enumerate(spaced("\n".join(cells)).split("\n")):
        for name in cell.split("|"):
            _add(name, number, names, starts)
    for f in folders:
        _add_countries(f / language / "countries.tsv", lines, names, starts)
    words = [line.split("\t") for f in folders for line in lines_of(f / language / "places_nouns.tsv")]
    return replace(_with_words(lines, names, starts, words), lists=tuple(f / language / "words.tsv" for f in folders))


def _add(name: str, number: int, names: dict[str, tuple[int, ...]], starts: set[str]) -> None:
    """The name leads to the line, written apart or together, and its beginnings are known."""
    names[name] = (*names[name], number) if name in names else (number,)
    if " " in name:
        joined = name.replace(" ", "")
        names[joined] = (*names[joined], number) if joined in names else (number,)
        end = name.find(" ")
        while end > 0:
            starts.add(name[:end])
            end = name.find(" ", end + 1)


def _add_countries(path: Path, lines: list[str], names: dict[str, tuple[int, ...]], starts: set[str]) -> None:
    """Every name of the table of countries leads to the country's line."""
    where = {line.split("\t", 3)[2]: number for number, line in enumerate(lines) if "\tcountry\t" in line}
    for row in lines_of(path):
        cells = row.split("\t")
        number = where.get(cells[0])
        for name in spaced(cells[2]).split("|") if number is not None else ():
            if number is not None and number not in names.get(name, ()):
                _add(name, number, names, starts)


def _with_words(
    lines: list[str], names: dict[str, tuple[int, ...]], starts: set[str], words: list[list[str]]
) -> Gazetteer:
    """The words around names are sorted into what they do."""
    nouns: dict[str, PlaceNoun] = {}
    needs: dict[str, str] = {}
    article = ""
    for kind, precision, cell in words:
        for word in cell.split("|"):
            if kind == "phrase":
                _add(spaced(word), NO_PLACE, names, starts)
            elif kind == "needs":
                needs[compact(word)] = precision
            elif kind == "ending":
                _add_apart(spaced(word), names, starts)
            elif kind == "article":
                article = compact(word)
            else:
                nouns[compact(word)] = PlaceNoun(kind, precision)
    names.pop("", None)
    pointers = frozenset(word for word, noun in nouns.items() if noun.kind == "this")
    return Gazetteer(lines, names, starts, nouns, pointers, needs, Heads(names, starts, article))


def _add_apart(ending: str, names: dict[str, tuple[int, ...]], starts: set[str]) -> None:
    """Every name with the ending is also known with a break before it."""
    for name in [n for n in names if n.endswith(ending) and " " not in n and n != ending]:
        start = name.removesuffix(ending)
        starts.add(start)
        names.setdefault(f"{start} {ending}", names[name])
