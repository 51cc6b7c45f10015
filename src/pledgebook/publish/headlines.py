"""One plain line per claim: who, to whom, what, how firm."""

from __future__ import annotations

from pledgebook.model.claims import (
    Claim,
    Commitment,
    Measure,
    Participation,
    PlanPoint,
    Proposal,
    Statement,
)
from pledgebook.model.values import Actor
from pledgebook.publish import words
from pledgebook.publish.book import Book
from pledgebook.publish.spoken import act_of, with_act

#: Characters of a quoted clause in a heading; the whole clause stands on the entry's page.
CLAUSE_LIMIT = 140
#: Where the words of a source may not be shown.
_UNSHOWN = "(words not shown)"


def headline(book: Book, claim: Claim) -> str:
    """Write the line for a claim; words of a source only where its rights allow them."""
    match claim:
        case Commitment():
            return _commitment(book, claim)
        case Statement():
            return _statement(book, claim)
        case Participation():
            return f"{book.name(claim.actor)}: {claim.role}, {_event(book, claim)}"
        case Proposal():
            return _proposal(book, claim)
        case PlanPoint():
            point = "Point" if claim.ordinal is None else f"Point {claim.ordinal}"
            return f"{point}: {_clause(book, claim, claim.content)}"
        case Measure():
            return _measure(book, claim)
    raise TypeError(type(claim).__name__)


def _statement(book: Book, claim: Statement) -> str:
    """Name who spoke, and what; an act that is more than saying stands in the source's words."""
    name = _names(book, _some(claim.speaker))
    hidden = book.rights(claim.source.id) == "metadata"
    between = ": " if hidden or act_of(claim.cue) is None else " "
    return f"{name}{between}{shortened(said(book, claim))}"


def said(book: Book, claim: Statement) -> str:
    """Write what was said behind the words of the act (``spoken``), where they may be shown."""
    hidden = book.rights(claim.source.id) == "metadata"
    return _UNSHOWN if hidden else with_act(claim.cue, claim.content)


def _commitment(book: Book, claim: Commitment) -> str:
    what = ", ".join(_things(book, claim)) or words.plain(claim.aid_type) + " aid"
    return f"{parties(book, claim.donors, claim.recipients)}: {what}"


def _things(book: Book, claim: Commitment) -> list[str]:
    parts = []
    if claim.amount is not None:
        parts.append(words.amount_words(claim.amount))
    if claim.instrument != "unspecified":
        parts.append(words.plain(claim.instrument))
    if claim.items and book.rights(claim.source.id) != "metadata":
        parts.append(shortened(words.listed([words.item_words(i) for i in claim.items])))
    elif claim.amount is None and claim.purpose is not None:
        parts.append(_clause(book, claim, claim.purpose))
    return parts


def _proposal(book: Book, claim: Proposal) -> str:
    what = words.plain(claim.proposal_type)
    if claim.period is not None and claim.period.duration is not None:
        what += f" of {words.duration_words(claim.period.duration)}"
    if claim.scope:
        what += f" ({words.listed([words.plain(scope) for scope in claim.scope])})"
    if not claim.scope and claim.proposal_type != "truce":
        what += f": {_clause(book, claim, claim.content)}"
    if claim.status != "proposed":
        what += f", {words.plain(claim.status)}"
    return f"{_names(book, claim.proposers)}: {what}"


def _measure(book: Book, claim: Measure) -> str:
    what = words.plain(claim.action)
    if claim.object is not None:
        what += f": {_clause(book, claim, claim.object)}"
    if claim.amount is not None:
        what += f", {words.amount_words(claim.amount)}"
    return f"{parties(book, claim.actors, claim.targets)}: {what}"


def _event(book: Book, claim: Participation) -> str:
    unshown = book.rights(claim.source.id) == "metadata"
    return _UNSHOWN if unshown else words.event_words(claim.event)


def parties(book: Book, givers: tuple[Actor, ...], takers: tuple[Actor, ...]) -> str:
    """Write who is bound and, where said, for or against whom."""
    given = _names(book, givers)
    return f"{given} \N{RIGHTWARDS ARROW} {_names(book, takers)}" if takers else given


def _names(book: Book, actors: tuple[Actor, ...]) -> str:
    names = dict.fromkeys(book.name(actor) for actor in actors)
    return words.listed(list(names)) or "Somebody not named"


def _some(actor: Actor | None) -> tuple[Actor, ...]:
    return () if actor is None else (actor,)


def _clause(book: Book, claim: Claim, text: str) -> str:
    return _UNSHOWN if book.rights(claim.source.id) == "metadata" else shortened(text)


def shortened(text: str, limit: int = CLAUSE_LIMIT) -> str:
    """Cut a clause at a word border and say so with an ellipsis."""
    flat = " ".join(text.split())
    if len(flat) <= limit:
        return flat
    cut = flat[:limit].rsplit(" ", 1)[0]
    return f"{cut} …"
