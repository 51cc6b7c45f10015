"""Who acts in the verbs above a thing: their subject, who tells of it, or who is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgebook.extract.acts import Act
from pledgebook.extract.lexicon import load
from pledgebook.extract.named_classes import named_by_class
from pledgebook.extract.page import Page
from pledgebook.extract.parties import bound_actor, is_role, mentions_under, tells_of_a_firm
from pledgebook.extract.placed_subjects import before_relative, named_by_place
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.unlisted_givers import unlisted_giver
from pledgebook.language.protocol import Token
from pledgebook.model.spans import Span
from pledgebook.model.values import Actor
from pledgebook.resolve.mentions import ActorMention

_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_TRAILING = re.compile(r"\s*(?:,(?!\d)|\b(?:who|which|that|meeting|gathered|led)\b)", re.IGNORECASE)
#: Pronouns that whoever tells of an act may use for themselves.
_OWN = frozenset({"it", "they"})
_PRONOUNS = frozenset({"we", "it", "he", "she", "they"})


#: Words for two parties named before.
_BOTH = re.compile(
    r"(?:both|the\s+two)\s+(?:countries|governments|nations|states|capitals|allies|partners)",
    re.IGNORECASE,
)
#: "called on Berlin to give", "appealed to donors for".
_UPON = frozenset({"on", "upon", "to"})
_PAIR = 2


def acting(
    page: Page, syntax: Syntax, chain: Sequence[Act], thing: Span
) -> tuple[list[ActorMention], Span | None]:
    """Actors who act in the chain above a thing, and the words of an unresolved subject.

    The subject of the innermost verb that has one is bound; where it is a pronoun or a role
    without a name, its words are given for the antecedent to be looked up.
    """
    called = called_upon(page, syntax, chain, thing)
    return _subjects(page, syntax, chain, thing) if called is None else (called, None)


def _subjects(
    page: Page, syntax: Syntax, chain: Sequence[Act], thing: Span
) -> tuple[list[ActorMention], Span | None]:
    """Actors that are the subject of an act, the innermost first, or the words of one."""
    words: Span | None = None
    getting = load("acts")["receiving"]
    for act in chain:
        subject = syntax.subject(act.token)
        placed = named_by_place(page, syntax, act, subject)
        if placed is not None:
            return [placed], words
        head = syntax.head_of(thing) or -1
        inside = subject is not None and syntax.below(subject, head)
        if subject is None or (inside and not syntax.below(act.token, head)):
            continue
        if _enabled(syntax, act.token) or act.span.of(page.text).lower() in getting:
            continue
        pair = _both(page, syntax.subtree(subject))
        if pair:
            return pair, syntax.subtree(subject)
        found = [m for m in mentions_under(page, syntax, subject) if bound_actor(m) is not None]
        found = found or before_relative(page, syntax, act.token, subject)
        if found:
            return found, words if words is None or _refers(page.words(words)) else None
        told = _unlisted(page, syntax, subject, alone=words is None)
        if told is not None:
            return told
        token = syntax.tokens[subject]
        named = token.text.lower() not in load("acts")["nouns"]["aid"]
        if named and _stands_for(token) and not page.money.touching(token.span):
            words = words or token.span
    return _teller(page, syntax, chain, words), words


def _unlisted(
    page: Page, syntax: Syntax, subject: int, *, alone: bool
) -> tuple[list[ActorMention], Span | None] | None:
    """Give who a subject is that the reference data do not list, and its local words.

    It is an organisation by its name, one named before ("the bank"), a firm by what it is called,
    or several who are only described; all but a firm where no other words stand for the giver
    (``alone``).
    """
    phrase = syntax.subtree(subject)
    if alone and (unlisted := unlisted_giver(page, syntax, subject)) is not None:
        return [unlisted], None
    if alone and (classed := named_by_class(page, phrase)) is not None:
        return [classed], phrase
    several = syntax.tokens[subject].text.lower() in load("acts")["unnamed_parties"]
    if any(tells_of_a_firm(page, m) for m in page.actors.within(phrase)) or (alone and several):
        return [_unnamed(page, phrase)], None
    return None


def called_upon(
    page: Page, syntax: Syntax, chain: Sequence[Act], thing: Span
) -> list[ActorMention] | None:
    """Actors that are asked to give: "urged Germany to provide …", "asked its allies for …".

    None where nobody is asked; empty where the one who asks names nobody ("asked for €5bn").
    """
    for place, act in enumerate(chain):
        if act.act_class != "call" or syntax.tokens[act.token].pos != "VERB":
            continue
        given = chain[0].token if place else None
        if syntax.passive(act.token) or (
            given is not None and syntax.child(given, "nsubj") is not None
        ):
            return None
        asked = _asked(syntax, act.token, thing)
        if asked is None:
            return None if place else []
        if syntax.tokens[asked].text.lower() in load("acts")["unnamed_parties"]:
            return [_unnamed(page, syntax.subtree(asked))]
        found = [m for m in mentions_under(page, syntax, asked) if bound_actor(m) is not None]
        return found or (None if place else [])
    return None


def _asked(syntax: Syntax, verb: int, thing: Span) -> int | None:
    """Head of the phrase of those who are asked; what is asked for is none of them."""
    on = next((c for c in syntax.children[verb] if syntax.tokens[c].text.lower() in _UPON), None)
    asked = syntax.child(verb, "dobj")
    if asked is None and on is not None:
        asked = syntax.child(on, "pobj")
    return None if asked is None or asked in syntax.inside(thing) else asked


def _both(page: Page, phrase: Span) -> list[ActorMention]:
    """The two states that "both countries" stands for: the only ones of the sentence before it."""
    first = page.sentences.position(page.sentence_of(phrase))
    if _BOTH.fullmatch(page.words(phrase)) is None or first == 0:
        return []
    found: dict[str, ActorMention] = {}
    for mention in page.actors.within(page.sentences.items[first - 1]):
        actor = bound_actor(mention)
        if actor is not None and actor.id is not None and actor.type == "state":
            found.setdefault(actor.id, mention)
    return list(found.values()) if len(found) == _PAIR else []


def _teller(
    page: Page, syntax: Syntax, chain: Sequence[Act], words: Span | None
) -> list[ActorMention]:
    """Actors that tell of their own act ("Oslo said it would …"), or of the clause before."""
    before = syntax.subject_before(chain[-1].token) if words is None and chain else None
    if before is not None:
        return [m for m in mentions_under(page, syntax, before) if bound_actor(m) is not None]
    if words is None or page.words(words).lower() not in _OWN or not chain:
        return []
    return tellers(page, syntax, chain[-1].token)


def tellers(page: Page, syntax: Syntax, verb: int) -> list[ActorMention]:
    """Actors that tell the clause of a verb, whom its "it" stands for: "Oslo said it would …"."""
    telling = load("acts")["telling"]
    for above in syntax.verbs_above(verb):
        subject = syntax.subject(above) if syntax.tokens[above].text.lower() in telling else None
        if subject is not None:
            found = mentions_under(page, syntax, subject)
            return [m for m in found if bound_actor(m) is not None]
    return []


def _enabled(syntax: Syntax, verb: int) -> bool:
    """Say whether somebody else lets the subject act: "helps Moldova to buy …"."""
    token = syntax.tokens[verb]
    above = syntax.tokens[token.head].lemma.lower()
    return token.dep in ("ccomp", "xcomp") and above in load("acts")["enabling"]


def _unnamed(page: Page, phrase: Span) -> ActorMention:
    """A party that is only described: the noun phrase without article and trailing clause."""
    words = page.words(phrase)
    lead = _ARTICLE.match(words)
    start = phrase.start + (lead.end() if lead else 0)
    cut = _TRAILING.search(page.text, start, phrase.end)
    span = Span(start, cut.start() if cut else phrase.end)
    actor = Actor(id=None, name=" ".join(page.words(span).split()), type="unnamed")
    return ActorMention(span=span, actor=actor, naming="group")


def _refers(words: str) -> bool:
    """Say whether local words are a pronoun or a role, which another name may stand for."""
    return words.lower() in _PRONOUNS or is_role(words)


def _stands_for(token: Token) -> bool:
    """Say whether a subject stands for somebody named elsewhere, or is an unknown name."""
    if token.pos == "PRON":
        return token.text.lower() in _PRONOUNS
    if not token.text[:1].isalpha():  # the "8)" of "(release 8)" names nobody
        return False
    return token.pos == "PROPN" or is_role(token.text)
