"""A page of a list is named in the address; one that is no number, or too far on, is the nearest there is."""

from dataclasses import dataclass

from starlette.datastructures import QueryParams

_FURTHEST = 1_000_000


@dataclass(frozen=True, slots=True)
class Paging:
    """Which part of a list is shown: page `number`, from 1 on, of `size` items each, of `total` items."""

    number: int
    size: int
    total: int

    @property
    def offset(self) -> int:
        """How many items come before."""
        return (self.number - 1) * self.size

    @property
    def last(self) -> int:
        """The number of the last page."""
        return max(1, -(-self.total // self.size))

    @property
    def first_item(self) -> int:
        """The number of the first item shown; 0 where there is none."""
        return min(self.offset + 1, self.total)

    @property
    def last_item(self) -> int:
        """The number of the last item shown."""
        return min(self.offset + self.size, self.total)


def paging(params: QueryParams, size: int, total: int) -> Paging:
    """The page that an address asks for."""
    told = params.get("page", "1")
    number = int(told) if told.isascii() and told.isdigit() and len(told) < 10 else 1
    last = max(1, -(-total // size))
    return Paging(max(1, min(number, last, _FURTHEST)), size, total)
