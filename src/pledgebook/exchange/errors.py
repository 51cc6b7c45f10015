"""The one error of this room: a file or map that cannot be used; the message names the repair."""

from __future__ import annotations


class ExchangeError(ValueError):
    """A file cannot be taken in or written as asked; the message names file, line or field."""
