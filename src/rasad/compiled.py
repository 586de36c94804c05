"""The compiled stages run only where they were made from the very sources beside them; else the sources run.

tools/compile/stages.py makes them, into a folder whose name tells what they were made of and for. What the two forms
find is the same; compiled it takes half the time. RASAD_INTERPRETED=1 asks for the sources.
"""

import os
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

HERE = Path(__file__).parent
PARTS = ("assemble", "language", "stages")
_MADE = HERE / "_compiled"


def sources() -> list[Path]:
    """The modules that are compiled."""
    return sorted(path for part in PARTS for path in (HERE / part).rglob("*.py"))


def home() -> Path:
    """The folder that holds, or would hold, what these sources are compiled to for this Python."""
    from hashlib import sha256  # noqa: PLC0415 - wanted only where something was compiled

    digest = sha256()
    for path in [*sources(), *sorted(HERE.glob("*.py"))]:  # the modules beside them say of what types things are
        digest.update(path.relative_to(HERE).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return _MADE / (digest.hexdigest()[:16] + EXTENSION_SUFFIXES[0].removesuffix(".so"))


def folders() -> list[str]:
    """The folders of the compiled stages where they may be used, for Python to look in before it looks here."""
    if os.environ.get("RASAD_INTERPRETED") or not _MADE.is_dir():
        return []
    made = home()
    return [str(made / "rasad"), str(made)] if made.is_dir() else []  # the modules, and the library they name


FOLDERS = folders()
FORM = "compiled" if FOLDERS else "interpreted"
