"""Word lists of this room, read from ``resources/`` on first use."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def load(name: str) -> dict[str, Any]:
    """Read ``resources/<name>.yaml``; raises FileNotFoundError for a name that is not there."""
    source = files("pledgebook.language").joinpath("resources", f"{name}.yaml")
    data: dict[str, Any] = yaml.load(source.read_bytes(), Loader=yaml.CSafeLoader)
    return data


@cache
def words(name: str, key: str) -> frozenset[str]:
    """Give one list of a resource as a set; raises TypeError for an unquoted ``no`` or ``on``."""
    found: list[Any] = load(name)[key]
    wrong = [word for word in found if not isinstance(word, str)]
    if wrong:
        raise TypeError(f"{name}.yaml, {key}: {wrong} must be quoted to be words")
    return frozenset(found)
