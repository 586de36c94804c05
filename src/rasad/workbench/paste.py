"""A text that is pasted and a file that is dropped are collected as they would be on the command line."""

import threading
from collections.abc import Iterable
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from fastapi import APIRouter
from starlette.datastructures import UploadFile
from starlette.responses import Response

from rasad.archive.collecting import Collector, FeedMemory, Tally
from rasad.archive.keeping import with_id
from rasad.archive.opening import Archive
from rasad.archive.prepared import prepare
from rasad.batch import Work
from rasad.collect.arrivals import Arrival
from rasad.collect.files import from_path
from rasad.inputs import Fault, InputError, Limits, report_of
from rasad.workbench.rendering import onward, page
from rasad.workbench.visits import Posted, Sending, Visiting

router = APIRouter()
_FIELDS = ("text", "title", "source", "published", "url")
_WAY, _MEDIA = "paste", "text/plain"
_TURN = threading.Lock()  # one after another: coding takes the whole processor


@router.get("/paste")
def form(visit: Visiting) -> Response:
    """The form for a text or a file."""
    return page(visit, "paste.html", values=dict.fromkeys(_FIELDS, ""), fault=None, tally=None)


@router.post("/paste")
def paste(sent: Sending) -> Response:
    """The text is coded and kept, and shown as its report."""
    values = {name: sent.one(name).strip() if name != "text" else sent.one(name) for name in _FIELDS}
    try:
        report = report_of(values)
    except InputError as error:
        return page(sent.visit, "paste.html", 400, values=values, fault=error, tally=None)
    tally = _collected(sent.visit.archive, [Arrival(report, report.text.encode(), _MEDIA, _WAY, "")])
    if tally.faults:
        return page(sent.visit, "paste.html", 400, values=values, fault=tally.faults[0], tally=None)
    return onward(f"/reports/{with_id(report).id}")


@router.post("/files")
def files(sent: Sending) -> Response:
    """The reports of the files are coded and kept; what came in, and what was refused, is told."""
    with TemporaryDirectory() as folder:
        tally = _collected(sent.visit.archive, _arrivals(sent, Path(folder)))
    return page(sent.visit, "paste.html", values=dict.fromkeys(_FIELDS, ""), fault=None, tally=tally)


def _arrivals(sent: Posted, folder: Path) -> Iterable[Arrival | Fault]:
    for number, file in enumerate(sent.form.getlist("file")):
        if not isinstance(file, UploadFile) or not file.filename:
            continue
        place = folder / str(number) / (PurePath(file.filename.replace("\\", "/")).name.replace("\0", "") or "file")
        place.parent.mkdir()
        try:
            place.write_bytes(file.file.read())
        except OSError:
            yield Fault(file.filename[:100], "no file can have this name", "give it a shorter one")
            continue
        for arrival in from_path(str(place), Limits()):
            yield _named(arrival, f"{place.parent}/") if isinstance(arrival, Fault) else arrival


def _named(fault: Fault, folder: str) -> Fault:
    """The fault under the name that the file had where it came from."""
    return Fault(fault.item.replace(folder, ""), fault.what.replace(folder, ""), fault.remedy)


def _collected(archive: Archive, arrivals: Iterable[Arrival | Fault]) -> Tally:
    with _TURN:
        collector = Collector(archive, Work(prepare), FeedMemory(archive))
        for _ in collector.collect(arrivals):
            pass
    return collector.tally
