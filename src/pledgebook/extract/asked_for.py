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
