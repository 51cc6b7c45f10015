"""What the value readers give back: a place in the text and the value that stands there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from pledgebook.model.spans import Span
from pledgebook.model.values import Actor, Amount, Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyMention:
    """A sum of money.

    Attributes:
        span: currency, figure and magnitude only; words of bound stay outside.
        amount: the value (``reported_as`` holds the text's own conversions).
        bound_span: the words of bound ("more than"), None where there are none.
        per_span: the words of the stretch of time ("a year"), None where there are none.
        reported_spans: one span per ``amount.reported_as``, same order.
        carried_from: the words that a carried currency or magnitude was taken from.
        problems: ``currency-assumed``, ``currency-carried``, ``currency-missing``,
            ``conversion-implausible``.
    """

    span: Span
    amount: Amount
    bound_span: Span | None = None
    per_span: Span | None = None
    reported_spans: tuple[Span, ...] = ()
    carried_from: Span | None = None
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityMention:
    """A count of things.

    Attributes:
        span: the figure (and its unit word, if any); words of bound stay outside.
        quantity: the value; both sides open for "an undisclosed number of".
        bound_span: the words of bound.
        name_span: the noun phrase that is counted ("air defence missiles").
        category: code of ``resources/items.yaml``, None where the thing is not listed.
    """

    span: Span
    quantity: Quantity
    bound_span: Span | None = None
    name_span: Span | None = None
    category: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A day or a stretch of time.

    Attributes:
        span: the words.
        start: first day; None where open or not resolved.
        end: first day after it (half-open); None where open or not resolved.
        duration: ISO 8601, for "one-month", "over the next five years".
        kind: ``day`` a single day, ``period`` anything longer or open, ``duration`` a length only.
        problems: ``date-needs-publication-date`` where it could not be resolved without one.
    """

    span: Span
    start: date | None = None
    end: date | None = None
    duration: str | None = None
    kind: Literal["day", "period", "duration"] = "day"
    problems: tuple[str, ...] = ()


#: How an actor is named: by its name, an adjective ("Dutch"), its people ("the Dutch"), a seat of
#: government ("Kyiv", "Downing Street"), an office ("the British prime minister") or a group word.
Naming = Literal["name", "adjective", "demonym", "seat", "office", "person", "group"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention:
    """Somebody named in a text.

    Attributes:
        span: the words that name the actor, without a leading article, but with title and office
            where they stand directly before a person's name only in ``office_span``.
        actor: the value; ``name`` is the words of ``span``.
        naming: how it is named.
        office_span: words of office before or after a person's name ("British Prime Minister").
    """

    span: Span
    actor: Actor
    naming: Naming
    office_span: Span | None = None
