"""What a plan holds: "X's draft foresees …", "under the text that X put forward …", "terms: …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pledgebook.extract.lexicon import any_of, load
from pledgebook.extract.page import Page
from pledgebook.extract.proposal_found import Put
from pledgebook.extract.proposal_sides import Side, sides_of
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span

#: Behind a verb or its phrase, the list of what a plan holds.
_LIST = re.compile(r":\s+(?=\w)")
_END = re.compile(r"[.;!?](?=\s|$)|[”\"](?=[\s.]*$)")
#: How a noun's owner hangs on it: "Togo's plan", "the Qatari draft".
_OWNERS = frozenset({"poss", "amod", "compound", "nmod"})


def plans_told(page: Page, syntax: Syntax, sentence: Span) -> Iterator[Put]:
    """Give the terms that a sentence tells of a plan, a draft or a list of terms."""
    for n, token in enumerate(syntax.tokens):
        if token.lemma.lower() not in load("proposals")["tables"] or token.pos != "NOUN":
            continue
        content = _held(page, syntax, sentence, n)
        if content is None or page.quoted(token.span.start) or not of_peace(page, content):
            continue
        yield Put(
            code="peace_terms",
            status="proposed",
            proposers=_owners(page, syntax, n),
            addressees=_put_to(page, syntax, n),
            content=content,
            words=token.span,
        )
        return


def of_peace(page: Page, content: Span) -> bool:
    """Say whether words are of a peace: one that stands nowhere else, or two that may."""
    if any_of("proposals", "of_peace").search(page.text, content.start, content.end):
        return True
    near = any_of("proposals", "near_peace").finditer(page.text, content.start, content.end)
    return len({found.group().lower() for found in near}) > 1


def _held(page: Page, syntax: Syntax, sentence: Span, noun: int) -> Span | None:
    """What is told to stand in the plan; None where the sentence tells something else of it."""
    token = syntax.tokens[noun]
    over = syntax.tokens[token.head]
    if token.dep == "pobj" and over.text.lower() in ("under", "among"):
        return _under(page, syntax, sentence, token.head)
    if token.dep not in ("nsubj", "nsubjpass"):
        return None
    verb = token.head
    listed = _LIST.search(page.text, over.span.end, sentence.end)
    if listed is not None and over.lemma.lower() in ("have", "be", "know", "include", "contain"):
        return _cut(page, sentence, listed.end(), sentence.end)
    if syntax.negated(verb):
        return None
    held = _object(syntax, verb)
    if held is None:
        return None
    below = syntax.subtree(held)
    return _cut(page, sentence, below.start, below.end)


def _object(syntax: Syntax, verb: int) -> int | None:
    """What a plan foresees, provides for, would have somebody do or is said to contain."""
    lemma = syntax.tokens[verb].lemma.lower()
    told = syntax.child(verb, "xcomp") if syntax.passive(verb) else verb
    if told is None or (told != verb and lemma not in ("say", "report", "understand", "believe")):
        return None
    lemma = syntax.tokens[told].lemma.lower()
    if lemma in load("proposals")["holds"]:
        return syntax.child(told, "dobj", "ccomp")
    if lemma == "have":
        return syntax.child(told, "ccomp")
    if lemma in ("provide", "call"):
        behind = (c for c in syntax.children[told] if syntax.tokens[c].text.lower() == "for")
        return next((p for c in behind if (p := syntax.child(c, "pobj")) is not None), None)
    return None


def _under(page: Page, syntax: Syntax, sentence: Span, preposition: int) -> Span | None:
    """The main clause behind "Under the draft …," or the list behind "Among the terms … are"."""
    opening = syntax.tokens[preposition]
    verb = opening.head
    if opening.span.start > sentence.start + _OPENS or syntax.tokens[verb].pos not in _VERBS:
        return None
    if opening.text.lower() == "among":
        be = syntax.tokens[verb]
        fits = be.lemma.lower() == "be" and verb > preposition
        return _cut(page, sentence, be.span.end, sentence.end) if fits else None
    subject = syntax.child(verb, "nsubj", "nsubjpass")
    would = any(syntax.tokens[c].text.lower() in _TO_COME for c in syntax.children[verb])
    if subject is None or subject < preposition or not would:
        return None
    return _cut(page, sentence, syntax.subtree(subject).start, sentence.end)


#: "Under the plan" opens its sentence; a mark or a conjunction may stand before it.
_OPENS = 6
_VERBS = frozenset({"VERB", "AUX"})
#: What a plan foresees is still to come.
_TO_COME = frozenset({"would", "will", "is", "are", "must", "should", "could", "may", "to"})


def _cut(page: Page, sentence: Span, start: int, end: int) -> Span | None:
    found = _END.search(page.text, start, min(end, sentence.end))
    raw = page.text[start : found.start() if found else min(end, sentence.end)]
    lead = len(raw) - len(raw.lstrip())
    words = raw.strip().rstrip(' ,.;"”')
    return Span(start + lead, start + lead + len(words)) if words else None


def _owners(page: Page, syntax: Syntax, noun: int) -> list[Side]:
    """Whose plan it is: "Togo's", "put forward by Togo", "that Togo circulated"."""
    for c in syntax.children[noun]:
        token = syntax.tokens[c]
        if token.dep in _OWNERS and (found := sides_of(page, syntax, c)):
            return found
        if token.dep in ("acl", "relcl") and token.lemma.lower() in load("proposals")["drawn_up"]:
            by = syntax.agent(c)
            found = sides_of(page, syntax, syntax.child(c, "nsubj") if by is None else by)
            if found:
                return found
    return []


def _put_to(page: Page, syntax: Syntax, noun: int) -> list[Side]:
    """To whom it was put: "the terms put to Togo"."""
    for c in syntax.children[noun]:
        token = syntax.tokens[c]
        if token.dep != "acl" or token.lemma.lower() not in load("proposals")["drawn_up"]:
            continue
        for to in syntax.children[c]:
            if syntax.tokens[to].text.lower() == "to":
                return sides_of(page, syntax, syntax.child(to, "pobj"))
    return []
