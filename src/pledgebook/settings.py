"""The environment, read once into one frozen object."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the environment sets.

    Attributes:
        model: name or path of a parser model to use instead of the shipped one
            (``PLEDGEBOOK_MODEL``); None for the shipped one.
        author: who decides, where ``--by`` is not given (``PLEDGEBOOK_AUTHOR``).
        debug: show a traceback for an unforeseen fault (``PLEDGEBOOK_DEBUG``).
    """

    model: str | None = None
    author: str | None = None
    debug: bool = False


def from_environment(environment: Mapping[str, str] = os.environ) -> Settings:
    """Read the settings; an empty variable counts as not set."""
    return Settings(
        model=environment.get("PLEDGEBOOK_MODEL") or None,
        author=environment.get("PLEDGEBOOK_AUTHOR") or None,
        debug=bool(environment.get("PLEDGEBOOK_DEBUG")),
    )
