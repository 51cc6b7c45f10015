"""Who is bound in a list: the one that opens a line or a segment, or stands right before a sum."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgebook.extract.gate_case import Case, Cited
from pledgebook.extract.gate_cues import cue
from pledgebook.extract.gate_same_side import one_subject, ours
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

#: Blocks whose lines name an actor first and then what it gives.
_LISTS = frozenset({"bullet", "row"})
#: Marks between the cells of a line.
_CELLS = re.compile(r" \| |\t")
#: Marks and articles before the first name of a line or a segment.
OPENING = re.compile(r"[\W\d]*(?:and\s+)?(?:the\s+)?(?:\w+\s+of\s+(?:the\s+)?)?", re.IGNORECASE)


def opener(case: Case, words: Sequence[Cited], thing: Cited) -> ActorMention | None:
    """Give the actor that opens the thing's line or segment, where the giver opens another one."""
    mine = segment(case, thing.span)
    row = _row_head(case, words, thing)
    if row is not None:
        return row
    if mine is None or any(
        case.sentence(thing).holds(w.span) and mine.holds(w.span) for w in words
    ):
        return None
    first = _first(case, mine) or _head_of_line(case, thing)
    if first is None or ours(case, first, words):
        return None
    headed = _HEAD_ENDS.match(case.page.text, first.span.end) is not None
    for cited in words:
        theirs = segment(case, cited.span) or (_line(case, cited.span) if headed else None)
        if theirs is None or cue("alike").search(theirs.of(case.page.text)):
            continue
        opening = _first(case, theirs)
        listed_too = headed and not case.sentence(thing).holds(cited.span)
        if listed_too or (opening is not None and opening.span.overlaps(cited.span)):
            return first
    return None


def _row_head(case: Case, words: Sequence[Cited], thing: Cited) -> ActorMention | None:
    """Give the actor that heads the thing's line where the giver stands in another such line."""
    mine = _line(case, thing.span)
    others = [_line(case, w.span) for w in words]
    if mine is None or any(other is None or other == mine for other in others):
        return None
    first = _first(case, mine)
    if first is None or _HEAD_ENDS.match(case.page.text, first.span.end) is None:
        return None
    return None if ours(case, first, words) else first


#: Ends the head of a line ("Germany (KfW): …", "Germany | …").
_HEAD_ENDS = re.compile(r"\s?(?:\([^()\n]{0,30}\))?(?::|\s\||\s[-–—]\s|\*\*)")


def _line(case: Case, span: Span) -> Span | None:
    """A short line with a head of its own ("Not present: X"); None where it is none."""
    text = case.page.text
    end = text.find("\n", span.end)
    line = Span(text.rfind("\n", 0, span.start) + 1, end if end >= 0 else len(text))
    head = ":" in line.of(text)
    return line if head and line.end - line.start <= _SHORT else None


#: Longest line, in code points, that is a row of a list by its head alone.
_SHORT = 120


def _head_of_line(case: Case, thing: Cited) -> ActorMention | None:
    """The actor that heads the line of a list whose segment has none of its own."""
    sentence = case.sentence(thing)
    block = case.page.block_of(thing.span)
    first = _first(case, sentence) if block is not None and block.kind in _LISTS else None
    headed = first is not None and _HEAD_ENDS.match(case.page.text, first.span.end)
    return first if headed else None


#: Opens a bracket that a thing stands in, right behind a name.
_BRACKET = re.compile(r"\s?\([^()]{0,30}\Z")


def bracketed(case: Case, words: Sequence[Cited], thing: Cited) -> ActorMention | None:
    """Give the actor behind whose name the thing stands in brackets ("A (€5m), B (€2m)")."""
    text, sentence = case.page.text, case.sentence(thing)
    opened = _BRACKET.search(text, max(sentence.start, thing.span.start - 40), thing.span.start)
    if opened is None:
        return None
    owners = [m for m in case.page.actors.within(sentence) if m.span.end == opened.start()]
    if not owners or ours(case, owners[0], words):
        return None
    return None if one_subject(case, words, owners[0]) else owners[0]


#: Between a name and its sum in a list ("A €5m, B €2m", "A: €5m, B: €2m").
_OWN_SUM = re.compile(r"(?:\s|:\s|,\s|\s[-–—]\s)(?:with\s)?")


def listed_owner(case: Case, words: Sequence[Cited], thing: Cited) -> ActorMention | None:
    """Give the actor right before the thing, where each giver stands right before its own sum."""
    text, near = case.page.text, case.page.actors.within(case.sentence(thing))
    owners = [m for m in near if _OWN_SUM.fullmatch(text, m.span.end, thing.span.start)]
    if not owners or ours(case, owners[0], words):
        return None
    sums = [m.span for m in case.page.money.within(case.sentence(thing)) if m.span != thing.span]
    apart = all(any(_OWN_SUM.fullmatch(text, w.span.end, s.start) for s in sums) for w in words)
    return owners[0] if apart else None


def segment(case: Case, span: Span) -> Span | None:
    """The line of a list, or the stretch between semicolons, that a span stands in."""
    text, sentence = case.page.text, case.page.sentence_of(span)
    block = case.page.block_of(span)
    start, end = sentence.start, sentence.end
    for found in re.finditer(r";\s", text[sentence.start : sentence.end]):
        at = sentence.start + found.end()
        if at <= span.start:
            start = at
        else:
            end = min(end, at)
    if (start, end) != (sentence.start, sentence.end):
        return Span(start, end)
    listed_line = block is not None and block.kind in _LISTS
    return sentence if listed_line or _CELLS.search(sentence.of(text)) else None


def _first(case: Case, segment: Span) -> ActorMention | None:
    """The actor that opens a segment, before anything else is said."""
    found = case.page.actors.within(segment)
    if not found:
        return None
    opening = case.page.text[segment.start : found[0].span.start].rpartition(": ")[2]
    return found[0] if OPENING.fullmatch(opening) else None
