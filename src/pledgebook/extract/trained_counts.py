"""People who are or were trained, by a count: "has trained more than 700 members of its police".

The nouns here are none of the list of items, which knows soldiers and the like: "members",
"researchers", "women". Who trains them gives; whose people they are gets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pledgebook.extract.act_verbs import Act
from pledgebook.extract.acts import chain_above
from pledgebook.extract.drafts import Draft, Thing
from pledgebook.extract.lexicon import any_of, load
from pledgebook.extract.lists_of_actors import joined_after
from pledgebook.extract.page import Page
from pledgebook.extract.parties import parties_of
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.things import BENEFICIARIES
from pledgebook.extract.training_places import name_trained
from pledgebook.extract.ungiven import supposed
from pledgebook.model.spans import Span
from pledgebook.model.values import Item
from pledgebook.resolve.mentions import ActorMention, QuantityMention

_TRAINING = frozenset({"train", "trains", "trained", "training"})
#: How verbs begin by which nobody is bound to train; the lemma of "hopes" is "hop".
_HOPING = re.compile(
    r"(?:aim|hop[ei]|seek|sought|striv|want|help|need|tr(?:y|ies|ied))", re.IGNORECASE
)
#: Behind people, where they are or come from: "in more than 30 countries", "across the Sahel".
_ELSEWHERE = re.compile(
    r"\b(?:in|from|across|throughout)\s+(?:(?:more|than|over|nearly|almost|some|about|at|least)\s+){0,3}"
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|many|dozens\s+of)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:countries|nations|states)\b",
    re.IGNORECASE,
)
#: How far behind people the body they are of may begin, in code points.
_REACH = 80
#: Between people and the body they are of: "members of the Security Forces of Ukraine", also
#: behind others who are counted with them: "nurses and 20 health workers from Chad".
_OF = re.compile(
    r"(?:\s*(?:,|,?\s+and)\s+\d[\d,]*\s+(?:[\w-]+\s+){0,2}[\w-]+){0,2}"
    r"\s+(?:of|from)\s+(?:the\s+)?(?:[\w'’-]+\s+){0,4}$",
    re.IGNORECASE,
)


def names_trained_count(page: Page, sentence: Span) -> bool:
    """Say, cheaply, whether a sentence may tell how many people were trained."""
    return (
        page.has_any(sentence, _TRAINING)
        and page.has_any(sentence, _people())
        and bool(page.quantities.within(sentence))
        and bool(page.actors.within(sentence))
    )


@cache
def _people() -> frozenset[str]:
    lists = load("acts")
    kinds = ("trainees", "helping_trades", "learners", "trained_people")
    return frozenset(word for kind in kinds for word in lists[kind])


def trained_counts(
    page: Page, syntax: Syntax, sentence: Span
) -> Iterator[tuple[list[Act], list[Thing]]]:
    """Give the verbs of training with the counted people that they have for an object."""
    for n, token in enumerate(syntax.tokens):
        if token.pos != "VERB" or token.lemma.lower() != "train" or token.tag == "VBG":
            continue
        if token.head != n and _HOPING.match(syntax.tokens[token.head].text):
            continue
        trained = syntax.child(n, "nsubjpass" if syntax.passive(n) else "dobj")
        thing = None if trained is None else _counted(page, syntax, sentence, trained)
        act = Act(token=n, act_class="give", span=token.span)
        chain = [act, *(a for a in chain_above(syntax, token.span) if a.token != n)]
        if thing is not None and not supposed(syntax, chain):
            yield chain, [thing]


def _counted(page: Page, syntax: Syntax, sentence: Span, head: int) -> Thing | None:
    """Give counted people that the list of items does not know, as a thing."""
    if syntax.tokens[head].text.lower() not in _people():
        return None
    phrase = Span(syntax.subtree(head).start, syntax.tokens[head].span.end)
    counted = next((m for m in page.quantities.within(sentence) if m.span.overlaps(phrase)), None)
    if counted is None or not _unlisted(counted):
        return None
    name = counted.name_span or syntax.named(head)
    item = Item(name=" ".join(page.words(name).split()), quantity=counted.quantity)
    return Thing(name=name, item=item, count=counted.span, bound=counted.bound_span)


def _unlisted(counted: QuantityMention) -> bool:
    return counted.category in (None, BENEFICIARIES)


def is_training(draft: Draft) -> bool:
    """Say whether a draft is of people whom its first verb trains."""
    trains = any(verb.startswith("train") for verb in draft.acts[:1])
    return draft.money is None and bool(draft.things) and trains


def names_whose_people(page: Page, draft: Draft) -> bool:
    """Say whether whose people are trained stands behind them: "soldiers from Mali"."""
    return bool(_whose(page, draft))


def _whose(page: Page, draft: Draft) -> list[ActorMention]:
    end = draft.things[0].name.end
    own = joined_after(page, end, draft.sentence.end, _REACH)
    return own if own and _OF.fullmatch(page.text, end, own[0].span.start) else []


def name_those_trained(page: Page, draft: Draft) -> None:
    """Name whose people are trained, also by the body they are of, and who trains them."""
    if own := _whose(page, draft):
        draft.recipients = parties_of(own)
        takers = {party.actor.id for party in draft.recipients}
        draft.donors = [party for party in draft.donors if party.actor.id not in takers]
    name_trained(page, draft)


def nobody_trains(_page: Page, draft: Draft) -> bool:
    """Say whether people are told to be trained, and neither who trains them nor for whom."""
    return is_training(draft) and not draft.donors and not draft.recipients


def trained_elsewhere(page: Page, draft: Draft) -> bool:
    """Say whether somebody known trains people of somebody else, or of other countries."""
    givers = {party.actor.id for party in draft.donors} - {None}
    if not givers or draft.firmness[0] == "denied":
        return False
    if {party.actor.id for party in draft.recipients} - givers - {None}:
        return True
    start, end = draft.things[0].name.end, draft.sentence.end
    regions = any_of("acts", "regions").search(page.text, start, end)
    return regions is not None or _ELSEWHERE.search(page.text, start, end) is not None
