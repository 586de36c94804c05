"""A wheel holds the compiled stages, for one Python and machine, where RASAD_COMPILE=1 asks for them; else none."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

MADE = "rasad/_compiled"


class CompiledStages(BuildHookInterface[Any]):
    """What hatchling asks before it builds a wheel."""

    def dependencies(self) -> list[str]:
        """What compiling needs, in the environment that the wheel is built in."""
        return ["mypy[mypyc]"] if _asked() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """The compiled stages are among the files of the wheel, and its name tells where it fits."""
        if version != "standard" or not _asked():
            return
        root = Path(self.root)
        subprocess.run([sys.executable, str(root / "tools" / "compile" / "stages.py")], check=True,
                       env={**os.environ, "PYTHONPATH": str(root / "src")})
        if (root / "src" / MADE).is_dir():
            build_data["force_include"][str(root / "src" / MADE)] = MADE
            build_data["pure_python"], build_data["infer_tag"] = False, True


def _asked() -> bool:
    return bool(os.environ.get("RASAD_COMPILE"))
