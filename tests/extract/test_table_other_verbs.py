"""Headlines whose verb no list of giving knows: nothing is promised, and no gift is lost."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_says, kept, line, live
from reading import ids

#: Verbs, participles and nouns that undo a gift, also where the parser takes them for nouns.
UNDONE = [
    "Norway torpedoes €40m grant to Mali",
    "Danish parliament nixes €40m Mali grant",
    "EU government whittles down €75m Chad aid package",
    "UK scuttles £30m aid for Ethiopia",
    "Germany cools on €90 million in aid for Jordan farmers",
    "Japan slow-walks $20m loan to Nepal after talks",
    "Sweden backs away from €12m pledge to Togo",
    "Italy backs off €12m loan to Benin",
    "Finland goes back on promise of 30 trucks for Moldova",
    "Ireland dithers over €5m for Malawi clinics",
    "Spain to bin €40m grant to Peru",
    "Spain may well mothball €40m grant to Peru",
    "Greece mulls torpedoing €9m grant to Niger",
    "MPs bin €40m Norwegian grant to Mali",
    "Norway shreds plan to give Mali €40m",
    "Estonia parks promise of 40 tanks to Ukraine",
    "Canada will scupper delivery of 40 tanks to Ukraine",
    "€40m for Mali torpedoed by Norway",
    "€40m Belgian grant for Mali binned after row",
    "€40m Belgian grant for Mali called off after row",
    "Belgium's €40m loan to Laos quietly expires",
    "Axed: Norway's €40m for Mali",
    "Fears over €40m Norwegian grant to Mali",
    "Row over $9m US grant to Togo deepens",
    "Aid freeze leaves $12m of vaccines stranded in Togo",
    "Aid row: Denmark shreds €40m grant to Mali",
    "Poll upset imperils Austria's €7m gift to Kosovo",
]

#: Verbs that tell of a gift without giving, and words that only look like verbs.
TOLD = [
    line("UK resumes £30m aid for Ethiopia", Want(sum="30m GBP", donors="GBR")),
    line("Sweden triples aid to Benin with SEK 30m grant", Want(sum="30m SEK", donors="SWE")),
    line("€9m Danish grant to help Mali rebuild clinics", Want(sum="9m EUR", donors="DNK")),
    line("Kyiv hails $90m US grant", Want(sum="90m USD")),
    line("Nordic allies pledge €40m for Mali", Want(sum="40m EUR", recipients="MLI")),
    line("EU leaders approve €75m loan to Chad", Want(sum="75m EUR", recipients="TCD")),
    line("Norway decides to give Mali €40m", Want(sum="40m EUR", donors="NOR", recipients="MLI")),
    line(
        "€8m from Spain for Malian families displaced by war",
        Want(sum="8m EUR", donors="ESP", recipients="MLI"),
    ),
    line("Peru floods: Canada adds C$5m", Want(sum="5m CAD", donors="CAN")),
    line("Sweden: three million euros for Benin", Want(sum="3m EUR", donors="SWE")),
]

#: Who refuses by other words than "refuses to"; no promise is left of it.
REFUSED = [
    ("Spain says no to sending 12 launchers to Ukraine", "ESP"),
    ("Jordan turns down US plea to send tanks to Kyiv", "JOR"),
    ("Cyprus baulks at sending 6 missiles to Ukraine", "CYP"),
    ("Norway stops short of giving Chad €30m", "NOR"),
    ("The Czech president is against giving 14 helicopters to Moldova.", "CZE"),
    ("The Danish government rejected Kyiv's requests to send it 30 more tanks.", "DNK"),
]


@pytest.mark.parametrize("text", UNDONE)
def test_nothing_is_promised(text: str) -> None:
    assert not live(kept(Line(text=text, wants=())))


@pytest.mark.parametrize("row", TOLD)
def test_a_gift_is_told(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize(("text", "donor"), REFUSED)
def test_who_refuses_promises_nothing(text: str, donor: str) -> None:
    claims = kept(Line(text=text, wants=()))
    assert not live(claims)
    assert [ids(claim.donors) for claim in claims] in ([], [donor])


def test_a_sentence_with_a_stop_is_no_headline() -> None:
    text = "Norway, which shredded other plans, gives Mali €40m."
    (claim,) = live(kept(Line(text=text, wants=())))
    assert ids(claim.donors) == "NOR"
