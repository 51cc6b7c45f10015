"""A claim of a text that told the entry before is matched by what other claims are to it."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import cast

from promise_builders import Text

from pledgebook.model.claims import Claim
from pledgebook.reconcile.matching import Level, Match, Matcher
from pledgebook.reconcile.telling import FEW, Told


@dataclass(frozen=True)
class OnlyAcrossTexts:
    """All claims are alike, and match those of other texts only."""

    def signature(self, claim: Claim) -> Hashable:
        del claim
        return 0

    def match(self, earlier: Claim, later: Claim) -> Match | None:
        if earlier.source.id == later.source.id:
            return None
        return Match(level=Level.AGREES, same=("same sum",), relation="same")


def test_the_first_of_a_telling_does_not_stand_for_a_claim_of_its_own_text() -> None:
    first, others = Text("The first text."), [Text(f"Text {n}.") for n in range(FEW + 2)]
    members = [first.commitment(), *(text.commitment() for text in others)]
    again = first.commitment(purpose="told once more")
    told = Told([*members, again], cast("Matcher", OnlyAcrossTexts()), {})
    for place in range(1, len(members)):
        found = told.of(place)
        assert found is not None
        assert found[1] is members[0]
    found = told.of(len(members))
    assert found is not None
    assert found[1] is members[1]
