"""Proposals told by a clause: "proposed that …", "put forward a …", "demands that X withdraw"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from pledgebook.extract.lexicon import any_of, load
from pledgebook.extract.page import Page
from pledgebook.extract.proposal_found import Put
from pledgebook.extract.proposal_plans import of_peace
from pledgebook.extract.proposal_sides import Side, sides_of
from pledgebook.extract.proposal_tellers import acting, teller
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.term_frames import frame_of
from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import ProposalType

#: Codes of terms by the words of a clause, the most telling first.
_TYPES: tuple[ProposalType, ...] = ("truce", "force", "talks", "plan")
_END = re.compile(r"[.;!?](?=\s|$)|[”\"](?=[\s.]*$)|,\s+(?:he|she|it|they)\s+(?:said|added)")


def clauses_put(page: Page, syntax: Syntax, sentence: Span) -> Iterator[Put]:
    """Give what a sentence tells as proposed or demanded in a clause or phrase of its own."""
    speaker = teller(page, syntax)
    for n, token in enumerate(syntax.tokens):
        if token.pos != "VERB" or syntax.negated(n) or page.quoted(token.span.start):
            continue
        lemma = token.lemma.lower()
        read = _reader(syntax, n, lemma)
        frame = None if read is None else frame_of(syntax, n)
        if read is None or frame is None or frame.kind not in ("done", "coming"):
            continue
        for put in read(page, syntax, sentence, n, speaker):
            yield replace(put, speaker=speaker, coming=frame.kind == "coming")


#: Reads what a verb puts forward: page, parse, sentence, verb and whoever tells the sentence.
_Read = Callable[[Page, Syntax, Span, int, Side | None], Iterator[Put]]


def _reader(syntax: Syntax, verb: int, lemma: str) -> _Read | None:
    """Give what reads a verb's clause; None where the verb puts nothing forward."""
    lists = load("proposals")
    if lemma in lists["puts_forward"] and _forward(syntax, verb, lemma):
        return _put_forward
    if lemma in lists["demands"]:
        return _demanded
    if lemma in lists["asks_for"]:
        return _asked
    return _offered if lemma == "offer" else None


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
    if clause is None or clause < verb or not who or _of_money(page, syntax, sentence, clause):
        return
    if syntax.tokens[verb].lemma.lower() == "suggest" and not _to_be_done(syntax, verb, clause):
        return
    content = _whole(page, syntax, sentence, clause)
    code = _code(page, content, "other")
    if code == "other" and page.from_office:
        return  # rules and budgets of its own
    if page.words(content).lower().startswith(("no ", "nothing")):
        return
    yield Put(code=code, status="proposed", proposers=who, addressees=[], content=content,
              words=syntax.tokens[verb].span)  # fmt: skip


def _of_money(page: Page, syntax: Syntax, sentence: Span, clause: int) -> bool:
    """Say whether a sum is put forward, and not only told of behind ", which"."""
    below = syntax.subtree(clause)
    behind = page.text.find(", which ", below.start, below.end)
    ends = behind if behind > 0 else sentence.end
    return bool(page.money.within(Span(sentence.start, ends)))


def _to_be_done(syntax: Syntax, verb: int, clause: int) -> bool:
    """Say whether a clause tells what should be done, and not what is thought to be so.

    Behind "suggested" a plain form is no present: "suggested that Oslo and Riga open the road".
    """
    tag = syntax.tokens[clause].tag
    helped = set(syntax.auxiliaries(clause)) - {"should", "be"}
    plain = tag in ("VB", "VBG") or (tag == "VBP" and syntax.tokens[verb].tag == "VBD")
    return plain and not helped and not syntax.negated(clause)


def _demanded(
    page: Page, syntax: Syntax, sentence: Span, verb: int, speaker: Side | None
) -> Iterator[Put]:
    """What one side demands that the other give up, in a clause or a noun."""
    clause = syntax.child(verb, "ccomp")
    who = acting(page, syntax, syntax.subject(verb), speaker)
    if not who or (clause is not None and clause < verb):
        return
    if clause is None:
        yield from _noun_demanded(page, syntax, sentence, verb, who)
        return
    content = _whole(page, syntax, sentence, clause)
    if not _gives_up(page, content):
        return
    asked = sides_of(page, syntax, syntax.subject(clause))
    if asked:
        yield Put(code="peace_terms", status="called_for", proposers=who, addressees=asked,
                  content=content, words=syntax.tokens[verb].span)  # fmt: skip


def _gives_up(page: Page, content: Span) -> bool:
    """Say whether something is to be given up: land, arms, an army's ground; no ship or dog."""
    area = content.start, content.end
    if any_of("proposals", "give_up").search(page.text, *area):
        return True
    too = any_of("proposals", "give_up_too").search(page.text, *area)
    return too is not None and of_peace(page, content)


def _noun_demanded(
    page: Page, syntax: Syntax, sentence: Span, verb: int, who: list[Side]
) -> Iterator[Put]:
    """Read "demanded the withdrawal of Mali's troops", "insisted on the release of prisoners"."""
    thing = syntax.child(verb, "dobj")
    for c in syntax.children[verb] if thing is None else ():
        if syntax.tokens[c].text.lower() == "on":
            thing = syntax.child(c, "pobj")
    if thing is None or syntax.tokens[thing].lemma.lower() not in load("proposals")["given_up"]:
        return
    owner = syntax.child(thing, "poss")
    content = _whole(page, syntax, sentence, thing)
    if of_peace(page, content):
        yield Put(code="peace_terms", status="called_for", proposers=who,
                  addressees=sides_of(page, syntax, owner), content=content,
                  words=syntax.tokens[verb].span)  # fmt: skip


def _asked(
    page: Page, syntax: Syntax, sentence: Span, verb: int, speaker: Side | None
) -> Iterator[Put]:
    """Who is called upon to stop fighting or to talk: "appealed to both sides to return to …"."""
    clause = syntax.child(verb, "xcomp", "ccomp")
    who = acting(page, syntax, syntax.subject(verb), speaker)
    if clause is None or clause < verb or not who:
        return
    frame = frame_of(syntax, clause)
    asked = sides_of(page, syntax, frame.of) if frame.kind == "asked" else []
    content = _whole(page, syntax, sentence, clause)
    code = _stops_or_talks(page, content)
    if code is not None and asked:
        yield Put(code=code, status="called_for", proposers=who, addressees=asked,
                  content=content, words=syntax.tokens[verb].span)  # fmt: skip


def _stops_or_talks(page: Page, content: Span) -> ProposalType | None:
    kinds: tuple[ProposalType, ...] = ("truce", "talks")
    return next(
        (
            kind
            for kind in kinds
            if any_of("proposals", "acts_of", kind).search(page.text, content.start, content.end)
        ),
        None,
    )


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
