"""Fits the table of confidence on reports coded by hand, and says how far it holds on others.

    python tools/fit/confidence.py FOLDER …          what the package's table reaches, and what a new one would
    python tools/fit/confidence.py FOLDER … --write  the package's table is the new one

Each folder holds reports coded by one hand. What a new table reaches is measured on reports it was not fitted
on: on each folder by the others, and on each tenth of the reports by the rest. Reports that were looked at while
building flatter the coder; --share tells how many of its events are right elsewhere, and the table is moved there.
--parts has each report coded with weights of parties and events that were not fitted on it (see choosing.py).
"""

import argparse
import math
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from pathlib import Path

from judged import Judged, judged
from logistic import BASE, Row, chance, fitted, frequent, moved

from rasad.language.tables import rows
from rasad.pack import PACKS
from rasad.stages.code.confidence import TABLE

LANGUAGE = "fa"
SCORER = Path(__file__).resolve().parents[3] / "shared" / "gold" / "score.py"
RARE = 8  # events that a feature has to hold of
STRENGTH = 7.0  # of L2: what cross-validation likes best, over a wide range
SLIGHT = 0.05  # weights below this are left out, and the rest fitted again
TENTHS = 10
BINS = (0.0, 0.35, 0.5, 0.65, 0.8, 1.0)
Fit = dict[str, float]
Verdicts = Sequence[tuple[float, bool]]


def fit(sample: Sequence[Row], share: float | None) -> Fit:
    """The weights of a sample, moved to the share where one is told: what is rare or slight has none."""
    names = frequent(sample, RARE)
    first = fitted(sample, names, STRENGTH)
    weights = fitted(sample, [n for n in names if n == BASE or abs(first[n]) >= SLIGHT], STRENGTH)
    return weights if share is None else moved(weights, sample, share)


def held_out(events: Sequence[Judged], part: Callable[[Judged], str], share: float | None) -> list[tuple[float, bool]]:
    """How likely each event is by the weights of those in other parts, with its verdict."""
    out: list[tuple[float, bool]] = []
    for name in sorted({part(e) for e in events}):
        weights = fit([e.row for e in events if part(e) != name], share)
        out += [(chance(weights, e.row.features), e.row.right) for e in events if part(e) == name]
    return out


def figures(title: str, verdicts: Verdicts) -> None:
    """How well chances tell right from wrong is printed in a line, and how many are right of each bin."""
    right = [p for p, is_right in verdicts if is_right]
    wrong = [p for p, is_right in verdicts if not is_right]
    ranked = sum((a > b) + (a == b) / 2 for a in right for b in wrong) / (len(right) * len(wrong))
    loss = -sum(math.log(p if is_right else 1 - p) for p, is_right in verdicts) / len(verdicts)
    print(f"{title:34} right before wrong {ranked:.3f}, loss {loss:.3f}")
    for low, high in pairwise(BINS):
        held = [(p, is_right) for p, is_right in verdicts if low <= p < high]
        if held:
            mean = sum(p for p, _ in held) / len(held)
            print(f"    {low:.2f} to {high:.2f}: mean {mean:.2f}, right {sum(r for _, r in held)} of {len(held)}")


def written(weights: Fit) -> None:
    """The table holds the weights, nothing for what is rare or slight; the words that tell each feature stay."""
    path = PACKS / LANGUAGE / TABLE
    told = {row["feature"]: row["told"] for row in rows(path)}
    head = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    every = {**dict.fromkeys(told, 0.0), **weights}
    made = [f"{name}\t{round(value, 2) + 0.0:.2f}\t{told.get(name, name)}" for name, value in ordered(every)]
    path.write_text("\n".join([*head, "feature\tweight\ttold", *made]) + "\n", encoding="utf-8")


def ordered(weights: Fit) -> Iterable[tuple[str, float]]:
    """The weights by family, within each what speaks for an event first."""
    return sorted(weights.items(), key=lambda one: (one[0] != BASE, one[0].partition(":")[0], -one[1]))


def main() -> None:
    """The figures are printed, and the table written where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--scorer", type=Path, default=SCORER, help="the scorer that pairs coded events with gold ones")
    parser.add_argument("--share", type=float, help="the share of right events in text nobody looked at while building")
    parser.add_argument("--parts", type=Path, help="weights of parties and events by part, as choosing.py keeps them")
    parser.add_argument("--write", action="store_true", help="write the table of the package")
    asked = parser.parse_args()
    events = judged(asked.folders, asked.scorer, asked.parts)
    order = sorted({e.report for e in events})
    tenth = {report: str(number % TENTHS) for number, report in enumerate(order)}
    figures("the table in the package", [(e.confidence, e.row.right) for e in events])
    if len(asked.folders) > 1:
        figures("a new one, each folder by others", held_out(events, lambda e: e.folder, asked.share))
    figures("a new one, each tenth by the rest", held_out(events, lambda e: tenth[e.report], asked.share))
    if asked.write:
        written(fit([e.row for e in events], asked.share))


if __name__ == "__main__":
    main()
