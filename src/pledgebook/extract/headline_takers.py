"""Whom a thing in a headline is for: who is named right beside it, or is told to be aided."""

from __future__ import annotations

import re

from pledgebook.extract.lexicon import any_of
from pledgebook.extract.named_gifts import named_for
from pledgebook.extract.page import Page
from pledgebook.extract.parties import bound_actor
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

_TO_NAME = re.compile(r"\b(?:to|for|into|in)\s+(?:[a-z-]+\s+){0,2}[A-Z]\w")
_TO = re.compile(
    r"(?:\s+(?:more|extra))?(?:\s+(?:in|worth\s+of)(?:\s+(?!to\b|for\b)[\w-]+){1,3})?"
    r"\s+(?:to|for|into|towards?)\s+(?:the\s+)?"
    r"(?P<what>(?:[a-z-]+\s+){0,3}(?:of|in|across)\s+(?:the\s+)?)?"
    r"(?:[a-z]+-(?:hit|torn|stricken|ravaged|affected|battered|struck)\s+)?"
    r"(?:(?:north|south|east|west|central|upper|lower|rural)(?:-?(?:east|west))?(?:ern)?\s+)?",
    re.IGNORECASE,
)
#: Between a sum that a colon stands before and those with whom it was agreed.
_AGREED_WITH = re.compile(
    r"(?:\s+(?:in|of)(?:\s+[\w-]+){1,3}?)?\s+(?:after|following|at|in)\s+(?:[a-z-]+\s+){0,2}"
    r"(?:talks|negotiations|consultations)\s+with\s+(?:the\s+)?",
    re.IGNORECASE,
)
#: Work on what is told to be for somebody: "for rebuilding of".
_WORKS = re.compile(
    r"\b(?:rebuilding|reconstruction|repairs?|restoration|recovery|relief|development|demining|people"
    r"|wells|bridges|homes|housing|roads?|ports?|farms|mines|power|energy|lines|works?|projects?)\b",
    re.IGNORECASE,
)
#: Behind a seat of government that gets, and is no town: "brings 30 tonnes of food to Kabul".
_ENDS = re.compile(
    r"\s*(?:$|[,.;:–—]|\b(?:after|as|amid|ahead|before|over|for|from|in|to|with|under|via)\b)",
    re.MULTILINE,
)
#: Somebody's firm or plant, which is no recipient of aid: "into Japan's SoftBank".
_OWNER = re.compile(r"['’]s?\s+[A-Z]")
#: Behind the adjective of a state: a body or people of it that gets. "for Lebanese forces".
_FORCES = re.compile(
    r"\s+(?:[a-z-]+\s+)?(?:army|forces?|troops|navy|police|soldiers|government|budget|economy"
    r"|hospitals?|clinics?|schools?|refugees|children|families|victims|farmers|recovery|grid|power"
    r"|cities|villages|drones?|defence|defense|reconstruction|people|civilians)\b"
)


def meant_for(page: Page, sentence: Span, giver: ActorMention, behind: Span, thing: Span) -> bool:
    """Say whether the thing is for somebody else: named right beside it, or as somebody aided."""
    after = Span(thing.end, sentence.end)
    if any_of("headline_verbs", "trade").search(page.text, after.start, after.end):
        return False
    if right_beside(page, giver, Span(behind.start, thing.start), after) is not None:
        return True
    if any_of("headline_verbs", "joint_schemes").search(page.text, after.start, after.end):
        return True
    own = bound_actor(giver)
    if own is not None and own.type == "organisation":  # it has no home that it may spend on
        return _TO_NAME.search(page.text, after.start, after.end) is not None
    ahead = Span(sentence.start, giver.span.start)  # "Namibia drought: Germany adds €11m"
    told = [after, ahead] if page.words(ahead).rstrip().endswith(":") else [after]
    return any(others_in(page, giver, span) and _aided(page, span) for span in told)


def right_beside(
    page: Page, giver: ActorMention, between: Span, after: Span
) -> ActorMention | None:
    """Give another who is named right beside: "hands Malawi €5m", "€5m for wells in Mali"."""
    for other in others_in(page, giver, Span(between.start, after.end)):
        if other.span.end <= between.end and page.words(between).strip() in (
            page.words(other.span),
            f"{page.words(other.span)} with",
        ):
            return other
        if named_for(page, Span(between.end, after.start), other):
            return other
        by = _TO.match(page.text, after.start, other.span.start)
        seat = other.naming == "seat" and _ENDS.match(page.text, other.span.end) is not None
        named = other.naming == "name" or seat
        named = named or (other.naming == "office" and other.actor.type == "state")
        named = named or (
            other.naming in ("adjective", "demonym")
            and _FORCES.match(page.text, other.span.end) is not None
        )
        plain = named and _OWNER.match(page.text, other.span.end) is None
        if not plain:
            continue
        if by is not None and by.end() == other.span.start and _is_work(by["what"]):
            return other
        if _AGREED_WITH.fullmatch(page.text, after.start, other.span.start):
            return other
        bank = page.words(other.span).lower().endswith("central bank")
        if bank and page.text[after.start : other.span.start].split() in (["in"], ["with"]):
            return other
    return None


def _is_work(what: str | None) -> bool:
    """Say whether what stands between "for" and a place is work or people that aid goes to."""
    if what is None:
        return True
    return (
        _WORKS.search(what) is not None
        or any_of("headline_verbs", "aided").search(what) is not None
    )


def _aided(page: Page, span: Span) -> bool:
    """Say whether words call something aid, or name what aid goes to."""
    lists = (any_of("acts", "aid_words"), any_of("headline_verbs", "aided"))
    return any(words.search(page.text, span.start, span.end) for words in lists)


def others_in(page: Page, giver: ActorMention, span: Span) -> list[ActorMention]:
    """Actors of a range that are not the giver itself."""
    own = bound_actor(giver)
    found = [m for m in page.actors.within(span) if m is not giver]
    return [m for m in found if own is None or (bound_actor(m) or m.actor).id != own.id]
