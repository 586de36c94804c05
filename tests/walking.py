"""Every page and form of the workbench, by its route: whoever adds one has it walked by the tests that say so."""

from collections.abc import Iterator

from fastapi.routing import APIRoute

from rasad.workbench.app import PARTS

CODE = "IRN"  # what stands in a path that is about neither a report nor a record
AGREEMENT = "jcpoa"


def routes(method: str) -> Iterator[str]:
    """The paths of all routes that answer a method, as they are declared."""
    for part in PARTS:
        for route in part.router.routes:
            if isinstance(route, APIRoute) and method in (route.methods or ()):
                yield route.path


def address(path: str, record: str) -> str:
    """The address of a route about a record or its report."""
    about = {"reports": record.partition(".")[0], "records": record, "agreements": AGREEMENT}
    told = about.get(path.split("/")[1], CODE)
    return "/".join(told if part.startswith("{") else part for part in path.split("/"))
