"""Who puts in, who is thanked, who gets by its own telling; firms; lists; clauses of condition."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_says, kept, line
from reading import claims, page

from pledgebook.extract.measures import MeasureReader
from pledgebook.extract.read import pass_gate
from pledgebook.model.claims import Measure

PUTTING_IN = [
    line("Denmark chipped in €5m.", Want(donors="DNK", sum="5m EUR", stage="disbursed")),
    line(
        "Norway gave €10m to Malawi, and Denmark chipped in €5m.",
        Want(donors="NOR", recipients="MWI", sum="10m EUR"),
        Want(donors="DNK", sum="5m EUR", stage="disbursed"),
    ),
    line("The fund for Malawi grew after Sweden kicked in €4m.", Want(donors="SWE", sum="4m EUR")),
    line("Norway put in €3m for Chad.", Want(donors="NOR", recipients="TCD", sum="3m EUR")),
    line("Chad put in a request for €50m."),
    line("Georgia put in a bid for €20m from the EU fund."),
    line("Chad has put in an application for 40 ambulances."),
    line("The striker chipped in 20 points."),
]

THANKED = [
    line(
        "Zelensky thanked Denmark for €100m.",
        Want(donors="DNK", recipients="UKR", sum="100m EUR", stage="pledged"),
    ),
    line(
        "Moldova's foreign minister thanked Norway for the 20 ambulances.",
        Want(donors="NOR", recipients="MDA"),
    ),
    line("Moldova is grateful to Latvia for 30 vans.", Want(donors="LVA", recipients="MDA")),
    line(
        "Sandu expressed gratitude to Romania for 100 generators.",
        Want(donors="ROU", recipients="MDA"),
    ),
    line(
        "Guterres thanked Japan for $20m for Sudan.",
        Want(donors="JPN", recipients="SDN", sum="20m USD"),
    ),
    line(
        "Zelensky thanked Norway for €5m and Sweden for €10m.",
        Want(donors="NOR", recipients="UKR", sum="5m EUR"),
        Want(donors="SWE", recipients="UKR", sum="10m EUR"),
    ),
    line(
        "Denmark thanked Moldova for its welcome and gave it €5m.",
        Want(donors="DNK", sum="5m EUR"),
    ),
    line("The president thanked Denmark for 20 years of friendship."),
    line("Poland thanked Norway for the $100m trade deal."),
    line("Biden thanked Norway for 100 soldiers killed in the war."),
    line("Starmer thanked France for stopping 500 migrants."),
]

GETTING = [
    line(
        "Poland said it had received €200m from the EU.",
        Want(donors="org:eu", recipients="POL", sum="200m EUR", stage="disbursed"),
    ),
    line(
        "Chad said it had received 30 tents from Turkey.",
        Want(donors="TUR", recipients="TCD", stage="delivered"),
    ),
    line("Poland said it had received no money from the EU."),
    line(
        "Norway said it had given Poland €2m.",
        Want(donors="NOR", recipients="POL", sum="2m EUR"),
    ),
    line(
        "Finland will buy Ukraine 40 howitzers from South Korea for €200m.",
        Want(donors="FIN", recipients="UKR", sum="200m EUR"),
    ),
    line(
        "Norway will build Moldova a hospital worth €20m.",
        Want(donors="NOR", recipients="MDA", sum="20m EUR"),
    ),
    line("Finland will buy 40 howitzers from South Korea for €200m."),
]

AVAILABLE = [
    line(
        "Sweden will make 20 generators available to Ukraine.", Want(donors="SWE", stage="pledged")
    ),
    line(
        "Sweden has made available 20 generators to Ukraine.", Want(donors="SWE", recipients="UKR")
    ),
    line("Germany has made €20 million available to Chad.", Want(donors="DEU", stage="pledged")),
    line(
        "Norway will give Mali €50m, and if parliament agrees Denmark will give €20m.",
        Want(donors="NOR", sum="50m EUR", stage="pledged", firmness="firm"),
        Want(donors="DNK", sum="20m EUR", stage="pledged", firmness="conditional"),
    ),
    line("If parliament agrees to give Mali €5m, Norway will be pleased."),
    line("Sweden made 20 generators from scrap."),
]

FIRMS = [
    line("The carmaker Nordmann Motors will give Mali 20 trucks.", Want(recipients="MLI")),
    line(
        "The Nordmann Foundation will give Chad €5m.",
        Want(donors="None", recipients="TCD", sum="5m EUR"),
    ),
    line("Nordmann will build a plant in Ghana for $20m."),
    line("Nordmann Motors pledged $5bn for plants in Ohio."),
    line("The bank Nordkredit lends $40m to Telefonika."),
]


@pytest.mark.parametrize("row", PUTTING_IN + THANKED + GETTING + AVAILABLE + FIRMS)
def test_givers(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize(
    ("text", "donor"),
    [
        ("The carmaker Nordmann Motors will give Mali 20 trucks.", "Nordmann Motors"),
        ("Drugmaker Sanavita donated 10,000 vaccine doses to Ghana.", "Sanavita"),
        ("The Danish firm Novo Vita will donate 10,000 doses of insulin to Mali.", "Novo Vita"),
        ("The Nordmann Foundation will give Chad €5m.", "Nordmann Foundation"),
        ("Nordsoft pledged to give Ukraine $100m in cloud services.", "Nordsoft"),
        ("Nordsoft, a German company, pledged to give Mali €5m.", "Nordsoft"),
    ],
)
def test_a_firm_is_the_donor_by_its_name(text: str, donor: str) -> None:
    (claim,) = kept(Line(text=text, wants=()))
    assert [(a.id, a.name, a.type) for a in claim.donors] == [(None, donor, "organisation")]
    assert donor in [e.quote for e in claim.evidence if e.field == "donors.0"]


@pytest.mark.parametrize(
    "text",
    [
        "Ola Nordmann gave Chad €5m. Nordmann will give Mali €3m.",
        "Police gave Chad €5m.",
        "The Secretary gave Chad €5m.",
        "Nordmann to give Mali €3m",
    ],
)
def test_a_surname_an_office_or_a_common_word_is_no_firm(text: str) -> None:
    found = kept(Line(text=text, wants=()))
    assert all(actor.type != "organisation" for claim in found for actor in claim.donors)


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Britain will send soldiers and aircraft to Estonia.", ["soldiers", "aircraft"]),
        ("Britain will send aircraft and soldiers to Estonia.", ["aircraft", "soldiers"]),
        ("Norway gave Moldova 20 vans and medicine.", ["vans", "medicine"]),
        (
            "Norway sent 20 doctors, tents and blankets to Turkey.",
            ["doctors", "tents", "blankets"],
        ),
        ("Norway will send 30 tanks to Ukraine, but no aircraft.", ["tanks"]),
    ],
)
def test_goods_in_one_list_with_counted_things(text: str, items: list[str]) -> None:
    (claim,) = kept(Line(text=text, wants=()))
    assert [item.name for item in claim.items] == items


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Norway will pay Mali €50m if parliament agrees and will send experts.",
            [("50m", ["if parliament agrees"])],
        ),
        (
            "Norway will pay Mali €50m if parliament agrees, and Denmark will give €20m.",
            [("50m", ["if parliament agrees"]), ("20m", [])],
        ),
        (
            "Norway will pay Mali €50m, and Denmark will give €20m if parliament agrees.",
            [("50m", []), ("20m", ["if parliament agrees"])],
        ),
        (
            "Norway will give Mali €50m, and if parliament agrees Denmark will give €20m.",
            [("50m", []), ("20m", ["if parliament agrees"])],
        ),
        (
            "If parliament agrees, Norway will give Mali €50m and Denmark will give €20m.",
            [("50m", ["If parliament agrees"]), ("20m", ["If parliament agrees"])],
        ),
        (
            "Norway will give Mali €5m if a truce holds and if Congress will pay.",
            [("5m", ["if a truce holds", "if Congress will pay"])],
        ),
        (
            "Norway will give Mali €5m if the government and parliament of Chad will agree.",
            [("5m", ["if the government and parliament of Chad will agree"])],
        ),
    ],
)
def test_a_condition_belongs_to_its_own_clause(
    text: str, told: list[tuple[str, list[str]]]
) -> None:
    found = kept(Line(text=text, wants=()))
    millions = [f"{int(c.amount.low) // 10**6}m" for c in found if c.amount and c.amount.low]
    assert list(zip(millions, [[x.text for x in c.conditions] for c in found], strict=True)) == told


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Norway will give Mali €20m to rebuild schools before the end of 2025.",
         "before the end of 2025"),
        ("Denmark gave Mali €2m to repair the bridge by June 2026.", "by June 2026"),
        ("Norway will give Chad €5m to cut emissions by 2030.", None),
        ("Norway will give Kenya €3m to build a road by the summit in June.", None),
    ],
)  # fmt: skip
def test_works_end_with_the_money_for_them(text: str, period: str | None) -> None:
    (claim,) = kept(Line(text=text, wants=()))
    assert (claim.period.text if claim.period else None) == period


def _measures(text: str) -> list[tuple[str, list[str | None]]]:
    whole = page(text)
    found, _ = pass_gate(whole, MeasureReader().read(whole))
    return [(c.action, [a.id for a in c.targets]) for c in found if isinstance(c, Measure)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Congress sanctioned the sale of jets to Taiwan.", []),
        ("The sale of jets to Poland was sanctioned by Congress.", []),
        ("Hungary blocked a fund for Ukraine and spoke of sanctions.", []),
        ("Switzerland froze a fund for Ukraine.", []),
        ("The EU sanctioned 20 Russian banks.", [("sanction", ["RUS"])]),
        ("Britain sanctioned Russian shipments of oil.", [("sanction", ["RUS"])]),
        ("Switzerland froze the accounts of Russia.", [("asset_freeze", ["RUS"])]),
    ],
)
def test_what_is_allowed_or_blocked_is_no_pressure(
    text: str, told: list[tuple[str, list[str | None]]]
) -> None:
    assert _measures(text) == told


def test_a_fund_that_is_blocked_is_not_given() -> None:
    assert not kept(Line(text="Hungary blocked a fund for Ukraine.", wants=()))
    assert not kept(Line(text="Hungary blocked a €6bn fund for Ukraine.", wants=()))
    assert not claims(MeasureReader(), "Hungary blocked a fund for Ukraine.")
