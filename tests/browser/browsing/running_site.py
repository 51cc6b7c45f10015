"""A book, its server as a process of its own, and its static export: as a user has them."""

from __future__ import annotations

import functools
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.error import URLError

_COMMAND = Path(sys.executable).with_name("pledgebook")
_PATIENCE = 60.0


@dataclass(frozen=True, kw_only=True)
class Site:
    """Where a book is: its file, the folder of its export, and the addresses of both sites."""

    book: Path
    folder: Path
    served: str
    exported: str

    @property
    def on_disk(self) -> str:
        return self.folder.as_uri()


def pledgebook(*arguments: str | Path) -> str:
    """Run a verb; gives what it printed, and fails where it fails."""
    done = subprocess.run(
        [_COMMAND, *map(str, arguments)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{arguments}: {done.stdout}{done.stderr}"
    return done.stdout


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - loopback
            return bool(answer.status == 200)
    except (URLError, ConnectionError):
        return False


@contextmanager
def served(book: Path) -> Iterator[str]:
    """Run ``pledgebook serve``; gives its address, ending with a slash."""
    port = _free_port()
    address = f"http://127.0.0.1:{port}/"
    command = [str(_COMMAND), "serve", "--book", str(book), "--port", str(port)]
    with (
        book.with_suffix(".log").open("w") as log,
        subprocess.Popen(command, stdout=log, stderr=log) as process,
    ):
        try:
            until = time.monotonic() + _PATIENCE
            while not _answers(f"{address}healthz"):
                assert process.poll() is None, book.with_suffix(".log").read_text()
                assert time.monotonic() < until, "the server does not answer"
                time.sleep(0.05)
            yield address
        finally:
            process.terminate()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name it has
        del format, args


@contextmanager
def hosted(folder: Path) -> Iterator[str]:
    """Serve a folder as any web host would; gives its address, ending with a slash."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def running(book: Path, folder: Path) -> Iterator[Site]:
    """Run both sites of a book whose export lies in ``folder``."""
    with served(book) as live, hosted(folder) as files:
        yield Site(book=book, folder=folder, served=live, exported=files)
