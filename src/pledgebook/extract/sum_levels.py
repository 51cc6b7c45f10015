"""Sums that are no gift but a level: what aid was before, by how much it rose, what is held."""

from __future__ import annotations

import re

from pledgebook.extract.lexicon import any_of
from pledgebook.extract.page import Page
from pledgebook.extract.promise_words import before as words_before
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span

#: "raises its aid to €5m from €3m": the sum behind "from" is what it was.
_RAISING = re.compile(
    r"\b(?:rais|lift|increas|doubl|trebl|tripl|quadrupl|boost|expand|bump|top|step|hik|jump|climb|grow|r[io]se|grew)"
    r"\w*\b",
    re.IGNORECASE,
)
_RAISED_FROM = re.compile(
    r"\bfrom\s+(?:(?:about|around|some|just|only|nearly)\s+)?$", re.IGNORECASE
)
_UP_FROM = re.compile(r"\bup\s+from\s+(?:\w+\s+)?$", re.IGNORECASE)
_ON_TO = re.compile(r"(?:\s+[\w'’]+){0,6}?\s+to\s+(?:\w+\s+){0,2}", re.IGNORECASE)
_LEVEL = re.compile(r"\bto\s+(?:(?:about|around|some|at\s+least|nearly|over)\s+)?$", re.IGNORECASE)
#: "an increase of $570m from last year": how two levels differ.
_DIFFERENCE = re.compile(r"\b(?:increase|rise|growth|gain)\s+of\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
#: The same behind the sum: "a potential $1bn | increase over its previous pledge".
_INCREASE = re.compile(
    r"\s+(?:increase|rise|jump|uplift|gain|improvement)\s+"
    r"(?:from\s+(?:its|their|the|last|a\s+year|\d|[$€£])|(?:over|on|above|compared|in\s+comparison)\b)",
    re.IGNORECASE,
)
_THAN = re.compile(r"\s+(?:from|over|on|above|compared|in\s+comparison)\b", re.IGNORECASE)
#: "Dutch investment in Ghana was worth €3m": what is held there.
_HELD = re.compile(
    r"\b(?:investments?|holdings?|stakes?)\b[^.;:,]{0,40}\b(?:was|were|is|are|stood\s+at|totall?ed"
    r"|amounted\s+to|reached)\s+(?:worth\s+)?(?:(?:about|some|over|around|nearly|almost)\s+)?$",
    re.IGNORECASE,
)
#: "a trust fund that holds just €67m": what is there is not given anew.
_HOLDS = re.compile(
    r"\b(?:fund|account|pot|kitty|purse|coffers)\s+(?:(?:\w+\s+){0,4}?(?:that|which)\s+)?(?:now\s+|still\s+|already\s+)?"
    r"(?:holds?|held|contains?|has|had)\s+(?:(?:just|only|about|some|over|barely|nearly|around)\s+){0,2}$",
    re.IGNORECASE,
)


def level_before(page: Page, sentence: Span, thing: Span) -> bool:
    """Say whether a sum is the level that aid was raised from: "from €3m to €5m", "up from €3m"."""
    text = page.text
    before = words_before(text, sentence, thing)
    if not _RAISED_FROM.search(text, before.start, before.end):
        return False
    if _UP_FROM.search(text, before.start, before.end):
        return True
    later = [m.span for m in page.money.within(Span(thing.end, sentence.end))][:1]
    earlier = [m.span for m in page.money.within(Span(sentence.start, thing.start))][-1:]
    raised = _RAISING.search(text, sentence.start, thing.start) is not None
    on_to = any(_ON_TO.fullmatch(text, thing.end, s.start) for s in later)
    was_to = any(_LEVEL.search(text, sentence.start, s.start) for s in earlier)
    return raised and (on_to or was_to)


def difference(text: str, sentence: Span, thing: Span) -> bool:
    """Say whether a sum is how much two levels differ: "an increase of $570m from last year"."""
    if _INCREASE.match(text, thing.end):
        return True
    clause = words_before(text, sentence, thing)
    told = _DIFFERENCE.search(text, clause.start, clause.end) is not None
    return told and _THAN.match(text, thing.end) is not None


def held(text: str, sentence: Span, thing: Span) -> bool:
    """Say whether a sum is what a fund has or is held: "investment in Ghana was worth €3m"."""
    return any(
        words.search(text, sentence.start, thing.start) is not None for words in (_HELD, _HOLDS)
    )


#: Verbs that say what something comes to.
_AMOUNTING = frozenset(
    {"be", "reach", "total", "exceed", "stand", "come", "amount", "rise", "grow", "climb", "hit"}
)
_GROWING = frozenset({"come", "amount", "rise", "grow", "climb", "hit"})
#: What holds money that somebody has paid in.
_KITTIES = frozenset(
    {"fund", "account", "pot", "kitty", "treasury", "trust", "reserve", "endowment"}
)


def level_of_other(text: str, syntax: Syntax, thing: Span) -> bool:
    """Say whether a sum is what something else than aid amounts to: "trade was $6bn in 2023"."""
    head = syntax.head_of(thing)
    verbs = [] if head is None else syntax.verbs_above(head)[:1]
    for verb in verbs:
        if _in_kitty(syntax, verb):
            return True
        lemma, subject = syntax.tokens[verb].lemma.lower(), syntax.child(verb, "nsubj", "nsubjpass")
        if subject is not None and lemma in _AMOUNTING:
            whole = lemma not in _GROWING
            words = syntax.subtree(subject) if whole else syntax.tokens[subject].span
            return any_of("acts", "not_aid").search(text, words.start, words.end) is not None
    return False


def _in_kitty(syntax: Syntax, verb: int) -> bool:
    """Say whether a fund only has a sum: "a trust fund for the mission holds $84m"."""
    holder = syntax.child(verb, "nsubj")
    holds = syntax.tokens[verb].lemma.lower() in ("hold", "have", "contain")
    auxiliary = syntax.tokens[verb].dep in ("aux", "auxpass")
    return (
        holds
        and not auxiliary
        and holder is not None
        and syntax.tokens[holder].lemma.lower() in _KITTIES
    )
