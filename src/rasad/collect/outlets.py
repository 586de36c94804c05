"""The sources file says of each outlet its names, hosts, language, country, ownership and feeds; nothing else does."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from rasad.language.fold import fold
from rasad.language.tables import merged, values
from rasad.pack import SOURCES

_ZONES: Final = {"IRN": "Asia/Tehran", "AFG": "Asia/Kabul"}
_UTC: Final = ("Z", "+00:00")
_DOORS: Final = ("www.", "m.", "amp.", "mobile.")  # doors of the same house


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes: `id` names the source of its reports; `country` is where it is, ISO 3166-1 alpha-3."""

    id: str
    name: str
    persian: str
    hosts: tuple[str, ...]
    language: str
    country: str
    ownership: str
    feeds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outlets:
    """All outlets, found by their id or a name, and by the address of a page."""

    by_id: Mapping[str, Outlet]
    by_name: Mapping[str, Outlet]
    by_host: Mapping[str, Outlet]

    def named(self, name: str) -> Outlet | None:
        """The outlet of this id, English name or Persian name."""
        return self.by_id.get(name) or self.by_name.get(_key(name))

    def source_of(self, address: str) -> str:
        """The id of the outlet whose page this is; its bare host where no outlet has it."""
        parts = urlsplit(address)
        host = _bare(parts.hostname or "")
        while host:
            for key in (f"{host}/{parts.path.strip('/').partition('/')[0]}", host):
                if key in self.by_host:
                    return self.by_host[key].id
            host = host.partition(".")[2]
        return _bare(parts.hostname or "")

    def local(self, published: str, source: str) -> str:
        """The moment by the clocks where the outlet is, if it is told in UTC: a day's news are those of its own day."""
        outlet = self.by_id.get(source)
        zone = _ZONES.get(outlet.country) if outlet else None
        if zone is None or not published.endswith(_UTC):
            return published
        try:
            return datetime.fromisoformat(published).astimezone(ZoneInfo(zone)).isoformat()
        except (ValueError, OverflowError, ZoneInfoNotFoundError):
            return published


@lru_cache(maxsize=4)
def load_outlets(*folders: Path) -> Outlets:
    """The outlets of the package, and of the users' folders named."""
    rows = merged(SOURCES.name, SOURCES.parent, *folders)
    every = [Outlet(row["id"], row["name"], row["fa"], tuple(values(row, "hosts")), row["language"], row["country"],
                    row["ownership"], tuple(values(row, "feeds"))) for row in rows]
    return Outlets({one.id: one for one in every},
                   {_key(name): one for one in every for name in (one.name, one.persian) if name},
                   {host: one for one in every for host in one.hosts})


def feeds_of(name: str, outlets: Outlets) -> Iterator[str]:
    """The feeds of the outlet named, or of every outlet where the name is "all"; LookupError for an unknown name."""
    one = outlets.named(name)
    if name != "all" and one is None:
        raise LookupError(name)
    for outlet in [one] if one else outlets.by_id.values():
        yield from outlet.feeds


def _bare(host: str) -> str:
    return next((host.removeprefix(door) for door in _DOORS if host.startswith(door)), host)


def _key(name: str) -> str:
    return fold(name).replace(" ", "")
