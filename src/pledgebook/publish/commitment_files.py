"""The list of commitments as CSV and JSON: exactly what the list shows, in its order, all pages."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from pledgebook.exchange.pieces import harmless, join
from pledgebook.ledger.counting import Counted
from pledgebook.model.claims import Commitment
from pledgebook.model.entries import Entry
from pledgebook.model.plain import decimal_text
from pledgebook.publish import words
from pledgebook.publish.book import Book
from pledgebook.publish.cards import entry_path
from pledgebook.publish.commitment_index import CommitmentIndex, best_grade, stage_reached
from pledgebook.publish.listings import first_told, is_disputed
from pledgebook.publish.newness import newness_of
from pledgebook.publish.tallies import Counting, Tallies, own_rules

_SEPARATOR = ";"

Value = str | int | bool | None


class FileRows:
    """Rows of the files, each made once; a list is a choice and an order of them."""

    def __init__(self, book: Book) -> None:
        """Nothing is written before it is asked for."""
        self._book = book
        self._index = book.index(CommitmentIndex)
        how = Counting(rules=own_rules(book))
        self._tallied = book.index(Tallies).of(how)
        self._csv: dict[int, str] = {}
        self._json: dict[int, str] = {}

    def csv(self, positions: Sequence[int]) -> bytes:
        """Write a CSV file in UTF-8 with a byte order mark; no cell begins a formula."""
        lines = (self._csv_line(place) for place in positions)
        head = _line(COLUMNS)
        return b"\xef\xbb\xbf" + "".join((head, *lines)).encode("utf-8", "backslashreplace")

    def json(self, positions: Sequence[int], about: dict[str, object]) -> bytes:
        """Write one JSON object: what the file is, then the rows."""
        rows = ",\n".join(self._json_line(place) for place in positions)
        head = json.dumps(about, ensure_ascii=False)[:-1]
        return f'{head}, "rows": [\n{rows}\n]}}\n'.encode("utf-8", "backslashreplace")

    def _csv_line(self, place: int) -> str:
        if place not in self._csv:
            self._csv[place] = _line([_cell(value) for value in self.row(place).values()])
        return self._csv[place]

    def _json_line(self, place: int) -> str:
        if place not in self._json:
            self._json[place] = json.dumps(self.row(place), ensure_ascii=False)
        return self._json[place]

    def row(self, place: int) -> dict[str, Value]:
        """Give one row by its columns."""
        entry, lead = self._index.entries[place], self._index.leads[place]
        values = (
            *_who(self._book, entry, lead),
            *_what(self._book, entry, lead),
            *_when(self._index.days[place], entry, lead),
            *_told(self._book, entry),
            *self._counted(entry),
        )
        return dict(zip(COLUMNS, values, strict=True))

    def _counted(self, entry: Entry) -> Iterable[Value]:
        counted = self._tallied.found.counted.get(entry.id)
        out = self._tallied.left_out.get(entry.id)
        yield self._tallied.found.rules.name
        yield counted is not None
        yield from (None, None) if counted is None else _sums(counted)
        yield from (None, None) if out is None else (out.rule, out.reason)


#: Columns of the files, in order.
COLUMNS = (
    "entry",
    "page",
    "donors",
    "donor_names",
    "recipients",
    "recipient_names",
    "aid_type",
    "instrument",
    "stage",
    "firmness",
    "newness",
    "is_total",
    "amount_low",
    "amount_high",
    "currency",
    "bound",
    "per",
    "items",
    "conditions",
    "day",
    "announced_on",
    "first_told",
    "texts",
    "places",
    "best_source",
    "sources_differ",
    "claim",
    "text",
    "url",
    "rules",
    "counted",
    "counted_eur_low",
    "counted_eur_high",
    "left_out_by",
    "left_out_because",
)


def _who(book: Book, entry: Entry, lead: Commitment) -> Iterable[Value]:
    yield from (entry.id, entry_path(entry))
    for actors in (lead.donors, lead.recipients):
        yield _joined([actor.id for actor in actors if actor.id is not None])
        yield _joined([book.name(actor) for actor in actors])


def _what(book: Book, entry: Entry, lead: Commitment) -> Iterable[Value]:
    yield from (
        lead.aid_type,
        lead.instrument,
        stage_reached(entry),
        lead.firmness,
        newness_of(entry),
    )
    yield lead.is_total
    amount = lead.amount
    if amount is None:
        yield from (None,) * 5
    else:
        yield from (_figure(amount.low), _figure(amount.high), amount.currency)
        yield from (amount.bound, amount.per)
    shown = book.rights(lead.source.id) != "metadata"
    yield _joined([words.item_words(item) for item in lead.items]) if shown else None
    yield _joined([condition.text for condition in lead.conditions]) if shown else None


def _when(day: date | None, entry: Entry, lead: Commitment) -> Iterable[Value]:
    for one in (day, lead.announced_on, first_told(entry)):
        yield None if one is None else one.isoformat()


def _told(book: Book, entry: Entry) -> Iterable[Value]:
    yield from (entry.witnesses, entry.outlets, best_grade(book, entry), is_disputed(entry))
    yield from (entry.lead.id, entry.lead.source.id, words.web_address(entry.lead.source.url))


def _sums(counted: Counted) -> Iterable[Value]:
    return _figure(counted.low), _figure(counted.high)


def _figure(value: Decimal | None) -> str | None:
    return None if value is None else decimal_text(value)


def _joined(parts: list[str]) -> str | None:
    return join(parts, _SEPARATOR) or None


def _cell(value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else harmless(str(value))


def _line(cells: Sequence[str]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()
