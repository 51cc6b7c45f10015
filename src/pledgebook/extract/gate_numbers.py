"""Sums of money and counts: the cited words are read again, whole and in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from pledgebook.extract.gate_case import Case, Cited, listed, shown, shown_all
from pledgebook.extract.gate_cues import words_of
from pledgebook.extract.gate_texts import tokens
from pledgebook.model.plain import decimal_text
from pledgebook.model.spans import Span
from pledgebook.model.values import Amount, Quantity
from pledgebook.resolve.mentions import MoneyMention, QuantityMention

#: States whose currencies share the name and sign "krone"; a bare one is taken for the donor's.
_CROWNS = {"DKK": "DNK", "ISK": "ISL", "NOK": "NOR", "SEK": "SWE", "CZK": "CZE"}
_CROWN_WORDS = frozenset({"kr", "krone", "kroner", "krona", "kronor", "króna", "krónur", "crowns"})


def amount(case: Case, path: str, value: object) -> Iterator[str]:
    """Judge a sum against the words cited for it, with the reader of sums."""
    if not isinstance(value, Mapping):
        yield f"{path}: an object with low, high and currency is needed"
        return
    cited = case.words(path)
    if not cited:
        yield f"{path}: no evidence is given for {_said(value)}"
        return
    mentions: list[MoneyMention] = []
    for words in cited:
        found = _money_at(case, words)
        if isinstance(found, str):
            if not _carries(case, words, cited):
                yield f"{path}: {found}"
        else:
            mentions.append(found)
    for mention in mentions:
        yield from _compare_amount(case, path, value, mention, mention.amount)
        yield from _carried(case, path, mention)
    yield from _bound_words(case, path, [mention.bound_span for mention in mentions])
    yield from _reported(case, path, value, mentions)


def _money_at(case: Case, words: Cited) -> MoneyMention | str:
    if words.place != "text":
        return f"sums are read in the text, not in the {words.place}"
    found = case.page.money.touching(words.span)
    whole = [mention for mention in found if words.span.holds(mention.span)]
    if not found:
        return f"the words {shown(words.quote)} are no sum of money"
    if not whole:
        return f"the words {shown(words.quote)} are cut from {shown(_of(case, found[0].span))}"
    if len(whole) > 1:
        return f"the words {shown(words.quote)} hold more than one sum"
    if _figures_outside(case, words.span, whole[0]):
        return f"the words {shown(words.quote)} hold more figures than one sum"
    return whole[0]


def _figures_outside(case: Case, span: Span, mention: MoneyMention) -> bool:
    known = [mention.span, mention.bound_span, mention.per_span, *mention.reported_spans]
    for found in re.finditer(r"\d+", span.of(case.page.text)):
        place = Span(span.start + found.start(), span.start + found.end())
        if not any(part is not None and part.holds(place) for part in known):
            return True
    return False


def _carries(case: Case, words: Cited, cited: Sequence[Cited]) -> bool:
    """Say whether these words are what another cited sum takes its currency or magnitude from."""
    for other in cited:
        if other is words or other.place != "text":
            continue
        for mention in case.page.money.within(other.span):
            source = mention.carried_from
            if source is not None and source.overlaps(words.span):
                return True
    return False


def _carried(case: Case, path: str, mention: MoneyMention) -> Iterator[str]:
    source = mention.carried_from
    if source is None:
        return
    under = [words.span for words in case.words_under(path) if words.place == "text"]
    if not any(span.overlaps(source) for span in under):
        yield (
            f"{path}: the words {shown(_of(case, mention.span))} take their currency or magnitude "
            f"from {shown(_of(case, source))}, which is not cited"
        )


def _compare_amount(
    case: Case, path: str, value: Mapping[str, Any], mention: MoneyMention, said: Amount
) -> Iterator[str]:
    words = _of(case, mention.span)
    currency = value.get("currency")
    if currency is not None and currency != said.currency and not _donors_own(case, words, currency):
        yield _differs(path, words, said.currency or "no currency", currency)
    per = value.get("per")
    if per is not None and per != said.per:
        yield _differs(f"{path}.per", words, said.per, per)
    yield from _compare_bounds(path, words, value, said)


def _donors_own(case: Case, words: str, currency: object) -> bool:
    """Say whether a sum in bare crowns is in those of a donor of this claim."""
    state = _CROWNS.get(currency) if isinstance(currency, str) else None
    donors = case.claim.get("donors") or case.claim.get("actors") or ()
    ids = {donor.get("id") for _, donor in listed(donors) if isinstance(donor, Mapping)}
    return state in ids and any(
        word.lstrip("0123456789.,") in _CROWN_WORDS for word in tokens(words)
    )


def _compare_bounds(
    path: str, words: str, value: Mapping[str, Any], said: Amount | Quantity
) -> Iterator[str]:
    for side, stands in (("low", said.low), ("high", said.high)):
        if side not in value:
            continue
        given = _decimal(value[side])
        if given == "":
            yield f"{path}.{side}: {value[side]!r} is not a number"
        elif given != stands:
            yield _differs(path, words, _number(stands, side), _number(given, side))
    bound = value.get("bound")
    if bound is not None and bound != said.bound:
        yield _differs(f"{path}.bound", words, said.bound, bound)


def _bound_words(case: Case, path: str, spans: Sequence[Span | None]) -> Iterator[str]:
    """Judge words cited for a bound: they must be the ones that the reader found there."""
    for words in case.words(f"{path}.bound"):
        if not any(span is not None and span.overlaps(words.span) for span in spans):
            yield f"{path}.bound: the words {shown(words.quote)} are no bound of this figure"


def _reported(
    case: Case, path: str, value: Mapping[str, Any], mentions: Sequence[MoneyMention]
) -> Iterator[str]:
    """Judge conversions: each must be one that the text prints beside the sum."""
    for n, given in enumerate(value.get("reported_as") or ()):
        where = f"{path}.reported_as.{n}"
        pairs = [
            (span, said)
            for mention in mentions
            for span, said in zip(mention.reported_spans, mention.amount.reported_as, strict=True)
        ]
        cited = case.nearest_words(where)
        near = [said for span, said in pairs if any(w.span.overlaps(span) for w in cited)]
        if not isinstance(given, Mapping):
            yield f"{where}: an object is needed"
        elif not near:
            yield f"{where}: the words {shown_all(cited)} hold no conversion of this sum"
        elif not any(_agrees(given, said) for said in near):
            yield f"{where}: the words {shown_all(cited)} do not say {_said(given)}"


def _agrees(given: Mapping[str, Any], said: Amount) -> bool:
    currency = given.get("currency")
    return (currency is None or currency == said.currency) and not list(
        _compare_bounds("", "", given, said)
    )


def quantity(case: Case, path: str, value: object) -> Iterator[str]:
    """Judge a count against the words cited for it, with the reader of counts."""
    if not isinstance(value, Mapping):
        yield f"{path}: an object with low and high is needed"
        return
    cited = case.nearest_words(path)
    if not cited:
        yield f"{path}: no evidence is given for {_said(value)}"
        return
    mentions: list[QuantityMention] = []
    for words in cited:
        found = quantity_at(case, words)
        if isinstance(found, str):
            yield f"{path}: {found}"
        else:
            mentions.append(found)
    for mention in mentions:
        words_said = _of(case, mention.span)
        yield from _compare_bounds(path, words_said, value, mention.quantity)
        yield from _unit(case, path, value.get("unit"), mention)
    yield from _bound_words(case, path, [mention.bound_span for mention in mentions])


def quantity_at(case: Case, words: Cited) -> QuantityMention | str:
    """Find the one count that cited words hold, or say why there is none."""
    if words.place != "text":
        return f"counts are read in the text, not in the {words.place}"
    found = case.page.quantities.touching(words.span)
    whole = [mention for mention in found if words.span.holds(mention.span)]
    if not found:
        return f"the words {shown(words.quote)} are no count"
    if not whole:
        return f"the words {shown(words.quote)} are cut from {shown(_of(case, found[0].span))}"
    if len(whole) > 1:
        return f"the words {shown(words.quote)} hold more than one count"
    return whole[0]


def _unit(case: Case, path: str, unit: object, mention: QuantityMention) -> Iterator[str]:
    if unit is None or unit == mention.quantity.unit or unit in words_of("piece_units"):
        return
    end = mention.name_span.end if mention.name_span is not None else mention.span.end
    near = tokens(case.page.text[mention.span.start : max(end, mention.span.end)])
    if not isinstance(unit, str) or not set(tokens(unit)) <= set(near):
        yield _differs(f"{path}.unit", " ".join(near), mention.quantity.unit or "pieces", unit)


def count(case: Case, path: str, value: object) -> Iterator[str]:
    """Judge how many an unnamed group is said to be: the figure must stand in the cited words."""
    cited = case.nearest_words(path)
    words = " ".join(piece.quote for piece in cited)
    if not isinstance(value, int) or isinstance(value, bool):
        yield f"{path}: a whole number is needed, not {value!r}"
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
    return number if number.is_finite() else ""


def _number(value: Decimal | str | None, side: str) -> str:
    if value is None:
        return f"an open {side} side"
    return decimal_text(value) if isinstance(value, Decimal) else value


def _differs(path: str, words: str, said: object, given: object) -> str:
    return f"{path}: the words {shown(words)} say {said}, the claim says {given}"


def _said(value: Mapping[str, Any]) -> str:
    parts = [value.get("bound"), value.get("low"), value.get("high"), value.get("currency")]
    return " ".join(str(part) for part in parts if part is not None) or "this value"


def _of(case: Case, span: Span) -> str:
    return span.of(case.page.text)
