"""Run ``pledgebook read`` as a user would, with default settings."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def claims_of(path: Path, *options: str) -> str:
    """Read a file and give what is printed: claims as JSON lines."""
    command = [sys.executable, "-m", "pledgebook", "read", str(path), "--format", "jsonl", *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    if done.returncode not in (0, 1):
        raise SystemExit(f"read failed on {path.name}: {done.stderr[-500:]}")
    return done.stdout
