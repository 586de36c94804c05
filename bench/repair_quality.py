"""Prints how well repair mends damage of two kinds over two sources, and how fast it is.

Half-spaces are taken out of clean text (glued) or turned into blanks (spaced); what comes
back is compared with what was there, boundary by boundary. Run from the repository root:

    python bench/repair_quality.py [--misses N]

Needs the corpus at ../shared/corpus; without it, it says so and ends.
"""

import argparse
import gzip
import hashlib
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from repair_tools import Mend, installed

from rasad.stages.repair import WordList, load_words, repair
from rasad.stages.repair.letters import FOLD, UNSEEN

CHANGED, LETTERS = "letters changed", 100  # how such a sentence is told, and how many wrong boundaries it weighs
SAMPLED = 40  # other tools are slow
CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
PACK = Path(__file__).resolve().parents[1] / "src" / "rasad" / "packs" / "fa"
HALF_SPACE = "\u200c"
SECOND = {"radiofarda_rss", "fars18", "hamshahri_rss", "farsna", "akhbarefori", "VahidOnline"}
# A prefix or an ending that stands alone: the text has lost half-spaces.
_LOOSE = "\\u0646?\\u0645\\u06cc|\\u0647\\u0627\\u06cc?|\\u0627\\u0646\\u062f|\\u062a\\u0631\\u06cc\\u0646"
LOOSE = re.compile(f"(?<![\\u0600-\\u06ff])(?:{_LOOSE})(?![\\u0600-\\u06ff\\u200c])")
LETTER = re.compile("[\u0621-\u063a\u0641-\u064a\u067e\u0686\u0698\u06a9\u06af\u06cc]")
DAMAGE: dict[str, Callable[[str], str]] = {
    "glued": lambda text: text.replace(HALF_SPACE, ""),
    "spaced": lambda text: text.replace(HALF_SPACE, " "),
    "clean": lambda text: text,
}


@dataclass(slots=True)
class Tally:
    """Boundaries restored, lost, and wrongly set."""

    right: int = 0
    missed: int = 0
    wrong: int = 0
    words: int = 0
    misses: Counter[tuple[str, str]] = field(default_factory=Counter)

    def row(self) -> str:
        """Return precision, recall and F1 in one line."""
        precision = self.right / max(1, self.right + self.wrong)
        recall = self.right / max(1, self.right + self.missed)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        return f"P {precision:.4f}  R {recall:.4f}  F1 {f1:.4f}  wrong {self.wrong} in {self.words} words"


def perdt_sentences() -> Iterator[str]:
    """Yield the sentences of the half of the treebank that the word list was not made from."""
    with gzip.open(CORPUS / "perdt-train-tokens.txt.gz", "rt", encoding="utf-8") as lines:
        sentences = [s for s in lines.read().split("\n\n") if s.strip()]
    for sentence in sentences[len(sentences) // 2 :]:
        yield " ".join(token.strip() for token in sentence.split("\n") if token.strip())


def is_held_out(name: str) -> bool:
    """Return whether the item of this name was kept from the making of the word list."""
    return int(hashlib.md5(name.encode()).hexdigest(), 16) % 10 == 0  # noqa: S324, no secret


def news(sources: set[str]) -> Iterator[str]:
    """Yield the held-out items of the news corpus that come from `sources`."""
    for name in ("news-2003-2021.jsonl.gz", "channels-2026-05-06.jsonl.gz"):
        with gzip.open(CORPUS / name, "rt", encoding="utf-8") as lines:
            for item in map(json.loads, lines):
                if item["source"] in sources and is_held_out(item["id"]):
                    yield item["text"]


def is_clean(text: str) -> bool:
    """Return whether `text` keeps its half-spaces: no loose prefix or ending, enough half-spaces."""
    return not LOOSE.search(text) and text.count(HALF_SPACE) * 90 > len(text)


def folded(text: str) -> str:
    """Return `text` with one spelling a letter and without invisible marks."""
    return UNSEEN.sub("", text.translate(FOLD))


def boundaries(text: str) -> tuple[str, list[str]]:
    """Return the letters of `text` and what stands after each: nothing, a half-space, a blank or else."""
    letters: list[str] = []
    after: list[str] = []
    for char in text:
        if char.isspace():
            if after and after[-1] in ("", HALF_SPACE):
                after[-1] = " "
        elif char == HALF_SPACE:
            if after and not after[-1]:
                after[-1] = HALF_SPACE
        else:
            letters.append(char)
            after.append("" if LETTER.match(char) else "x")
    return "".join(letters), after


def compare(gold: str, damaged: str, found: str, tally: Tally) -> None:
    """Add to `tally` how the boundaries of `found` differ from those of `gold`.

    What repair left as the damage had made it is missed, not wrong.
    """
    letters, wanted = boundaries(gold)
    same, got = boundaries(folded(found))
    given = boundaries(damaged)[1]
    tally.words += len(gold.split())
    if letters != same:
        tally.wrong += LETTERS
        tally.misses[CHANGED, found[:60]] += 1
        return
    for at, (want, have) in enumerate(zip(wanted, got, strict=True)):
        if at + 1 == len(letters) or "x" in (want, wanted[at + 1]):
            continue
        if want == have:
            tally.right += want == HALF_SPACE
            continue
        tally.missed += want == HALF_SPACE
        tally.wrong += have != given[at]
        tally.misses[_around(letters, wanted, at), _around(letters, got, at)] += 1


def _around(letters: str, after: list[str], at: int) -> str:
    start, end = at, at + 1
    while start > 0 and after[start - 1] in ("", HALF_SPACE):
        start -= 1
    while end < len(letters) - 1 and after[end] in ("", HALF_SPACE):
        end += 1
    return "".join(letters[i] + (after[i] if i < end else "") for i in range(start, end + 1)).replace("x", "")


def measure(texts: list[str], damage: str, mend: Mend) -> Tally:
    """Return the tally of one kind of damage over clean `texts`, mended by `mend`."""
    tally = Tally()
    for text in texts:
        before = DAMAGE[damage](text)
        if damage == "spaced" and before == text:
            continue
        compare(text, before, mend(before), tally)
    return tally


def ours(words: WordList) -> Mend:
    """Return what mends a text with this word list."""
    return lambda text: repair(text, words).text


def speed(words: WordList) -> float:
    """Return characters a second over a mix of full reports, on one core."""
    texts = list(news({"fars", "hamshahri", "asriran18"}))
    with gzip.open(CORPUS / "channels-2026-05-06.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts += [json.loads(line)["text"] for line in lines][::8]
    start = time.perf_counter()
    for text in texts:
        repair(text, words)
    return sum(map(len, texts)) / (time.perf_counter() - start)


def main() -> int:
    """Print the figures; return 1 where the corpus is missing."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--misses", type=int, default=0, help="print the N most frequent differences of each run")
    asked = options.parse_args()
    if not CORPUS.is_dir():
        print(f"repair_quality needs the corpus at {CORPUS}", file=sys.stderr)
        return 1
    start = time.perf_counter()
    words = load_words(PACK)
    print(f"word list loaded in {(time.perf_counter() - start) * 1000:.0f} ms")
    sources = {
        "PerDT, unseen half": list(map(folded, perdt_sentences())),
        "news, held out": [text for text in map(folded, news(SECOND)) if is_clean(text)],
    }
    for name, texts in sources.items():
        for damage in DAMAGE:
            tally = measure(texts, damage, ours(words))
            print(f"{name:20} {damage:7} {tally.row()}")
            for (want, have), count in tally.misses.most_common(asked.misses):
                print(f"    {count:5} {want} -> {have}")
    print(f"{speed(words):,.0f} characters a second")
    sample = sources["PerDT, unseen half"][::SAMPLED]
    print(f"\nother tools, on every {SAMPLED}th of these sentences, beside rasad:")
    print("(a sentence whose letters or marks a tool changed is left out of its row, and counted at its end)")
    for name, mend in (("rasad", ours(words)), *installed()):
        for damage in DAMAGE:
            tally = measure(sample, damage, mend)
            changed = sum(count for (what, _), count in tally.misses.items() if what == CHANGED)
            tally.wrong -= LETTERS * changed
            print(f"{name:20} {damage:7} {tally.row()}, left out {changed} of {len(sample)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
