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


class Refused(Exception):  # noqa: N818 - it is the answer that is named
    """Raised where what was asked cannot be done; the message says why, and what to do."""

    def __init__(self, what: str, remedy: str = "") -> None:
        super().__init__(f"{what}; {remedy}" if remedy else what)
        self.what, self.remedy = what, remedy


class InputError(ValueError):
    """Raised where an item cannot be read as a report; `what` and `remedy` make a fault of it."""

    def __init__(self, what: str, remedy: str = "") -> None:
        super().__init__(f"{what}; {remedy}" if remedy else what)
        self.what, self.remedy = what, remedy

    def of(self, item: str) -> Fault:
        """The fault of the named item."""
        return Fault(item, self.what, self.remedy)


def bug_line(error: BaseException) -> str:
    """What a fault of the program is and where it happened, in one line."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = ""
    if trace is not None:
        path = trace.tb_frame.f_code.co_filename.replace("\\", "/")
        where = f" in {path.rpartition('/rasad/')[2] or path}:{trace.tb_lineno}"
    reason = " ".join(str(error).split())[:200]
    return f"internal error: {type(error).__name__}{f' ({reason})' if reason else ''}{where}; please report it"
