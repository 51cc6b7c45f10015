"""Whether a delivery is told of a part only; all sentences are our own."""

from __future__ import annotations

import pytest
from reading import page

from pledgebook.extract.commitments import CommitmentReader
from pledgebook.extract.read import pass_gate
from pledgebook.model.claims import Commitment

READER = CommitmentReader()

PARTS = [
    "Latvia has delivered the first patrol boats to Ukraine.",
    "Latvia has delivered some of the 30 patrol boats to Ukraine.",
    "Latvia has delivered half of the 30 patrol boats that it promised to Ukraine.",
    "The first of Latvia's 30 patrol boats has been delivered to Ukraine.",
    "Latvia delivered a first batch of patrol boats to Ukraine.",
    "Japan has paid part of the $90 million grant to Nepal.",
    "Japan disbursed the first tranche of the $90 million loan to Nepal.",
    "First tranche of Japan's $90 million loan reaches Nepal",
]
#: All that the claim names was delivered, though more may be promised.
WHOLES = [
    "Latvia has delivered 30 patrol boats to Ukraine.",
    "Latvia delivered all of the 30 patrol boats to Ukraine.",
    "Latvia delivered a first batch of 12 patrol boats to Ukraine.",
    "Latvia delivered ten of the 30 patrol boats to Ukraine.",
    "Latvia delivered the patrol boats to Ukraine that it had promised in March.",
    "Japan disbursed a first tranche of $30 million to Nepal.",
    "Japan, the first donor to act, paid $90 million to Nepal.",
    "Latvia will deliver the first patrol boats to Ukraine.",
]


def read(text: str) -> Commitment:
    whole = page(text)
    found, _ = pass_gate(whole, READER.read(whole))
    (claim,) = [claim for claim in found if isinstance(claim, Commitment)]
    return claim


@pytest.mark.parametrize("text", PARTS)
def test_a_delivery_of_a_part(text: str) -> None:
    claim = read(text)
    assert claim.stage in ("disbursed", "delivered")
    assert "part-only" in claim.problems


@pytest.mark.parametrize("text", WHOLES)
def test_a_delivery_of_all_that_is_named(text: str) -> None:
    assert "part-only" not in read(text).problems


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        (
            "Latvia delivered the patrol boats to Ukraine that it had promised in March.",
            "delivered",
        ),
        ("Latvia has sent Ukraine the 30 vans it pledged last year.", "delivered"),
        ("Latvia will send Ukraine the 30 vans it pledged last year.", "pledged"),
    ],
)
def test_what_was_promised_and_came_is_delivered(text: str, stage: str) -> None:
    assert read(text).stage == stage
