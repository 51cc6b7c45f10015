"""Plain text and Markdown: the text is the file, character for character."""

from __future__ import annotations

from datetime import date

from pledgebook.ingest import front_matter
from pledgebook.ingest.encoding import NotText, decode
from pledgebook.ingest.sources import About, Raw, encoding_note, make
from pledgebook.model.problems import Problem
from pledgebook.model.snapshots import Document


def plain(raw: Raw, published: date | None) -> Document | Problem:
    """Read a ``.txt`` file: UTF-8, a byte order mark dropped, nothing else changed."""
    try:
        decoded = decode(raw.data)
    except NotText:
        return not_text(raw)
    return make(
        raw,
        decoded.text,
        made_by="plain",
        about=About(),
        published=published,
        problems=encoding_note(raw, decoded.assumed),
    )


def markdown(raw: Raw, published: date | None) -> Document | Problem:
    """Read a ``.md`` file: front matter, if any, and the text exactly as it follows."""
    try:
        decoded = decode(raw.data)
    except NotText:
        return not_text(raw)
    about, text = front_matter.split(decoded.text)
    return make(
        raw,
        text,
        made_by="plain",
        about=about,
        published=published,
        problems=encoding_note(raw, decoded.assumed),
    )


def not_text(raw: Raw) -> Problem:
    """Give the problem of a file that holds data."""
    return raw.refuse("binary", "the file holds data, not text")
