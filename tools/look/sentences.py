"""Draws sentences of the corpus by chance, the same ones each time, and prints what the coder makes of each.

Usage: python tools/look/sentences.py [NUMBER [SEED]] > sentences.jsonl

Each line holds the sentence, the sentences around it, where it comes from, and the events and statements whose
words begin in it: for a person to judge one by one.
"""

import gzip
import json
import random
import sys
from pathlib import Path
from typing import Any

from rasad.coder import code, work
from rasad.inputs import report_of
from rasad.public import language_for, pack_of
from rasad.records import CodedReport, Report, Span

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
NUMBER, SEED = 200, 20261122
SHORTEST = 5  # words of a sentence that can say anything


def reports(files: str = "*") -> list[Report]:
    """Every report of the corpus, in the order of its files, of those files whose name begins so."""
    out = []
    for path in sorted(CORPUS.glob(f"{files}.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            out += [report_of(json.loads(line)) for line in lines]
    return out


def main() -> None:
    """The sentences are printed."""
    number, seed = (int(word) for word in (*sys.argv[1:3], *map(str, (NUMBER, SEED)[len(sys.argv) - 1:])))
    chance, pack, everything = random.Random(seed), pack_of(), reports()  # noqa: S311 - a sample, no secret
    drawn = 0
    while drawn < number:
        report = chance.choice(everything)
        if language_for(report, pack) != pack.language:
            continue
        sentences = [r.sentence for r in work(report, pack).readings if len(r.sentence.words) >= SHORTEST]
        if not sentences:
            continue
        at = chance.randrange(len(sentences))
        drawn += 1
        print(json.dumps({"number": drawn, **told(report, code(report, pack), at, pack)}, ensure_ascii=False))


def told(report: Report, coded: CodedReport, at: int, pack: Any) -> dict[str, Any]:  # noqa: ANN401 - a Pack
    """One sentence with what was coded of it."""
    found = work(report, pack)
    spans = [found.repaired.span(r.sentence.starts[0], r.sentence.ends[-1]) for r in found.readings
             if len(r.sentence.words) >= SHORTEST]
    start, end = spans[at]

    def here(span: Span) -> bool:
        return start <= span.start < end

    events = [{"type": e.type, "mode": e.mode, "actors": [p.code for p in e.actors],
               "recipients": [p.code for p in e.recipients], "status": e.status, "according_to": e.according_to,
               "place": e.place.name if e.place else "", "date": e.date, "confidence": e.confidence, "rule": e.rule,
               "evidence": [s.text for s in e.evidence]} for e in coded.events if any(map(here, e.evidence))]
    statements = [{"speaker": s.speaker.name, "code": s.speaker.code, "content": s.content.text}
                  for s in coded.statements if here(s.content)]
    return {"report": report.id, "source": report.source, "published": report.published,
            "before": report.text[max(0, start - 300):start], "sentence": report.text[start:end],
            "after": report.text[end:end + 120], "events": events, "statements": statements}


if __name__ == "__main__":
    main()
