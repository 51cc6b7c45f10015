"""What a reader is: anything that turns a page into claims. The gate judges what it gives."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from pledgebook.extract.page import Page
from pledgebook.model.claims import Claim


class Reader(Protocol):
    """A rule set or a model that proposes claims."""

    name: str

    def read(self, page: Page) -> Iterable[Claim]:
        """Propose claims for one page; may raise nothing for bad text."""
        ...
