"""What went wrong with an archive, said in one line with what to do about it."""


from rasad.inputs.faults import Refused


class ArchiveError(Refused):
    """Raised where an archive cannot be opened, read or written; nothing acknowledged is lost."""


class MissingError(ArchiveError):
    """Raised where there is nothing with the id or name that was given."""


class UnavailableError(ArchiveError):
    """Raised where the database cannot do its work at the moment."""
