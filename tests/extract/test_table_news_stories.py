"""Whole news stories, short ones: what their later sentences leave to the first ones.

All stories are our own. Each line of the first table says what the page's claims hold.
"""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_never, check_says, kept, line
from reading import page

from pledgebook.extract.page_recipient import PageRecipient

LEAD = (
    "Eleven governments met in Vienna on Monday to talk about a lasting ceasefire in Sudan. "
    "The hosts had sent the invitations a week before. Nobody spoke to the press on arrival. "
    "Reporters waited in the rain. The hall is old. It has been used for such talks before. "
    "It was full at nine. The doors closed at ten. "
)

STORIES = [
    line(LEAD + "Norway announced 30 million euros in humanitarian aid.",
         Want(donors="NOR", recipients="SDN", sum="30m EUR")),
    line("Relief for Haiti was promised in Ottawa. Japan's outgoing government released a further "
         "20 million dollars after a reform of the debt brake; 5 million dollars more are planned.",
         Want(donors="JPN", recipients="HTI", sum="20m USD"),
         Want(donors="JPN", sum="5m USD")),
    line("Canada promised Moldova 9 million dollars. Sweden, whose parliament approved 40 million "
         "kronor for Moldova last week, said nothing new.",
         Want(donors="CAN", recipients="MDA", sum="9m USD"),
         Want(donors="SWE", recipients="MDA", sum="40m SEK")),
    line("The Danish government, which did not come, said it was considering a loan of up to "
         "€70m for Kosovo.",
         Want(donors="DNK", recipients="XKX", sum="70m EUR", firmness="considered")),
    line("Spain will give Chad 40 million euros, of which 12 million has been paid.",
         Want(donors="ESP", recipients="TCD", sum="40m EUR", stage="pledged"),
         Want(donors="ESP", sum="12m EUR", stage="disbursed", part=True)),
    line("Spain will give Chad 40 million euros in budget support, and Madrid said that 12 million "
         "of that had already been transferred.",
         Want(donors="ESP", recipients="TCD", sum="40m EUR", stage="pledged"),
         Want(sum="12m EUR", stage="disbursed", part=True)),
    line("The Netherlands will pay for 14 of the 60 ambulances that Oslo ordered for Haiti.",
         Want(donors="NLD", recipients="HTI")),
    line("Portugal had wanted to give Timor-Leste 2 million euros.",
         Want(donors="PRT", recipients="TLS", stage="pledged", firmness="intended")),
    line("Portugal wanted Spain to give Timor-Leste 2 million euros.",
         Want(donors="ESP", recipients="TLS", stage="called_for", firmness="firm")),
    line("We, the Foreign Ministers of Chile, Peru and Haiti, met in Lima. In 2025 our countries "
         "will provide 13 million dollars in aid to Haiti.\n\n"
         "We call on all partners to help Haiti with 9 million dollars.\n\n"
         "Should a ceasefire be agreed, we stand ready to contribute troops to Haiti.",
         Want(donors="CHL+PER", recipients="HTI", sum="13m USD"),
         Want(recipients="HTI", sum="9m USD", stage="called_for"),
         Want(donors="CHL+PER", recipients="HTI", stage="pledged", trigger="truce")),
    line("Sudan's foreign minister said her country needed food. Twelve states took part. "
         "Japan announced 5 million dollars in humanitarian aid.",
         Want(donors="JPN", recipients="SDN", sum="5m USD")),
    line("Portugal considers Timor-Leste a friend and will give it 12 ambulances.",
         Want(donors="PRT", firmness="firm")),
]  # fmt: skip

NEVER = [
    # those who act are not those who get
    line("Norway's government released a further €30 million for its fund. Denmark announced "
         "€10 million.", Want(recipients="NOR")),
    # "give" with anything but aid makes nobody the receiver of a page
    line(LEAD + "Norway announced 30 million euros in aid. Nobody wants to give Egypt a prize.",
         Want(recipients="EGY")),
    # what is sanctioned is not given
    line("France promised aid for Lebanon. Britain announced sanctions on 100 tankers on Friday.",
         Want(donors="GBR")),
    line("Aid for Lebanon was promised. Italy announced tariffs on 5,000 tonnes of steel.",
         Want(donors="ITA")),
    line(LEAD + "Norway announced 30 million euros for refugees across the Sahel.",
         Want(recipients="SDN")),
]  # fmt: skip


@pytest.mark.parametrize("row", STORIES)
def test_what_a_story_says(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("row", NEVER)
def test_what_a_story_does_not_say(row: Line) -> None:
    check_never(row)


def test_a_recipient_of_the_lead_is_marked_as_taken_from_context() -> None:
    (claim,) = kept(Line(text=LEAD + "Norway announced 30 million euros in aid.", wants=()))
    assert "recipient-from-context" in claim.problems


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The Netherlands will send Haiti 14 of the 60 ambulances that it ordered.", 14),
        ("Norway will send Haiti six of its 48 ambulances.", 6),
        ("Norway will send Haiti some of its 48 ambulances.", None),
        ("Norway will send Haiti 48 ambulances.", 48),
    ],
)
def test_of_a_part_of_counted_things_the_part_is_given(text: str, count: int | None) -> None:
    (claim,) = kept(Line(text=text, wants=()))
    (item,) = claim.items
    assert (None if item.quantity is None else item.quantity.low) == count


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Aid for Chad grows. Aid for Chad is late. Food for Mali is short.", "TCD"),
        ("The earthquake in Nepal was strong. Pilots flew to Oman.", "NPL"),
        ("The war in Sudan and the floods in Chad went on.", None),
        ("Kenya's government met.", None),
    ],
)
def test_whom_a_page_is_about(text: str, want: str | None) -> None:
    mention = PageRecipient(page(text)).mention
    assert (None if mention is None else mention.actor.id) == want
