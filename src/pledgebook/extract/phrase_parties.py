"""Actors named inside the noun phrase of a thing: "UK export finance", "Germany's package"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgebook.extract.called_sums import calls_its_own
from pledgebook.extract.lexicon import load, verb_classes
from pledgebook.extract.named_classes import named_by_class
from pledgebook.extract.owned_shares import owns_share
from pledgebook.extract.page import Page
from pledgebook.extract.spoken_of import opening_of
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention


def beside(
    page: Page, syntax: Syntax, thing: Span, targets: Sequence[ActorMention]
) -> list[ActorMention]:
    """Actors inside the noun phrase of the thing: "UK export finance", "Germany's package of …"."""
    head = syntax.head_of(thing)
    if head is None:
        return []
    tops = [head]
    above = syntax.tokens[head].head
    if syntax.tokens[head].dep in ("nummod", "nmod", "compound", "quantmod", "amod"):
        tops.append(above)
    for top in tuple(tops):
        of = syntax.child(top, "prep")
        if of is not None and syntax.tokens[of].text.lower() in ("of", "in"):
            tops.extend(c for c in syntax.children[of] if syntax.tokens[c].dep == "pobj")
    return _around(page, syntax, tops, targets)


def whose_measured(
    page: Page, syntax: Syntax, thing: Span, targets: Sequence[ActorMention]
) -> list[ActorMention]:
    """Actors beside the noun of aid that a sum measures: "an IMF loan of eight billion"."""
    head = syntax.head_of(thing)
    if head is None:
        return []
    above = syntax.tokens[head].head
    figure = above if syntax.tokens[head].dep in ("nummod", "quantmod", "compound") else head
    return _around(page, syntax, _noun_of(syntax, figure), targets)


def _around(
    page: Page, syntax: Syntax, tops: Sequence[int], targets: Sequence[ActorMention]
) -> list[ActorMention]:
    """Actors whose words stand right before one of some nouns, in its phrase."""
    found: list[ActorMention] = []
    for top in tops:
        for n in (top, *syntax.children[top]):
            if syntax.tokens[n].dep not in ("poss", "amod", "compound", "nmod", "det"):
                continue
            for mention in page.actors.touching(syntax.tokens[n].span):
                if (
                    mention not in targets
                    and mention not in found
                    and mention.actor.type != "unnamed"
                    and not page.money.touching(mention.span)  # the "US" of "5 US dollars"
                ):
                    found.append(mention)
    return found


def _noun_of(syntax: Syntax, figure: int) -> list[int]:
    """Give the noun of aid that a sum behind "of" measures: "an IMF loan of eight billion"."""
    token = syntax.tokens[figure]
    if token.dep != "pobj" or syntax.tokens[token.head].text.lower() != "of":
        return []
    noun = syntax.tokens[token.head].head
    return [noun] if syntax.tokens[noun].text.lower() in load("acts")["nouns"]["aid"] else []


#: Between a thing and its giver, right behind it: "€5m from Oslo", "€5m in grants from Oslo".
#: Between a sum and whose it is, right before it: "Oslo's NOK 75 million", "Chile's new €5m".
_OWNS = re.compile(r"['’]s?\s+(?:(?:new|latest|additional|further|first)\s+)?")


#: "its" right before a sum: "London said its £160 million would go on schools".
_ITS = re.compile(r"\bits\s+(?:(?:own|new|latest|additional|further|first)\s+)?$", re.IGNORECASE)
#: From one who acts in a clause joined on to "its": ", and Oslo sent its".
_OWN_CLAUSE = re.compile(
    r"\s+(?:(?:has|have|had|will|would|also)\s+){0,2}[a-z]+\s+(?:up\s+|in\s+|out\s+)?its\s+(?:own\s+|new\s+)?",
    re.IGNORECASE,
)
_JOINED_ON = re.compile(r"(?:,|;|\b(?:and|while|but))\s+(?:the\s+)?$", re.IGNORECASE)


def _of_own_clause(page: Page, sentence: Span, thing: Span) -> ActorMention | None:
    """Give who acts right before "its" in a clause that others go before."""
    for mention in page.actors.within(Span(sentence.start, thing.start))[-1:]:
        joined = _JOINED_ON.search(page.text, sentence.start, mention.span.start)
        if joined and _OWN_CLAUSE.fullmatch(page.text, mention.span.end, thing.start):
            return mention
    return None


#: Behind an opening name: others give it.
_GETS = re.compile(
    r"\s+(?:will\s+|has\s+|is\s+)?(?:gets?|got|receiv\w+|to\s+receive|thanks?|thanked)\b"
)


def _passes_on(page: Page, opening: ActorMention) -> bool:
    return _GETS.match(page.text, opening.span.end) is not None


def owns_sum(page: Page, sentence: Span, thing: Span) -> list[ActorMention]:
    """Give whose a sum is that has its owner right before it, whatever else is told before."""
    if not page.money.touching(thing):
        return []
    owner = owns_share(page, sentence, thing) or calls_its_own(page, sentence, thing)
    if owner is not None:
        return [owner]
    if _ITS.search(page.text, sentence.start, thing.start):
        opening = _of_own_clause(page, sentence, thing) or opening_of(page, sentence)
        return [] if opening is None or _passes_on(page, opening) else [opening]
    if (classed := _class_owns(page, sentence, thing)) is not None:
        return [classed]
    named = page.actors.within(Span(sentence.start, thing.start))[-1:]
    return [
        m
        for m in named
        if m.actor.type != "unnamed" and _OWNS.fullmatch(page.text, m.span.end, thing.start)
    ]


#: "the bloc's €5m", "and the latter €3m": words that stand for one named before.
_CLASS_OWNS = re.compile(
    r"\b(?:(?P<class>the\s+\w+)['’]s|(?P<pair>the\s+(?:former|latter)))\s+(?:new\s+|own\s+)?$",
    re.IGNORECASE,
)


def _class_owns(page: Page, sentence: Span, thing: Span) -> ActorMention | None:
    found = _CLASS_OWNS.search(page.text, sentence.start, thing.start)
    if found is None:
        return None
    return named_by_class(page, Span(*found.span("pair" if found["pair"] else "class")))


_FROM = re.compile(r"(?:\s+in\s+(?:\w+\s+)?\w+)?\s+(?:from|by)\s+(?:the\s+)?", re.IGNORECASE)
#: The same behind what a sum is called: "a $3m contribution by".
_GIFT_BY = re.compile(
    r"\s+(?:contribution|commitment|grant|loan|donation|pledge|gift|payment|credit|package)\s+(?:from|by)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_PAIR = 2


def right_behind(page: Page, sentence: Span, thing: Span, mention: ActorMention) -> bool:
    """Say whether a giver stands right behind one of several sums or counted things.

    "$3m and €5m from Norway", "€9m from the EU and 80 buses from Romania", "a $3m grant by Norway".
    """
    if _GIFT_BY.fullmatch(page.text, thing.end, mention.span.start):
        return True
    if not from_behind(page, thing, mention):
        return False
    if _INCLUDING.search(page.text, sentence.start, thing.start):  # a part with its own giver
        return True
    named = [m for m in page.quantities.within(sentence) if m.name_span is not None]
    return len(page.money.within(sentence)) + len(named) >= _PAIR


#: Right before a part of what was told: "including more than €5m from Norway".
_INCLUDING = re.compile(
    r"\b(?:including|of\s+which|among\s+(?:it|them))\s+(?:(?:about|some|nearly|almost|over|up\s+to|more\s+than|at\s+least"
    r"|an?|additional|another)\s+){0,3}$",
    re.IGNORECASE,
)


def from_behind(page: Page, thing: Span, mention: ActorMention) -> bool:
    """Say whether a thing comes from an actor right behind it."""
    return _FROM.fullmatch(page.text, thing.end, mention.span.start) is not None


def behind_another(page: Page, sentence: Span, thing: Span, mention: ActorMention) -> bool:
    """Say whether a giver stands right behind an earlier sum: "€200m from A and $700m of arms"."""
    return any(
        right_behind(page, sentence, money.span, mention)
        for money in page.money.within(Span(sentence.start, thing.start))
    )


def behind_a_sum(page: Page, sentence: Span, mention: ActorMention) -> bool:
    """Say whether a giver stands right behind a sum, which then comes from it."""
    return any(
        _FROM.fullmatch(page.text, money.span.end, mention.span.start)
        for money in page.money.within(sentence)
    )


def of_next(page: Page, syntax: Syntax, thing: Span, mention: ActorMention) -> bool:
    """Say whether a giver behind a thing belongs to the next sum only.

    "the €3m already given and €5m from Norway": a participle of its own closes the first.
    """
    between = Span(thing.end, mention.span.start)
    sums = page.money.within(between)
    closing = (
        syntax.tokens[n]
        for n in syntax.inside(between)
        if syntax.tokens[n].tag == "VBN" and syntax.tokens[n].text.lower() in verb_classes("acts")
    )
    return bool(sums) and any(token.span.end <= sums[0].span.start for token in closing)
