"""Rasad reads news reports and keeps who said what, who did what to whom, and according to whom.

    >>> import rasad
    >>> coded = rasad.code("…", published="2023-09-19")

The names are loaded when they are first used, so that importing the package costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from rasad.compiled import FOLDERS

if TYPE_CHECKING:
    from rasad.inputs import InputError
    from rasad.public import code, repair
    from rasad.records import (
        Actor,
        Agreement,
        Casualties,
        CodedReport,
        Coder,
        Event,
        Party,
        Place,
        PlaceMentions,
        Report,
        ReportHead,
        Span,
        Statement,
        Time,
        as_dict,
    )
    from rasad.schema import json_schema
    from rasad.stages.repair import Boilerplate, Repaired, Step

__version__ = "0.1.0"
__path__[:0] = FOLDERS

__all__ = [
    "Actor",
    "Agreement",
    "Boilerplate",
    "Casualties",
    "CodedReport",
    "Coder",
    "Event",
    "InputError",
    "Party",
    "Place",
    "PlaceMentions",
    "Repaired",
    "Report",
    "ReportHead",
    "Span",
    "Statement",
    "Step",
    "Time",
    "__version__",
    "as_dict",
    "code",
    "json_schema",
    "repair",
]

_HOMES = {
    "InputError": "rasad.inputs",
    "code": "rasad.public",
    "repair": "rasad.public",
    "json_schema": "rasad.schema",
    "Boilerplate": "rasad.stages.repair",
    "Repaired": "rasad.stages.repair",
    "Step": "rasad.stages.repair",
}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(_HOMES.get(name, "rasad.records")), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
