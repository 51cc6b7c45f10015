"""The gate's word lists (``resources/gate.yaml``), compiled once."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import Any

import yaml


@cache
def cue_lists() -> dict[str, Any]:
    """All lists of ``resources/gate.yaml``."""
    path = resources.files("pledgebook.extract") / "resources" / "gate.yaml"
    data: dict[str, Any] = yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
    return data


@cache
def cue(*keys: str) -> re.Pattern[str]:
    """Compile the list under ``keys`` to one pattern of whole words, in either case.

    Entries are regular expressions without groups that capture; a blank matches any run of blanks
    (texts are hard-wrapped) and an apostrophe either form of it.
    """
    data: Any = cue_lists()
    for key in keys:
        data = data[key]
    rows = [row for part in data.values() for row in part] if isinstance(data, dict) else data
    body = "|".join(rows).replace(" ", r"\s+").replace("'", "['’]")
    return re.compile(rf"(?<![\w'’-])(?:{body})(?![\w])", re.IGNORECASE)


@cache
def words_of(key: str) -> frozenset[str]:
    """The words listed under ``key``, in lower case."""
    return frozenset(word.lower() for word in cue_lists()[key])
