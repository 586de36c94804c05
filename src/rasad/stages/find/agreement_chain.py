"""A noun of agreement is described by the words right after it, and by no others.

The chain goes on from adjective to topic, party, place and number, across a preposition only
where a party, place or topic follows, and ends at the first word that fits nowhere.
"""

from collections.abc import Sequence

from rasad.stages.find.agreement_lexicon import AgreementLexicon, Unit

MAX_WORDS = 12
DAY_DIGITS = 2
THINGS = frozenset({"party", "person", "place"})
FOLLOWS = {"link": THINGS | {"topic"}, "and": THINGS}


class Chain:
    """The describing words from index `start` on: `end` is the index after the last, `units` what they are."""

    def __init__(self, keys: Sequence[str], start: int, lexicon: AgreementLexicon) -> None:
        self.keys, self.end = keys, start
        self.units: list[tuple[str, Unit]] = []
        self._taken: list[str] = []
        self._lexicon = lexicon
        self._stop = min(len(keys), start + MAX_WORDS)
        self._read()
        self._drop_predicate()

    @property
    def words(self) -> tuple[str, ...]:
        """The describing words one by one, then as the phrases they make."""
        return tuple(dict.fromkeys([*self._taken, *(key for key, _ in self.units)]))

    @property
    def parties(self) -> tuple[tuple[str, str], ...]:
        """The parties named, as (word, code)."""
        return tuple(dict.fromkeys((key, unit.code) for key, unit in self.units if unit.code))

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers among the describing words, days of a month left out."""
        return tuple(int(key) for key in self._taken if key.isdecimal() and len(key) > DAY_DIGITS)

    @property
    def names(self) -> list[str]:
        """The known names among the describing words."""
        return [key for key, unit in self.units if unit.role == "name"]

    def _read(self) -> None:
        while self.end < self._stop and self._piece(self.end):
            pass

    def _piece(self, i: int) -> bool:
        """Whether a describing piece begins at `i`, which is then taken in."""
        if i < self._stop and self.keys[i] in self._lexicon["quote"]:
            i += 1
        return i < self._stop and (self._name(i) or self._unit(i) or self._number(i) or self._joined(i))

    def _name(self, i: int) -> bool:
        head = self._lexicon.heads.longest(self.keys, i, self._stop)
        return head is not None and isinstance(head[1], str) and self._take(i, head[0], Unit("name"))

    def _unit(self, i: int, roles: frozenset[str] | None = None) -> bool:
        unit = self._lexicon.units.longest(self.keys, i, self._stop)
        return unit is not None and (roles is None or unit[1].role in roles) and self._take(i, *unit)

    def _number(self, i: int) -> bool:
        """Whether a number that describes stands at `i`: «of 14 articles», «2231», but not the day of a month."""
        if not self.keys[i].isdecimal():
            return False
        if i + 1 < self._stop and self.keys[i + 1] in self._lexicon["measure"]:
            return self._take(i + 1, i + 2, Unit("measure"))
        return len(self.keys[i]) > DAY_DIGITS and self._take(i, i + 1, Unit("number"))

    def _joined(self, i: int) -> bool:
        join = self._lexicon.joins.longest(self.keys, i, self._stop)
        if join is None:
            return False
        after, role = join
        if role == "self":
            return i == self.end and self._take(i, after, Unit("self"))
        if after >= self._stop or (role == "and" and not self._after_thing()):
            return False
        if role in FOLLOWS:
            return self._unit(after, FOLLOWS[role]) or (self._opens_thing(after) and self._joined(after))
        return self._piece(after)

    def _after_thing(self) -> bool:
        return bool(self.units) and self.units[-1][1].role in THINGS

    def _opens_thing(self, i: int) -> bool:
        """Whether a word like «the government of» or «the year» stands at `i`, after which the thing itself comes."""
        join = self._lexicon.joins.longest(self.keys, i, self._stop)
        return join is not None and join[1] in {"of", "dated", "self"}

    def _take(self, first: int, after: int, unit: Unit) -> bool:
        self.units.append(("".join(self.keys[first:after]), unit))
        self._taken.extend(self.keys[first:after])
        self.end = after
        return True

    def _drop_predicate(self) -> None:
        """Adjectives right before a verb say what the agreement is («is final»), not which one: they are let go."""
        verbs = self._lexicon["verb"] | self._lexicon["copula"]
        while (self.units and self.units[-1][1].role == "quality" and self.end < len(self.keys)
               and self.keys[self.end] in verbs):
            self.units.pop()
            self._taken.pop()
            self.end -= 1
