"""The gold, the scores the coder reaches on it, and the floors below which none of them may fall.

A floor holds for one gold only: the digest of the gold stands beside the floors.
"""

import json
import subprocess
import sys
import tempfile
import tomllib
from hashlib import sha256
from pathlib import Path
from typing import Any

from rasad.inputs import report_of
from rasad.public import code_report, pack_of
from rasad.records import as_dict

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT.parent / "shared" / "gold"
DEV, SCORER = GOLD / "dev", GOLD / "score.py"
FLOORS = ROOT / "tests" / "gold_floors.toml"
PARTS = ("f1", "accuracy")
Scores = dict[str, dict[str, float]]


def present() -> bool:
    """Whether the gold lies beside the repository."""
    return DEV.is_dir() and SCORER.is_file()


def digest() -> str:
    """The digest of every gold report and of the scorer."""
    made = sha256()
    for path in (*sorted(DEV.glob("*.json")), SCORER):
        made.update(f"{path.name}\0".encode() + path.read_bytes())
    return made.hexdigest()


def coded_lines() -> list[str]:
    """The coding of every gold report as a line of JSON."""
    pack = pack_of()
    documents = (json.loads(path.read_text(encoding="utf-8")) for path in sorted(DEV.glob("*.json")))
    return [json.dumps(as_dict(code_report(report_of(document), pack))) for document in documents]


def reached() -> Scores:
    """Every score that the scorer gives the coder as it is."""
    with tempfile.TemporaryDirectory() as folder:
        coded = Path(folder) / "coded.jsonl"
        coded.write_text("\n".join(coded_lines()), encoding="utf-8")
        command = [sys.executable, str(SCORER), str(DEV), str(coded), "--json"]
        table: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return {"f1": {name: row["f1"] for name, row in table["f1"].items()},
            "accuracy": {name: row["accuracy"] for name, row in table["accuracy"].items()}}


def floors() -> tuple[str, Scores]:
    """The digest of the gold for which the floors hold, and the floors; nothing where there are none yet."""
    if not FLOORS.exists():
        return "", {part: {} for part in PARTS}
    table = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    return table["digest"], {part: table[part] for part in PARTS}


def write_floors(of: str, scores: Scores) -> None:
    """The file of floors holds these, for the gold with this digest."""
    lines = ["# Floors of the scores on the gold, written by tools/gate/raise_floors.py.",
             "# A score below its floor fails the tests; so does a gold with another digest.", f'digest = "{of}"']
    for part in PARTS:
        lines += ["", f"[{part}]", *(f'"{name}" = {value:.2f}' for name, value in scores[part].items())]
    FLOORS.write_text("\n".join(lines) + "\n", encoding="utf-8")
