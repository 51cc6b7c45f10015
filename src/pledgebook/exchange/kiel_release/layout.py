"""How the tracker's workbooks lie: ``resources/kiel.yaml``, read once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

#: Path of the layout inside the package.
_FILE = "resources/kiel.yaml"


@cache
def text() -> str:
    """Give the file as written; its digest is part of every reading's version."""
    return (files("pledgebook.exchange") / _FILE).read_text("utf-8")


@cache
def layout() -> Mapping[str, Any]:
    """Give the layout."""
    found: Mapping[str, Any] = yaml.load(text(), yaml.CSafeLoader)
    return found


def plain(words: object) -> str:
    """Give the words of a header, sheet or donor as they are compared: one blank, no case."""
    return " ".join(str(words or "").split()).casefold()
