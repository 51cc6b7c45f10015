"""What a headline's words of refusing refuse: goods, a joint fund, or paying for somebody."""

from __future__ import annotations

import re

from pledgebook.extract.drafts import Draft, Thing
from pledgebook.extract.goods import uncounted_goods
from pledgebook.extract.page import Page
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.things import things_in
from pledgebook.model.spans import Span

#: Between the words of refusing and what is refused.
_BETWEEN = re.compile(r"(?:\s+[\w'’%.,-]+){0,9}?\s*")
#: Behind goods that nobody would give there: quarrels over them, and arms that are seen or used.
_OTHERWISE = re.compile(
    r"\s+(?:rows?|disputes?|spats?|talks|debates?|probes?|scandals?|cases?|votes?|claims?|seen|hit|found|shot|lost"
    r"|spotted|launched|fired|crossed|entered)\b",
    re.IGNORECASE,
)
#: Words of refusing to take part.
_JOINING = re.compile(r"\b(?:join|part|contribute|sign|pay|chip)\b", re.IGNORECASE)
#: What several pay into for somebody else: "shell fund", "arms scheme".
_FUND = re.compile(
    r"\s+(?:[\w'’-]+\s+){0,3}?(?P<name>(?:[a-z-]+\s+)?"
    r"(?:funds?|schemes?|initiatives?|drives?|facility|mechanism|pool|fundraiser|purchases?))\b"
)


#: Verbs that have those who get for their object, at the end of words of refusing.
_HELPING = re.compile(
    r"(?:financ(?:e|ing)|fund(?:ing)?|arm(?:ing)?|bankroll(?:ing)?|bail(?:ing)?\s+out|rescu(?:e|ing)"
    r"|prop(?:ping)?\s+up|equip(?:ping)?|help\s+fund|pay\s+for)$|\b(?:cent|penny|euro|dollar|koruna|crown|forint)\s+for$",
    re.IGNORECASE,
)


def fill_refused(page: Page, draft: Draft, words: Span, behind: Span) -> Span | None:
    """Give a draft what is refused behind the words of refusing, and where it stands.

    None where they refuse nothing that could be given.
    """
    sums = page.money.within(behind)
    if sums:
        draft.money, draft.problems = sums[0], set(sums[0].problems)
        return sums[0].span
    goods = _goods(page, draft.sentence, behind) or _joint_fund(page, words, behind)
    if goods and _OTHERWISE.match(page.text, goods[-1].name.end):
        return None
    if goods:
        draft.things, draft.instrument = goods, ("in_kind", None)
        return goods[0].name
    helped = _helped(page, words, behind)
    if helped is not None:
        draft.purpose, draft.instrument = helped, ("policy", None)
    return helped


def joins(page: Page, words: Span) -> bool:
    """Say whether words of refusing refuse to take part: "declines to join"."""
    return _JOINING.search(page.words(words)) is not None


def _goods(page: Page, sentence: Span, behind: Span) -> list[Thing]:
    syntax = Syntax(page.parse(sentence))
    found = [*things_in(page, sentence), *uncounted_goods(page, syntax, sentence)]
    near: list[Thing] = []
    for thing in sorted(found, key=lambda one: one.name):
        apart = not any(thing.name.overlaps(other.name) for other in near)
        if apart and thing.name.start >= behind.start:
            near.append(thing)
    first = near[0].name.start if near else behind.start
    if "," in page.text[behind.start : first]:  # "will not join a force, while Oslo sends medics"
        return []
    return near if near and _BETWEEN.fullmatch(page.text, behind.start, first) else []


def _helped(page: Page, words: Span, behind: Span) -> Span | None:
    """Give the words of what somebody refuses to pay for, up to who is named: "arm Chad"."""
    verb = _HELPING.search(page.words(words))
    following = next(iter(page.actors.within(behind)), None)
    if verb is None or following is None or following.actor.type != "state":
        return None
    if page.text[behind.start : following.span.start].strip() not in ("", "the"):
        return None
    return Span(words.start + verb.start(), following.span.end)


def _joint_fund(page: Page, words: Span, behind: Span) -> list[Thing]:
    """Give the fund or scheme that somebody refuses to join: "declines to join shell fund"."""
    if not joins(page, words) and not page.words(words).lower().endswith(("out of", "out")):
        return []
    found = _FUND.match(page.text, behind.start, behind.end)
    return [] if found is None else [Thing.named(page, Span(*found.span("name")))]
