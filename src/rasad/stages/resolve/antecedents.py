"""Antecedents are whoever a report has named so far; nothing is known of what it names later."""

from collections import Counter
from collections.abc import Sequence

from rasad.stages.find.mentions import BODIES, Mention

ISO = 3  # letters of a country's code
_NOWHERE = BODIES | {"INT"}  # codes that name no country
OFFICIALS = frozenset({"office", "role", "title", "person"})


def is_land(country: str) -> bool:
    """Whether a code is that of a country."""
    return len(country) == ISO and country not in _NOWHERE


class Antecedents:
    """Who was named so far in a report, latest last."""

    def __init__(self, day: str = "") -> None:
        self.day = day  # of the report
        self.persons: list[Mention] = []
        self.groups: list[Mention] = []
        self.media: list[Mention] = []
        self.countries: list[str] = []
        self.all: list[Mention] = []
        self.seen: Counter[str] = Counter()
        self.where: Counter[str] = Counter()  # the countries of the places named, sentence by sentence
        self.titles: dict[str, Mention] = {}
        self.scene = ""  # the country of the place named last as the scene of something
        self.harmed = ""  # the country of the people named last
        self.keys: Sequence[str] = ()  # the words of the sentence that is read

    def note(self, mention: Mention) -> None:
        """`mention` is known to have been named."""
        country, _, sector = mention.code.partition(".")
        self.all.append(mention)
        if mention.kind == "media" or (mention.kind == "institution" and mention.sector == "MED"):
            self.media.append(mention)
        elif mention.kind in {"group", "organisation", "institution", "force"} or sector in {"REB", "PTY"}:
            self.groups.append(mention)
        if mention.kind in OFFICIALS and not mention.plural:
            self.persons.append(mention)
        if mention.title and mention.code and not mention.pointing:
            self.titles[mention.title] = mention
        if is_land(country) and sector == "CVL":
            self.harmed = country
        if is_land(country) and mention.kind != "media":
            self.countries.append(country)
            self.seen[country] += 1
