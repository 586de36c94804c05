"""Many at once: writers and readers of one archive never fail, and no judgement is lost.

RASAD_CROWD_SECONDS says for how long; a few seconds unless told.
"""

import os
import threading
import time
from collections.abc import Callable

import pytest
from archives import incoming
from sqlalchemy import func, select

from rasad.archive import Archive
from rasad.archive.finding import EVENT, REPORT, count, find
from rasad.archive.judging import judge
from rasad.archive.keeping import keep
from rasad.archive.selection import Selection, selection
from rasad.archive.tables import JUDGEMENTS, REPORTS

SECONDS = float(os.environ.get("RASAD_CROWD_SECONDS", "3"))
WRITERS, READERS = 4, 8
TEXT = "سخنگوی وزارت خارجه روسیه گفت نیروهای اوکراین به مسکو حمله کردند."


def test_four_writers_and_eight_readers(archive: Archive) -> None:
    """While eight read, four keep reports and judge one event; nobody fails and everything that was done is there."""
    keep(archive, [incoming(TEXT)])
    with archive.reading() as connection:
        event = next(find(connection, EVENT, Selection())).id
    end, faults, kept, judged = time.monotonic() + SECONDS, list[BaseException](), [0] * WRITERS, [0] * WRITERS

    def write(number: int) -> None:
        while time.monotonic() < end:
            one = incoming(f"{TEXT} نویسنده {number}، گزارش {kept[number]}.")
            assert keep(archive, [one]).new == 1
            kept[number] += 1
            judge(archive, event, "accept" if judged[number] % 2 else "reject", reviewer=f"نویسنده {number}")
            judged[number] += 1

    def read(number: int) -> None:
        while time.monotonic() < end:
            with archive.reading() as connection:
                chosen = selection({"words": "مسکو"} if number % 2 else {"actor": "UKR", "rejected": True})
                before = count(connection, REPORT, chosen).records
                assert len(list(find(connection, REPORT, chosen, limit=500))) in {before, 500}

    def guarded(act: Callable[[int], None], number: int) -> None:
        try:
            act(number)
        except BaseException as error:  # noqa: BLE001 - handed to the test
            faults.append(error)

    crowd = [
        threading.Thread(target=guarded, args=(act, number))
        for act, many in ((write, WRITERS), (read, READERS))
        for number in range(many)
    ]
    for one in crowd:
        one.start()
    for one in crowd:
        one.join()
    assert faults == []
    assert min(kept) > 0
    with archive.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(REPORTS)) == sum(kept) + 1
        assert connection.scalar(select(func.count()).select_from(JUDGEMENTS)) == sum(judged)


def test_two_programs_that_collect_the_same_keep_it_once(archive: Archive) -> None:
    """When two keep the same reports at the same moment, each is there once and was new to one of them."""
    reports = [incoming(f"{TEXT} شماره {n}.") for n in range(30)]
    new = list[int]()
    threads = [threading.Thread(target=lambda: new.append(keep(archive, reports).new)) for _ in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert sum(new) == len(reports)
    with archive.reading() as connection:
        assert count(connection, REPORT, Selection(copies=True)).records == len(reports)


@pytest.mark.parametrize("times", [5])
def test_two_that_open_a_new_archive_at_once_both_can(archive: Archive, times: int) -> None:
    """Opening one archive many times at once lays it out once."""
    address = str(archive.url.database) if archive.sqlite else archive.url.render_as_string(hide_password=False)
    faults = list[BaseException]()

    def opened() -> None:
        try:
            with Archive(address), Archive(address):
                pass
        except BaseException as error:  # noqa: BLE001 - handed to the test
            faults.append(error)

    threads = [threading.Thread(target=opened) for _ in range(times)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert faults == []
