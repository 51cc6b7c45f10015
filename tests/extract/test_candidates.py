"""Sentences that the cheap filter lets through to the parser, and those that it saves."""

import pytest
from reading import page

from pledgebook.extract.candidates import candidates

KEPT = (
    "Norway will send tanks to Moldova.",
    "We are providing funding to Chad.",
    "It supplied Chad with generators.",
    "Spain ships fuel to Mali.",
    "Kenya gave a loan to Somalia.",
    "Peru will supply chainsaws to Bolivia.",
    "Latvia will supply ambulances and mend its supply chain with Moldova.",
    "Finland delivers Patriots to Moldova.",
    "Repairs of a hospital in Chad will be done by Kenya.",
)
SAVED = (
    "Norway's supply chain needs fuel.",
    "The supply chains of Norway and Moldova depend on drugs.",
    "A supply-chain law helps Norway to sell vaccines.",
    "Norway delivered for the people of the north and of the south.",
    "Norway supplied what was asked.",
    "The White House gave Norway no word.",
    "Norway gives a grant for research.",
)


@pytest.mark.parametrize("sentence", KEPT)
def test_kept(sentence: str) -> None:
    assert candidates(page(sentence))


@pytest.mark.parametrize("sentence", SAVED)
def test_saved(sentence: str) -> None:
    assert candidates(page(sentence)) == []
