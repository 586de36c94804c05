"""What a figure counts is an address of the events: the same filters, with the sides of the figure."""

from dataclasses import replace
from typing import Any

from rasad.archive.selection import Selection, selection
from rasad.pack import ontology
from rasad.workbench.choosing import query


def events(chosen: Selection, sort: str = "", **parts: Any) -> str:  # noqa: ANN401 - parts of a selection
    """The address of the events of a selection with these parts, of one `sort` or of both."""
    asked = selection({**chosen.told(), **parts})
    return f"/events?{query(replace(asked, type=types_of(sort, asked)) if sort else asked)}"


def statements(chosen: Selection, **parts: Any) -> str:  # noqa: ANN401
    """The address of the statements of a selection with these parts."""
    return events(chosen, **parts).replace("/events", "/statements", 1)


def types_of(sort: str, chosen: Selection) -> tuple[str, ...]:
    """The types of events that are conflict, or cooperation, as far as they are selected."""
    sorts = dict.fromkeys(kind for (kind, _), (quad, _, _) in ontology().items() if quad.endswith(sort))
    return tuple(kind for kind in sorts if not chosen.type or kind in chosen.type)
