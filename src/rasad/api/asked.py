"""What can be asked: the parts of a selection under their own names, one given twice widening it."""

import json
from typing import Annotated, Any, Literal

from fastapi import Path, Query
from pydantic import BaseModel, ConfigDict, Field, field_validator

from rasad.archive.selection import PARTS, Selection, selection

_MOST = 50  # values of one part
What = Literal["events", "statements", "reports"]
Value = Annotated[str, Field(max_length=200)]


def _values(told: str) -> Any:  # noqa: ANN401 - what a field of a model is declared by
    return Field(default_factory=list, max_length=_MOST, description=told)


class Chosen(BaseModel):
    """A selection; parts narrow each other, several values of one part widen it."""

    model_config = ConfigDict(extra="forbid")

    words: str = Field("", max_length=1000, description="Words the report holds, in any spelling; “in quotes” together")
    actor: list[Value] = _values("Who did it: a code (ISR also means ISR.MIL), an id, or a name")
    recipient: list[Value] = _values("Whom it was done to")
    party: list[Value] = _values("Whoever is on either side")
    dyad: list[Value] = _values("The two sides with a comma between, in either direction")
    type: list[Value] = _values("PLOVER type")
    mode: list[Value] = _values("PLOVER mode")
    quad: list[Value] = _values("verbal or material cooperation or conflict, as “verbal conflict”")
    status: list[Value] = _values("actual, historical, future, hypothetical or negated")
    place: list[Value] = _values("A name, an id, or the code of a country")
    spot: list[Value] = _values("The id of a place, and nothing else")
    precision: list[Value] = _values("How near its point is: settlement, district, region, country; none for no point")
    since: str = Field("", max_length=10, description="From this day, month or year on")
    until: str = Field("", max_length=10, description="Up to this day, month or year")
    source: list[Value] = _values("The outlet")
    language: list[Value] = _values("The language of the report")
    speaker: list[Value] = _values("Who says it")
    according: list[Value] = _values("Who vouches for it; outlet for the reporter")
    review: list[Value] = _values("machine, reviewed, adjudicated or disputed")
    agreement: list[Value] = _values("An agreement it falls under")
    report: list[Value] = _values("One report")
    copies: bool = Field(default=False, description="Also reports that carry the text of another")
    rejected: bool = Field(default=False, description="Also what reviewers rejected")

    def selection(self) -> Selection:
        """The selection that is asked for."""
        return selection({name: getattr(self, name) for name in PARTS})


class Page(Chosen):
    """A selection, and which part of it to show."""

    limit: int = Field(50, ge=1, le=500, description="How many at most")
    offset: int = Field(0, ge=0, le=1_000_000_000, description="How many to leave out before")


class Exported(Chosen):
    """A selection or a release, to export."""

    what: What = "events"
    release: str = Field("", max_length=100, description="A release instead of a selection")


class Judging(BaseModel):
    """What a reviewer says of a record; `judgement` is the one that an undo takes back."""

    model_config = ConfigDict(extra="forbid")

    kind: Literal["accept", "reject", "correct", "undo"]
    changes: dict[str, Any] = Field(default_factory=dict, description="Of a correction: the fields and their values")
    judgement: str = Field("", pattern="^(j[0-9a-f]{16})?$")
    reviewer: str = Field("", max_length=100, description="Only where no token names one")
    why: str = Field("", max_length=2000)
    manner: Literal["", "blind", "adjudicating"] = Field("", description="How others are minded")
    side: str = Field("", max_length=100, description="Of an adjudication: the reviewer whose version it starts from")

    @field_validator("changes", "reviewer", "why", "side")
    @classmethod
    def _sound(cls, value: Any) -> Any:  # noqa: ANN401 - of one of several fields
        return sound(value)


class Adding(BaseModel):
    """A record that the coder missed: a type and its evidence, or a speaker and the content, and what else is known."""

    model_config = ConfigDict(extra="forbid")

    record: dict[str, Any]
    reviewer: str = Field("", max_length=100, description="Only where no token names one")
    why: str = Field("", max_length=2000)

    @field_validator("record", "reviewer", "why")
    @classmethod
    def _sound(cls, value: Any) -> Any:  # noqa: ANN401 - of one of several fields
        return sound(value)


def sound(value: Any) -> Any:  # noqa: ANN401 - any JSON
    """The value itself, which every database can keep; ValueError for one that none can."""
    try:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False)
        text.encode()
    except (ValueError, RecursionError):
        raise ValueError("holds numbers or characters that no text has") from None
    if "\\u0000" in text:
        raise ValueError("holds a NUL character")
    return value


InPage = Annotated[Page, Query()]
InExport = Annotated[Exported, Query()]
ReportId = Annotated[str, Path(pattern="^r[0-9a-f]{16}$", description="The id of a report")]
RecordId = Annotated[str, Path(pattern=r"^r[0-9a-f]{16}\.[es][0-9a-f]{1,16}$", description="The id of a record")]
