"""Points of a list that say what somebody is bound to do: "Japan agreed to: - Open …".

The introduction names who is bound and has the binding word; a point has the verb of its act and no
subject of its own.
"""

from __future__ import annotations

import re

from pledgebook.extract.act_verbs import Act
from pledgebook.extract.drafts import Draft
from pledgebook.extract.introductions import introduction_of
from pledgebook.extract.lexicon import any_of
from pledgebook.extract.lists_of_actors import last_row
from pledgebook.extract.page import Page
from pledgebook.extract.parties import bound_actor, parties_of
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
#: Between two who act together.
JOINED = re.compile(
    r"\s*(?:,|and|,\s*and|as\s+well\s+as|together\s+with)\s*(?:the\s+)?", re.IGNORECASE
)

#: Forms of the verb that a point opens with: "open", "opening", "opens".
_POINT_FORMS = frozenset({"VB", "VBG", "VBP", "VBZ"})
#: Beginnings of the words that bind as a decision or an agreement does; "will" only promises.
_COMMITS = ("agree", "commit", "decide", "undert")
#: Words of an introduction that go on in its points: "Through its embassy, Japan is:".
_GOES_ON = re.compile(
    r"\b(?:is|are|will|has|have|by|been|plans?\s+to|intends?\s+to)\s*:\s*$", re.IGNORECASE
)
_WE = re.compile(r"\bwe\b", re.IGNORECASE)


def bound_by_introduction(page: Page, sentence: Span) -> list[ActorMention]:
    """Give those whom the introduction of a list binds to its points; none outside such a list."""
    opened = introduction_of(page, sentence)
    binding = None if opened is None else _binding(page, opened)
    if opened is None or binding is None:
        return []
    if _ASKED.search(page.text, opened.start, binding.start):
        return []
    named = page.actors.within(Span(opened.start, binding.start))
    return last_row(page, [m for m in named if bound_actor(m)], JOINED)


def _binding(page: Page, opened: Span) -> Span | None:
    """Give the word of an introduction that binds somebody to the points below it."""
    found = _BINDS.search(page.text, opened.start, opened.end)
    return None if found is None else Span(*found.span("word"))


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


def give_to_bound(page: Page, draft: Draft) -> None:
    """Make those whom the introduction of a list binds the givers of a point without any."""
    if any(not party.from_context for party in draft.donors):
        return
    takers = {party.actor.id for party in draft.recipients if not party.from_context}
    opened = introduction_of(page, draft.sentence)
    bound = parties_of(bound_by_introduction(page, draft.sentence), from_context=True)
    donors = [party for party in bound if party.actor.id not in takers]
    if opened is None or not donors:
        return
    givers = {party.actor.id for party in donors}
    draft.donors, draft.introduced = donors, True
    draft.recipients = [party for party in draft.recipients if party.actor.id not in givers]
    draft.problems.discard("donor-unresolved")
    draft.problems.add("donor-from-context")
    word = _binding(page, opened)
    if word is not None and page.words(word).lower().startswith(_COMMITS):
        draft.stage = ("committed", word)


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
