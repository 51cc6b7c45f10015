"""Requests of a government to its own legislature: whoever makes one is to give, and not to get."""

from __future__ import annotations

import re

#: Behind the name of a government that asks its own legislature.
_ASKS = re.compile(
    r"(?:['’]s\s+\w+)?\s+(?:(?:has|have|had|is|also|today|already)\s+)*(?:request|ask)(?:s|ed|ing)?\s+"
    r"(?:(?:from|of)\s+)?(?:the\s+)?(?:U\.S\.\s+)?(?:Congress|[Pp]arliament|lawmakers|legislators)\b"
)


def asks_legislature(after: str) -> bool:
    """Say whether the words behind a name tell that it asks its own legislature."""
    return _ASKS.match(after) is not None
