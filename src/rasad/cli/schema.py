"""`rasad schema` prints the contract of `rasad code` in a form that programs check."""

import json

import click

from rasad.schema import json_schema


@click.command("schema")
def command() -> None:
    """Print the JSON Schema of a coded report."""
    click.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))
