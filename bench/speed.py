"""How fast a report is coded from raw text to JSON on one core, stage by stage, and what it costs to start.

Usage: python bench/speed.py

Where the stages are compiled, both forms are measured, the compiled one first. Two samples: the
bundled reports, repeated, and two thousand reports drawn with a seed from ../shared/corpus where
that is there. Start-up is measured from the shell, on one report; memory is the most that a process
coding the samples has held.
"""

import gzip
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property, wraps
from pathlib import Path
from typing import Any

import rasad.coder
from rasad.batch import seldom_collected
from rasad.cli.jsonl import line
from rasad.compiled import FORM
from rasad.inputs import report_of
from rasad.pack import Pack
from rasad.public import code_report, language_for, pack_of, warm
from rasad.records import Report

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "src" / "rasad" / "samples" / "reports.jsonl"
CORPUS = ROOT.parent / "shared" / "corpus"
DRAWN, SEED, REPEATED, STARTS = 2000, 11, 20, 7
FUNCTIONS = ("repair", "sentences", "find_numbers", "find_times", "find_places", "find_agreements", "resolve_place",
             "merged", "assemble")
METHODS = (("verbs", "groups"), ("clauses", "read"), ("actors", "find"), ("roles", "find"), ("parties", "resolve"),
           ("attribution", "find"), ("events", "drafts"))


def sample_reports() -> list[Report]:
    """The bundled reports, repeated."""
    lines = SAMPLES.read_text(encoding="utf-8").splitlines()
    return [report_of(json.loads(text)) for text in lines] * REPEATED


def corpus_reports(pack: Pack) -> list[Report]:
    """Reports drawn from the corpus, those in other languages left out; none where there is no corpus."""
    texts: list[str] = []
    for path in sorted(CORPUS.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            texts += lines
    drawn = random.Random(SEED).sample(texts, min(DRAWN, len(texts)))
    reports = [report_of(json.loads(text)) for text in drawn]
    return [report for report in reports if language_for(report, pack) == pack.language]


def start() -> float:
    """The seconds that `rasad code` takes on one report from the shell: the median of several runs, files cached."""
    with tempfile.TemporaryDirectory() as folder:
        one = Path(folder) / "one.jsonl"
        one.write_text(SAMPLES.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
        return median(lambda: run([sys.executable, "-m", "rasad", "code", str(one)], folder), STARTS)


def run(command: Sequence[str], cached: str = "") -> None:
    """The command has run, its output thrown away; `cached` is where the bytecode of its modules is, as installed."""
    environment = dict(os.environ)
    if cached:
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        environment["PYTHONPYCACHEPREFIX"] = cached
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)


def median(action: Callable[[], object], times: int) -> float:
    """The median seconds of the action, its first run not counted."""
    action()
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        action()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def tables() -> list[tuple[float, str]]:
    """(seconds, part) for each part of the pack as it is loaded, the slowest first."""
    pack, taken = Pack("fa"), []
    names = [name for name, value in vars(Pack).items() if isinstance(value, cached_property)]
    for name in names:
        began = time.perf_counter()
        getattr(pack, name)
        taken.append((time.perf_counter() - began, name))
    return sorted(taken, reverse=True)


def coded(reports: Sequence[Report], pack: Pack) -> tuple[float, int]:
    """The seconds and the characters of JSON that coding the reports took and made."""
    began = time.perf_counter()
    made = sum(len(line(report, code_report(report, pack))) for report in reports)
    return time.perf_counter() - began, made


@contextmanager
def watched(pack: Pack) -> Iterator[dict[str, float]]:
    """The seconds spent in each stage while the block runs, by its name."""
    spent: dict[str, float] = {}
    places: list[tuple[Any, str, str]] = [(rasad.coder, name, name) for name in FUNCTIONS]
    places += [(type(getattr(pack, part)), name, f"{part}.{name}") for part, name in METHODS]
    before = [(owner, name, getattr(owner, name)) for owner, name, _ in places if hasattr(owner, name)]
    for (owner, name, real), label in zip(before, [p[2] for p in places if hasattr(p[0], p[1])], strict=True):
        setattr(owner, name, timed(real, label, spent))
    try:
        yield spent
    finally:
        for owner, name, real in before:
            setattr(owner, name, real)


def timed(real: Callable[..., Any], label: str, spent: dict[str, float]) -> Callable[..., Any]:
    """The function, counting the time it takes under the label."""

    @wraps(real)
    def call(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - whatever the stage takes and gives
        began = time.perf_counter()
        try:
            return real(*arguments, **named)
        finally:
            spent[label] = spent.get(label, 0.0) + time.perf_counter() - began

    return call


def show_speed(name: str, reports: Sequence[Report], pack: Pack) -> None:
    """Sentences and characters a second of a sample, and the share of each stage, are printed."""
    seldom_collected()  # as `rasad code` does
    coded(reports[:100], pack)
    seconds, _ = coded(reports, pack)
    characters = sum(len(report.text) for report in reports)
    sentences = sum(len(rasad.coder.work(report, pack).readings) for report in reports)
    print(f"\n{name}: {len(reports):,} reports, {sentences:,} sentences, {characters:,} characters in {seconds:.2f} s")
    print(f"  {sentences / seconds:>12,.0f} sentences a second (wanted: 1,500)")
    print(f"  {characters / seconds:>12,.0f} characters a second")
    print(f"  {len(reports) / seconds:>12,.0f} reports a second")
    with watched(pack) as spent:
        whole, _ = coded(reports, pack)
    rest = whole - sum(spent.values())
    for label, taken in sorted([*spent.items(), ("the rest: spans, JSON", rest)], key=lambda pair: -pair[1]):
        print(f"  {100 * taken / whole:>11.1f}% {label}")


def main() -> None:
    """The figures of this form are printed, and where it is compiled those of the other."""
    measure()
    if FORM == "compiled":
        print(flush=True)
        subprocess.run([sys.executable, __file__], check=True, env={**os.environ, "RASAD_INTERPRETED": "1"})


def measure() -> None:
    """The figures of the form that runs here are printed."""
    print(f"the stages are {FORM}")
    print(f"start-up of `rasad code` on one report: {start():.2f} s (wanted: under 0.7)")
    print(f"  python alone: {median(lambda: run([sys.executable, '-c', 'pass']), STARTS):.2f} s")
    for seconds, part in tables()[:8]:
        print(f"  {seconds:>12.3f} s  tables of {part}")
    run([sys.executable, "-m", "rasad", "code", str(SAMPLES)])
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
    print(f"most memory of `rasad code` on the samples: {memory:.0f} MB (wanted: under 300)")
    pack = pack_of()
    warm(pack)
    show_speed(f"the bundled samples, {REPEATED} times", sample_reports(), pack)
    drawn = corpus_reports(pack)
    if drawn:
        show_speed("reports drawn from the corpus", drawn, pack)
    else:
        print(f"\nno corpus at {CORPUS}: its figures are left out")


if __name__ == "__main__":
    main()
