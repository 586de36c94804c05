"""Counts the words, half-space forms and neighbours of the corpus, the held-out part left out.

Invariant: nothing that bench/repair_quality.py measures on is ever counted.
"""

import gzip
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from rasad.stages.repair.letters import FOLD, HALF_SPACE, INVISIBLE, NO_BREAK, SEVERAL_HALF_SPACES

CLEAN = {"radiofarda_rss", "hamshahri_rss", "fars18", "asriran18", "VahidOnline", "farsna", "akhbarefori"}
FOREIGN = {"naya_foriraq"}
_UNSEEN = re.compile(f"[{INVISIBLE}]+")
_WORD = re.compile("[\u0621-\u063a\u0641-\u0655\u067e\u0686\u0698\u06a9\u06af\u06c0\u06cc\u200c]+")
_BREAK = re.compile("[^\u0621-\u06cc\u200c \u064b\u0654]+")
_NO_BREAK_INSIDE = re.compile(f"(?<=[\u0621-\u06cc]){NO_BREAK}(?=[\u0621-\u06cc])")


@dataclass(slots=True)
class Counts:
    """How often words and neighbours were seen: in the treebank, in clean news, anywhere."""

    treebank: Counter[str] = field(default_factory=Counter)
    clean: Counter[str] = field(default_factory=Counter)
    other: Counter[str] = field(default_factory=Counter)
    treebank_pairs: Counter[tuple[str, ...]] = field(default_factory=Counter)
    clean_pairs: Counter[tuple[str, ...]] = field(default_factory=Counter)
    other_pairs: Counter[tuple[str, ...]] = field(default_factory=Counter)


def counted(corpus: Path) -> Counts:
    """Return the counts over the first half of the treebank and nine tenths of the reports."""
    counts = Counts()
    with gzip.open(corpus / "perdt-train-tokens.txt.gz", "rt", encoding="utf-8") as lines:
        sentences = [s for s in lines.read().split("\n\n") if s.strip()]
    for sentence in sentences[: len(sentences) // 2]:
        _add(" ".join(t.strip() for t in sentence.split("\n")), counts.treebank, counts.treebank_pairs)
    for source, text in _items(corpus):
        if source in CLEAN:
            _add(text, counts.clean, counts.clean_pairs)
        else:
            _add(text, counts.other, counts.other_pairs)
    return counts


def _items(corpus: Path) -> Iterator[tuple[str, str]]:
    for name in ("news-2003-2021.jsonl.gz", "channels-2026-05-06.jsonl.gz"):
        with gzip.open(corpus / name, "rt", encoding="utf-8") as lines:
            for item in map(json.loads, lines):
                if item["source"] not in FOREIGN and not _held_out(item["id"]):
                    text = f"{item.get('title') or ''} \n {item['text']}"
                    # The old Hamshahri pages wrote a no-break space for every half-space.
                    yield item["source"], _NO_BREAK_INSIDE.sub(HALF_SPACE, text)


def _held_out(name: str) -> bool:
    return int(hashlib.md5(name.encode()).hexdigest(), 16) % 10 == 0  # noqa: S324, no secret


def _add(text: str, words: Counter[str], neighbours: Counter[tuple[str, ...]]) -> None:
    folded = SEVERAL_HALF_SPACES.sub(HALF_SPACE, _UNSEEN.sub("", text.translate(FOLD).replace(NO_BREAK, " ")))
    for stretch in _BREAK.split(folded):
        found = [word for word in (w.strip(HALF_SPACE) for w in _WORD.findall(stretch)) if word]
        words.update(found)
        neighbours.update(pairwise(found))
        neighbours.update((a, b, c) for a, b, c in zip(found, found[1:], found[2:], strict=False) if b == "\u0648")
