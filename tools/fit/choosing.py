"""Fits the weights by which parties are chosen and events kept, on reports coded by hand; measures them on others.

    python tools/fit/choosing.py FOLDER …            what new weights reach on reports they were not fitted on
    python tools/fit/choosing.py FOLDER … --write    the package's tables are the new ones
    python tools/fit/choosing.py FOLDER … --parts F  those of each fifth are kept in a file, for the fit of confidence

Each folder holds reports coded by the guidelines, one file each, as the scorer reads them. Every figure is of weights
fitted on the other fifths of the reports.
RASAD_INTERPRETED=1 has to be set: it looks into stages that cannot be looked into when compiled.
"""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from judged import loaded
from parts import PARTS, part_of
from steps import Table, fitted
from watching import Sample, Watch, coded

from rasad.pack import PACKS
from rasad.stages.code import choosing, keeping

LANGUAGE = "fa"
SCORER = Path(__file__).resolve().parents[3] / "shared" / "gold" / "score.py"
RARE = 5  # options that a sign has to be borne by
PULL = {choosing.TABLE + "A": 10.0, choosing.TABLE + "R": 8.0, keeping.TABLE: 14.0}  # of L2: best on what is left out
SLIGHT = 0.05  # weights below this are left out
LEVELS = ("event type", "event who", "event who+sector", "event full")
Weights = dict[str, float]


def fit(sample: Sample, watch: Watch, parts: Sequence[int]) -> tuple[list[Weights], Weights]:
    """The weights of each part fitted on the others, and those fitted on all, as the watch collects the cases."""
    cases = watch.cases(sample)
    table, pull = Table.of(cases, RARE), PULL[watch.table + watch.side]
    own = {g["id"]: part for g, part in zip(sample.documents, parts, strict=True)}
    of = np.array([own[case.report] for case in cases])
    return ([slight(fitted(table, pull, (of != part) * 1.0)) for part in range(PARTS)], slight(fitted(table, pull)))


def slight(weights: Mapping[str, float]) -> Weights:
    """The weights that weigh something, as they are written."""
    return {sign: round(w, 2) for sign, w in weights.items() if abs(w) >= SLIGHT}


def written(table: str, weights: Mapping[str, float]) -> None:
    """The table of the package holds the weights in the order of their signs."""
    path = PACKS / LANGUAGE / table
    head = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    rows = [f"{sign}\t{weight:g}" for sign, weight in sorted(weights.items())]
    path.write_text("\n".join([*head, "sign\tweight", *rows]) + "\n", encoding="utf-8")


def main() -> None:
    """The figures are printed, and the tables written where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--scorer", type=Path, default=SCORER, help="the scorer that pairs coded events with gold ones")
    parser.add_argument("--least", default=str(keeping.LEAST), help="chances from which drafts are events")
    parser.add_argument("--write", action="store_true", help="write the tables of the package")
    parser.add_argument("--parts", type=Path, help="a file that is to hold the weights of each part")
    asked = parser.parse_args()
    score = loaded(asked.scorer)
    sample = Sample.read(asked.folders, score)
    parts = [part_of(g["id"]) for g in sample.documents]
    actors = fit(sample, Watch(choosing.TABLE, "A", parts), parts)
    both = fit(sample, Watch(choosing.TABLE, "R", parts, actors[0]), parts)
    chosen = [{**a, **r} for a, r in zip(actors[0], both[0], strict=True)]
    kept = fit(sample, Watch(keeping.TABLE, "", parts, chosen), parts)
    print(f"{len(actors[1])} + {len(both[1])} weights of parties, {len(kept[1])} of events")
    if asked.parts is not None:
        asked.parts.write_text(json.dumps([*zip(chosen, kept[0], strict=True)], ensure_ascii=False), encoding="utf-8")
    for least in asked.least.split(","):
        for folder in asked.folders:
            gold = {g["id"]: g for g, f in zip(sample.documents, sample.folders, strict=True) if f == folder}
            weights = [(c, k) for c, k in zip(chosen, kept[0], strict=True)]
            table, *_ = score.score(gold, coded(sample, folder, parts, weights, float(least)))
            told = ", ".join(f"{level[6:]} {table[level]['precision']:.3f} {table[level]['recall']:.3f} "
                             f"{table[level]['f1']:.3f}" for level in LEVELS)
            print(f"{least} {folder.parent.name}/{folder.name}: {told}")
            sys.stdout.flush()
    if asked.write:
        written(choosing.TABLE, {**actors[1], **both[1]})
        written(keeping.TABLE, kept[1])


if __name__ == "__main__":
    main()
