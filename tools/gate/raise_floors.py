"""Raises the floors of the evaluation gate to what the coder reaches, rounded down to two digits.

    python tools/gate/raise_floors.py            raise what can be raised
    python tools/gate/raise_floors.py --lower    also lower the floors that are not reached

A floor that is not reached stays, and the exit code is 1, unless --lower is given.
"""

import argparse
import sys
from math import floor

from gold import PARTS, Scores, digest, floors, present, reached, write_floors


def rounded(value: float) -> float:
    """The score with two digits, never more than it is."""
    return floor(value * 100 + 1e-9) / 100


def raised(old: Scores, new: Scores, *, lower: bool) -> Scores:
    """The new floors: what is reached, but nothing below the old floor unless `lower`."""
    return {part: {name: value if lower else max(value, old[part].get(name, 0.0)) for name, value in new[part].items()}
            for part in PARTS}


def main() -> int:
    """0 where every old floor is reached or lowering was allowed, else 1."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lower", action="store_true", help="also lower floors that are not reached")
    lower = parser.parse_args().lower
    if not present():
        print("there is no gold beside the repository: ../shared/gold")
        return 1
    of, old = floors()
    new = {part: {name: rounded(value) for name, value in scores.items()} for part, scores in reached().items()}
    if of and of != digest():
        print("the gold is not the one that the floors were made for: they now hold for the new one")
    write_floors(digest(), raised(old, new, lower=lower))
    below = [(part, name) for part in PARTS for name, value in new[part].items() if value < old[part].get(name, 0.0)]
    for part in PARTS:
        for name, value in new[part].items():
            before = old[part].get(name)
            kept = "" if (part, name) not in below else "  LOWERED" if lower else "  BELOW ITS FLOOR, which stays"
            print(f"{part:9} {name:20} {'none' if before is None else f'{before:.2f}'} -> {value:.2f}{kept}")
    return 1 if below and not lower else 0


if __name__ == "__main__":
    sys.exit(main())
