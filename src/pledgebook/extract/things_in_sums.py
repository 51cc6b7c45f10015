"""Counted things that a sum pays for, and those that are only told beside it."""

from __future__ import annotations

import re

from pledgebook.extract import promise_words as says
from pledgebook.extract.act_verbs import act_at
from pledgebook.extract.drafts import Draft, Thing
from pledgebook.extract.elliptic_givers import promise_told
from pledgebook.extract.lexicon import load
from pledgebook.extract.page import Page
from pledgebook.extract.parties import party_ids
from pledgebook.extract.phrase_parties import from_behind
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span

#: How far before a sum the words of worth stand ("valued at approximately €3m").
_WORTH_REACH = 30


def bought_with(page: Page, syntax: Syntax, draft: Draft, things: list[Thing]) -> list[Thing]:
    """Give a sum the things that hang on it or on its verb's purpose; return the others."""
    assert draft.money is not None
    head = syntax.head_of(draft.money.span)
    if head is None:
        return things
    verbs = syntax.verbs_above(head)
    top = verbs[0] if verbs else head
    left = []
    worth = _worth(page, draft)
    for thing in things:
        n = syntax.head_of(thing.name)
        if _told_apart(page, syntax, draft, thing):
            left.append(thing)
            continue
        under = n is not None and syntax.below(n, top) and not _told_of_others(syntax, n, top)
        hangs = under or (n is not None and syntax.below(n, head))
        if hangs or (worth is not None and thing.name.end <= worth.start):
            draft.things.append(thing)
        else:
            left.append(thing)
    return left


def _told_apart(page: Page, syntax: Syntax, draft: Draft, thing: Thing) -> bool:
    """Say whether a thing is given by another act or another giver, or only told beside a sum."""
    assert draft.money is not None
    told = promise_told(syntax, thing.name)
    if told is not None and told != promise_told(syntax, draft.money.span):
        return True  # "the decision to send tanks and the offer of €5m"
    if _promised_apart(syntax, draft.money.span, thing):
        return True  # "is to give €5m and to hand over 40 vans"
    if _of_the_next(page, draft, thing):
        return True
    if _from_another(page, draft, thing) or _by_another(page, syntax, draft, thing):
        return True  # "€9m from the EU and 80 buses from Romania"
    return _beside_sum(page, draft, thing)  # "gave 40 trucks, on top of €5m in May"


#: Classes of acts of which each gives what is its object.
_GIVES = frozenset({"give", "pledge", "deliver"})


def _promised_apart(syntax: Syntax, money: Span, thing: Thing) -> bool:
    """Say whether a counted thing is the object of a second act, joined to that of the sum."""
    n = _counted_object(syntax, thing)
    verbs, of_sum = (
        [] if head is None else syntax.verbs_above(head)[:1] for head in (n, syntax.head_of(money))
    )
    if verbs and syntax.tokens[verbs[0]].dep == "xcomp":  # "and offered to train 300 nurses"
        above = syntax.tokens[verbs[0]].head
        offers = act_at(syntax, above)
        if offers is not None and offers.act_class == "pledge" and [above] != of_sum:
            return thing.count is not None and syntax.tokens[above].dep == "conj"
    if n is None or thing.count is None or not verbs or not of_sum or verbs == of_sum:
        return False
    own, first = act_at(syntax, verbs[0]), act_at(syntax, of_sum[0])
    joined = syntax.tokens[verbs[0]].dep == "conj" and syntax.tokens[verbs[0]].head == of_sum[0]
    joined = joined and syntax.child(verbs[0], "nsubj", "nsubjpass") is None
    both = own is not None and first is not None and {own.act_class, first.act_class} <= _GIVES
    return joined and both and syntax.tokens[n].dep == "dobj" and syntax.tokens[n].head == verbs[0]


def _counted_object(syntax: Syntax, thing: Thing) -> int | None:
    """Give the noun that a verb has for an object: of "2 million doses of vaccine" the doses."""
    heads = [syntax.head_of(thing.name)]
    heads += [] if thing.count is None else [syntax.head_of(thing.count)]
    objects = [n for n in heads if n is not None and syntax.tokens[n].dep == "dobj"]
    return objects[0] if objects else heads[0]


def _of_the_next(page: Page, draft: Draft, thing: Thing) -> bool:
    """Say whether another giver stands before a thing: "Oslo for its €5m and Riga for 40 vans"."""
    assert draft.money is not None
    givers = {party.actor.id for party in draft.donors}
    if thing.place.start <= draft.money.span.end:
        return False
    between = Span(draft.money.span.end, thing.place.start)
    return any(
        m.actor.id not in givers
        and _AND_BEFORE.search(page.text, between.start, m.span.start)
        and _FOR_BEHIND.match(page.text, m.span.end)
        for m in page.actors.within(between)
    )


#: Around one who is thanked beside another.
_AND_BEFORE = re.compile(r"\b(?:and|,)\s+(?:also\s+)?(?:to\s+)?(?:the\s+)?$", re.IGNORECASE)
_FOR_BEHIND = re.compile(r"\s+(?:for|with)\b", re.IGNORECASE)


def _from_another(page: Page, draft: Draft, thing: Thing) -> bool:
    """Say whether a thing comes from somebody named right behind it who does not give the sum.

    Who sells it gives nothing: "will buy 40 howitzers from Seoul for €5m".
    """
    if draft.acts[:1] and draft.acts[0] in load("acts")["buying"]:
        return False
    givers = {party.actor.id for party in draft.donors}
    behind = page.actors.within(Span(thing.name.end, draft.sentence.end))[:1]
    return any(from_behind(page, thing.name, m) and m.actor.id not in givers for m in behind)


def _by_another(page: Page, syntax: Syntax, draft: Draft, thing: Thing) -> bool:
    """Say whether somebody else is the subject of a thing's verb: "…, while Riga offered 25 vans".

    Who gets the sum may act on with it: "gave Mali €9m to buy vans".
    """
    head = syntax.head_of(thing.name)
    sides = party_ids([*draft.donors, *draft.recipients])
    for verb in [] if head is None else syntax.verbs_above(head)[:1]:
        subject = syntax.child(verb, "nsubj")
        named = () if subject is None else page.actors.touching(syntax.tokens[subject].span)
        act = act_at(syntax, verb)
        return bool(named) and act is not None and not {m.actor.id for m in named} & sides
    return False


#: Words by which a sum comes to what was told before it.
_COMES_TO_IT = re.compile(
    r"\b(?:on\s+top\s+of|in\s+addition\s+to|besides|alongside|as\s+well\s+as|apart\s+from)\s+"
    r"(?:(?:an?|the|its|their|about|some|earlier|previous)\s+){0,3}$",
    re.IGNORECASE,
)
#: Words by which counted things come to a sum before them.
_AND_THINGS = re.compile(
    r"\b(?:as\s+well\s+as|along\s+with|together\s+with|in\s+addition\s+to|on\s+top\s+of|besides|plus)\s+"
    r"(?:(?:up\s+to|some|about|around|another|a\s+further|at\s+least|more\s+than|over)\s+)?$",
    re.IGNORECASE,
)


def _beside_sum(page: Page, draft: Draft, thing: Thing) -> bool:
    """Say whether a sum is told beside a thing, which it does not pay for: "as well as 12 vans"."""
    assert draft.money is not None
    first = (thing.count or thing.name).start
    if first >= draft.money.span.end:
        behind = Span(draft.money.span.end, first)
        return _AND_THINGS.search(page.text, behind.start, behind.end) is not None
    words = Span(thing.name.end, max(thing.name.end, draft.money.span.start))
    return _COMES_TO_IT.search(page.text, words.start, words.end) is not None


#: What a clause about a gift may have for its subject, beside the nouns of aid.
_THE_GIFT = frozenset(
    {"it", "they", "this", "these", "which", "that", "money", "sum", "cash", "rest"}
)


def _told_of_others(syntax: Syntax, thing: int, top: int) -> bool:
    """Say whether a joined clause with a subject of its own tells of a thing.

    "gave €9m and the army lost 12 trucks": they are not in the €9m. What the gift itself is said to
    hold or buy is ("gave €9m, and the money will buy 12 trucks").
    """
    for n in syntax.up(thing):
        if n == top:
            return False
        subject = syntax.child(n, "nsubj") if syntax.tokens[n].dep == "conj" else None
        if subject is not None:
            word = syntax.tokens[subject].text.lower()
            return word not in _THE_GIFT and word not in load("acts")["nouns"]["aid"]
    return False


def _worth(page: Page, draft: Draft) -> Span | None:
    """Find the words of worth directly before the only sum of a sentence ("…, valued at €3m")."""
    assert draft.money is not None
    if len(page.money.within(draft.sentence)) > 1:
        return None
    before = Span(
        max(draft.sentence.start, draft.money.span.start - _WORTH_REACH), draft.money.span.start
    )
    return says.find(page.text, before, "acts", "worth")
