"""A PostgreSQL server of one's own: made in a temporary folder, reached by its socket, thrown away.

Nothing is shared with a server that may run on the machine, and no port is opened.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

#: Set where a missing server is a fault and no reason to skip: CI installs one.
REQUIRED = "PLEDGEBOOK_TEST_POSTGRESQL"

#: The server refuses to run as root; Debian's packages make this user.
_USER = "postgres"


@dataclass(frozen=True)
class Server:
    """A running server; each database it gives is new and empty."""

    socket: str
    _numbers: Iterator[int] = field(default_factory=count)

    def address(self, database: str) -> str:
        return f"postgresql://{_USER}@/{database}?host={self.socket}"

    def database(self, template: str = "template1") -> str:
        import psycopg  # noqa: PLC0415

        name = f"book_{os.getpid()}_{next(self._numbers)}"
        with psycopg.connect(self.address("postgres"), autocommit=True) as raw:
            raw.execute(f"CREATE DATABASE {name} TEMPLATE {template}".encode())
        return self.address(name)


def programs() -> Path | None:
    """Folder of initdb and pg_ctl, None where PostgreSQL's server is not installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    found += [Path(path).resolve() for path in [shutil.which("initdb")] if path]
    return found[-1].parent if found else None


def _as_server_user() -> dict[str, Any]:
    if os.geteuid() != 0:
        return {}
    entry = pwd.getpwnam(_USER)
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


def _run(*command: str | Path) -> None:
    done = subprocess.run(
        [str(word) for word in command],
        capture_output=True, text=True, check=False, cwd="/", stdin=subprocess.DEVNULL,
        **_as_server_user(),
    )  # fmt: skip
    assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"


#: Outlives a killed test process: waits until its standard input closes, which happens whatever
#: ends that process, then stops the server (at once, SIGQUIT) and removes its folder.
_GUARD = """
import os, shutil, signal, sys, time
signal.signal(signal.SIGINT, signal.SIG_IGN)
signal.signal(signal.SIGTERM, signal.SIG_IGN)
if sys.stdin.buffer.read(1):
    sys.exit()  # stopped in order
time.sleep(0.2)
folder = sys.argv[1]
try:
    with open(folder + "/data/postmaster.pid") as file:
        server = int(file.readline())
    os.kill(server, signal.SIGQUIT)
    while os.path.exists(f"{folder}/data/postmaster.pid"):
        time.sleep(0.05)
        os.kill(server, 0)
except (OSError, ValueError):
    pass
shutil.rmtree(folder, ignore_errors=True)
"""


@contextmanager
def _guarded(folder: Path) -> Iterator[None]:
    """Let a process of its own stop the server in ``folder`` when this one is killed."""
    guard = subprocess.Popen(
        [sys.executable, "-c", _GUARD, str(folder)],
        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True, cwd="/",
    )  # fmt: skip
    try:
        yield
    finally:
        guard.communicate(b"x")


@contextmanager
def server(*, durable: bool = False, on: Path | None = None) -> Iterator[Server]:
    """Run a server, its data ``on`` a folder; ``durable`` ones flush to disk, as a team's would."""
    where = programs()
    assert where is not None, "PostgreSQL is not installed"
    folder = Path(tempfile.mkdtemp(prefix="pledgebook-pg-", dir=on))
    if os.geteuid() == 0:
        shutil.chown(folder, _USER)
    data, log = folder / "data", folder / "log"
    lasting = "on" if durable else "off"
    options = (
        f"-c listen_addresses= -c unix_socket_directories={folder} -c max_connections=50 "
        f"-c fsync={lasting} -c synchronous_commit={lasting} -c full_page_writes={lasting}"
    )
    with _guarded(folder):
        try:
            _run(
                where / "initdb", "-D", data, "-U", _USER, "-A", "trust", "-E", "UTF8", "--no-sync"
            )
            started = False
            try:
                _run(where / "pg_ctl", "-D", data, "-l", log, "-o", options, "-w", "start")
                started = True
                yield Server(socket=str(folder))
            finally:
                if started:
                    _run(where / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
        finally:
            shutil.rmtree(folder, ignore_errors=True)
