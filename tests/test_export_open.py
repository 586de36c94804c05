"""Exports open in the tools that analysts use, with the values that were exported."""

import io
from pathlib import Path
from typing import Any

import duckdb
import geopandas
import pandas as pd
import pytest
from told import export, tell

from rasad.archive import Archive

TEXTS = ["LBN.CVL", "LBN.MED"]


@pytest.fixture
def told(tmp_path: Path, archive: Archive) -> tuple[Path, list[str]]:
    """A folder with the events of a known archive in every format, and their ids."""
    ids = tell(archive)
    for form in ("csv", "jsonl", "parquet", "geojson", "plover", "acled", "gdelt"):
        (tmp_path / f"events.{form}").write_bytes(export(archive, form))
    (tmp_path / "nothing.parquet").write_bytes(export(archive, "parquet", actor="BRA"))
    (tmp_path / "nothing.geojson").write_bytes(export(archive, "geojson", actor="BRA"))
    return tmp_path, ids


def row(table: Any, key: str, id_: str) -> Any:
    """The row of a data frame with the id."""
    return table.set_index(key).loc[id_]


def test_pandas_reads_the_sheet(told: tuple[Path, list[str]]) -> None:
    """Numbers are numbers and Persian is Persian in a data frame of the sheet."""
    folder, ids = told
    found = row(pd.read_csv(folder / "events.csv"), "id", ids[0])
    assert (found["lat"], found["score"], found["actor_names"], found["place"]) == (33.2733, -9.5, "ارتش اسرائیل",
                                                                                    "صور")


def test_pandas_reads_parquet_with_lists(told: tuple[Path, list[str]]) -> None:
    """A column of several values is a list of them, and a number that is not told is missing."""
    folder, ids = told
    table = pd.read_parquet(folder / "events.parquet")
    found = row(table, "id", ids[0])
    assert list(found["recipients"]) == TEXTS
    assert list(found["casualties"]) == ["killed 3-5 LBN.CVL", "injured 10 LBN.CVL"]
    assert pd.isna(row(table, "id", ids[2])["lat"])
    assert table["disputed"].dtype == bool


def test_pandas_reads_acled_and_gdelt(told: tuple[Path, list[str]]) -> None:
    """Dates, numbers and types of both open as such."""
    folder, ids = told
    acled = pd.read_csv(folder / "events.acled", parse_dates=["event_date"])
    assert row(acled, "event_id_cnty", ids[0])["event_date"] == pd.Timestamp(2026, 5, 9)
    assert acled["fatalities"].sum() == 3
    gdelt = pd.read_csv(folder / "events.gdelt", sep="\t", dtype={"EventCode": str})
    assert gdelt["GLOBALEVENTID"].dtype == "int64"
    assert row(gdelt, "id", ids[0])["GoldsteinScale"] == -10


def test_duckdb_reads_the_sheet_json_and_parquet(told: tuple[Path, list[str]]) -> None:
    """The three give the same answer to a question in SQL."""
    folder, ids = told
    with duckdb.connect() as db:
        for source in ("read_csv('{}/events.csv')", "read_parquet('{}/events.parquet')"):
            query = f"SELECT id, lat FROM {source.format(folder)} WHERE type = 'ASSAULT' AND status = 'actual'"  # noqa: S608
            assert db.execute(query).fetchall() == [(ids[0], 33.2733)]
        query = f"SELECT id, record.place.lat FROM read_json('{folder}/events.jsonl') WHERE record.status = 'negated'"  # noqa: S608
        assert db.execute(query).fetchall() == [(ids[1], 33.2733)]
        query = f"SELECT id FROM read_parquet('{folder}/events.parquet') WHERE list_contains(recipients, 'LBN.MED')"  # noqa: S608
        assert sorted(db.execute(query).fetchall()) == sorted((id_,) for id_ in ids[:2])


def test_geopandas_reads_geojson(told: tuple[Path, list[str]]) -> None:
    """Points lie where the place is, longitude and latitude in their order, in WGS 84."""
    folder, ids = told
    layer = geopandas.read_file(folder / "events.geojson")
    assert layer.crs.to_epsg() == 4326
    point = row(layer, "id", ids[0]).geometry
    assert (point.x, point.y) == (35.1939, 33.2733)
    assert len(layer) == 2


def test_exports_of_nothing_open_too(told: tuple[Path, list[str]]) -> None:
    """A selection that means nothing is an empty table, with its columns."""
    folder, _ = told
    empty = pd.read_parquet(folder / "nothing.parquet")
    assert len(empty) == 0
    assert "recipients" in empty
    assert pd.read_json(io.BytesIO((folder / "nothing.geojson").read_bytes()), typ="series")["features"] == []
