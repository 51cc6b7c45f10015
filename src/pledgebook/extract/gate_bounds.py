"""Figures with their bounds: what a claim gives against what the words say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from pledgebook.extract.gate_case import Case, brief, plainly, shown
from pledgebook.model.plain import decimal_text
from pledgebook.model.spans import Span
from pledgebook.model.values import Amount, Quantity


def compare_bounds(
    path: str, words: str, value: Mapping[str, Any], said: Amount | Quantity
) -> Iterator[str]:
    """Compare both ends and the bound; absent ones are not judged, null ends are open."""
    for side, stands in (("low", said.low), ("high", said.high)):
        if side not in value:
            continue
        given = _decimal(value[side])
        if given == "":
            yield f"{path}.{side}: {brief(value[side])} is not a number"
        elif given != stands:
            yield differs(path, words, _number(stands, side), _number(given, side))
    bound = value.get("bound")
    if bound is not None and bound != said.bound:
        yield differs(f"{path}.bound", words, said.bound, bound)


def bound_words(case: Case, path: str, spans: Sequence[Span | None]) -> Iterator[str]:
    """Judge words cited for a bound: they must be the ones that the reader found there."""
    for words in case.words(f"{path}.bound"):
        if not any(span is not None and span.overlaps(words.span) for span in spans):
            yield f"{path}.bound: the words {shown(words.quote)} are no bound of this figure"


def _decimal(value: object) -> Decimal | str | None:
    """Read a number; None stays None and what is no number becomes the empty string."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, str | int | float | Decimal):
        return ""
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return ""
    # no sum or count has more digits; an exponent may hide millions of them
    return number if number.is_finite() and abs(number.adjusted()) <= DIGITS else ""


#: Digits before or behind the point beyond which a figure is refused unread.
DIGITS = 40


def _number(value: Decimal | str | None, side: str) -> str:
    if value is None:
        return f"an open {side} side"
    return decimal_text(value) if isinstance(value, Decimal) else value


def differs(path: str, words: str, said: object, given: object) -> str:
    """Write the reason that words and claim differ."""
    return f"{path}: the words {shown(words)} say {said}, the claim says {plainly(given)}"


def said(value: Mapping[str, Any]) -> str:
    """Write a claimed value in short."""
    parts = [value.get("bound"), value.get("low"), value.get("high"), value.get("currency")]
    return plainly(" ".join(str(part) for part in parts if part is not None)) or "this value"


def words_at(case: Case, span: Span) -> str:
    """Give the words of the text at a span."""
    return span.of(case.page.text)
