"""What a page calls the office that publishes it, and whom it means by "us"; our own words."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_never, check_says, line

BANK = "European Bank for Reconstruction and Development"
DENMARK = "Ministry of Foreign Affairs of Denmark"
TONGA = "Government of the Kingdom of Tonga"

GIVERS = [
    line("The loan is for Moldova's railways. The Bank is also providing a grant of €4 million to "
         "Moldova.", Want(donors="org:ebrd", recipients="MDA", sum="4m EUR"),
         publisher=BANK, title="EBRD lends to Moldova"),
    line("The Asian Infrastructure Investment Bank will lend Georgia $40 million.\n\nIn a second "
         "step the Bank will lend €20 million to Georgia.",
         Want(donors="org:aiib", sum="40m USD"),
         Want(donors="org:ebrd", recipients="GEO", sum="20m EUR"), publisher=BANK,
         title="Power for Georgia"),
    line("The Executive Board completed the review for Chad. The Board approved a disbursement of "
         "SDR 20 million.",
         Want(donors="org:imf", recipients="TCD", sum="20m XDR", stage="committed"),
         publisher="International Monetary Fund", title="IMF Board completes review for Chad"),
    line("His Highness ordered the payment of $10 million to Chad.",
         Want(donors="ARE", recipients="TCD", sum="10m USD"),
         publisher="Ministry of Foreign Affairs of the United Arab Emirates"),
    line("The Minister met refugees in Balti. She announced DKK 40 million for Moldova.",
         Want(donors="DNK", recipients="MDA", sum="40m DKK"), publisher=DENMARK),
    line("The Prime Minister spoke with the President of Moldova. He also offered to send four "
         "doctors to Moldova.", Want(donors="DNK", recipients="MDA", items="4 doctors"),
         publisher=DENMARK),
    line("Minister Anton Berglind handed over 21 ambulances to Paraguay.",
         Want(donors="TWN", recipients="PRY", items="21 ambulances"),
         publisher="Ministry of Foreign Affairs, Republic of China (Taiwan)",
         title="Taiwan donates ambulances to Paraguay"),
    line("The Federal Council has decided to release CHF 16 million for Lebanon.",
         Want(donors="CHE", recipients="LBN", sum="16m CHF")),
    line("It adopted the programme for Moldova. The Federal Council is allocating CHF 90 million "
         "to it.", Want(donors="CHE", sum="90m CHF"), publisher="The Federal Council"),
    line("The government will raise its donation to Türkiye from US$200,000 to US$2 million.",
         Want(donors="TWN", recipients="TUR", sum="2m USD"),
         publisher="Ministry of Foreign Affairs, Republic of China (Taiwan)"),
    line("Denmark supports Ukraine with boats.\n\nFourteen patrol boats will be delivered to the "
         "coast guard this year.", Want(donors="DNK", recipients="UKR", items="14 patrol boats"),
         publisher=DENMARK, title="Danish boats for Ukraine"),
    line("Norway, Denmark and Sweden take part in the purchase of American weapons for Ukraine. "
         "The Danish share is DKK 580 million.",
         Want(donors="DNK", recipients="UKR", sum="580m DKK"), publisher=DENMARK),
    line("Norway and Denmark finance missiles. The Norwegian share is NOK 90 million. The missiles "
         "are for Ukraine.", Want(donors="NOR", recipients="UKR", sum="90m NOK"),
         publisher="Norwegian Ministry of Defence",
         title="Norway and Denmark finance package for Ukraine"),
    line("Norway is giving $5 million to the Kenyan Red Cross for Somalia.",
         Want(donors="NOR", recipients="SOM", sum="5m USD")),
    line("The assistance measure, worth €30 million, will benefit Georgia.",
         Want(recipients="GEO", sum="30m EUR"), publisher="Council of the European Union"),
    line("Belgium is participating with €5 million in the Ukraine Humanitarian Fund.",
         Want(donors="BEL", sum="5m EUR")),
    line("She thanked the minister for the DKK 90 million that Denmark has provided to Moldova.",
         Want(donors="DNK", recipients="MDA", sum="90m DKK", stage="disbursed")),
    line("The minister thanked Canada, which has put CAD 5 million into the fund, and the "
         "Government of the Netherlands for 24 gas turbines for Ukraine.",
         Want(donors="CAN", sum="5m CAD"),
         Want(donors="NLD", items="24 gas turbines"), publisher="Ministry of Energy of Ukraine"),
]  # fmt: skip

OWN_SIDE = [
    line("New Zealand has given us NZ$3 million.",
         Want(donors="NZL", recipients="TON", sum="3m NZD"), publisher=TONGA,
         title="Recovery in Tonga"),
    line("Tonga thanks its friends. Australia has sent 20 generators to our hospitals.",
         Want(donors="AUS", recipients="TON", items="20 generators"), publisher=TONGA),
    line("Tonga has a plan. Japan has granted us $2 million for wells.",
         Want(donors="JPN", recipients="TON", sum="2m USD"), publisher=TONGA),
]  # fmt: skip

NOTHING = [
    line("The Bank's profit came to €4 million.", publisher=BANK),
    line("The Bank of Georgia earned $9 million.", publisher=BANK),
    line("USDA is providing a $12 million loan to the Turkish Creek Water District.",
         publisher="U.S. Department of Agriculture"),
    line("HUD awarded $98 million in grants to 174 agencies, among them some in New Mexico.",
         publisher="U.S. Department of Housing and Urban Development"),
    line("The Department will give $22 million to families in Puerto Rico.",
         publisher="U.S. Department of Agriculture"),
    line("Fourteen patrol boats will be replaced this year.", publisher=DENMARK),
    line("Fourteen patrol boats will be sold to Moldova.", publisher=DENMARK),
    line("The Minister visited a school. She announced DKK 40 million for Danish pupils.",
         publisher=DENMARK),
    line("We received $700 billion in tariffs from China.", publisher="The White House"),
    line("Thieves have taken $3 million from us.", publisher=TONGA),
]  # fmt: skip


@pytest.mark.parametrize("row", [*GIVERS, *OWN_SIDE])
def test_the_office_is_known_by_its_own_words(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("row", NOTHING)
def test_the_office_promises_nothing(row: Line) -> None:
    check_never(row)
