"""Who is called occupier or enemy is told by the war of the report's day, in a country that the report names.

«نیروهای اشغالگر» in a report on Iraq of 2005 are the American ones; without a war that fits they are whoever the
words mean by themselves, or nobody.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rasad.language.actors import Term
from rasad.language.tables import merged, values
from rasad.stages.find.mentions import Mention
from rasad.stages.resolve.antecedents import ISO, Antecedents

OCCUPIER, ENEMY = "occupier", "enemy"
FOES = frozenset({OCCUPIER, ENEMY})
_ALL = "all"
_SIDES = 2


@dataclass(frozen=True, slots=True)
class War:
    """A country and those who fight it for a time; `held` tells whether they hold land of it ("yes") or all of it."""

    country: str
    foes: tuple[str, ...]
    time: Term
    held: str


class Foes:
    """Tells occupiers and enemies by the wars of a table."""

    def __init__(self, wars: Sequence[War], home: str) -> None:
        self.wars, self.home = wars, home

    def name(self, mention: Mention, around: Iterable[str], known: Antecedents) -> None:
        """The mention has the code of the foes of the first country that was at war on the day."""
        told = [self._of(country, mention.kind, known.day) for country in self._told(mention, around, known)]
        foes = next(filter(None, told), ())
        named = [f for f in foes if known.seen[f]]
        foes = tuple(named) if mention.kind == ENEMY and named else foes
        if foes:
            code, *others = [f"{f}.{mention.sector}" if mention.sector else f for f in foes[:_SIDES]]
            mention.code, mention.also, mention.id = code, "".join(others), foes[0]
        mention.kind = "force"

    def army(self, country: str, day: str) -> str:
        """Whose the soldiers in a country are: its own, or of those who hold all of it."""
        return next((w.foes[0] for w in self.wars if w.country == country and w.held == _ALL and w.time.holds(day)),
                    country)

    def pairs(self, day: str) -> frozenset[tuple[str, str]]:
        """Every two countries at war on the day, each way round."""
        fit = [(w.country, foe) for w in self.wars if w.time.holds(day) for foe in w.foes]
        return frozenset([*fit, *[(b, a) for a, b in fit]])

    def _told(self, mention: Mention, around: Iterable[str], known: Antecedents) -> list[str]:
        """The countries that may be meant, the likeliest first: the one told with the words and no other, if any."""
        if mention.name:
            return [mention.code.partition(".")[0]]
        often = [c for c, _ in known.seen.most_common()] + [c for c, _ in known.where.most_common()]
        return [*(c.partition(".")[0] for c in around), *often, *([self.home] if mention.kind == ENEMY else [])]

    def _of(self, country: str, kind: str, day: str) -> tuple[str, ...]:
        if len(country) != ISO:
            return ()
        fit = [w for w in self.wars if w.country == country and (w.held or kind == ENEMY) and w.time.holds(day)]
        return fit[0].foes if fit else ()


def load_wars(*folders: Path) -> list[War]:
    """The wars of the pack and of the user's own folders."""
    return [War(row["country"], tuple(values(row, "foes")), Term("", row["start"], row["end"], ""),
                row["held"]) for row in merged("wars.tsv", *folders)]
