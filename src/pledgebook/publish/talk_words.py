"""Whether words tell of talks about terms: "peace talks", but no trade talks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import yaml


def names_talks(text: str) -> bool:
    """Say whether a name or a saying tells of talks about terms."""
    talks, other, beside = _patterns()
    if beside.search(text) is not None:
        return True
    return any(other.search(text, *_around(found)) is None for found in talks.finditer(text))


#: Characters around a word of talks within which another matter is looked for.
_REACH = 30


def _around(found: re.Match[str]) -> tuple[int, int]:
    return max(0, found.start() - _REACH), found.end() + _REACH


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Talks, talks of another matter, and gatherings beside a term."""
    path = files("pledgebook.publish").joinpath("resources/talks.yaml")
    data = yaml.safe_load(path.read_text("utf-8"))
    words, other = _any(data["words"]), _any(data["other_matters"])
    gatherings, terms = _any(data["gatherings"]), _any(data["terms"])
    some = r"(?:(?:a|an|the|any|lasting|just|durable|possible)\s+)*"
    of_other = rf"(?:{other}|{_any(data['speakers'])})\s+(?:{words})"
    on_other = rf"(?:{words})\s+(?:on|about|over|for)\s+{some}(?:{other})"
    of_terms = rf"(?:{terms})\s+(?:{gatherings})"
    on_terms = rf"(?:{gatherings})\s+(?:on|for|about)\s+{some}(?:{terms})"
    return _whole(words), _whole(f"{of_other}|{on_other}"), _whole(f"{of_terms}|{on_terms}")


def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def _any(words: Sequence[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
