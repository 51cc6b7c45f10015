"""The scorer of commitments: the labels themselves score 100, nothing scores 0, faults are seen."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from commitment_filter import lost
from commitment_labels import FIRST, Label, Labelled, as_claims, label_of, labelled
from commitment_score import agreement, faults, main, reads, score
from pledgebook.model.spans import Span
from shared_material import CORPUS

NOR = {"id": "NOR", "type": "state", "name": "Norway"}
MDA = {"id": "MDA", "type": "state", "name": "Moldova"}
BANK = {"id": None, "type": "organisation", "name": "Harbour Bank"}


def amount(figure: str) -> dict[str, Any]:
    return {"low": figure, "high": figure, "currency": "NOK", "bound": "exact", "per": "total"}


def values(**other: Any) -> dict[str, Any]:
    return {
        "donors": [NOR],
        "speaker": None,
        "recipients": [MDA],
        "aid_type": "other",
        "instrument": "grant",
        "amount": amount("300000000"),
        "items": [],
        "stage": "pledged",
        "firmness": "firm",
        "conditions": [],
        "funding_source": None,
        "newness": "new",
        "is_total": False,
        "within": None,
        "period": None,
        **other,
    }


PUMPS = {"name": "pumps", "quantity": {"low": 40, "high": 40, "bound": "exact", "unit": None}}


def document() -> Labelled:
    whole = Label(name="c1", spans=((0, 50), (400, 450)), values=values())
    part = Label(
        name="c2",
        spans=((50, 120),),
        values=values(
            amount=amount("50000000"),
            items=[PUMPS],
            within="c1",
            conditions=[{"trigger": "legislature"}],
            period={"start": None, "end": "2027", "duration": None},
        ),
        alt={"stage": ["committed"], "newness": ["additional"]},
    )
    bank = Label(name="c3", spans=((120, 200),), values=values(donors=[BANK], amount=None))
    loose = Label(name="o1", spans=((200, 260),), values=values(amount=None), optional=True)
    return Labelled(ref="page", labels=[whole, part, bank, loose], zones=[(300, 350)])


EMPTY = Labelled(ref="empty")


def scored(claims: list[dict[str, Any]]) -> dict[str, float]:
    return score(reads([document(), EMPTY], claims))


def claims() -> list[dict[str, Any]]:
    """What a perfect reader would print."""
    found = copy.deepcopy(as_claims(document()))
    for claim in found:
        del claim["optional"]
    return found


def claim(start: int, end: int, ref: str = "page", **other: Any) -> dict[str, Any]:
    return {
        **values(**other),
        "kind": "commitment",
        "id": f"{ref} {start}",
        "sentence": {"start": start, "end": end},
        "source": {"ref": ref},
    }


def shares(figures: dict[str, float]) -> dict[str, float]:
    ends = (" precision", " recall", " F1", " right")
    return {name: value for name, value in figures.items() if name.endswith(ends)}


def test_the_labels_themselves_score_100() -> None:
    assert set(shares(scored(claims())).values()) == {1.0}


def test_nothing_scores_0() -> None:
    assert set(shares(scored([])).values()) == {0.0}


def test_optional_labels_are_neither_missed_nor_false() -> None:
    assert set(shares(scored(claims()[:3])).values()) == {1.0}


FAULTS: list[tuple[str, int, dict[str, Any]]] = [
    ("donors", 0, {"donors": [MDA]}),
    ("donors", 0, {"donors": [NOR, BANK]}),
    ("donors", 0, {"donors": []}),
    ("donors", 0, {"donors": [{"id": None, "name": "Norway", "type": "unnamed"}]}),
    ("donors", 2, {"donors": [{**BANK, "name": "River Bank"}]}),
    ("recipients", 0, {"recipients": []}),
    ("amount", 0, {"amount": amount("30000000")}),
    ("amount", 0, {"amount": None}),
    ("amount", 0, {"amount": {**amount("300000000"), "bound": "up_to"}}),
    ("amount", 2, {"amount": amount("1")}),
    ("aid_type", 0, {"aid_type": "military"}),
    ("instrument", 0, {"instrument": "loan"}),
    ("stage", 0, {"stage": "disbursed"}),
    ("firmness", 0, {"firmness": "denied"}),
    ("newness", 1, {"newness": "restated"}),
    ("is_total", 0, {"is_total": True}),
    ("speaker", 0, {"speaker": NOR}),
    ("items", 1, {"items": []}),
    ("items", 1, {"items": [{**PUMPS, "quantity": None}]}),
    ("items", 1, {"items": [{**PUMPS, "name": "drills"}]}),
    ("items", 0, {"items": [PUMPS]}),
    ("conditions", 1, {"conditions": []}),
    ("conditions", 0, {"conditions": [{"trigger": "truce"}]}),
    ("within", 1, {"within": None}),
    ("within", 1, {"within": "nobody"}),
    ("within", 0, {"within": "c2"}),
    ("period", 1, {"period": {"start": None, "end": "2028-02-01", "duration": None}}),
]


@pytest.mark.parametrize(("field", "number", "fault"), FAULTS)
def test_a_wrong_field_lowers_its_own_share(field: str, number: int, fault: dict[str, Any]) -> None:
    read = claims()
    read[number].update(fault)
    figures = shares(scored(read))
    low = {name for name, value in figures.items() if value < 1}
    core = {"core F1"} if field in ("donors", "amount") else set()
    assert low == {f"{field} right", "fields F1"} | core


ACCEPTED: list[tuple[int, dict[str, Any]]] = [
    (1, {"stage": "committed"}),
    (1, {"newness": "additional"}),
    (1, {"period": {"start": "2026-01-01", "end": "2027-12-31", "duration": None}}),
    (1, {"period": {"start": None, "end": "2028-01-01", "duration": None}}),
    (2, {"donors": [{"id": "org:harbour-bank", "name": "the Harbour Bank", "type": "group"}]}),
    (0, {"period": {"start": None, "end": None, "duration": "P1Y"}}),
    (0, {"sentence": {"start": 420, "end": 430}}),
]


@pytest.mark.parametrize(("number", "other"), ACCEPTED)
def test_what_a_careful_person_would_accept_is_right(number: int, other: dict[str, Any]) -> None:
    read = claims()
    read[number].update(other)
    assert set(shares(scored(read)).values()) == {1.0}


def test_a_harder_commitment_that_is_found_does_not_lower_the_fields() -> None:
    poor = claims()
    poor[2] |= {"donors": [], "stage": "delivered", "newness": "restated", "speaker": NOR}
    with_it, without_it = scored(poor[:3]), scored(poor[:2])
    assert with_it["stage right"] < without_it["stage right"]
    assert with_it["fields F1"] > without_it["fields F1"]


def test_a_missed_commitment_lowers_recall_only() -> None:
    figures = scored(claims()[1:])
    assert figures["found recall"] == pytest.approx(2 / 3)
    assert figures["found precision"] == 1


Spoil = Callable[[list[dict[str, Any]]], None]
FALSE: list[Spoil] = [
    lambda read: read.append({**read[0], "id": "again"}),
    lambda read: read.append(
        {**read[0], "id": "told twice", "sentence": {"start": 400, "end": 450}}
    ),
    lambda read: read.append(claim(260, 300)),
    lambda read: read.append(claim(200, 260)),
]


@pytest.mark.parametrize("spoil", FALSE)
def test_a_claim_that_no_label_knows_lowers_precision_only(spoil: Spoil) -> None:
    read = claims()
    spoil(read)
    figures = scored(read)
    assert figures["found precision"] == pytest.approx(3 / 4)
    assert figures["found recall"] == 1


def test_claims_in_zones_and_further_acts_are_set_aside() -> None:
    figures = scored([*claims(), claim(310, 320), claim(210, 220, amount=None)])
    assert figures["claims set aside"] == 2
    assert figures["found precision"] == 1


def test_claims_in_a_document_without_commitments_are_counted() -> None:
    figures = scored([*claims(), claim(0, 9, ref="empty"), claim(20, 29, ref="empty")])
    assert figures["documents without commitments"] == 1
    assert figures["false claims in documents without commitments"] == 2


def test_two_sums_of_a_sentence_go_to_their_own_labels() -> None:
    one = Label(name="a", spans=((0, 90),), values=values(amount=amount("7")))
    two = Label(name="b", spans=((0, 90),), values=values(amount=amount("8")))
    both = Labelled(ref="page", labels=[one, two])
    read = [claim(0, 90, amount=amount("8")), {**claim(0, 90, amount=amount("7")), "id": "x"}]
    assert score(reads([both], read))["core F1"] == 1


def test_faults_name_what_is_missed_false_or_different() -> None:
    read = claims()[1:]
    read[0]["stage"] = "delivered"
    told = list(faults(reads([document()], [*read, claim(260, 300)])))
    assert [line.split(": ", 1)[1].split()[0] for line in told] == ["missed", "false", "differs"]


def test_faults_of_the_held_out_set_are_never_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["commitment_score.py", "--third", "--faults"])
    with pytest.raises(SystemExit):
        main()


def test_two_labellers_with_the_same_labels_agree() -> None:
    figures = agreement([document(), EMPTY], [document()])
    assert figures["documents"] == 1
    assert set(shares(figures).values()) == {1.0}


def test_what_the_second_labeller_alone_requires_lowers_agreement() -> None:
    other = document()
    other.labels.append(Label(name="c9", spans=((260, 300),), values=values()))
    other.labels.append(Label(name="o9", spans=((350, 399),), values=values(), optional=True))
    assert agreement([document()], [other])["found precision"] == pytest.approx(3 / 4)


def test_strict_agreement_knows_no_optional_labels_and_no_other_values() -> None:
    other = document()
    other.labels[0].optional = True
    other.labels[1].values["stage"] = "committed"
    lenient, strict = (agreement([document()], [other], strict=s) for s in (False, True))
    assert (lenient["found F1"], lenient["stage right"]) == (1, 1)
    assert strict["found F1"] == pytest.approx(2 * 2 / (3 + 2))
    assert strict["stage right"] == pytest.approx(1 / 2)


def test_a_label_without_a_kept_sentence_is_lost() -> None:
    kept = [Span(10, 20), Span(60, 70), Span(440, 460)]
    assert [label.name for label in lost(document(), kept)] == ["c3"]


def test_a_label_takes_its_words_from_the_text() -> None:
    row = {
        "label": "c1",
        "sentence": [0, 27],
        "evidence": [["donors.0", 0, 6], ["items.0.name", 17, 22]],
        "values": {"donors": [{"id": "NOR"}], "items": [{"quantity": None}]},
    }
    label = label_of(row, {"text": "Norway will give pumps."})
    assert label.values["donors"][0]["name"] == "Norway"
    assert label.values["items"][0]["name"] == "pumps"


@pytest.mark.skipif(not CORPUS.is_file(), reason="../shared/corpus is not beside this checkout")
def test_the_labels_of_the_set_score_100_against_themselves() -> None:
    documents = labelled(FIRST)
    figures = score(reads(documents, [c for d in documents for c in as_claims(d)]))
    assert set(shares(figures).values()) == {1.0}
