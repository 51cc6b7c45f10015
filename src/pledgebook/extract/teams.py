"""People sent to help: a team of doctors, rescuers, advisers; no fighters, players or envoys."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pledgebook.extract.act_verbs import Act
from pledgebook.extract.drafts import Draft, Thing
from pledgebook.extract.goods import given_goods
from pledgebook.extract.lexicon import any_of, load, openings
from pledgebook.extract.page import Page
from pledgebook.extract.ships_sent import names_ship
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span
from pledgebook.model.values import Item

#: How far from the verb that sends them a team may stand, in code points.
_NEAR = 90
#: Where a team is sent that goes to a place spoken of before.
_THERE = re.compile(
    r"\bto\s+(?:the|that|this|its|their)\s+(?:[\w-]+\s+)?"
    r"(?:region|country|area|areas|island|islands|scene|ground|capital|neighbou?rs)\b",
    re.IGNORECASE,
)
#: Who is sent against somebody fights.
_AGAINST = re.compile(r"\bagainst\b", re.IGNORECASE)

#: Members of a force, who are sent as such.
_MEMBERS = re.compile(
    r"\bmembers\s+of\s+(?:(?:the|its|our|their)\s+)?(?:[A-Z][\w-]*\s+){0,3}"
    r"(?:armed\s+forces|army|navy|air\s+force|police|defen[cs]e\s+force|national\s+guard)\b",
    re.IGNORECASE,
)
_DEPLOYING = frozenset({"deploy", "deploys", "deployed", "deploying", "send", "sends", "sent"})


def names_team(page: Page, sentence: Span) -> bool:
    """Say, cheaply, whether people are named near a verb that may send them."""
    text, start, end = page.text, sentence.start, sentence.end
    if names_ship(page, sentence):
        return True
    if page.has_any(sentence, _DEPLOYING) and _MEMBERS.search(text, start, end) is not None:
        return bool(page.actors.within(sentence))
    if not page.has_any(sentence, _people()):
        return False
    lists = (any_of("acts", "helping_trades"), any_of("acts", "crews"))
    for people in (found for words in lists for found in words.finditer(text, start, end)):
        near = max(start, people.start() - _NEAR), min(end, people.end() + _NEAR)
        if any_of("acts", "sending").search(text, *near) or _THERE_NOW.search(text, *near):
            return bool(page.actors.within(sentence))
    return False


@cache
def _people() -> frozenset[str]:
    """First words of those who may be sent."""
    return openings("acts", "helping_trades") | openings("acts", "crews")


def teams(page: Page, syntax: Syntax, sentence: Span) -> Iterator[tuple[list[Act], list[Thing]]]:
    """Give the verbs that send people to help, with those who are sent."""
    things = [
        _thing(page, syntax, n)
        for n, token in enumerate(syntax.tokens)
        if token.pos in ("NOUN", "PROPN") and _helps(page, syntax, sentence, n)
    ]
    sending = load("acts")["sending"]
    for thing in things:
        act = _sent_behind(syntax, thing) or _on_the_ground(page, syntax, thing)
        if act is not None:
            yield [act], [thing]
    for chain, sent in given_goods(syntax, things):
        if page.words(chain[0].span).lower() in sending:
            yield chain, sent


def sent_to_others(page: Page, draft: Draft) -> bool:
    """Say whether a team goes to somebody named beside it, a region, or a place spoken of."""
    span, sent = draft.sentence, [thing.name for thing in draft.things]
    draft.recipients = [p for p in draft.recipients if not any(p.span.overlaps(s) for s in sent)]
    givers = {party.actor.id for party in draft.donors}
    named = [p for p in draft.recipients if not p.from_context]
    there = _THERE.search(page.text, span.start, span.end)
    takers = {p.actor.id for p in (draft.recipients if there else named)}
    region = any_of("acts", "regions").search(page.text, sent[0].end, span.end) is not None
    return (
        bool(givers)
        and (bool(takers - givers) or region)
        and not _AGAINST.search(page.text, span.start, span.end)
    )


def of_helpers(thing: Thing) -> bool:
    """Say whether a thing is people who help by their trade."""
    return thing.item.name.lower().split()[-1] in load("acts")["helping_trades"]


def _sent_behind(syntax: Syntax, team: Thing) -> Act | None:
    """Give the verb of a clause behind a team that tells who sent it: "the team Spain has sent"."""
    head = syntax.head_of(team.name)
    clauses = [] if head is None else syntax.children[head]
    for n in clauses:
        verb = syntax.tokens[n]
        sent = verb.dep == "relcl" and verb.text.lower() in load("acts")["sending"]
        if sent and syntax.child(n, "nsubj") not in (None, head) and not syntax.passive(n):
            return Act(token=n, act_class="deliver", span=verb.span)
    return None


#: Where those are who have come to help: "are now on the ground in Malawi".
_THERE_NOW = re.compile(
    r"\s+(?:(?:now|already|also|currently|all)\s+){0,2}on\s+(?:the\s+ground|site|the\s+scene)\b",
    re.IGNORECASE,
)


def _on_the_ground(page: Page, syntax: Syntax, team: Thing) -> Act | None:
    """Give the verb that tells that a team is where it helps: "two teams are on the ground"."""
    head = syntax.head_of(team.name)
    verb = None if head is None else syntax.tokens[head].head
    if verb is None or syntax.tokens[verb].lemma.lower() != "be":
        return None
    token = syntax.tokens[verb]
    there = head == syntax.child(verb, "nsubj") and not syntax.negated(verb)
    if not there or _THERE_NOW.match(page.text, token.span.end) is None:
        return None
    return Act(token=verb, act_class="deliver", span=token.span)


def _thing(page: Page, syntax: Syntax, noun: int) -> Thing:
    name = syntax.named(noun)
    named = page.quantities.within(page.sentence_of(name))
    counted = next((m for m in named if m.name_span and m.name_span.overlaps(name)), None)
    if counted is None or counted.span.start >= name.end:
        return Thing.named(page, name)
    if counted.name_span is not None and counted.name_span.end >= name.end:
        name = counted.name_span
    item = Item(name=" ".join(page.words(name).split()), quantity=counted.quantity)
    return Thing(name=name, item=item, count=counted.span, bound=counted.bound_span)


def _helps(page: Page, syntax: Syntax, sentence: Span, noun: int) -> bool:
    """Say whether a noun names people who help by their trade, or a team that its words say helps.

    A team tells nothing by itself: it plays, negotiates or fights as well.
    """
    word = syntax.tokens[noun].text.lower()
    lists = load("acts")
    if word in lists["helping_trades"] or (
        word == "members" and _MEMBERS.match(page.text, syntax.tokens[noun].span.start)
    ):
        return True
    if word not in lists["crews"]:
        return False
    near = Span(max(sentence.start, syntax.named(noun).start - _NEAR // 3), sentence.end)
    kind = any_of("acts", "helping_kinds").search(
        page.text, near.start, syntax.tokens[noun].span.end
    )
    return kind is not None or _of_helpers(syntax, noun) or _to_help(syntax, noun)


def _of_helpers(syntax: Syntax, noun: int) -> bool:
    """Say whether a team is one of people who help by their trade: "a team of 12 doctors"."""
    of = next((c for c in syntax.children[noun] if syntax.tokens[c].text.lower() == "of"), None)
    whom = None if of is None else syntax.child(of, "pobj")
    if whom is None:
        return False
    return syntax.tokens[whom].text.lower() in load("acts")["helping_trades"]


def _to_help(syntax: Syntax, noun: int) -> bool:
    """Say whether an infinitive behind a team tells that it helps: "a team to clear mines"."""
    helping = frozenset(load("acts")["helping_deeds"])
    for n, token in enumerate(syntax.tokens):
        if n <= noun or token.tag != "VB" or token.lemma.lower() not in helping:
            continue
        if any(syntax.tokens[c].tag == "TO" for c in syntax.children[n]):
            return True
    return False
