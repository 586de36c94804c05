"""Who the language pack knows by name, and what each name says: country, sector, office on a day.

A name means one or more `Named`; which of them is meant is decided by the date and the words
around it, never here.
"""

from collections.abc import Container, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from rasad.language.fold import fold
from rasad.language.grammar import Grammar
from rasad.language.phrases import Phrases
from rasad.language.tables import merged, values

COUNTRY, ADJECTIVE, GOVERNMENT, TITLE, PERSON = "country", "adjective", "government", "title", "person"
GROUP, ORGANISATION, MEDIA, INSTITUTION, EPITHET = "group", "organisation", "media", "institution", "epithet"
NOBODY = "nobody"
_BODIES = {"groups.tsv": GROUP, "organisations.tsv": ORGANISATION, "media.tsv": MEDIA,
           "institutions.tsv": INSTITUTION, "epithets.tsv": EPITHET}


@dataclass(frozen=True, slots=True)
class Term:
    """A code that holds from `start` to `end` (EDTF, empty for open) with the office held."""

    code: str
    start: str
    end: str
    office: str

    def holds(self, day: str) -> bool:
        """Whether the term covers the day, at the precision that both have."""
        after = not self.start or day[:len(self.start)] >= self.start[:len(day)]
        return after and (not self.end or day[:len(self.end)] <= self.end[:len(day)])


@dataclass(frozen=True, slots=True)
class Named:
    """One meaning of a name; `role` is the kind of a title (office, role, force, institution, people)."""

    kind: str
    id: str
    name: str
    terms: tuple[Term, ...]
    sector: str = ""
    role: str = ""
    plural: bool = False
    contexts: frozenset[str] = frozenset()
    whose: str = ""
    unlike: tuple[str, ...] = ()  # of a title that somebody may have under a leader: what tells in an office that
    # it is that title itself

    def under(self, person: "Named") -> bool:
        """Whether who bears the title stands under the person named after it: «مشاور ترامپ», but not «مشاور والتز»."""
        return bool(self.unlike) and not any(word in term.office for term in person.terms for word in self.unlike)

    def code(self, day: str) -> str:
        """The actor code on the day; outside all terms that of the nearest, a person then without office."""
        if not self.terms:
            return ""
        if not day:
            office = [term.code for term in self.terms if term.code.endswith(".GOV")]
            return office[-1] if office else self.terms[0].code
        for term in self.terms:
            if term.holds(day):
                return term.code
        earlier = [t for t in self.terms if t.end and t.end < day]
        nearest = earlier[-1] if earlier else self.terms[0]
        if self.kind == PERSON and nearest.code.endswith(".GOV") and earlier:
            return nearest.code[:-4] + ".PTY"
        return nearest.code


def terms(cell: str) -> tuple[Term, ...]:
    """The terms of a cell like `AFG.REB /2021-08-15; AFG.GOV 2021-08-15/ government`."""
    out = []
    for part in cell.split(";"):
        words = part.split(maxsplit=2)
        if not words:
            continue
        start, _, end = words[1].partition("/") if len(words) > 1 else ("", "", "")
        out.append(Term(words[0].split("|")[0], start, end, words[2] if len(words) > 2 else ""))
    return tuple(out)


Names = Phrases[tuple[Named, ...]]


def load_names(grammar: Grammar, events: Container[str], *folders: Path) -> Names:
    """All names of the pack and of the user's own folders; no ending makes a name of a word for an event."""
    names: Names = Phrases()
    _countries(names, folders)
    for table, kind in _BODIES.items():
        for row in merged(table, *folders):
            named = Named(kind, row["id"].removeprefix("country:"), row["name"], terms(row["code"]))
            _add(names, values(row, "fa"), named)
            _in_context(names, row, named)
            _add(names, values(row, "adjective"), replace(named, kind=ADJECTIVE))
    for row in merged("people.tsv", *folders):
        named = Named(PERSON, row["id"], row["name"], terms(row["terms"]))
        _add(names, values(row, "fa"), named)
        _in_context(names, row, named)
    _titles(names, folders)
    for row in merged("not_actors.tsv", *folders):
        _add(names, values(row, "fa"), Named(NOBODY, "", "", ()))
    inflection = _Inflection(grammar, events)
    names.inflect(inflection.endings, inflection)
    return names


def load_bearers(*folders: Path) -> dict[str, tuple[Named, ...]]:
    """The last word of every full name in the table, with the people who bear it."""
    out: dict[str, dict[str, Named]] = {}
    for row in merged("people.tsv", *folders):
        named = Named(PERSON, row["id"], row["name"], terms(row["terms"]))
        for word in {name.split()[-1] for name in values(row, "fa") if " " in name}:
            out.setdefault(fold(word), {})[named.id] = named
    return {word: tuple(people.values()) for word, people in out.items()}


class _Inflection:
    """What an ending does to a name: titles take those of nouns, nationalities those of people, countries the ezafe."""

    def __init__(self, grammar: Grammar, events: Container[str]) -> None:
        table = grammar.endings
        self.events = events
        self.allowed = {TITLE: frozenset(table["noun"]), ADJECTIVE: frozenset(table["person"]),
                        COUNTRY: frozenset(table["country"])}
        self.endings = frozenset().union(*self.allowed.values())
        self.plural, self.ours, self.theirs = (frozenset(table[name]) for name in ("plural", "ours", "theirs"))

    def __call__(self, meanings: tuple[Named, ...], ending: str, key: str) -> tuple[Named, ...] | None:
        """The meanings of a name with the ending, None where it takes none of its endings."""
        if key in self.events:
            return None
        out = [self._with(named, ending) for named in meanings
               if ending in self.allowed.get(named.kind, ()) and not named.contexts]
        return tuple(out) or None

    def _with(self, named: Named, ending: str) -> Named:
        if named.kind == COUNTRY:
            return named
        whose = "" if named.kind == ADJECTIVE else "ours" if ending in self.ours else \
            "theirs" if ending in self.theirs else ""
        return replace(named, plural=ending in self.plural, whose=whose)


def _countries(names: Names, folders: tuple[Path, ...]) -> None:
    for row in merged("countries.tsv", *folders):
        country = Named(COUNTRY, row["code"], row["name"], (Term(row["code"], "", "", ""),))
        government = (Term(row["code"] + ".GOV", "", "", ""),)
        _add(names, values(row, "fa"), country)
        _in_context(names, row, country)
        _add(names, values(row, "adjective"), replace(country, kind=ADJECTIVE))
        _add(names, values(row, "government"), Named(GOVERNMENT, row["code"], row["name"], government))


def _titles(names: Names, folders: tuple[Path, ...]) -> None:
    for row in merged("titles.tsv", *folders):
        country = (Term(row["country"], "", "", ""),) if row.get("country") else ()
        unlike = tuple(values(row, "under"))
        for word in values(row, "fa"):
            named = Named(TITLE, fold(word.replace(" ", "")), word, country, row["sector"], row["kind"], unlike=unlike)
            _add(names, [word], named)
            _in_context(names, row, named)


def _in_context(names: Names, row: dict[str, str], named: Named) -> None:
    """The ambiguous forms of a row count only directly after one of the words of its context."""
    contexts = frozenset(fold(word.replace(" ", "")) for word in values(row, "context"))
    if contexts:
        _add(names, values(row, "ambiguous"), replace(named, contexts=contexts))


def _add(names: Names, words: Iterable[str], named: Named) -> None:
    for word in words:
        known = names.entries.get(fold(word.replace(" ", ""))) or ()
        if not any(k.id == named.id and k.kind == named.kind and k.contexts == named.contexts for k in known):
            names.add(word, (*known, named))
