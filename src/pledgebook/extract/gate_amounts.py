"""Sums of money: the cited words are read again, whole and in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pledgebook.extract.gate_bounds import bound_words, compare_bounds, differs, words_at
from pledgebook.extract.gate_bounds import said as said_of
from pledgebook.extract.gate_case import Case, Cited, listed, shown, shown_all
from pledgebook.extract.gate_cues import cue_lists
from pledgebook.extract.gate_currency import currency_before, own_dollars
from pledgebook.extract.gate_texts import tokens
from pledgebook.model.spans import Span
from pledgebook.model.values import Amount
from pledgebook.resolve.mentions import MoneyMention


def amount(case: Case, path: str, value: object) -> Iterator[str]:
    """Judge a sum against the words cited for it, with the reader of sums."""
    if not isinstance(value, Mapping):
        yield f"{path}: an object with low, high and currency is needed"
        return
    cited = case.words(path)
    if not cited:
        yield f"{path}: no evidence is given for {said_of(value)}"
        return
    mentions: list[MoneyMention] = []
    for words in cited:
        found = _money_at(case, words)
        if isinstance(found, str):
            if not _carries(case, words, cited):
                yield f"{path}: {found}"
        else:
            mentions.append(found)
    yield from _best(case, path, value, mentions)
    yield from bound_words(case, path, [mention.bound_span for mention in mentions])
    yield from _reported(case, path, value, mentions)


def _best(
    case: Case, path: str, value: Mapping[str, Any], mentions: Sequence[MoneyMention]
) -> Iterator[str]:
    """Compare a sum with each telling: one must say all of it, the others at least its figure."""
    found = [
        [*_compare_amount(case, path, value, m, m.amount), *_carried(case, path, m)]
        for m in mentions
    ]
    fullest = min(found, key=len, default=[])
    yield from fullest
    for mention, reasons in zip(mentions, found, strict=True):
        if not fullest and reasons and not _same_figure(mentions[found.index([])], mention):
            yield from reasons


def _same_figure(one: MoneyMention, other: MoneyMention) -> bool:
    figures = [{m.amount.low, m.amount.high} - {None} for m in (one, other)]
    return one.amount.currency == other.amount.currency and bool(figures[0] & figures[1])


def _money_at(case: Case, words: Cited) -> MoneyMention | str:
    if words.place != "text":
        return f"sums are read in the text, not in the {words.place}"
    found = case.page.money.touching(words.span)
    whole = [mention for mention in found if words.span.holds(mention.span)]
    if not found:
        return f"the words {shown(words.quote)} are no sum of money"
    if not whole:
        return f"the words {shown(words.quote)} are cut from {shown(words_at(case, found[0].span))}"
    if len(whole) > 1:
        return f"the words {shown(words.quote)} hold more than one sum"
    if _figures_outside(case, words.span, whole[0]):
        return f"the words {shown(words.quote)} hold more figures than one sum"
    return whole[0]


def _figures_outside(case: Case, span: Span, mention: MoneyMention) -> bool:
    known = [mention.span, mention.bound_span, mention.per_span, *mention.reported_spans]
    known += [date.span for date in case.page.dates.touching(span)]
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
        here, there = shown(words_at(case, mention.span)), shown(words_at(case, source))
        yield f"{path}: {here} takes its currency or size from {there}, which is not cited"


def _compare_amount(
    case: Case, path: str, value: Mapping[str, Any], mention: MoneyMention, said: Amount
) -> Iterator[str]:
    words = words_at(case, mention.span)
    currency = value.get("currency")
    if (
        currency is not None
        and currency != said.currency
        and not _donors_own(case, words, currency)
        and not _taken_over(case, path, mention, currency)
    ):
        yield differs(path, words, said.currency or "no currency", currency)
    per = value.get("per")
    if per is not None and per != said.per:
        yield differs(f"{path}.per", words, said.per, per)
    yield from compare_bounds(path, words, value, said)


def _taken_over(case: Case, path: str, mention: MoneyMention, currency: object) -> bool:
    """Say whether a sum has the dollars of its giver, or the currency of one cited before it."""
    givers = listed(case.claim.get("donors") or ())
    ids = [giver.get("id") for _, giver in givers if isinstance(giver, Mapping)]
    if any(own_dollars(case.page, mention, giver) == currency for giver in ids):
        return True
    before = currency_before(case.page, mention)
    if before is None or before.amount.currency != currency:
        return False
    return any(words.span.overlaps(before.span) for words in case.words_under(path))


def _donors_own(case: Case, words: str, currency: object) -> bool:
    """Say whether a sum in bare crowns, pesos … is in those of a giver of this claim."""
    own = cue_lists()["own_currencies"].get(currency) if isinstance(currency, str) else None
    givers = case.claim.get("donors") or case.claim.get("actors") or ()
    ids = {giver.get("id") for _, giver in listed(givers) if isinstance(giver, Mapping)}
    return (
        own is not None
        and own["state"] in ids
        and any(word.lstrip("0123456789.,") in own["words"] for word in tokens(words))
    )


def _reported(
    case: Case, path: str, value: Mapping[str, Any], mentions: Sequence[MoneyMention]
) -> Iterator[str]:
    """Judge conversions: each must be one that the text prints beside the sum."""
    reported = value.get("reported_as")
    if reported is not None and not isinstance(reported, list | tuple):
        yield f"{path}.reported_as: a list is needed"
    for n, given in listed(reported):
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
            yield f"{where}: the words {shown_all(cited)} do not say {said_of(given)}"


def _agrees(given: Mapping[str, Any], said: Amount) -> bool:
    currency = given.get("currency")
    return (currency is None or currency == said.currency) and not list(
        compare_bounds("", "", given, said)
    )
