"""Proposals told by a clause: "proposed that …", "put forward a …", "demands that X withdraw"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from pledgebook.extract.lexicon import any_of, load
from pledgebook.extract.page import Page
from pledgebook.extract.proposal_found import Put
from pledgebook.extract.proposal_sides import Side, sides_of
from pledgebook.extract.proposal_tellers import acting, teller
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.term_frames import Frame, frame_of
from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import ProposalType

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
    speaker = teller(page, syntax)
    for n, token in enumerate(syntax.tokens):
        if token.pos != "VERB" or syntax.negated(n) or page.quoted(token.span.start):
            continue
        lemma = token.lemma.lower()
        read = _reader(syntax, n, lemma)
        frame = None if read is None else frame_of(syntax, n)
        if read is None or frame is None or not _told(read, frame):
            continue
        for put in read(page, syntax, sentence, n, speaker):
            yield replace(put, speaker=speaker, coming=frame.kind == "coming")


def _told(read: _Read, frame: Frame) -> bool:
    """Say whether a verb puts something forward in its frame; a draft is only said to hold it."""
    return read is _held or frame.kind in ("done", "coming")


#: Reads what a verb puts forward: page, parse, sentence, verb and whoever tells the sentence.
_Read = Callable[[Page, Syntax, Span, int, Side | None], Iterator[Put]]


def _reader(syntax: Syntax, verb: int, lemma: str) -> _Read | None:
    """Give what reads a verb's clause; None where the verb puts nothing forward."""
    lists = load("proposals")
    if lemma in lists["puts_forward"] and _forward(syntax, verb, lemma):
        return _put_forward
    if lemma in lists["demands"]:
        return _demanded
    if lemma == "offer":
        return _offered
    return _held if lemma in lists["holds"] else None


def _forward(syntax: Syntax, verb: int, lemma: str) -> bool:
    """Say whether "put" has its "forward"; who proposes needs none."""
    if lemma != "put":
        return True
    return any(syntax.tokens[c].text.lower() == "forward" for c in syntax.children[verb])


def _put_forward(
    page: Page, syntax: Syntax, sentence: Span, verb: int, speaker: Side | None
) -> Iterator[Put]:
    clause = syntax.child(verb, "ccomp", "dobj", "xcomp")
    who = acting(page, syntax, syntax.subject(verb), speaker)
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


def _demanded(
    page: Page, syntax: Syntax, sentence: Span, verb: int, speaker: Side | None
) -> Iterator[Put]:
    clause = syntax.child(verb, "ccomp")
    who = acting(page, syntax, syntax.subject(verb), speaker)
    if clause is None or clause < verb or not who:
        return
    content = _whole(page, syntax, sentence, clause)
    if _GIVE_UP.search(page.text, content.start, content.end) is None:
        return
    asked = sides_of(page, syntax, syntax.subject(clause))
    if asked:
        yield Put(code="peace_terms", status="called_for", proposers=who, addressees=asked,
                  content=content, words=syntax.tokens[verb].span)  # fmt: skip


def _offered(
    page: Page, syntax: Syntax, sentence: Span, verb: int, speaker: Side | None
) -> Iterator[Put]:
    clause = syntax.child(verb, "xcomp")
    who = acting(page, syntax, syntax.subject(verb), speaker)
    if clause is None or not who or syntax.tokens[clause].lemma.lower() not in ("host", "mediate"):
        return
    content = _whole(page, syntax, sentence, clause)
    talks = any_of("proposals", "rounds").search(page.text, content.start, content.end)
    if talks is not None or syntax.tokens[clause].lemma.lower() == "mediate":
        yield Put(code="talks", status="proposed", proposers=who, addressees=[],
                  content=content, words=syntax.tokens[verb].span)  # fmt: skip


def _held(
    page: Page, syntax: Syntax, sentence: Span, verb: int, _speaker: Side | None
) -> Iterator[Put]:
    """What a draft or plan holds: "a plan foresees talks by May"."""
    subject, held = syntax.child(verb, "nsubj"), syntax.child(verb, "dobj")
    if subject is None or held is None or not _TABLES.fullmatch(syntax.tokens[subject].text):
        return
    content = _whole(page, syntax, sentence, held)
    code = _code(page, content, "other")
    owners = [c for c in syntax.children[subject] if syntax.tokens[c].dep in ("poss", "amod")]
    who = [side for c in owners for side in sides_of(page, syntax, c)]
    if code in ("truce", "force") and who:
        yield Put(code="peace_terms", status="proposed", proposers=who, addressees=[],
                  content=content, words=syntax.tokens[verb].span)  # fmt: skip


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
