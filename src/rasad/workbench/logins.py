"""Whoever tries passwords has few tries: for one name from one address, for one name, and from one address.

A name that nobody has is counted as one that somebody has. A try that succeeds counts for nothing.
"""

from dataclasses import dataclass, field

from rasad.api.pace import Pace
from rasad.archive.accounts import key_of

_QUARTER = 900.0  # seconds


@dataclass(slots=True)
class Logins:
    """The tries of the last quarter of an hour."""

    of_both: Pace = field(default_factory=lambda: Pace(5, _QUARTER))
    of_name: Pace = field(default_factory=lambda: Pace(25, _QUARTER))
    of_address: Pace = field(default_factory=lambda: Pace(50, _QUARTER))

    def wait(self, name: str, address: str) -> int:
        """How many seconds to wait before the next try; 0 where it counts, and is counted."""
        told = self._each(name, address)
        longest = max(pace.wait(who) for pace, who in told)
        if not longest:
            for pace, who in told:
                pace.count(who)
        return longest

    def succeeded(self, name: str, address: str) -> None:
        """The try that was counted last was none."""
        (both, of_both), (names, of_name), (addresses, of_address) = self._each(name, address)
        both.forget(of_both)
        names.forget(of_name)
        addresses.take_back(of_address)

    def _each(self, name: str, address: str) -> tuple[tuple[Pace, str], ...]:
        key = key_of(name)
        return (self.of_both, f"{address} {key}"), (self.of_name, key), (self.of_address, address)
