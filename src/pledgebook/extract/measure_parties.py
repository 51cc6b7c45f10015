"""Who takes a measure and on whom: actors named, an office's own, and people who are described."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from pledgebook.extract.lexicon import load
from pledgebook.extract.lists_of_actors import joined_before
from pledgebook.extract.measure_stages import called_on, done_by, expected_to, signing
from pledgebook.extract.page import Page
from pledgebook.extract.parties import Party, bound_actor, mentions_under
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span
from pledgebook.model.values import Actor
from pledgebook.resolve.actors import find_actors
from pledgebook.resolve.mentions import ActorMention

#: What a description of those aimed at leaves out: the article, and a clause behind.
_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_CLAUSE = re.compile(
    r"\s*(?:[,;:(]|\b(?:who|which|that|for|over|after|because|to|in\s+response|accused|involved"
    r"|linked|connected|tied|responsible|including|and\s+(?:imposed|froze|banned))\b)"
)
#: Subjects by which an office speaks of its own state; other words need their antecedent.
_OWN = frozenset({"we"})
#: Right before who does what a passive tells.
_BY = re.compile(r"\bby\s+(?:the\s+)?$")


def acting(page: Page, syntax: Syntax, verb: int) -> list[Party]:
    """Give the states and bodies that are the subject of a verb, else the office that publishes."""
    asked = called_on(syntax, verb)
    subject = syntax.subject(verb) if asked is None else asked
    if subject is None and (main := done_by(syntax, verb)) is not None:
        subject = syntax.subject(main)
    if subject is None:
        subject = expected_to(syntax, verb)
    if subject is None:
        subject = signer(syntax, verb)
    if subject is None:
        return _behind_by(page, syntax, verb) if syntax.passive(verb) else []
    named = named_under(page, syntax, subject)
    own = syntax.tokens[subject].span
    named = named or _own_office(page, own) or _teller(page, syntax, subject)
    return named or _meant(page, syntax.subtree(subject), own)


#: Words for a body that was named before, and how far it may stand before them.
_BODY = re.compile(r"(?:the|their)\s+(?:\w+\s+)?(?:bloc|union|alliance|grouping)", re.IGNORECASE)
_BODY_REACH = 1500
#: How far from its begin the sentence before "it" may name who does it, in code points.
_SUBJECT_REACH = 12


def _meant(page: Page, phrase: Span, head: Span) -> list[Party]:
    """Give whom "the bloc" means, or "it" at the begin of a sentence, by what was named before."""
    if _BODY.fullmatch(page.words(phrase)):
        low = max(0, phrase.start - _BODY_REACH)
        named = [
            m
            for m in page.actors.within(Span(low, phrase.start))
            if m.actor.type in ("organisation", "group") and m.actor.id is not None
        ]
        words = phrase
    elif page.words(head) == "It":
        before = page.sentences.within(Span(max(0, head.start - _BODY_REACH), head.start))[-1:]
        named = [m for one in before for m in page.actors.within(one)[:1] if _opens(m, one)]
        words = head
    else:
        return []
    actor = bound_actor(named[-1]) if named else None
    if actor is None:
        return []
    return [Party(actor=actor, span=named[-1].span, words=words, from_context=True)]


def _opens(mention: ActorMention, sentence: Span) -> bool:
    """Say whether a sentence begins with a state or body that does what it tells."""
    close = mention.span.start - sentence.start < _SUBJECT_REACH
    return close and mention.naming in ("name", "seat", "office", "group")


def owners(page: Page, words: Span) -> list[Party]:
    """Give whose list or sanctions some words name, in them or right before: "US sanctions"."""
    for mention in page.actors.touching(Span(max(0, words.start - _OWNER), words.end)):
        gap = page.text[mention.span.end : max(mention.span.end, words.start)]
        if mention.span.start < words.end and _OWNED.fullmatch(gap):
            party = _party(mention.span, bound_actor(mention))
            return [] if party is None else [party]
    return []


#: How far before a noun its owner may end, and what stands between, in code points.
_OWNER = 24
_OWNED = re.compile(
    r"(?:['’]s?)?\s*(?:(?:new|fresh|further|economic|financial|targeted|secondary|latest)\s+)*"
)


def signer(syntax: Syntax, verb: int) -> int | None:
    """Give who signs the order that does what a verb says."""
    signed = signing(syntax, verb)
    return None if signed is None or syntax.negated(signed) else syntax.subject(signed)


#: Subjects that stand for who tells of them ("Oslo said it would").
_TELLERS_OWN = frozenset({"it", "he", "she", "they"})


@cache
def _telling() -> frozenset[str]:
    return frozenset(load("acts")["telling"]) | frozenset(load("measures")["telling"])


def _teller(page: Page, syntax: Syntax, subject: int) -> list[Party]:
    """Give who tells that "it" or "he" will act, as the subject of the verb of telling."""
    words = syntax.tokens[subject].span
    if page.words(words).lower() not in _TELLERS_OWN:
        return []
    for verb in syntax.verbs_above(subject)[1:3]:
        telling = syntax.tokens[verb].text.lower() in _telling()
        above = syntax.subject(verb) if telling else None
        if above is not None and above < subject:
            named = named_under(page, syntax, above)
            return [replace(party, words=words) for party in named]
    return []


def told_by_office(page: Page, syntax: Syntax, verb: int) -> list[Party]:
    """Give the ministry or government that tells what "the measures" do."""
    for above in syntax.verbs_above(verb)[:2]:
        if syntax.tokens[above].text.lower() in _telling():
            subject = syntax.subject(above)
            if subject is None:
                continue
            people = mentions_under(page, syntax, subject)
            if people and all(
                m.naming in ("office", "seat") and m.actor.type != "person" for m in people
            ):
                return named_under(page, syntax, subject)
    return []


def affirming(page: Page, syntax: Syntax, verb: int) -> list[Party]:
    """Give who affirms that holdings stay frozen: "the G7 reaffirmed that the assets will stay"."""
    if syntax.tokens[verb].dep not in ("ccomp", "advcl"):
        return []
    subject = syntax.subject(syntax.tokens[verb].head)
    if subject is None:
        return []
    return named_under(page, syntax, subject) or _own_office(page, syntax.tokens[subject].span)


#: Whose package or sanctions a page tells of: "the EU's 16th package", "EU sanctions".
_OWN_PACKAGE = re.compile(r"(?:['’]s?)?\s+(?:[\w-]+\s+){0,2}?(?:sanctions|package|blacklist)\b")


def page_maker(page: Page) -> list[Party]:
    """Give the one state or body whose package or sanctions a page names; nobody for several."""
    found: dict[str, Party] = {}
    for mention in page.actors:
        actor = bound_actor(mention)
        if actor is not None and actor.id and _OWN_PACKAGE.match(page.text, mention.span.end):
            found.setdefault(actor.id, Party(actor=actor, span=mention.span, from_context=True))
    return list(found.values()) if len(found) == 1 else []


def named_under(page: Page, syntax: Syntax, token: int) -> list[Party]:
    """Give the states and bodies that the phrase of a token names."""
    found = [_party(m.span, bound_actor(m)) for m in mentions_under(page, syntax, token)]
    return list({p.actor.id or p.actor.name: p for p in found[::-1] if p is not None}.values())[
        ::-1
    ]


def before_words(page: Page, sentence: Span, offset: int) -> list[Party]:
    """Give the actors right before the words of an act that the parse takes for no verb."""
    found = joined_before(page, sentence.start, offset)
    return [p for p in (_party(m.span, bound_actor(m)) for m in found) if p is not None]


def targets_in(page: Page, area: Span, actors: list[Party]) -> list[Party]:
    """Give the states and bodies named in a stretch of text that act not themselves."""
    acting_ids = {party.actor.id for party in actors}
    found: dict[str, Party] = {}
    for mention in page.actors.touching(area):
        actor = bound_actor(mention) or mention.actor
        if mention.span.start < area.start:
            continue
        if actor.id is not None and actor.id not in acting_ids:
            found.setdefault(actor.id, Party(actor=actor, span=mention.span))
    return list(found.values())


def described(page: Page, syntax: Syntax, head: int) -> Party | None:
    """Give those aimed at who are only described: "more than 400 individuals and entities"."""
    if syntax.tokens[head].lemma.lower() not in load("measures")["aimed_at"]:
        return None
    whole = syntax.subtree(head)
    article = _ARTICLE.match(page.text, whole.start, whole.end)
    start = article.end() if article else whole.start
    after = syntax.tokens[head].span.end
    cut = _CLAUSE.search(page.text, after, whole.end)
    span = Span(start, cut.start() if cut else whole.end)
    name = " ".join(page.words(span).split())
    return Party(actor=Actor(id=None, name=name, type="unnamed"), span=span)


def _behind_by(page: Page, syntax: Syntax, verb: int) -> list[Party]:
    """Give who stands behind "by" where the parse hangs it on another word than the verb."""
    behind = Span(syntax.tokens[verb].span.end, syntax.tokens[-1].span.end)
    for mention in page.actors.within(behind):
        if _BY.search(page.text, behind.start, mention.span.start):
            party = _party(mention.span, bound_actor(mention))
            return [] if party is None else [party]
    return []


def _party(span: Span, actor: Actor | None) -> Party | None:
    return None if actor is None else Party(actor=actor, span=span)


def _own_office(page: Page, words: Span) -> list[Party]:
    """Give the state whose office publishes, where a pronoun or office of its own acts."""
    if page.words(words).lower() not in _OWN:
        return []
    for mention in find_actors(page.source.publisher or "", page.published):
        actor = bound_actor(mention)
        if actor is not None:
            return [Party(actor=actor, span=mention.span, words=words, place="publisher")]
    return []
