"""A place mention is a stretch of words with every place it may mean; which one is decided later."""

from dataclasses import dataclass

from rasad.stages.resolve.places import Place


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """Words `first` to `last`, both included, name one of `candidates`.

    `noun` is the kind of the noun before the name ("" for none), `precision` what it asks for,
    `evidence` whether anything but the spelling shows a place, `other` the candidates of the
    far end of a border or road, `doubt` how much has to speak for a name that is a common word too,
    `pointing` whether the words only point at a place named before («این شهر»).
    """

    first: int
    last: int
    candidates: tuple[Place, ...]
    noun: str = ""
    precision: str = ""
    evidence: bool = False
    doubt: float = 0.0
    other: tuple[Place, ...] = ()
    pointing: bool = False
