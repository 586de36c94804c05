"""Every measurement there is, one after another; what cannot be measured here is said.

Usage: python bench/run.py [SECTION …]
"""

import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

BENCH = Path(__file__).resolve().parent
CORPUS = BENCH.parents[1] / "shared" / "corpus"


@dataclass(frozen=True, slots=True)
class Section:
    """One script of this folder, what it measures, and what has to be there for it."""

    script: str
    title: str
    arguments: tuple[str, ...] = ()
    needs: Path | None = None


SECTIONS = (
    Section("speed.py", "speed, start-up and memory"),
    Section("repair_quality.py", "repair: quality and speed, beside other tools", needs=CORPUS),
    Section("read_quality.py", "reading: verbs, compounds, objects and subjects on gold trees", (str(CORPUS / "ud"),),
            CORPUS / "ud"),
    Section("time_tools.py", "times, beside other tools"),
    Section("archive.py", "the archive: collecting the corpus, and asking it", needs=CORPUS),
    Section("workbench.py", "the workbench: every page with the corpus in the archive, and the browser", needs=CORPUS),
)


def measured(section: Section) -> bool:
    """Whether the section ran to its end; it prints its figures itself."""
    if not (BENCH / section.script).exists():
        print(f"left out: there is no bench/{section.script}")
        return True
    if section.needs is not None and not section.needs.exists():
        print(f"left out: it needs {section.needs}, which is not here")
        return True
    began = time.monotonic()
    ended = subprocess.run([sys.executable, str(BENCH / section.script), *section.arguments], check=False).returncode
    print(f"({time.monotonic() - began:.0f} s{'' if ended == 0 else f', ended with {ended}'})")
    return ended == 0


def main() -> int:
    """0 where every section that could run ran to its end."""
    wanted = sys.argv[1:]
    chosen = [s for s in SECTIONS if not wanted or s.script.removesuffix(".py") in wanted]
    good = True
    for number, section in enumerate(chosen, start=1):
        print(f"\n[{number}/{len(chosen)}] {section.title}", flush=True)
        good = measured(section) and good
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
