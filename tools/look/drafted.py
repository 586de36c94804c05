"""Tells what share of the events of reports coded by hand the coder drafts at all: what has no draft is never told.

    python tools/look/drafted.py FOLDER …              by type: events with a draft of their type in their sentence
    python tools/look/drafted.py FOLDER … --type TYPE  the events of a type without one, in their sentences

Each folder holds reports coded by the guidelines, one file each, as the scorer reads them. What is optional there is
left out.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rasad.coder import work
from rasad.inputs import report_of
from rasad.public import pack_of
from rasad.stages.found import Coding

_AROUND = 120  # letters shown on either side


@dataclass(frozen=True, slots=True)
class Asked:
    """An event of a report coded by hand: its type, whether a draft of it stands in its sentence, and its words."""

    type: str
    drafted: bool
    shown: str


def asked(document: dict[str, Any], coding: Coding) -> Iterator[Asked]:
    """The events of a report that are not optional and whose words stand in its text."""
    text = document["text"]
    for event in document["events"]:
        found = re.search(r"\s+".join(map(re.escape, event["evidence"].split())), text) if event["evidence"] else None
        if found is None or event.get("optional"):
            continue
        begin, end = found.span()
        sentences = {r.sentence.number for r in coding.readings if _overlaps(coding, r.sentence.number, begin, end)}
        drafted = any(d.type == event["type"] and d.sentence in sentences for d in coding.drafts)
        shown = f"{text[max(0, begin - _AROUND):begin]}⟦{text[begin:end]}⟧{text[end:end + _AROUND]}"
        yield Asked(event["type"], drafted, " ".join(shown.split()))


def _overlaps(coding: Coding, number: int, begin: int, end: int) -> bool:
    """Whether a sentence shares letters with a stretch of the original text."""
    sentence = coding.readings[number].sentence
    if not sentence.words:
        return False
    first, last = coding.repaired.span(sentence.starts[0], sentence.starts[-1] + len(sentence.words[-1]))
    return first < end and begin < last


def main() -> None:
    """The shares are printed, or the events without a draft."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--type", help="the type whose events without a draft are shown")
    options = parser.parse_args()
    pack, every, drafted = pack_of(), Counter[str](), Counter[str]()
    for path in [path for folder in options.folders for path in sorted(folder.glob("*.json"))]:
        document = json.loads(path.read_text(encoding="utf-8"))
        for event in asked(document, work(report_of(document), pack)):
            every[event.type] += 1
            drafted[event.type] += event.drafted
            if event.type == options.type and not event.drafted:
                print(f"{path.stem}: {event.shown}")
    for kind, number in every.most_common():
        print(f"{kind:10} {drafted[kind]:5} of {number:5} {drafted[kind] / number:.2f}")
    if every:
        print(f"{'all':10} {drafted.total():5} of {every.total():5} {drafted.total() / every.total():.2f}")


if __name__ == "__main__":
    main()
