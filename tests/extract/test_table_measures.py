"""Measures of economic pressure; all sentences are our own."""

from __future__ import annotations

import pytest
from reading import ids, page

from pledgebook.extract.measures import MeasureReader
from pledgebook.extract.read import pass_gate
from pledgebook.model.claims import Measure

READER = MeasureReader()
OFFICE = "The White House"


def measures_in(text: str) -> list[Measure]:
    """What the gate keeps."""
    whole = page(text, OFFICE)
    found, _ = pass_gate(whole, READER.read(whole))
    return [claim for claim in found if isinstance(claim, Measure)]


#: text, actors, targets by id or name, action, stage
MEASURES = [
    ("Three Belarusian banks were added to the sanctions list by the European Union.",
     "org:eu", "BLR", "sanction", "committed"),
    ("The European Union added three Belarusian banks to its sanctions list.",
     "org:eu", "BLR", "sanction", "committed"),
    ("Canada put two firms on its blacklist.", "CAN", "two firms", "sanction", "committed"),
    ("Canada placed 12 Russian generals under sanctions.", "CAN", "RUS", "sanction", "committed"),
    ("Six ships were placed under sanctions by Britain.", "GBR", "Six ships", "sanction",
     "committed"),
    ("The Department of Commerce added 20 entities to the Entity List.", "USA", "20 entities",
     "sanction", "committed"),
    ("The United States is sanctioning more than 400 individuals and entities.", "USA",
     "more than 400 individuals and entities", "sanction", "committed"),
    ("Today we are sanctioning 12 companies that trade with Iran.", "USA", "12 companies",
     "sanction", "committed"),
    ("Britain sanctions 30 tankers of the shadow fleet.", "GBR", "30 tankers of the shadow fleet",
     "sanction", "committed"),
    ("Britain will sanction Belarusian judges.", "GBR", "BLR", "sanction", "pledged"),
    ("Ukraine imposed sanctions on 55 captains of the shadow fleet.", "UKR",
     "55 captains of the shadow fleet", "sanction", "committed"),
    ("The United States has implemented major sanctions against Iran's financial sector.", "USA",
     "IRN", "sanction", "committed"),
    ("President Trump imposed sanctions on the International Criminal Court.", "USA", "org:icc",
     "sanction", "committed"),
    ("President Trump [imposed](https://a.test/b) sanctions on the International Criminal Court.",
     "USA", "org:icc", "sanction", "committed"),
    ("The Department of State [sanctioned](https://example.org/c) a Chinese oil terminal.", "USA",
     "CHN", "sanction", "committed"),
    ("Assets of the central bank of Russia were frozen by Switzerland.", "CHE", "RUS",
     "asset_freeze", "committed"),
    ("Switzerland froze the accounts of two former ministers of Syria.", "CHE", "SYR",
     "asset_freeze", "committed"),
    ("Japan banned the export of machine tools to Russia.", "JPN", "RUS", "export_ban",
     "committed"),
    ("Imports of Russian gold are banned by the G7.", "group:g7", "RUS", "import_ban",
     "committed"),
    ("We’re banning all imports of Russian oil.", "USA", "RUS", "import_ban", "committed"),
    ("Japan removed the company Sakha Oil from the sanctions list.", "JPN", "company Sakha Oil",
     "delisting", "committed"),
    ("Norway imposed sanctions on Chinese firms for Iranian oil.", "NOR", "CHN", "sanction",
     "committed"),
    ("Together with partners, we have frozen Russia’s assets and helped Ukraine.", "USA", "RUS",
     "asset_freeze", "committed"),
    ("The G7 lowered the price cap on Russian oil.", "group:g7", "RUS", "price_cap", "committed"),
    ("Norway restored sanctions on Iran.", "NOR", "IRN", "sanction", "committed"),
]  # fmt: skip

NO_MEASURE = [
    "Denmark did not add the bank to its sanctions list.",
    "Norway called for banning imports of Russian gas.",
    "Sweden froze the pay of its officials.",
    "The school in Oslo banned the sale of sweets.",
    "Chad added two ships to its fleet.",
    "Traders from Norway sanctioned the plan.",
    "The coach of Denmark put two players on the list of substitutes.",
    "Iran said it would not be cowed by sanctions.",
    "Vietnam will cut duties on Norwegian fish.",
    "Norway agreed to remove the tariff on imports from Chad.",
    "Norway removed two rocks from the road list.",
    "Peru signed a note on tariffs to fight taxes that others levy on Peruvian companies.",
    "Kenya has the right to ban exports, its minister said.",
    "Japan is weighing whether to sanction two firms.",
    "Norway added that sanctions hurt.",
    "Six ships were placed under sanctions.",
]


@pytest.mark.parametrize("row", MEASURES, ids=lambda row: str(row[0])[:60])
def test_measures(row: tuple[str, str, str, str, str]) -> None:
    text, actors, targets, action, stage = row
    (claim,) = measures_in(text)
    told = "+".join(target.id or target.name for target in claim.targets)
    assert (ids(claim.actors), told, claim.action, claim.stage) == (actors, targets, action, stage)


@pytest.mark.parametrize("text", NO_MEASURE)
def test_no_measure(text: str) -> None:
    assert measures_in(text) == []


def test_several_countries_are_not_the_one_that_a_page_speaks_of() -> None:
    text = "Norway imposed sanctions on Iran in May. In all, Oslo sanctioned several countries."
    assert [ids(claim.targets) for claim in measures_in(text)] == ["IRN"]


def test_an_office_that_says_we_is_cited_with_its_name() -> None:
    (claim,) = measures_in("Today we are sanctioning 12 companies.")
    assert [(e.quote, e.place) for e in claim.evidence if e.field == "actors.0"] == [
        ("we", "text"),
        ("White House", "publisher"),
    ]
