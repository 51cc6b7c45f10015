"""A server made for the tests ends with the process that made it, even when that is killed."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from throwaway_postgresql import programs

#: Seconds for the server to be gone; it takes a fraction of one.
_PATIENCE = 30


def test_a_killed_process_leaves_no_server() -> None:
    if programs() is None:
        pytest.skip("PostgreSQL's server is not installed (apt-get install postgresql)")
    code = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from throwaway_postgresql import server\n"
        "with server() as running:\n"
        "    print(running.socket, flush=True)\n"
        "    sys.stdin.read()\n"
    )
    command = [sys.executable, "-c", code, str(Path(__file__).parent)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as made:
        assert made.stdout is not None
        folder = Path(made.stdout.readline().strip())
        number = int((folder / "data" / "postmaster.pid").read_text().splitlines()[0])
        made.kill()
    until = time.monotonic() + _PATIENCE
    while (folder.exists() or Path(f"/proc/{number}").exists()) and time.monotonic() < until:
        time.sleep(0.05)
    assert not folder.exists()
    assert not Path(f"/proc/{number}").exists()
