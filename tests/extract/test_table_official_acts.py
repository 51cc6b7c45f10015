"""Acts that official pages tell of without a sum; all sentences are our own."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_never, check_says, kept, line
from reading import ids

OFFICE = "The White House"

#: People sent to help.
TEAMS = [
    line("Sweden has deployed a medical team to Chad to treat the wounded.",
         Want(donors="SWE", recipients="TCD", stage="delivered", instrument="personnel",
              aid="humanitarian")),
    line("A Norwegian search-and-rescue team was sent to Morocco after the earthquake.",
         Want(donors="NOR", recipients="MAR", stage="delivered", instrument="personnel")),
    line("The United States has deployed a disaster response team to Haiti.",
         Want(donors="USA", recipients="HTI", stage="delivered", instrument="personnel"),
         publisher=OFFICE),
    line("This builds on the 20-person disaster response team that Spain has sent to Libya.",
         Want(donors="ESP", recipients="LBY", stage="delivered", instrument="personnel")),
    line("The United States has deployed to the region a 20-person team of doctors to help Chad.",
         Want(donors="USA", recipients="TCD", instrument="personnel"),
         publisher=OFFICE),
    line("Finland will send Moldova a team to repair its power lines.",
         Want(donors="FIN", recipients="MDA", stage="pledged", instrument="personnel")),
    line("Japan dispatched 20 experts to Ghana to search for survivors.",
         Want(donors="JPN", recipients="GHA", stage="delivered", instrument="personnel",
              aid="other")),
    line("We are sending additional advisers to Ghana to support its election commission.",
         Want(donors="USA", recipients="GHA", stage="pledged", instrument="personnel"),
         publisher=OFFICE),
]  # fmt: skip

#: People taken in, programmes set up.
TAKEN_IN_AND_SET_UP = [
    line("Portugal will welcome up to 4,000 Afghans who fled the fighting.",
         Want(donors="PRT", stage="pledged", instrument="policy")),
    line("Ireland has offered to take in 500 refugees from Syria.",
         Want(donors="IRL", stage="pledged", firmness="firm")),
    line("Germany plans to resettle 10,000 Syrian refugees over two years.",
         Want(donors="DEU", recipients="SYR", firmness="intended")),
    line("Today we are announcing plans to welcome up to 30,000 Malians fleeing the war.",
         Want(donors="USA", stage="pledged", instrument="policy"),
         publisher=OFFICE),
    line("Norway is launching the Clean Water Fund to help African countries repair wells.",
         Want(donors="NOR", stage="pledged", instrument="policy")),
    line("G7 leaders agreed to launch the Green Ports Initiative to help developing countries.",
         Want(donors="group:g7", stage="committed", instrument="policy")),
    line("USAID is establishing a Regional Health Academy to train nurses across West Africa.",
         Want(donors="USA", stage="pledged", instrument="policy"),
         publisher=OFFICE),
]  # fmt: skip

#: Goods that the office itself gives, or that a noun hands over.
HANDED_OVER = [
    line("We are providing medicines to the people of Haiti.",
         Want(donors="USA", recipients="HTI", stage="pledged", instrument="in_kind"),
         publisher=OFFICE),
    line("The President has authorized the provision of land mines to Ukraine as an exception.",
         Want(donors="USA", recipients="UKR", stage="committed", aid="military"),
         publisher=OFFICE),
    line("So that Kenya is safe, the Secretary approved the delivery of patrol boats to Kenya.",
         Want(donors="USA", recipients="KEN", stage="committed"),
         publisher=OFFICE),
    line("The President authorized the provision of demining equipment to Ukraine.",
         Want(donors="USA", recipients="UKR", stage="committed"),
         publisher=OFFICE),
    line("We are grateful to Norway for the donation of 20 ambulances to Ghana.",
         Want(donors="NOR", recipients="GHA", instrument="in_kind")),
    line("I want to thank the Slovak government for providing an air defense system to Moldova.",
         Want(donors="SVK", recipients="MDA", firmness="firm"),
         publisher=OFFICE),
    line("The United States is committed to seeking additional border aid for Jordan.",
         Want(donors="USA", recipients="JOR", stage="pledged"),
         publisher=OFFICE),
    line("We’ve delivered tents and blankets to Armenia.",
         Want(donors="USA", recipients="ARM", stage="delivered"),
         publisher=OFFICE),
    line("Latvia sent tents to Armenia last week, and will deliver field kitchens in May.",
         Want(donors="LVA", recipients="ARM", stage="delivered"),
         Want(donors="LVA", recipients="ARM", stage="pledged")),
    line("So far we’ve provided more than $7 million in security assistance to Moldova.",
         Want(donors="USA", recipients="MDA", stage="disbursed", sum="7m USD"),
         publisher=OFFICE),
]  # fmt: skip

NOTHING = [
    line("Norway and Malawi sent a team to the chess championship."),
    line("The army of Chad sent a team of fighters against the rebels."),
    line("Denmark sent a team of experts against the raiders of Mali."),
    line("Egypt sent a delegation of negotiators to Oslo for talks."),
    line("The President sent a team to Cairo to continue the talks.", publisher=OFFICE),
    line("The team that Kenya sent to the games won four medals.", publisher=OFFICE),
    line("Italy will welcome 3,000 tourists from Japan this summer."),
    line("Spain hosts 200,000 Venezuelans, the minister said."),
    line("Welcome to the 4,000 athletes from Kenya.", publisher=OFFICE),
    line("The President will welcome a chance to hear of a number of refugees.", publisher=OFFICE),
    line("The Department of Energy is launching a Clean Homes Program in Ohio.", publisher=OFFICE),
    line("Norway launched a criminal inquiry into the Baltic Fund."),
    line("The envoy spoke of the newly launched Africa Water Fund of Norway."),
    line("Russia launched missiles and drones at Moldovan cities."),
    line("China is sending us terrible drugs, fentanyl above all.", publisher=OFFICE),
    line("In Libya we should be opening the passes and provide food.", publisher=OFFICE),
    line("Our nations outlined a path to a submarine capability of Chad.", publisher=OFFICE),
]  # fmt: skip


@pytest.mark.parametrize("row", [*TEAMS, *TAKEN_IN_AND_SET_UP, *HANDED_OVER])
def test_official_acts(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("row", NOTHING)
def test_no_official_act(row: Line) -> None:
    check_never(row)


@pytest.mark.parametrize(
    ("text", "donors", "recipients"),
    [
        (
            "Bergholm, a Swiss drug company, announced a $5 billion investment in Kenya.",
            "Bergholm",
            "KEN",
        ),
        ("Norway-based Bergholm announced a $5 million grant for Kenya.", "", "KEN"),
        (
            "The Swedish state company Vattaxa will give Moldova 20 transformers.",
            "Swedish state company Vattaxa",
            "MDA",
        ),
        ("The Swiss government gives a company in Kenya a $5 million loan.", "CHE", "KEN"),
        ("Japan [announced](https://a.test/b) a $1 billion loan to Kenya.", "JPN", "KEN"),
    ],
)
def test_the_state_that_a_firm_is_at_home_in_does_not_give(
    text: str, donors: str, recipients: str
) -> None:
    (claim,) = kept(Line(text=text, wants=(), publisher=OFFICE))
    told = "+".join(donor.id or donor.name for donor in claim.donors)
    assert (told, ids(claim.recipients)) == (donors, recipients)


def test_who_launches_rockets_gives_none() -> None:
    row = Line(text="Hezbollah began launching rockets at Israel.", wants=())
    assert kept(row) == []


def test_what_came_and_what_is_allowed_stay_two_gifts() -> None:
    text = (
        "Moldova has received hundreds of drones from us. To help Moldova hold its lines, the "
        "President has authorized the provision of patrol boats to Moldova."
    )
    found = kept(Line(text=text, wants=(), publisher=OFFICE))
    assert [claim.stage for claim in found] == ["delivered", "committed"]


def test_no_shipments_are_none() -> None:
    row = Line(text="I know of no shipments of mines to Moldova.", wants=(), publisher=OFFICE)
    assert kept(row) == []
