"""Whether what a commitment promises is new, over all who tell it."""

from __future__ import annotations

from pledgebook.model.claims import Commitment
from pledgebook.model.entries import Entry
from pledgebook.model.vocabulary import Newness


def newness_of(entry: Entry) -> Newness:
    """Say whether a commitment is new money; ``entry`` is one of a commitment.

    It is older money told again only where every source tells it so, as the counting rules have it
    (``restated``): somebody told it for the first time else. Of the others, whoever calls it new or
    additional decides, the lead first.
    """
    lead = entry.lead
    assert isinstance(lead, Commitment)
    told = [lead.newness, *(c.newness for c in entry.claims if isinstance(c, Commitment))]
    said = next((one for one in told if one in ("new", "additional")), None)
    if said is not None:
        return said
    return "restated" if set(told) == {"restated"} else "unclear"
