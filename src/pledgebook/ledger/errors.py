"""The one error of this room: always a plain sentence that says what to do."""

from __future__ import annotations


class LedgerError(Exception):
    """A book cannot be opened, read or written as asked; the message names the repair."""
