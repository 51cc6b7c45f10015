"""Who answers a term that another has put forward in the same sentence: "… and Sudan agreed"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pledgebook.extract.page import Page
from pledgebook.extract.proposal_found import Put
from pledgebook.extract.proposal_sides import Side, sides_of
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.term_frames import frame_of
from pledgebook.extract.term_verbs import class_of
from pledgebook.model.vocabulary import ProposalStatus

#: What a verb of answering that stands alone does not have: it would be about that.
_OBJECTS = ("dobj", "xcomp", "ccomp", "prep", "nsubjpass")
_RELATIVE = frozenset({"that", "which"})
_ANSWERS: dict[str, ProposalStatus] = {"agreed": "agreed", "rejected": "rejected"}


def answers_to(page: Page, syntax: Syntax, put: Put) -> Iterator[Put]:
    """Give the answers that a sentence tells to a term put forward in it."""
    if put.status != "proposed":
        return
    for n, token in enumerate(syntax.tokens):
        if token.pos != "VERB" or token.span.start < put.content.start or syntax.negated(n):
            continue
        status = _ANSWERS.get(class_of(syntax, n) or "")
        if status is None or frame_of(syntax, n).kind != "done":
            continue
        who = _answering(page, syntax, put, n)
        if who:
            yield replace(put, status=status, proposers=who, addressees=[], words=token.span,
                          coming=False)  # fmt: skip


def _answering(page: Page, syntax: Syntax, put: Put, verb: int) -> list[Side]:
    """The subject of a verb without an object, or of a relative clause behind the term."""
    own = syntax.child(verb, "nsubj")
    if own is None or syntax.tokens[own].pos == "PRON":
        return []
    if syntax.tokens[verb].dep == "relcl":
        behind = put.content.holds(syntax.tokens[syntax.tokens[verb].head].span)
        about = syntax.child(verb, "dobj", "pobj")
        relative = about is not None and syntax.tokens[about].text.lower() in _RELATIVE
        return sides_of(page, syntax, own) if behind and relative else []
    alone = syntax.child(verb, *_OBJECTS) is None
    later = syntax.tokens[own].span.start >= put.content.start
    return sides_of(page, syntax, own) if alone and later else []
