"""Named programmes that somebody sets up for others: "is launching the Clean Water Initiative"."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import cache

from pledgebook.extract.act_verbs import Act
from pledgebook.extract.acts import chain_above
from pledgebook.extract.drafts import Draft, Thing
from pledgebook.extract.lexicon import any_of, load, openings
from pledgebook.extract.page import Page
from pledgebook.extract.parties import Party
from pledgebook.extract.promise_words import done
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.ungiven import supposed
from pledgebook.model.spans import Span

#: How far behind the verb that sets it up the name of a programme may begin, in code points.
_NEAR = 48


@cache
def _name() -> re.Pattern[str]:
    """Names of programmes: capitals in a row that end, or begin, with what they are.

    Or they stand behind it: "the new initiative Build Better Ports".
    """
    kinds = "|".join(sorted((w.capitalize() for w in load("acts")["founded"]), key=len))
    word, joint = r"[A-Z][\w’'-]+", r"(?:(?:for|of|and|on|in|to|the|&)\s+)*"
    return re.compile(
        rf"\b(?:{word}\s+{joint}){{1,7}}(?:{kinds})\b(?:\s+(?:for|of|on)\s+{word}(?:\s+{joint}{word})*)?"
        rf"|\b(?:{kinds})\s+(?:for|of|on)\s+(?:the\s+)?{word}(?:\s+{joint}{word})*"
        rf"|\b(?:{kinds.lower()})\s+(?:(?:called|named)\s+)?(?P<name>{word}(?:\s+{word}){{1,6}})"
    )


def names_founding(page: Page, sentence: Span) -> bool:
    """Say, cheaply, whether a sentence may tell of a named programme that is set up."""
    if not page.has_any(sentence, openings("acts", "setting_up")):
        return False
    verb = any_of("acts", "setting_up").search(page.text, sentence.start, sentence.end)
    if verb is None or not page.actors.within(sentence):
        return False
    return _name().search(page.text, verb.end(), sentence.end) is not None


def founded(page: Page, syntax: Syntax, sentence: Span) -> Iterator[tuple[list[Act], list[Thing]]]:
    """Give the verbs that set up a named programme now or later, with its name.

    What was set up before is history, and so is one that is told of in a clause about another.
    """
    founding = load("acts")["founding"]
    for n, token in enumerate(syntax.tokens):
        if token.pos != "VERB" or not sets_up(syntax, n, founding) or done(syntax, n):
            continue
        name = _named_behind(page, sentence, token.span)
        if name is None or _told_aside(syntax, n):
            continue
        act = Act(token=n, act_class="give", span=token.span)
        chain = [act, *(a for a in chain_above(syntax, token.span) if a.token != n)]
        if not supposed(syntax, chain):
            yield chain, [Thing.named(page, name)]


def for_others(page: Page, draft: Draft) -> bool:
    """Say whether a programme is set up by somebody named on the spot, for others abroad."""
    span = draft.sentence
    here = draft.givers_here
    takers = {p.actor.id for p in draft.recipients if not p.from_context}
    abroad = any_of("acts", "abroad").search(page.text, span.start, span.end) is not None
    bodies = all(p.actor.type in ("state", "organisation", "group") for p in here)
    others = abroad or bool(takers - {p.actor.id for p in here})
    return bool(here) and bodies and (others or any(_aids(page, party) for party in here))


def _aids(page: Page, party: Party) -> bool:
    """Say whether an agency that gives aid abroad acts: what it sets up is for others."""
    words = party.words or party.span
    return party.place == "text" and page.words(words) in load("acts")["aid_agencies"]


def sets_up(syntax: Syntax, verb: int, verbs: Container[str]) -> bool:
    """Say whether a verb sets something up: "set up", "stand up" or one of some (infinitives)."""
    lemma = syntax.tokens[verb].lemma.lower()
    if lemma in ("set", "stand"):
        return any(syntax.tokens[c].text.lower() == "up" for c in syntax.children[verb])
    return lemma in verbs


def _told_aside(syntax: Syntax, verb: int) -> bool:
    """Say whether a verb stands in words about something else: "the newly launched Fund"."""
    token = syntax.tokens[verb]
    helped = token.dep == "pcomp" and syntax.tokens[token.head].text.lower() == "in"
    return helped or token.dep in ("relcl", "advcl", "acl", "amod")


def _named_behind(page: Page, sentence: Span, verb: Span) -> Span | None:
    """Give the name of a programme that begins close behind a verb, in the same clause."""
    found = _name().search(page.text, verb.end, sentence.end)
    if found is None or found.start() - verb.end > _NEAR:
        return None
    between = page.text[verb.end : found.start()]
    name = found.span("name") if found["name"] else found.span()
    return None if re.search(r"[.;:,]", between) else Span(*name)
