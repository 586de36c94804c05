"""Reports are dealt into parts by their ids, so that each is measured by weights fitted on the others."""

PARTS = 5


def part_of(report: str) -> int:
    """The part that a report is in: the same one in every fit."""
    return int.from_bytes(report.encode()[-8:]) % PARTS
