"""Whether two names stand on one side: joined to one subject, cited together, of one state."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pledgebook.extract.gate_case import Case, Cited, listed
from pledgebook.resolve.mentions import ActorMention

#: Joins names that one act or one bracket belongs to ("A and B", "A, B and C").
JOINED = re.compile(
    r"(?:,\s(?:the\s)?[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3}){0,12},?\s(?:and|und|et)\s(?:the\s)?"
)


def one_subject(case: Case, words: Sequence[Cited], mention: ActorMention) -> bool:
    """Say whether a name is joined to a giver's ("A and B will each …"): both are bound."""
    return any(JOINED.fullmatch(case.page.text, w.span.end, mention.span.start) for w in words)


def ours(case: Case, mention: ActorMention, words: Sequence[Cited]) -> bool:
    """Say whether a mention is cited by the claim, or is of the same side as the giver."""
    if any(
        w.place == "text" and w.span.overlaps(mention.span) and w.field != "speaker"
        for w in case.cited
    ):
        return True
    theirs = {mention.actor.id, mention.actor.affiliation} - {None}
    return bool(theirs & _ids(case, words))


def _ids(case: Case, words: Sequence[Cited]) -> set[str | None]:
    """Ids of all givers of the claim and of whom they act for."""
    found: set[str | None] = set()
    for _, giver in listed(case.claim.get(words[0].field.split(".")[0])):
        if isinstance(giver, Mapping):
            found |= {giver.get("id"), giver.get("affiliation")}
    for cited in words:
        for mention in case.page.actors.touching(cited.span):
            found |= {mention.actor.id, mention.actor.affiliation}
    return found - {None}
