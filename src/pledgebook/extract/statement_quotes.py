"""Quotations that punctuation gives to somebody: behind a colon, or with a dash and a name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgebook.extract.statement_found import Found, Hit
from pledgebook.extract.statement_subjects import Subject, main_subject, subject_before
from pledgebook.extract.statement_words import Words

#: A quotation, a dash, a name and nothing else.
_SIGNED = re.compile(r"Q-[NRDn,]*N[NRDn,]*")
#: How many words may stand between a cue and the colon that ends its paragraph.
MAX_LEAD = 14


def signed(words: Words) -> Found | None:
    """A quotation with a dash and a name behind it."""
    if _SIGNED.fullmatch(words.kinds) is None:
        return None
    comma = words.kinds.find(",", 2)
    subject = Subject(2, comma if comma > 0 else len(words.kinds))
    return Found("quote-signed", ((0, 1),), subject, (1, 1), "speech")


def behind_colon(words: Words) -> Found | None:
    """A quotation behind a colon whose verb is no verb of saying ("he was blunt:")."""
    match = re.search(r":Q+$", words.kinds)
    if match is None or "v" not in words.kinds[: match.start()]:
        return None
    colon = match.start()
    verb = words.kinds.rindex("v", 0, colon)
    subject = main_subject(words, colon)
    if subject is None or words.kinds[subject.first] not in "PND":
        return None
    return Found(
        "quote-behind-colon", ((colon + 1, len(words.kinds)),), subject, (verb, verb + 1), "speech"
    )


def leads_in(words: Words, hits: Sequence[Hit]) -> Found | None:
    """A unit that ends in "X continued:", its quotation in the next paragraph; no content yet."""
    if not words.kinds.endswith(":"):
        return None
    for hit in reversed(hits):
        if not {"quote", "post"} & hit.cue.frames or len(words.kinds) - hit.last > MAX_LEAD:
            continue
        subject = subject_before(words, hit.first) or main_subject(words, hit.first)
        if subject is not None:
            return Found("cue-before-quote", (), subject, (hit.first, hit.last), "speech")
    return None
