"""What is remembered of a feed suffices to ask only for what is new, and is never more than its last answer held."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class FeedState:
    """What a feed's server said of its last answer, and the ids of the entries in it that were collected."""

    etag: str = ""
    modified: str = ""
    seen: tuple[str, ...] = ()


class FeedStates(Protocol):
    """Keeps the state of each feed between two collections."""

    def get(self, address: str) -> FeedState | None:
        """What was put last for the feed."""

    def put(self, address: str, state: FeedState) -> None:
        """From now on the state of the feed is this one."""


class Memory:
    """Keeps the states as long as the process lives."""

    def __init__(self) -> None:
        self.states: dict[str, FeedState] = {}

    def get(self, address: str) -> FeedState | None:
        """What was put last for the feed."""
        return self.states.get(address)

    def put(self, address: str, state: FeedState) -> None:
        """From now on the state of the feed is this one."""
        self.states[address] = state
