"""Plain words for codes and values: what a reader sees instead of ``export_credit`` or ``P1M``.

Nothing is rounded: a figure that has no short exact form is printed in full.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from pledgebook.model.values import Actor, Amount, Event, Item, Period, Quantity

#: Signs that name one currency only, as style guides of news agencies write them.
_SIGNS = {
    "GBP": "£",
    "EUR": "€",
    "USD": "$",
    "CAD": "C$",
    "AUD": "A$",
    "NZD": "NZ$",
    "JPY": "¥",
    "UAH": "₴",
    "PLN": "zł\N{NO-BREAK SPACE}",
}
#: Short magnitudes, largest first. A figure takes the first one that it fills.
_MAGNITUDES = ((Decimal(10) ** 12, "trn"), (Decimal(10) ** 9, "bn"), (Decimal(10) ** 6, "m"))
#: Decimals that a short form may carry before the full figure is easier to read ("£2.26bn").
_SHORT_DECIMALS = 3

_PER = {"year": " a year", "month": " a month", "week": " a week", "day": " a day"}

#: Words for codes whose plain form is not the code with blanks.
_PLAIN = {
    "export_credit": "export credit",
    "in_kind": "in kind",
    "unspecified": "not said",
    "called_for": "called for",
    "in_force": "in force",
    "peace_deal": "a peace deal",
    "truce": "a truce",
    "partner_backing": "backing by a partner",
    "legislature": "a vote in a legislature",
    "reform": "a reform",
    "plan_point": "point of a plan",
    "military_aid": "military aid",
    "economic_pressure": "economic pressure",
    "seat_at_talks": "a seat at the talks",
    "coalition_guarantee": "the coalition that guarantees it",
    "energy_infrastructure": "energy infrastructure",
    "peace_terms": "terms of a peace",
    "frozen_asset_profits": "profits from frozen assets",
    "part_of": "is part of",
    "adds_to": "adds to",
    "first": "opens the entry",
    "same": "says the same as",
    "export_ban": "export ban",
    "import_ban": "import ban",
    "unclear": "not clear",
    "media": "news medium",
    "secondary": "secondary source",
    "official": "official source",
}

_NOUNS = {
    "P": {"Y": "year", "M": "month", "W": "week", "D": "day"},
    "T": {"H": "hour", "M": "minute", "S": "second"},
}
_DURATION = re.compile(r"(?P<time>T)|(?P<count>\d+)(?P<unit>[YMWDHS])")
_SCHEMES = re.compile(r"https?://[^\s]+", re.IGNORECASE)


def plain(code: str) -> str:
    """Write a code of the vocabulary in plain words; ``other:rail lines`` gives its words."""
    if code.startswith("other:"):
        return code.removeprefix("other:")
    return _PLAIN.get(code, code.replace("_", " ").replace("-", " "))


def grouped(value: Decimal) -> str:
    """Write a number in full with commas: ``5,000``, ``1,600,000,000``, ``2.5``."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def short_number(value: Decimal) -> str:
    """Write a number with a magnitude where that is exact: ``1.6bn``, ``450m``, ``1,234,567``."""
    for size, word in _MAGNITUDES:
        figure = value / size
        if abs(figure) >= 1:
            exact = figure == round(figure, _SHORT_DECIMALS)
            return f"{grouped(figure)}{word}" if exact else grouped(value)
    return grouped(value)


def sum_words(value: Decimal, currency: str | None) -> str:
    """Write one sum: ``£1.6bn``, ``NOK 85bn``, ``1.6bn (currency not said)``."""
    number = short_number(value)
    if currency is None:
        return f"{number} (currency not said)"
    sign = _SIGNS.get(currency)
    return f"{sign}{number}" if sign else f"{currency}\N{NO-BREAK SPACE}{number}"


def exact_sum(value: Decimal, currency: str | None) -> str:
    """Write one sum in full: ``GBP 1,600,000,000`` (with a blank that no line breaks at)."""
    return f"{currency or 'currency not said'}\N{NO-BREAK SPACE}{grouped(value)}"


def interval_words(low: Decimal | None, high: Decimal | None, currency: str | None) -> str:
    """Write an interval of money: one figure, ``£1.6bn-£2.2bn``, ``at least …``, ``up to …``."""
    return _interval(low, high, lambda value: sum_words(value, currency))


def exact_interval(low: Decimal | None, high: Decimal | None, currency: str | None) -> str:
    """Write an interval of money in full figures."""
    return _interval(low, high, lambda value: exact_sum(value, currency))


def _interval(low: Decimal | None, high: Decimal | None, write: object) -> str:
    words = write if callable(write) else str
    if low is not None and high is not None:
        one = words(low)
        return one if low == high else f"{one}\N{EN DASH}{words(high)}"
    if low is not None:
        return f"at least {words(low)}"
    return "a sum not said" if high is None else f"up to {words(high)}"


def amount_words(amount: Amount) -> str:
    """Write an amount with its bound and its time: ``at least £4.5bn a year``."""
    about = "about " if amount.bound == "about" else ""
    interval = interval_words(amount.low, amount.high, amount.currency)
    return f"{about}{interval}{_PER.get(amount.per, '')}"


def amount_exact(amount: Amount) -> str:
    """Write an amount in full figures, for the small print."""
    about = "about " if amount.bound == "about" else ""
    interval = exact_interval(amount.low, amount.high, amount.currency)
    return f"{about}{interval}{_PER.get(amount.per, '')}"


def quantity_words(quantity: Quantity) -> str:
    """Write a count with its bound: ``at least 5,000``, ``up to 31``, ``about 200 tonnes``."""
    about = "about " if quantity.bound == "about" else ""
    number = _interval(quantity.low, quantity.high, grouped)
    number = "a number not said" if number == "a sum not said" else number
    return f"{about}{number}{' ' + quantity.unit if quantity.unit else ''}"


def item_words(item: Item) -> str:
    """Write a thing with its count."""
    if item.quantity is None:
        return item.name
    return f"{quantity_words(item.quantity)} {item.name}"


def date_words(day: date) -> str:
    """Write a day: ``2 March 2025``."""
    return f"{day.day} {day:%B %Y}"


def period_words(period: Period) -> str:
    """Write a period: its words, and what they were resolved to."""
    resolved = _resolved(period)
    return f"{period.text} ({resolved})" if resolved else period.text


def _resolved(period: Period) -> str:
    parts = []
    if period.start is not None:
        parts.append(f"from {date_words(period.start)}")
    if period.end is not None:
        parts.append(f"until before {date_words(period.end)}")
    if period.duration is not None:
        parts.append(duration_words(period.duration))
    return ", ".join(parts)


def duration_words(duration: str) -> str:
    """Write an ISO 8601 duration: ``1 month``; what it does not know stays as it is."""
    nouns, parts = _NOUNS["P"], []
    for match in _DURATION.finditer(duration.removeprefix("P")):
        if match["time"]:
            nouns = _NOUNS["T"]
            continue
        noun = nouns.get(match["unit"])
        if noun is None:
            return duration
        parts.append(counted(int(match["count"]), noun))
    return ", ".join(parts) or duration


def event_words(event: Event) -> str:
    """Write a meeting: name, place and day as far as the source gives them."""
    parts = [" ".join((event.name or "a meeting").split())]
    if event.place is not None and event.place.lower() not in parts[0].lower():
        parts.append(event.place)
    if event.date is not None:
        last = event.end_date
        days = date_words(event.date) if last is None else f"{date_words(event.date)} to "
        parts.append(days if last is None else days + date_words(last))
    return ", ".join(parts)


def actor_words(actor: Actor) -> str:
    """Write an actor as the source names it, with the count it gives."""
    if actor.count is not None and str(actor.count) not in actor.name:
        return f"{actor.name} ({actor.count:,})"
    return actor.name


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """Write a count with its noun: ``1 source``, ``1,200 sources``, ``no sources``."""
    many = plural or f"{noun}s"
    if number == 0:
        return f"no {many}"
    return f"{number:,} {noun if number == 1 else many}"


def listed(names: list[str] | tuple[str, ...]) -> str:
    """Join names: ``France``, ``France and Poland``, ``France, Poland and Italy``."""
    if len(names) < 2:  # noqa: PLR2004 - one name needs no "and"
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def web_address(url: str | None) -> str | None:
    """Give an address only where a link to it is safe (http or https); else None."""
    return url if url is not None and _SCHEMES.fullmatch(url) else None
