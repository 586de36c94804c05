"""The archive keeps every report, coding and judgement for good, and leads each figure back to its sentence."""

from rasad.archive.errors import ArchiveError
from rasad.archive.opening import Archive

__all__ = ["Archive", "ArchiveError"]
