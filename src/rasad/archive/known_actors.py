"""What the tables know of an actor by its code or id: names, kind, and the offices of persons with their time.

Names of persons and bodies are read from the tables of actors once; nobody is known who stands in none.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rasad.archive.words import folded
from rasad.language.actors import Term, terms
from rasad.language.tables import merged, values
from rasad.pack import PACKS

COUNTRY, BODY, PERSON, GROUP = "country", "body", "person", "group"
_TABLES = {"groups.tsv": GROUP, "organisations.tsv": "organisation", "institutions.tsv": "institution",
           "media.tsv": "media", "epithets.tsv": "epithet"}
_OPEN = "9999"


@dataclass(frozen=True, slots=True)
class KnownActor:
    """An actor of the tables under its code or id; `terms` are the offices of a person, the codes of a body."""

    who: str
    kind: str
    english: str
    names: tuple[str, ...]  # in Persian, the first is what it is called
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """An office that somebody holds or held."""

    person: KnownActor
    term: Term


@lru_cache(maxsize=1)
def known_actors() -> Mapping[str, KnownActor]:
    """Every actor of the tables by code or id."""
    out: dict[str, KnownActor] = {}
    for one in _all():
        out.setdefault(one.who, one)
    return out


def _all() -> Iterator[KnownActor]:
    folder = PACKS / "fa"
    for row in merged("countries.tsv", folder):
        yield KnownActor(row["code"], COUNTRY, row["name"], tuple(values(row, "fa")), ())
    for row in merged("people.tsv", folder):
        yield KnownActor(row["id"], PERSON, row["name"], tuple(values(row, "fa")), terms(row["terms"]))
    for table, kind in _TABLES.items():
        for row in merged(table, folder):
            of, names = terms(row["code"]), tuple(values(row, "fa"))
            yield KnownActor(row["id"], kind, row["name"], names, of)
            if kind == "organisation" and of:
                yield KnownActor(of[0].code, BODY, row["name"], names, ())


def land_of(code: str) -> str:
    """The country or body of a code."""
    return code.partition(".")[0]


@lru_cache(maxsize=256)
def offices_of(code: str) -> Sequence[Held]:
    """Every office of the tables under a code, those held now and the latest first."""
    found = [Held(one, term) for one in known_actors().values() if one.kind == PERSON for term in one.terms
             if term.office and (term.code == code or term.code.startswith(code + "."))]
    return sorted(found, key=lambda held: (held.term.end or _OPEN, held.term.start, held.person.who), reverse=True)


def called_so(words: str) -> frozenset[str]:
    """The codes and ids of the known actors that have these words in a name, in any spelling, or as their code."""
    wanted = " ".join(folded(words).split())
    if not wanted:
        return frozenset()
    return frozenset(who for who, names in _folded().items() if wanted in names or who.lower() == wanted)


@lru_cache(maxsize=1)
def _folded() -> Mapping[str, str]:
    return {who: "\n".join(folded(name) for name in (one.english, *one.names)) for who, one in known_actors().items()}
