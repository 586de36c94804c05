"""`rasad serve` shows in a browser, and answers over HTTP, what the other commands answer in a terminal."""

import click

from rasad.cli.choosing import in_archive


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="The address to listen at.")
@click.option("--port", type=click.IntRange(0, 65535), default=8080, show_default=True, metavar="N",
              help="The port to listen at; 0 for any that is free.")
@click.option("--tokens", is_flag=True, help="Demand a token on this machine too, as behind a proxy.")
@in_archive
def command(*, host: str, port: int, tokens: bool, archive_name: str) -> int:
    """Serve an archive until interrupted: the workbench for a browser at /, the HTTP API under /api (see /api/docs).

    Where there is no archive yet an empty one is made, to be filled in the browser.
    At an address of this machine alone, whoever is on it may read and judge without a token. At any other address
    there is the API alone, a token is demanded, and there must be one in the archive: rasad token add NAME.
    """
    import uvicorn  # noqa: PLC0415 - help needs no server

    from rasad.api.hosts import is_loopback  # noqa: PLC0415
    from rasad.archive import Archive  # noqa: PLC0415
    from rasad.archive.tokens import any_holds  # noqa: PLC0415
    from rasad.workbench import site_of  # noqa: PLC0415

    here = is_loopback(host) and not tokens
    with Archive(archive_name, make=here) as archive:
        if not here and not any_holds(archive):
            raise click.UsageError(f"at {host} a token is demanded, and nobody has one; make one first: rasad token "
                                   "add NAME, or listen at 127.0.0.1 without --tokens")
        shown = f"[{host}]" if ":" in host else host
        click.echo(f"serving {archive.name} at http://{shown}:{port}; stop with Ctrl-C", err=True)
        config = uvicorn.Config(site_of(archive, here=here), host=host, port=port, log_level="warning",
                                server_header=False, date_header=True, proxy_headers=False, timeout_keep_alive=10,
                                limit_concurrency=200, timeout_graceful_shutdown=5)
        uvicorn.Server(config).run()
    return 0
