"""What went wrong with an archive, said in one line with what to do about it."""


from rasad.inputs.faults import Refused


class ArchiveError(Refused):
    """Raised where an archive cannot be opened, read or written; nothing acknowledged is lost."""
