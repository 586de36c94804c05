"""The words that hold a sentence together are known by what they do, never by their letters.

The engine asks for classes ("preposition", "that", "if"); which words belong to them is a
table of the language pack.
"""

from pathlib import Path

from rasad.language.fold import fold
from rasad.language.phrases import Phrases
from rasad.language.tables import merged, values


class Grammar:
    """Function words of one language by class, and the endings of its nouns."""

    def __init__(self, *folders: Path) -> None:
        self.classes: dict[str, frozenset[str]] = {}
        self.phrases: dict[str, Phrases[str]] = {}
        for row in merged("grammar.tsv", *folders):
            words = values(row, "fa") if row["class"] != "comma" else row["fa"].split("|")
            self.classes[row["class"]] = frozenset(fold(word.replace(" ", "")) for word in words)
            phrases = self.phrases[row["class"]] = Phrases()
            for word in words:
                phrases.add(word, fold(word.replace(" ", "")))
        self.slots: Phrases[str] = Phrases()
        for row in merged("prepositions.tsv", *folders):
            for word in values(row, "fa"):
                self.slots.add(word, row["slot"])
        self.classes["preposition"] = frozenset(self.slots.entries)
        self.slot_starts = self.slots.starts()
        self.endings = {row["class"]: ("", *sorted({fold(v) for v in values(row, "fa")}))
                        for row in merged("endings.tsv", *folders)}

    def __getitem__(self, name: str) -> frozenset[str]:
        return self.classes[name]
