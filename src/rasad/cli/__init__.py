"""The command `rasad`: every way out of it is an exit code and at most one line on standard error a fault."""

import gc
import io
import os
import sys
from contextlib import suppress
from importlib import import_module

import click

import rasad
from rasad.compiled import FORM
from rasad.inputs.faults import Refused, bug_line

COMMANDS = {
    "code": "Code reports: who said what, who did what to whom, and according to whom.",
    "collect": "Collect reports into an archive: files, pages, feeds, exports.",
    "explain": "Show why each record of a report is there.",
    "export": "Export events, statements or reports from an archive into a file.",
    "find": "Find events, statements and reports in an archive.",
    "gaps": "List what the lexicons lack, most frequent first, with examples.",
    "judge": "Record what a reviewer says of a record.",
    "recode": "Code an archive again with the present coder, and tell what changed.",
    "release": "Freeze what a selection means under a name, to cite it by.",
    "repair": "Print the repaired text, line for line.",
    "schema": "Print the JSON Schema of a coded report.",
    "serve": "Serve an archive: the workbench for a browser, and the HTTP API.",
    "show": "Show a report or a record of an archive with its evidence and history.",
    "token": "Say who may use an archive over the network by programs.",
    "user": "Say who may use the workbench over the network.",
}
INTERRUPTED = 130


class _Lazy(click.Group):
    """A group whose commands are loaded when they are called, so that help and errors come at once."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command: click.Command = import_module(f"rasad.cli.{name}").command
        return command

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(rasad.__version__, prog_name="rasad", message=f"%(prog)s, version %(version)s ({FORM})")
def cli() -> None:
    """Read Persian news of conflict and diplomacy and keep what it says as records."""


def main() -> None:
    """The process ends with 0, 1 (some item could not be coded), 2 (wrong usage) or 130 (interrupted)."""
    gc.set_threshold(100_000, 50, 50)  # loading the tables makes many objects and no garbage
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """The exit code of the command line `arguments`."""
    _write_utf8()
    try:
        with cli.make_context("rasad", arguments or ["--help"]) as context:
            code = cli.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.ClickException as error:
        click.echo(f"rasad: {_answer(error)}", err=True)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return _silenced(INTERRUPTED)
    except BrokenPipeError:
        return _silenced(0)
    except Refused as error:
        click.echo(f"rasad: {' '.join(str(error).split())}", err=True)
        return 1
    except ModuleNotFoundError as error:
        click.echo(f"rasad: {_lacking(error)}", err=True)
        return 1
    except Exception as error:  # noqa: BLE001 - a fault of the program is one line, never a traceback
        click.echo(f"rasad: {bug_line(error)}", err=True)
        return 1
    return code if isinstance(code, int) else 0


def _write_utf8() -> None:
    """Output is UTF-8 whatever the locale; what cannot be written on standard error is escaped."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    if isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr.reconfigure(encoding="utf-8", errors="backslashreplace")


def _answer(error: click.ClickException) -> str:
    """What was wrong, on one line, and where to read on."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    where = f"; see {context.command_path} --help" if context is not None else ""
    return " ".join(error.format_message().split()) + where


def _lacking(error: ModuleNotFoundError) -> str:
    """Which part of Rasad is not installed, or the fault of the program that it is."""
    package = (error.name or "").partition(".")[0]
    if package == "rasad" or not package:
        return bug_line(error)
    extra = "postgres" if package.startswith("psycopg") else "archive"
    return f"this needs the package {package}; install it with: pip install 'rasad[{extra}]'"


def _silenced(code: int) -> int:
    """The exit code, with standard output closed so that nothing more is tried on a broken pipe."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code
