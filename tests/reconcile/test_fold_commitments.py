"""Which commitments fold into one entry, with which relation, and which stay apart."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from promise_builders import Text, amount, item, state

from pledgebook.model.claims import Claim, Commitment
from pledgebook.model.entries import Entry
from pledgebook.model.values import Actor
from pledgebook.reconcile.fold import fold

FIRST = date(2025, 3, 3)


def text(words: str, days: int = 0, **more: Any) -> Text:
    return Text(words, published=FIRST + timedelta(days=days), **more)


def folded(*claims: Claim) -> tuple[Entry, ...]:
    return fold(claims, ())


def pair(
    one: dict[str, Any], other: dict[str, Any], days: int = 1
) -> tuple[Commitment, Commitment]:
    return (
        text("The first outlet tells it.").commitment(**one),
        text("Another outlet tells it as well.", days).commitment(**other),
    )


LOAN: dict[str, Any] = {"amount": amount("2200000000", "GBP"), "instrument": "loan"}


def with_(**changes: Any) -> dict[str, Any]:
    return {**LOAN, **changes}


TOGETHER = [
    ("the same told twice", LOAN, LOAN, "same"),
    ("rounded", with_(amount=amount("2260000000", "GBP")), LOAN, "same"),
    ("unspecified instrument", LOAN, with_(instrument="unspecified"), "same"),
    ("recipient not named", LOAN, with_(recipients=()), "same"),
    (
        "a bound that the point satisfies",
        LOAN,
        with_(amount=amount("2e9", "GBP", "at_least")),
        "same",
    ),
    ("about", LOAN, with_(amount=amount("2.25e9", "GBP", "about")), "same"),
    ("told as older", LOAN, with_(newness="restated"), "restates"),
    ("a later stage", LOAN, with_(stage="allocated"), "updates"),
    ("paid", LOAN, with_(stage="disbursed"), "fulfils"),
    ("withdrawn", LOAN, with_(stage="withdrawn"), "withdraws"),
    ("denied", LOAN, with_(firmness="denied"), "contradicts"),
    ("another instrument", LOAN, with_(instrument="export_credit"), "contradicts"),
    ("currency not printed", LOAN, with_(amount=amount("2200000000", None)), "same"),
    (
        "its own conversion",
        with_(amount=amount("2200000000", "GBP", reported_as=(amount("2.8e9", "USD"),))),
        with_(amount=amount("2.75e9", "USD")),
        "same",
    ),
]


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [case[1:] for case in TOGETHER],
    ids=[case[0] for case in TOGETHER],
)
def test_one_promise(one: dict[str, Any], other: dict[str, Any], relation: str) -> None:
    earlier, later = pair(one, other)
    (entry,) = folded(earlier, later)
    assert [r.relation for r in entry.relations] == ["first", relation]
    assert entry.relations[1].other == earlier.id
    assert entry.relations[1].reason
    assert entry.witnesses == 2


APART = [
    ("another donor", LOAN, with_(donors="NOR"), 1),
    ("a joint promise", LOAN, with_(donors="GBR NOR"), 1),
    ("another recipient", LOAN, with_(recipients=(state("MDA"),)), 1),
    ("another sum", LOAN, with_(amount=amount("2400000000", "GBP")), 1),
    ("equally exact sums", LOAN, with_(amount=amount("2300000000", "GBP")), 1),
    ("another currency", LOAN, with_(amount=amount("2200000000", "EUR")), 1),
    ("far beyond the bound", LOAN, with_(amount=amount("1e9", "GBP", "at_least")), 1),
    ("a running total", LOAN, with_(is_total=True), 1),
    ("aid of another type", LOAN, with_(aid_type="humanitarian"), 1),
    ("two months later", LOAN, LOAN, 60),
    ("per year", LOAN, with_(amount=amount("2200000000", "GBP", per="year")), 1),
    (
        "other things for the same sum",
        with_(items=(item("drones"),)),
        with_(items=(item("artillery shells"),)),
        1,
    ),
    (
        "two dated announcements",
        with_(announced_on=FIRST, newness="new"),
        with_(announced_on=FIRST + timedelta(days=30), newness="new"),
        30,
    ),
]


@pytest.mark.parametrize(
    ("one", "other", "days"), [case[1:] for case in APART], ids=[case[0] for case in APART]
)
def test_two_promises(one: dict[str, Any], other: dict[str, Any], days: int) -> None:
    assert len(folded(*pair(one, other, days))) == 2


def test_older_money_told_again_a_year_later_is_the_same() -> None:
    (entry,) = folded(*pair(LOAN, with_(newness="restated"), days=365))
    assert entry.relations[1].relation == "restates"


def test_a_contradiction_says_both_sides() -> None:
    (entry,) = folded(*pair(LOAN, with_(instrument="export_credit")))
    assert "called export credit here and loan there" in entry.relations[1].reason


def test_a_rounded_figure_says_both_figures() -> None:
    (entry,) = folded(*pair(with_(amount=amount("2260000000", "GBP")), LOAN))
    assert "GBP 2.26bn is told as GBP 2.2bn" in entry.relations[1].reason
    assert entry.lead.id == entry.claims[0].id  # the more exact one stands for the entry


def test_near_amounts_do_not_grow_into_a_chain() -> None:
    claims = [
        text(f"Text {n} with a sum.", n).commitment(amount=amount(str(figure), "GBP"))
        for n, figure in enumerate((2_000_000_000, 2_055_000_000, 2_110_000_000, 2_170_500_000))
    ]
    entries = folded(*claims)
    assert len(entries) > 1
    for entry in entries:
        figures = [c.amount.low for c in entry.claims if isinstance(c, Commitment) and c.amount]
        known = [f for f in figures if f is not None]
        assert max(known) - min(known) <= max(known) * 3 / 100


def test_an_agreeing_claim_comes_before_a_contradicting_one() -> None:
    loan = text("A loan.").commitment(**LOAN)
    both = text("A loan and a grant of the same size.", 1)
    second, grant = both.commitment(**LOAN), both.commitment(**with_(instrument="grant"))
    entries = folded(loan, second, grant)
    assert sorted(len(e.claims) for e in entries) == [1, 2]
    assert {c.id for c in entries[0].claims} == {loan.id, second.id}


def test_a_claim_without_donor_joins_the_only_fit() -> None:
    named = text("Somebody named gives.").commitment(**LOAN)
    unnamed = text("A sum was promised.", 1).commitment(donors="", **LOAN)
    (entry,) = folded(named, unnamed)
    assert "donor not named in one" in entry.relations[1].reason


def test_a_claim_without_donor_joins_none_of_two() -> None:
    claims = [text(f"{d} gives.").commitment(donors=d, **LOAN) for d in ("GBR", "NOR")]
    unnamed = text("A sum was promised.", 1).commitment(donors="", **LOAN)
    assert len(folded(*claims, unnamed)) == 3


def test_things_without_a_sum_meet_by_name_and_count() -> None:
    with_sum = with_(items=(item("air defence missiles", 5000, "at_least"),))
    without = {"items": (item("missiles for air defence", 5000),)}
    (entry,) = folded(*pair(with_sum, without))
    assert len(entry.claims) == 2


def test_one_text_tells_two_like_sums_of_two_purposes() -> None:
    one = text("Ten for energy and ten for mine clearance.")
    claims = [one.commitment(**LOAN, purpose=p) for p in ("energy repairs", "clearing mines")]
    assert len(folded(*claims)) == 2


def test_a_part_points_at_its_whole() -> None:
    one = text("In all 21 were promised, of which 11 by one donor.")
    whole = one.commitment(donors="", amount=amount("21000000000"))
    part = one.commitment(donors="DEU", amount=amount("11000000000"), within=whole.id)
    told = text("One donor gives 11.", 1).commitment(donors="DEU", amount=amount("11000000000"))
    entries = {
        e.lead.amount.low: e
        for e in folded(whole, part, told)
        if isinstance(e.lead, Commitment) and e.lead.amount
    }
    total, share = entries[amount("21000000000").low], entries[amount("11000000000").low]
    assert share.part_of == total.id
    assert len(share.claims) == 2
    assert share.relations[0].relation == "part_of"
    assert total.part_of is None


def test_additional_money_points_at_the_older_sum_of_its_text() -> None:
    one = text("A new sum on top of an older one.")
    older = one.commitment(**with_(newness="restated"))
    newer = one.commitment(amount=amount("1600000000", "GBP"), newness="additional")
    entries = folded(older, newer)
    relation = next(r for e in entries for r in e.relations if r.claim == newer.id)
    assert (relation.relation, relation.other) == ("adds_to", older.id)


def test_a_changed_page_corrects_itself() -> None:
    url = "https://news.example/loan"
    before = text("The loan is 2.26.", url=url).commitment(
        **with_(amount=amount("2260000000", "GBP"))
    )
    after = text("The loan is 2.2. Corrected.", url=url)
    changed = after.commitment(**LOAN)
    before_seen = text("The loan is 2.26.", url=url).sighting
    (entry,) = fold([before, changed], [before_seen, after.sighting])
    assert "corrects" in [r.relation for r in entry.relations]


def test_a_reprint_is_an_outlet_more_and_no_witness_more() -> None:
    here = text("One story.", publisher="A", url="https://a.example/1")
    there = text("One story.", 1, publisher="B", url="https://b.example/1")
    (entry,) = fold([here.commitment(**LOAN)], [here.sighting, there.sighting])
    assert (entry.witnesses, entry.outlets) == (1, 2)


def test_unnamed_donors_have_no_id_to_meet_by() -> None:
    crowd = (Actor(id=None, name="a number of countries", type="unnamed"),)
    one = text("A number of countries give.").commitment(**LOAN)
    other = text("They give as well.", 1)
    claim = Commitment(
        **other.envelope,
        donors=crowd,
        amount=LOAN["amount"],
        instrument="loan",
        aid_type="military",
    )
    (entry,) = folded(one, claim)
    assert len(entry.claims) == 2


def test_a_force_is_one_promise_in_other_words() -> None:
    force: dict[str, Any] = {"instrument": "personnel", "firmness": "conditional"}
    one = {**force, "items": (item("boots on the ground"),)}
    (entry,) = folded(*pair(one, {**force, "items": (item("soldiers"),)}))
    assert entry.witnesses == 2
    counted = {**force, "items": (item("soldiers", 3000),)}
    assert len(folded(*pair(counted, {**force, "items": (item("soldiers", 9000),)}))) == 2


def test_the_reading_that_most_texts_share_stands_for_the_entry() -> None:
    claims = [
        text(f"Outlet {n}.", n).commitment(**with_(instrument=instrument))
        for n, instrument in enumerate(("loan", "export_credit", "export_credit"))
    ]
    (entry,) = folded(*claims)
    assert isinstance(entry.lead, Commitment)
    assert entry.lead.instrument == "export_credit"
