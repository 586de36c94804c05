"""Compiles the stages with mypyc and the C compiler that is here, so that reports are coded in half the time.

Usage: python tools/compile/stages.py

Nothing is done where what the present sources compile to is there. Without a C compiler and Python's headers, mypyc
or setuptools one line says so, and Rasad runs its sources as before. It ends with 1 where the stages do not compile.
"""

import io
import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import chdir, redirect_stderr, redirect_stdout
from importlib.util import find_spec
from pathlib import Path

from rasad.compiled import HERE, home, sources

GROUP = "rasad.coding"  # the name of the library that holds all of them
FLAGS = ("-O1", "-fwrapv", "-fvisibility=hidden", "-DNDEBUG", "-w")
PROBE = "#include <Python.h>\nint main(void) { return 0; }\n"


class CompileError(Exception):
    """The stages do not compile; the words say where."""


class Compiler:
    """The C compiler that Python itself was built with, or the one the machine calls `cc`."""

    def __init__(self, include: Iterable[str] = ()) -> None:
        self.include = [f"-I{folder}" for folder in (*include, sysconfig.get_path("include"))]
        told = os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc"
        self.command = shlex.split(told) if shutil.which(shlex.split(told)[0]) else ["cc"]
        linking = shlex.split(sysconfig.get_config_var("LDSHARED") or "cc -shared")
        self.linking = [*self.command, *linking[len(shlex.split(sysconfig.get_config_var("CC") or "cc")):]]

    def compile(self, source: Path, made: Path) -> None:
        """The C source is an object file."""
        self._run([*self.command, "-fPIC", *FLAGS, *self.include, "-c", str(source), "-o", str(made)])

    def link(self, objects: Iterable[Path], made: Path) -> None:
        """The object files are a library that Python can import."""
        made.parent.mkdir(parents=True, exist_ok=True)
        self._run([*self.linking, *map(str, objects), "-o", str(made)])

    @staticmethod
    def _run(command: list[str]) -> None:
        try:
            subprocess.run(command, check=True, capture_output=True, text=True)
        except subprocess.CalledProcessError as error:
            raise CompileError(error.stderr.strip()) from error
        except OSError as error:
            raise CompileError(str(error)) from error


def lacking(work: Path) -> str:
    """What is not here that compiling needs; empty where all is."""
    if sys.implementation.name != "cpython" or find_spec("mypyc") is None:
        return "mypyc"
    if sys.version_info >= (3, 12) and find_spec("setuptools") is None:
        return "setuptools"
    (work / "probe.c").write_text(PROBE, encoding="utf-8")
    try:
        Compiler().compile(work / "probe.c", work / "probe.o")
    except CompileError:
        return "a C compiler with the headers of Python"
    return ""


def translated(work: Path) -> tuple[list[Path], dict[str, Path], list[str]]:
    """The C sources of the library, those that name each module in it, and where the headers lie."""
    from mypyc.build import mypycify  # noqa: PLC0415 - it may not be here

    said = io.StringIO()
    os.environ["MYPYPATH"] = str(HERE.parent)
    paths = [str(path.relative_to(HERE.parent)) for path in sources()]
    try:
        with chdir(HERE.parent), redirect_stdout(said), redirect_stderr(said):
            library, *modules = mypycify(
                ["--config-file=", f"--cache-dir={work / 'cache'}", "--explicit-package-bases", *paths],
                multi_file=True, group_name=GROUP, target_dir=str(work))
    except SystemExit as error:
        lines = [line for line in said.getvalue().splitlines() if "warning:" not in line]
        raise CompileError("\n".join(lines)) from error
    named = {module.name: Path(module.sources[0]) for module in modules}
    return [Path(source) for source in library.sources], named, [str(work), str(work / "rasad"), *library.include_dirs]


def build(work: Path, made: Path) -> None:
    """The folder `made` holds the stages, compiled."""
    library, modules, include = translated(work)
    compiler = Compiler(include)
    suffix = sysconfig.get_config_var("EXT_SUFFIX")

    def name(module: str, source: Path) -> None:
        packaged = (HERE.parent / module.replace(".", "/")).is_dir()
        place = module.replace(".", "/") + ("/__init__" if packaged else "")
        compiler.compile(source, source.with_suffix(".o"))
        compiler.link([source.with_suffix(".o")], made / f"{place}{suffix}")

    _all(compiler.compile, [(source, source.with_suffix(".o")) for source in library])
    _all(name, list(modules.items()))
    compiler.link([source.with_suffix(".o") for source in library],
                  made / f"{GROUP.removeprefix('rasad.')}__mypyc{suffix}")


def _all(act: Callable[..., None], over: Sequence[tuple[object, ...]]) -> None:
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(lambda arguments: act(*arguments), over))


def main() -> int:
    """0 where the stages are compiled or cannot be here, 1 where they do not compile."""
    there = home()
    if there.is_dir():
        return 0
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        lacks = lacking(Path(folder))
        if lacks:
            print(f"Rasad runs its sources, at half the speed: compiling them needs {lacks}")
            return 0
        print("compiling the stages: about a minute, once", flush=True)
        there.parent.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=there.parent) as made:
            try:
                build(Path(folder), Path(made) / "made")
            except CompileError as error:
                print(f"Rasad runs its sources, at half the speed: they do not compile\n{error}", file=sys.stderr)
                return 1
            shutil.rmtree(there, ignore_errors=True)
            (Path(made) / "made").rename(there)
    for old in there.parent.iterdir():
        if old != there and old.suffixes[:1] in ([], there.suffixes[:1]):  # of other sources, or left half made
            shutil.rmtree(old, ignore_errors=True)
    print(f"compiled in {time.monotonic() - began:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
