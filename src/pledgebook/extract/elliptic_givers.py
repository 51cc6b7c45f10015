"""Givers told without a verb of their own: a gapped clause, "respectively", a package's owner."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pledgebook.extract.act_verbs import GIVING
from pledgebook.extract.drafts import Draft
from pledgebook.extract.gate_gapped import before_later_sums, right_before
from pledgebook.extract.lexicon import load, verb_classes
from pledgebook.extract.page import Page
from pledgebook.extract.parties import bound_actor, mentions_under
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

#: Right before the first taker of several: "gave Mali €9m and Chad €5m".
_GAVE = re.compile(
    r"\b(?:giv(?:e|es|ing|en)|gave|lends?|lent|lending|offer(?:s|ed|ing)?|grant(?:s|ed|ing)?|pays?|paid"
    r"|award(?:s|ed|ing)?|sends?|sent|promis(?:e|es|ed|ing))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_RESPECTIVELY = re.compile(r"\brespectively\b", re.IGNORECASE)
#: Between the sums of one row.
_ROW = re.compile(r"\s*(?:,|,?\s*\b(?:and|&))\s*", re.IGNORECASE)
#: Between a noun of promise and whose it is.
_BY = frozenset({"of", "by"})
#: Verbs that tell how much a package comes to.
_COMES_TO = frozenset(
    {"be", "total", "amount", "come", "reach", "exceed", "stand", "contain", "include"}
)


def gapped_taker(page: Page, sentence: Span, thing: Span) -> list[ActorMention]:
    """Give who gets a later sum where each sum has its taker before it: "gave Mali €9m, Chad €5m".

    So it is where a verb of giving stands before the first of them.
    """
    first = page.money.within(sentence)[:1]
    leading = right_before(page, Span(sentence.start, first[0].span.start)) if first else None
    if leading is None or not _GAVE.search(page.text, sentence.start, leading.span.start):
        return []
    if first[0].span == thing:
        return [leading]
    return [m for m, money in before_later_sums(page, sentence) if money == thing]


def share_out(page: Page, draft: Draft, thing: Span) -> None:
    """Leave a draft its own giver or receiver where several sums are dealt out in their order.

    So they are by "respectively", and in one row: "A, B and C joined in, with €1m, €2m and €3m".
    """
    sums = [money.span for money in page.money.within(draft.sentence)]
    sums = _row_of(page, sums, thing)
    dealt = _RESPECTIVELY.search(page.words(draft.sentence)) is not None or _in_a_row(page, sums)
    if thing not in sums or not dealt:
        return
    if len(sums) == len(draft.donors) > 1:
        draft.donors = [draft.donors[sums.index(thing)]]
    elif len(sums) == len(draft.recipients) > 1:
        draft.recipients = [draft.recipients[sums.index(thing)]]


def _row_of(page: Page, sums: Sequence[Span], thing: Span) -> list[Span]:
    """Give the sums that stand in one row with a thing, or all where it is in no row."""
    rows: list[list[Span]] = []
    for one in sums:
        joined = rows and _ROW.fullmatch(page.text[rows[-1][-1].end : one.start])
        if joined:
            rows[-1].append(one)
        else:
            rows.append([one])
    own = next((row for row in rows if thing in row), [])
    return own if len(own) > 1 else list(sums)


def _in_a_row(page: Page, sums: Sequence[Span]) -> bool:
    """Say whether nothing but commas and "and" stands between sums."""
    gaps = (page.text[a.end : b.start] for a, b in pairwise(sums))
    return all(_ROW.fullmatch(gap) for gap in gaps)


def own_source(
    page: Page, sentence: Span, thing: Span, sources: list[ActorMention]
) -> list[ActorMention]:
    """Keep of those behind "from" who stands before the next sum: "€9m from A and €5m from B"."""
    later = page.money.within(Span(thing.end, sentence.end))
    own = [m for m in sources if later and m.span.end <= later[0].span.start]
    return own or sources


def tellers_of_promise(page: Page, syntax: Syntax, thing: Span) -> list[ActorMention]:
    """Give those whose decision or offer a noun tells: "the announcement by Oslo of €5m for …"."""
    noun = promise_told(syntax, thing)
    return [] if noun is None else _told_by(page, syntax, noun)


def promise_told(syntax: Syntax, thing: Span) -> int | None:
    """Give the noun that tells a promise of a thing: "the decision to send tanks", or None."""
    head = syntax.head_of(thing)
    for n in () if head is None else syntax.up(head):
        token = syntax.tokens[n]
        if token.lemma.lower() in load("acts")["promises_told"] and token.pos == "NOUN":
            return n
        if token.pos in ("VERB", "AUX") and token.dep not in ("acl", "xcomp", "pcomp", "relcl"):
            return None
    return None


def _told_by(page: Page, syntax: Syntax, noun: int) -> list[ActorMention]:
    """Give the owner of a noun, or who stands behind its "of" or "by"."""
    owner = syntax.child(noun, "poss")
    if owner is not None and syntax.tokens[owner].text.lower() in _OWNERS:
        return _owned_before(page, syntax, noun)
    if owner is not None:
        return [m for m in mentions_under(page, syntax, owner) if bound_actor(m) is not None]
    for prep in syntax.children[noun]:
        obj = syntax.child(prep, "pobj") if syntax.tokens[prep].text.lower() in _BY else None
        if obj is None:
            continue
        if found := [m for m in mentions_under(page, syntax, obj) if bound_actor(m) is not None]:
            return found
    return []


def _owned_before(page: Page, syntax: Syntax, noun: int) -> list[ActorMention]:
    """Give whom "its" stands for: who told the promise before it, else the subject of its verb.

    "Oslo's decision to send jets and its intention to give €5m", "Oslo told us of its intent to".
    """
    if beside := _owner_beside(page, syntax, noun):
        return [beside]
    told = load("acts")["promises_told"]
    for n in syntax.up(noun):
        token = syntax.tokens[n]
        if token.lemma.lower() in told and n != noun:
            return _told_by(page, syntax, n)
        subject = syntax.child(n, "nsubj") if token.pos == "VERB" else None
        if subject is not None:
            found = mentions_under(page, syntax, subject)
            return [m for m in found if bound_actor(m) is not None]
    return []


#: Between an owner and what else of its own is told in one breath: "Tokyo's plans and of its".
_AND_ITS = re.compile(
    r"['’]s?\s+(?:[\w-]+\s+){0,3}[\w-]+,?\s+and\s+(?:of\s+|on\s+|about\s+|also\s+)?", re.IGNORECASE
)


def _owner_beside(page: Page, syntax: Syntax, noun: int) -> ActorMention | None:
    """Give whose another noun is that "and its" joins a promise to."""
    its = syntax.child(noun, "poss")
    if its is None:
        return None
    at = syntax.tokens[its].span
    for mention in reversed(page.actors.within(Span(page.sentence_of(at).start, at.start))):
        if _AND_ITS.fullmatch(page.text, mention.span.end, at.start):
            return mention if bound_actor(mention) is not None else None
    return None


#: Words that stand for the owner of a promise.
_OWNERS = frozenset({"its", "their", "his", "her"})


def _given_by(syntax: Syntax, subject: int) -> list[int]:
    """Give the words of "by" of what was given: "the amount disbursed by Oslo exceeds €9m"."""
    given = [
        c
        for c in syntax.children[subject]
        if syntax.tokens[c].dep == "acl"
        and verb_classes("acts").get(syntax.tokens[c].text.lower()) in GIVING
    ]
    return [c for verb in given for c in syntax.children[verb] if syntax.tokens[c].dep == "agent"]


def package_owners(page: Page, syntax: Syntax, thing: Span) -> list[ActorMention]:
    """Give those whose package comes to a sum or holds things: "Oslo's package is worth €9m"."""
    head = syntax.head_of(thing)
    verbs = [] if head is None else syntax.verbs_above(head)[:1]
    for verb in verbs:
        subject = syntax.child(verb, "nsubj")
        if subject is None or syntax.tokens[verb].lemma.lower() not in _COMES_TO:
            continue
        agents = _given_by(syntax, subject)
        if not agents and syntax.tokens[subject].text.lower() not in load("acts")["nouns"]["aid"]:
            continue
        below = syntax.children[subject]
        owners = agents or [c for c in below if syntax.tokens[c].dep in ("poss", "amod")]
        found = [m for owner in owners for m in mentions_under(page, syntax, owner)]
        if bound := [m for m in found if bound_actor(m) is not None]:
            return bound
    return []
