"""Web pages: the article's text, title, outlet, date and address."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from pledgebook.ingest.encoding import NotText, declared_charset, decode
from pledgebook.ingest.page_text import text_of
from pledgebook.ingest.sources import About, Raw, encoding_note, make
from pledgebook.ingest.text_files import not_text
from pledgebook.model.problems import Problem
from pledgebook.model.snapshots import Document

_LANG = re.compile(
    r"<html\b[^>]{0,500}?\blang\s*=\s*[\"']?([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*)", re.IGNORECASE
)
_BEGINNING = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?><!--.*?-->\s*)*+<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)


def page(raw: Raw, published: date | None) -> Document | Problem:
    """Read an HTML page; text that is no article (menus, notices) is left out.

    The date is taken from the page's own metadata and address, never guessed from its text.
    """
    try:
        decoded = decode(raw.data, declared=declared_charset(raw.data))
    except NotText:
        return not_text(raw)
    if not decoded.text.strip():
        return raw.refuse("empty", "there is no text in it")
    extracted = _extract(decoded.text)
    text = "" if extracted is None else text_of(extracted.body)
    if extracted is None or not text:
        return raw.refuse("no-text-in-page", "no article text was found in the page")
    return make(
        raw,
        text,
        made_by=_maker(),
        about=_about(extracted, decoded.text),
        published=published,
        problems=encoding_note(raw, decoded.assumed),
    )


def looks_like_page(beginning: str) -> bool:
    """Say whether a text begins as an HTML page does."""
    return _BEGINNING.match(beginning) is not None


def _extract(html: str) -> Any:
    """Run the extractor; None where it finds no article or cannot read the page."""
    from trafilatura import bare_extraction  # noqa: PLC0415  -- 0.2 s that other inputs need not pay

    try:
        return bare_extraction(
            html,
            include_comments=False,
            include_tables=True,
            with_metadata=True,
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    except (ValueError, RecursionError):
        return None


def _maker() -> str:
    from importlib.metadata import version  # noqa: PLC0415  -- only pages need it

    return f"trafilatura {version('trafilatura')}"


def _about(extracted: Any, html: str) -> About:
    lang = _LANG.search(html, 0, 8192)
    return About(
        title=extracted.title or None,
        url=extracted.url or None,
        publisher=extracted.sitename or None,
        published=extracted.date or None,
        lang=None if lang is None else lang[1],
    )
