"""Proposals told by a clause: "proposed that …", "put forward a …", "demands that X withdraw"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pledgebook.extract.lexicon import any_of, load
from pledgebook.extract.page import Page
from pledgebook.extract.parties import bound_actor, mentions_under
from pledgebook.extract.proposal_found import Put
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import ProposalType
from pledgebook.resolve.mentions import ActorMention

#: Codes of terms by the words of a clause, the most telling first.
_TYPES: tuple[ProposalType, ...] = ("truce", "force", "talks", "plan")
_END = re.compile(r"[.;!?](?=\s|$)|[”\"](?=[\s.]*$)|,\s+(?:he|she|it|they)\s+(?:said|added)")
#: What one side asks the other to give up.
_GIVE_UP = re.compile(
    r"\b(?:withdraw|pull\s+(?:out|back|its|their|his)|cede|give\s+up|hand\s+over|surrender|renounce"
    r"|recogni[sz]e|demilitari[sz]e|disarm|leave)\b"
)
_TABLES = re.compile(
    r"\b(?:plan|draft|proposal|document|deal|blueprint|framework)\b", re.IGNORECASE
)


def clauses_put(page: Page, syntax: Syntax, sentence: Span) -> Iterator[Put]:
    """Give what a sentence tells as proposed or demanded in a clause or phrase of its own."""
    for n, token in enumerate(syntax.tokens):
        if token.pos != "VERB" or syntax.negated(n) or page.quoted(token.span.start):
            continue
        lemma = token.lemma.lower()
        if lemma in load("proposals")["puts_forward"] and _forward(syntax, n, lemma):
            yield from _put_forward(page, syntax, sentence, n)
        elif lemma in load("proposals")["demands"]:
            yield from _demanded(page, syntax, sentence, n)
        elif lemma == "offer":
            yield from _offered(page, syntax, sentence, n)
        elif lemma in load("proposals")["holds"]:
            yield from _held(page, syntax, sentence, n)


def _forward(syntax: Syntax, verb: int, lemma: str) -> bool:
    """Say whether "put" has its "forward"; who proposes needs none."""
    if lemma != "put":
        return True
    return any(syntax.tokens[c].text.lower() == "forward" for c in syntax.children[verb])


def _put_forward(page: Page, syntax: Syntax, sentence: Span, verb: int) -> Iterator[Put]:
    clause = syntax.child(verb, "ccomp", "dobj", "xcomp")
    who = _subjects(page, syntax, verb)
    if clause is None or clause < verb or not who or page.money.within(sentence):
        return
    content = _whole(page, syntax, sentence, clause)
    code = _code(page, content, "other")
    if code == "other" and page.from_office:
        return  # rules and budgets of its own
    if page.words(content).lower().startswith(("no ", "nothing")):
        return
    yield Put(code=code, status="proposed", proposers=who, addressees=[], content=content,
              words=syntax.tokens[verb].span)  # fmt: skip


def _demanded(page: Page, syntax: Syntax, sentence: Span, verb: int) -> Iterator[Put]:
    clause = syntax.child(verb, "ccomp")
    who = _subjects(page, syntax, verb)
    if clause is None or clause < verb or not who:
        return
    content = _whole(page, syntax, sentence, clause)
    if _GIVE_UP.search(page.text, content.start, content.end) is None:
        return
    asked = _subjects(page, syntax, clause)
    if asked:
        yield Put(code="peace_terms", status="called_for", proposers=who, addressees=asked,
                  content=content, words=syntax.tokens[verb].span)  # fmt: skip


def _offered(page: Page, syntax: Syntax, sentence: Span, verb: int) -> Iterator[Put]:
    clause = syntax.child(verb, "xcomp")
    who = _subjects(page, syntax, verb)
    if clause is None or not who or syntax.tokens[clause].lemma.lower() not in ("host", "mediate"):
        return
    content = _whole(page, syntax, sentence, clause)
    talks = any_of("proposals", "rounds").search(page.text, content.start, content.end)
    if talks is not None or syntax.tokens[clause].lemma.lower() == "mediate":
        yield Put(code="talks", status="proposed", proposers=who, addressees=[],
                  content=content, words=syntax.tokens[verb].span)  # fmt: skip


def _held(page: Page, syntax: Syntax, sentence: Span, verb: int) -> Iterator[Put]:
    """What a draft or plan holds: "a plan foresees talks by May"."""
    subject, held = syntax.child(verb, "nsubj"), syntax.child(verb, "dobj")
    if subject is None or held is None or not _TABLES.fullmatch(syntax.tokens[subject].text):
        return
    content = _whole(page, syntax, sentence, held)
    code = _code(page, content, "other")
    owners = [c for c in syntax.children[subject] if syntax.tokens[c].dep in ("poss", "amod")]
    who = [m for c in owners for m in mentions_under(page, syntax, c) if bound_actor(m)]
    if code in ("truce", "force") and who:
        yield Put(code="peace_terms", status="proposed", proposers=who, addressees=[],
                  content=content, words=syntax.tokens[verb].span)  # fmt: skip


def _subjects(page: Page, syntax: Syntax, verb: int) -> list[ActorMention]:
    subject = syntax.subject(verb)
    found = [] if subject is None else mentions_under(page, syntax, subject)
    return [m for m in found if bound_actor(m) is not None or m.actor.type == "person"]


def _whole(page: Page, syntax: Syntax, sentence: Span, top: int) -> Span:
    """The clause or phrase below a token, to its end in the sentence."""
    below = syntax.subtree(top)
    end = _END.search(page.text, below.start, sentence.end)
    raw = page.text[below.start : min(below.end, end.start()) if end else below.end]
    start = below.start + (len("that ") if raw.lower().startswith("that ") else 0)
    return Span(start, below.start + len(raw.rstrip(' ,.;"”')))


def _code(page: Page, content: Span, other: ProposalType) -> ProposalType:
    found = (
        code
        for code in _TYPES
        if any_of("proposals", "types", code).search(page.text, content.start, content.end)
    )
    return next(found, other)
