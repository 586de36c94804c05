"""The demonstration shows two sample reports, collects all of them, and opens the workbench on them until interrupted.

Where nobody watches, as in a test run, it shows the same and ends. However it ends, a closed window included, nothing
of it stays on the disk.
"""

import json
import signal
import socket
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import rasad
from rasad.archive import Archive
from rasad.archive.collecting import Collector, FeedMemory
from rasad.archive.prepared import prepare
from rasad.batch import Work
from rasad.cli import run
from rasad.collect.files import from_path
from rasad.inputs import Limits

_SAMPLES = Path(rasad.__file__).parent / "samples" / "reports.jsonl"
_SHOWN = ("sample-agency-01", "sample-channel-01")
_HOST, _PORT = "127.0.0.1", 8080


def main() -> int:
    """0 when the demonstration is over."""
    _end_as_interrupted()
    with TemporaryDirectory() as folder:
        _show(Path(folder) / "two.jsonl")
        with Archive(str(Path(folder) / "demo.sqlite")) as archive:
            print(f"\n{_collect(archive)} reports are in an archive of their own, which goes when this ends.")  # noqa: T201
            if sys.stdout.isatty():
                _serve(archive)
            else:
                print("In a terminal, make demo opens them in the browser; your own: rasad collect FILE, rasad serve.")  # noqa: T201
    return 0


def _end_as_interrupted() -> None:
    """A window that is closed, or a request to end, is an interrupt: so what was begun is put away."""
    for name in ("SIGHUP", "SIGTERM"):
        if hasattr(signal, name):  # Windows has no closed windows
            signal.signal(getattr(signal, name), lambda *_: signal.raise_signal(signal.SIGINT))


def _show(path: Path) -> None:
    lines = [line for line in _SAMPLES.read_text(encoding="utf-8").splitlines() if json.loads(line)["id"] in _SHOWN]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    run(["code", "--format", "table", str(path)])


def _collect(archive: Archive) -> int:
    collector = Collector(archive, Work(prepare), FeedMemory(archive))
    for _ in collector.collect(from_path(str(_SAMPLES), Limits())):
        pass
    return collector.tally.new


def _serve(archive: Archive) -> None:
    import uvicorn  # noqa: PLC0415 - only where it is served

    from rasad.workbench import site_of  # noqa: PLC0415

    port = free_port(_PORT)
    print(f"\nOpen http://{_HOST}:{port} in a browser. Stop with Ctrl-C.", flush=True)  # noqa: T201
    uvicorn.run(site_of(archive, here=True), host=_HOST, port=port, log_level="warning", server_header=False,
                timeout_graceful_shutdown=2)


def free_port(wanted: int) -> int:
    """The port that is wanted, or another where something listens there already."""
    with socket.socket() as one:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            one.bind((_HOST, wanted))
        except OSError:
            one.bind((_HOST, 0))
        return int(one.getsockname()[1])


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(0)
