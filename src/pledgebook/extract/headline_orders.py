"""Further orders in which a headline tells of a gift, each with its giver, its thing and a taker.

"Norway tops up Mali fund by €5m", "€5m for Mali in new EU package", "€5m lifeline: Norway rescues
Malian clinics", "EU, Mali seal €5m deal", "Six tanks for Mali, Norway says".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from pledgebook.extract.headline_receipts import comes_from, gift_behind, got, opens, same
from pledgebook.extract.lexicon import any_of, forms_of, load, phrases_of, verb_classes
from pledgebook.extract.page import Page
from pledgebook.extract.parties import bound_actor
from pledgebook.model.spans import Span
from pledgebook.model.values import Actor
from pledgebook.resolve.mentions import ActorMention

#: What a sum is added by: "by €5m", "with an extra €5m".
_BY = (
    r"(?:\s+[\w'’%-]+){0,7}?\s+(?:by|with)\s+(?:(?:an?|another|extra|up\s+to|further|new)\s+){0,2}"
)
#: Behind the state whose plan serves others.
_PLAN = re.compile(
    r"(?:['’]s)?(?:-led|(?:\s+[\w-]+){0,2}?\s+(?:initiative|scheme|plan|effort|campaign|bid))\b",
    re.IGNORECASE,
)
#: Between a label and its thing.
_LABELLED = re.compile(
    r":\s+(?:(?:up\s+to|another|some|about|over|more\s+than)\s+)?", re.IGNORECASE
)
#: Behind a thing that does not come, or that is owed.
_NOT_THERE = re.compile(
    r"\b(?:missing|unpaid|stuck|stolen|lost|wasted|owed|overdue|outstanding|at\s+risk|gone|cut)\b",
    re.IGNORECASE,
)
#: Words before those who get, in a headline: "Two Rohingya camps get".
_FEW = 4
#: Who says it, behind the sum and whom it is for.
_SAYS = re.compile(r"\s+(?:says?|said|announces|confirms|vows|promises|pledges)\s*$", re.IGNORECASE)
_FOR = re.compile(
    r"(?:\s+more)?(?:\s+in\s+(?:[\w-]+\s+)?aid)?\s+(?:for|to)\s+(?:the\s+)?", re.IGNORECASE
)
#: "in new EU package", "under its latest US deal".
_IN = re.compile(
    r"(?:\s+[\w'’-]+){0,6}?\s+(?:in|under|from|through|via)\s+(?:(?:an?|the|its|new|latest|fresh|first|second|third|next|final|big|record)\s+){0,3}",
    re.IGNORECASE,
)
#: Between two who bind each other: "EU, Mali seal", "ADB and Laos sign".
_AND = re.compile(r"(?:,|\s+(?:and|&))\s+(?:the\s+)?", re.IGNORECASE)


def added_by(page: Page, sentence: Span, giver: ActorMention, thing: Span) -> Span | None:
    """Give the verb of "Giver tops up somebody's fund by thing"; none without somebody else."""
    found = _adding().match(page.text, giver.span.end, thing.start)
    if found is None or not _opens_in_row(page, sentence, giver):
        return None
    if found.end() != thing.start or traded(page, Span(thing.end, sentence.end)):
        return None
    return Span(*found.span("verb")) if another(page, sentence, giver) else None


def _opens_in_row(page: Page, sentence: Span, giver: ActorMention) -> bool:
    """Say whether a name opens the headline, alone or as the last of two: "EIB, Norway top up"."""
    if opens(page, sentence, giver):
        return True
    before = page.actors.within(Span(sentence.start, giver.span.start))
    return any(
        opens(page, sentence, first)
        and _AND.fullmatch(page.text, first.span.end, giver.span.start) is not None
        for first in before
    )


def added_for(page: Page, giver: ActorMention, verb: Span, thing: Span) -> ActorMention | None:
    """Give the state whose fund or the like a thing is added to: "boosts Mali's gas fund by €5m".

    None where only a plan of that state is joined: "joins the Czech shell initiative with €5m".
    """
    for other in reversed(page.actors.within(Span(verb.end, thing.start))):
        if other.actor.type == "state" and other.naming != "office" and not same(other, giver):
            return None if _PLAN.match(page.text, other.span.end) else other
    return None


def in_package(page: Page, sentence: Span, giver: ActorMention, thing: Span) -> bool:
    """Say whether a thing that opens the headline is in a package of the giver's."""
    if page.text[sentence.start : thing.start].strip():
        return False
    placed = _IN.fullmatch(page.text, thing.end, giver.span.start)
    return (
        placed is not None
        and gift_behind().match(page.text, giver.span.end) is not None
        and (another(page, sentence, giver))
    )


def aided_get(page: Page, sentence: Span, giver: ActorMention, thing: Span) -> Span | None:
    """Give the verb of "clinics get thing from giver": those who open it are who aid is for."""
    aided = list(any_of("headline_verbs", "aided").finditer(page.text, sentence.start, thing.start))
    for word in aided:
        verb = got().match(page.text, word.end(), thing.start)
        few = len(page.text[sentence.start : word.start()].split()) <= _FEW
        if verb is None or not few or not page.text[verb.end() : thing.start].isspace():
            continue
        passive = verb["passive"] is not None
        if comes_from(page, thing, giver, passive=passive) and not traded(
            page, Span(thing.end, sentence.end)
        ):
            return Span(*verb.span("told"))
    return None


def told_ahead(page: Page, sentence: Span, giver: ActorMention, thing: Span) -> Span | None:
    """Give the verb of "thing: giver verbs somebody", where the thing stands before the colon."""
    colon = page.text.find(": ", thing.end, giver.span.start)
    if (
        colon < 0
        or page.text[sentence.start : thing.start].strip()
        or not opens(page, sentence, giver)
    ):
        return None
    found = _verb_ahead().match(page.text, giver.span.end, sentence.end)
    if found is None or traded(page, Span(thing.end, sentence.end)):
        return None
    behind = Span(found.end(), sentence.end)
    others = [m for m in page.actors.within(behind) if not same(m, giver)]
    told = "verb" if found["verb"] else "coming"
    return Span(*found.span(told)) if others else None


def said_behind(page: Page, sentence: Span, giver: ActorMention, thing: Span) -> bool:
    """Say whether "thing for somebody, giver says" is told of a state's own gift."""
    if page.text[sentence.start : thing.start].strip():
        return False
    actor = bound_actor(giver)
    if actor is None or actor.type != "state" or _SAYS.match(page.text, giver.span.end) is None:
        return False
    for other in page.actors.within(Span(thing.end, giver.span.start)):
        to = _FOR.fullmatch(page.text, thing.end, other.span.start)
        closed = re.fullmatch(
            r"(?:\s+[\w-]+){0,2},\s+", page.text[other.span.end : giver.span.start]
        )
        if to is not None and closed is not None and not same(other, giver):
            return True
    return False


def bound_with(page: Page, sentence: Span, giver: ActorMention, thing: Span) -> ActorMention | None:
    """Give the state with which a body, or a state of donors, signs: "EU, Mali seal €5m deal"."""
    actor = bound_actor(giver)
    if actor is None:
        return None
    for other in page.actors.within(Span(sentence.start, thing.start)):
        first, second = sorted((giver, other), key=lambda m: m.span)
        taker = bound_actor(other)
        if taker is None or taker.type != "state" or not opens(page, sentence, first):
            continue
        if taker.id in load("acts")["giving_states"]:
            continue
        if _AND.fullmatch(page.text, first.span.end, second.span.start) is None:
            continue
        if _bind(page, actor, Span(second.span.end, thing.start), Span(thing.start, sentence.end)):
            return other
    return None


def _bind(page: Page, giver: Actor, between: Span, behind: Span) -> bool:
    """Say whether two sign a thing, or what is worth it, as aid of the giver to the other."""
    if _binding().fullmatch(page.text, between.start, between.end):
        return _gives_where_two_sign(page, giver, behind)
    worth = _worth().fullmatch(page.text, between.start, between.end)
    gives = giver.type == "organisation" or giver.id in load("acts")["giving_states"]
    if worth is None or not gives:
        return False
    what = Span(*worth.span("what"))
    lists = (any_of("acts", "agreements", "aid"), any_of("headline_verbs", "aided"))
    aid = any(words.search(page.text, what.start, what.end) for words in lists)
    lends = giver.id in load("acts")["lenders"]
    return (aid or lends) and not traded(page, Span(what.start, behind.end))


def _gives_where_two_sign(page: Page, actor: Actor, behind: Span) -> bool:
    """Say whether an actor is likelier to give: states of donors sign for trade as well."""
    if actor.type == "organisation":
        return True
    lists = (any_of("acts", "agreements", "aid"), any_of("headline_verbs", "aided"))
    aid = any(words.search(page.text, behind.start, behind.end) for words in lists)
    return aid and not traded(page, behind) and actor.id in load("acts")["giving_states"]


def lead_taker(page: Page, sentence: Span, giver: ActorMention) -> ActorMention | None:
    """Give the state that a headline names before its colon: "Mali: Norway gives €5m".

    What comes to it, or has befallen it, may stand behind the name: "Mali budget support: …".
    """
    for other in page.actors.within(Span(sentence.start, giver.span.start)):
        actor = bound_actor(other)
        alone = not page.text[sentence.start : other.span.start].strip()
        colon = _about().fullmatch(page.text, other.span.end, giver.span.start) is not None
        if alone and colon and other.naming == "name" and actor is not None:
            return other if actor.type == "state" and not same(other, giver) else None
    return None


def labelled_for(
    page: Page, sentence: Span, giver: ActorMention, thing: Span
) -> ActorMention | None:
    """Give who gets the thing behind a label: "Danish help for Mali: 40 buses by ship"."""
    behind = Span(thing.end, sentence.end)
    if not opens(page, sentence, giver) or traded(page, behind):
        return None
    if _NOT_THERE.search(page.text, behind.start, behind.end):
        return None
    colon = _LABELLED.search(page.text, giver.span.end, thing.start)
    if colon is None or colon.end() != thing.start:
        return None
    label = Span(giver.span.end, colon.start())
    if _given_things().match(page.text, label.start, label.end) is None:
        return None
    others = [m for m in page.actors.within(label) if m.actor.type == "state"]
    return others[-1] if others and not same(others[-1], giver) else None


def another(page: Page, sentence: Span, giver: ActorMention) -> bool:
    """Say whether somebody else is named who may get it, or a scheme for others."""
    schemes = any_of("headline_verbs", "joint_schemes")
    if schemes.search(page.text, sentence.start, sentence.end):
        return True
    return any(not same(m, giver) for m in page.actors.within(sentence))


def traded(page: Page, span: Span) -> bool:
    """Say whether words make what stands before them business."""
    return any_of("headline_verbs", "trade").search(page.text, span.start, span.end) is not None


@cache
def _adding() -> re.Pattern[str]:
    verbs = _either(forms_of("headline_verbs", "adding_to"))
    particles = r"(?:\s+(?:up|down\s+on|out|behind))?"
    return re.compile(rf"(?:\s+to)?\s+(?P<verb>{verbs}){particles}{_BY}", re.IGNORECASE)


@cache
def _verb_ahead() -> re.Pattern[str]:
    """Compile a verb of giving behind a giver, or a gift of its own that comes to somebody."""
    acts = [w for w, c in verb_classes("acts").items() if c in ("give", "deliver", "pledge")]
    own = [*verb_classes("headline_verbs"), *forms_of("headline_verbs", "adding_to"), *acts]
    coming = r"(?:reach|reache|arrive|land|come|go|head)s?(?:\s+(?:in|to|for|at))?"
    gifts = _either(load("headline_verbs")["gift_words"])
    return re.compile(
        rf"(?:\s+(?P<verb>{_either(own)})(?:\s+(?:up|out))?"
        rf"|['’]s?(?:\s+[\w-]+){{0,2}}?\s+(?:{gifts})(?:\s+[\w-]+){{0,1}}\s+(?P<coming>{coming}))(?![\w-])",
        re.IGNORECASE,
    )


@cache
def _binding() -> re.Pattern[str]:
    verbs = _either(forms_of("acts", "binding_both"))
    return re.compile(  # "EBRD and Ukraine's Naftogaz sign"
        rf"(?:(?:['’]s)?(?:\s+(?-i:[A-Z])[\w-]+){{1,2}})?\s+(?:to\s+)?(?:{verbs})(?:\s+(?:on|an?|new|major|landmark))*\s+",
        re.IGNORECASE,
    )


@cache
def _about() -> re.Pattern[str]:
    """Compile what stands behind the state that a headline is about, up to the giver's name."""
    lists = load("headline_verbs")
    words = _either([*lists["gift_words"], *lists["aided"]])
    return re.compile(rf"(?:\s+(?:[a-z-]+\s+){{0,2}}?(?:{words}))?:\s+(?:the\s+)?", re.IGNORECASE)


@cache
def _worth() -> re.Pattern[str]:
    """Compile what two sign, up to what it is worth: "sign five-year health pact worth"."""
    verbs = _either(forms_of("acts", "binding_both"))
    return re.compile(
        rf"\s+(?:to\s+)?(?:{verbs})\s+(?P<what>(?:[\w-]+\s+){{0,5}}?"
        r"(?:pact|deal|mou|accord|agreement|memorandum|compact|arrangement|programme|program))\s+"
        r"(?:worth|of|for|totall?ing|over)\s+(?:(?:up\s+to|about|some|over|nearly)\s+)?",
        re.IGNORECASE,
    )


@cache
def _given_things() -> re.Pattern[str]:
    """Compile a label behind the name of who gives: what is given, for whom, and no verb."""
    goods = phrases_of("acts", "goods")
    words = _either([*load("headline_verbs")["gift_words"], *goods])
    return re.compile(
        rf"(?:['’]s?)?(?:\s+[\w-]+){{0,3}}?\s+(?:(?:{words})\s+(?:for|to)\s+(?:the\s+)?[A-Z][\w-]+"
        rf"|[A-Z][\w-]+(?:\s+[\w-]+)?\s+(?:{words}))(?:\s+[\w-]+)?$"
    )


def _either(words: Iterable[str]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)
