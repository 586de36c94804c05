"""Parquet: one record a row, columns with types, lists as lists, written a group of rows at a time."""

from collections.abc import Iterable
from itertools import islice
from typing import IO

import pyarrow as pa
import pyarrow.parquet as pq

from rasad.archive.finding import EVENT, REPORT, STATEMENT, Found
from rasad.export import Written
from rasad.export.flat import row

_GROUP = 5000  # rows
_TEXT, _TEXTS, _WHOLE, _REAL, _SWITCH = pa.string(), pa.list_(pa.string()), pa.int64(), pa.float64(), pa.bool_()
_HEAD = dict.fromkeys(("id", "report", "source", "language", "published", "url"), _TEXT)
_REVIEW = {"review": _TEXT, "disputed": _SWITCH, "rejected": _SWITCH, "carried": _WHOLE}
_SPAN = {"evidence": _TEXT, "start": _WHOLE, "end": _WHOLE}
_SIDES = {f"{side}{part}": _TEXTS for side in ("actor", "recipient") for part in ("s", "_names", "_ids")}
SCHEMAS = {
    EVENT: pa.schema({
        **_HEAD, "type": _TEXT, "mode": _TEXT, "quad": _TEXT, "score": _REAL, "cameo": _TEXT, "status": _TEXT,
        "date": _TEXT, **_SIDES, "place": _TEXT, "place_id": _TEXT, "place_name": _TEXT, "country": _TEXT,
        "lat": _REAL, "lon": _REAL, "precision": _TEXT, "according_to": _TEXTS, "statement": _TEXT, "speaker": _TEXT,
        "casualties": _TEXTS, "agreements": _TEXTS, **_SPAN, "confidence": _REAL, "rule": _TEXT, **_REVIEW}),
    STATEMENT: pa.schema({
        **_HEAD, "speaker": _TEXT, "speaker_id": _TEXT, "speaker_code": _TEXT, "cue": _TEXT, "form": _TEXT,
        "to": _TEXTS, "within": _TEXT, **_SPAN, **_REVIEW}),
    REPORT: pa.schema({
        **dict.fromkeys(("id", "source", "language", "published", "url", "title", "text"), _TEXT),
        "characters": _WHOLE, "way": _TEXT, "collected": _TEXT, "carried": _WHOLE}),
}


def write(what: str, found: Iterable[Found], out: IO[bytes]) -> Written:
    """The records stand in the stream as a Parquet file, also where there are none."""
    rows, waiting = 0, iter(found)
    with pq.ParquetWriter(out, SCHEMAS[what], compression="zstd") as writer:
        while group := [row(what, one) for one in islice(waiting, _GROUP)]:
            writer.write_table(pa.Table.from_pylist(group, schema=SCHEMAS[what]))
            rows += len(group)
    return Written(rows)
