"""Sentences: a splitter of our own, since rules over one block need no parser."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from pledgebook.language.lines import BLANKS
from pledgebook.language.protocol import Block
from pledgebook.language.vocabulary import words
from pledgebook.model.spans import Span

_CLOSERS = r"[\"'”’»)\]*_]"
#: A possible end: stops, then closing marks (they belong to the sentence) and note numbers.
_STOP = re.compile(
    rf"(?P<stop>(?<![.!?…])[.!?…]+|[。！？])(?P<close>(?:{_CLOSERS}|\[\d{{1,3}}\])*)(?:(?P<gap>\s+)|(?=[A-Z]))"
    r"|[。！？](?=\S)"
)
_NEXT = re.compile(r"[\"'“‘«„(\[*_\\—–\-¿¡]*")
_WORD_AFTER = re.compile(r"[^\W\d_]+")
_QUOTES = "\"'”’»"
#: A whole word in small letters (an address is none).
_PLAIN = re.compile(r"(?:^|(?<=[\s\"“‘'(]))[A-Za-z]?[a-z]{2,}$")
_GLUED = re.compile(r"[A-Z][a-z]+[ ,’']|(?:A|I) ")
_ATTRIBUTION = re.compile(r"(?:[^\s.!?:;,\"“”]+\s+){1,4}?(?P<cue>[a-z]+)\b")
#: Longest run of characters looked at for the word before a stop.
_LONGEST_WORD = 24
#: Figures below this before a stop, at the beginning of a sentence, are the number of a point.
_LONGEST_NUMBER = 2


def split(text: str, blocks: Sequence[Block]) -> tuple[Span, ...]:
    """Split blocks into sentences, in order, trimmed of outer blanks; linear time."""
    return tuple(span for block in blocks for span in _in_block(text, block.span))


def _in_block(text: str, block: Span) -> Iterator[Span]:
    start = block.start
    for match in _STOP.finditer(text, block.start, block.end):
        if match.end() >= block.end:
            break
        if _ends(text, start, match, block.end):
            yield from _trimmed(text, start, match.end())
            start = match.end()
    yield from _trimmed(text, start, block.end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """Give what is left without outer blanks, those that show nothing too; none where all is."""
    while start < end and text[start] in BLANKS:
        start += 1
    while start < end and text[end - 1] in BLANKS:
        end -= 1
    if start < end:
        yield Span(start, end)


def _ends(text: str, start: int, match: re.Match[str], limit: int) -> bool:
    """Say whether the sentence that began at ``start`` ends with this stop."""
    stop, after = match["stop"], match.end()
    if stop is None or stop in "。！？":
        return True
    if match["gap"] is None:
        return _ends_glued(text, start, match)
    opened = _NEXT.match(text, after, limit)
    first = after if opened is None else opened.end()
    if first >= limit:
        return False
    if text[first].islower() or text[first] in ".…":
        return False
    if stop == ".":
        return _full_stop(text, start, match, first)
    if stop[0] in "!?":
        return not _attributed(text, match, limit)
    return text[first].isupper() or text[first].isdigit() or first > after


def _ends_glued(text: str, start: int, match: re.Match[str]) -> bool:
    """A stop without a blank after it: only between a plain word and a capitalised one."""
    if match["stop"] not in ".!?" or _GLUED.match(text, match.end()) is None:
        return False
    if match["close"] and match["close"][-1] not in _QUOTES:
        return False
    word = _PLAIN.search(text, max(start, match.start() - _LONGEST_WORD), match.start())
    return word is not None


def _full_stop(text: str, start: int, match: re.Match[str], first: int) -> bool:
    word = _word_before(text, start, match.start())
    if not word and text[match.start() - 1].isspace():
        return text[first].isupper()
    if not word or match["close"]:
        return True
    if word.isdigit() and len(word) <= _LONGEST_NUMBER:
        return match.start() - len(word) > start
    kinds = _abbreviations()
    kind = kinds.get(word.lower())
    if kind is None:
        return not _initial(word) or _opens(text, first)
    if kind == "before_names":
        return False
    if kind == "before_numbers":
        return not text[first].isdigit()
    return _opens(text, first) or match["gap"].count(" ") + match["gap"].count("\xa0") > 1


def _word_before(text: str, start: int, stop: int) -> str:
    low = max(start, stop - _LONGEST_WORD)
    position = stop
    while position > low and (text[position - 1].isalnum() or text[position - 1] in ".-&’'"):
        position -= 1
    return text[position:stop].lstrip("'’.-")


def _initial(word: str) -> bool:
    """A single capital, or capitals with stops between them ("J", "A.B")."""
    return all(len(part) == 1 and part.isupper() for part in word.split("."))


def _opens(text: str, first: int) -> bool:
    match = _WORD_AFTER.match(text, first)
    return match is not None and match.group() in words("abbreviations", "openings")


@cache
def _abbreviations() -> dict[str, str]:
    kinds = ("either", "before_numbers", "before_names")
    return {word: kind for kind in kinds for word in words("abbreviations", kind)}


def _attributed(text: str, match: re.Match[str], limit: int) -> bool:
    """Say whether a quoted question or cry is followed by who said it."""
    if not match["close"] or match["close"][-1] not in _QUOTES:
        return False
    found = _ATTRIBUTION.match(text, match.end(), min(limit, match.end() + 80))
    if found is None or _opens(text, match.end()):
        return False
    return found["cue"] in words("abbreviations", "cues")
