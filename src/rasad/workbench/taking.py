"""Files that are dropped and an address that is given are taken in beside the pages; how far that is, a page shows."""

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path, PurePath
from shutil import copyfileobj
from tempfile import TemporaryDirectory
from typing import Annotated

from fastapi import APIRouter
from fastapi import Path as InPath
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response

from rasad.archive.errors import MissingError
from rasad.archive.headings import headings
from rasad.collect import FeedStates, Fetcher, arrivals, expected
from rasad.collect.addresses import target_of
from rasad.collect.arrivals import Arrival
from rasad.collect.files import from_path
from rasad.collect.politeness import Patience, Turns
from rasad.inputs import Fault, InputError, Limits
from rasad.workbench.intakes import Intake, Intakes
from rasad.workbench.paste import blank
from rasad.workbench.rendering import onward, page
from rasad.workbench.visits import Sending, Visiting

router = APIRouter()
IntakeId = Annotated[str, InPath(pattern="^[0-9a-f]{16}$")]
Items = Iterator[Arrival | Fault]
_SOON = 1.0  # seconds in which most intakes end
_FEW, _LITTLE = 20, 200_000  # reports, or bytes where they cannot be counted, that are a small intake
LARGEST = 20_000_000  # bytes of a page
_TURNS = Turns(Patience())  # a host is asked no oftener, however many intakes want something of it


@router.post("/files")
def files(sent: Sending) -> Response:
    """The files are being taken in."""
    folder = TemporaryDirectory(prefix="rasad-")
    sendings = [one for one in sent.form.getlist("file") if isinstance(one, UploadFile) and one.filename]
    places, faults = _stored(sendings, Path(folder.name))
    total = expected(places)
    size = sum(Path(one).stat().st_size for one in places)
    intake = Intake([PurePath(one).name for one in places], None if total is None else total + len(faults),
                    size <= _LITTLE if total is None else total <= _FEW)
    return _begun(intakes_of(sent.visit.request).begin(
        intake, lambda _: chain(faults, *map(_of_file, places)), folder.cleanup))


@router.post("/address")
def address(sent: Sending) -> Response:
    """What stands at the address is being taken in; one that is none is told."""
    given = sent.one("address").strip()
    given = given if "://" in given or not given else f"https://{given}"
    try:
        target_of(given)
    except InputError as error:
        return page(sent.visit, "paste.html", 400, **{**blank(sent.visit.request), "address": given, "fault": error})

    def stream(states: FeedStates) -> Items:
        fetcher = fetcher_for(given, here=sent.visit.request.app.state.here)
        return arrivals([given], limits=Limits(), fetcher=fetcher, states=states)

    return _begun(intakes_of(sent.visit.request).begin(Intake([given]), stream))


@router.get("/intakes/{id_}")
def shown(visit: Visiting, id_: IntakeId) -> Response:
    """How far an intake has come; when it has ended, what came of it."""
    intake = _known(visit.request, id_)
    with visit.archive.reading() as connection:
        added, already = (headings(connection, ids) for ids in (intake.tally.added, intake.tally.already))
    return page(visit, "intake.html", intake=intake, tally=intake.tally, added=added, already=already,
                before=_before(visit.request, intake))


@router.post("/intakes/{id_}/stop")
def stop(sent: Sending, id_: IntakeId) -> Response:
    """The intake takes in nothing more."""
    intake = _known(sent.visit.request, id_)
    intake.stopping.set()
    return _begun(intake)


def fetcher_for(given: str, *, here: bool) -> Fetcher:
    """What fetches an address that somebody gave; one of this machine or its net only where nobody else reaches us."""
    return Fetcher(turns=_TURNS, typed=given if here else "", largest=LARGEST)


def intakes_of(request: Request) -> Intakes:
    """The intakes of the archive that is served."""
    intakes: Intakes = request.app.state.intakes
    return intakes


def _known(request: Request, id_: str) -> Intake:
    intake = intakes_of(request).get(id_)
    if intake is None:
        raise MissingError("no such intake", "what it has kept is among the reports")
    return intake


def _before(request: Request, intake: Intake) -> int:
    """How many intakes stand before this one in the line."""
    line = intakes_of(request).going_on()
    return line.index(intake) if intake in line else 0


def _begun(intake: Intake) -> Response:
    intake.over.wait(_SOON)
    return onward(f"/intakes/{intake.id}")


def _stored(sendings: Sequence[UploadFile], folder: Path) -> tuple[list[str], list[Fault]]:
    """Where the files are, each in a folder of its own, and those that cannot be there."""
    places, faults = list[str](), list[Fault]()
    for number, file in enumerate(sendings):
        name = PurePath((file.filename or "").replace("\\", "/")).name.replace("\0", "") or "file"
        place = folder / str(number) / name
        place.parent.mkdir()
        try:
            with place.open("wb") as out:
                copyfileobj(file.file, out)
        except OSError:
            faults.append(Fault(name[:100], "no file can have this name", "give it a shorter one"))
        else:
            places.append(str(place))
    return places, faults


def _of_file(place: str) -> Items:
    """What the file gives, its faults under the name it had where it came from."""
    folder = f"{Path(place).parent}/"
    for one in from_path(place, Limits()):
        yield Fault(one.item.replace(folder, ""), one.what.replace(folder, ""), one.remedy) \
            if isinstance(one, Fault) else one
