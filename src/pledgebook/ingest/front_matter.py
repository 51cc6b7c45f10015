"""The block of YAML that may stand before a Markdown text."""

from __future__ import annotations

import re
from typing import Any, get_args

import yaml

from pledgebook.ingest.sources import About
from pledgebook.model.vocabulary import Grade, Rights

#: Names that are read; a block with none of them is no front matter but text.
NAMES = frozenset({"title", "publisher", "published", "url", "grade", "rights", "lang"})

#: One line break, never half of one (or the pattern below would try both halves everywhere).
_BREAK = r"(?>\r\n|\r|\n)"
_BLOCK = re.compile(
    rf"---[ \t]*{_BREAK}"
    rf"(?P<yaml>(?:(?!(?:---|\.\.\.)[ \t]*(?:[\r\n]|$))[^\r\n]*{_BREAK})*+)"
    rf"(?:---|\.\.\.)[ \t]*(?:{_BREAK}|$)(?:[ \t]*{_BREAK})*"
)
_PAIR = re.compile(r"^([a-z]+):[ \t]+(.+?)[ \t]*\r?$", re.MULTILINE)


def split(text: str) -> tuple[About, str]:
    """Part a text from its front matter: what it says, and the text exactly as it follows."""
    match = _BLOCK.match(text)
    if match is None:
        return About(), text
    values = _values(match["yaml"])
    if values is None:
        return About(), text
    return _about(values), text[match.end() :]


def _values(block: str) -> dict[str, str] | None:
    """Read the names that are known, all as strings; None where the block is none of ours."""
    try:
        data: Any = yaml.load(block, Loader=yaml.CBaseLoader)  # noqa: S506  -- it makes strings only
    except yaml.YAMLError:  # a colon in a title, usually: take the lines as they stand
        data = {name: value.strip("\"'") for name, value in _PAIR.findall(block)}
    if not isinstance(data, dict) or NAMES.isdisjoint(map(str, data)):
        return None
    return {
        name: value.strip()
        for name, value in data.items()
        if name in NAMES and isinstance(value, str) and value.strip() not in ("", "null", "~")
    }


def _about(values: dict[str, str]) -> About:
    """Build the metadata; an unknown grade is the default, unknown rights are the narrowest."""
    grade, rights = values.get("grade", "media"), values.get("rights", "excerpt")
    return About(
        title=values.get("title"),
        url=values.get("url"),
        publisher=values.get("publisher"),
        published=values.get("published"),
        lang=values.get("lang"),
        grade=next((known for known in get_args(Grade) if known == grade), "media"),
        rights=next((known for known in get_args(Rights) if known == rights), "metadata"),
    )
