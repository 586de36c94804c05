"""An id is a hash of where a record stands in its report, so coding again gives a record the same id.

It never depends on what the coder made of the place, but for the type of an event: a better reading
of who acted keeps the id, and with it every judgement about the record.
"""

from hashlib import sha256

_DIGITS = 6  # enough within one report; two records of one place are parted below


class Ids:
    """Gives the records of one report their ids; `seed` tells the report from others."""

    def __init__(self, seed: str) -> None:
        self.seed = seed
        self.given: set[str] = set()

    def of(self, letter: str, *place: object) -> str:
        """The id of a record at a place, one that no other record of the report has."""
        again = 0
        while True:
            id_ = letter + digest(self.seed, letter, *place, again)[:_DIGITS]
            if id_ not in self.given:
                self.given.add(id_)
                return id_
            again += 1


def digest(*parts: object) -> str:
    """The hash of the parts, in hexadecimal digits; no two lists of parts are joined alike."""
    return sha256("\x1f".join(map(str, parts)).encode(errors="surrogatepass")).hexdigest()
