"""Lists and tables of pledges, and points that divide up one gift; all texts are our own."""

from __future__ import annotations

import pytest
from commitment_lines import Line, kept, printed
from reading import ids


def _list(introduction: str, *points: str) -> str:
    return introduction + "\n\n" + "\n".join(f"- {point}" for point in points) + "\n"


def _table(introduction: str, *rows: str) -> str:
    lines = [f"| {row} |" for row in rows]
    return "\n".join(
        [introduction, "", lines[0], "|---" * (rows[0].count("|") + 1) + "|", *lines[1:]]
    )


ROWS = ("France | €90 million", "Japan | ¥6.2 billion", "Norway | NOK 150 million")
POINTS = ("France: €90 million", "Japan: ¥6.2 billion", "Norway: NOK 150 million")
PLEDGED = [("FRA", "90m EUR"), ("JPN", "6200m JPY"), ("NOR", "150m NOK")]


@pytest.mark.parametrize(
    "text",
    [
        _table("The following pledges for Madagascar were announced:", "Donor | Amount", *ROWS),
        _table("## Support for Madagascar", "Country | Pledge", *ROWS),
        _table("Results of the conference for Madagascar.", "Contributor | Sum", *ROWS),
        _list("Donors pledged the following at the conference for Madagascar:", *POINTS),
        _list("# Pledging Conference for Madagascar\n\nContributions announced:", *POINTS),
        _list("These states have promised to help Madagascar:", *POINTS),
        _list("New offers for Madagascar:", *[point.replace(":", " –") for point in POINTS]),
    ],
)
def test_each_row_is_the_pledge_of_who_opens_it(text: str) -> None:
    claims = kept(Line(text=text, wants=()))
    found = [(ids(c.donors), (c.amount.low, c.amount.currency)) for c in claims if c.amount]
    assert found == [(who, printed(sum_)) for who, sum_ in PLEDGED]
    assert {ids(claim.recipients) for claim in claims} == {"MDG"}
    assert {claim.stage for claim in claims} == {"pledged"}


@pytest.mark.parametrize(
    "text",
    [
        _list("The losses of firms in Madagascar were as follows:", *POINTS),
        _list("Imports of vanilla from Madagascar:", *POINTS),
        _list("Madagascar asked for the following contributions:", *POINTS),
        _list("Nobody pledged what Madagascar needs:", *POINTS),
        _list("These states cut their contributions to Madagascar:", *POINTS),
        _table("## Trade with Madagascar", "Country | Imports", *ROWS),
        _table("## Debt of Madagascar", "Creditor | Sum", *ROWS),
    ],
)
def test_lists_of_other_sums_give_nothing(text: str) -> None:
    assert kept(Line(text=text, wants=())) == []


@pytest.mark.parametrize(
    "introduction",
    [
        "This funding includes:",
        "The money will be divided as follows:",
        "The package consists of the following grants:",
        "Our contribution will go to:",
    ],
)
def test_who_opens_a_point_of_a_breakdown_gets_its_sum(introduction: str) -> None:
    text = "Canada today announced $71 million in humanitarian assistance for Sudan.\n\n" + _list(
        introduction, "World Food Programme: $25 million for food", "UNICEF: $12 million for water"
    )
    whole, *parts = kept(Line(text=text, wants=()))
    assert ids(whole.donors) == "CAN"
    assert [ids(part.donors) for part in parts] == ["CAN", "CAN"]
    assert [ids(part.recipients) for part in parts] == ["org:wfp", "org:unicef"]
    assert {part.within for part in parts} == {whole.id}


def test_a_minister_without_a_state_speaks_for_the_one_that_acts_in_the_title() -> None:
    text = (
        "# Canada announces support for Sudan\n\nAnna Lindqvist, Minister of International "
        "Development, today announced $71 million in assistance for Sudan.\n"
    )
    (claim,) = kept(Line(text=text, wants=()))
    assert (ids(claim.donors), ids(claim.recipients)) == ("CAN", "SDN")
    assert "donor-from-context" in claim.problems


@pytest.mark.parametrize(
    "text",
    [
        "# Canada doubts the plan\n\nAnna Lindqvist, Minister of Health, {}",
        "# Canada announces support\n\nAnna Lindqvist, a novelist, {}",
    ],
)
def test_a_title_in_which_nobody_acts_or_another_speaker_binds_no_state(text: str) -> None:
    told = text.format("announced $71 million in assistance for Sudan.\n")
    (claim,) = kept(Line(text=told, wants=()))
    assert ids(claim.donors) == ""


def test_who_only_hands_it_over_gives_nothing() -> None:
    text = (
        "The European Commission gave Lebanon €10 million. It comes in addition to the €64 million "
        "already allocated this year, and will be delivered by partner organisations."
    )
    claims = kept(Line(text=text, wants=()))
    assert {ids(claim.donors) for claim in claims} == {"org:european-commission"}


def test_what_is_invested_is_not_given() -> None:
    text = "Australian investment in Tonga was worth $31 million in 2023."
    assert kept(Line(text=text, wants=())) == []


def test_suffering_in_a_country_makes_it_the_one_that_is_helped() -> None:
    text = (
        "We, the Leaders of the Group of Seven (G7), are appalled by the suffering in Sudan.\n\n"
        "We commit to mobilising at least $2 billion in humanitarian assistance in 2025.\n"
    )
    (claim,) = kept(Line(text=text, wants=()))
    assert (ids(claim.donors), ids(claim.recipients)) == ("group:g7", "SDN")
