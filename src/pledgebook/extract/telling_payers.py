"""Bodies that lend and pay, and tell that a sum has been paid: "was paid out, the EU said".

A state that tells so is found as the only state of its sentence (only_giver.py); other
organisations tell of what others give.
"""

from __future__ import annotations

from collections.abc import Sequence

from pledgebook.extract.acting_parties import tellers
from pledgebook.extract.acts import Act
from pledgebook.extract.lexicon import load
from pledgebook.extract.page import Page
from pledgebook.extract.syntax import Syntax
from pledgebook.resolve.mentions import ActorMention

#: Classes of acts that tell what became of a sum.
_TOLD = frozenset({"deliver", "disburse", "set_out", "allocate", "commit"})


def telling_payers(page: Page, syntax: Syntax, chain: Sequence[Act]) -> list[ActorMention]:
    """Give the body that pays and tells of a payment in whose clause nobody acts."""
    if not chain or chain[0].act_class not in _TOLD or syntax.agent(chain[0].token) is not None:
        return []
    if not syntax.passive(chain[0].token) and syntax.tokens[chain[0].token].lemma != "arrive":
        return []
    payers = (*load("promise_words")["banks"], *load("acts")["paying_bodies"])
    return [m for m in tellers(page, syntax, chain[-1].token) if m.actor.id in payers]
