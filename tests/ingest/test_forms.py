"""Forms with other facts are texts of their own; a reprint stays one, whatever an editor does."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgebook.ingest.duplicates import REPEATS, alike, independent
from pledgebook.ingest.forms import _told, other_facts

AGREEMENT = (
    "Under an agreement signed today at the seat of the Bank, {donor} makes available {sum} for"
    " the repair of {works} in {where}. {who} signed for {donor}, Vice-President Laila Osei for"
    " the Bank. The funds are paid out in {parts} parts against proof of the works, the last of"
    " them not before {day}. The agreement follows the model that the Bank's board adopted for "
    "all donors, and a report on its use is published every half year on the pages of the Bank."
)
FRANCE = {
    "donor": "France",
    "sum": "EUR 30 million",
    "works": "two pumping stations",
    "where": "Gonaives",
    "who": "Ambassador Luc Maret",
    "parts": "three",
    "day": "30 June 2027",
}
CHILE = {
    "donor": "Chile",
    "sum": "USD 4.5 million",
    "works": "a quay",
    "where": "Jacmel",
    "who": "Minister Rosa Pinto",
    "parts": "two",
    "day": "31 March 2027",
}
NOTICE = (
    "Whoever holds what was taken must declare it. By order {order} of {first} the Council "
    "froze the funds of those who loot the museums of the valley. The danger that made the "
    "order necessary has not passed. Therefore the order is kept in force until {end}. This "
    "notice is printed in the gazette and laid before both chambers."
)
STORY = (
    "The port of Odessa will get four harbour tugs from the Netherlands, minister Karel Vos "
    "said in Kiev on Thursday. The boats are worth 18.5 million euros and replace those that "
    "burned in August. Two of them are to arrive before winter sets in, the other two by May. "
    "Mayor Zelensky of the twin town thanked the crews of Rotterdam, who had collected for the "
    "families of three drowned pilots. Dockers who have been moving ships with fishing boats "
    "since the fire said that they would believe in the tugs when they saw them. The harbour "
    "office expects 2,400 ships a year, about half of what it handled before the war began."
)
GERMAN = (
    "Die Regierung stellt der Stadt Mostar für den Bau der Brücke einen Betrag von 12 Millionen"
    " Euro bereit. Das teilte der Minister nach einem Gespräch mit dem Bürgermeister mit. Die "
    "Arbeiten sollen im Frühjahr beginnen und drei Jahre dauern, sagte ein Sprecher der Firma, "
    "die den Zuschlag erhalten hat. Die alte Brücke war bei einem Hochwasser eingestürzt, und "
    "seither fahren die Leute mit einer Fähre über den Fluss. Der Rat der Stadt hatte das "
    "Vorhaben vor Jahren beschlossen, das Geld dafür aber nie gefunden."
)
LIFEBOATS = (
    "Norway will send 12 boats and 40 engines to the coast guard of Moldova, the ministry in Oslo "
    "said on Monday. The boats leave Bergen on 3 May and should be in service by autumn. Crews of "
    "both countries have been training at Horten since January. A further 200 life vests come from "
    "a club in Molde, whose members collected for half a year."
)
GENERATORS = (
    "Уряд {} передав Україні {} генераторів для лікарень області {}. Вантаж прибув до Києва {} "
    "у супроводі представників посольства. Генератори буде розподілено між медичними закладами "
    "відповідно до переліку, затвердженого міністерством. Перелік оприлюднено на сайті "
    "міністерства разом із актами приймання. Представник посольства {} подякував водіям за "
    "роботу."
)
CONVENTION = (
    "Le gouvernement a décidé d'accorder à {} une aide de {} millions d'euros pour ses lignes "
    "électriques. La convention a été signée à {} par {}, ambassadeur de France. Les fonds "
    "seront versés en trois tranches sur présentation des justificatifs. Un rapport sera remis "
    "chaque année au ministère, qui le publiera sur son site. La convention prend effet le {}."
)


def swapped(text: str, **swaps: str) -> str:
    """Swap words of a text; each has to stand there."""
    for old, new in swaps.items():
        words = old.replace("_", " ")
        assert words in text, words
        text = text.replace(words, new)
    return text


def amended(given: dict[str, str], **changes: str) -> dict[str, str]:
    return {**given, **changes}


FORMS = {
    "another donor": (AGREEMENT.format(**FRANCE), AGREEMENT.format(**CHILE)),
    "the same donor, another sum and place": (
        AGREEMENT.format(**FRANCE),
        AGREEMENT.format(
            **amended(FRANCE, sum="EUR 12 million", where="Les Cayes", day="1 March 2028")
        ),
    ),
    "the next year": (
        NOTICE.format(order="77", first="3 May 2019", end="3 May 2024"),
        NOTICE.format(order="77", first="3 May 2019", end="3 May 2025"),
    ),
    "another order": (
        NOTICE.format(order="77", first="3 May 2019", end="3 May 2024"),
        NOTICE.format(order="91", first="12 July 2020", end="12 July 2024"),
    ),
    "few words between the blanks": (
        GENERATORS.format("Норвегії", 120, "Харківської", "3 листопада", "Кнут Берг"),
        GENERATORS.format("Латвії", 45, "Сумської", "19 листопада", "Яніс Озолс"),
    ),
    "in French, months without capitals": (
        CONVENTION.format("la Moldavie", "30", "Chisinau", "Luc Maret", "3 mars 2026"),
        CONVENTION.format("la Serbie", "12,5", "Nis", "Anne Petit", "9 avril 2026"),
    ),
    "a form within a page": (
        AGREEMENT.format(**FRANCE),
        f"News of the week\n\n{STORY}\n\n{AGREEMENT.format(**CHILE)}",
    ),
}

REPRINTS = {
    "a headline, a place and a day before it": (
        f"Tugs for Odessa\n\nKIEV, 3 March 2025 - {STORY}",
        f"Dutch boats on the way\n\nAmsterdam, 5 March 2026 - {STORY}",
    ),
    "a footer of each outlet": (
        f"{STORY}\n\n© 2024 Harbour Times. Call 555 0172.",
        f"{STORY}\n\n© 2025 Kestrel Wire, Box 19, Leeds.",
    ),
    "names spelled otherwise": (
        STORY,
        swapped(STORY, Odessa="Odesa", Kiev="Kyiv", Zelensky="Zelenskyy"),
    ),
    "numbers printed otherwise": (
        STORY,
        swapped(
            STORY, **{"18.5_million_euros": "€18.5m", "2,400": "2 400", "four_harbour": "4 harbour"}
        ),
    ),
    "one number corrected": (STORY, swapped(STORY, **{"18.5": "15.8"})),
    "one year corrected": (
        f"{STORY} It was founded in 1794 and rebuilt in 1951 by engineers of the fleet.",
        f"{STORY} It was founded in 1794 and rebuilt in 1961 by engineers of the fleet.",
    ),
    "words and a day changed": (
        STORY,
        swapped(
            STORY,
            on_Thursday="on 4 March",
            are_worth="cost",
            sets_in="begins",
            had_collected="gathered money",
            believe_in_the_tugs="trust the news",
            about_half="some 50 per cent",
        ),
    ),
    "all its numbers brought up to date": (
        f"Seals. {LIFEBOATS}",
        "Seals. "
        + swapped(LIFEBOATS, **{"3_May": "5 May", "40_engines": "44 engines", "200": "250"}),
    ),
    "brought up to date": (
        STORY,
        swapped(STORY, three_drowned="five drowned", **{"2,400": "2,600"})
        + " A fifth tug was promised by Belgium in the evening.",
    ),
    "German, other nouns": (
        GERMAN,
        swapped(
            GERMAN, Betrag="Zuschuss", Sprecher="Vertreter", Leute="Menschen", Vorhaben="Projekt"
        ),
    ),
    "cut, with a lead of the place before it": (
        STORY,
        "Sailors of Delfzijl wept when they heard it on 12 April.\n\n" + STORY[: len(STORY) // 2],
    ),
}


@pytest.mark.parametrize("name", FORMS)
def test_forms_with_other_facts_are_two(name: str) -> None:
    one, other = FORMS[name]
    assert alike(one, other) >= REPEATS
    assert other_facts(one, other) is not None
    assert independent({"a": one, "b": other}) == ("a", "b")


@pytest.mark.parametrize("name", REPRINTS)
def test_a_reprint_is_one(name: str) -> None:
    one, other = REPRINTS[name]
    assert alike(one, other) >= REPEATS
    assert other_facts(one, other) is None
    assert len(independent({"a": one, "b": other})) == 1


def test_the_reason_names_the_facts() -> None:
    assert other_facts(*FORMS["the next year"]) == "of another year: 2024 here, 2025 there"
    reason = other_facts(*FORMS["another donor"])
    assert reason is not None
    assert re.match(r"other facts in \d of \d places that differ: ", reason)
    assert "31 march here, 30 june there" in reason


@pytest.mark.parametrize(
    ("told", "numbers"),
    [
        ("In 2024 150 ships came.", ["2024", "150"]),
        ("2,400 or 2 400 or 2.400", ["2400"] * 3),
        ("18.5 and 18,5 on 3 May 2025.", ["185", "185", "3", "2025"]),
        ("May 14, 2023", ["14", "2023"]),
    ],
)
def test_numbers_are_read_whole_and_years_apart(told: str, numbers: list[str]) -> None:
    assert [word for word in _told(told).words if word[0].isdigit()] == numbers


def test_a_form_is_one_with_its_own_copy_among_others() -> None:
    told = {
        "a": AGREEMENT.format(**FRANCE),
        "b": AGREEMENT.format(**CHILE),
        "c": f"Chile joins.\n\n{AGREEMENT.format(**CHILE)}\n\nMore on page four.",
    }
    assert independent(told) == ("a", "b")


WORDS = st.text(st.sampled_from("aB1 .\n\u00e9\u4e2d’,"), max_size=60)


@given(WORDS, WORDS)
def test_it_says_the_same_from_both_sides(one: str, other: str) -> None:
    there, back = other_facts(one, other), other_facts(other, one)
    assert (there is None) == (back is None)
    assert other_facts(one, one) is None
