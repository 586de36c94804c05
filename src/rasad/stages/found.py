"""A coding is everything the stages found in one report, before it is put into records."""

from dataclasses import dataclass

from rasad.records import Report
from rasad.stages.attribute.speech import Speech
from rasad.stages.code.drafts import Draft, PlaceName
from rasad.stages.reading import Reading
from rasad.stages.repair import Repaired


@dataclass(frozen=True, slots=True)
class Coding:
    """The readings and speeches of a report, and its events: as each trigger tells them, and each once."""

    report: Report
    repaired: Repaired
    readings: list[Reading]
    places: list[list[PlaceName]]
    speeches: list[Speech]
    drafts: list[Draft]
    events: list[Draft]
