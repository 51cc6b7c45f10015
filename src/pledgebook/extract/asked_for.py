"""Acts that are only asked for: a bidding behind a colon, pressure or a plea that somebody act."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgebook.extract.act_verbs import Act
from pledgebook.extract.drafts import Draft
from pledgebook.extract.lexicon import load
from pledgebook.extract.page import Page
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span

#: Before a bidding: who bids, and a colon.
_COLON = re.compile(r":\s*[\"'“‘]?\s*$")
#: A verb of pressing and whom it presses, before "to".
_PRESSED = re.compile(
    r"\b(?P<verb>press|push|urge|beg|lobby|nudge|implore|ask|want)(?:es|s)?\s+(?:[\w.'’-]+\s+){1,3}?to\s+$",
    re.IGNORECASE,
)


#: An appeal that names nobody: "asked for €5bn", "a plea for €9m".
_APPEAL = re.compile(r"\b(?:ask(?:s|ed|ing)?|appeal\w*|call\w*|pleas?|request\w*)\s+for\b")


def appeals(page: Page, draft: Draft) -> bool:
    """Say whether a sum is asked for of nobody that the sentence names."""
    if draft.stage[0] != "called_for" or draft.money is None:
        return False
    span = draft.sentence
    return _APPEAL.search(page.text, span.start, draft.money.span.start) is not None


#: What several gave together, before the sum that it came to: "pledges totalled €5m".
_TOGETHER = re.compile(
    r"\b(?:pledges|promises|contributions|donations|commitments|conference|summit|meeting|event"
    r"|appeal|round|drive|telethon|fundraiser|evening)\b[^.;:]{0,40}?\b(?:total(?:l?ed|s)?|add(?:s|ed)?\s+up\s+to"
    r"|amount(?:s|ed)?\s+to|reached|raised|brought\s+in|yielded|c[ao]mes?\s+to|stood\s+at|mobili[sz]ed|netted"
    r"|ended\s+with|closed\s+with)\b[^.;:]{0,25}$",
    re.IGNORECASE,
)


#: Around a sum that several promised: "pledges of | €5m | made by donors".
_PLEDGES_OF = re.compile(
    r"\b(?:pledges|promises|contributions|donations)\s+of\s+"
    r"(?:(?:about|around|some|over|more|than|nearly|almost|up|to|at|least)\s+){0,3}$",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"\s+(?:(?:that\s+)?(?:were|have\s+been)\s+)?(?:made|announced)\s+(?:by\s+(?:the\s+)?(?:donors|members|participants"
    r"|countries|partners|states)|at|in|during|there|so\s+far|today)\b",
    re.IGNORECASE,
)


def pledged_together(page: Page, draft: Draft) -> bool:
    """Say whether a sum is of pledges that several made: "the pledges of €5m made in Paris"."""
    if draft.money is None:
        return False
    span, thing = draft.sentence, draft.money.bound_span or draft.money.span
    before = _PLEDGES_OF.search(page.text, span.start, min(thing.start, draft.money.span.start))
    return before is not None and _MADE.match(page.text, draft.money.span.end) is not None


def raised_together(page: Page, draft: Draft) -> bool:
    """Say whether a sum is what several gave together: no one named before gave it alone."""
    if draft.money is None:
        return False
    if pledged_together(page, draft):
        return True
    span = draft.sentence
    return _TOGETHER.search(page.text, span.start, draft.money.span.start) is not None


def bidden(page: Page, syntax: Syntax, chain: Sequence[Act]) -> bool:
    """Say whether an act is a bidding to nobody by name: "UN chief: give Chad $9m"."""
    for act in chain[-1:]:
        token = syntax.tokens[act.token]
        bare = token.tag in ("VB", "VBP") and not syntax.auxiliaries(act.token)
        sentence = page.sentence_of(act.span)
        told = _COLON.search(page.text, sentence.start, act.span.start) is not None
        if _pressed(page, syntax, sentence, act.span):
            return True
        return bare and told and token.text.lower() == token.lemma.lower()
    return False


def _pressed(page: Page, syntax: Syntax, sentence: Span, act: Span) -> bool:
    """Say whether a verb that the parser took for a noun presses somebody: "MPs press Oslo to".

    Where it sees the verb, the act is one that is called for.
    """
    found = _PRESSED.search(page.text, sentence.start, act.start)
    if found is None:
        return False
    verbs = (token for token in syntax.tokens if token.span.start == found.start("verb"))
    return any(token.pos in ("NOUN", "PROPN") for token in verbs)


def asked_by_noun(syntax: Syntax, verb: int) -> Span | None:
    """Find the noun of asking whose infinitive an act is: "pressure grows on Oslo to add €5m"."""
    if not any(syntax.tokens[c].tag == "TO" for c in syntax.children[verb]):
        return None
    words = load("acts")["asking_nouns"]
    for n in syntax.up(verb):
        token = syntax.tokens[n]
        subject = syntax.child(n, "nsubj", "nsubjpass") if token.pos in ("VERB", "AUX") else n
        noun = None if subject is None else syntax.tokens[subject]
        if noun is not None and noun.pos in ("NOUN", "PROPN") and noun.lemma.lower() in words:
            return noun.span
        if token.pos in ("VERB", "AUX"):
            return None
    return None
