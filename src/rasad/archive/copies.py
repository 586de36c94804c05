"""Two reports are copies when nine tenths of what they say, word after word, is the same; the first to carry it leads.

A signature stands for the runs of words of a text; signatures agree in as many places as the texts share
runs. Reports that agree in a whole band of their signatures are compared, others never are.
"""

import struct
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b

from rensa import RMinHash
from sqlalchemy import Connection, bindparam, select

from rasad.archive.inserting import inserted
from rasad.archive.tables import BANDS, CARRIED, REPORTS, SIGNATURES

_VALUES, _BAND, _SEED = 60, 6, 7
_RUN = 3  # words
_SHORTEST = 12  # words; shorter texts say the same by chance
_LIKE = 0.8
_FORM = struct.Struct(f"<{_VALUES}I")
_ASKED = 500  # values asked for at a time

Signature = list[int]


def signature(tokens: Sequence[str]) -> Signature:
    """The signature of a text; empty for one too short to tell copies by."""
    if len(tokens) < _SHORTEST:
        return []
    made = RMinHash(num_perm=_VALUES, seed=_SEED)
    made.update([" ".join(tokens[i:i + _RUN]) for i in range(len(tokens) - _RUN + 1)])
    return list(made.digest())


def likeness(one: Sequence[int], other: Sequence[int]) -> float:
    """The share of two texts that is the same, as their signatures tell."""
    return sum(a == b for a, b in zip(one, other, strict=True)) / _VALUES


def link(connection: Connection, fresh: Mapping[int, Signature]) -> int:
    """The fresh reports are linked with those whose text they carry; how many are copies of an earlier one."""
    told = {number: values for number, values in fresh.items() if values}
    bands = {number: _bands(values) for number, values in told.items()}
    _keep(connection, told, bands)
    near = _near(connection, bands)
    before = _signatures(connection, {other for others in near.values() for other in others} - set(told))
    groups = _Groups()
    for number, others in near.items():
        for other in others:
            if other != number and likeness(told[number], told.get(other) or before[other]) >= _LIKE:
                groups.join(number, other)
    return _carry(connection, groups)


def _bands(values: Signature) -> list[int]:
    """A hash for each band of the signature, told apart by where the band stands."""
    packed = _FORM.pack(*values)
    width = 4 * _BAND
    return [_hash(packed[at:at + width], at) for at in range(0, len(packed), width)]


def _hash(band: bytes, at: int) -> int:
    return int.from_bytes(blake2b(band, digest_size=8, salt=at.to_bytes(2, "little")).digest(), "little", signed=True)


def _keep(connection: Connection, told: Mapping[int, Signature], bands: Mapping[int, Sequence[int]]) -> None:
    inserted(connection, SIGNATURES, [{"report": n, "values": _FORM.pack(*values)} for n, values in told.items()])
    inserted(connection, BANDS, [{"hash": h, "report": n} for n, hashes in bands.items() for h in set(hashes)])


def _near(connection: Connection, bands: Mapping[int, Sequence[int]]) -> dict[int, set[int]]:
    """For each fresh report, those that share a band with it."""
    holders: dict[int, list[int]] = {}
    wanted = sorted({h for hashes in bands.values() for h in hashes})
    query = select(BANDS.c.hash, BANDS.c.report).where(BANDS.c.hash.in_(bindparam("hashes", expanding=True)))
    for at in range(0, len(wanted), _ASKED):
        for hash_, report in connection.execute(query, {"hashes": wanted[at:at + _ASKED]}):
            holders.setdefault(hash_, []).append(report)
    return {n: {other for h in hashes for other in holders[h]} - {n} for n, hashes in bands.items()}


def _signatures(connection: Connection, numbers: Iterable[int]) -> dict[int, tuple[int, ...]]:
    out: dict[int, tuple[int, ...]] = {}
    wanted = sorted(numbers)
    query = select(SIGNATURES.c.report, SIGNATURES.c["values"])
    for at in range(0, len(wanted), _ASKED):
        for report, packed in connection.execute(query.where(SIGNATURES.c.report.in_(wanted[at:at + _ASKED]))):
            out[report] = _FORM.unpack(packed)
    return out


class _Groups:
    """Reports that are copies of each other, by any of them."""

    def __init__(self) -> None:
        self.of: dict[int, set[int]] = {}

    def join(self, one: int, other: int) -> None:
        """The two and all that are copies of either are one group."""
        both = self.of.get(one, {one}) | self.of.get(other, {other})
        for number in both:
            self.of[number] = both

    def all(self) -> list[set[int]]:
        """Each group once."""
        return list({id(group): group for group in self.of.values()}.values())


def _carry(connection: Connection, groups: _Groups) -> int:
    """Each group, with whoever was linked to one of it before, is led by its earliest report."""
    copies = 0
    for group in groups.all():
        leads = select(CARRIED.c.first).where(CARRIED.c.report.in_(group))
        known = set(connection.scalars(select(CARRIED.c.report).where(CARRIED.c.first.in_(leads))))
        members = group | known
        order = select(REPORTS.c.number).where(REPORTS.c.number.in_(members)).order_by(
            REPORTS.c.moment == "", REPORTS.c.moment, REPORTS.c.number)
        first = connection.scalars(order).first()
        connection.execute(CARRIED.delete().where(CARRIED.c.report.in_(members)))
        inserted(connection, CARRIED, [{"report": number, "first": first} for number in sorted(members)])
        copies += len(members) - max(len(known), 1)
    return copies
