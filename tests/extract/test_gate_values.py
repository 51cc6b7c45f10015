"""The gate re-reads values: each line is a text, the words cited, the value claimed, a verdict."""

from __future__ import annotations

from typing import Any

import pytest
from gate_pages import cite, claim, money, page, state
from hypothesis import given
from hypothesis import strategies as st

from pledgebook.extract.gate import judge
from pledgebook.extract.gate_values import FIELDS

EXTRA = "Spain announced an additional £1.6bn of credit on top of a £2.2bn loan."
BOUNDS = "Oslo will pay more than NOK 3.5 billion, up to €20 million and about $7 million a year."


BOUNDS_PAGE = page(BOUNDS)


@pytest.mark.parametrize(
    ("text", "words", "value", "verdict"),
    [
        (EXTRA, "£1.6bn", money("1600000000", "GBP"), "kept"),
        (EXTRA, "£2.2bn", money("2200000000", "GBP"), "kept"),
        (EXTRA, "£2.2bn", money("1600000000", "GBP"), "refused"),
        (EXTRA, "£1.6bn", money("1.6", "GBP"), "refused"),
        (EXTRA, "£1.6", money("1.6", "GBP"), "refused"),
        (EXTRA, "1.6bn", money("1600000000", "GBP"), "refused"),
        (EXTRA, "£1.6bn", money("1600000000", "EUR"), "refused"),
        (EXTRA, "£1.6bn", money("1600000000", "GBP", "at_least"), "refused"),
        (EXTRA, "£1.6bn", money("1600000000", "GBP", "up_to"), "refused"),
        (EXTRA, "£1.6bn", money("1600000000", "GBP", per="year"), "refused"),
        (EXTRA, "£1.6bn of credit on top of a £2.2bn", money("1600000000", "GBP"), "refused"),
        (EXTRA, "credit", money("1600000000", "GBP"), "refused"),
        (BOUNDS, "NOK 3.5 billion", money("3500000000", "NOK", "at_least"), "kept"),
        (BOUNDS, "more than NOK 3.5 billion", money("3500000000", "NOK", "at_least"), "kept"),
        (BOUNDS, "NOK 3.5 billion", money("3500000000", "NOK"), "refused"),
        (BOUNDS, "€20 million", money("20000000", "EUR", "up_to"), "kept"),
        (BOUNDS, "€20 million", money("20000000", "EUR", "at_least"), "refused"),
        (BOUNDS, "$7 million", money("7000000", "USD", "about", "year"), "kept"),
        (BOUNDS, "$7 million", money("7000000", "USD", "exact", "year"), "refused"),
        (BOUNDS, "$7 million", money("7000000", "USD", "about"), "refused"),
        ("They raised 1,600 dollars.", "600 dollars", money("600", "USD"), "refused"),
        ("They raised 1,600 dollars.", "1,600 dollars", money("1600", "USD"), "kept"),
    ],
)
def test_amounts(text: str, words: str, value: dict[str, Any], verdict: str) -> None:
    proposed = claim("commitment", [cite(text, "amount", words)], amount=value)
    assert judge(proposed, page(text)).verdict == verdict


def test_a_reason_names_field_words_and_both_values() -> None:
    proposed = claim(
        "commitment", [cite(EXTRA, "amount", "£2.2bn")], amount=money("1600000000", "GBP")
    )
    assert judge(proposed, page(EXTRA)).reasons[0] == (
        'amount: the words "£2.2bn" say 2200000000, the claim says 1600000000'
    )


@pytest.mark.parametrize(
    ("giver", "code", "currency", "verdict"),
    [
        ("Chile", "CHL", "CLP", "kept"),
        ("Chile", "CHL", "COP", "refused"),
        ("Peru", "PER", "CLP", "refused"),
    ],
)
def test_a_currency_that_several_states_share_is_the_givers_own(
    giver: str, code: str, currency: str, verdict: str
) -> None:
    text = f"{giver} gives 320 million pesos."
    evidence = [cite(text, "donors.0", giver), cite(text, "amount", "320 million pesos")]
    sum_of = money("320000000", currency)
    proposed = claim("commitment", evidence, donors=[state(code, giver)], amount=sum_of)
    assert judge(proposed, page(text)).verdict == verdict


def test_null_and_absent_parts_are_not_judged() -> None:
    proposed = claim(
        "commitment",
        [cite(EXTRA, "amount", "£1.6bn")],
        amount={"low": "1600000000", "currency": None},
        donors=None,
        period=None,
    )
    assert judge(proposed, page(EXTRA)).verdict == "kept"


COUNTED = "Tirana sent 18 howitzers, more than 5,000 shells and two patrol boats to Praia."


@pytest.mark.parametrize(
    ("name", "words", "low", "high", "bound", "verdict"),
    [
        ("howitzers", "18", 18, 18, "exact", "kept"),
        ("howitzers", "18", 19, 19, "exact", "refused"),
        ("howitzers", "18", 18, None, "at_least", "refused"),
        ("shells", "5,000", 5000, None, "at_least", "kept"),
        ("shells", "more than 5,000", 5000, None, "at_least", "kept"),
        ("shells", "5,000", 5000, 5000, "exact", "refused"),
        ("shells", "000", 0, 0, "exact", "refused"),
        ("shells", "18", 5000, None, "at_least", "refused"),
        ("patrol boats", "two", 2, 2, "exact", "kept"),
        ("patrol boats", "two", 12, 12, "exact", "refused"),
        ("howitzers", "two", 2, 2, "exact", "unsupported"),
    ],
)
def test_counts(
    name: str, words: str, low: int, high: int | None, bound: str, verdict: str
) -> None:
    quantity = {"low": low, "high": high, "bound": bound, "unit": None}
    evidence = [cite(COUNTED, "items.0.name", name), cite(COUNTED, "items.0.quantity", words)]
    proposed = claim("commitment", evidence, items=[{"name": name, "quantity": quantity}])
    assert judge(proposed, page(COUNTED)).verdict == verdict


DATED = "On Sunday the envoy met nobody. The law of 3 March 2025 takes effect on 1 September 2025."


@pytest.mark.parametrize(
    ("words", "day", "published", "verdict"),
    [
        ("3 March 2025", "2025-03-03", "2025-05-14", "kept"),
        ("3 March 2025", "2025-03-04", "2025-05-14", "refused"),
        ("1 September 2025", "2025-03-03", "2025-05-14", "refused"),
        ("Sunday", "2025-05-11", "2025-05-14", "kept"),
        ("On Sunday", "2025-05-11", "2025-05-14", "kept"),
        ("On Sunday", "2025-05-12", "2025-05-14", "refused"),
        ("On Sunday", "2025-05-11", None, "refused"),
        ("nobody", "2025-05-11", "2025-05-14", "refused"),
    ],
)
def test_days(words: str, day: str, published: str | None, verdict: str) -> None:
    proposed = claim("measure", [cite(DATED, "effective_on", words)], effective_on=day)
    assert judge(proposed, page(DATED, published)).verdict == verdict


NAMED = "South Korea and the Republic of the Congo heard from Paris. North Korea stayed silent."


@pytest.mark.parametrize(
    ("words", "code", "name", "verdict"),
    [
        ("South Korea", "KOR", "South Korea", "kept"),
        ("South Korea", "PRK", "North Korea", "refused"),
        ("South Korea", "KOR", "North Korea", "refused"),
        ("Korea", "KOR", "South Korea", "refused"),
        ("Republic of the Congo", "COG", "Republic of the Congo", "kept"),
        ("Congo", "COD", "Congo", "refused"),
        ("Paris", "FRA", "France", "kept"),
        ("Paris", "DEU", "Germany", "refused"),
        ("silent", "PRK", "North Korea", "refused"),
    ],
)
def test_states(words: str, code: str, name: str, verdict: str) -> None:
    proposed = claim(
        "participation", [cite(NAMED, "actor", words)], actor=state(code, name), role="attended"
    )
    assert judge(proposed, page(NAMED)).verdict == verdict


SPOKEN = "Mayor Ilse Brandt opened the talks. She thanked the hosts, and the mayor left at noon."


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        (["Ilse Brandt"], "kept"),
        (["Brandt"], "kept"),
        (["She", "Ilse Brandt"], "kept"),
        (["the mayor", "Ilse Brandt"], "kept"),
        (["the hosts"], "refused"),
        (["Ilse"], "refused"),
    ],
)
def test_persons(words: list[str], verdict: str) -> None:
    who = {"id": "person:ilse-brandt", "name": "Ilse Brandt", "type": "person"}
    evidence = [cite(SPOKEN, "speaker", one) for one in words]
    proposed = claim("commitment", evidence, speaker=who)
    assert judge(proposed, page(SPOKEN)).verdict == verdict


def test_an_actor_of_the_title_is_named_by_the_title() -> None:
    text = "We will send nine nurses."
    there = {"field": "donors.0", "start": 0, "end": 6, "quote": "Norway", "in": "title"}
    proposed = claim("commitment", [there], donors=[state("NOR", "Norway")])
    assert judge(proposed, page(text, title="Norway helps")).verdict == "kept"
    assert judge(proposed, page(text, title="Sweden helps")).verdict == "refused"
    assert judge(proposed, page(text)).verdict == "refused"


def test_a_group_is_known_by_its_words_and_its_count() -> None:
    text = "Eleven ministers met in Riga."
    for count, verdict in ((11, "kept"), (12, "refused")):
        who = {"id": None, "name": "ministers", "type": "unnamed", "count": count}
        evidence = [cite(text, "actor", "Eleven ministers"), cite(text, "actor.count", "Eleven")]
        proposed = claim("participation", evidence, actor=who, role="attended")
        assert judge(proposed, page(text)).verdict == verdict


TRUCE = "Ankara proposed a ten-day halt to fire at sea and in the air."


@pytest.mark.parametrize(
    ("scope", "words", "verdict"),
    [
        ("sea", "at sea", "kept"),
        ("air", "in the air", "kept"),
        ("land", "at sea", "refused"),
        ("other:fire", "fire", "kept"),
        ("other:prisons", "fire", "refused"),
        ("space", "in the air", "refused"),
    ],
)
def test_scopes(scope: str, words: str, verdict: str) -> None:
    proposed = claim("proposal", [cite(TRUCE, "scope.0", words)], scope=[scope])
    assert judge(proposed, page(TRUCE)).verdict == verdict


@pytest.mark.parametrize(("duration", "verdict"), [("P10D", "kept"), ("P1M", "refused")])
def test_durations(duration: str, verdict: str) -> None:
    period = {"start": None, "end": None, "duration": duration, "text": "ten-day"}
    proposed = claim("proposal", [cite(TRUCE, "period", "ten-day")], period=period)
    assert judge(proposed, page(TRUCE)).verdict == verdict


QUOTED = "“We kept our word,” she said, “and we will\nkeep it again.”"


def test_a_split_quotation_is_its_pieces_in_order() -> None:
    pieces = [
        cite(QUOTED, "content.0", "We kept our word"),
        cite(QUOTED, "content.1", "and we will\nkeep it again."),
    ]
    whole = "We kept our word … and we will keep it again."
    assert judge(claim("statement", pieces, content=whole), page(QUOTED)).verdict == "kept"
    other = "We kept our word … and we may keep it again."
    assert judge(claim("statement", pieces, content=other), page(QUOTED)).verdict == "refused"


@pytest.mark.parametrize(
    "change",
    [
        {"start": 2, "end": 18},
        {"quote": "We broke our word"},
        {"end": 5000},
        {"start": -1},
        {"start": True},
        {"field": "contents"},
        {"field": "items.0.name"},
        {"in": "footnote"},
    ],
)
def test_words_that_do_not_stand_there_are_refused(change: dict[str, Any]) -> None:
    row = {**cite(QUOTED, "content", "We kept our word"), **change}
    proposed = claim("statement", [row], content="We kept our word")
    assert judge(proposed, page(QUOTED)).verdict == "refused"


@pytest.mark.parametrize(
    "malformed",
    [
        {"kind": "promise"},
        {"kind": "statement", "content": 5},
        {"kind": "statement", "evidence": "all of it"},
        {"kind": "statement", "evidence": [7]},
        {"kind": "statement", "speaker": "the minister"},
        {"kind": "commitment", "amount": "a lot"},
        {"kind": "commitment", "donors": {"id": "FRA"}},
        {"kind": "commitment", "stage": "promised"},
        {"kind": "commitment", "items": [[]]},
        {"kind": "plan_point", "goals": ["victory"]},
    ],
)
def test_malformed_claims_are_refused_with_a_reason(malformed: dict[str, Any]) -> None:
    said = judge(malformed, page(QUOTED))
    assert said.verdict == "refused"
    assert said.reasons


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9999) | st.floats() | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "name", "low", "high", "currency", "text", "quantity", "date"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=8,
)


@given(
    kind=st.sampled_from(sorted(FIELDS)),
    values=st.dictionaries(
        st.sampled_from(sorted({name for fields in FIELDS.values() for name in fields})),
        ANY_JSON,
        max_size=4,
    ),
    evidence=ANY_JSON
    | st.lists(
        st.fixed_dictionaries(
            {
                "field": st.sampled_from(["amount", "speaker", "donors.0", "items.0", "content.0"]),
                "start": st.integers(0, 90),
                "end": st.integers(0, 90),
                "quote": st.text(max_size=9),
            }
        ),
        max_size=3,
    ),
)
def test_no_claim_makes_the_gate_stumble(
    kind: str, values: dict[str, Any], evidence: object
) -> None:
    said = judge({"kind": kind, **values, "evidence": evidence}, BOUNDS_PAGE)
    assert bool(said.reasons) == (said.verdict != "kept")
