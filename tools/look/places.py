"""Draws reports of the corpus by chance, the same ones each time, and prints where each place of theirs was put.

Usage: python tools/look/places.py [NUMBER [SEED]] > places.jsonl

Half of the reports are news, half are posts. Each line holds one place mention with the words around it and the point
it was given, "" where it was left open; a last line for each report holds its text, to see what was missed.
"""

import json
import random
import sys
from collections.abc import Iterator
from typing import Any

from sentences import reports

from rasad.coder import work
from rasad.public import language_for, pack_of
from rasad.records import Report
from rasad.stages.code.drafts import PlaceName
from rasad.stages.found import Coding

NUMBER, SEED = 50, 71
KINDS = ("news*", "channels*")
AROUND = 60  # characters shown before and after a mention


def main() -> None:
    """The mentions are printed, report by report."""
    number, seed = (int(word) for word in (*sys.argv[1:3], *map(str, (NUMBER, SEED)[len(sys.argv) - 1:])))
    pack = pack_of()
    for at, report in enumerate(drawn(number, seed), start=1):
        coding = work(report, pack)
        for row, reading in zip(coding.places, coding.readings, strict=True):
            starts, ends = reading.sentence.starts, reading.sentence.ends
            for place in row:
                told = {"number": at, "report": report.id, "published": report.published[:10]}
                print(json.dumps({**told, **mention(coding, place, starts[place.first], ends[place.last])},
                                 ensure_ascii=False))
        print(json.dumps({"number": at, "report": report.id, "text": report.text}, ensure_ascii=False))


def drawn(number: int, seed: int) -> Iterator[Report]:
    """So many reports, news and posts by turns."""
    chance, pack = random.Random(seed), pack_of()  # noqa: S311 - a sample, no secret
    kinds = [reports(files) for files in KINDS]
    for at in range(number):
        while True:
            report = chance.choice(kinds[at % len(kinds)])
            if language_for(report, pack) == pack.language:
                yield report
                break


def mention(coding: Coding, place: PlaceName, start: int, end: int) -> dict[str, Any]:
    """One mention with where it was put."""
    span = coding.repaired.span(start, end)
    text, point = coding.report.text, place.place
    return {"mention": text[span[0]:span[1]], "before": text[max(0, span[0] - AROUND):span[0]],
            "after": text[span[1]:span[1] + AROUND],
            "put": [point.id, point.name, point.country, point.lat, point.lon, point.precision] if point else ""}


if __name__ == "__main__":
    main()
