"""Ships that go where others need them: "will deploy a frigate to the Red Sea to protect shipping".

A ship goes with its crew and comes back, so that nobody gets it. It is told as a promise where the
words bind somebody to send it, where it goes, and that it helps or guards there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pledgebook.extract.act_verbs import Act
from pledgebook.extract.acts import chain_above
from pledgebook.extract.drafts import Draft, Thing
from pledgebook.extract.earlier_givers import publisher_of
from pledgebook.extract.lexicon import any_of
from pledgebook.extract.page import Page
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.ungiven import supposed
from pledgebook.model.spans import Span
from pledgebook.model.values import Item
from pledgebook.resolve.mentions import QuantityMention

_SENDING = frozenset({"deploy", "send", "dispatch", "despatch"})
_FORMS = frozenset(
    f"{verb}{end}" for verb in ("deploy", "send", "dispatch", "despatch")
    for end in ("", "s", "es", "ed", "ing")
) | {"sent"}  # fmt: skip
_KINDS = (
    r"frigates?|destroyers?|corvettes?|cutters?|warships?|minehunters?|minesweepers?|"
    r"patrol\s+(?:ships?|vessels?|boats?)|naval\s+(?:ships?|vessels?)|hospital\s+ships?|supply\s+ships?|"
    r"aircraft\s+carriers?|carrier\s+strike\s+group|landing\s+ships?|submarines?"
)
#: What stands before the name of a ship of some navy.
_PREFIX = (
    r"(?-i:HMS|HMCS|HMAS|HMNZS|USS|USNS|USCGC|HNLMS|HNoMS|KNM|HDMS|HSwMS|FGS|ITS|JS|ROKS|INS|ESPS)"
)
_SHIP = re.compile(
    rf"\b(?:{_KINDS})\b|\b{_PREFIX}\s+[A-Z]|\bMajesty['’]s\s+(?:\w+\s+)?Ship\b", re.IGNORECASE
)
#: What ships are sent for that others gain by; none of it is told of an attack.
_HELPS = re.compile(
    r"\b(?:help|support|protect|assist|secure|security|safeguard|guard|escort|patrol|monitor|reinforc|contribut|defen[cds]"
    r"|deter|relief|humanitarian|mission|peace|allies|partners|nato|join|presence|freedom|safe|sanctions)\w*",
    re.IGNORECASE,
)
_ATTACK = re.compile(
    r"\b(?:attack|strike|strikes|bomb|invad|blockad|seiz|exercise|parade|sea\s+trials?|threaten)\w*",
    re.IGNORECASE,
)
#: Where ships go.
_WATERS = re.compile(
    r"\bto\s+(?:the\s+)?(?:[\w'’-]+\s+){0,3}?"
    r"(?:(?-i:Sea|Seas|Gulf|Ocean|Strait|Straits|Baltic|Mediterranean|Atlantic|Pacific|Indo-Pacific|Arctic|North|High\s+North)|region|waters)\b",
    re.IGNORECASE,
)


def names_ship(page: Page, sentence: Span) -> bool:
    """Say, cheaply, whether a sentence may tell that a ship is sent."""
    if not page.has_any(sentence, _FORMS):
        return False
    return _SHIP.search(page.text, sentence.start, sentence.end) is not None


def ships_sent(
    page: Page, syntax: Syntax, _sentence: Span
) -> Iterator[tuple[list[Act], list[Thing]]]:
    """Give the verbs by which somebody is bound to send a ship, with the ship."""
    for n, token in enumerate(syntax.tokens):
        if token.pos != "VERB" or token.lemma.lower() not in _SENDING or not _bound(syntax, n):
            continue
        sent = syntax.child(n, "nsubjpass" if syntax.passive(n) else "dobj")
        name = None if sent is None else _name(page, syntax, sent)
        if name is None:
            continue
        act = Act(token=n, act_class="give", span=token.span)
        chain = [act, *(a for a in chain_above(syntax, token.span) if a.token != n)]
        if not supposed(syntax, chain):
            yield chain, [_ship(page, name)]


def _name(page: Page, syntax: Syntax, noun: int) -> Span | None:
    """Give the words that name a ship: "the frigate X", "His Majesty's Ship X"; None for others."""
    name, whole = syntax.named(noun), syntax.subtree(noun)
    if _SHIP.search(page.text, name.start, name.end):
        return name
    found = _SHIP.search(page.text, whole.start, name.end)
    return None if found is None else Span(found.start(), name.end)


def _bound(syntax: Syntax, verb: int) -> bool:
    """Say whether a verb tells what is to come, is under way or has been done; no history."""
    token, own = syntax.tokens[verb], set(syntax.auxiliaries(verb))
    above = syntax.tokens[token.head].lemma.lower()
    planned = token.dep == "xcomp" and above in ("plan", "intend", "decide", "commit", "agree")
    return not syntax.negated(verb) and bool(
        own & {"will", "'ll", "’ll", "shall", "has", "have"}
        or planned
        or (token.tag == "VBG" and own & {"is", "are", "'re", "’re"})
    )


def _ship(page: Page, name: Span) -> Thing:
    named = page.quantities.within(page.sentence_of(name))
    counted = next((m for m in named if _counts(page, m, name)), None)
    words = " ".join(page.words(name).split())
    if counted is None:
        return Thing(name=name, item=Item(name=words, category="naval"))
    item = Item(name=words, quantity=counted.quantity, category="naval")
    return Thing(name=name, item=item, count=counted.span, bound=counted.bound_span)


def _counts(page: Page, counted: QuantityMention, name: Span) -> bool:
    """Say whether a count stands right before a name, or is one of it."""
    if counted.name_span is not None and counted.name_span.overlaps(name):
        return True
    return counted.span.end <= name.start and not page.text[counted.span.end : name.start].strip()


def name_navy(page: Page, draft: Draft) -> None:
    """Give a ship that nobody named sends to the state of the office that tells of it."""
    office = publisher_of(page)
    if draft.donors or office is None or office.actor.type != "state":
        return
    before = page.actors.within(Span(draft.sentence.start, draft.things[0].name.start))
    if any(m.actor.type == "state" and m.actor.id != office.actor.id for m in before):
        return
    draft.donors = [office]
    draft.problems.add("donor-from-context")
    draft.problems.discard("donor-unresolved")


def sent_to_guard(page: Page, draft: Draft) -> bool:
    """Say whether a state sends a ship somewhere to help, and to no attack."""
    span, first = draft.sentence, draft.things[0].name
    givers = {p.actor.id for p in draft.donors if not p.from_context or p.place != "text"}
    takers = {p.actor.id for p in draft.recipients if not p.from_context} - givers
    region = any_of("acts", "regions").search(page.text, first.end, span.end)
    goes = takers or region or _WATERS.search(page.text, first.end, span.end)
    helps = _HELPS.search(page.text, span.start, span.end) or takers
    attack = _ATTACK.search(page.text, span.start, span.end)
    return bool(givers - {None}) and bool(goes) and bool(helps) and attack is None
