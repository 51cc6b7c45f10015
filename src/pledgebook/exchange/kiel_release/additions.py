"""What a tracker row says beside what a map can feed: its day in words, its sum in euros.

Each value is read from the words of one cell, and read again from nothing but the words that the
claim cites before it is added: a value that differs is left out and told.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from pledgebook.exchange.cells import Cell
from pledgebook.exchange.errors import ExchangeError
from pledgebook.exchange.figures import NumberFormat, figure
from pledgebook.exchange.kiel_release.columns import FIGURES, Columns
from pledgebook.exchange.kiel_release.dates import day_in, period_in
from pledgebook.exchange.kiel_release.layout import layout
from pledgebook.exchange.row_cells import Fault
from pledgebook.exchange.row_text import RowText
from pledgebook.model.claims import Commitment
from pledgebook.model.spans import Evidence, Span
from pledgebook.model.values import Amount

#: Measure of each figure.
MEASURES = {"committed": "commitment", "allocated": "allocation"}


@dataclass(slots=True)
class Additions:
    """Completes the claims of one row.

    Attributes:
        last: the last day that an announcement can have.
        columns: of the sheet.
        text: the row.
        faults: cells that do not carry the value they should; the claim is taken without it.
        eur: sums in euros as the row prints them, by measure.
    """

    last: date
    columns: Columns
    text: RowText
    faults: list[Fault] = field(default_factory=list)
    eur: dict[str, Decimal] = field(default_factory=dict)

    def completed(self, claim: Commitment, part: str) -> Commitment:
        """Add the announcement, and for a sum what the row converts it to.

        The sentence of the claim is the row's explanation, where it has one.
        """
        told = self._found("explanation")
        full = self._dated(claim if told is None else dataclasses.replace(claim, sentence=told[1]))
        full = self._converted(full, part) if part in FIGURES else full
        refused = [e.field for e in full.evidence if not _borne(full, e)]
        if refused:
            words = f"{', '.join(refused)}: the words cited say something else"
            self.faults.append(Fault("announced_on", None, words, "refused-by-gate"))
            return claim
        return full

    def _found(self, role: str) -> tuple[Cell, Span] | None:
        found = self.text.cells.get(self.columns.at.get(role, -1))
        null = {"", *(word.casefold() for word in layout()["null"])}
        return None if found is None or found[0].text.casefold() in null else found

    def _dated(self, claim: Commitment) -> Commitment:
        found = self._found("announced")
        if found is None:
            return claim
        cell, span = found
        day = date.fromisoformat(cell.text[:10]) if cell.type == "date" else day_in(cell.text)
        if day is not None and day > self.last:
            self._fault("announced", f"{day} lies after the release's last day, {self.last}")
            return claim
        if day is not None:
            cited = Evidence.cut("announced_on", self.text.text, Span(span.start, span.start + 10))
            cited = cited if cell.type == "date" else self._cite("announced_on", span)
            return dataclasses.replace(claim, announced_on=day, evidence=(*claim.evidence, cited))
        return self._in_words(claim, cell, span)

    def _in_words(self, claim: Commitment, cell: Cell, span: Span) -> Commitment:
        period = period_in(cell.text)
        if period is None:
            self._fault("announced", f"{cell.text[:60]!r} tells no day and no month")
            return claim
        return dataclasses.replace(
            claim,
            period=period,
            evidence=(*claim.evidence, self._cite("period", span)),
            problems=tuple(sorted({*claim.problems, "announced-in-period"})),
        )

    def _converted(self, claim: Commitment, part: str) -> Commitment:
        """Keep the sum in euros that the row prints; without one the tracker does not count it."""
        amount, value = claim.amount, self._euros(part)
        if amount is None:
            return claim
        if value is None:
            problems = {*claim.problems, "not-converted-in-source"}
            return dataclasses.replace(claim, problems=tuple(sorted(problems)))
        self.eur[MEASURES[part]] = value[0]
        if amount.currency == "EUR":
            return claim
        printed = Amount(low=value[0], high=value[0], currency="EUR")
        return dataclasses.replace(
            claim,
            amount=dataclasses.replace(amount, reported_as=(printed,)),
            evidence=(*claim.evidence, self._cite("amount.reported_as.0", value[1])),
        )

    def _euros(self, part: str) -> tuple[Decimal, Span] | None:
        role = f"{part}_eur"
        found = self._found(role)
        if found is None:
            return None
        try:
            return figure(found[0], NumberFormat()), found[1]
        except ExchangeError as error:
            self._fault(role, str(error))
            return None

    def _cite(self, name: str, span: Span) -> Evidence:
        return Evidence.cut(name, self.text.text, span)

    def _fault(self, role: str, rule: str) -> None:
        self.faults.append(Fault("announced_on", self.columns.name(role), rule))


def _borne(claim: Commitment, evidence: Evidence) -> bool:
    """Read the cited words of what was added again, and nothing else."""
    words, amount = evidence.quote, claim.amount
    if evidence.field == "period":
        return period_in(words) == claim.period
    if evidence.field == "announced_on":
        return (_iso(words) or day_in(words)) == claim.announced_on
    if evidence.field == "amount.reported_as.0":
        told = None if amount is None else amount.reported_as[0].low
        return figure(Cell(words, "number"), NumberFormat()) == told
    return True


def _iso(words: str) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None
