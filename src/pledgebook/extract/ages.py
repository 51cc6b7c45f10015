"""Old money or new, a total or a part: told by the words beside a sum.

Each function gives the span of the words that decided it (None where none did).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgebook.extract.act_verbs import Act
from pledgebook.extract.lexicon import any_of
from pledgebook.extract.promise_words import after, before, find, find_last
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import Newness

#: How far before a sum the verb may stand that makes it a level.
_LEVEL_REACH = 200
_NEWNESS: tuple[Newness, ...] = ("restated", "additional", "new")
_BOUND = (
    r"(?:(?:about|some|around|approximately|roughly|almost|nearly|over|up|more|than|at|least"
    r"|a|the|total|of)\s+){0,4}"
)
#: "more than €5m" bounds a sum and tells nothing of its age.
_THAN = re.compile(r"\s+than\b", re.IGNORECASE)
#: "£100 million in new aid", "a €2bn further loan".
_IN_NEW = re.compile(
    r"\s+(?:in|of|as)?\s*(new|additional|further|extra|more(?!\s+than))\b", re.IGNORECASE
)
#: "raised its contribution by €5m": what comes on top of what was given.
_RAISED_BY = re.compile(
    r"\b(?:increas|rais|boost|expand|ris|rose|grow|grew|top)\w*\b[^.;:]{0,60}?\bby\s+"
    r"(?:(?:another|an|a|about|some|around|up|to|more|than|over|further|additional)\s+){0,4}$",
    re.IGNORECASE,
)
#: "€5bn had already been announced", "the $2bn pledged earlier".
_TOLD_BEFORE = re.compile(
    r"\s+(?:(?:has|have|had|was|were|we|you|it)\s+)*(?:\w+ed\s+)?(?:already|previously|earlier)\b(?!\s+th)"
    r"|\s+(?:(?:has|have|had|was|were|we)\s+)*\w+ed\s+before(?=\s*(?:[,.;)]|and\b|$))",
    re.IGNORECASE,
)
_RAISES = re.compile(
    r"(?:rais|increas|doubl|tripl|gr[eo]w|rises?\b|risen|rising|rose)", re.IGNORECASE
)
#: "the gift is funded by the €500m tranche": older money that this is paid from.
_PAID_FROM = re.compile(
    r"\b(?:financed|funded|paid(?:\s+for)?|covered|drawn)\s+(?:by|from|out\s+of|under|through|with)\s+"
    r"(?:the|its|their|this|that)\s+(?:(?:recent|total|overall|whole|entire)\s+)?$",
    re.IGNORECASE,
)
#: "our dataset records €112m": what a record holds by now.
_ON_RECORD = re.compile(
    r"\b(?:dataset|database|data\s+set|register|registry|tracker)\s+(?:\w+\s+)?"
    r"(?:records?|recorded|holds?|held|counts?|counted|reports?|reported|shows?|showed|includes?|included)\s+"
    r"(?:(?:only|around|about|some|already|the|a|total|of|approximately)\s+)*$",
    re.IGNORECASE,
)
#: "the total amount of aid that Latvia gave is €370m", "assistance sums up to €9m".
_TOTAL_IS = re.compile(
    r"\btotal\s+(?:amount|value|sum|volume|worth|cost|\w+\s+)?(?:\s*of\s+)?(?:[\w'’-]+\s+){0,3}?"
    r"(?:aid|assistance|support|contributions?|help|donations|equipment|deliveries)\b[^.;:]{0,110}?"
    r"\b(?:is|was|are|were|amount(?:s|ed)?\s+to|reach(?:es|ed)?|stands?\s+at|stood\s+at|comes?\s+to|came\s+to"
    r"|sums?\s+up\s+to|adds?\s+up\s+to|equals?)\s+"
    rf"{_BOUND}$",
    re.IGNORECASE,
)
#: "its aid now exceeds €3m", "aid from Latvia has reached €230m": where giving stands by now.
_STANDS_AT = re.compile(
    r"\b(?:aid|assistance|support|contributions?|help|donations|deliveries|commitments?)\b[^.;:]{0,80}?\b"
    r"(?:(?:now|already)\s+(?:amount(?:s|ed)?\s+to|exceed(?:s|ed)?|stands?\s+at|totals?|totall?ed|tops?|is|are|surpass(?:es|ed)?)"
    r"|ha(?:s|ve)\s+(?:now\s+|already\s+)?(?:reached|exceeded|topped|surpassed|passed|been\s+estimated\s+at|amounted\s+to|totall?ed))"
    rf"\s+{_BOUND}$",
    re.IGNORECASE,
)
#: "brings its aid to €7bn", "raised the contribution to about €7bn": a level, not what was added.
_LEVEL = re.compile(
    r"\b(?:br(?:ing|ings|inging|ought)|tak(?:es?|ing)(?=\s+(?:its|their|our|the|total)\b)|rais(?:e|es|ed|ing)|increas(?:e|es|ed|ing)|doubl(?:e|es|ed|ing)"
    rf"|ris(?:e|es|en|ing)|rose|gr(?:ow|ows|ew|own)|(?:climb|swell|mount|balloon|jump)(?:|s|ed|ing)|swollen|reach(?:|es|ed|ing))\b[^.;:]{{0,160}}\bto\s+{_BOUND}$",
    re.IGNORECASE,
)
#: "part of the €500m loan", "out of the €9bn", "Of the €60m, …": a sum known before its part.
#: "A second tranche of €3bn" is no part of the €3bn: it is the tranche.
_PART_OF = re.compile(
    r"(?:\b(?:(?:part|out|portion)\s+of|(?:was|were)\s+(?:a\s+)?part\s+of\s+an?|(?:tranches?|instal+ments?)\s+of"
    r"(?=\s+(?:the|its|their|this|that|these)\b)|(?:allocation|allocated|taken|drawn)\s+from)"
    r"|(?:^|[,.;]\s*)(?:of|from(?=\s+(?:the|this|that)\s+(?:total|overall|entire|whole)\b)))"
    r"\s+(?:(?:the|its|their|this|that|these)\s+)?"
    r"(?:(?:overall|total|entire|whole|package|commitment|pledge|loan|sum|of|about|some|over|amount|comprising|worth|totall?ing)\s+){0,4}$",
    re.IGNORECASE,
)
#: "Of the total, €4m …": a part of what was told before.
_OF_THE_WHOLE = re.compile(
    r"^\W*of\s+(?:the|that|this|these)\s+(?:new\s+|overall\s+|whole\s+|full\s+)?"
    r"(?:total|sum|amount|package|funding|funds|money|contribution|support|grant|loan)"
    rf"\s*,\s*(?:an?\s+|up\s+to\s+)?{_BOUND}$",
    re.IGNORECASE,
)
#: What makes a perfect ("has paid €5m") the sum of all payments until now.
_SINCE = re.compile(
    r"(?:^|[,.;:–—(\n*>-]|\b(?:and|so|that|then)\b)\s*"
    r"((?:ever\s+)?since\s+(?!then\b)[\w’' .()-]{3,80}"
    r"|(?:over|during|in)\s+the\s+(?:last|past)\s+(?:\w+\s+){0,3}(?:years?|months?|decades?)|to\s+date"
    r"|so\s+far|until\s+now|(?:this|last)\s+year\s+alone)(?=[,\s])",
    re.IGNORECASE,
)
#: What follows a "since" that gives a reason, no time: "since the package is split, …".
_BECAUSE = re.compile(
    r"\s+(?:(?:only|part|some|it|we|they|he|she|this|these|those|there|no|not|most|all|both|many|one|an?)\b"
    r"|[€$£]|(?:the|our|its|their)\s+(?:[\w-]+\s+){0,2}?(?:amount|sum|package|source|value|discrepancy|difference"
    r"|money|aid|funds|dataset|entry|total|cost|costs)\b"
    r"|[\w-]+\s+(?:is|are|was|were|has|have|had|will|does|did)\b)",
    re.IGNORECASE,
)
#: "its largest package so far": how it ranks, no total.
_LARGEST = re.compile(
    r"\b(?:largest|biggest|greatest|highest|smallest|strongest|heaviest|latest|first|second|third|only|\d+(?:st|nd|rd|th))\s+"
    r"(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
#: "€4m, taking its aid since 2020 to €9m": the words behind tell of another sum.
_ANOTHER_LEVEL = re.compile(r",\s+(?:taking|bringing|raising|lifting)\b", re.IGNORECASE)
#: "the 21st since the invasion", "the largest package since 2022": a rank, no total.
_RANKED = re.compile(
    r"\b(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|last|latest|only|\w+est|most\s+\w+)\b"
    r"(?:\s+[\w’'-]+){0,4}?\s+$",
    re.IGNORECASE,
)
#: "the support amounts to €5m": what is reckoned up is aid told of before.
_AID_AMOUNTS = re.compile(
    r"\b(?:the|this|that|its|their|all)\s+(?:[\w-]+\s+){0,3}?(?:aid|support|assistance|packages?|donations?"
    r"|contributions?|grants?|loans?|commitments?|pledges?|shipments?|deliver(?:y|ies)|help|relief)\b[^.;:]{0,60}?\b"
    rf"(?:amount(?:s|ed|ing)?\s+to|is|are|was|were|totals?|totall?ed|comes?\s+to|came\s+to|equals?)\s+(?:\w+\s+)?{_BOUND}$",
    re.IGNORECASE,
)


def newness(text: str, sentence: Span, thing: Span) -> tuple[Newness, Span | None]:
    """Tell new money from old by the words before a sum; old outranks new."""
    words = before(text, sentence, thing)
    older = (
        find_last(text, words, "promise_words", "older_before")
        or part_of(text, words)
        or ending(text, words, _ON_RECORD)
        or ending(text, words, _PAID_FROM)
    )
    if older is not None:
        return "restated", older
    near = before(text, sentence, thing, 40)
    for code in _NEWNESS:
        span = find_last(text, near, "promise_words", "newness", code)
        if span is not None and not _THAN.match(text, span.end):
            return code, span
    raised = ending(text, words, _RAISED_BY)
    if raised is not None:
        return "additional", raised
    again = _TOLD_BEFORE.match(text, thing.end, sentence.end)
    if again is not None:
        return "restated", stripped(text, Span(*again.span()))
    found = _IN_NEW.match(text, thing.end)
    if found is None:
        return "unclear", None
    fresh: Newness = "new" if found.group(1).lower() == "new" else "additional"
    return fresh, Span(*found.span(1))


def ending(text: str, words: Span, pattern: re.Pattern[str]) -> Span | None:
    """Give what of some words a pattern matches, without blanks at its ends."""
    found = pattern.search(text[words.start : words.end])
    if found is None:
        return None
    return stripped(text, Span(words.start + found.start(), words.start + found.end()))


def stripped(text: str, span: Span) -> Span:
    """Leave out blanks and commas at the ends of some words."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(" ,.;\n\t"))
    return Span(start, span.start + len(words.rstrip()))


def raises(words: str) -> bool:
    """Say whether the words of a level tell that it was raised ("doubled its aid to €7bn")."""
    return _RAISES.match(words) is not None


def part_of(text: str, words: Span) -> Span | None:
    """Find the words directly before a sum that make it the whole that something is taken from."""
    return ending(text, words, _PART_OF)


def level(text: str, sentence: Span, thing: Span) -> Span | None:
    """Find the words that make a sum the level which aid is brought to."""
    words = Span(max(sentence.start, thing.start - _LEVEL_REACH), thing.start)
    patterns = (_LEVEL, _TOTAL_IS, _STANDS_AT)
    return next((found for p in patterns if (found := ending(text, words, p))), None)


def aid_amounts(text: str, sentence: Span, thing: Span) -> bool:
    """Say whether a sum is what aid told of before amounts to ("the support amounts to €5m")."""
    return ending(text, Span(sentence.start, thing.start), _AID_AMOUNTS) is not None


def running_total(text: str, sentence: Span, thing: Span) -> Span | None:
    """Find the words that make a sum a running total or a level."""
    words = Span(before(text, sentence, thing).start, after(text, sentence, thing, 40).end)
    for found in any_of("promise_words", "totals").finditer(text, words.start, words.end):
        since = found.group().lower() == "since"
        if since and _ANOTHER_LEVEL.search(text, thing.end, found.start()):
            continue
        if found.group().lower() in ("so far", "to date", "until now") and _LARGEST.search(
            text, words.start, found.start()
        ):
            continue
        if since and _RANKED.search(text, words.start, found.start()):
            continue
        if not since or not _BECAUSE.match(text, found.end()):
            return Span(*found.span())
    return None


def total_since(
    text: str, syntax: Syntax, chain: Sequence[Act], sentence: Span, thing: Span
) -> Span | None:
    """Find the words by which a sum is what was given until now: "Since 2014, it has paid €5m".

    The verb is in the perfect, and the words open the sentence or stand right before the verb.
    """
    perfect = any(
        set(syntax.auxiliaries(act.token)) & {"has", "have", "'ve", "’ve"} for act in chain[:1]
    )
    found = _SINCE.search(text[sentence.start : thing.start]) if perfect else None
    if found is None:
        return None
    return Span(sentence.start + found.start(1), sentence.start + found.end(1))


def total_given(text: str, sentence: Span, thing: Span) -> Span | None:
    """Find the words that make a sum the total of what has been given; for past giving only."""
    words = Span(before(text, sentence, thing).start, after(text, sentence, thing, 40).end)
    return find(text, words, "promise_words", "totals_given")


def part_marker(text: str, sentence: Span, thing: Span) -> Span | None:
    """Find the words beside a sum that make it a part of the sum before it."""
    marker = find_last(text, before(text, sentence, thing), "promise_words", "part_before")
    if marker is not None:
        return marker
    told = ending(text, Span(sentence.start, thing.start), _OF_THE_WHOLE)
    if told is not None:
        return told
    found = any_of("promise_words", "part_after").match(text, skip_blank(text, thing.end))
    return Span(*found.span()) if found else None


def skip_blank(text: str, offset: int) -> int:
    """Give the offset of the next code point that is no blank."""
    while offset < len(text) and text[offset].isspace():
        offset += 1
    return offset
