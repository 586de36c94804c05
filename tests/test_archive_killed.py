"""A collection that is killed at any moment has kept what it acknowledged, and running it again completes it."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from archives import KINDS, new_archive
from sqlalchemy import func, select

from rasad.archive import Archive
from rasad.archive.identity import report_id
from rasad.archive.tables import CODINGS, META, ORIGINALS, REPORTS
from rasad.records import Report

TIMES, REPORTS_IN_ALL = 20, 1500
_SENTENCES = (
    "سخنگوی وزارت خارجه روسیه گفت نیروهای اوکراین به مسکو حمله کردند.",
    "وزیران خارجه ایران و عمان در مسقط با یکدیگر گفت‌وگو کردند.",
    "ارتش اسرائیل به جنوب لبنان حمله هوایی کرد و سه نفر کشته شدند.",
)
# Collects as the command does, and says on standard output after each batch how many reports are on the disk.
_COLLECT = """
import sys
from rasad.archive import Archive
from rasad.archive.collecting import Collector, FeedMemory
from rasad.archive.prepared import prepare
from rasad.batch import Work
from rasad.collect import Fetcher, Memory, arrivals
from rasad.inputs import Limits
with Archive(sys.argv[1]) as archive:
    stream = arrivals([sys.argv[2]], limits=Limits(), fetcher=Fetcher(), states=Memory())
    print("open", flush=True)
    for tally in Collector(archive, Work(prepare), FeedMemory(archive)).collect(stream):
        print(tally.new + tally.known, flush=True)
"""


def written(path: Path) -> list[str]:
    """The ids of as many reports as the file then holds."""
    ids = []
    with path.open("w", encoding="utf-8") as file:
        for number in range(REPORTS_IN_ALL):
            text = f"{_SENTENCES[number % 3]} گزارش شماره {number}."
            file.write(json.dumps({"text": text, "source": "نمونه"}, ensure_ascii=False) + "\n")
            ids.append(report_id(Report(text, source="نمونه")))
    return ids


def killed(address: str, path: Path, after: float) -> int:
    """How many reports a collection had acknowledged when it was killed, so many seconds after the archive was open."""
    command = [sys.executable, "-c", _COLLECT, address, str(path)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONUNBUFFERED": "1"})
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    told = process.stdout.read().split()
    process.stdout.close()
    process.wait()
    return int(told[-1]) if told else 0


@pytest.mark.parametrize("kind", KINDS)
def test_killed_twenty_times(kind: str, tmp_path: Path) -> None:
    """After each of twenty kills every acknowledged report is there once and whole, and the last run completes all."""
    path, chance = tmp_path / "reports.jsonl", random.Random(11)
    ids = written(path)
    with new_archive(kind, tmp_path) as address:
        for _ in range(TIMES):
            acknowledged = killed(address, path, chance.uniform(0, 0.5))
            held = whole(address)
            assert len(held) >= acknowledged
            assert held == ids[: len(held)]
        done = subprocess.run(
            [sys.executable, "-c", _COLLECT, address, str(path)], check=True, capture_output=True, text=True
        )
        assert done.stdout.split()[-1] == str(REPORTS_IN_ALL)
        assert whole(address) == ids


def whole(address: str) -> list[str]:
    """The ids of the reports in the order they came; each has its original, its coding and its words once."""
    with Archive(address) as archive, archive.reading() as connection:
        ids = list(connection.scalars(select(REPORTS.c.id).order_by(REPORTS.c.number)))
        for table in (ORIGINALS, CODINGS, META.tables["standing"]):
            assert connection.scalar(select(func.count()).select_from(table)) == len(ids)
        if archive.sqlite:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        assert len(set(ids)) == len(ids)
    return ids
