"""Givers that a sentence only describes, whom nobody named elsewhere may stand in for.

"Ukraine's backers pledged €6bn": those behind the possessive are the ones the money is for.
"His country will send …": the country of the person who tells of it in the same sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgebook.extract.act_verbs import Act
from pledgebook.extract.lexicon import load
from pledgebook.extract.page import Page
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span
from pledgebook.model.values import Actor
from pledgebook.resolve.mentions import ActorMention

_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_TRAILING = re.compile(r"\s*(?:,(?!\d)|\b(?:who|which|that|meeting|gathered|led)\b)", re.IGNORECASE)
#: Pronouns that make the office behind them that of whoever speaks.
_OWN = frozenset({"his", "her", "their", "its"})


def backs_another(page: Page, syntax: Syntax, subject: int) -> bool:
    """Say whether a subject is described by whom it helps: "Ukraine's Western backers"."""
    word = syntax.tokens[subject].text.lower()
    owner = syntax.child(subject, "poss")
    if word not in load("acts")["backers"] or owner is None:
        return False
    return bool(page.actors.touching(syntax.tokens[owner].span))


def of_the_teller(syntax: Syntax, words: Span) -> bool:
    """Say whether words are the office or country of whoever speaks: "his government"."""
    head = syntax.head_of(words)
    owner = None if head is None else syntax.child(head, "poss")
    return owner is not None and syntax.tokens[owner].text.lower() in _OWN


def acts_for_itself(page: Page, syntax: Syntax, chain: Sequence[Act], thing: Span) -> bool:
    """Say whether people without a known name act in a sentence: "parties cleared the way for …".

    Those who gave in a sentence before have nothing to do with it.
    """
    head = syntax.head_of(thing)
    verbs = [chain[0].token] if chain else syntax.verbs_above(head)[:1] if head else []
    for verb in verbs:
        subject = syntax.child(verb, "nsubj")
        if subject is None:
            continue
        word = syntax.tokens[subject].text.lower()
        if syntax.tokens[verb].text.lower() in load("acts")["receiving"]:
            return False
        if word in load("acts")["people"]:
            return not page.actors.touching(syntax.tokens[subject].span)
    return False


def sitting(page: Page, phrase: Span) -> list[ActorMention]:
    """The state whose body a phrase tells of by its seat: "members of parliament in Oslo"."""
    return [
        m
        for m in page.actors.within(phrase)
        if m.naming == "seat" and page.text[phrase.start : m.span.start].rstrip().endswith(" in")
    ]


_MEMBERS = frozenset({"members", "mps", "lawmakers", "deputies", "senators", "legislators"})
#: The parliament of a state, by its own name or the state's.
_PARLIAMENT = re.compile(
    r"(?:[A-Z][\w-]+(?:['’]s?)?\s+(?:(?:lower|upper)\s+house|parliament|house|senate|congress|assembly)"
    r"|Riksdag|Folketing|Storting|Bundestag|Sejm|Eduskunta|Saeima|Seimas|Riigikogu)\b"
)
_REACH = 20
#: How many sentences back the parliament of "members" may be told of.
_BACK = 20


def of_parliament(page: Page, syntax: Syntax, subject: int) -> list[ActorMention]:
    """Give the state of the parliament, told of before, whose members act: "Members approved"."""
    if syntax.tokens[subject].text.lower() not in _MEMBERS:
        return []
    here = page.sentences.position(page.sentence_of(syntax.tokens[subject].span))
    for sentence in reversed(page.sentences.items[max(0, here - _BACK) : here + 1]):
        for mention in page.actors.within(sentence):
            behind = Span(mention.span.start, mention.span.end + _REACH)
            if mention.actor.id and _PARLIAMENT.match(page.words(behind)):
                return [mention]
    return []


def sitting_there(page: Page, syntax: Syntax, thing: Span) -> list[ActorMention]:
    """The state whose body acts for a thing without a verb of giving: "cleared the way for"."""
    head = syntax.head_of(thing)
    for verb in [] if head is None else syntax.verbs_above(head)[:1]:
        subject = syntax.child(verb, "nsubj")
        if subject is not None:
            return sitting(page, syntax.subtree(subject))
    return []


def pays_other(syntax: Syntax, thing: Span, mention: ActorMention) -> bool:
    """Say whether a giver behind "by" pays for what another clause tells of.

    "€3m comes from Oslo and the rest is paid by Riga": the rest is no part of the €3m.
    """
    head, at = syntax.head_of(thing), syntax.head_of(mention.span)
    if head is None or at is None:
        return False
    by = syntax.tokens[at].head
    if syntax.tokens[by].dep != "agent":
        return False
    paid = syntax.child(syntax.tokens[by].head, "nsubjpass")
    return paid is not None and not syntax.below(head, paid) and not syntax.below(paid, head)


def unnamed(page: Page, phrase: Span) -> ActorMention:
    """A party that is only described: the noun phrase without article and trailing clause."""
    words = page.words(phrase)
    lead = _ARTICLE.match(words)
    start = phrase.start + (lead.end() if lead else 0)
    cut = _TRAILING.search(page.text, start, phrase.end)
    end = cut.start() if cut else phrase.end
    span = Span(start, end - len(page.text[start:end]) + len(page.text[start:end].rstrip("*_ ")))
    actor = Actor(id=None, name=" ".join(page.words(span).split()), type="unnamed")
    return ActorMention(span=span, actor=actor, naming="group")
