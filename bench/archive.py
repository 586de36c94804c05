"""How fast the whole corpus is collected into a new archive, what it takes, and how fast it answers.

Usage: python bench/archive.py [ARCHIVE]

With ARCHIVE that archive is asked, and nothing is collected. The command collects with two processes, then
again, which must find nothing new.
"""

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from rasad.archive import Archive
from rasad.archive.finding import EVENT, REPORT, STATEMENT, count, find
from rasad.archive.selection import selection

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
FILES = ("channels-2026-05-06.jsonl.gz", "news-2003-2021.jsonl.gz")
ROWS, TIMES = 50, 5
# Ten words, each in two spellings: with and without half-spaces, in Persian and in Arabic letters and digits.
SPELLINGS = (("آتش‌بس", "آتش بس"), ("قره‌باغ", "قره باغ"), ("موشک‌ها", "موشکها"), ("گفت‌وگو", "گفت و گو"),
             ("وزیر خارجه", "وزير خارجه"), ("کشته", "كشته"), ("نخست‌وزیر", "نخست وزیر"), ("۲۰۲۶", "2026"),
             ("می‌کند", "می کند"), ("حزب‌الله", "حزب الله"))
FILTERS: tuple[tuple[str, dict[str, Any]], ...] = (
    (EVENT, {}), (EVENT, {"type": "ASSAULT"}), (EVENT, {"dyad": "ISR,LBN"}),
    (EVENT, {"actor": "USA", "status": "future"}), (EVENT, {"place": "تهران"}),
    (EVENT, {"since": "2026-06-01", "until": "2026-06-07"}), (EVENT, {"according": "RUS"}),
    (EVENT, {"words": "تنگه هرمز", "type": "THREATEN"}), (STATEMENT, {"speaker": "ترامپ"}),
    (REPORT, {"source": "farsna"}),
    (REPORT, {"words": "«آتش‌بس در لبنان»"}), (REPORT, {"actor": "ISR", "type": "ASSAULT"}),
)


def collected(archive: Path) -> float:
    """The seconds that `rasad collect` took; what it said is printed."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "rasad", "collect", "--jobs", "2", "--archive", str(archive)]
    command += [str(CORPUS / name) for name in FILES]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    print(f"  {done.stdout.strip()}")
    return time.perf_counter() - began


def median_ms(archive: Archive, what: str, parts: dict[str, Any]) -> float:
    """The median milliseconds of an answer."""
    taken = []
    for _ in range(TIMES):
        began = time.perf_counter()
        asked(archive, what, parts)
        taken.append(1000 * (time.perf_counter() - began))
    return statistics.median(taken)


def asked(archive: Archive, what: str, parts: dict[str, Any]) -> int:
    """How many there are of what is asked for; the first page of them is read too."""
    with archive.reading() as connection:
        chosen = selection(parts)
        list(find(connection, what, chosen, limit=ROWS))
        return count(connection, what, chosen).records


def show_answers(archive: Archive) -> None:
    """How long the first page and the count of each question take, and whether both spellings find the same."""
    taken = []
    for one, other in SPELLINGS:
        counts = [asked(archive, REPORT, {"words": words}) for words in (one, other)]
        taken += [median_ms(archive, REPORT, {"words": words}) for words in (one, other)]
        print(f"  {one}, {other}: {counts[0]:,}{'' if counts[0] == counts[1] else f' and {counts[1]:,}, NOT EQUAL'}")
    print(f"  words: median {statistics.median(taken):.0f} ms, longest {max(taken):.0f} ms")
    for what, parts in FILTERS:
        ms = median_ms(archive, what, parts)
        taken.append(ms)
        print(f"  {ms:>6.0f} ms  {asked(archive, what, parts):>7,} {what} {parts}")
    print(f"  all questions: median {statistics.median(taken):.0f} ms (wanted: under 100)")


def main() -> None:
    """The figures are printed."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(folder) / "archive.sqlite"
        if len(sys.argv) == 1:
            seconds = collected(path)
            memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
            with Archive(str(path)) as archive, archive.reading() as connection:
                reports = count(connection, REPORT, selection({"copies": True})).records
            print(f"  {reports:,} reports collected and coded in {seconds:.0f} s: {reports / seconds:,.0f} a second")
            print(f"  {path.stat().st_size / 2**20:,.0f} MB on disk; {memory:.0f} MB of memory in the largest process")
            print(f"  again: {collected(path):.1f} s")
        with Archive(str(path)) as archive:
            show_answers(archive)


if __name__ == "__main__":
    main()
