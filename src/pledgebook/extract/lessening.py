"""Sums that are taken away or lacking, or that aid falls to: told of aid, and no promise of it.

Headlines tell most cuts, and the parser takes their verbs for nouns ("aid shrinks to €4bn"), so
that the words beside the sum decide here; a verb that stands further off is found by the parse
(``acts.ungiving``).
"""

from __future__ import annotations

import re
from functools import cache

from pledgebook.extract.lexicon import load
from pledgebook.extract.promise_words import before as words_before
from pledgebook.model.spans import Span

#: Words of bound and articles between a word of lessening and its sum.
_BOUND = (
    r"(?:(?:about|around|roughly|approximately|some|up\s+to|over|more\s+than|less\s+than|at\s+least"
    r"|nearly|almost|just|only|a|an|the|its|his|her|their|all|another|further|planned|promised"
    r"|total\s+of)\s+){0,3}"
)
#: "€1bn less", "$5m a year fewer": how much is missing. ("No less than" stands before a sum.)
_LESS_BEHIND = re.compile(
    r"\s+(?:(?:a|per|each)\s+year\s+)?(?:less|fewer|lower|short)\b", re.IGNORECASE
)
#: "takes €200m away from", "pulled $5m out of": a verb of taking with its particle.
_TAKEN = re.compile(
    rf"\b(?:tak(?:e|es|ing)|took|pull(?:s|ed|ing)?|claw(?:s|ed|ing)?)\s+{_BOUND}$", re.IGNORECASE
)
_AWAY = re.compile(r"[^.;:,]{0,25}?\s(?:away|back|out)\b(?!\s+to\b)", re.IGNORECASE)
#: "pulls $50m from the clinics": with such a verb the one behind "from" loses it.
_PULLED = re.compile(rf"\b(?:pull|yank|strip)(?:s|ed|ping|ped|ing)?\s+{_BOUND}$", re.IGNORECASE)
_PULLED_FROM = re.compile(
    r"\s+(?:[\w-]+\s+){0,3}?(?:from|out\s+of)\b(?!\s+(?:its|their|his|her|our)\b)", re.IGNORECASE
)
#: "down to €1bn", "down by 1 billion", "lower at $3m": the level after a fall.
_DOWN = re.compile(rf"\b(?:down|lower)\s+(?:to|by|at|from)\s+{_BOUND}$", re.IGNORECASE)
#: "takes €5m from the aid budget", "wants €5m out of development aid": aid is what it comes from.
_DRAWN = re.compile(
    rf"\b(?:tak(?:e|es|en|ing)|took|raid(?:s|ed|ing)?|shift(?:s|ed|ing)?|mov(?:e|es|ed|ing)|want(?:s|ed)?"
    rf"|divert(?:s|ed|ing)?)\s+{_BOUND}$",
    re.IGNORECASE,
)
_OUT_OF_AID = re.compile(
    r"\s+(?:from|out\s+of)\s+(?:[\w-]+\s+){0,3}?(?:aid|development|assistance|relief)\b",
    re.IGNORECASE,
)
#: How many words may stand between a verb of falling and "to": "shrinks by 12% to".
_WORDS = r"(?:[\s,]+[\w'’%.$€£¥-]+){0,6}?[\s,]+"
#: "the end of a $15m programme".
_OF = r"\s+(?:of|to|on|in|for)\s+(?:(?:half|most|nearly)\s+(?:of\s+)?)?"


def lessened(text: str, sentence: Span, thing: Span) -> bool:
    """Say whether the words beside a sum take it away, or make it what aid has fallen to."""
    if _LESS_BEHIND.match(text, thing.end) or _cut_behind().match(text, thing.end):
        return True
    if _undone_behind().match(text, thing.end):
        return True
    clause = words_before(text, sentence, thing)
    if _OUT_OF_AID.match(text, thing.end) and _DRAWN.search(text, clause.start, clause.end):
        return True
    if _PULLED.search(text, clause.start, clause.end) and _PULLED_FROM.match(text, thing.end):
        return True
    if _turning().search(text, clause.start, clause.end) and _meant().match(text, thing.end):
        return True
    if _TAKEN.search(text, clause.start, clause.end) and _AWAY.match(text, thing.end):
        return True
    return any(p.search(text, clause.start, clause.end) for p in (_DOWN, *_before()))


@cache
def _before() -> tuple[re.Pattern[str], ...]:
    """What stands before a sum that is less or in doubt: a cut, a fall to it, a row over it."""
    told = (
        rf"(?:{_any('nouns')})\s+(?:of|worth|totall?ing|amounting\s+to|by)\s+",
        rf"(?:%|per\s?cent)\s+(?:{_any('nouns')}),\s+",
        rf"(?:{_any('ending')}){_OF}",
        rf"(?:{_any('falling')}){_WORDS}(?:to|by|from|below|under)\s+",
        rf"(?:{_any('taking')})\s+(?:(?:{_any('handing')})\s+of\s+)?",
        rf"(?:{_any('lacking')})\s+",
        rf"(?:{_any('doubting')})\s+(?:(?:hangs?|hanging|looms?)\s+)?(?:over|about|around|surrounding|to|for)\s+",
    )
    return tuple(
        re.compile(rf"(?:(?<![\w-])|(?<=\d)){one}{_BOUND}$", re.IGNORECASE) for one in told
    )


@cache
def _turning() -> re.Pattern[str]:
    """Compile a verb that turns a sum from its first use: "reallocates €5m meant for Mali"."""
    return re.compile(rf"\b(?:{_any('turning')})\s+{_BOUND}$", re.IGNORECASE)


@cache
def _meant() -> re.Pattern[str]:
    return re.compile(
        rf"\s+(?:(?:once|originally|previously|initially|first)\s+)?(?:{_any('meant')})\s+(?:for|to)\b",
        re.IGNORECASE,
    )


@cache
def _cut_behind() -> re.Pattern[str]:
    """Compile what stands behind a sum that is cut: "€250m cut", "$4bn in foreign aid cuts"."""
    between = rf"(?:(?:in|of|{_any('between')})\s+){{0,3}}"
    return re.compile(rf"\s+{between}(?:{_any('nouns')})\b(?!-)", re.IGNORECASE)


@cache
def _undone_behind() -> re.Pattern[str]:
    """Compile what undoes a sum behind it: "€50m EU grant to Georgia withheld", "€5m on hold".

    Only words of aid and names stand between, so that what the money is for ("for grain blocked by
    the war") is not taken for it.
    """
    name = r"(?-i:[A-Z][\w'’.-]*)"
    between = rf"(?:to|for|in|of|{name}|{_any('between')}|{_any('gifts')})"
    helper = r"(?:(?:is|are|was|were|has|have|been|be|being|gets?|put|left|stuck|now)\s+){0,3}"
    behind = r"by|over|after|as|amid|until|till|for|says?|from|under|in"
    end = rf"(?=\s*(?:$|[,.;:!?'\"”’–—]|\b(?:{behind})\b))"
    undone = rf"(?:{_any('stalled')})(?![\w-])|(?:{_any('undone')}){end}"
    return re.compile(
        rf"(?:\s+{between}){{0,6}}\s+{helper}(?:{undone})", re.IGNORECASE | re.MULTILINE
    )


def _any(key: str) -> str:
    words = sorted(load("lessening")[key], key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)
