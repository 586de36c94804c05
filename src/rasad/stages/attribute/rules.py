"""The word classes and cues that attribution asks for, worked out once for a language.

Nothing here changes after it is made, and nothing names a word: all of them come from the pack's tables.
"""

from rasad.language.cues import Cues
from rasad.language.grammar import Grammar
from rasad.stages.find.mentions import Mention

_BODIES = frozenset({"institution", "anaphor"})


class Rules:
    """What the passes over reports share."""

    def __init__(self, cues: Cues, grammar: Grammar) -> None:
        self.cues, self.grammar = cues, grammar
        self.colon, self.commas, self.that = grammar["colon"], grammar["comma"], grammar["that"]
        self.quotes = grammar["open-quote"] | grammar["close-quote"]
        self.joins, self.stops = grammar["and"], grammar["stop"]
        self.loose = self.commas | self.quotes | self.stops | self.colon | self.joins
        self.before_starts = cues.before_speaker.starts()
        self.cue_heads, self.prepositions = grammar["cue-head"], grammar["preposition"]
        self.facing = grammar["first-many"] | grammar["first-one"] | grammar["second"]
        self.slots = grammar.slots
        self.copulas = grammar["copula"]
        self.digests = grammar.phrases["digest"]
        self.reporter = grammar.phrases["reporter"]
        self.digest_starts = self.digests.starts()


def outlet(mention: Mention) -> bool:
    """Whether a mention is a news outlet: a credit, not somebody who speaks for themselves."""
    if mention.kind == "media" or mention.id.startswith("media:"):
        return True
    return mention.kind in _BODIES and mention.sector == "MED"
