"""Measures by the noun of an action: its verb, what easing makes of it, and at whom it is aimed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgebook.extract.lexicon import any_of, load, verb_classes
from pledgebook.extract.lists_of_actors import joined_after
from pledgebook.extract.measure_parties import described
from pledgebook.extract.page import Page
from pledgebook.extract.parties import Party, bound_actor
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import Action

_ON = re.compile(r"\b(?:on|against|targeting|from|to|for)\s+(?:the\s+)?")
#: Before an actor these make it the place or the maker of something, not the target.
_ELSEWHERE = re.compile(r"\b(?:into|in|by|with|alongside|within|taken|adopted|made)\b")
#: Between the noun of an action and those who are only described.
_RIGHT_ON = re.compile(
    r"\s+(?:package\s+|restrictions\s+)?(?:on|against|targeting)\s+(?:the\s+)?", re.IGNORECASE
)
#: Restrictions that are no economic pressure: on travel, or on what somebody may do with a gift.
_OTHERWISE = re.compile(
    r"\s+on\s+(?:the\s+)?(?:[\w’'-]+\s+){0,2}?(?:us(?:e|ing)|travel\w*|movement|entry|visitors|flights"
    r"|gatherings|speech|media|weapons|strikes)\b",
    re.IGNORECASE,
)
#: How far behind the noun of an action those aimed at may stand, in code points.
_NEAR = 80
#: Actions whose words may stand apart: "froze all of the bank's assets", "bans the import".
_APART: tuple[tuple[Action, re.Pattern[str]], ...] = (
    ("asset_use", re.compile(
        r"\b(?:us(?:e|es|ing)|seiz(?:e|es|ed|ing)|confiscat(?:e|es|ed|ing))\s+(?:[\w’'-]+\s+){0,3}?"
        r"(?:frozen|immobili[sz]ed)\s+(?:[\w’'-]+\s+){0,3}?(?:assets|reserves|funds)\b")),
    ("asset_freeze", re.compile(
        r"\b(?:freez(?:e|es|ing)|froze|frozen)\s+(?:on\s+)?(?:[\w’'$€£.,-]+\s+){0,4}?"
        r"(?:assets|accounts|reserves)\b")),
    ("import_ban", re.compile(
        r"\b(?:ban(?:s|ned|ning)?|prohibit(?:s|ed|ing)?|bar(?:s|red|ring)?)\s+(?:on\s+)?(?:the\s+|all\s+|most\s+)?"
        r"(?:[\w-]+\s+)?(?:imports?|purchases?)\b")),
    ("export_ban", re.compile(
        r"\b(?:ban(?:s|ned|ning)?|prohibit(?:s|ed|ing)?|bar(?:s|red|ring)?)\s+(?:on\s+)?(?:the\s+|all\s+|most\s+)?"
        r"(?:[\w-]+\s+)?(?:exports?|sales?)\b")),
)  # fmt: skip


def actions_in(page: Page, sentence: Span) -> list[tuple[Action, Span]]:
    """Words of actions in a sentence, in order; where two overlap, the one found first."""
    found: list[tuple[Action, Span]] = []
    patterns = [
        *_APART,
        *((code, any_of("measures", "actions", code)) for code in load("measures")["actions"]),
    ]
    for code, pattern in patterns:
        for match in pattern.finditer(page.text, sentence.start, sentence.end):
            span = Span(*match.span())
            if _OTHERWISE.match(page.text, span.end, sentence.end):
                continue
            if not any(span.overlaps(other) for _, other in found):
                found.append((code, span))
    return sorted(found, key=lambda one: one[1])


def verb_of(syntax: Syntax, noun: Span) -> int | None:
    """Find the verb that has the words of an action, or that is one of them."""
    head = syntax.head_of(noun)
    if head is None:
        return None
    inside = [n for n in syntax.inside(noun) if syntax.tokens[n].pos == "VERB"]
    for n in [*inside[:1], head, *syntax.verbs_above(head)[:3]]:
        if (
            syntax.tokens[n].text.lower() in verb_classes("measures")
            and syntax.tokens[n].pos == "VERB"
        ):
            return n
    return None


def eased(syntax: Syntax, verb: int, noun: Span, action: Action) -> Action | None:
    """Name the action: pressure that is lifted is a delisting, restrictions alone are none.

    Pressure that is only lessened is none either ("will cut duties"); a cap bites as it falls.
    """
    lifted = syntax.tokens[verb].lemma.lower() in load("measures")["easing"]
    head = syntax.head_of(noun)
    above = [] if head is None else syntax.verbs_above(head)[:1]
    if action != "price_cap" and any(
        syntax.tokens[v].lemma.lower() in load("measures")["lessening"] for v in above
    ):
        return None
    if action == "delisting":
        return action if lifted else None
    if lifted:  # trade that is let in again, a tariff that goes, is no pressure
        return "delisting" if action in ("sanction", "asset_freeze") else None
    return action


def targets_of(
    page: Page, syntax: Syntax, noun: Span, sentence: Span, actors: Sequence[Party]
) -> list[Party]:
    """Actors after "on" or "against", else after the action ("Russian oil"), else the page's.

    Where nobody is named at all, those who are described ("sanctions on 55 captains").
    """
    on = _ON.search(page.text, noun.end, min(sentence.end, noun.end + _NEAR))
    start = on.end() if on else noun.end
    after = joined_after(page, start, sentence.end, reach=50)
    if after and _ELSEWHERE.search(page.text, start, after[0].span.start):
        return []
    acting_ids = {party.actor.id for party in actors}
    found: dict[str, Party] = {}
    for mention in after:
        actor = bound_actor(mention) or mention.actor
        if actor.id not in acting_ids:
            found.setdefault(actor.id or actor.name, Party(actor=actor, span=mention.span))
    right = on is not None and _RIGHT_ON.fullmatch(page.text, noun.end, on.end()) is not None
    told = _described_behind(page, syntax, start, sentence) if right and not after else None
    return list(found.values()) or aimed_at(page, actors, told)


#: Several that are not named: none of them is the one that a page speaks of.
_COUNTRIES = re.compile(r"\b(?:countries|states|nations|governments)\b", re.IGNORECASE)


def aimed_at(page: Page, actors: Sequence[Party], told: Party | None) -> list[Party]:
    """Give the state that the page's pressure is aimed at, else those who are described."""
    aimed = page_target(page)
    if told is not None and _COUNTRIES.search(told.actor.name):
        return []
    if aimed is not None and aimed.actor.id not in {party.actor.id for party in actors}:
        return [aimed]
    return [] if told is None else [told]


def _described_behind(page: Page, syntax: Syntax, start: int, sentence: Span) -> Party | None:
    """Give those who are described right behind "on" or "against"."""
    for n in syntax.inside(Span(start, sentence.end)):
        if syntax.tokens[n].dep == "pobj":
            return described(page, syntax, n)
    return None


#: "sanctions on Russia", "against Moscow": whom a page's pressure is aimed at.
_AIMED = re.compile(
    r"\b(?:sanctions?|pressure|measures|restrictions|package)\s+(?:on|against|targeting)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def page_target(page: Page) -> Party | None:
    """Give the one state at which a page says that sanctions are aimed; None for several."""
    aimed: dict[str, Party] = {}
    for mention in page.actors:
        before = page.text[max(0, mention.span.start - 40) : mention.span.start]
        if mention.actor.type == "state" and mention.actor.id and _AIMED.search(before):
            actor = bound_actor(mention) or mention.actor
            aimed.setdefault(mention.actor.id, Party(actor=actor, span=mention.span))
    return next(iter(aimed.values())) if len(aimed) == 1 else None
