"""Whether what stands around a sentence places its spending abroad, where it does not say so.

An office seldom repeats where its money goes: the heading says it ("Supporting the Mekong"), the
sentence before it, or all that the page has sums for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgebook.extract.act_verbs import Act
from pledgebook.extract.drafts import Draft
from pledgebook.extract.introductions import POINTS
from pledgebook.extract.lexicon import any_of, load
from pledgebook.extract.only_giver import hostile
from pledgebook.extract.page import Page
from pledgebook.extract.parties import bound_actor
from pledgebook.model.spans import Span

#: Whom a sum at home is for, behind the adjective of the state: "Danish families".
_PEOPLE = re.compile(
    r"\s+(?:people|families|workers|communities|households|businesses|manufactur\w+|farmers|students|veterans"
    r"|taxpayers|jobs|consumers|industry|companies|citizens|economy|children|homes|innovation|steel|made)\b",
    re.IGNORECASE,
)
#: Words of a country about itself.
_OWN_COUNTRY = re.compile(
    r"\b(?:across|throughout|in|for)\s+(?:the|our)\s+(?:country|nation|homeland)\b|\bour\s+(?:schools|economy|border|workers|veterans)\b"
    r"|\b(?:nationwide|veterans?|bipartisan|(?:50|fifty|several|other)\s+states,?\s+(?:d\.c\.|the\s+district|and)|states,?\s+(?:and\s+)?(?:territories|tribes)|rural\s+communities|tribal|states\s+and\s+cities|local\s+governments)\b",
    re.IGNORECASE,
)
#: A line of more words is no heading.
_HEADING_WORDS = 10
#: So many sums of a page, and so many of each three of them, make a page one about others.
_FEW = 2


def placed_abroad(page: Page, home: str | None, sentence: Span) -> bool:
    """Say whether the paragraph, its heading or the sums of the page are about other countries.

    ``home`` is the state of the office that publishes. Nothing there may speak of its own people.
    """
    near = page.paragraph_of(sentence)
    if speaks_of_home(page, home, near):
        return False
    above = _heading_above(page, near)
    spans = [near] if above is None else [near, above]
    return any(names_others(page, home, span) for span in spans) or _mostly(page, home)


def _heading_above(page: Page, near: Span) -> Span | None:
    """Give the heading, or the short line that is one, above a paragraph and the points around it.

    A point below another has that other for its heading.
    """
    own = page.block_of(near)
    if own is None:
        return None
    for earlier in reversed(page.blocks.items[: page.blocks.position(own.span)]):
        words = page.words(earlier.span).strip(" *_#-")
        if earlier.kind in POINTS:
            if own.kind in POINTS and earlier.level < own.level:
                return earlier.span
            continue
        if earlier.kind == "heading" or len(words.split()) <= _HEADING_WORDS:
            if words[:1].isalpha():  # no comment of the mark-up
                return earlier.span
            continue
        if own.kind not in POINTS or not words.endswith(":"):
            return None
    return None


def bound_abroad(page: Page, home: str | None, sentence: Span, chain: Sequence[Act]) -> bool:
    """Say whether somebody promises on an office's page what is placed abroad.

    Firms and foundations promise there as a part of the office's own work abroad.
    """
    bound = any(page.words(act.span).lower().startswith(_BINDING) for act in chain)
    return bound and by_firms_abroad(page, home, sentence)


def firm_bound_abroad(page: Page, home: str | None, draft: Draft) -> bool:
    """Say whether a firm named on the spot promises a sum on such a page."""
    firms = bool(draft.donors) and all(
        p.actor.type == "organisation" and p.actor.id is None and not p.from_context
        for p in draft.donors
    )
    bound = any(verb.startswith(_BINDING) for verb in draft.acts)
    told = firms and bound and draft.money is not None
    return told and by_firms_abroad(page, home, draft.sentence)


#: How verbs begin by which somebody is bound; what firms announce is business.
_BINDING = ("commit", "pledg")


def by_firms_abroad(page: Page, home: str | None, sentence: Span) -> bool:
    """Say whether a sentence of an office is placed abroad and names nothing at home."""
    named = page.actors.within(sentence)
    if not page.from_office or any(m.actor.id == home and m.naming != "person" for m in named):
        return False
    return placed_abroad(page, home, sentence)


def speaks_of_home(page: Page, home: str | None, near: Span) -> bool:
    """Say whether words speak of the state's own people, or of what it does at home."""
    if any_of("acts", "at_home").search(page.text, near.start, near.end):
        return True
    if _OWN_COUNTRY.search(page.text, near.start, near.end):
        return True
    return any(
        m.actor.id == home and m.naming in ("adjective", "demonym", "name")
        and _PEOPLE.match(page.text, m.span.end)
        for m in page.actors.within(near)
    )  # fmt: skip


def names_others(page: Page, home: str | None, near: Span) -> bool:
    """Say whether words name other countries, their unions or a part of the world.

    States at war with others are named for what is done against them.
    """
    if any_of("acts", "regions").search(page.text, near.start, near.end):
        return True
    own = (None, home, *load("acts")["territories"].get(home, ()))
    return any(
        m.actor.type in ("state", "group", "organisation")
        and (actor := bound_actor(m)) is not None
        and actor.id not in own
        and not hostile(page, m)
        for m in page.actors.within(near)
    )


def _mostly(page: Page, home: str | None) -> bool:
    """Say whether two of three paragraphs with sums are about others, and none about home."""
    paragraphs = _with_sums(page)
    abroad = sum(names_others(page, home, span) for span in paragraphs)
    if len(paragraphs) < _FEW or 3 * abroad < 2 * len(paragraphs):
        return False
    return not any(speaks_of_home(page, home, span) for span in paragraphs)


def _with_sums(page: Page) -> Sequence[Span]:
    found = dict.fromkeys(page.paragraph_of(money.span) for money in page.money)
    return list(found)
