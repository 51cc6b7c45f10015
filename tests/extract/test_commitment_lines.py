"""Lines of news and official pages, one rule each; all sentences are our own."""

from __future__ import annotations

import pytest
from reading import ids, page

from pledgebook.extract.commitments import CommitmentReader
from pledgebook.extract.read import pass_gate
from pledgebook.model.claims import Commitment

READER = CommitmentReader()


def kept(text: str, publisher: str | None = None, title: str | None = None) -> list[Commitment]:
    """What the reader proposes and the gate keeps."""
    whole = page(text, publisher, title)
    found, _ = pass_gate(whole, READER.read(whole))
    return [claim for claim in found if isinstance(claim, Commitment)]


def millions(claim: Commitment) -> int | None:
    """The sum of a claim in whole millions."""
    if claim.amount is None or claim.amount.low is None:
        return None
    return int(claim.amount.low) // 1_000_000


#: Cuts, freezes and gaps: nobody promises what is taken away or lacking.
CUTS = [
    "Norway halved its aid to Chad to €80m.",
    "Spain and Italy have cut their aid to Peru by $20 million.",
    "Japan to slash aid budget by £6 billion.",
    "Austria's cuts of €1.2 billion to humanitarian aid alarm charities.",
    "Sweden will reduce its support to Kenya by SEK 200 million over three years.",
    "A $300 million reduction in Canadian assistance to Jordan was announced.",
    "France announces a €700 million cut to development aid.",
    "Belgium scraps €50m programme for Syrian refugees.",
    "Finland trims EUR 500 million from aid to Sudan.",
    "Greece to end $40m in funding for Mali.",
    "Poland has frozen $2.7 billion in aid to Haiti.",
    "Aid to Lebanon fell to $90 million from $140 million, donors said.",
    "Latvia's aid for Congo drops by €25 million.",
    "Estonia withholds €5 million in aid from Somalia.",
    "An aid cutback of ¥20 billion hits Cambodia.",
    "The ministry wants to claw back $9.4 billion in foreign aid.",
    "Denmark is scaling back its assistance to Mali by DKK 100 million.",
    "The agency terminates $54 billion in grants to Kenya.",
    "A shortfall of $4 billion in aid for Sudan remains.",
    "Trade with Peru was worth $9 billion, and direct investment in Peru was $6 billion.",
    "Help for Chad rose, an increase of $5 million from last year.",
]


@pytest.mark.parametrize("text", CUTS)
def test_a_cut_is_no_promise(text: str) -> None:
    assert not [c for c in kept(text) if c.stage != "withdrawn"]


#: Sentences of an office in London that promise something abroad: sum in millions, donor.
ABROAD = [
    ("We have committed £5 million to food aid around the world.", 5),
    ("The United Kingdom is investing £7 million to fight hunger in 40 countries.", 7),
    ("The Foreign Office will provide £9 million to global health programmes.", 9),
    ("Britain has mobilised £6 million for the Global South.", 6),
    ("Together with partners in Africa, we will provide £8 million for clinics.", 8),
]
#: Sentences of the same office that speak of money at home, of trade, or of nobody's promise.
AT_HOME = [
    "The United Kingdom is investing £7 million in its motorways.",
    "We will spend £9 million on schools in Leeds.",
    "Families will get £5 million in help with heating this winter.",
    "The United Kingdom grants £30 million in aid to its own towns after the flood.",
]
OFFICE = "Prime Minister's Office, 10 Downing Street"


@pytest.mark.parametrize(("text", "sum_"), ABROAD)
def test_an_office_promises_abroad(text: str, sum_: int) -> None:
    (claim,) = kept(text, OFFICE)
    assert ids(claim.donors) == "GBR"
    assert millions(claim) == sum_


@pytest.mark.parametrize("text", AT_HOME)
def test_an_office_tells_of_home(text: str) -> None:
    assert not kept(text, OFFICE)


#: Sums given until now, with the words that make them a total.
UNTIL_NOW = [
    ("Since 2014, Norway has given Moldova €70 million in aid.", "Since 2014"),
    ("Over the past three years, Norway has paid Moldova €70 million in aid.", "Over the past"),
    ("This year alone, Norway has committed €70 million in aid to Moldova.", "This year alone"),
    ("To date, Norway has disbursed €70 million in aid to Moldova.", "To date"),
    ("Since the start of the drought, Norway has provided Moldova €70 million.", "Since the start"),
]
NOT_UNTIL_NOW = [
    "Norway has given Moldova €70 million in aid.",
    "In 2014 Norway gave Moldova more than €70 million in aid.",
]


@pytest.mark.parametrize(("text", "words"), UNTIL_NOW)
def test_what_was_given_until_now_is_a_total(text: str, words: str) -> None:
    (claim,) = kept(text)
    assert claim.is_total
    assert claim.newness == "restated"
    (told,) = (e.quote for e in claim.evidence if e.field == "is_total")
    assert words.startswith(told) or told.startswith(words)


@pytest.mark.parametrize("text", NOT_UNTIL_NOW)
def test_a_perfect_alone_is_no_total(text: str) -> None:
    assert not kept(text)[0].is_total


#: text, donors, recipients, names of what is given
SERVICES = [
    ("Norway will train 500 Moldovan soldiers in Poland.", "NOR", "MDA", ["Moldovan soldiers"]),
    ("New Zealand announced to train Moldovan pilots.", "NZL", "MDA", ["Moldovan pilots"]),
    ("Spain will contribute to the Czech ammunition initiative.", "ESP", "",
     ["Czech ammunition initiative"]),
    ("Croatia said it will contribute to the fund for Moldova.", "HRV", "MDA", ["fund"]),
]  # fmt: skip
NO_SERVICES = [
    "Exhaust fumes contribute to the fund of complaints in Oslo.",
    "Farmers in Kenya contribute to inflation.",
    "Norway trained its dogs.",
    "France trained hard in Mali.",
]


@pytest.mark.parametrize("row", SERVICES, ids=lambda row: row[0][:40])
def test_services_are_given(row: tuple[str, str, str, list[str]]) -> None:
    text, donors, recipients, names = row
    (claim,) = kept(text)
    assert (ids(claim.donors), ids(claim.recipients)) == (donors, recipients)
    assert [item.name for item in claim.items] == names


@pytest.mark.parametrize("text", NO_SERVICES)
def test_no_service(text: str) -> None:
    assert not kept(text)


#: text, donors, recipients
PARTIES = [
    ("France and Germany agreed to fund the repair of 10 power stations in Moldova.",
     "FRA+DEU", "MDA"),
    ("Japan will give $5 million to Moldova and Armenia.", "JPN", "MDA+ARM"),
    ("Moldova will receive 12 buses from Norway and Japan.", "NOR+JPN", "MDA"),
    ("Japan gives $5 million to the German-led drone coalition for Moldova.", "JPN", "MDA"),
    ("The foreign ministry of Norway said that it would send $5 million to Moldova.", "NOR", "MDA"),
    ("On a visit to Poland, Norway's minister announced $5 million for Moldova.", "NOR", "MDA"),
    ("Germany pledged €30 million at the conference.", "DEU", ""),
    ("Switzerland's State Secretariat for Energy commits CHF 10 million to Moldova.", "CHE", "MDA"),
    ("Latvia gave EUR 35 million to the scheme raised by the Czech Republic.", "LVA", ""),
    ("A minister announced $56 million in aid on behalf of the government and people of Taiwan.",
     "TWN", ""),
    ("USAID is providing $5 million to this initiative in eight countries.", "USA", ""),
]  # fmt: skip


@pytest.mark.parametrize("row", PARTIES, ids=lambda row: row[0][:40])
def test_parties_of_a_line(row: tuple[str, str, str]) -> None:
    text, donors, recipients = row
    claim = kept(text)[0]
    assert (ids(claim.donors), ids(claim.recipients)) == (donors, recipients)


def test_sums_behind_a_colon_are_parts_of_the_total_before_it() -> None:
    text = (
        "Donors pledged $1,500 million at the meeting: the EU €560 million and Norway €300 million."
    )
    whole, *parts = kept(text)
    assert millions(whole) == 1500
    assert [(ids(p.donors), millions(p), p.within) for p in parts] == [
        ("org:eu", 560, whole.id),
        ("NOR", 300, whole.id),
    ]


#: A line that opens with its sum; the second is a price, the third names nobody.
def test_a_line_that_opens_with_its_sum_is_for_whoever_it_names() -> None:
    (claim,) = kept("$126 million to prepare for floods in Moldova.")
    assert (ids(claim.recipients), millions(claim)) == ("MDA", 126)
    assert not kept("$12 to eat at a diner in Moldova.")
    assert not kept("$12 million to eat well.")


def test_what_is_only_asked_for_or_weighed_is_kept_as_that() -> None:
    asked = kept("The ministry made a request to pay €5 million in aid to Moldova.")
    assert [c.stage for c in asked] == ["called_for"]
    weighed = kept("Norway spoke of the possibility of a €5 million loan to Moldova.")
    assert [c.firmness for c in weighed] == ["considered"]


#: text, currency
OWN_MONEY = [
    ("Norway will pay Moldova 280 million kroner for boats.", "NOK"),
    ("Denmark pledged 280 million kroner to Moldova.", "DKK"),
    ("Sweden gave Moldova 5 million kr.", "SEK"),
    ("Mexico will give Haiti 90 million pesos.", "MXN"),
    ("Norway will pay Moldova 280 million euros for boats.", "EUR"),
    ("Germany will pay Moldova 280 million kroner for boats.", None),
    ("Norway and Denmark will pay Moldova 280 million kroner for boats.", None),
]


@pytest.mark.parametrize("row", OWN_MONEY, ids=lambda row: row[0][:40])
def test_bare_crowns_are_those_of_the_giver(row: tuple[str, str | None]) -> None:
    text, currency = row
    (claim,) = kept(text)
    assert claim.amount is not None
    assert claim.amount.currency == currency
    if currency not in (None, "EUR"):
        assert "currency-assumed" in claim.problems
        assert "currency-missing" not in claim.problems


#: text, donors, recipients
POLICIES = [
    ("Israel has committed to speeding up the change from 3G to 4G for Palestinians.",
     "ISR", "PSE"),
    ("Israel has agreed to enable access for Palestinians 24 hours per day by 30 September 2025.",
     "ISR", "PSE"),
    ("Germany agreed to open 12 consulates in Moldova by 2026.", "DEU", "MDA"),
]  # fmt: skip
NO_POLICIES = [
    "Norway and Sweden agreed to work with Moldova on energy.",
    "Leaders agreed to meet again in Paris on 20 March 2025.",
    "Germany agreed to strengthen its ties with Moldova by 2026.",
    "Poland promised to look after Moldova.",
    "If Germany agreed to open 12 consulates in Moldova, the row would end.",
    "Russia agreed to extend the truce with Ukraine until 20 March 2025.",
    "The firm agreed to pay a fine in Moldova by June.",
]


@pytest.mark.parametrize("row", POLICIES, ids=lambda row: row[0][:40])
def test_a_definite_act_is_promised(row: tuple[str, str, str]) -> None:
    text, donors, recipients = row
    (claim,) = kept(text)
    assert (ids(claim.donors), ids(claim.recipients)) == (donors, recipients)
    assert (claim.instrument, claim.stage) == ("policy", "committed")
    assert claim.purpose is not None


@pytest.mark.parametrize("text", NO_POLICIES)
def test_an_intention_or_a_meeting_is_no_promise(text: str) -> None:
    assert not kept(text)


#: text, names of what is given
HANDED = [
    ("Norway is providing four train sets to Moldova.", ["train sets"]),
    ("Spain donated 30 school desks and two trams to Moldova.", ["school desks", "trams"]),
    ("Latvia handed over 14 seized cars to Moldova.", ["seized cars"]),
    ("50 tonnes of medical material given by the Spanish government.", ["medical material"]),
]
NOT_HANDED = [
    "Spain sent two letters to Moldova.",
    "Norway gave three reasons to Poland.",
    "Sweden delivered five goals against Poland.",
    "Latvia gave Moldova 10 points in the contest.",
]


@pytest.mark.parametrize(("text", "names"), HANDED)
def test_what_is_counted_and_handed_over_is_given(text: str, names: list[str]) -> None:
    (claim,) = kept(text)
    assert [item.name for item in claim.items] == names


@pytest.mark.parametrize("text", NOT_HANDED)
def test_what_is_only_told_is_not_given(text: str) -> None:
    assert not kept(text)


def test_things_that_a_note_records_belong_to_it() -> None:
    (claim,) = kept(
        "Norway gave Moldova 10 bridges. Leaving out 2 old pumps, this entry records 8 bridges."
    )
    assert [str(i.quantity.low) for i in claim.items if i.quantity] == ["10", "8"]


def test_a_sum_behind_another_ones_fund_is_not_paid_by_that_fund() -> None:
    text = (
        "Norway gives Moldova €20 million: €5 million for mines under the United Nations "
        "Development Programme, €6 million for schools."
    )
    assert {ids(claim.donors) for claim in kept(text)} == {"NOR"}


#: text, words of the condition, trigger
CONDITIONS = [
    ("Norway would pay NOK 300 million to Chad if the crossing stayed open.",
     "if the crossing stayed open", "other"),
    ("The UK will send troops to Chad if asked.", "if asked", "other"),
    ("Spain will give Chad €5 million once parliament agrees.", "once parliament agrees",
     "legislature"),
    ("Unless the rebels return, Germany will send €5 million to Chad.",
     "Unless the rebels return", "other"),
]  # fmt: skip
UNCONDITIONAL = [
    "Norway will pay Sudan NOK 300 million for huts for people to live in if their homes are lost.",
    "Norway will pay Sudan NOK 300 million, whether or not it rains.",
    "Norway will pay Sudan NOK 300 million, even as talks drag on.",
]


@pytest.mark.parametrize(("text", "words", "trigger"), CONDITIONS)
def test_a_clause_on_which_the_act_hangs_is_its_condition(
    text: str, words: str, trigger: str
) -> None:
    (claim,) = kept(text)
    assert [(c.text, c.trigger) for c in claim.conditions] == [(words, trigger)]
    assert claim.firmness == "conditional"


@pytest.mark.parametrize("text", UNCONDITIONAL)
def test_what_the_gift_is_for_is_no_condition(text: str) -> None:
    (claim,) = kept(text)
    assert not claim.conditions


def test_a_sum_of_which_a_part_is_older() -> None:
    text = "The EU will give Chad €260 million, of which €90 million was announced before."
    whole, part = kept(text)
    assert (part.within, part.newness) == (whole.id, "restated")


def test_a_raised_level_is_no_older_money() -> None:
    (level,) = kept("The United Kingdom doubled its aid to Chad to £226 million.")
    assert (level.is_total, level.newness) == (True, "unclear")
    (total,) = kept("These funds bring total British aid to Chad to £226 million.")
    assert (total.is_total, total.newness) == (True, "restated")
