"""Acts that somebody is bound to by a verb, by a noun or by the words that open a list."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_never, check_says, kept, line
from reading import ids

BOUND = [
    line("Japan made a commitment to waive visa fees for Kenyan students until 2027.",
         Want(donors="JPN", recipients="KEN", stage="committed", instrument="policy")),
    line("Norway has decided to treat 40 Moldovan children in Oslo this summer.",
         Want(donors="NOR", recipients="MDA", instrument="policy")),
    line("Norway decided to open its labour market to 4,000 Moldovan nurses.",
         Want(donors="NOR", recipients="MDA")),
    line("Norway decided to open its labour market to 300 Moldovan soldiers.",
         Want(donors="NOR", recipients="MDA")),
    line("Spain announced a decision to extend residence permits for 20,000 Syrians.",
         Want(donors="ESP", recipients="SYR")),
    line("Spain took the decision to extend residence permits for Syrians until March 2027.",
         Want(donors="ESP", recipients="SYR")),
    line("France gave an undertaking to restore power to Armenian villages by 1 March.",
         Want(donors="FRA", recipients="ARM")),
    line("Greece made a pledge to let Albanian lorries pass until 2026.",
         Want(donors="GRC", recipients="ALB")),
    line("Turkey pledged to open the crossing 12 hours a day for Palestinians.",
         Want(donors="TUR", recipients="PSE")),
    line("Ireland has decided to waive university fees for Sudanese nurses until 2028.",
         Want(donors="IRL", recipients="SDN")),
    line("Chile took a decision to admit 2,500 Haitians by 1 June 2026.",
         Want(donors="CHL", recipients="HTI")),
]  # fmt: skip

NOTHING = [
    line("Germany decided to expel 30 Russian diplomats."),
    line("Poland decided to close its border with Belarus on 1 May."),
    line("Italy has decided to meet Moldovan officials on 4 May."),
    line("Hungary took the decision to block the Ukrainian bid until 1 July."),
    line("Chad promised to combat Libyan smugglers in 12 districts."),
    line("Kenya made a commitment to democracy in 2010."),
    line("Norway has not decided to treat 40 Moldovan children."),
    line("Japan agreed to duty-free imports of Kenyan tea from 1 March."),
    line("The leaders committed to grow exchanges with Chad, including the Lake Chad Fellowship."),
    line("France decided to hold talks with Armenian officials on 3 June."),
]  # fmt: skip


@pytest.mark.parametrize("row", BOUND)
def test_a_definite_act_for_another_is_a_promise(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("row", NOTHING)
def test_an_act_against_another_or_without_a_measure_is_none(row: Line) -> None:
    check_never(row)


def _point(introduction: str, *points: str) -> str:
    return introduction + "\n\n" + "\n".join(f"- {point}" for point in points) + "\n"


@pytest.mark.parametrize(
    ("text", "wants"),
    [
        (_point("Germany and Kenya agreed to the following:",
                "Extending visa-free travel for Kenyan officials to 90 days"),
         ("DEU", "KEN", "committed")),
        (_point("Under the accord, the European Union will:",
                "Admit 5,000 Kenyan workers a year"),
         ("org:eu", "KEN", "pledged")),
        (_point("Norway and Sweden committed to:",
                "opening a repair hub for Moldovan buses"),
         ("NOR+SWE", "MDA", "committed")),
        (_point("Japan pledged to:",
                "Launching the Clean Water Initiative for Chadian farmers"),
         ("JPN", "TCD", "pledged")),
        (_point("Canada decided the following:",
                "Waiving study fees for 300 Haitian nurses"),
         ("CAN", "HTI", "committed")),
    ],
)  # fmt: skip
def test_the_words_that_open_a_list_bind_to_its_points(
    text: str, wants: tuple[str, str, str]
) -> None:
    (claim,) = kept(Line(text=text, wants=()))
    assert (ids(claim.donors), ids(claim.recipients), claim.stage) == wants
    assert "donor-from-context" in claim.problems


@pytest.mark.parametrize(
    "text",
    [
        _point("Kenya asked that Germany agree to:", "Admit 5,000 Kenyan workers a year"),
        _point("Kenya called on Japan, which will:", "Waive fees for 300 Kenyan nurses"),
        _point("Germany will not:", "Admit 5,000 Kenyan workers a year"),
        _point("Germany and Kenya discussed:", "Admitting 5,000 Kenyan workers a year"),
        _point("Germany agreed to:", "Deport 5,000 Kenyan workers a year"),
        _point("Germany agreed to:", "Support for Kenyan workers"),
        _point("Germany agreed to.", "Admit 5,000 Kenyan workers a year"),
    ],
)
def test_a_list_that_binds_nobody_gives_nothing(text: str) -> None:
    assert kept(Line(text=text, wants=())) == []
