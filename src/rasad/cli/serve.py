"""`rasad serve` shows in a browser, and answers over HTTP, what the other commands answer in a terminal."""

import click

from rasad.cli.choosing import in_archive


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="The address to listen at.")
@click.option("--port", type=click.IntRange(0, 65535), default=8080, show_default=True, metavar="N",
              help="The port to listen at; 0 for any that is free.")
@click.option("--accounts", "--tokens", "closed", is_flag=True,
              help="Demand an account or a token on this machine too, as behind a proxy.")
@click.option("--proxy", "proxies", multiple=True, metavar="ADDRESS",
              help="A proxy on another machine that is to be believed whom it asks for.")
@in_archive
def command(*, host: str, port: int, closed: bool, proxies: tuple[str, ...], archive_name: str) -> int:
    """Serve an archive until interrupted: the workbench for a browser at /, the HTTP API under /api (see /api/docs).

    Where there is no archive yet an empty one is made, to be filled in the browser.
    At an address of this machine alone, whoever is on it may read, judge and add. At any other address the workbench
    demands an account and the API a token, and somebody must have one: rasad user add NAME, rasad token add NAME.
    """
    import uvicorn  # noqa: PLC0415 - help needs no server

    from rasad.api.hosts import is_loopback  # noqa: PLC0415
    from rasad.archive import Archive, accounts, tokens  # noqa: PLC0415
    from rasad.workbench import site_of  # noqa: PLC0415

    here = is_loopback(host) and not closed
    with Archive(archive_name, make=here) as archive:
        if not here and not (accounts.any_holds(archive) or tokens.any_holds(archive)):
            raise click.UsageError(f"at {host} an account or a token is demanded, and nobody has one; make one first: "
                                   "rasad user add NAME --role admin, or rasad token add NAME; or listen at 127.0.0.1 "
                                   "without --accounts")
        shown = f"[{host}]" if ":" in host else host
        click.echo(f"serving {archive.name} at http://{shown}:{port}; stop with Ctrl-C", err=True)
        site = site_of(archive, here=here, proxies=frozenset(proxies))
        config = uvicorn.Config(site, host=host, port=port, log_level="warning",
                                server_header=False, date_header=True, proxy_headers=False, timeout_keep_alive=10,
                                limit_concurrency=200, timeout_graceful_shutdown=5)
        uvicorn.Server(config).run()
    return 0
