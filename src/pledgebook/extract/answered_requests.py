"""Refusals told as answers to a request or a question: "Will Oslo send jets? Never".

Beside what is asked "whether" (asked_refusals.py): what somebody was asked about or for ("asked
about a ferry, he said it would not be supplying one"), what a question of its own asks, and what
one of two gets a no ("tents, yes; tanks, no").
"""

from __future__ import annotations

import re
from functools import cache

from pledgebook.extract.act_verbs import GIVING
from pledgebook.extract.lexicon import load, verb_classes
from pledgebook.extract.page import Page
from pledgebook.model.spans import Span

#: What somebody was asked about or for.
_WANTED = re.compile(
    r"\b(?:asked|pressed|questioned|quizzed|pushed)\s+(?:again\s+)?(?P<how>about|for|on)\s+"
    r"(?P<what>(?!whether|if\b)[^,.;:?]{3,90}?)(?=,|\s+(?:and|but)\s|[.]?\s*$)",
    re.IGNORECASE,
)
#: A question that opens with its verb, and what it asks.
_QUESTION = re.compile(
    r"\W*(?:(?:and|so|but)\s+)?(?P<verb>will|would|could|can|might|is|are)\s+(?P<what>[^?]{8,200})\?",
    re.IGNORECASE,
)
#: What is asked with "is" or "are" is still to come.
_TO_COME = re.compile(r"\b(?:going|ready|willing|prepared|planning|about)\s+to\b", re.IGNORECASE)
#: How the sentence behind a question opens that answers no.
_ANSWER = re.compile(
    r"[\W_]*(?P<no>(?:No|Nein|Non|Nej|Never)(?=[\s\"”]*[,.;:!—–-])|Not\s+(?:according\s+to|a\s+chance|one(?=[,.;!])|ever|on\s+your\s+life)"
    r"|(?:Absolutely|Certainly|Definitely)\s+not)\b"
)
#: One of two things that gets a no.
_SPLIT = re.compile(
    r"[\w’' -]{3,50},?\s+(?:yes|oui|ja)\s*[;,:—–.-]+\s*(?:but\s+)?"
    r"(?P<what>[\w’' -]{3,50}),?\s+(?P<no>no|never|nein|non)(?=\s*[.,;:!\"”—–]|\s*$)",
    re.IGNORECASE,
)
_SPLITTING = frozenset({"yes", "oui", "ja"})
_ASKED = frozenset({"asked", "pressed", "questioned", "quizzed", "pushed"})
_SELLING = frozenset({"sell", "selling", "export", "exporting"})
#: How many sentences after a request its answer may stand in.
_REACH = 1


def request_refused(page: Page, sentence: Span) -> tuple[Span, Span] | None:
    """Give the words of what was asked about or for, and those that tell that none is given."""
    if not page.has_any(sentence, _ASKED):
        return None
    for asked in _WANTED.finditer(page.text, sentence.start, sentence.end):
        what = Span(*asked.span("what"))
        here = page.sentences.position(sentence)
        for place in (Span(what.end, sentence.end), *page.sentences.items[here + 1 :][:_REACH]):
            if (found := _none().search(page.text, place.start, place.end)) is not None:
                return what, Span(*found.span())
    return None


def question_refused(page: Page, sentence: Span) -> tuple[Span, Span] | None:
    """Give the words of a question about giving and of the no that follows it."""
    asked = _QUESTION.match(page.text, sentence.start, sentence.end)
    here = page.sentences.position(sentence)
    if asked is None or here + 1 >= len(page.sentences.items):
        return None
    what, after = Span(*asked.span("what")), page.sentences.items[here + 1]
    if asked["verb"].lower() in ("is", "are") and _TO_COME.search(page.words(what)) is None:
        return None
    told = set(page.words(what).lower().split())
    turns = not told.isdisjoint(load("refusals")["turning"])
    answer = _ANSWER.match(page.text, after.start, after.end)
    if answer is None or turns or giving_verbs(selling=False).search(page.words(what)) is None:
        return None
    return what, Span(*answer.span("no"))


def split_refusal(page: Page, sentence: Span) -> tuple[Span, Span] | None:
    """Give which of two things gets a no, and that no: "intelligence, yes; soldiers, no"."""
    if not page.has_any(sentence, _SPLITTING):
        return None
    found = _SPLIT.search(page.text, sentence.start, sentence.end)
    return None if found is None else (Span(*found.span("what")), Span(*found.span("no")))


def question_before(page: Page, sentence: Span) -> Span | None:
    """Give the question that a sentence answers: the one right before it."""
    here = page.sentences.position(sentence)
    before = page.sentences.items[here - 1] if here else None
    return before if before is not None and page.asks(before) else None


@cache
def giving_verbs(*, selling: bool) -> re.Pattern[str]:
    """Compile the verbs by which what is asked about would be given, or ``selling`` sold."""
    giving = [w for w, c in verb_classes("acts").items() if c in GIVING]
    told = {*giving, *load("refusals")["verbs"], *load("refusals")["asked_of"]}
    words = sorted(told if selling else told - _SELLING, key=len)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, reversed(words)))})\b", re.IGNORECASE)


@cache
def _none() -> re.Pattern[str]:
    """Compile what tells that none of a thing named before is given."""
    verbs, not_ = giving_verbs(selling=False).pattern, r"(?:\s+not|n['’]t)"
    one = r"(?:one|any|them|it|those|these|either|that)\b"
    handed = r"(?:spared|sent|given|lent|supplied|handed\s+over|released|made\s+available)"
    return re.compile(
        rf"\b(?:(?:would|will|could|can|may|wo|ca){not_}|cannot)\s+(?:be\s+)?{verbs}\s+{one}"
        rf"|\b(?:none|neither|nothing|not\s+(?:a\s+single\s+)?one)(?:\s+of\s+(?:its|their|his|her|our|the|them|these)(?:\s+\w+)?)?"
        rf"\s+(?:could|can|would|will)\s+be\s+{handed}\b"
        rf"|\bha(?:s|d|ve)\s+(?:none|nothing|not\s+one|no\s+\w+)\s+to\s+(?:spare|give|send|lend|offer)\b",
        re.IGNORECASE,
    )
