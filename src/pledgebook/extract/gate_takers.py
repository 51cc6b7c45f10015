"""Who is given to: not a name beside the thing where the words give it to another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pledgebook.extract.gate_case import Case, Cited, listed, shown
from pledgebook.extract.gate_cues import cue, words_of
from pledgebook.extract.gate_governing import thing_of
from pledgebook.extract.gate_lists import segment
from pledgebook.extract.gate_same_side import JOINED, ours
from pledgebook.extract.gate_sides import lean
from pledgebook.extract.gate_texts import tokens
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

#: Between a thing and the one that it is for, named right behind it.
_FOR = re.compile(
    r"\s(?:(?!to\b|for\b|from\b|by\b|and\b|with\b|while\b|but\b)[\w-]+\s){0,3}"
    r"(?P<to>to|for|towards|on|against)\s(?:the\s)?(?:people\sof\s)?(?:the\s)?"
)
#: Prepositions before the taker of each kind.
_PREPOSITIONS = {
    "commitment": frozenset({"to", "for", "towards"}),
    "measure": frozenset({"on", "against"}),
}


def another_taker(case: Case, takers: str) -> Iterator[str]:
    """Name each taker beside whom the thing is told to be another's."""
    thing = thing_of(case)
    if thing is None or case.kind not in _PREPOSITIONS or thing.field.startswith(takers):
        return
    for n, taker in listed(case.claim.get(takers)):
        if not isinstance(taker, Mapping) or taker.get("type") in ("group", "unnamed"):
            continue
        words = [w for w in case.words(f"{takers}.{n}") if w.place == "text"]
        if not words or any(set(tokens(w.quote)) & words_of("pronouns") for w in words):
            continue
        rival = _named_behind(case, thing, words) or _other_place(case, thing, words)
        if rival is not None:
            there = shown(rival.span.of(case.page.text))
            yield f"{takers}.{n}: {there} is the one here, not {shown(words[0].quote)}"


def _named_behind(case: Case, thing: Cited, words: Sequence[Cited]) -> ActorMention | None:
    """Give the actor that the thing is told to be for, right behind it."""
    text, sentence = case.page.text, case.sentence(thing)
    names = [w for w in case.words_under("items") if w.place == "text"]
    if thing.field.endswith(".quantity"):  # a count that stands apart from its name has its own
        names = [w for w in names if not thing.field.startswith(w.field.removesuffix("name"))]
    for one in (thing, *names):
        found = _FOR.match(text, one.span.end, sentence.end)
        if found is None or found["to"] not in _PREPOSITIONS[case.kind]:
            continue
        for mention in case.page.actors.within(sentence):
            if mention.span.start == found.end() and not _one_of(case, mention, words):
                return None if _makes(text, mention) else mention
    return None


def _makes(text: str, mention: ActorMention) -> bool:
    """Say whether a name tells where arms are made that are paid for: "for US arms for Moldova"."""
    told = cue("made_behind").match(text[mention.span.end : mention.span.end + _MADE_REACH])
    return told is not None


#: How far behind a name its arms stand, in code points.
_MADE_REACH = 40


def _one_of(case: Case, mention: ActorMention, words: Sequence[Cited]) -> bool:
    """Say whether a name is the claim's, or is listed with one of its takers."""
    if ours(case, mention, words):
        return True
    return any(JOINED.fullmatch(case.page.text, mention.span.end, w.span.start) for w in words)


def _other_place(case: Case, thing: Cited, words: Sequence[Cited]) -> ActorMention | None:
    """Give a taker of the thing's line or clause where the claim's stands as none, or elsewhere."""
    mine, sentence = segment(case, thing.span), case.sentence(thing)
    there = [w for w in words if sentence.holds(w.span)]
    if mine is not None and not any(mine.holds(w.span) for w in words):
        apart = any(segment(case, w.span) is not None for w in words)
        return _taker_in(case, mine, thing, words) if apart else None
    if len(there) < len(words) or any(lean(case, w) < 0 for w in there) or case.kind == "measure":
        return None
    nearer = min(abs(w.span.start - thing.span.start) for w in there)
    rival = _taker_in(case, sentence, thing, words)
    if rival is None or abs(rival.span.start - thing.span.start) > nearer:
        return None
    return rival


def _taker_in(case: Case, area: Span, thing: Cited, words: Sequence[Cited]) -> ActorMention | None:
    for mention in case.page.actors.within(area):
        there = Cited(
            field=words[0].field, span=mention.span, quote=mention.span.of(case.page.text)
        )
        if mention.span.overlaps(thing.span) or _one_of(case, mention, words):
            continue
        if lean(case, there) < 0:
            return mention
    return None
