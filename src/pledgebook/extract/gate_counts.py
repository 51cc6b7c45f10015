"""Counts of things and of people: the cited words are read again, whole and in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from pledgebook.extract.gate_bounds import bound_words, compare_bounds, differs, said, words_at
from pledgebook.extract.gate_case import Case, Cited, brief, shown
from pledgebook.extract.gate_cues import cue_lists, words_of
from pledgebook.extract.gate_texts import tokens
from pledgebook.model.spans import Span
from pledgebook.model.values import Quantity
from pledgebook.resolve.mentions import QuantityMention
from pledgebook.resolve.number_bounds import bound_of, bounded
from pledgebook.resolve.numbers import find_numbers, number_value
from pledgebook.resolve.quantities import find_quantities

#: Stands before the second figure of a range.
_RANGE = re.compile(r"\d\s?(?:to|and|[-–])\s?\Z")


def quantity(case: Case, path: str, value: object) -> Iterator[str]:
    """Judge a count against the words cited for it, with the reader of counts."""
    if not isinstance(value, Mapping):
        yield f"{path}: an object with low and high is needed"
        return
    cited = case.nearest_words(path)
    if not cited:
        yield f"{path}: no evidence is given for {said(value)}"
        return
    mentions: list[QuantityMention] = []
    for words in cited:
        found = quantity_at(case, words)
        if isinstance(found, str):
            yield f"{path}: {found}"
        else:
            mentions.append(found)
    for mention in mentions:
        words_said = words_at(case, mention.span)
        yield from compare_bounds(path, words_said, value, mention.quantity)
        yield from _unit(case, path, value.get("unit"), mention)
    yield from bound_words(case, path, [mention.bound_span for mention in mentions])


def quantity_at(case: Case, words: Cited) -> QuantityMention | str:
    """Find the one count that cited words hold, or say why there is none."""
    if words.place != "text":
        return f"counts are read in the text, not in the {words.place}"
    found = case.page.quantities.touching(words.span)
    whole = [mention for mention in found if words.span.holds(mention.span)]
    if not found:
        return _plain_number(case, words) or f"the words {shown(words.quote)} are no count"
    if not whole and not _whole_figure(case, words, found[0]):
        return f"the words {shown(words.quote)} are cut from {shown(words_at(case, found[0].span))}"
    if len(whole) > 1:
        return f"the words {shown(words.quote)} hold more than one count"
    return (whole or found)[0]


def _whole_figure(case: Case, words: Cited, mention: QuantityMention) -> bool:
    """Say whether words are the whole figure of a count without the unit behind it."""
    numbers = find_numbers(words_at(case, mention.span)).numbers
    return bool(numbers) and all(
        words.span.holds(Span(mention.span.start + n.start, mention.span.start + n.end))
        for n in numbers
    )


def _plain_number(case: Case, words: Cited) -> QuantityMention | None:
    """Read a number that the reader of counts left alone since it does not know the thing."""
    sentence = case.sentence(words)
    found = find_numbers(sentence.of(case.page.text))
    numbers = [
        (number, Span(sentence.start + number.start, sentence.start + number.end))
        for number in found.numbers
        if words.span.overlaps(Span(sentence.start + number.start, sentence.start + number.end))
    ]
    money = [m for m in case.page.money.touching(words.span) if m.amount.currency is not None]
    if len(numbers) != 1 or money:
        return None
    (number, span), value = numbers[0], number_value(found, numbers[0][0])
    if value is None or not words.span.holds(span) or _RANGE.search(found.low, 0, number.start):
        return None
    bound = bound_of(found.low, number.start, number.end)
    kind = bound.bound if bound is not None else "exact"
    low, high = bounded(value, kind)
    place = bound.span if bound is not None else None
    return QuantityMention(
        span=span,
        quantity=Quantity(low=low, high=high, bound=kind),
        bound_span=place and Span(sentence.start + place.start, sentence.start + place.end),
    )


def _unit(case: Case, path: str, unit: object, mention: QuantityMention) -> Iterator[str]:
    """Judge a unit: one that the reader read, or words beside the figure."""
    read = mention.quantity.unit
    if unit is None or unit == read or unit in words_of("piece_units"):
        return
    end = mention.name_span.end if mention.name_span is not None else mention.span.end
    near = tokens(case.page.text[mention.span.start : max(end, mention.span.end)])
    near += tokens(case.page.text[mention.span.end : mention.span.end + _UNIT_REACH])[:2]
    if not isinstance(unit, str) or not _unit_stands(unit, read, near):
        yield differs(f"{path}.unit", " ".join(near), read or "pieces", unit)


def _unit_stands(unit: str, read: str | None, near: tuple[str, ...]) -> bool:
    if set(tokens(unit)) <= set(near):
        return True
    return _unit_code(unit) in (read, *map(_length, near))


#: A unit stands within so many code points behind its figure.
_UNIT_REACH = 30


def _unit_code(unit: str) -> str:
    """Give the code of a unit however it is written ("tonnes", "km"); itself where not known."""
    read = find_quantities(f"3 {unit} of rice")
    code = read[0].quantity.unit if len(read) == 1 else None
    return code or _length(unit.lower()) or unit


def _length(word: str) -> str | None:
    forms: dict[str, list[str]] = cue_lists()["lengths"]
    return next((code for code, words in forms.items() if word in words), None)


def count(case: Case, path: str, value: object) -> Iterator[str]:
    """Judge how many an unnamed group is said to be: the figure must stand in the cited words."""
    cited = case.nearest_words(path)
    words = " ".join(piece.quote for piece in cited)
    if not isinstance(value, int) or isinstance(value, bool):
        yield f"{path}: a whole number is needed, not {brief(value)}"
    elif value not in _figures(case, cited):
        yield f"{path}: the words {shown(words)} do not say {value}"


def _figures(case: Case, cited: Sequence[Cited]) -> set[Decimal | int]:
    found: set[Decimal | int] = set()
    for words in cited:
        names = [str(word) for word in tokens(words.quote)]
        found.update(
            int(name.replace(",", "")) for name in names if name.replace(",", "").isdecimal()
        )
        if words.place == "text":
            inside = case.page.quantities.within(words.span)
            found.update(m.quantity.low for m in inside if m.quantity.low is not None)
            found.update(m.quantity.high for m in inside if m.quantity.high is not None)
        found.update(n for n, word in enumerate(_small_numbers()) if word in names)
    return found


def _small_numbers() -> tuple[str, ...]:
    return (
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
        "nineteen", "twenty",
    )  # fmt: skip
