"""A password is kept nowhere: the archive knows a hash that costs much to try, with the parameters it was made by.

scrypt is in Python's own library, over OpenSSL: nothing more has to be installed, kept up to date and trusted, which
argon2id would ask for. The parameters are those that OWASP holds equal to its Argon2id (32 MiB, three passes); they
stand beside each hash, so that they can be raised later and old hashes still hold.
"""

import hmac
import secrets
import unicodedata
from base64 import b64decode, b64encode
from functools import lru_cache
from hashlib import scrypt
from threading import BoundedSemaphore

from rasad.archive.errors import ArchiveError

SHORTEST, LONGEST = 10, 1000  # characters
_FEWEST = 5  # different characters
_COST, _BLOCK, _TIMES = 15, 8, 3  # scrypt's N as a power of two, r and p
_SALT, _ROOM = 16, 1 << 27  # bytes
_AT_ONCE = BoundedSemaphore(2)  # each takes 32 MiB and a processor


def hashed(password: str) -> str:
    """A hash of the password by which it is known again, with a salt of its own."""
    salt = secrets.token_bytes(_SALT)
    made = _made(password, salt, _COST, _BLOCK, _TIMES)
    return f"scrypt${_COST}${_BLOCK}${_TIMES}${b64encode(salt).decode()}${b64encode(made).decode()}"


def fits(password: str, known: str) -> bool:
    """Whether this is the password of a hash; where there is no hash the answer takes as long and is no."""
    _, cost, block, times, salt, made = (known or _nobody()).split("$")
    tried = _made(password, b64decode(salt), int(cost), int(block), int(times))
    return hmac.compare_digest(tried, b64decode(made)) and bool(known)


def outdated(known: str) -> bool:
    """Whether a hash was made with other parameters than hashes are now."""
    return known.split("$")[1:4] != [str(_COST), str(_BLOCK), str(_TIMES)]


def check(password: str, name: str) -> None:
    """ArchiveError where a password is too easily guessed, or too long to be one."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise ArchiveError(f"a password has {SHORTEST} to {LONGEST} characters", "take a sentence of several words")
    if len(set(password)) < _FEWEST or name.casefold() == password.casefold():
        raise ArchiveError("this password is too easily guessed", "take a sentence of several words")


def _made(password: str, salt: bytes, cost: int, block: int, times: int) -> bytes:
    """One password typed on two keyboards is one password: letters that look alike by Unicode's account are alike."""
    told = unicodedata.normalize("NFKC", password).encode("utf-8", "replace")
    with _AT_ONCE:
        return scrypt(told, salt=salt, n=1 << cost, r=block, p=times, maxmem=_ROOM)


@lru_cache(maxsize=1)
def _nobody() -> str:
    return hashed(secrets.token_urlsafe(_SALT))
