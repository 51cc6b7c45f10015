"""Clauses of condition: where one begins and ends, and the event that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pledgebook.extract.act_verbs import Act
from pledgebook.extract.lexicon import any_of, load
from pledgebook.extract.promise_words import find
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import Trigger

_TRIGGERS: tuple[Trigger, ...] = (
    "truce", "peace_deal", "partner_backing", "legislature", "reform",
)  # fmt: skip
_CONDITION_END = re.compile(r"[.;:!?\"”](?=\s|$)|,(?=\s)|\s[–—]\s|$")
#: What the one bound does besides, behind a condition of the first thing.
_MAIN_GOES_ON = re.compile(
    r"\s+(?:and|but)\s+(?:(?:also|then|otherwise)\s+)?(?:will|would|plans?\s+to|intends?\s+to"
    r"|(?:has|have)\s+(?:also\s+)?(?:pledged|promised|agreed|offered|given|sent))\b",
    re.IGNORECASE,
)
#: Who acts in the main clause, right behind a condition: "if parliament agrees Denmark will give".
_ANOTHER_ACTS = re.compile(
    r"(?P<last>\w+)\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*\s+(?:will|would)\b"
)
#: What joins a condition to its act.
_IF = frozenset({"if", "unless", "once", "provided"})
#: Behind "as long as": a turn of speech for a long time, which sets no condition.
_NO_TERM = re.compile(
    r"\s+(?:(?:it\s+)?takes|(?:(?:it|this|that|they)\s+)?(?:is|are|was)?\s*(?:deemed\s+)?"
    r"(?:needed|necessary|required|possible|wanted)|need\s+be|we\b|you\b)",
    re.IGNORECASE,
)
#: Around a "provided" that tells of giving: "has provided", "Japan provided $107 million".
_GAVE_BEFORE = re.compile(
    r"(?:\b(?:has|have|had|having|is|are|was|were|be|been|being|also|already|jointly|generously|together)"
    r"|['’](?:ve|s|d))\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
_GAVE_BEHIND = re.compile(
    r"\s+(?:(?:(?:more|over|nearly|almost|about|some|around|roughly|approximately|at\s+least|up\s+to|another|further"
    r"|an?|additional|total|of|than)\s+)*[$€£¥\d]|(?:by|to|for|with|in|at|from|through|under|via|on|as|since)\b)",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\b(?:who|whom|whose|which|where|when)\b", re.IGNORECASE)


def clause_of_condition(
    text: str, syntax: Syntax, chain: Sequence[Act]
) -> tuple[Span, Trigger] | None:
    """Find the clause on which an act of the chain hangs by "if", whatever event it names.

    The parse tells it from an "if" inside what the gift is for ("beds for those who stay if …").
    """
    for act in chain:
        for child in syntax.children[act.token]:
            if syntax.tokens[child].dep != "advcl":
                continue
            mark = syntax.child(child, "mark", "advmod")
            if mark is None or syntax.tokens[mark].text.lower() not in _IF:
                continue
            if _RELATIVE.search(text, act.span.end, syntax.tokens[mark].span.start):
                continue  # "… for beds in which people stay if it rains", wherever it is attached
            whole = syntax.subtree(child)
            span = Span(max(whole.start, syntax.tokens[mark].span.start), whole.end)
            return span, trigger_in(text, span) or "other"
    return None


def conditions_in(text: str, sentence: Span) -> Iterator[tuple[Span, Trigger]]:
    """Give the clauses of condition of a sentence, and the event that each names."""
    for opener in any_of("promise_words", "condition_openers").finditer(
        text, sentence.start, sentence.end
    ):
        words = opener.group().lower()
        if words == "as long as" and _NO_TERM.match(text, opener.end()):
            continue
        if words == "provided" and _gave(text, Span(*opener.span())):
            continue
        fronted = not text[sentence.start : opener.start()].strip()
        end = (_end if fronted else end_of_condition)(text, opener.end(), sentence.end)
        span = Span(opener.start(), end)
        trigger = trigger_in(text, span)
        if trigger is not None:
            yield span, trigger
        elif words not in ("once", "should", "if", "provided"):
            yield span, "other"


def _gave(text: str, word: Span) -> bool:
    """Say whether "provided" tells that something was given, and sets no condition."""
    before = text[max(0, word.start - 40) : word.start]
    return _GAVE_BEFORE.search(before) is not None or _GAVE_BEHIND.match(text, word.end) is not None


def end_of_condition(text: str, start: int, end: int) -> int:
    """Give the end of the clause of condition that goes on at ``start``.

    The main clause may go on without a comma ("if parliament agrees and will send experts"), and
    that of somebody else may begin.
    """
    last = _end(text, start, end)
    cuts = [m.start() for m in _MAIN_GOES_ON.finditer(text, start, last)]
    leading_on = load("promise_words")["leading_on"]
    names = _ANOTHER_ACTS.finditer(text, start, last)
    cuts.extend(m.end("last") for m in names if m["last"].lower() not in leading_on)
    return min(cuts, default=last)


def _end(text: str, start: int, end: int) -> int:
    found = _CONDITION_END.search(text, start, end)
    return found.start() if found else end


def trigger_in(text: str, span: Span) -> Trigger | None:
    """Give the event that a clause of condition names, None where it names none that is known."""
    told = (t for t in _TRIGGERS if find(text, span, "promise_words", "condition_triggers", t))
    return next(told, None)
