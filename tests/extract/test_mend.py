"""What stays of a proposed commitment when the gate refuses one of its lesser values."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from reading import page

from pledgebook.extract.commitments import CommitmentReader
from pledgebook.extract.mend import without_refused
from pledgebook.extract.read import pass_gate
from pledgebook.extract.statements import StatementReader
from pledgebook.model.claims import Commitment
from pledgebook.model.values import Actor

TEXT = "Norway will give Moldova €20 million in aid, including €5 million for schools."


def proposed() -> list[Commitment]:
    found = CommitmentReader().read(page(TEXT))
    return [claim for claim in found if isinstance(claim, Commitment)]


def with_a_wrong_donor(claim: Commitment) -> Commitment:
    """The words of the giver, and another state's id beside them."""
    return replace(claim, donors=(Actor(id="SWE", name="Norway", type="state"),))


def test_a_refused_donor_is_left_out_and_the_claim_says_so() -> None:
    whole, part = proposed()
    (_, kept), problems = pass_gate(page(TEXT), [whole, with_a_wrong_donor(part)])
    assert isinstance(kept, Commitment)
    assert (kept.donors, kept.amount, kept.recipients) == ((), part.amount, part.recipients)
    assert "donor-unresolved" in kept.problems
    assert not any(e.field.startswith("donors") for e in kept.evidence)
    assert problems == []


def test_a_part_names_its_package_as_it_was_kept() -> None:
    whole, part = proposed()
    wrong = replace(whole, stage="disbursed")
    kept, _ = pass_gate(page(TEXT), [wrong, replace(part, within=wrong.id)])
    assert [getattr(c, "within", "") for c in kept] == [None, kept[0].id]
    assert kept[0].id != wrong.id


def test_a_part_of_a_refused_package_stands_alone() -> None:
    whole, part = proposed()
    assert whole.amount is not None
    wrong = replace(
        whole, amount=replace(whole.amount, low=Decimal(30_000_000), high=Decimal(30_000_000))
    )
    kept, problems = pass_gate(page(TEXT), [wrong, replace(part, within=wrong.id)])
    assert [getattr(c, "within", "") for c in kept] == [None]
    assert [p.code for p in problems] == ["refused-by-gate"]


def test_a_refused_sum_or_firmness_is_not_mended() -> None:
    whole, _ = proposed()
    assert without_refused(whole, ["amount: the words do not say it"]) is None
    assert without_refused(whole, ["firmness: the words deny it"]) is None
    assert without_refused(whole, ["donors.0: no", "conditions: one is lost"]) is None


def test_a_package_that_would_name_no_giver_is_not_mended() -> None:
    whole, _ = proposed()
    assert without_refused(whole, ["donors.0: the words do not name it"]) is None


def test_a_stage_that_is_refused_is_the_earliest_and_unclear() -> None:
    whole, _ = proposed()
    mended = without_refused(replace(whole, stage="disbursed"), ['stage: the words "will"'])
    assert mended is not None
    assert isinstance(mended, Commitment)
    assert (mended.stage, mended.problems) == ("pledged", ("stage-unclear",))


def test_other_kinds_are_not_mended() -> None:
    text = "“We will help,” said the mayor of Oslo."
    (said,) = StatementReader().read(page(text))
    assert without_refused(said, ["speaker: the words do not name it"]) is None


def test_a_refused_item_is_left_out_and_the_others_stay() -> None:
    text = "Norway will send Moldova 12 tents and 30 pumps."
    (claim,) = CommitmentReader().read(page(text))
    assert isinstance(claim, Commitment)
    quantity = claim.items[0].quantity
    assert quantity is not None
    wrong = replace(quantity, low=Decimal(13), high=Decimal(13))
    items = (replace(claim.items[0], quantity=wrong), claim.items[1])
    (kept,), problems = pass_gate(page(text), [replace(claim, items=items)])
    assert isinstance(kept, Commitment)
    assert [item.name for item in kept.items] == ["pumps"]
    assert "item-left-out" in kept.problems
    cited = {e.field: e.quote for e in kept.evidence if e.field.startswith("items")}
    assert cited == {"items.0.name": "pumps", "items.0.quantity": "30"}
    assert problems == []


def test_a_promise_of_one_refused_item_is_not_mended() -> None:
    (claim,) = CommitmentReader().read(page("Norway will send Moldova 12 tents."))
    assert without_refused(claim, ["items.0.quantity: the words do not say it"]) is None
