"""Who gives in a clause whose verb is left out: "Oslo gave Mali €9m, and Denmark €5m"."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from pledgebook.extract.gate_cues import cue_lists
from pledgebook.extract.page import Page
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

#: Joins a clause whose verb is left out: "…, and Denmark €5m", "… while the UK £4m".
_JOINS = re.compile(r"(?:[,;]|\band|\bwhile)\s+(?:the\s+)?$", re.IGNORECASE)
#: No word that joins is longer, in code points.
_JOIN_REACH = 20
#: Right before a sum, what joins it to who gives it.
_WITH = re.compile(r"\s+with\s+$")


def gapped_givers(page: Page, sentence: Span) -> list[ActorMention]:
    """Give the actors right before a later sum: "Oslo gave €9m to Mali and Denmark €5m".

    They give what follows them, though they stand joined to whoever gets the sum before. Not so
    where the sum before has an actor right before it, too: "gave Mali €9m and Chad €5m".
    """
    later = [m for m, _ in before_later_sums(page, sentence) if not _parallel(page, sentence)]
    own = [mention for mention, _ in clause_givers(page, sentence)]
    found = [*later, *own] or _each_with(page, sentence)
    return [*found, *_before_counts(page, sentence)]


def _before_counts(page: Page, sentence: Span) -> list[ActorMention]:
    """Give those right before a later count: "sent 40 pumps to Mali and Portugal 25 vans".

    Not so where the first count has an actor right before it: "sent Mali 40 pumps, Chad 25".
    """
    counts = [m.span for m in page.quantities.within(sentence) if m.name_span is not None]
    if not counts or right_before(page, Span(sentence.start, counts[0].start)) is not None:
        return []
    ahead = (right_before(page, Span(one.end, two.start)) for one, two in pairwise(counts))
    return [m for m in ahead if m is not None and _joins(page, m)]


def _joins(page: Page, mention: ActorMention) -> bool:
    start = max(0, mention.span.start - _JOIN_REACH)
    return _JOINS.search(page.text, start, mention.span.start) is not None


def clause_givers(page: Page, sentence: Span) -> list[tuple[ActorMention, Span]]:
    """Pair each sum but the first with the one named before its verb: "…, and Riga pledged €5m".

    The parser often joins such a name to whoever gets the sum before.
    """
    sums = [money.span for money in page.money.within(sentence)]
    found = []
    for before, money in pairwise(sums):
        for mention in page.actors.within(Span(before.end, money.start))[-1:]:
            joined = _JOINS.search(page.text, before.end, mention.span.start)
            acts = _gives().fullmatch(page.text, mention.span.end, money.start)
            alone = not _second_of_two(page, before.end, mention)
            if joined and alone and acts and mention.naming in _NAMINGS:
                found.append((mention, money))
    return found


_NAMINGS = ("name", "office", "seat", "person")
#: Between two who act together, and before the first of them.
_AND = re.compile(r"\s+and\s+(?:the\s+)?")
_CLAUSE = re.compile(r"(?:[,;]|\bwhile)\s+(?:the\s+)?$", re.IGNORECASE)


def _second_of_two(page: Page, start: int, mention: ActorMention) -> bool:
    """Say whether a name is the second of two who open a clause: "…, while Oslo and Riga gave"."""
    return any(
        _AND.fullmatch(page.text, one.span.end, mention.span.start) is not None
        and _CLAUSE.search(page.text, start, one.span.start) is not None
        for one in page.actors.within(Span(start, mention.span.start))
    )


@cache
def _gives() -> re.Pattern[str]:
    """Between a name and the sum that it gives: "has also pledged up to"."""
    verbs = "|".join(cue_lists()["sides"]["commitment"]["giver"]["verbs"])
    return re.compile(
        r"(?:,\s(?:which|whose|who)\s[^,;:.]{1,100},)?\s+(?:said\s+(?:that\s+)?it\s+)?(?:(?:has|have|had|will|would|also|then|today|earlier)\s+){0,3}"
        rf"(?!\w+ing\b)(?:{verbs})\s+(?:(?:another|a|an|up|to|about|some|over|more|than|nearly|almost|further"
        r"|additional|around)\s+){0,3}",
        re.IGNORECASE,
    )


def _each_with(page: Page, sentence: Span) -> list[ActorMention]:
    """Give those right before "with" and a later sum: "Oslo came with €9m and Riga with €5m"."""
    found: list[ActorMention] = []
    start: int | None = None
    for money in page.money.within(sentence):
        with_ = _WITH.search(page.text, start or sentence.start, money.span.start)
        if with_ is None:
            return []
        if start is not None:
            giver = right_before(page, Span(start, with_.start()))
            if giver is None or not _JOINS.search(page.text, start, giver.span.start):
                return []
            found.append(giver)
        start = money.span.end
    return found


def before_later_sums(page: Page, sentence: Span) -> list[tuple[ActorMention, Span]]:
    """Pair each sum but the first with the actor that stands right before it, joined on."""
    sums = [money.span for money in page.money.within(sentence)]
    found = []
    for before, money in pairwise(sums):
        mention = right_before(page, Span(before.end, money.start))
        if mention is None or mention.naming not in ("name", "office", "seat"):
            continue
        if _JOINS.search(page.text, before.end, mention.span.start):
            found.append((mention, money))
    return found


def _parallel(page: Page, sentence: Span) -> bool:
    """Say whether the first sum has an actor right before it, as in "gave Mali €9m"."""
    first = page.money.within(sentence)[0]
    return right_before(page, Span(sentence.start, first.span.start)) is not None


def right_before(page: Page, words: Span) -> ActorMention | None:
    """Give the actor with which some words end, None where they end otherwise.

    A relative clause between commas may stand behind it: "and Chad, which spoke last, €5m".
    """
    named = page.actors.within(words)
    for mention in reversed(named):
        behind = page.text[mention.span.end : words.end]
        if not behind.strip() or _RELATIVE.fullmatch(behind):
            return mention
    return None


#: A relative clause between commas.
_RELATIVE = re.compile(r",\s(?:which|whose|who|where)\s[^,;:.]{1,100},\s*")
