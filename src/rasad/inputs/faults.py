"""A fault says in one line which item could not be coded, why, and what to do about it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One item that could not be coded: its name, what is wrong with it, and what to do."""

    item: str
    what: str
    remedy: str = ""

    def __str__(self) -> str:
        line = f"{self.item}: {self.what}"
        if self.remedy:
            line += f"; {self.remedy}"
        return "".join(char if char.isprintable() else " " for char in line)


class InputError(ValueError):
    """Raised where an item cannot be read as a report; `what` and `remedy` make a fault of it."""

    def __init__(self, what: str, remedy: str = "") -> None:
        super().__init__(f"{what}; {remedy}" if remedy else what)
        self.what, self.remedy = what, remedy

    def of(self, item: str) -> Fault:
        """The fault of the named item."""
        return Fault(item, self.what, self.remedy)
