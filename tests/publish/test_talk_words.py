"""Which words tell of talks about terms; labelled before output was looked at."""

from __future__ import annotations

import pytest

from pledgebook.publish.talk_words import names_talks

TALKS = (
    "Geneva talks",
    "peace talks in Istanbul",
    "the negotiations",
    "negotiations in Riyadh",
    "consultations between the parties",
    "the Minsk parley",
    "Talks on a truce",
    "peace conference",
    "conference on a lasting peace",
    "the ceasefire summit",
    "summit for peace",
    "truce conference in Narvik",
    "direct talks with Latvia",
    "budget dispute aside, the talks go on in the old harbour town",
    "there is no room for negotiation",
)
NONE = (
    "press conference",
    "news conference after the summit",
    "security conference in Munich",
    "donor conference",
    "recovery conference",
    "the party conference",
    "trade talks",
    "tariff negotiations",
    "talks on tariffs",
    "negotiations about the budget",
    "wage talks",
    "harbour opening",
    "summit of European leaders",
    "teleconference",
    "a talkshow",
    "he talks about weapons",
    "nobody who talks like that",
)


@pytest.mark.parametrize("name", TALKS)
def test_talks_about_terms(name: str) -> None:
    assert names_talks(name)


@pytest.mark.parametrize("name", NONE)
def test_other_gatherings(name: str) -> None:
    assert not names_talks(name)
