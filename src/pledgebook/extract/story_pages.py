"""Which pages may be one story, told by somebody who gives nothing."""

from __future__ import annotations

from pledgebook.extract.page import Page

#: A longer page (a transcript, a digest, a day's live page) tells of many things.
_SENTENCES = 80


def is_story(page: Page) -> bool:
    """Say whether a page is a newspaper's and short enough to be one story."""
    return not page.from_office and len(page.sentences) <= _SENTENCES
