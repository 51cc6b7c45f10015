"""A condition that the sentence of a promise, or one behind it, lays down."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgebook.extract.act_verbs import Act
from pledgebook.extract.condition_clauses import (
    clause_of_condition,
    conditions_in,
    end_of_condition,
    trigger_in,
)
from pledgebook.extract.gate_conditions import condition_next, condition_words, of_another_clause
from pledgebook.extract.page import Page
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.things import things_in
from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import Trigger

#: What a promise is called where it is taken up again.
_MONEY = (
    r"(?:aid|money|sum|funds?|funding|loans?|grants?|package|assistance|support|help|payments?|tranches?"
    r"|pledges?|promise|commitment|guarantees?|offer|deal|deliver(?:y|ies)|disbursements?|release|payout|decision"
    r"|contribution|instal+ments?|part|half|rest|remainder)"
)
_TAKEN_UP = (
    rf"(?:(?:the|this|that|these|its|both)\s+(?:[\w-]+\s+){{0,2}}?{_MONEY}"
    rf"|(?:the\s+)?(?:release|payment|disbursement|delivery|transfer)"
    rf"(?:\s+of\s+(?:the|this|that|its|any|all)\s+(?:[\w-]+\s+){{0,2}}?{_MONEY})?"
    r"|[A-Z][\w-]+['’]s\s+(?:money|offer|contribution|pledge|promise|support|aid|loan|grant))"
)
_HANGS_ON = (
    r"(?:still\s+|also\s+)?"
    r"((?:will\s+|would\s+)?(?:depends?|hinges?|rests?)\s+(?:up)?on\b"
    r"|(?:is|are|remains?|will\s+be|would\s+be)\s+(?:still\s+|also\s+)?"
    r"(?:conditional|contingent|dependent|subject|tied|linked)(?:,\s+\w+,)?\s+(?:(?:up)?on|to)\b"
    r"|(?:still\s+)?(?:needs?|requires?|awaits?)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,3}?(?:approval|consent|backing|"
    r"ratification|vote|go-ahead)\b"
    r"|(?:has|have)\s+(?:still\s+)?to\s+be\s+(?:approved|ratified|passed|confirmed)\b"
    r"|still\s+(?:has|have)\s+to\s+be\s+(?:approved|ratified|passed|confirmed)\b"
    r"|stands?\s+only\s+(?:if|once|when|while|as\s+long\s+as)\b"
    r"|(?:will|would|can|could)\s+(?:only\s+)?be\s+(?:paid(?:\s+out)?|released|disbursed|sent|delivered|transferred)"
    r"\s+only\s+(?:if|once|when|after)\b"
    r"|(?:will|would|can|could)\s+only\s+be\s+(?:paid(?:\s+out)?|released|disbursed|sent|delivered|transferred)"
    r"\s+(?:if|once|when|after)\b)"
)
#: "The loan depends on …", "It is subject to …": what was promised just before hangs on something.
_HANGS = re.compile(
    rf"(?:(?:but|however|yet),?\s+)?(?:it|this|that|all\s+of\s+(?:it|this)|{_TAKEN_UP})\s+{_HANGS_ON}",
    re.IGNORECASE,
)
#: The same where other sentences stand between: the promise has to be called by its name, and a
#: deal, a decision or a part may be that of another told in between.
_STILL_HANGS = re.compile(
    r"(?:(?:but|however|yet),?\s+)?(?:the|this|that|these|its|both)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:aid|money|sum|funds?|funding|loans?|grants?|package|assistance|payments?|tranches?|pledges?|promise|commitment"
    rf"|contribution|instal+ments?)\s+{_HANGS_ON}",
    re.IGNORECASE,
)
#: "It would do so only once …": the act itself is taken up again.
_DOES_SO = re.compile(
    r"(?:it|they|he|she|the\s+\w+|[A-Z]\w+)\s+(?:will|would)\s+(?:only\s+)?do\s+(?:so|this)\b[^.;]{0,30}?"
    r"((?:only\s+)?(?:if|once|when|after|provided)\b)",
    re.IGNORECASE,
)
_END = re.compile(r"[.;!?](?=\s|$)|$")
#: A condition without a leading "but" and closing marks.
_BARE = re.compile(r"^(?:but\s+)?(.*?)[\s\"”’',;]*$", re.IGNORECASE | re.DOTALL)
#: How many sentences behind a promise its condition may be told.
_REACH = 3


def condition_of(
    page: Page, syntax: Syntax, chain: Sequence[Act], sentence: Span, thing: Span
) -> tuple[Span, Trigger] | None:
    """Find the condition on which a thing hangs: in its clause, in the next sentence, else by cue.

    What a second clause with a subject of its own hangs on is no condition of the first.
    """
    inside = [
        *conditions_in(page.text, sentence),
        *filter(None, [clause_of_condition(page.text, syntax, chain)]),
    ]
    own = (one for one in inside if not of_another_clause(page.text, sentence, thing, one[0]))
    return (
        next(own, None) or condition_after(page, sentence) or told_condition(page, sentence, thing)
    )


def told_condition(page: Page, sentence: Span, thing: Span) -> tuple[Span, Trigger] | None:
    """Find a condition by the words that the gate asks of a promise: "only after a ceasefire"."""
    words = condition_words(page.text, thing, sentence)
    if words is None:
        words = condition_next(page, sentence)
    if words is None:
        return None
    within = page.sentence_of(words)
    end = end_of_condition(page.text, words.end, within.end)
    bare = _BARE.search(page.text[words.start : end])
    span = words if bare is None else Span(words.start + bare.start(1), words.start + bare.end(1))
    return span, trigger_in(page.text, span) or "other"


#: Behind a condition another: "if a deal is signed, and only with the backing of Washington".
_AND_ONLY = re.compile(
    r",?\s+and\s+(?:then\s+)?(?P<words>(?:only\s+(?:if|once|when|after|with|while|as\s+long\s+as)"
    r"|if|once|provided(?:\s+that)?|on\s+condition\s+that|subject\s+to|as\s+long\s+as)\s+\w)",
    re.IGNORECASE,
)


def joined_conditions(page: Page, first: tuple[Span, Trigger]) -> list[tuple[Span, Trigger]]:
    """Give a condition with those joined to it, in order; one that holds another is parted."""
    end = page.sentence_of(first[0]).end
    inside = _AND_ONLY.search(page.text, first[0].start, first[0].end)
    if inside is not None:
        span = Span(first[0].start, inside.start())
        first = span, trigger_in(page.text, span) or "other"
    found = [first]
    while (more := _AND_ONLY.match(page.text, found[-1][0].end, end)) is not None:
        start = more.start("words")
        bare = _BARE.search(page.text[start : end_of_condition(page.text, more.end(), end)])
        if bare is None:
            break
        span = Span(start + bare.start(1), start + bare.end(1))
        found.append((span, trigger_in(page.text, span) or "other"))
    return found


def condition_after(page: Page, sentence: Span) -> tuple[Span, Trigger] | None:
    """Find the condition that one of the next sentences lays down for a promise.

    Behind other sentences the promise must be called by its name ("The money hinges on …"), and no
    other sum and no other things may stand between.
    """
    place = page.sentences.position(sentence) + 1
    for n, following in enumerate(page.sentences.items[place : place + _REACH]):
        same = page.block_of(following) == page.block_of(sentence)
        patterns = (_HANGS, _DOES_SO) if n == 0 and same else (_STILL_HANGS,)
        for pattern in patterns:
            found = pattern.match(page.text, following.start, following.end)
            if found is not None:
                end = _END.search(page.text, found.end(), following.end)
                span = Span(found.start(1), following.end if end is None else end.start())
                return span, trigger_in(page.text, span) or "other"
        if page.money.within(following) or things_in(page, following):
            return None
    return None
