"""The page on the command line tells of every command and option there is, and of no other."""

import re

import click
from conftest import ROOT

from rasad.cli import COMMANDS, cli

PAGE = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")


def options() -> dict[str, set[str]]:
    """The long options by command."""
    context = click.Context(cli)
    found = {}
    for name in COMMANDS:
        command = cli.get_command(context, name)
        assert command is not None
        found[name] = {opt for param in command.params for opt in param.opts if opt.startswith("--")}
    return found


def test_every_command_stands_in_the_page() -> None:
    """The table of commands holds every command once."""
    assert re.findall(r"^\| `rasad (\w+)", PAGE, re.MULTILINE) == list(COMMANDS)


def test_every_option_stands_in_the_page_with_its_commands() -> None:
    """The table of options holds every option of every command, and none that is not there."""
    told: dict[str, set[str]] = {name: set() for name in COMMANDS}
    for option, commands in re.findall(r"^\| `(--[a-z]+)` \| ([^|]*) \|", PAGE, re.MULTILINE):
        names = re.findall(r"`(\w+)`", commands) or [n for n in COMMANDS if n != "schema"]
        for name in names:
            told[name].add(option)
    assert told == options()


def test_every_option_has_help() -> None:
    """No option is without help."""
    context = click.Context(cli)
    for name in COMMANDS:
        command = cli.get_command(context, name)
        assert command is not None
        assert all(param.help for param in command.params if isinstance(param, click.Option))
