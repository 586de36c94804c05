"""What is answered: the forms of the answers, which the description of the API tells."""

from typing import Any

from pydantic import BaseModel


class Counted(BaseModel):
    """How many records a selection means, in how many reports of how many sources."""

    records: int
    reports: int
    sources: int


class Item(BaseModel):
    """One record as it stands, with the report it is in; `carried` is how many reports carry the text."""

    id: str
    record: dict[str, Any]
    report: dict[str, Any]
    review: str
    disputed: bool
    rejected: bool
    carried: int


class Items(BaseModel):
    """Part of what a selection means, and how much that is in all."""

    count: Counted
    items: list[Item]


class Said(BaseModel):
    """A judgement; `counts` is false for one that was undone."""

    id: str
    record: str
    kind: str
    reviewer: str
    field: str
    value: Any
    judged: Any
    why: str
    made: str
    manner: str
    counts: bool


class WholeReport(BaseModel):
    """A report with its text, its records as they stand, its coding, and everything that was ever made of it."""

    report: dict[str, Any]
    records: list[dict[str, Any]]
    coding: dict[str, Any]
    codings: list[dict[str, Any]]
    copies: list[dict[str, Any]]
    judgements: list[Said]


class WholeRecord(BaseModel):
    """A record as it stands, with its report and every judgement about it."""

    id: str
    record: dict[str, Any]
    report: dict[str, Any]
    judgements: list[Said]


class Kept(BaseModel):
    """The judgement that was kept, and the record it is about as it stands now; null where it stands no longer."""

    judgement: Said
    record: dict[str, Any] | None


class Frozen(BaseModel):
    """A release, with the digest of its lines and the line to cite it by."""

    name: str
    what: str
    chosen: dict[str, Any]
    made: str
    rows: int
    digest: str
    citation: str


class AgreedOn(BaseModel):
    """Agreement on one field of records that several judged; `differing` is on how many not all agree."""

    field: str
    records: int
    differing: int
    agreed: float
    alpha: float | None


class Agreed(BaseModel):
    """How far reviewers agree: records that several judged, the share of pairs that agree, Krippendorff's alpha."""

    records: int
    agreed: float | None
    alpha: float | None
    fields: list[AgreedOn]


class Health(BaseModel):
    """That the archive answers."""

    status: str
