"""An entry's page: how it went, conditions, conversions, rules, witnesses, decisions, addresses."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from publish_book import (
    CLAIMS,
    DEFINITION,
    DISPUTED,
    ENGINEERS,
    ENTRIES,
    HARBOUR,
    LOAN,
    LOAN_TOLD_OTHERWISE,
    FakeView,
    W,
    entry_of,
    narvik,
    sentence,
    source_of,
)
from publish_html import Reading

from pledgebook.ledger.decided import Decided
from pledgebook.ledger.rules import rule_names
from pledgebook.model.claims import Commitment
from pledgebook.model.entries import Entry
from pledgebook.model.snapshots import Decision
from pledgebook.model.values import Amount, Condition
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book
from pledgebook.publish.cards import CARDS, anchor, entry_path
from pledgebook.publish.entrypage import EntryPage, FurtherClaims, Told
from pledgebook.publish.page import Page
from pledgebook.publish.pages import FOLDERS, find
from pledgebook.publish.render import as_json, html
from pledgebook.publish.site import write_site
from pledgebook.publish.tellings import TELLINGS

#: Bytes of any page.
PAGE_LIMIT = 250_000


def page_of(view: FakeView, entry: Entry, asked: Asked | None = None) -> Page:
    made = find(Book(view), entry_path(entry), asked or Asked(served=True))
    assert isinstance(made, Page)
    return made


def shown(view: FakeView, entry: Entry, asked: Asked | None = None) -> EntryPage:
    payload = page_of(view, entry, asked).payload
    assert isinstance(payload, EntryPage)
    return payload


def book_of(*claims: Commitment) -> tuple[FakeView, Entry]:
    entry = entry_of(*claims, relation="updates")
    return replace(narvik(), the_entries=(entry,), the_claims=claims), entry


def later(stage: str, day: int, **changes: object) -> Commitment:
    source = source_of(f"The loan was {stage}.", f"Note of {day} May", day=day)
    bare = replace(LOAN, source=source, stage=stage, evidence=(), problems=())  # type: ignore[arg-type]
    return replace(bare, **changes)  # type: ignore[arg-type]


def test_stages_stand_in_the_order_in_which_they_were_first_told() -> None:
    claims = (LOAN, later("disbursed", 20), later("pledged", 18), later("committed", 12))
    payload = shown(*book_of(*claims))
    assert [(s.text, s.day, s.claims) for s in payload.stages] == [
        ("pledged", "5 May 2025", 2),
        ("committed", "12 May 2025", 1),
        ("disbursed", "20 May 2025", 1),
    ]
    assert [t.iso for t in payload.tellings] == [f"2025-05-{d}" for d in ("05", "12", "18", "20")]
    assert payload.tellings[0].as_of == f"on/2025-05-05/{entry_path(entry_of(*claims))}"


def test_the_words_of_the_leading_claim_stand_on_top_marked() -> None:
    payload = shown(narvik(), DISPUTED)
    marked = [s.text for p in payload.words for s in p.segments if s.level == "value"]
    assert "€450m" in marked
    assert payload.source.title == "Harbour talks end"


def test_contradicting_sources_stand_side_by_side_each_with_its_words() -> None:
    page = page_of(narvik(), DISPUTED)
    text = Reading(html(Book(narvik()), page).decode("utf-8")).plain()
    assert "Harbour talks end" in text
    assert "Loan worth more than told" in text
    payload = shown(narvik(), DISPUTED)
    first = payload.conflicts[0].differences[0]
    assert (first.label, first.one, first.other) == ("amount", "€450m", "€460m")


def test_conditions_name_who_tells_them_and_count_who_does_not() -> None:
    told = replace(
        ENGINEERS,
        source=W,
        sentence=sentence(HARBOUR, "Nobody had slept much."),
        evidence=(),
    )
    view, entry = book_of(told, later("pledged", 12))
    found = shown(view, entry).conditions
    assert found is not None
    assert [(row.text, row.trigger) for row in found.rows] == [
        ("if a peace deal is signed", "a peace deal")
    ]
    assert found.rows[0].source.title == "Loan worth more than told"
    assert found.without == 1


def amount(figure: str, currency: str, *others: Amount) -> Amount:
    value = Decimal(figure)
    return Amount(low=value, high=value, currency=currency, reported_as=others)


def test_conversions_of_the_source_stand_before_those_that_are_computed() -> None:
    printed = amount("100", "GBP", amount("130", "USD"))
    view, entry = book_of(later("pledged", 12, amount=printed, announced_on=date(2025, 5, 9)))
    found = shown(view, entry).conversions
    assert [(c.by_source, c.sum, c.text) for c in found[:1]] == [(True, "£100", "$130")]
    assert found[0].how == "the source gives both: 1.3000 USD for 1 GBP"
    computed = {c.text and c.text.strip("≈\N{NO-BREAK SPACE}")[0]: c for c in found[1:]}
    assert set(computed) == {"€", "$"}
    for one in computed.values():
        assert not one.by_source
        assert "GBP per EUR of 2025-05-09 (European Central Bank" in one.how


def test_what_has_no_rate_says_so() -> None:
    view, entry = book_of(later("pledged", 12, amount=amount("100", "UAH")))
    for one in shown(view, entry).conversions:
        assert one.text is None
        assert "no rate of UAH" in one.how


def test_open_sums_stay_open_when_they_are_converted() -> None:
    least = Amount(low=Decimal(10), high=None, currency="EUR", bound="at_least")
    view, entry = book_of(later("pledged", 12, amount=least))
    (one,) = shown(view, entry).conversions
    assert one.text is not None
    assert one.text.startswith("at least $")


def test_every_shipped_rule_says_whether_it_counts_the_entry_and_why_not() -> None:
    payload = shown(narvik(), DISPUTED)
    found = {verdict.rules: verdict for verdict in payload.rules}
    assert tuple(found) == rule_names()
    assert found["default"].counts
    assert found["default"].own
    assert found["default"].sum is not None
    assert found["default"].sum.text == "€450m"
    assert found["default"].notes
    assert not found["fts"].counts
    assert found["fts"].left_out == "A stage that does not count"
    assert found["fts"].because == "pledged is shown, not totalled"


def test_a_sum_without_a_rate_counts_in_its_own_currency() -> None:
    view, entry = book_of(later("pledged", 12, amount=amount("100", "UAH")))
    own = next(v for v in shown(view, entry).rules if v.own)
    assert own.counts
    assert own.sum is None
    assert own.left_out == "No exchange rate"
    assert own.printed is not None
    assert own.printed.text == "₴100"


def test_a_part_is_left_out_without_an_id_in_its_reason() -> None:
    whole = entry_of(LOAN)
    part = entry_of(LOAN_TOLD_OTHERWISE, part_of=whole.id)
    view = replace(narvik(), the_entries=(whole, part))
    own = next(v for v in shown(view, part).rules if v.own)
    assert own.because == "a part of another entry, which counts whole"


def test_outlets_and_independent_texts_stand_apart() -> None:
    found = shown(narvik(), DISPUTED).witnesses
    assert (found.independent, found.outlets, found.copies) == (2, 3, 0)
    assert [len(text.places) for text in found.texts] == [1, 2]
    assert found.texts[1].id == W.id
    near_copy = replace(DISPUTED, witnesses=1)
    view = replace(narvik(), the_entries=(near_copy, *ENTRIES[1:]))
    assert shown(view, near_copy).witnesses.copies == 1


class DecidedView(FakeView):
    """A view with three decisions: one about a claim, one that replaces it, one taken back."""

    def decisions(self) -> tuple[Decided, ...]:
        def decision(number: int, **changes: object) -> Decided:
            fields = {
                "author": f"Reader {number}",
                "at": datetime(2025, 5, 10 + number, tzinfo=UTC),
                "action": "accept",
                "target": LOAN.id,
                "reason": f"reason {number}",
                **changes,
            }
            return Decided(id=f"decision:{number}", decision=Decision(**fields))  # type: ignore[arg-type]

        return (
            decision(1),
            decision(2, action="unclear", supersedes="decision:1"),
            decision(3, target=DISPUTED.id),
            decision(4, action="undo", target="decision:3"),
            decision(5, target=CLAIMS[4].id),
        )


def test_all_decisions_are_told_those_that_no_longer_hold_too() -> None:
    view = DecidedView(**{f: getattr(narvik(), f) for f in narvik().__dataclass_fields__})
    rows = shown(view, DISPUTED).decisions
    assert [(row.id[-1], row.by, row.on, row.replaces, row.fallen) for row in rows] == [
        ("1", "Reader 1", "11 May 2025", None, "decision:2"),
        ("2", "Reader 2", "12 May 2025", "decision:1", None),
        ("3", "Reader 3", "13 May 2025", None, "decision:4"),
        ("4", "Reader 4", "14 May 2025", "decision:3", None),
    ]
    assert rows[1].what == "found the words unclear"
    assert [row.id for row in shown(view, ENTRIES[3]).decisions] == ["decision:5"]


def test_days_lead_to_the_entry_as_it_was_known_then() -> None:
    found = shown(narvik(), DISPUTED).permalink
    assert [(one.day, one.href) for one in found.days] == [
        ("5 May 2025", f"on/2025-05-05/{entry_path(DISPUTED)}"),
        ("6 May 2025", f"on/2025-05-06/{entry_path(DISPUTED)}"),
    ]
    assert found.address == entry_path(DISPUTED)
    then = shown(narvik(), DISPUTED, Asked(known_by=date(2025, 5, 5), served=True))
    assert then.permalink.address == f"on/2025-05-05/{entry_path(DISPUTED)}"


def report(target: str | None, address: str | None = "https://example.org/n") -> str | None:
    definition = replace(DEFINITION, report=target, address=address)
    return shown(replace(narvik(), the_definition=definition), DISPUTED).permalink.report


def test_a_report_by_mail_has_the_id_and_the_permanent_address() -> None:
    found = urlsplit(report("mailto:desk@example.org") or "")
    assert (found.scheme, found.path) == ("mailto", "desk@example.org")
    values = parse_qs(found.query)
    assert values["subject"] == [f"Error in {DISPUTED.id}"]
    page = f"https://example.org/n/on/2025-05-06/{entry_path(DISPUTED)}"
    assert values["body"][0].startswith(f"Entry: {DISPUTED.id}\r\nPage: {page}\r\n")
    assert "+" not in found.query


@pytest.mark.parametrize(
    ("target", "before"),
    [
        ("https://example.org/errors", "https://example.org/errors?"),
        ("https://example.org/new?labels=book", "https://example.org/new?labels=book&"),
    ],
)
def test_a_report_by_form_has_the_same_as_parameters(target: str, before: str) -> None:
    found = report(target, None) or ""
    assert found.startswith(before)
    values = parse_qs(urlsplit(found).query)
    assert values["entry"] == [DISPUTED.id]
    assert values["page"] == [f"on/2025-05-06/{entry_path(DISPUTED)}"]


def test_a_fragment_stays_at_the_end_of_a_report_address() -> None:
    assert (report("https://example.org/e#form") or "").endswith("#form")


def test_a_book_that_takes_no_reports_offers_none() -> None:
    assert report(None) is None
    assert "Report an error" not in html(Book(narvik()), page_of(narvik(), DISPUTED)).decode()


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.kind)
def test_every_kind_has_a_page_that_says_what_it_is(entry: Entry) -> None:
    payload = shown(narvik(), entry)
    assert payload.kind == entry.kind
    assert payload.told_as
    assert payload.values
    assert payload.tellings
    assert bool(payload.rules) == (payload.conditions is not None) == (entry.kind == "commitment")
    own = payload.nearby.own
    assert (own is not None) == (entry.kind in ("participation", "proposal"))
    if own is not None:
        assert find(Book(narvik()), own.href or "", Asked()) is not None


def test_what_the_same_sentence_tells_besides_is_linked() -> None:
    hosted, guest = ENTRIES[1], ENTRIES[2]
    links = shown(narvik(), hosted).nearby.same_words
    assert [link.href for link in links] == [entry_path(guest)]


def crowd(number: int) -> tuple[FakeView, Entry]:
    return book_of(
        LOAN, *(later("pledged", 6 + n % 20, period=None, purpose=str(n)) for n in range(number))
    )


def test_an_entry_that_many_tell_has_further_pages_and_every_fragment_stays() -> None:
    view, entry = crowd(2 * CARDS + 4)
    payload = shown(view, entry)
    assert (len(payload.claims), payload.paging.pages) == (CARDS, 3)
    ids = Reading(html(Book(view), page_of(view, entry)).decode("utf-8")).ids()
    assert {anchor(claim.id) for claim in entry.claims} <= ids
    stem = entry_path(entry).removesuffix(".html")
    last = find(Book(view), f"{stem}/3.html", Asked())
    assert isinstance(last, Page)
    assert isinstance(last.payload, FurtherClaims)
    assert [card.anchor for card in last.payload.claims] == [
        anchor(claim.id) for claim in entry.claims[2 * CARDS :]
    ]
    names = set(FOLDERS["entries"].names(Book(view)))
    assert {f"{stem.removeprefix('entries/')}/{n}" for n in (2, 3)} <= names
    assert find(Book(view), f"{stem}/4.html", Asked()) is None


def test_an_entry_that_hundreds_tell_stays_small_and_every_telling_is_there() -> None:
    told = [
        replace(
            later("pledged", 6 + n % 20, purpose=str(n)),
            source=source_of(f"The loan was pledged, says text {n}.", f"Note {n}", 6 + n % 20),
            conditions=(Condition(text="if a peace deal is signed", trigger="peace_deal"),),
        )
        for n in range(600)
    ]
    view, entry = book_of(LOAN, *told)
    book, stem = Book(view), entry_path(entry).removesuffix(".html")
    names = [name for name in FOLDERS["entries"].names(book) if "." not in name]
    made = [find(book, f"entries/{name}.html", Asked()) for name in names]
    pages = [page for page in made if isinstance(page, Page)]
    assert len(pages) == len(names)
    assert max(len(html(book, page)) for page in pages) < PAGE_LIMIT
    assert max(len(as_json(page)) for page in pages) < PAGE_LIMIT
    shown_in_full = [c.anchor for p in pages for c in getattr(p.payload, "claims", ())]
    assert sorted(shown_in_full) == sorted(anchor(claim.id) for claim in entry.claims)
    rows = [t for p in pages if isinstance(p.payload, Told) for t in p.payload.tellings]
    assert [row.iso for row in rows] == sorted(row.iso or "" for row in rows)
    assert sorted(row.anchor for row in rows) == sorted(shown_in_full)
    for row in rows:
        page = find(book, row.page, Asked())
        assert isinstance(page, Page)
        assert row.anchor in {card.anchor for card in page.payload.claims}  # type: ignore[attr-defined]
    payload = shown(view, entry)
    assert len({claim.source.id for claim in entry.claims}) == 601
    assert (len(payload.witnesses.texts), payload.witnesses.more) == (50, 551)
    assert payload.tellings == tuple(rows[:TELLINGS])
    assert payload.conditions is not None
    assert [row.more for row in payload.conditions.rows] == [599]
    assert find(book, f"{stem}/told/14.html", Asked()) is None


def test_an_entry_of_a_source_that_may_be_named_only_shows_none_of_its_words(
    tmp_path: Path,
) -> None:
    write_site(narvik(), tmp_path)
    stem = tmp_path / entry_path(entry_of(ENGINEERS)).removesuffix(".html")
    for ending in (".html", ".bib", ".csl.json"):
        content = stem.with_suffix(ending).read_text(encoding="utf-8")
        assert "peace deal is signed" not in content
        assert "two hundred engineers" not in content
