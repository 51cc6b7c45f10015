"""Word lists and reference data: ``resources/*.yaml``, read once when first asked for."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

#: The C parser where this build of PyYAML has it: about ten times as fast.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def load(name: str) -> dict[str, Any]:
    """Read ``resources/<name>.yaml``; the same object each time, so never change it.

    Raises FileNotFoundError for a name without a file and TypeError where the file holds anything
    but a mapping.
    """
    words = files("pledgebook.resolve").joinpath("resources", f"{name}.yaml")
    data = yaml.load(words.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 (a safe loader)
    if not isinstance(data, dict):
        raise TypeError(f"resources/{name}.yaml holds no mapping")
    return data
