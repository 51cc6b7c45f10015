"""Promises of a share of what a state earns: "will give 0.25 % of GDP a year to Mali".

A share is no amount of a promise: the claim has none, and its purpose holds the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pledgebook.extract.acts import chain_above
from pledgebook.extract.commitment_parties import PartyFinder
from pledgebook.extract.commitment_terms import fill_terms
from pledgebook.extract.drafts import Draft
from pledgebook.extract.page import Page
from pledgebook.extract.share_words import SHARE_WORDS
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.ungiven import supposed
from pledgebook.model.spans import Span

#: Rule of promises of a share.
SHARE = "share"
#: Where the clause of a share ends.
_ENDS = re.compile(r"[.,;:](?=\s|$)|\s(?:while|but|until|by\s+20\d\d)\b")
#: Acts that give such a share to others.
_GIVING = frozenset({"give", "allocate", "commit", "pledge", "disburse", "deliver"})


def shares(page: Page, syntax: Syntax, sentence: Span, finder: PartyFinder) -> Iterator[Draft]:
    """Give the promises of a share whose giver and whose other side the sentence names."""
    for found in SHARE_WORDS.finditer(page.text, sentence.start, sentence.end):
        share = Span(*found.span())
        chain = chain_above(syntax, share)
        if not chain or chain[0].act_class not in _GIVING or supposed(syntax, chain):
            continue
        draft = Draft(sentence=sentence, rule=SHARE, purpose=_purpose(page, share, sentence))
        fill_terms(page, syntax, draft, chain, share)
        finder.fill(syntax, draft, chain, share)
        draft.instrument = ("unspecified", None)
        if draft.stage[0] == "delivered":  # a share is money
            draft.stage = ("disbursed", draft.stage[1])
        givers = {p.actor.id for p in draft.donors if not p.from_context or p.words is not None}
        takers = {p.actor.id for p in draft.recipients if not p.from_context}
        if givers and takers - givers and draft.stage[0] not in ("called_for", "withdrawn"):
            yield draft


def _purpose(page: Page, share: Span, sentence: Span) -> Span:
    """Give the share with what it is for, up to the end of its clause."""
    end = _ENDS.search(page.text, share.end, sentence.end)
    return Span(share.start, sentence.end if end is None else end.start())
