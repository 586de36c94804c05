"""What went wrong with an archive, said in one line with what to do about it."""


class ArchiveError(Exception):
    """Raised where an archive cannot be opened, read or written; nothing acknowledged is lost."""

    def __init__(self, what: str, remedy: str = "") -> None:
        super().__init__(f"{what}; {remedy}" if remedy else what)
        self.what, self.remedy = what, remedy
