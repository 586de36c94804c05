"""A time expression means the same days for every reader: only its units and the day of publication count.

Each resolver takes a Clue and returns an EDTF value and a grain; the value is empty where the text
does not say enough. Nothing falls back to the day of publication.
"""

from collections.abc import Callable, Mapping
from typing import Final

from rasad.stages.find.time_clue import Answer, Clue
from rasad.stages.find.time_dates import date_answer, month_answer, months_answer, numeric_answer
from rasad.stages.find.time_relative import (
    ago_answer,
    last_answer,
    next_answer,
    relative_day_answer,
    this_answer,
    weekday_answer,
)
from rasad.stages.find.time_spans import (
    century_answer,
    clock_answer,
    decade_answer,
    occasion_answer,
    season_answer,
    years_answer,
)

_RESOLVERS: Final[Mapping[str, Callable[[Clue], Answer]]] = {
    "numeric": numeric_answer, "date": date_answer, "month": month_answer, "months": months_answer,
    "relative_day": relative_day_answer, "weekday": weekday_answer, "ago": ago_answer, "last": last_answer,
    "next": next_answer, "this": this_answer, "season": season_answer, "decade": decade_answer,
    "century": century_answer, "clock": clock_answer, "occasion": occasion_answer, "years": years_answer,
}


def resolve(name: str, clue: Clue) -> Answer:
    """EDTF value and grain of the expression that the pattern `name` found."""
    try:
        return _RESOLVERS[name](clue)
    except OverflowError:  # a million years ago lies outside every calendar
        return "", "span"
