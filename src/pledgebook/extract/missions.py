"""Embassies and offices to be opened in another state: "will open an embassy in Tonga in 2026".

One is told as a promise where the words bind somebody and say when it opens; an office that only
opens its doors, or that is open by now, promises nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pledgebook.extract.act_verbs import Act, act_at
from pledgebook.extract.beneficiaries import name_beneficiaries
from pledgebook.extract.drafts import Draft, Thing
from pledgebook.extract.page import Page
from pledgebook.extract.promise_words import done
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.ungiven import supposed
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

#: What is opened, and words before "office" that make it one of a state.
_MISSION = re.compile(
    r"\b(?:embassy|embassies|consulate|consulates|consulate-general|high\s+commission|diplomatic\s+mission"
    r"|(?:trade|liaison|cooperation|representative|development|diplomatic|regional|country|investment)"
    r"\s+(?:mission|office)s?)\b",
    re.IGNORECASE,
)
_FORMS = frozenset({"open", "opens", "opening", "reopen", "reopens", "reopening", "establish"})
_OPENING = frozenset({"open", "reopen", "establish"})
#: Nouns (in the singular) of what somebody is to do: "its intention to open".
_AIMS = frozenset({"intention", "intent", "plan"})
#: Verbs (in the infinitive) of those who mean to open one; those who agree to are bound already
#: (policies.py).
_MEANING = frozenset({"intend", "plan", "prepare", "aim"})
#: Before the state in which it is opened.
_IN = re.compile(r"\b(?:in|to)\s+(?:the\s+)?(?:capital\s+of\s+)?(?:[A-Z][\w'’-]+,\s+)?$")


def names_mission(page: Page, sentence: Span) -> bool:
    """Say, cheaply, whether a sentence may tell of an embassy that is to be opened."""
    if not page.has_any(sentence, _FORMS):
        return False
    found = _MISSION.search(page.text, sentence.start, sentence.end)
    return found is not None and bool(page.actors.within(sentence)) and _dated(page, sentence)


def missions(page: Page, syntax: Syntax, sentence: Span) -> Iterator[tuple[list[Act], list[Thing]]]:
    """Give the verbs that are to open a mission, with what they open."""
    if not names_mission(page, sentence):
        return
    for n, token in enumerate(syntax.tokens):
        if token.pos != "VERB" or token.lemma.lower() not in _OPENING or done(syntax, n):
            continue
        opened = syntax.child(n, "dobj", "nsubjpass")
        bond = None if opened is None else _bond(syntax, n)
        if opened is None or bond is None:
            continue
        name = syntax.named(opened)
        if _MISSION.search(page.text, name.start, name.end) and not supposed(syntax, [bond]):
            yield [bond], [Thing.named(page, name)]


def _bond(syntax: Syntax, verb: int) -> Act | None:
    """Give the verb by which somebody is bound to open: "will", "plans to", "its decision to"."""
    own = Act(token=verb, act_class="pledge", span=syntax.tokens[verb].span)
    if {"will", "'ll", "’ll", "shall"} & set(syntax.auxiliaries(verb)):
        return own
    above = syntax.tokens[verb].head
    if syntax.tokens[above].lemma.lower() in _AIMS and syntax.tokens[verb].dep == "acl":
        teller = next(iter(syntax.verbs_above(above)), None)
        word = None if teller is None else syntax.tokens[teller]
        return None if word is None else Act(token=teller or 0, act_class="pledge", span=word.span)
    means = syntax.tokens[above].lemma.lower() in _MEANING and syntax.tokens[verb].dep == "xcomp"
    return act_at(syntax, above) if means else None


def _dated(page: Page, sentence: Span) -> bool:
    """Say whether a sentence says when: a day, month or year that has an end."""
    return any(m.end is not None for m in page.dates.within(sentence))


def name_host_state(page: Page, draft: Draft) -> None:
    """Give a draft the state that the mission is opened in."""
    name_beneficiaries(draft, _hosts(page, draft))


def opened_abroad(page: Page, draft: Draft) -> bool:
    """Say whether a state or organisation that is known opens a mission in another state."""
    bodies = [p for p in draft.donors if p.actor.type in ("state", "organisation")]
    givers = {party.actor.id for party in bodies if party.actor.id is not None}
    hosts = {m.actor.id for m in _hosts(page, draft)}
    return bool(givers) and bool(hosts - givers) and draft.firmness[0] != "considered"


def _hosts(page: Page, draft: Draft) -> list[ActorMention]:
    behind = Span(draft.things[0].name.end, draft.sentence.end)
    return [
        m
        for m in page.actors.within(behind)
        if m.actor.type == "state"
        and m.naming in ("name", "seat")
        and _IN.search(page.text, behind.start, m.span.start)
    ][:1]
