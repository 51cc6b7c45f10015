"""Points of a list that say what somebody is bound to do: "Japan agreed to: - Open …".

The introduction names who is bound and has the binding word; a point has the verb of its act and no
subject of its own.
"""

from __future__ import annotations

import re

from pledgebook.extract.acts import Act
from pledgebook.extract.drafts import Draft
from pledgebook.extract.introductions import introduction_of
from pledgebook.extract.lexicon import any_of
from pledgebook.extract.page import Page
from pledgebook.extract.parties import Party, bound_actor
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

#: Words of an introduction that bind those before them to its points.
_BINDS = re.compile(
    r"\b(?P<word>agree[ds]?|agreeing|commit(?:s|ted)?|pledge[ds]?|promise[ds]?|vow(?:s|ed)?|undertakes?|undertook"
    r"|decide[ds]?|will|shall|intends?\s+to|plans?\s+to)\b(?:\s+(?:to|on|that|also|jointly|together))*"
    r"(?:\s+(?:take|do|make)?\s*the\s+following(?:\s+\w+)?)?\s*:\s*$",
    re.IGNORECASE,
)
#: Words between a giver and what binds it that make another the one who is bound.
_ASKED = re.compile(
    r"\b(?:ask|urg|call|request|want|demand|expect|hop|not|never|if|unless|propos)\w*\b",
    re.IGNORECASE,
)
_JOINED = re.compile(
    r"\s*(?:,|and|,\s*and|as\s+well\s+as|together\s+with)\s*(?:the\s+)?", re.IGNORECASE
)


def bound_by_introduction(page: Page, sentence: Span) -> list[ActorMention]:
    """Give those whom the introduction of a list binds to its points; none outside such a list."""
    opened = introduction_of(page, sentence)
    binding = None if opened is None else _binding(page, sentence)
    if opened is None or binding is None:
        return []
    if _ASKED.search(page.text, opened.start, binding.start):
        return []
    named = [m for m in page.actors.within(Span(opened.start, binding.start)) if bound_actor(m)]
    return _last_row(page, named)


def _binding(page: Page, sentence: Span) -> Span | None:
    """Give the word of the introduction that binds somebody to the points below it."""
    opened = introduction_of(page, sentence)
    found = None if opened is None else _BINDS.search(page.text, opened.start, opened.end)
    return None if found is None else Span(*found.span("word"))


def _last_row(page: Page, named: list[ActorMention]) -> list[ActorMention]:
    """Give the last of some actors, and those that "and" and commas join to it."""
    row = named[-1:]
    for earlier in reversed(named[:-1]):
        if _JOINED.fullmatch(page.text, earlier.span.end, row[0].span.start) is None:
            break
        row.insert(0, earlier)
    return row


def listed_act(page: Page, syntax: Syntax, sentence: Span) -> Act | None:
    """Give the verb that opens a point whose introduction binds somebody to it, or None."""
    if not bound_by_introduction(page, sentence):
        return None
    verb = next((n for n, t in enumerate(syntax.tokens) if t.dep == "ROOT"), None)
    if verb is None or syntax.child(verb, "nsubj", "nsubjpass") is not None:
        return None
    token = syntax.tokens[verb]
    opens = not any(t.pos == "NOUN" for t in syntax.tokens[:verb])
    negated = syntax.child(verb, "neg") is not None
    if token.tag not in _POINT_FORMS or not opens or negated:
        return None
    return Act(token=verb, act_class="commit", span=token.span)


#: Forms of the verb that a point opens with: "open", "opening", "opens".
_POINT_FORMS = frozenset({"VB", "VBG", "VBP", "VBZ"})


def give_to_bound(page: Page, draft: Draft) -> None:
    """Make those whom the introduction of a list binds the givers of a point without any."""
    if any(not party.from_context for party in draft.donors):
        return
    takers = {party.actor.id for party in draft.recipients if not party.from_context}
    bound = [(bound_actor(m), m.span) for m in bound_by_introduction(page, draft.sentence)]
    donors = [
        Party(actor=actor, span=span, from_context=True)
        for actor, span in bound
        if actor is not None and actor.id not in takers
    ]
    if not donors:
        return
    givers = {party.actor.id for party in donors}
    draft.donors, draft.introduced = donors, True
    draft.recipients = [party for party in draft.recipients if party.actor.id not in givers]
    draft.problems.discard("donor-unresolved")
    draft.problems.add("donor-from-context")
    word = _binding(page, draft.sentence)
    if word is not None and page.words(word).lower().startswith(_COMMITS):
        draft.stage = ("committed", word)


#: Beginnings of the words that bind as a decision or an agreement does; "will" only promises.
_COMMITS = ("agree", "commit", "decide", "undert")


#: Words of an introduction that go on in its points: "Through its embassy, Japan is:".
_GOES_ON = re.compile(
    r"\b(?:is|are|will|has|have|by|we\s+are|been|plans?\s+to|intends?\s+to)\s*:\s*$", re.IGNORECASE
)


def goes_on_in_list(page: Page, draft: Draft) -> bool:
    """Say whether a point says what the giver named in the words that open its list does.

    "Japan is supporting Haiti by: - Airlifting 12 tonnes of tents": such a point has no parties of
    its own; what it is for has to be known from elsewhere, and is not the giver's own country.
    """
    opened = introduction_of(page, draft.sentence)
    if opened is None or not draft.acts or _GOES_ON.search(page.words(opened)) is None:
        return False
    span = draft.sentence
    if any_of("acts", "at_home").search(page.text, span.start, span.end):
        return False
    givers = {party.actor.id for party in draft.donors}
    takers = {party.actor.id for party in draft.recipients}
    named = {m.actor.id for m in page.actors.within(opened)}
    ours = _WE.search(page.words(opened)) is not None
    return bool(takers) and not givers & takers and bool(givers & named or (ours and givers))


_WE = re.compile(r"\bwe\b", re.IGNORECASE)
