"""Bodies that lend and pay, and tell that a sum has been paid: "was paid out, the EU said".

A state that tells so is found as the only state of its sentence (only_giver.py); other
organisations tell of what others give.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgebook.extract.act_verbs import Act
from pledgebook.extract.acting_parties import tellers
from pledgebook.extract.lexicon import load
from pledgebook.extract.page import Page
from pledgebook.extract.parties import mentions_under
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

#: Classes of acts that tell what became of a sum.
_TOLD = frozenset({"deliver", "disburse", "set_out", "allocate", "commit", "carry"})


def telling_payers(
    page: Page,
    syntax: Syntax,
    chain: Sequence[Act],
    taker: str | None,
    targets: Sequence[ActorMention],
) -> list[ActorMention]:
    """Give the body that pays and tells of a payment in whose clause nobody acts.

    Who tells that things are on their way to somebody else sends them. ``targets`` are those who
    get them by the sentence, ``taker`` whom the page is about giving to.
    """
    if chain and chain[0].act_class == "set_out":  # "Oslo said the tanks were on their way"
        told = tellers(page, syntax, chain[-1].token)
        told = [m for m in told if m.actor.type != "organisation" and m.actor.id != taker]
        return told if targets or taker is not None else []
    if not chain or chain[0].act_class not in _TOLD or syntax.agent(chain[0].token) is not None:
        return []
    lemma = syntax.tokens[chain[0].token].lemma
    if not syntax.passive(chain[0].token) and lemma not in ("arrive", "go"):
        return []
    payers = (*load("promise_words")["banks"], *load("acts")["paying_bodies"])
    return [m for m in tellers(page, syntax, chain[-1].token) if m.actor.id in payers]


#: "its support", whose sum stands behind it: "reported an increase in its support to €9m".
_OWN_AID = re.compile(
    r"\b(?:its|their)\s+(?:[\w-]+\s+){0,3}?(?:support|aid|assistance|contributions?|commitments?|pledges?"
    r"|packages?|funding|donations?|help)\b[^.;:,]{0,60}$",
    re.IGNORECASE,
)
_REACH = 120


def tells_of_own_aid(page: Page, syntax: Syntax, thing: Span) -> list[ActorMention]:
    """Give the subject of the clause in which a sum is told to be "its" aid."""
    sentence = page.sentence_of(thing)
    start = max(sentence.start, thing.start - _REACH)
    own = _OWN_AID.search(page.text, start, thing.start)
    head = None if own is None else syntax.head_of(thing)
    for verb in [] if head is None else syntax.verbs_above(head):
        subject = syntax.child(verb, "nsubj")
        named = [] if subject is None else mentions_under(page, syntax, subject)
        if named:
            return [m for m in named if m.actor.type in ("state", "organisation")]
    return []
