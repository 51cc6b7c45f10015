"""Several givers in one sentence, each with what is its own; all sentences are our own."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_never, check_says, line

#: "each": what each gives, not what they give together.
EACH = [
    line("Norway and Denmark will each give €50m to Moldova.",
         Want(donors="NOR", recipients="MDA", sum="50m EUR"),
         Want(donors="DNK", recipients="MDA", sum="50m EUR")),
    line("Norway, Finland and Denmark have each pledged €50 million to Moldova.",
         Want(donors="NOR", sum="50m EUR"), Want(donors="FIN", sum="50m EUR"),
         Want(donors="DNK", sum="50m EUR")),
    line("Norway and Denmark each announced a package of €50m for Moldova.",
         Want(donors="NOR", sum="50m EUR"), Want(donors="DNK", sum="50m EUR")),
    line("Norway and Denmark will give Moldova €50m each.",
         Want(donors="NOR", sum="50m EUR"), Want(donors="DNK", sum="50m EUR")),
    line("Norway and Denmark will give €50m in aid to Moldova each.",
         Want(donors="NOR", sum="50m EUR"), Want(donors="DNK", sum="50m EUR")),
    line("Both Norway and Denmark are giving Moldova €5 million apiece.",
         Want(donors="NOR", sum="5m EUR"), Want(donors="DNK", sum="5m EUR")),
    line("Norway will provide €5 million each to Chad and Mali.",
         Want(donors="NOR", recipients="TCD", sum="5m EUR"),
         Want(donors="NOR", recipients="MLI", sum="5m EUR")),
    line("Norway and Denmark will send Moldova ten trucks each.",
         Want(donors="NOR", recipients="MDA", items="10 trucks"),
         Want(donors="DNK", recipients="MDA", items="10 trucks")),
]  # fmt: skip

#: "each" that is said of something else.
NOT_EACH = [
    line("Norway and Denmark will give Moldova €50m each year.",
         Want(donors="NOR+DNK", sum="50m EUR", per="year")),
    line("Norway and Denmark bought ten trucks for Moldova at €50,000 each.",
         Want(donors="NOR+DNK", items="10 trucks")),
    line("Norway and Denmark gave €5m to each of the schools in Moldova.",
         Want(donors="NOR+DNK", sum="5m EUR")),
    line("Norway and Denmark thanked each other and will give €5m to Moldova.",
         Want(donors="NOR+DNK", sum="5m EUR")),
]  # fmt: skip

#: What comes "from" several.
SOURCES = [
    line("Moldova will get €9m from Norway, €20m from Finland and two boats from Estonia.",
         Want(donors="NOR", recipients="MDA", sum="9m EUR", items=""),
         Want(donors="FIN", recipients="MDA", sum="20m EUR", items=""),
         Want(donors="EST", recipients="MDA", items="2 boats")),
    line("Moldova will get €250 million from the EU by April and 80 generators from Romania.",
         Want(donors="org:eu", recipients="MDA", sum="250m EUR", items=""),
         Want(donors="ROU", recipients="MDA", items="80 generators")),
    line("Moldova received €10 million from Norway and €5 million from Denmark and Sweden.",
         Want(donors="NOR", sum="10m EUR"), Want(donors="DNK+SWE", sum="5m EUR")),
    line("Moldova will receive ten howitzers and two boats from Norway and 20 trucks from Denmark.",
         Want(donors="NOR", recipients="MDA", items="10 howitzers; 2 boats"),
         Want(donors="DNK", recipients="MDA", items="20 trucks")),
    line("Moldova will receive ten howitzers, two boats and 20 trucks from Norway.",
         Want(donors="NOR", recipients="MDA", items="10 howitzers; 2 boats; 20 trucks")),
    line("Moldova received €10 million from Norway and Denmark.",
         Want(donors="NOR+DNK", sum="10m EUR")),
]  # fmt: skip

#: Clauses of one sentence, each with its own giver.
CLAUSES = [
    line("Denmark will add 400 million kroner in aid for Mali and Estonia pledged 12 million"
         " euros, while Latvia offered 25 mobile boiler plants.",
         Want(donors="DNK", recipients="MLI", sum="400m DKK", items=""),
         Want(donors="EST", recipients="MLI", sum="12m EUR"),
         Want(donors="LVA", recipients="MLI", items="25 mobile boiler plants")),
    line("Norway and Finland gave €5m to Mali and Estonia said it would give €2m.",
         Want(donors="NOR+FIN", recipients="MLI", sum="5m EUR"),
         Want(donors="EST", recipients="MLI", sum="2m EUR")),
    line("Norway will give Mali €9m, Sweden has pledged €5 million and Denmark will also provide"
         " up to €2 million.",
         Want(donors="NOR", sum="9m EUR"), Want(donors="SWE", sum="5m EUR"),
         Want(donors="DNK", sum="2m EUR")),
    line("Donors met for Mali's fund. Spain came with 20 million euros and Ireland with 15 "
         "million.",
         Want(donors="ESP", sum="20m EUR"), Want(donors="IRL", sum="15m EUR")),
    line("Norway gave €9m to Mali, and has pledged €5 million to Chad.",
         Want(donors="NOR", recipients="MLI"), Want(donors="NOR", recipients="TCD")),
]  # fmt: skip


@pytest.mark.parametrize("row", [*EACH, *NOT_EACH, *SOURCES, *CLAUSES])
def test_each_has_its_own(row: Line) -> None:
    check_says(row)


NEVER = [
    line("Norway and Denmark bought tanks at €5m each."),
    line("Norway signed contracts worth €5m each with firms in Moldova."),
    line("Norway and Denmark will give Moldova €50m each.", Want(donors="NOR+DNK")),
    line("Moldova will get €9m from Norway and two boats from Estonia.", Want(donors="NOR+EST")),
    line("Norway gave €9m to Mali and Chad received €5m.", Want(donors="TCD")),
    line("Norway gave €9m to Mali and Estonia pledged €2m.", Want(recipients="MLI+EST")),
    # trade and taxes
    line("South Korea won a €6.5 billion contract to sell Poland 180 more tanks."),
    line("Vietnam sold goods worth €136 million to Mali and bought €13 million in return."),
    line("Norway proposed a levy on jets for Mali, which would raise €9 billion."),
]


@pytest.mark.parametrize("row", NEVER)
def test_what_is_never_said(row: Line) -> None:
    check_never(row)
