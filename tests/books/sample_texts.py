"""The sample sources as plain text and metadata, read without the program under test."""

from __future__ import annotations

import html
import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from pledgebook.books.definition import sample_sources

BOOK = "london-2025"
FRONT = re.compile(r"---\n(.*?)\n---\n(.*)", re.DOTALL)
META = re.compile(r'<meta (?:name|property)="([\w:.]+)" content="([^"]*)">')
META_NAMES = {
    "og:title": "title",
    "og:site_name": "publisher",
    "og:url": "url",
    "date": "published",
}


def one_line(text: str) -> str:
    """Give ``text`` with every run of blanks, NBSP too, as one blank."""
    return " ".join(text.split())


@cache
def sources() -> dict[str, Path]:
    return {path.name: path for path in sample_sources(BOOK)}


@cache
def body(name: str) -> str:
    """Give the words of a source: the body under the front matter, or the article of the page."""
    raw = sources()[name].read_text(encoding="utf-8")
    if name.endswith(".html"):
        article = raw.partition("<article>")[2].partition("</article>")[0]
        article = re.sub(r"<aside>.*?</aside>", " ", article, flags=re.DOTALL)
        return html.unescape(re.sub(r"<[^>]+>", " ", article))
    return _front(raw, name).group(2)


@cache
def metadata(name: str) -> dict[str, Any]:
    """Give title, publisher, published, url and lang; front matter also grade and rights."""
    raw = sources()[name].read_text(encoding="utf-8")
    if name.endswith(".html"):
        found = {META_NAMES[k]: v for k, v in META.findall(raw) if k in META_NAMES}
        return {**found, "lang": re.findall(r'<html lang="(\w+)">', raw)[0]}
    fields: dict[str, Any] = yaml.safe_load(_front(raw, name).group(1))
    return {key: str(value) for key, value in fields.items()}


def _front(raw: str, name: str) -> re.Match[str]:
    match = FRONT.fullmatch(raw)
    assert match is not None, f"{name} has no front matter"
    return match
