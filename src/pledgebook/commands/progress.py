"""Progress for long runs: shown on a terminal after two seconds, never elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

from pledgebook.commands.terminal import messages

T = TypeVar("T")

#: Shorter runs stay quiet.
PATIENCE_SECONDS = 2.0


def watched(items: Iterable[T], what: str) -> Iterator[T]:
    """Pass items on, and count them in one line of standard error while it takes long."""
    if not sys.stderr.isatty():
        yield from items
        return
    status = messages().status(f"0 {what}")
    start, shown = time.monotonic(), False
    try:
        for count, item in enumerate(items, start=1):
            yield item
            if not shown and time.monotonic() - start > PATIENCE_SECONDS:
                status.start()
                shown = True
            status.update(f"{count} {what}")
    finally:
        status.stop()
