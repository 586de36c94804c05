"""A mention is a stretch of a sentence that names somebody; once resolved it has the code of whom it means."""

from dataclasses import dataclass

PRONOUN = "pronoun"
BODIES = frozenset({"UN", "UNSC", "EU", "NATO", "AU", "OSCE", "IAEA", "ICRC", "OIC", "GCC", "ARAB", "CSTO", "CIS",
                    "SCO", "OPEC", "G7", "G20", "ICC", "ICJ", "IMF", "WB", "IGO"})  # codes that take no sector


@dataclass(slots=True)
class Mention:
    """Somebody named in words `first` to `last` of a sentence.

    `kind` is that of the name, for titles their role; `code` is empty while the country is not
    known; `pointing` is set for «این …» and pronouns, which mean somebody named before.
    """

    sentence: int
    first: int
    last: int
    kind: str
    id: str
    name: str
    code: str
    sector: str = ""
    plural: bool = False
    pointing: bool = False
    bare: bool = False  # an adjective that only tells the country of the noun before it
    title: str = ""
    label: tuple[int, int] | None = None  # words of a personal name, where there is one
    guessed: bool = False  # the country was not told with the title, but taken from around it
    also: str = ""  # the code of the other of two: «دو طرف»
    of: str = ""  # the code of the country or body that a pointing phrase names itself
