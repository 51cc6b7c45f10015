"""A package and what belongs to it: things of later sentences and bullets, parts, repeats."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from pledgebook.extract import promise_words as says
from pledgebook.extract.act_verbs import act_at
from pledgebook.extract.drafts import Draft, Thing
from pledgebook.extract.elliptic_givers import promise_told
from pledgebook.extract.goods import GOODS
from pledgebook.extract.lexicon import load, verb_classes
from pledgebook.extract.other_records import names_record
from pledgebook.extract.page import Page
from pledgebook.extract.parties import party_ids
from pledgebook.extract.phrase_parties import from_behind
from pledgebook.extract.standing_givers import labelled
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.things import things_in
from pledgebook.language.protocol import Block
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention, MoneyMention

#: Rule of things that are no promise by themselves ("it included 5 generators"): they belong to the
#: package told before them in the same paragraph, or to nothing.
LIST_ONLY = "package-list"


#: Stages of what has come: it does not go on with what is only promised.
_CAME = frozenset({"delivered", "disbursed"})
#: What is only thought of, or denied, is in no package that is promised.
_UNSETTLED = frozenset({"considered", "denied"})
#: How far before a sum the words of worth stand ("valued at approximately €3m").
_WORTH_REACH = 30


def smaller(money: MoneyMention, whole: Draft) -> bool:
    """Say whether a sum can be a part of another: smaller, or not to be compared."""
    assert whole.money is not None
    part, total = money.amount, whole.money.amount
    if part.currency != total.currency or part.low is None or total.low is None:
        return True
    return part.low < total.low


def is_whole(draft: Draft, part: Draft) -> bool:
    """Say whether a sum that nothing else calls aid holds a part that is: its giver is the same."""
    if part.money is None or draft.money is None or not smaller(part.money, draft):
        return False
    same = bool(draft.donors) and party_ids(draft.donors) == party_ids(part.donors)
    given = draft.stage[1] is not None and draft.firmness[0] == "firm"
    return same and given and part.parent is None


def wholes_first(drafts: Iterable[Draft]) -> list[Draft]:
    """Put a whole that is told behind its part before it: "€6bn of the €18bn was paid"."""
    found: list[Draft] = []
    for draft in drafts:
        for one in (draft.parent, draft):
            if one is not None and any(one is d for d in drafts) and one not in found:
                found.append(one)
    return found


def inherit_age(page: Page, draft: Draft) -> None:
    """A part of an older package is as old, unless its own words tell its age.

    A sum that a list sends to a record of its own tells nothing of those beside it.
    """
    whole = draft.parent
    words = None if whole is None else whole.newness[1]
    if words is not None and names_record(page.words(words)):
        return
    if any(verb_classes("acts").get(verb) == "pledge" for verb in draft.acts):
        return  # "will announce €9m" is as new as its announcement
    if whole is not None and (draft.newness[0], whole.newness[0]) == ("unclear", "restated"):
        draft.newness = whole.newness


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
        told = promise_told(syntax, thing.name)
        if told is not None and told != promise_told(syntax, draft.money.span):
            left.append(thing)  # "the decision to send tanks and the offer of €5m"
            continue
        if _promised_apart(syntax, draft.money.span, thing):
            left.append(thing)  # "is to give €5m and to hand over 40 vans"
            continue
        if _of_the_next(page, draft, thing):
            left.append(thing)
            continue
        if _from_another(page, draft, thing) or _by_another(page, syntax, draft, thing):
            left.append(thing)  # "€9m from the EU and 80 buses from Romania"
            continue
        if _beside_sum(page, draft, thing):
            left.append(thing)  # "gave 40 trucks, on top of €5m in May"
            continue
        under = n is not None and syntax.below(n, top) and not _told_of_others(syntax, n, top)
        hangs = under or (n is not None and syntax.below(n, head))
        if hangs or (worth is not None and thing.name.end <= worth.start):
            draft.things.append(thing)
        else:
            left.append(thing)
    return left


#: Classes of acts of which each gives what is its object.
_GIVES = frozenset({"give", "pledge", "deliver"})


def _promised_apart(syntax: Syntax, money: Span, thing: Thing) -> bool:
    """Say whether a counted thing is the object of a second act, joined to that of the sum."""
    n = syntax.head_of(thing.name)
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


def attach_list(page: Page, draft: Draft) -> None:
    """Give a commitment the things in the bullets that its paragraph introduces with a colon."""
    block = page.block_of(draft.sentence)
    if block is None or not page.words(block.span).rstrip().endswith(":"):
        return
    for row in bullets_after(page, block.span):
        if labelled(page, row) is None:  # "China: 12 tonnes of rice" is China's
            draft.things.extend(things_in(page, row.span))


def bullets_after(page: Page, sentence: Span) -> Iterator[Block]:
    """Give the bullets and rows that stand right below a sentence."""
    for block in page.blocks.items[page.blocks.position(Span(sentence.end, sentence.end)) :]:
        if block.span.start < sentence.end:
            continue
        if block.kind not in ("bullet", "table_row"):
            return
        yield block


def listed(page: Page, syntax: Syntax, thing: Thing, parties: AbstractSet[str | None]) -> bool:
    """Say whether a sentence without an act of giving goes on with what was given before it.

    "These are 80 trucks", "the list has 30 pumps", "The sum should do for 40 tents": the verb tells
    of a state or a list, and nobody is named who is no party of what was told.
    """
    verbs = syntax.verbs_above(head) if (head := syntax.head_of(thing.place)) is not None else []
    words = load("acts")["listing"]
    if verbs and syntax.tokens[verbs[0]].lemma.lower() not in words:
        return False
    sentence = page.sentence_of(thing.place)
    return all(m.actor.id in parties for m in page.actors.within(sentence) if _side(m))


def _side(mention: ActorMention) -> bool:
    return mention.actor.type != "person" and mention.naming != "adjective"


def join_packages(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Give things of a later sentence to the package before it in the same block.

    "… sent two shipments. The first held 5 generators …": one commitment, at its fullest telling.
    """
    kept: list[Draft] = []
    for draft in drafts:
        told = [k for k in kept if k.rule != GOODS and not k.undertaken]
        told = told or [k for k in kept if not k.undertaken]
        last = told[-1] if told else None
        if draft.rule == LIST_ONLY and (last is None or not _belongs(page, last, draft)):
            if draft.alone:
                draft.rule = "package"
                kept.append(draft)
            continue
        if draft.undertaken or last is None:
            kept.append(draft)
        elif draft.rule == LIST_ONLY or _continues(page, last, draft):
            last.things.extend(t for t in draft.things if not _told(t, last.things))
            last.sentence = Span(last.sentence.start, max(last.sentence.end, draft.sentence.end))
        else:
            kept.append(draft)
    return kept


def _told(thing: Thing, things: Iterable[Thing]) -> bool:
    """Say whether things are told again: the same number under the same last word of the name."""
    return thing.count is not None and any(
        other.item.quantity == thing.item.quantity
        and other.item.name.lower().split()[-1:] == thing.item.name.lower().split()[-1:]
        for other in things
    )


def _belongs(page: Page, last: Draft, draft: Draft) -> bool:
    """Say whether things without a promise of their own are in the package told before them.

    Not where somebody else is named as their giver, or where they are only thought of or denied.
    """
    if not _same_block(page, last, draft):
        return False
    if draft.firmness[0] in _UNSETTLED and draft.firmness[0] != last.firmness[0]:
        return False
    named = {p.actor.id for p in draft.donors if not p.from_context}
    return named <= party_ids([*last.donors, *last.recipients])


def _same_block(page: Page, last: Draft, draft: Draft) -> bool:
    return page.block_of(draft.sentence) == page.block_of(last.sentence)


def _continues(page: Page, last: Draft, draft: Draft) -> bool:
    """Say whether things belong to the package told just before, in the same block."""
    if draft.money is not None or draft.conditions or not draft.donors:
        return False
    if draft.newness[0] == "additional":  # more than was told before
        return False
    if draft.acts and (_told_beside(page, draft) or _given_apart(last, draft)):
        return False
    if not _same_block(page, last, draft) or draft.at_another_stage(last):
        return False
    if party_ids(draft.donors) == party_ids(last.recipients) and last.money is not None:
        return True
    came = (draft.stage[0] in _CAME) == (last.stage[0] in _CAME)
    if draft.donors[0].placed and party_ids(draft.donors) != party_ids(last.donors):
        return False
    return draft.donors[0].from_context and draft.firmness[0] == last.firmness[0] and came


def _given_apart(last: Draft, draft: Draft) -> bool:
    """Say whether people are sent in a sentence of their own behind a sum: no sum buys them."""
    sent = verb_classes("acts").get(draft.acts[0]) == "deliver" and draft.stage[0] == "pledged"
    staff = all(thing.item.category == "personnel" for thing in draft.things)
    return last.money is not None and sent and staff


#: Words by which a sentence adds another act to what was told.
_BESIDE = re.compile(
    r"\b(?:also|separately|in\s+addition|besides|moreover|furthermore|additionally)\b(?!\s+to\b)",
    re.IGNORECASE,
)


def _told_beside(page: Page, draft: Draft) -> bool:
    """Say whether counted things are promised beside what was told: "She also offered to …".

    "The package also includes 40 trucks" goes on with it.
    """
    classes = {verb_classes("acts").get(verb) for verb in draft.acts}
    counts = ((thing.count or thing.place).start for thing in draft.things)
    first = min(counts, default=draft.sentence.end)
    beside = _BESIDE.search(page.text, draft.sentence.start, first) is not None
    return beside and bool(classes & {"pledge", "commit"}) and "carry" not in classes
