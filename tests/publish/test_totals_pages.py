"""Totals, the way to each of them, and the same totals under all rules."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from urllib.parse import parse_qsl

import pytest
from publish_book import DISPUTED, ENGINEERS, FIN, LOAN, NOR, FakeView, entry_of, narvik

from pledgebook.ledger.rules import rule_names
from pledgebook.ledger.waterfall import waterfall
from pledgebook.model.snapshots import Sighting
from pledgebook.model.values import Amount
from pledgebook.publish.asked import Asked, BadQueryError
from pledgebook.publish.book import Book
from pledgebook.publish.page import Page
from pledgebook.publish.pages import FOLDERS, find
from pledgebook.publish.tallies import Counting
from pledgebook.publish.totals_page import TotalRow, TotalsPage
from pledgebook.publish.totals_rules import Compared
from pledgebook.publish.why import StepPage, Why


def crowns(figure: int) -> Amount:
    return Amount(low=Decimal(figure), high=Decimal(figure), currency="NOK")


GRANT = replace(
    LOAN, donors=(FIN, NOR), instrument="grant", amount=crowns(70), evidence=(), problems=()
)
OLD = replace(LOAN, newness="restated", amount=crowns(30), evidence=(), problems=())
STRANGE = replace(LOAN, amount=replace(crowns(9), currency="XXX"), evidence=(), problems=())
VIEW = replace(
    narvik(),
    the_entries=(DISPUTED, *(entry_of(c) for c in (ENGINEERS, GRANT, OLD, STRANGE))),
)
BOOK = Book(VIEW)


def page(path: str, *, served: bool = True, book: Book = BOOK) -> Page:
    where, _, query = path.partition("?")
    made = find(book, where, Asked(query=tuple(parse_qsl(query)), served=served))
    assert isinstance(made, Page), path
    return made


def way(path: str) -> Why:
    payload = page(path).payload
    assert isinstance(payload, Why)
    return payload


def test_totals_by_donor_lead_to_their_way() -> None:
    payload = page("totals.html").payload
    assert isinstance(payload, TotalsPage)
    rows = {row.keys: row for row in payload.rows}
    assert set(rows) == {("Norway",), ("Finland and Norway",)}
    norway = rows["Norway",]
    assert norway.sum is not None
    assert norway.sum.text == "€450m"
    assert (norway.counted, norway.left_out) == (1, 2)
    assert norway.why == "totals/why/donor/NOR.html"


@pytest.mark.parametrize("by", ["donor", "recipient", "aid_type", "instrument", "stage", "month"])
@pytest.mark.parametrize("rules", rule_names())
def test_the_steps_of_every_total_add_up_to_it(by: str, rules: str) -> None:
    totals = page(f"totals.html?by={by}&rules={rules}").payload
    assert isinstance(totals, TotalsPage)
    assert totals.rows
    for row in totals.rows:
        assert row.why is not None
        found = way(row.why)
        assert found.total == row.sum
        chosen = next(one for one in found.compared if one.chosen)
        assert (chosen.name, chosen.sum, chosen.counted) == (rules, row.sum, row.counted)
        figures = {step.name: step.figures for step in found.steps}
        read = figures.pop("read")
        assert read == sum(figures.values())


def test_the_way_is_that_of_the_command_line() -> None:
    class Seen(FakeView):
        def sightings(self) -> dict[str, tuple[Sighting, ...]]:
            return {s.snapshot.id: s.sightings for s in self.the_sources}

    view = Seen(**{name: getattr(VIEW, name) for name in VIEW.__dataclass_fields__})
    expected = waterfall(view, Counting("default").query(("donor",)), {"donor": "NOR"})
    shown = way("totals/why/donor/NOR.html").steps
    assert [(s.name, s.figures, s.entries) for s in shown] == [
        (s.name, s.figures, len(s.entries)) for s in expected
    ]
    assert [s.name for s in shown] == [
        "read",
        "reprint",
        "restated",
        "contradicted",
        "no-rate",
        "counted",
    ]


def test_every_step_opens_to_its_entries() -> None:
    for step in way("totals/why.html").steps:
        opened = page(step.href).payload
        assert isinstance(opened, StepPage)
        assert opened.paging.total == step.entries
        for row in opened.entries:
            assert find(BOOK, row.link.href or "", Asked()) is not None


def test_what_no_rate_converts_is_in_no_sum_and_is_said() -> None:
    step = next(s for s in way("totals/why/donor/NOR.html").steps if s.name == "no-rate")
    assert (step.figures, step.unconverted, step.sum) == (1, 1, None)


def test_bars_share_out_what_was_read() -> None:
    steps = way("totals/why/donor/NOR.html").steps
    widths = [Decimal(step.width) for step in steps]
    assert widths[0] == 100
    assert abs(widths[0] - sum(widths[1:])) < Decimal("0.1")
    assert Decimal(steps[-2].start) == pytest.approx(widths[-1], abs=Decimal("0.1"))


def test_two_dimensions_and_another_currency() -> None:
    payload = page("totals.html?by=donor&and=instrument&currency=original").payload
    assert isinstance(payload, TotalsPage)
    assert payload.columns == ("Donor", "Instrument")
    grant = next(row for row in payload.rows if row.keys == ("Finland and Norway", "grant"))
    assert grant.sum is not None
    assert grant.sum.exact == "NOK\N{NO-BREAK SPACE}70"
    assert grant.why == "totals/why.html?donor=FIN%2BNOR&instrument=grant"
    assert way(grant.why).without_sum == 0


def test_rules_side_by_side() -> None:
    payload = page("totals/rules.html").payload
    assert isinstance(payload, Compared)
    assert len(payload.rules) == len(rule_names())
    norway = next(row for row in payload.rows if row.key == "Norway")
    sums = {one.rules: one for one in norway.sums}
    assert sums["default"].sum is not None
    assert sums["default"].sum.text == "€450m"
    assert sums["fts"].sum is None
    for one in norway.sums:
        assert one.why is not None
        assert way(one.why).total == one.sum


def test_commitments_without_a_sum_are_counted_apart() -> None:
    assert way("totals/why.html").without_sum == 1


@pytest.mark.parametrize(
    ("path", "named"),
    [
        ("totals.html?by=colour", "by"),
        ("totals.html?rules=mine", "rules"),
        ("totals.html?measure=hope", "measure"),
        ("totals.html?currency=eur", "currency"),
        ("totals/why.html?donor=XXX", "donor"),
        ("totals/why.html?currency=original", "currency"),
    ],
)
def test_what_cannot_be_asked_is_named(path: str, named: str) -> None:
    with pytest.raises(BadQueryError) as error:
        page(path)
    assert error.value.parameter == named


@pytest.mark.parametrize(
    "path",
    [
        "totals/donor",
        "totals/why/donor/XXX",
        "totals/why/colour/red",
        "totals/why/nothing",
        "totals/x",
    ],
)
def test_there_is_nothing_under_other_names(path: str) -> None:
    assert find(BOOK, f"{path}.html", Asked()) is None


def test_the_export_lists_only_what_there_is() -> None:
    names = list(FOLDERS["totals"].names(BOOK))
    assert len(set(names)) == len(names)
    for name in names:
        made = FOLDERS["totals"].make(BOOK, Asked(), name)
        assert isinstance(made, Page)
        assert made.path == f"totals/{name}.html"


def test_every_listed_way_is_one_that_a_page_leads_to() -> None:
    def rows(path: str) -> tuple[TotalRow, ...]:
        payload = page(path, served=False).payload
        assert isinstance(payload, TotalsPage)
        return payload.rows

    others = ("recipient", "aid_type", "instrument", "stage", "month")
    paths = ("totals.html", *(f"totals/{dimension}.html" for dimension in others))
    led_to = {row.why for path in paths for row in rows(path)}
    # ``why/donor/NOR`` is a way, ``why/donor/NOR/counted`` a step of it.
    names = [name for name in FOLDERS["totals"].names(BOOK) if name.startswith("why/")]
    dimensions = ("donor", *others)
    named = [name for name in names if name.split("/")[1] in dimensions]
    ways = {f"totals/{name}.html" for name in named if name.count("/") == "why/a/b".count("/")}
    assert ways == led_to
    assert "totals/why/instrument/personnel.html" not in ways


def test_a_book_without_commitments_says_so() -> None:
    empty = Book(replace(narvik(), the_entries=(), the_claims=()))
    payload = page("totals.html", book=empty).payload
    assert isinstance(payload, TotalsPage)
    assert payload.rows == ()
    assert isinstance(page("totals/why.html", book=empty).payload, Why)
