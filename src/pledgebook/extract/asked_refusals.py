"""Refusals told as an answer: "Asked whether Norway would send jets, its premier said no"."""

from __future__ import annotations

import re

from pledgebook.extract.answered_requests import (
    giving_verbs,
    question_refused,
    request_refused,
    split_refusal,
)
from pledgebook.extract.lexicon import load
from pledgebook.extract.page import Page
from pledgebook.model.spans import Span

#: Words without which a sentence asks nothing of this sort.
ASKING = frozenset({"asked", "asks", "asking", "pressed", "questioned", "ask"})
_QUESTION = re.compile(
    r"\b(?:asked|asks?|asking|pressed|questioned)\s+(?:[^,.;:]{1,40}?\s)??(?:on\s+|about\s+)?(?:whether|if)\s+"
    r"(?P<what>[^.;:?]{8,260}?)(?=,\s|\s+[\"“]|[.?]?\s*$)",
    re.IGNORECASE,
)
#: What is asked about is still to come.
_TO_COME = re.compile(
    r"\b(?:would|will|could|might|may|can|(?:is|was|were|are)\s+(?:going|ready|willing)\s+to)\b"
)
#: The answer, in the words behind the question or in the sentences after it.
_NO = re.compile(
    r"(?:[\"“‘]|(?<=\s)')(?:No|Nein|Non|Nej|Nie|Not\s+one|Never|Absolutely\s+not|Certainly\s+not)\b(?!\s+(?:comment|decision|doubt|problem))"
    r"|(?:[\"“‘]|(?<=\s)')(?:Not\s+a\s+chance|No\s+way|Forget\s+it|Out\s+of\s+the\s+question|(?:That|This|It)(?:\s+is|['’]s)\s+(?:not\s+going\s+to\s+happen|not\s+on|out\s+of\s+the\s+question)"
    r"|(?:That|This|It)\s+(?:will\s+not|won['’]t)\s+happen|Not\s+(?:from|by)\s+us)\b"
    r"|(?:[\"“‘]|(?<=\s)')(?:They|These|Those|It)(?:\s+(?:are|is)|['’](?:re|s))\s+(?:staying|needed|guarding|not\s+going|spoken\s+for|going\s+nowhere)\b"
    r"|\banswer(?:ed)?\s+(?:is|was|would\s+be|remains?|remained)?\s*(?:an?\s+)?(?:\w+\s+)?[\"“‘]?(?:no|nein|non|negative)\b"
    r"|\bin\s+the\s+negative\b|\bshook\s+(?:his|her|their)\s+heads?\b"
    r"|\b(?:said|replied|answered|says|replies)[,:]?\s+(?:a\s+(?:flat|firm|clear)\s+)?[\"“‘]?no[\"”’]?(?=[.,;:!]|\s*$|\s+and\b)"
    r"|\b(?:any|none)\s+to\s+spare\b"
    r"|\b(?:would\s+not|will\s+not|won['’]t|wouldn['’]t|no\s+(?:plans|intention)(?:\s+to)?)(?=[.,;\"”]|\s*$)"
)
#: How many sentences after the question its answer may stand in.
_REACH = 2


def asked_and_refused(page: Page, sentence: Span) -> tuple[Span, Span] | None:
    """Give the words of a question or request and of the "no" to it; None without both."""
    if page.asks(sentence):
        return question_refused(page, sentence)
    return (
        _told_question(page, sentence)
        or request_refused(page, sentence)
        or split_refusal(page, sentence)
    )


def _told_question(page: Page, sentence: Span) -> tuple[Span, Span] | None:
    """Read "asked whether Norway would send jets" and the answer to it."""
    if not page.has_any(sentence, ASKING):
        return None
    asked = _QUESTION.search(page.text, sentence.start, sentence.end)
    if asked is None:
        return None
    what = Span(*asked.span("what"))
    told = page.words(what)
    if _TO_COME.search(told) is None or giving_verbs(selling=True).search(told) is None:
        return None
    if not set(told.lower().split()).isdisjoint(load("refusals")["turning"]):
        return None  # "whether it would stop sending tanks"
    answer = _answer(page, sentence, what.end)
    return None if answer is None else (what, answer)


def _answer(page: Page, sentence: Span, start: int) -> Span | None:
    here = page.sentences.position(sentence)
    after = page.sentences.items[here + 1 : here + 1 + _REACH]
    for place in (Span(start, sentence.end), *after):
        found = _NO.search(page.text, place.start, place.end)
        if found is not None:
            quoted = page.text[found.start()] in "\"“‘'"  # the words, without their quotation mark
            return Span(found.start() + quoted, found.end())
    return None
