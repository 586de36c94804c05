"""The compiled form of the stages: it finds what the sources say, and only where it was made from them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from rasad import compiled

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "src" / "rasad" / "samples" / "reports.jsonl"
TOOL = ROOT / "tools" / "compile" / "stages.py"
TWICE = "def twice(number: int) -> int:\n    return number * 2\n"
USED = "from rasad.compiled import FOLDERS\n__path__[:0] = FOLDERS\n"
SHOW = "import rasad.stages as s, rasad.compiled as c; print(c.FORM, s.twice(4))"


def environment(**changed: str) -> dict[str, str]:
    """What a process is told, with nothing about the form but what is given."""
    return {**{name: value for name, value in os.environ.items() if name != "RASAD_INTERPRETED"}, **changed}


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A folder with a small package that is compiled as Rasad is: one function, in `stages`."""
    package = tmp_path / "rasad"
    (package / "stages").mkdir(parents=True)
    (package / "stages" / "__init__.py").write_text(TWICE, encoding="utf-8")
    (package / "__init__.py").write_text(USED, encoding="utf-8")
    (package / "compiled.py").write_bytes(Path(compiled.__file__).read_bytes())
    return tmp_path


def run(small: Path, *command: str, **told: str) -> subprocess.CompletedProcess[str]:
    """What Python did with the small package."""
    return subprocess.run([sys.executable, *command], env=environment(PYTHONPATH=str(small), **told), check=False,
                          capture_output=True, text=True, cwd=small)


def test_both_forms_find_the_same() -> None:
    """The sample reports are coded to the same bytes by the compiled stages and by their sources."""
    if compiled.FORM != "compiled":
        pytest.skip("the stages are not compiled here")
    command = [sys.executable, "-m", "rasad", "code", str(SAMPLES)]
    one, other = (subprocess.run(command, env=environment(**told), check=True, capture_output=True).stdout
                  for told in ({}, {"RASAD_INTERPRETED": "1"}))
    assert one
    assert one == other


def test_compiled_stages_never_outlive_their_sources(small: Path) -> None:
    """The compiled form is made, runs until a source changes, and runs again when the source is as it was."""
    made = run(small, str(TOOL))
    if "compiling them needs" in made.stdout:
        pytest.skip(made.stdout.strip())
    assert made.returncode == 0, made.stderr
    assert run(small, "-c", SHOW).stdout == "compiled 8\n"
    source = small / "rasad" / "stages" / "__init__.py"
    source.write_text(TWICE.replace("2", "3"), encoding="utf-8")
    assert run(small, "-c", SHOW).stdout == "interpreted 12\n"
    source.write_text(TWICE, encoding="utf-8")
    assert run(small, "-c", SHOW).stdout == "compiled 8\n"


def test_the_sources_can_be_asked_for(small: Path) -> None:
    """RASAD_INTERPRETED=1 runs the sources where the compiled stages are there."""
    asked = "import rasad.compiled as c; c.home().mkdir(parents=True); print(len(c.folders()))"
    assert run(small, "-c", asked).stdout == "2\n"
    assert run(small, "-c", SHOW, RASAD_INTERPRETED="1").stdout == "interpreted 8\n"


def test_without_a_compiler_the_sources_run(small: Path) -> None:
    """Where no C compiler is found one line says so, the tool ends with 0, and the sources run."""
    made = run(small, str(TOOL), PATH="", CC="no-such-compiler")
    assert (made.returncode, made.stderr, len(made.stdout.splitlines())) == (0, "", 1)
    assert run(small, "-c", SHOW).stdout == "interpreted 8\n"


def test_a_stage_that_does_not_compile_is_named(small: Path) -> None:
    """A source with wrong types is named with its line, the tool ends with 1, and the sources run."""
    source = small / "rasad" / "stages" / "__init__.py"
    source.write_text(TWICE + 'WORD: int = "word"\n', encoding="utf-8")
    made = run(small, str(TOOL))
    if "compiling them needs" in made.stdout:
        pytest.skip(made.stdout.strip())
    assert made.returncode == 1
    assert "rasad/stages/__init__.py:3: error" in made.stderr
    assert run(small, "-c", SHOW).stdout == "interpreted 8\n"
