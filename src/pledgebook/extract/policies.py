"""Promises of a definite act that gives no sum and no thing: "Israel agreed to open … by June".

General intentions ("will work with partners on …") are no commitments: the act must be one that can
be checked later, by a count, a day or the name of what is to be set up; and somebody else must be
named for whom it is done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pledgebook.extract.acts import Act, act_at, supposed
from pledgebook.extract.lexicon import any_of, forms, load
from pledgebook.extract.page import Page
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span

#: Rule of promises of an act.
POLICY = "policy"
#: Forms of the verbs by which somebody binds themselves to an act.
_FORMS = frozenset(
    form
    for verb in (
        "agree",
        "commit/commits/committed/committing",
        "pledge/pledges/pledged",
        "promise/promises/promised",
        "vow/vows/vowed",
        "undertake/undertakes/undertook/undertaken",
    )
    for form in forms(verb)
)
#: Where somebody binds themselves to an act.
_BINDING = re.compile(
    r"(?<!is )(?<!are )(?<!remain )(?<!remains )(?<!be )(?<!being )"
    rf"\b(?:{'|'.join(sorted(_FORMS))})\s+(?:to|that)\b",
    re.IGNORECASE,
)
_BIND = frozenset({"agree", "commit", "pledge", "promise", "vow", "undertake"})
#: A figure of its own ("to 15,500"), no year and no part of a name.
_FIGURE = re.compile(r"(?<![\w.-])(?!(?:19|20)\d\d\b)\d[\d,.]*(?![\w-])")
#: A name of something that is to be set up: capitals in a row before what it is.
_NAMED = re.compile(r"\b[A-Z][\w-]+(?:\s+(?:(?:for|of|and|on)\s+)?[A-Z][\w-]+)+\b|\b[345]G\b")


def names_policy(page: Page, sentence: Span) -> bool:
    """Say, cheaply, whether a sentence may tell of somebody bound to an act."""
    if not page.has_any(sentence, _FORMS):
        return False
    binding = _BINDING.search(page.text, sentence.start, sentence.end)
    if binding is None or not page.actors.within(sentence):
        return False
    return _definite(page, Span(binding.end(), sentence.end))


def policies(page: Page, syntax: Syntax, sentence: Span) -> Iterator[tuple[list[Act], Span]]:
    """Give the verbs that bind and the words of the act, of a sentence without a sum."""
    other = (any_of("acts", key) for key in ("contraband", "no_policy"))
    if page.money.within(sentence) or any(
        words.search(page.text, sentence.start, sentence.end) for words in other
    ):
        return
    for n, token in enumerate(syntax.tokens):
        act = act_at(syntax, n) if token.lemma.lower() in _BIND else None
        what = None if act is None else _what(syntax, n)
        if act is None or what is None or supposed(syntax, [act]):
            continue
        words = syntax.subtree(what)
        vague = syntax.tokens[what].lemma.lower() in load("acts")["vague"]
        if not vague and _definite(page, words):
            yield [act], words


def _what(syntax: Syntax, verb: int) -> int | None:
    """Find the verb of the act that somebody is bound to ("to open", "to speeding up")."""
    own = syntax.child(verb, "xcomp", "ccomp")
    if own is None:
        prep = next(
            (c for c in syntax.children[verb] if syntax.tokens[c].text.lower() == "to"), None
        )
        own = None if prep is None else syntax.child(prep, "pcomp")
    return own if own is not None and syntax.tokens[own].pos == "VERB" else None


def _definite(page: Page, words: Span) -> bool:
    """Say whether words tell of an act that can be checked: a count, a day, something named."""
    counted = _FIGURE.search(page.text, words.start, words.end) is not None
    counted = counted or bool(page.quantities.within(words))
    dated = any(m.end is not None for m in page.dates.within(words))
    actors = page.actors.within(words)
    named = any(
        not any(m.span.overlaps(Span(*found.span())) for m in actors)
        for found in _NAMED.finditer(page.text, words.start, words.end)
    )
    return counted or dated or named
