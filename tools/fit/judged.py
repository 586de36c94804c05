"""The events that the coder finds in reports coded by hand, each with how it was read and whether it is right.

An event is right where the report has one of the same type and parties; what is optional there is left out.
"""

import importlib.util
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from logistic import Row
from parts import part_of

from rasad.assemble import assemble
from rasad.coder import work
from rasad.inputs import report_of
from rasad.pack import Pack
from rasad.public import pack_of
from rasad.records import as_dict
from rasad.stages.code import confidence
from rasad.stages.code.choosing import Choosing
from rasad.stages.code.confidence import facts
from rasad.stages.code.keeping import Keeping


@dataclass(frozen=True, slots=True)
class Judged:
    """One event: the folder and the report it is of, the confidence it has now, and the row to fit."""

    folder: str
    report: str
    confidence: float
    row: Row


def judged(folders: list[Path], scorer: Path, parts: Path | None) -> list[Judged]:
    """Every event coded from the reports of the folders, with its verdict.

    Where the weights of `parts` are told, each report is coded with those that were fitted on other reports.
    """
    score, pack, out = loaded(scorer), pack_of(), list[Judged]()
    confidence.TOLD = 0.0  # also what would not be told
    weights = json.loads(parts.read_text(encoding="utf-8")) if parts is not None else []
    for folder in folders:
        for path in sorted(folder.glob("*.json")):
            document = json.loads(path.read_text(encoding="utf-8"))
            if weights:
                chosen, kept = weights[part_of(document["id"])]
                pack.__dict__.update(choosing=Choosing(chosen), keeping=Keeping(kept))
            out += _of_report(document, str(folder), score, pack)
    return out


def _of_report(document: dict[str, Any], folder: str, score: ModuleType, pack: Pack) -> Iterator[Judged]:
    coding = work(report_of(document), pack)
    events = as_dict(assemble(coding, pack))["events"]
    for draft, event, right in zip(coding.events, events, _verdicts(document, events, score), strict=True):
        if right is not None:
            row = Row(tuple(facts(draft, coding.readings[draft.sentence])), right)
            yield Judged(folder, document["id"], event["confidence"], row)


def _verdicts(document: dict[str, Any], events: list[dict[str, Any]], score: ModuleType) -> list[bool | None]:
    """For each event whether the report has it; None where it has it as optional."""
    gold, same = document["events"], score.who(score.country)

    def alike(wanted: dict[str, Any], event: dict[str, Any]) -> float:
        if wanted["type"] != event["type"] or not same(wanted, event):
            return 0
        span = score.find(document["text"], wanted["evidence"])
        return 1.0 + max([float(score.overlap(span, (e["start"], e["end"]))) for e in event["evidence"]])

    found = {j: None if gold[i].get("optional") else True for i, j in score.pair_up(gold, events, alike)}
    return [found.get(number, False) for number in range(len(events))]


def loaded(scorer: Path) -> ModuleType:
    """The scorer as a module."""
    spec = importlib.util.spec_from_file_location("gold_score", scorer)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
