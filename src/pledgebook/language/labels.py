"""Speaker labels of transcripts: ``MS. EXAMPLE:``, ``Q``, ``Prime Minister Example:``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from pledgebook.language.vocabulary import words
from pledgebook.model.spans import Span

#: A label in capitals of this length or shorter, in words.
MOST_WORDS = 8

_COLON = re.compile(
    r"[*_]{0,4}(?P<label>[^\W\d_][^:\n\r\"“”*_?!]{0,70}?)[*_]{0,4}"
    r"(?:\s?[(\[][^()\[\]\n\r]{1,40}[)\]])?:[*_]{0,4}(?=\s|$)"
)
_QUESTION = re.compile(
    r"[*_]{0,4}(?P<label>[QA])(?:[*_]{0,4}[.:]?[ \t\xa0]+)(?=[A-Z0-9“\"‘'(\[—–\-…])"
)
_WORD = re.compile(r"[^\s,()\[\]]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A label at the beginning of a piece of text.

    Attributes:
        span: the words of the label without its colon.
        end: where the words of the turn may begin.
        capitals: written in capitals, or the single letter of a question.
        titled: one of its words is an office or a role.
    """

    span: Span
    end: int
    capitals: bool
    titled: bool


def find_label(text: str, start: int, end: int) -> Label | None:
    """Read a label at ``start``; None where none stands there."""
    if start >= end or not (text[start].isupper() or text[start] in "*_"):
        return None
    if match := _QUESTION.match(text, start, end):
        if match["label"] == "A" and text[match.end("label")] not in ".:":  # "A war …"
            return None
        return Label(span=Span(*match.span("label")), end=match.end(), capitals=True, titled=True)
    if text.find(":", start, min(end, start + 130)) < 0:
        return None
    match = _COLON.match(text, start, end)
    return None if match is None else _judge(match)


def _judge(match: re.Match[str]) -> Label | None:
    label = match["label"].rstrip()
    parts = [part.strip(".’'").lower() for part in _WORD.findall(label)]
    if len(parts) > MOST_WORDS or label.lower() in words("layout", "not_speakers"):
        return None
    if not parts or parts[0] in words("layout", "not_label_starts"):
        return None
    capitals = label.upper() == label and len(label) > 1
    if not capitals and not _like_a_name(label):
        return None
    titled = not words("layout", "speaker_titles").isdisjoint(parts)
    start = match.start("label")
    return Label(
        span=Span(start, start + len(label)), end=match.end(), capitals=capitals, titled=titled
    )


def _like_a_name(label: str) -> bool:
    particles = words("layout", "name_particles")
    parts = _WORD.findall(label)
    return all(part[0].isupper() or part in particles for part in parts) and not any(
        character.isdigit() for character in label
    )


def confirmed(text: str, labels: Iterable[Label | None]) -> frozenset[Label]:
    """Choose the labels that are speakers.

    In capitals: with an office or role in it, or used twice. Otherwise: with an office or role,
    or a name of two words or more that is used twice.
    """
    found = [label for label in labels if label is not None]
    uses = Counter(label.span.of(text) for label in found)
    return frozenset(label for label in found if _is_speaker(label, label.span.of(text), uses))


def _is_speaker(label: Label, name: str, uses: Counter[str]) -> bool:
    if label.titled:
        return True
    return uses[name] > 1 and (label.capitals or " " in name)
