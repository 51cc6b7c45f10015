"""Stories about what several states give: there a sum that one of them offers is a gift.

Elsewhere a sum that a state "offers" or "will spend" may be for anything, where nobody is named who
gets it. A story is about giving where its heading or lead speaks of aid and several states stand
beside sums.
"""

from __future__ import annotations

import re

from pledgebook.extract.drafts import Draft
from pledgebook.extract.lexicon import any_of, verb_classes
from pledgebook.extract.page import Page
from pledgebook.extract.page_recipient import ONE_STORY_SENTENCES
from pledgebook.extract.page_topic import LEAD_SENTENCES

#: So many states and organisations beside sums are a round of giving.
_SEVERAL = 3
#: What a story about giving speaks of in its lead, beside aid.
_GIVING = re.compile(
    r"\b(?:pledg|promis|donor|donat|contribut|replenish|compensat)\w*", re.IGNORECASE
)
#: Classes of acts that give or promise.
_GIVES = frozenset({"give", "pledge", "commit", "allocate", "disburse", "deliver"})


def is_about_giving(page: Page) -> bool:
    """Say whether a story is about what several states give."""
    if page.from_office or len(page.sentences) > ONE_STORY_SENTENCES:
        return False
    lead = page.sentences.items[:LEAD_SENTENCES]
    words = (any_of("acts", "aid_words"), _GIVING)
    if not any(w.search(page.text, span.start, span.end) for span in lead for w in words):
        return False
    beside = (
        mention.actor.id
        for sentence in page.sentences
        if page.money.within(sentence)
        for mention in page.actors.within(sentence)[:1]
        if mention.actor.type in ("state", "organisation")
    )
    return len({name for name in beside if name is not None}) >= _SEVERAL


def gives_there(page: Page, draft: Draft) -> bool:
    """Say whether a state named on the spot gives a sum, and nothing says that it stays at home."""
    if draft.money is None or draft.stage[1] is None or not draft.acts:
        return False
    if verb_classes("acts").get(draft.acts[0]) not in _GIVES:
        return False
    if not draft.donors or any(p.from_context or p.actor.id is None for p in draft.donors):
        return False
    span = draft.sentence
    return any_of("acts", "at_home").search(page.text, span.start, span.end) is None
