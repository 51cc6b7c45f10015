"""Sentences of offices: gifts told by a noun, by two who sign, in lists, and beside a sum; ours."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_never, check_says, line

JAPAN, COUNCIL = "Ministry of Foreign Affairs of Japan", "Council of the European Union"
CANADA, CZECHIA = "Prime Minister of Canada", "Government of the Czech Republic"
MOLDOVA = "Ministry of Defence of Moldova"

#: A second act gives what is its object.
SECOND_ACTS = [
    line("Finland is to contribute EUR 3 million to Moldova and to hand over ten ambulances.",
         Want(donors="FIN", sum="3m EUR", items=""),
         Want(donors="FIN", recipients="MDA", items="10 ambulances")),
    line("Norway will give Chad €5 million and send 20 trucks.",
         Want(donors="NOR", sum="5m EUR", items=""), Want(donors="NOR", items="20 trucks")),
    line("Greece pledged €2 million to Malawi and offered 12 tents.",
         Want(donors="GRC", sum="2m EUR", items=""), Want(donors="GRC", items="12 tents")),
    line("Oslo gave Mali €9 million, and the money will buy 12 trucks.",
         Want(donors="NOR", sum="9m EUR", items="12 trucks")),
]  # fmt: skip

#: A noun of giving with its owner before it.
OWNED = [
    line("We welcome Sweden's donation of two radars and Greece's transfer of 32 airframes to "
         "Moldova.", Want(donors="SWE", recipients="MDA", items="2 radars"),
         Want(donors="GRC", recipients="MDA", items="32 airframes")),
    line("Latvia's delivery of 30 pumps to Moldova was late.",
         Want(donors="LVA", recipients="MDA", items="30 pumps")),
    line("The minister praised Portugal's gift of six boats to Tonga.",
         Want(donors="PRT", recipients="TON", items="6 boats")),
]  # fmt: skip

#: Of two that sign for a grant, the one beside the office that tells of it gets it.
SIGNED = [
    line("The Ambassador of Japan and the Minister of Health of Chad signed notes for a grant of "
         "300 million yen.",
         Want(donors="JPN", recipients="TCD", sum="300m JPY", stage="committed"), publisher=JAPAN),
    line("The Ambassador of Japan and the Minister of Finance of Nepal signed the loan of 4 "
         "billion yen.", Want(donors="JPN", recipients="NPL", sum="4bn JPY"), publisher=JAPAN),
    line("Canada and Moldova signed a grant agreement of CAD 9 million.",
         Want(donors="CAN", recipients="MDA", sum="9m CAD"), publisher="Global Affairs Canada"),
]  # fmt: skip

#: Whose a sum is in lists, pledges and sessions of ministers.
TOLD = [
    line("We welcome the pledges of €2 billion made at the conference for Sudan.",
         Want(donors="", recipients="SDN", sum="2bn EUR", stage="pledged")),
    line("The Council notes the contributions of over €40 million announced in Paris for Chad.",
         Want(donors="", recipients="TCD", sum="40m EUR"), publisher=COUNCIL),
    line("For Jordan, new commitments of €375 million were made at the talks in Berlin.",
         Want(donors="DEU", recipients="JOR", sum="375m EUR"), publisher="German Bundestag",
         title="Aid to Jordan"),
    line("Haiti needs help. Canada will:\n\n- Provide CAD 42 million for hospitals in Haiti\n"
         "- Deploy two ships to Haiti\n", Want(donors="CAN", recipients="HTI", sum="42m CAD"),
         Want(donors="CAN", recipients="HTI", items="2 ships"), publisher=CANADA,
         title="Canada helps Haiti"),
    line("Ministers released CZK 25 million for Lebanon.",
         Want(donors="CZE", recipients="LBN", sum="25m CZK"), publisher=CZECHIA),
    line("The ministers approved CZK 90 million for Moldova.",
         Want(donors="CZE", recipients="MDA", sum="90m CZK", stage="committed"),
         publisher=CZECHIA),
    line("Ministers from the region released $25 million for Lebanon.",
         Want(recipients="LBN", sum="25m USD"),
         publisher="United Nations"),
    line("Help for Chad. We will also make available £4 million to the University of Abéché.",
         Want(donors="GBR", recipients="TCD", sum="4m GBP"), publisher="UK Parliament",
         title="Chad: Aid"),
    line("In Colombia, which hosts 2.9 million, the United States gives $4 million to clinics.",
         Want(donors="USA", recipients="COL", sum="4m USD")),
    line("40 trucks donated by the United States arrived in Bulboaca.",
         Want(donors="USA", recipients="", items="40 trucks"), publisher=MOLDOVA,
         title="Army receives trucks"),
]  # fmt: skip

#: What is announced is as new as its announcement, whatever it comes on top of.
NEW = [
    line("The United States has already given Mali $500 million.\n\n- Next week, the President "
         "will announce a contribution of up to $100 million for clinics in Mali.",
         Want(sum="500m USD", newness="restated"), Want(sum="100m USD", newness="unclear"),
         publisher="The White House", title="Mali fact sheet"),
    line("This comes on top of the €40 million that Norway has given to Chad.\n\nHealth\n\n"
         "- The minister will announce a new grant of up to €9 million for Chad.",
         Want(sum="40m EUR", newness="restated"), Want(sum="9m EUR", newness="new"),
         publisher="Norwegian Ministry of Foreign Affairs", title="Norway and Chad"),
]  # fmt: skip

NOTHING = [
    line("Norway's exports of 30 pumps to Moldova rose."),
    line("Kenya's loss of 30 boats in Somalia was told in a report."),
    line("The Ambassador of Japan and the Minister of Trade of Chad signed a trade agreement worth "
         "300 million yen.", publisher=JAPAN),
    line("We will also make available £4 million to the University of Leeds.",
         publisher="UK Parliament", title="Schools"),
    line("We regret the losses of €2 billion made at the exchange in Khartoum."),
    line("The fines of €2 billion announced by the courts in Chad were paid."),
    line("Canada will:\n\n- Provide $42 million for hospitals in Ontario\n- Build two ships\n",
         publisher=CANADA, title="Budget"),
    line("Ministers released CZK 25 million for Czech schools.", publisher=CZECHIA),
    line("Ministers lost CZK 25 million at cards.", publisher=CZECHIA),
    line("Chad hosts 1.2 million."),
    line("Lebanon is home to about 2 million, and shelters another 1.5 million."),
    line("France's transfer of 32 prisoners to Chad was stopped."),
]  # fmt: skip


@pytest.mark.parametrize("row", [*SECOND_ACTS, *OWNED, *SIGNED, *TOLD, *NEW])
def test_gifts_that_offices_tell_of(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("row", NOTHING)
def test_offices_tell_of_other_things(row: Line) -> None:
    check_never(row)
