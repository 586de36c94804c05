"""What the tables know of an agreement: its names, kind, day and parties."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from rasad.language.tables import merged, values
from rasad.pack import PACKS


@dataclass(frozen=True, slots=True)
class KnownAgreement:
    """An agreement of the tables; `names` are in Persian, the first is what it is called."""

    id: str
    english: str
    names: tuple[str, ...]
    kind: str
    date: str
    parties: tuple[str, ...]


@lru_cache(maxsize=1)
def known_agreements() -> Mapping[str, KnownAgreement]:
    """Every agreement of the tables by its id."""
    rows = merged("agreements.tsv", PACKS / "fa")
    return {row["id"]: KnownAgreement(row["id"], row["name"], tuple(values(row, "fa")), row["kind"], row["date"],
                                      tuple(row["parties"].split())) for row in rows}
