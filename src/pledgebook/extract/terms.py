"""The terms of a sum: purpose, source, age; or that it is no aid at all."""

from __future__ import annotations

import re
from datetime import timedelta

from pledgebook.extract import promise_words as says
from pledgebook.extract.page import Page
from pledgebook.model.spans import Span

_PURPOSE_AFTER = 60
#: How far before a sum, and with how many words between, the words of worth stand.
_WORTH_REACH = 30
_WORTH_GAP = 2
#: How long before a text its promises must be dated to be recalled, not announced, by it: reports
#: of the same announcement come within weeks.
_RECALLED = timedelta(days=45)
_DATED = re.compile(
    r"\b(?:in|on|of|from|back in|dated)\s+(?:early\s+|mid-|late\s+)?\(?$", re.IGNORECASE
)
#: Between a sum and the year that it is for.
_DUE = re.compile(r"\s+(?:[\w-]+\s+){0,2}?(?:in|for|of)\s+", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\b(?:last|previous)\s+year\b", re.IGNORECASE)
_PURPOSE = re.compile(r"\bto\s+[a-z]+[^.;:!?()\"“”]{3,140}|\bfor\s+the\s+[^.;:!?()\"“”,]{3,100}")
#: How long before a text what was given is history, no part of what the text keeps account of.
_HISTORY = timedelta(days=25 * 365)
_FUNDED = re.compile(
    r"\b(?:backed|financed|funded|paid for|secured|underpinned|covered|generated)\s+"
    r"(?:by|from|with|out of|through)"
    r"\s+(?:the\s+)?([^.;:!?()\"“”,]{3,120})|\busing\s+(?:the\s+)?([^.;:!?()\"“”,]{3,120})"
    r"|\bfrom\s+(?:the\s+)?((?:windfall\s+)?(?:profits?|proceeds|interest|income|revenues?|earnings)\s"
    r"[^.;:!?()\"“”,]{3,120})",
    re.IGNORECASE,
)


def funding_source(page: Page, span: Span) -> tuple[Span, str | None] | None:
    """Find where the money comes from ("backed by profits from frozen assets"), and its kind."""
    found = _FUNDED.search(page.text, span.start, span.end)
    if found is None:
        return None
    words = Span(*found.span(found.lastindex or 0))
    frozen = says.find(page.text, words, "promise_words", "funding", "frozen")
    profits = says.find(page.text, words, "promise_words", "funding", "profits")
    if frozen is not None:
        return words, "frozen_asset_profits" if profits is not None else "frozen_assets"
    return None if found.group(2) else (words, None)


def purpose(page: Page, span: Span) -> Span | None:
    """Find what a sum is for, in the words after it."""
    found = _PURPOSE.search(page.text, span.start, span.end)
    if found is None or found.start() - span.start > _PURPOSE_AFTER:
        return None
    words = found.group()
    if page.text[found.end() : found.end() + 1].isalnum():  # the longest stretch ends inside a word
        words = words.rsplit(None, 1)[0]
    cut = re.search(
        r"\s+(?:backed|financed|funded|which|who|while|was|were|is|are|has|have|had|will|, )\b",
        words,
    )
    end = found.start() + (cut.start() if cut else len(words.rstrip(", \t\r\n\u00a0")))
    return Span(found.start(), end)


def history(page: Page, sentence: Span, thing: Span) -> bool:
    """Say whether a sum was given a generation ago: the date before it is far from the text's."""
    if page.published is None:
        return False
    limit = page.published - _HISTORY
    return any(
        mention.end is not None and mention.start is not None and mention.end <= limit
        for mention in page.dates.within(Span(sentence.start, thing.start))
    )


def worth(page: Page, sentence: Span, thing: Span) -> Span | None:
    """Find the words directly before a sum that make it the worth of things ("pumps worth €3m")."""
    words = says.before(page.text, sentence, thing, _WORTH_REACH)
    found = says.find_last(page.text, words, "acts", "worth")
    gap = "" if found is None else page.text[found.end : thing.start]
    return found if len(gap.split()) <= _WORTH_GAP else None


def told_before(page: Page, sentence: Span, thing: Span) -> Span | None:
    """Find the date that makes a promise an older one: long before the text was published.

    "In May 2023 the government announced …" in a text of November recalls it. A stretch of time
    that still runs, a date without its year or one after the sum says nothing of when the promise
    was made.
    """
    if page.published is None:
        return None
    limit = page.published - _RECALLED
    for mention in page.dates.within(Span(sentence.start, thing.start)):
        past = mention.end is not None and mention.end <= limit and mention.start is not None
        if (
            past
            and not _of_other_sum(page, sentence, mention.span)
            and _YEAR.search(page.words(mention.span))
            and _DATED.search(page.text[sentence.start : mention.span.start])
        ):
            return mention.span
    return None


def _of_other_sum(page: Page, sentence: Span, date: Span) -> bool:
    """Say whether a date tells when another sum is due: "€20m in 2024, €25m in 2025"."""
    before = page.money.within(Span(sentence.start, date.start))
    return any(_DUE.fullmatch(page.text[money.span.end : date.start]) for money in before[-1:])
