"""Measures by the noun of an action: its verb, what easing makes of it, and at whom it is aimed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from pledgebook.extract.lexicon import any_of, forms, load, verb_classes
from pledgebook.extract.lists_of_actors import joined_after
from pledgebook.extract.measure_parties import described
from pledgebook.extract.measure_stages import into_force, only_planned
from pledgebook.extract.page import Page
from pledgebook.extract.parties import Party, bound_actor
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import Action
from pledgebook.resolve.mentions import ActorMention

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
#: What trade is in.
_GOODS = "|".join(load("measures")["goods"])
#: Behind a good, what is banned instead ("a ban on two oil companies").
_MORE = (
    r"[-\s](?!(?:and|or|from|in|into|to|that|which|will|would|is|was|has|for|by|since|after|until|at"
    r"|with|on|came|comes|took|takes|entered|remains|imports?)\b)[a-z]"
)
#: Actions whose words may stand apart: "froze all of the bank's assets", "bans the import".
_APART: tuple[tuple[Action, re.Pattern[str]], ...] = (
    ("price_cap", re.compile(
        r"\bcaps?(?=\s+on\s+(?:the\s+price\s+of\s+)?(?:[\w-]+\s+){0,3}?(?:oil|crude|gas|diesel|fuel|petrol)\b)")),
    ("asset_use", re.compile(
        r"\b(?:us(?:e|es|ing)|seiz(?:e|es|ed|ing)|confiscat(?:e|es|ed|ing))\s+(?:[\w’'-]+\s+){0,3}?"
        r"(?:frozen|immobili[sz]ed)\s+(?:[\w’'-]+\s+){0,3}?(?:assets|reserves|funds)\b")),
    ("asset_freeze", re.compile(
        r"\b(?:freez(?:e|es|ing)|froze|frozen)\s+(?:on\s+)?(?:[\w’'$€£.,-]+\s+){0,7}?"
        r"(?:assets|accounts|reserves)\b")),
    ("asset_freeze", re.compile(
        r"\b(?:keep(?:s|ing)?|kept|hold(?:s|ing)?|leav(?:e|es|ing))\s+(?:[\w’'-]+\s+){1,6}?"
        r"(?:assets|reserves|funds)\s+(?:\w+\s+)?(?:frozen|immobili[sz]ed|blocked)\b")),
    ("asset_freeze", re.compile(
        r"\b(?:assets|reserves|funds)\s+(?:in\s+[\w’'-]+\s+[\w’'-]+\s+)?(?:(?:will|shall|would|must|to|are\s+to)\s+)?"
        r"(?:continue\s+to\s+)?(?:remain|stay|be\s+kept)s?\s+(?:\w+\s+)?(?:frozen|immobili[sz]ed|blocked)\b")),
    ("import_ban", re.compile(
        r"\b(?:ban(?:s|ned|ning)?|prohibit(?:s|ed|ing)?|bar(?:s|red|ring)?|outlaw(?:s|ed|ing)?|forbid(?:s|den)?|forbade|embargo(?:es|ed)?)\s+(?:on\s+)?(?:the\s+|all\s+|most\s+)?"
        r"(?:[\w-]+\s+)?(?:imports?|purchases?)\b")),
    ("export_ban", re.compile(
        r"\b(?:halt(?:s|ed|ing)?|stop(?:s|ped|ping)?|suspend(?:s|ed|ing)?|curb(?:s|ed|ing)?|restrict(?:s|ed|ing)?|block(?:s|ed|ing)?)"
        r"\s+(?:the\s+|all\s+|its\s+|most\s+)?(?:(?!military|arms|weapons)[\w-]+\s+){0,2}?exports\b(?!\s+of\s+(?:arms|weapons|ammunition|military))")),
    ("import_ban", re.compile(
        r"\b(?:halt(?:s|ed|ing)?|stop(?:s|ped|ping)?|suspend(?:s|ed|ing)?|restrict(?:s|ed|ing)?|block(?:s|ed|ing)?|cut(?:s|ting)?\s+off|end(?:s|ed|ing)?"
        r"|phas(?:e|es|ed|ing)\s+out)\s+(?:the\s+|all\s+|its\s+|most\s+)?(?:[\w-]+\s+){0,2}?imports\b")),
    ("export_ban", re.compile(
        r"\b(?:ban(?:s|ned|ning)?|prohibit(?:s|ed|ing)?|bar(?:s|red|ring)?|outlaw(?:s|ed|ing)?|forbid(?:s|den)?|forbade|embargo(?:es|ed)?)\s+(?:on\s+)?(?:the\s+|all\s+|most\s+)?"
        r"(?:[\w-]+\s+)?(?:exports?|sales?)\b")),
    ("import_ban", re.compile(
        rf"\bban(?:s|ned|ning)?\s+(?:on\s+)?(?:the\s+|all\s+|most\s+)?(?:[\w-]+\s+){{0,3}}?(?:{_GOODS})\b(?!{_MORE})")),
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


def verb_of(page: Page, syntax: Syntax, noun: Span) -> int | None:
    """Find the verb that has the words of an action, or that is one of them."""
    head = syntax.head_of(noun)
    if head is None:
        return None
    inside = [n for n in syntax.inside(noun) if _acts(syntax, n)]
    if not inside and page.words(noun).lower().startswith("frozen"):
        return None  # assets that are frozen: nobody freezes them here
    if with_noun(syntax, head) is not None:
        return with_noun(syntax, head)
    for n in [*inside[:1], head, *_nearest(syntax, head)]:
        if (
            syntax.tokens[n].text.lower() in verb_classes("measures")
            and syntax.tokens[n].pos == "VERB"
        ):
            return n if into_force(page, syntax, n) else None
    return None


def _nearest(syntax: Syntax, head: int) -> list[int]:
    """Give the verbs above a noun; what is only planned or weighed has the noun for its object."""
    above = syntax.verbs_above(head)[:3]
    further = [v for v in above[1:] if not only_planned(syntax, v)]
    return [*above[:1], *further]


@cache
def with_forms() -> frozenset[str]:
    """The forms of the verbs that bring pressure with its noun."""
    return frozenset(form for verb in load("measures")["with_noun"] for form in forms(verb))


def with_noun(syntax: Syntax, head: int) -> int | None:
    """Give the verb that brings pressure "with" its noun: "retaliated with tariffs"."""
    token = syntax.tokens[head]
    if token.dep != "pobj" or syntax.tokens[token.head].text.lower() != "with":
        return None
    for verb in syntax.verbs_above(head)[:1]:
        if syntax.tokens[verb].lemma.lower() in load("measures")["with_noun"]:
            return verb
    return None


def _acts(syntax: Syntax, token: int) -> bool:
    """Say whether a word is a verb of its own, no participle before a noun ("frozen assets")."""
    found = syntax.tokens[token]
    before_noun = found.tag == "VBN" and not syntax.auxiliaries(token)
    return found.pos == "VERB" and found.dep != "amod" and not before_noun


def eased(syntax: Syntax, verb: int, noun: Span, action: Action) -> Action | None:
    """Name the action: pressure that is lifted is a delisting, restrictions alone are none.

    Pressure that is only lessened is none either ("will cut duties"); a cap bites as it falls.
    """
    lifted = syntax.tokens[verb].lemma.lower() in load("measures")["easing"]
    if verb in syntax.inside(noun) and action in ("export_ban", "import_ban"):
        return action  # "suspended exports": the verb is the action itself
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
    right = on is not None and _RIGHT_ON.fullmatch(page.text, noun.end, on.end()) is not None
    told = _described_behind(page, syntax, start, sentence) if right else None
    after = joined_after(page, start, sentence.end, reach=50)
    if told is not None and after and _whose_trade(page, told, after[0]):
        return [told]
    if after and _ELSEWHERE.search(_people_in().sub("", page.text[start : after[0].span.start])):
        return []
    named = _not_acting(after or _hit(page, syntax, noun) or page.actors.within(noun), actors)
    return named or aimed_at(page, actors, None if after else told)


#: What stays frozen as it was.
_HELD = re.compile(r"\b(?:frozen|immobili[sz]ed|blocked)\Z", re.IGNORECASE)


def stays_held(page: Page, noun: Span) -> bool:
    """Say whether words tell that holdings stay frozen, not that somebody freezes them."""
    return _HELD.search(page.words(noun)) is not None


def held_of(page: Page, syntax: Syntax, noun: Span, actors: Sequence[Party]) -> list[Party]:
    """Give whose holdings stay frozen: "Mali's assets in our jurisdictions will stay blocked"."""
    first = next(iter(syntax.inside(noun)), None)
    if first is None:
        return []
    inside = Span(syntax.subtree(first).start, noun.end)
    return _not_acting(page.actors.within(inside), actors) or aimed_at(page, actors, None)


@cache
def _people_in() -> re.Pattern[str]:
    """Those aimed at by where they are: "39 people and five entities in Russia"."""
    nouns = "|".join(load("measures")["aimed_at"])
    return re.compile(rf"\b(?:{nouns})(?:s|es)?\s+(?:based\s+)?in\s+(?:the\s+)?$", re.IGNORECASE)


def _hit(page: Page, syntax: Syntax, noun: Span) -> Sequence[ActorMention]:
    """Give who is hit with it: the object of such a verb, or the subject of its passive."""
    head = syntax.head_of(noun)
    verb = None if head is None else with_noun(syntax, head)
    thing = None if verb is None else syntax.child(verb, "dobj", "nsubjpass")
    return () if thing is None else page.actors.within(syntax.subtree(thing))


def _not_acting(mentions: Iterable[ActorMention], actors: Sequence[Party]) -> list[Party]:
    acting_ids = {party.actor.id for party in actors}
    found: dict[str, Party] = {}
    for mention in mentions:
        actor = bound_actor(mention) or mention.actor
        if actor.id not in acting_ids:
            found.setdefault(actor.id or actor.name, Party(actor=actor, span=mention.span))
    return list(found.values())


#: Behind those aimed at, what they do with somebody else: that one is not aimed at.
_TRADE_WITH = re.compile(
    r"\s*,?\s*(?:that|which|who|buying|trading|importing|purchasing|doing|helping|supplying|shipping|carrying|dealing|still|continuing|found)\b",
    re.IGNORECASE,
)
_TRADING = re.compile(r"\s(?:buying|trading|importing|purchasing|dealing)\b", re.IGNORECASE)
_BUYERS = re.compile(
    r"\b(?:buyers?|importers?|purchasers?|customers?|shippers?)\s+of\b", re.IGNORECASE
)


def _whose_trade(page: Page, told: Party, named: ActorMention) -> bool:
    """Say whether one named is only whom those aimed at trade with: "buyers of Chadian oil"."""
    if told.span.start < named.span.start < told.span.end:
        between = page.text[told.span.start : named.span.start]
        return _BUYERS.search(between) is not None or _TRADING.search(between) is not None
    return told.span.end <= named.span.start and (
        _TRADE_WITH.match(page.text, told.span.end) is not None
    )


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
