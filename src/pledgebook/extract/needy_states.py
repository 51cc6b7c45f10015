"""The state that a story is about giving to where no word says so: named first and no giver.

"Delhi steps up Lanka cyclone relief": neither "to" nor "for" stands before Lanka. It opens the
story, comes back in it, and is told neither to give nor to attack.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from pledgebook.extract.aid_givers import aid_givers
from pledgebook.extract.lexicon import any_of
from pledgebook.extract.page import Page
from pledgebook.resolve.mentions import ActorMention

#: So many first sentences (heading, by-line, lead) say whom a story is about.
_LEAD = 5
#: So often a state must be named to be what a story is about.
_OFTEN = 2
#: Behind the name of a state that gives, sells or fights.
_ACTS = re.compile(
    r"(?:['’]s)?(?:\s+(?:government|ministry|minister|army|will|would|has|have|is|are|also|now|said|says))*"
    r"\s+(?:provid|giv|gave|donat|announc|contribut|commit|pledg|deliver|allocat|send|sent|train|fund|support"
    r"|offer|financ|grant|lend|lent|suppl|pay|paid|attack|invad|fired|launch|ship|flew|despatch|dispatch|step|rush|boost|extend|hand|fly|mobili[sz])\w*\b",
    re.IGNORECASE,
)


def needy_state(page: Page) -> ActorMention | None:
    """Give the one state that opens a newspaper's story on aid and gives nothing in it."""
    lead = page.sentences.items[:_LEAD]
    if page.from_office or not lead:
        return None
    if any_of("acts", "aid_words").search(page.text) is None:
        return None
    named = [m for m in page.actors if m.actor.type == "state" and m.actor.id]
    giving = {m.actor.id for m in named if _ACTS.match(page.text, m.span.end)}
    giving |= aid_givers()
    counts = Counter(m.actor.id for m in named)
    opening = [m for m in named if m.span.end <= lead[-1].end and m.actor.id not in giving]
    often = [m for m in opening if counts[m.actor.id] >= _OFTEN]
    ids = Counter(m.actor.id for m in often)
    if not ids:
        return _only_needy(named, counts, giving)
    first = max(ids, key=lambda one: (counts[one], ids[one]))
    tied = [one for one in ids if counts[one] == counts[first]]
    return next(m for m in often if m.actor.id == first) if len(tied) == 1 else None


#: So many givers make a page a list of who gives what, and so often its taker is named in it.
_GIVERS, _LISTED_OFTEN = 4, 3


def _only_needy(
    named: Sequence[ActorMention], counts: Counter[str | None], giving: AbstractSet[str | None]
) -> ActorMention | None:
    """Give the only state named often that gives nothing, on a page that names many givers.

    A list of what each brought to a meeting seldom says whom it is for.
    """
    givers = aid_givers() & counts.keys()
    needy = [one for one, told in counts.items() if told >= _LISTED_OFTEN and one not in giving]
    if len(needy) != 1 or len(givers) < _GIVERS:
        return None
    return next(m for m in named if m.actor.id == needy[0])
