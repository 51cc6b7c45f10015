"""Atom feeds (RFC 4287) as values and as XML: stable ids, days as moments, everything escaped."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree as ET

ATOM = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/atom+xml"

#: Signs that XML 1.0 does not allow, not even escaped.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
#: ``updated`` of a feed that has nothing: the element may not be missing.
_NEVER = date(1970, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """One entry of a feed; ``href`` is relative to the feed, ``updated`` the newest telling."""

    id: str
    title: str
    href: str
    updated: date
    published: date
    summary: str
    category: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed: ``href`` and ``page`` lead to itself and to the page that shows the same."""

    id: str
    title: str
    subtitle: str
    author: str
    href: str
    page: str
    entries: tuple[FeedEntry, ...]


def atom(feed: Feed) -> bytes:
    """Write a feed as XML in UTF-8."""
    root = ET.Element("feed", xmlns=ATOM)
    _text(root, "id", feed.id)
    _text(root, "title", feed.title)
    _text(root, "subtitle", feed.subtitle)
    _text(root, "updated", _moment(max((e.updated for e in feed.entries), default=_NEVER)))
    _text(ET.SubElement(root, "author"), "name", feed.author)
    ET.SubElement(root, "link", rel="self", type=MEDIA_TYPE, href=feed.href)
    ET.SubElement(root, "link", rel="alternate", type="text/html", href=feed.page)
    _text(root, "generator", "Pledgebook")
    for entry in feed.entries:
        _entry(ET.SubElement(root, "entry"), entry)
    content: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return content + b"\n"


def _entry(into: ET.Element, entry: FeedEntry) -> None:
    _text(into, "id", entry.id)
    _text(into, "title", entry.title)
    _text(into, "updated", _moment(entry.updated))
    _text(into, "published", _moment(entry.published))
    ET.SubElement(into, "link", rel="alternate", type="text/html", href=entry.href)
    ET.SubElement(into, "category", term=entry.category)
    _text(into, "summary", entry.summary)


def _text(into: ET.Element, name: str, words: str) -> None:
    ET.SubElement(into, name).text = _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", words)


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
