"""The one error of this room: always a plain sentence that says what to do."""

from __future__ import annotations

import re

#: The password in the address of a database.
_PASSWORD = re.compile(r"(?<=://)([^\s:/@]+):[^\s@/]*@")


class LedgerError(Exception):
    """A book cannot be opened, read or written as asked; the message names the repair.

    A book's address may hold a password, and a message goes to screens and logs: it is masked.
    """

    def __init__(self, message: str) -> None:
        """Keep the message without any password."""
        super().__init__(_PASSWORD.sub(r"\1:***@", message))
