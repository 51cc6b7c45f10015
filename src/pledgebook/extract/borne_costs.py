"""Costs that somebody takes on for others: words of costs beside such a sum make it no less aid."""

from __future__ import annotations

import re

from pledgebook.extract.lexicon import any_of, load
from pledgebook.extract.promise_words import before as words_before
from pledgebook.model.spans import Span

#: What somebody bears for others, right behind the verb, and how far before its sum.
_COST = re.compile(
    r"\b(?:the|its|their|all|half)\s+(?:[\w-]+\s+){0,2}?(?:costs?|bill)\b", re.IGNORECASE
)
_COST_REACH = 90
#: A verb of bearing right before a sum, and "of" behind it.
_BORNE = re.compile(
    r"\b(?:cover|meet|bear|defray|shoulder|foot)(?:s|ed|ing)?\s+"
    r"(?:(?:up|to|about|some|another|around|over|more|than|nearly)\s+){0,3}$",
    re.IGNORECASE,
)
_BORNE_REACH = 40
_OF = re.compile(r"\s+(?:of|in)\s", re.IGNORECASE)
#: What is bought costs so much.
_AT_A_COST = re.compile(
    r"\b(?:at|for)\s+an?\s+(?:total\s+|estimated\s+)?(?:cost|price)\s+of\s+"
    r"(?:(?:about|around|some|up\s+to|over)\s+)?$",
    re.IGNORECASE,
)
#: What somebody pays for at a cost.
_MADE = re.compile(
    r"\b(?:financ\w*|fund\w*|build\w*|built|construct\w*|provid\w*|donat\w*|equip\w*|pa(?:ys?|id)\s+for)\b",
    re.IGNORECASE,
)
_BILL = re.compile(r"(?:\s+[\w-]+){0,3}?\s+(?:bill|costs?)\b", re.IGNORECASE)


def takes_on(text: str, sentence: Span, thing: Span) -> bool:
    """Say whether a sum is a cost or a price that somebody pays for others."""
    return (
        _bought_at(text, sentence, thing)
        or _bears_cost(text, sentence, thing)
        or _borne(text, sentence, thing)
    )


def _bears_cost(text: str, sentence: Span, thing: Span) -> bool:
    """Say whether a sum is a cost that somebody takes on: "will cover the cost, €52m, of …"."""
    clause = Span(max(sentence.start, thing.start - _COST_REACH), thing.start)
    if _BILL.match(text, thing.end):  # "foots $9m wage bill for Mali"
        last = list(any_of("acts", "bearing").finditer(text, clause.start, clause.end))[-1:]
        return any(not text[verb.end() : thing.start].strip() for verb in last)
    found = list(_COST.finditer(text, clause.start, clause.end))
    verbs = any_of("acts", "bearing")
    return bool(found) and any(
        not text[verb.end() : found[-1].start()].strip()
        for verb in verbs.finditer(text, clause.start, found[-1].start())
    )


def _borne(text: str, sentence: Span, thing: Span) -> bool:
    """Say whether somebody bears a sum of what others owe: "will cover €9m of the wages of …"."""
    before = text[max(sentence.start, thing.start - _BORNE_REACH) : thing.start]
    return _BORNE.search(before) is not None and _OF.match(text, thing.end) is not None


def _bought_at(text: str, sentence: Span, thing: Span) -> bool:
    """Say whether a sum is what something costs that is bought: "buys a radar at a cost of €9m"."""
    near = words_before(text, sentence, thing)
    bought = any_of("acts", "buying").search(text, sentence.start, thing.start)
    bought = bought or _MADE.search(text, sentence.start, thing.start)
    return bought is not None and _AT_A_COST.search(text, near.start, near.end) is not None


def pays_for(text: str, after: Span, word: re.Match[str]) -> bool:
    """Say whether what a sum is meant for makes it no cost: "€5m for the salaries of doctors"."""
    meant = word.group().lower() in load("acts")["meant_for"]
    return meant and _MEANT.search(text, after.start, word.start()) is not None


def paid_with(text: str, word: re.Match[str], thing: Span) -> bool:
    """Say whether what a sum pays for makes it no cost: "funds the salaries of nurses with €5m"."""
    meant = word.group().lower() in load("acts")["meant_for"]
    return meant and _WITH.fullmatch(text, word.end(), thing.start) is not None


#: Between what a sum pays for and the sum.
_WITH = re.compile(r"(?:\s+[\w-]+){0,5}?\s+with\s+(?:[\w-]+\s+){0,2}", re.IGNORECASE)
#: Words between a sum and what it is meant for.
_MEANT = re.compile(
    r"\b(?:for|to\s+(?:help\s+)?(?:pay|fund|cover))\s+(?:[\w,-]+\s+){0,4}$", re.IGNORECASE
)
