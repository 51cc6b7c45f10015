"""What goes on with a package: sums and things of later sentences; all sentences are our own."""

from __future__ import annotations

import pytest
from reading import claims

from pledgebook.extract.commitments import CommitmentReader
from pledgebook.model.claims import Commitment

READER = CommitmentReader()
WHOLE = "Norway will give Moldova €20 million in aid. "


def found(text: str) -> list[Commitment]:
    return [c for c in claims(READER, text) if isinstance(c, Commitment)]


def counts(text: str) -> set[str]:
    return {
        str(item.quantity.low)
        for claim in found(text)
        for item in claim.items
        if item.quantity is not None
    }


#: Sentences after a package whose sum is a part of it.
PARTS = [
    "€5 million is for hospitals.",
    "The remaining €5 million will be paid in autumn.",
    "Thus, €5 million goes to farmers.",
    "We enter €5 million for the repair of roads.",
    "For 2026, it sets down €5 million for schools.",
    "Here we enter €5 million to relief groups.",
]


@pytest.mark.parametrize("line", PARTS)
def test_a_sum_that_names_nobody_is_part_of_the_package_before_it(line: str) -> None:
    whole, part = found(WHOLE + line)
    assert part.within == whole.id
    assert part.amount is not None
    assert part.amount.low is not None
    assert int(part.amount.low) == 5_000_000


#: Sentences after a package whose sum is no aid, or another's.
NO_PARTS = [
    "The storm cost farmers €5 million.",
    "Losses came to €5 million.",
    "The figure does not include €5 million for refugees.",
    "This excludes €5 million for transport.",
    "Each blanket is worth €5 apiece.",
    "Who will pay the other €5 million?",
    "A tent has a price of €5,000.",
    "The company was fined €5 million.",
]


@pytest.mark.parametrize("line", NO_PARTS)
def test_a_sum_that_is_no_aid_goes_on_with_nothing(line: str) -> None:
    assert len(found(WHOLE + line)) == 1


def test_a_sum_in_another_paragraph_goes_on_with_nothing() -> None:
    assert len(found(f"{WHOLE}\n\n€5 million is spent on lunches.")) == 1


GIVEN = "Norway will send Moldova 12 fire engines. "

#: Sentences after things given that list more of them, and the count they add.
MORE = [
    ("These are new and come with 40 hoses.", "40"),
    ("The list has 30 pumps as well.", "30"),
    ("The money should suffice for 50 tents.", "50"),
    ("There are 60 tents among them.", "60"),
    ("It includes 70 helmets.", "70"),
]


@pytest.mark.parametrize(("line", "count"), MORE)
def test_things_listed_later_belong_to_what_was_given(line: str, count: str) -> None:
    assert len(found(GIVEN + line)) == 1
    assert counts(GIVEN + line) == {"12", count}


#: Sentences after things given that speak of other things.
OTHER = [
    "Russia has 400 tanks there.",
    "The fire destroyed 40 trucks.",
    "Bandits stole 30 trucks last week.",
    "Do they have 40 ambulances?",
]


@pytest.mark.parametrize("line", OTHER)
def test_things_of_others_are_not_given(line: str) -> None:
    assert counts(GIVEN + line) == {"12"}


#: Sums that are a level or a total, not what is added.
LEVELS = [
    "The new grant brings Norway's aid to Moldova to €90 million.",
    "Norway raised its support for Moldova to about €90 million.",
    "Norway has given Moldova €90 million in total.",
    "Norway has provided a total of €90 million to Moldova.",
]


@pytest.mark.parametrize("line", LEVELS)
def test_a_level_is_a_total(line: str) -> None:
    (claim,) = found(line)
    assert claim.is_total


#: Sums that are added or announced, however large.
NO_LEVELS = [
    "Norway raised its support for Moldova by €90 million.",
    "Norway announced a total of €90 million for Moldova.",
    "Norway will give €90 million to Moldova.",
]


@pytest.mark.parametrize("line", NO_LEVELS)
def test_an_announced_sum_is_no_total(line: str) -> None:
    (claim,) = found(line)
    assert not claim.is_total


#: Sums told as older than the text that tells them; it was published on 3 March 2025.
OLDER = [
    "In May 2023, Norway pledged €90 million in aid to Moldova.",
    "Initially, Norway offered Moldova a loan of €90 million.",
    "The pumps for Moldova are part of the €90 million loan from Norway.",
    "The aid that Norway gives Moldova comes out of the €90 million.",
]


@pytest.mark.parametrize("line", OLDER)
def test_an_older_sum_is_restated(line: str) -> None:
    assert [c.newness for c in found(line) if c.amount is not None] == ["restated"]


NOT_OLDER = [
    "On 1 March 2025, Norway pledged €90 million in aid to Moldova.",
    "Norway pledged €90 million in aid to Moldova for 2025 and 2026.",
    "As part of a programme, Norway gives Moldova a loan of €90 million.",
]


@pytest.mark.parametrize("line", NOT_OLDER)
def test_a_sum_of_these_days_is_not_restated(line: str) -> None:
    assert [c.newness for c in found(line) if c.amount is not None] == ["unclear"]


def test_a_line_without_a_verb_may_give_the_worth_of_things() -> None:
    (claim,) = found("Rifles and field dressings for a total of €3 million.")
    assert claim.amount is not None
    assert claim.problems == ("donor-unresolved",)


@pytest.mark.parametrize(
    "line",
    ["Rifles of the last century.", "A stolen rifle, €3 million.", "Sales of rifles: €3 million."],
)
def test_a_line_without_worth_or_giver_promises_nothing(line: str) -> None:
    assert found(line) == []


def test_a_sum_told_twice_has_the_giver_of_either_telling() -> None:
    (claim,) = found("A loan of €7 million for Moldova is on its way. Norway gives the €7 million.")
    assert [d.id for d in claim.donors] == ["NOR"]


def test_the_state_that_a_fund_is_named_for_does_not_pay() -> None:
    (claim,) = found("Norway sets aside €8 million through the Moldova Fund for roads in Moldova.")
    assert [d.id for d in claim.donors] == ["NOR"]


#: Goods that the item list does not know, in one list with known ones or weighed; and their counts.
UNKNOWN_GOODS = [
    ("Norway sent Moldova 12 fire engines, 300 Gribbles and 40 tents.", {"12", "300", "40"}),
    ("Norway sent Moldova 40 tonnes of first-rate thingummies.", {"40"}),
    ("Norway sent Moldova 12 fire engines and 300 Gribbles.", {"12", "300"}),
]


@pytest.mark.parametrize(("line", "numbers"), UNKNOWN_GOODS)
def test_unknown_goods_in_a_list_of_goods_are_things(line: str, numbers: set[str]) -> None:
    assert counts(line) == numbers


def test_the_government_that_sends_things_is_the_one_named_before() -> None:
    lines = (
        "Norway stands by Moldova. Norway sent Moldova 12 fire engines. "
        "The government also announced it would send 200 tents."
    )
    assert {d.id for c in found(lines) for d in c.donors} == {"NOR"}
    assert counts(lines) == {"12", "200"}


@pytest.mark.parametrize(
    "line", ["Norway promised Moldova troops and F-16s.", "Norway will send F-16s to Moldova."]
)
def test_things_promised_without_a_count_may_be_names_in_capitals(line: str) -> None:
    assert "F-16s" in {item.name for claim in found(line) for item in claim.items}


#: A package of things told by a list, where the sentence calls it aid; and the counts.
LISTS = [
    ("Norway announced a package for Moldova. The package includes 12 vans. It has 40 tents too.",
     {"12", "40"}),
    ("Norway's aid for Moldova comprises 12 howitzers.", {"12"}),
    ("Norway sent aid to Moldova. The shipment contained tents (40) and generators (12).",
     {"40", "12"}),
    ("Norway pledged 60 tanks to Moldova. Of the 60 tanks, most are old.", {"60"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "numbers"), LISTS)
def test_a_list_that_is_called_aid_is_a_package(text: str, numbers: set[str]) -> None:
    (claim,) = found(text)
    assert {str(i.quantity.low) for i in claim.items if i.quantity is not None} == numbers
    assert len(claim.items) == len(numbers)


@pytest.mark.parametrize(
    "text",
    [
        "The museum's collection comprises 12 tanks.",
        "The army of Moldova has 12 howitzers.",
        "The exhibition in Norway includes 40 tents.",
    ],
)
def test_a_list_of_what_somebody_has_is_no_package(text: str) -> None:
    assert found(text) == []


def test_the_worth_of_things_given_is_no_second_promise() -> None:
    (claim,) = found("12 ambulances were donated by Norway to Moldova, valued at €4 million.")
    assert claim.amount is not None
    assert [i.name for i in claim.items] == ["ambulances"]


def test_a_day_without_its_year_makes_nothing_older() -> None:
    (claim,) = found("On 4 May, Norway announced 14 tanks for Moldova.")
    assert claim.newness == "unclear"


#: Who gives, where another stands nearer to the verb; and the ids of the givers.
GIVERS = [
    ("Papers tell of the pledge by Norway to raise its help for Moldova by €20 million.", "NOR"),
    ("Norway gave €9 million to help Moldova buy 12 pumps.", "NOR"),
    ("A contribution from Norway of €20 million for Moldova has come.", "NOR"),
]


@pytest.mark.parametrize(("line", "giver"), GIVERS)
def test_the_giver_is_the_one_the_aid_is_from(line: str, giver: str) -> None:
    assert {d.id for c in found(line) for d in c.donors} == {giver}


def test_a_participle_makes_no_sentence_of_a_line_of_things() -> None:
    (claim,) = found("Rifles and shells amounting to €3 million that were named on 4 March.")
    assert claim.amount is not None
