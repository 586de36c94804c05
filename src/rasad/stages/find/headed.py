"""A surname alone before the colon of a headline is whoever bears it in office: «عارف: …».

It is nobody where two people in office bear it, and nobody anywhere else: most surnames are words.
"""

from collections.abc import Mapping

from rasad.language.actors import PERSON, Named
from rasad.language.grammar import Grammar
from rasad.stages.find.mentions import Mention
from rasad.stages.read.sentences import Sentence

_LATE = "late "  # begins the office of a term after somebody's death
_OFFICES = frozenset({"GOV", "LEG", "MIL", "JUD", "COP", "SPY"})


class Headed:
    """Finds whom the word before a colon means."""

    def __init__(self, bearers: Mapping[str, tuple[Named, ...]], grammar: Grammar) -> None:
        self.bearers, self.colons = bearers, grammar["colon"]

    def find(self, sentence: Sentence, day: str) -> Mention | None:
        """Who is named by the first word of a sentence, a colon after it."""
        keys = sentence.keys
        if len(keys) < 3 or keys[1] not in self.colons or keys[0] not in self.bearers:
            return None
        serving = [named for named in self.bearers[keys[0]] if _serves(named, day)]
        if len(serving) != 1:
            return None
        named, code = serving[0], serving[0].code(day)
        return Mention(sentence.number, 0, 0, PERSON, named.id, named.name, code, code.partition(".")[2], label=(0, 0))


def _serves(named: Named, day: str) -> bool:
    """Whether a living person is in office on the day."""
    return any(term.holds(day) and term.start and term.code.partition(".")[2] in _OFFICES
               and not term.office.startswith(_LATE) for term in named.terms)
