"""The reader for proposals: truces, forces, talks and terms that are put forward."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain

from pledgebook.extract.lexicon import any_of, forms, load, verb_classes
from pledgebook.extract.page import Page
from pledgebook.extract.peace_needs import needs_of_peace
from pledgebook.extract.proposal_clauses import clauses_put
from pledgebook.extract.proposal_found import record
from pledgebook.extract.proposal_plans import plans_told
from pledgebook.extract.proposal_terms import TERMS, terms_named
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.term_answers import answers_to
from pledgebook.model.claims import Proposal
from pledgebook.model.spans import Span


class ProposalReader:
    """Finds a term's noun, the verb that puts it forward, and who does so."""

    name = "rules/proposals"

    def read(self, page: Page) -> Iterable[Proposal]:
        """Propose one claim per term and sentence; bullets of plans are left to plan points."""
        seen: set[tuple[str, str, tuple[str | None, ...]]] = set()
        sentences = [s for s in page.sentences if _candidate(page, s)]
        page.parse_ahead(sentences)
        for sentence in sentences:
            for claim in _all_of(page, sentence):
                key = (claim.proposal_type, claim.status, tuple(a.id for a in claim.proposers))
                if key not in seen:
                    seen.add(key)
                    yield claim


def _all_of(page: Page, sentence: Span) -> Iterator[Proposal]:
    """The terms that a sentence names, else what it puts forward in a clause."""
    syntax = Syntax(page.parse(sentence))
    found = False
    for put in terms_named(page, syntax, sentence):
        found = True
        confidence = 0.8 if put.proposers else 0.6
        yield record(page, sentence, put, rule="proposal-term", confidence=confidence)
        for answer in answers_to(page, syntax, put):
            yield record(page, sentence, answer, rule="proposal-answer", confidence=0.6)
    needed = needs_of_peace(page, syntax, sentence)
    if needed is not None:
        found = True
        yield record(page, sentence, needed, rule="proposal-peace-terms", confidence=0.5)
    if not found:
        told = chain(plans_told(page, syntax, sentence), clauses_put(page, syntax, sentence))
        for put in told:
            yield record(page, sentence, put, rule="proposal-clause", confidence=0.6)
            return


def _puts(page: Page, sentence: Span) -> bool:
    """Say, cheaply, whether a sentence may put something forward in a clause."""
    return (
        any_of("proposals", "putting").search(page.text, sentence.start, sentence.end) is not None
    )


def _candidate(page: Page, sentence: Span) -> bool:
    block = page.block_of(sentence)
    if (block is not None and block.kind in ("bullet", "heading")) or page.asks(sentence):
        return False
    if _puts(page, sentence) and page.actors.within(sentence):
        return True
    area = sentence.start, sentence.end
    deal = any_of("proposals", "types", "peace_terms").search(page.text, *area)
    if deal is not None and any_of("proposals", "needs").search(page.text, *area):
        return True
    named = any(any_of("proposals", "types", code).search(page.text, *area) for code in TERMS)
    if not named and not any_of("proposals", "settlements").search(page.text, *area):
        return False
    return _verbs().search(page.text, *area) is not None


@cache
def _verbs() -> re.Pattern[str]:
    """Forms of the verbs that put a term forward or answer it, and words that deny one."""
    particled = load("proposals")["particled"].values()
    two = [f for rows in particled for verbs in rows.values() for v in verbs for f in forms(v)]
    words = {*verb_classes("proposals"), *two, "no", *load("proposals")["none_agreed"]}
    body = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"\b(?:{body})\b", re.IGNORECASE)
