"""Who acts above a thing: the subject of its innermost act that has one, or who tells of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgebook.extract.act_verbs import Act, holds
from pledgebook.extract.called_upon import called_upon
from pledgebook.extract.described_givers import (
    backs_another,
    of_parliament,
    of_the_teller,
    sitting,
    unnamed,
)
from pledgebook.extract.lexicon import load
from pledgebook.extract.lists_of_actors import last_row
from pledgebook.extract.named_classes import named_by_class
from pledgebook.extract.office_words import calls_itself
from pledgebook.extract.page import Page
from pledgebook.extract.parties import bound_actor, is_role, mentions_under, tells_of_a_firm
from pledgebook.extract.placed_subjects import before_relative, named_by_place
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.unlisted_givers import unlisted_giver
from pledgebook.language.protocol import Token
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

#: Pronouns that whoever tells of an act may use for themselves.
_OWN = frozenset({"it", "they"})
_PRONOUNS = frozenset({"we", "it", "he", "she", "they"})
#: Whose country or government acts, where somebody tells of it: "she said her country would".
_COUNTRY = frozenset({"country", "government", "nation", "ministry", "cabinet", "administration"})
#: What somebody has who means to act, or does not: "has no plans to send".
_PLANS = frozenset({"plan", "plans", "intention", "intentions", "wish", "desire"})
#: Prepositions between a gerund and what its subject does: "in talks about", "replied by".
_OF_TALK = frozenset({"about", "on", "over", "to", "of", "against", "with", "by"})
#: Words for two parties named before.
_BOTH = re.compile(
    r"(?:both|the\s+two)\s+(?:countries|governments|nations|states|capitals|kingdoms|republics|neighbou?rs|monarchies|powers|sides|allies|partners)",
    re.IGNORECASE,
)
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
    below: int | None = None
    for act in chain:
        if below is not None and (told := _tells_between(page, syntax, below, act.token, words)):
            return told, words
        below = act.token
        if holds(syntax, act) and syntax.tokens[act.token].dep == "relcl":
            continue  # "signed a deal with Oslo, which includes €5m": the deal holds it
        if holds(syntax, act) and _is_party_to(page, syntax, act):
            continue  # "signed deals with Oslo and Riga totaling €5m"
        subject = syntax.subject(act.token)
        placed = named_by_place(page, syntax, act, subject)
        if placed is not None:
            return [placed], words
        if subject is None or not _gives(syntax, act, subject, thing):
            continue
        found, phrase = _named(page, syntax, act, subject, words)
        if found:
            return found, phrase
        token = syntax.tokens[subject]
        named = token.text.lower() not in load("acts")["nouns"]["aid"]
        if named and _stands_for(token) and not page.money.touching(token.span):
            words = words or token.span
    return _teller(page, syntax, chain, words) or _of_gerund(page, syntax, chain), words


def _is_party_to(page: Page, syntax: Syntax, act: Act) -> bool:
    """Say whether a participle hangs on an actor of a phrase that it does not tell of."""
    if syntax.tokens[act.token].dep != "acl":
        return False
    token = syntax.tokens[syntax.tokens[act.token].head]
    return token.dep in ("pobj", "conj") and bool(page.actors.touching(token.span))


def _gives(syntax: Syntax, act: Act, subject: int, thing: Span) -> bool:
    """Say whether a subject can be who gives: it is no part of the thing, and does not get it."""
    head = syntax.head_of(thing) or -1
    if syntax.below(subject, head) and not syntax.below(act.token, head):
        return False
    gets = syntax.tokens[act.token].text.lower() in load("acts")["receiving"]
    return not gets and not _enabled(syntax, act.token)


def _tells_between(
    page: Page, syntax: Syntax, below: int, above: int, words: Span | None
) -> list[ActorMention]:
    """Give who says what "it" does in a clause joined on: "A gave €3m, and B said it will …"."""
    if words is None or page.words(words).lower() not in _OWN | _COUNTRY:
        return []
    for n in syntax.up(below):
        if n == above:
            break
        if _tells_there(syntax, n) and (teller := syntax.subject(n)) is not None:
            found = mentions_under(page, syntax, teller)
            if named := [m for m in found if bound_actor(m) is not None]:
                return named
        subject = syntax.child(n, "nsubj") if syntax.tokens[n].dep == "conj" else None
        if subject is not None and subject > above:
            return [m for m in mentions_under(page, syntax, subject) if bound_actor(m) is not None]
    return []


def _tells_there(syntax: Syntax, verb: int) -> bool:
    """Say whether a verb opens a clause of time or contrast by which somebody tells of an act."""
    token = syntax.tokens[verb]
    return token.dep == "advcl" and token.text.lower() in load("acts")["telling"]


def _named(
    page: Page, syntax: Syntax, act: Act, subject: int, words: Span | None
) -> tuple[list[ActorMention], Span | None]:
    """Actors that a subject stands for, and the local words that do so."""
    phrase = syntax.subtree(subject)
    if pair := _both(page, phrase):
        return pair, phrase
    if backs_another(page, syntax, subject):
        return [unnamed(page, phrase)], None
    heads = [*_joined_before(syntax, act.token, subject), subject]
    found = [
        m for n in heads for m in mentions_under(page, syntax, n) if bound_actor(m) is not None
    ]
    found = found or before_relative(page, syntax, act.token, subject)
    if found:
        return found, words if words is None or _refers(page.words(words)) else None
    if words is None and (unlisted := unlisted_giver(page, syntax, subject)) is not None:
        return [unlisted], None
    own = calls_itself(page, syntax.tokens[subject].span)
    if words is None and not own and (classed := named_by_class(page, phrase)) is not None:
        return [classed], phrase
    return _described(page, syntax, subject, words), None


def _joined_before(syntax: Syntax, verb: int, subject: int) -> list[int]:
    """Subjects that the parser puts beside another: "the X Agency (XA) and the government of Y"."""
    return [
        n
        for n in syntax.children[verb]
        if n < subject
        and syntax.tokens[n].dep in ("nsubj", "nsubjpass")
        and any(n < c < subject and syntax.tokens[c].dep == "cc" for c in syntax.children[n])
    ]


def _described(page: Page, syntax: Syntax, subject: int, words: Span | None) -> list[ActorMention]:
    """A subject without a name: a body by its seat, else a firm or a group as it is described."""
    phrase = syntax.subtree(subject)
    if found := sitting(page, phrase) or of_parliament(page, syntax, subject):
        return found
    firm = any(tells_of_a_firm(page, m) for m in page.actors.within(phrase))
    word = syntax.tokens[subject].text.lower()
    own = word == "ministers" and page.words(phrase).lower() in ("ministers", "the ministers")
    group = word in load("acts")["unnamed_parties"] and not (own and page.from_office)
    return [unnamed(page, phrase)] if firm or (words is None and group) else []


def _of_gerund(page: Page, syntax: Syntax, chain: Sequence[Act]) -> list[ActorMention]:
    """The subject of what a gerund or a plan hangs on: "Oslo is in talks about sending …"."""
    last = None if not chain else syntax.tokens[chain[-1].token]
    if last is None:
        return []
    over = syntax.tokens[last.head].text.lower()
    gerund = last.tag == "VBG" and last.dep == "pcomp" and over in _OF_TALK
    planned = last.dep == "acl" and over in _PLANS and _has(syntax, last.head)
    if not gerund and not planned:
        return []
    for verb in syntax.verbs_above(chain[-1].token)[:1]:
        subject = syntax.child(verb, "nsubj")
        if subject is None and syntax.tokens[verb].dep == "conj":  # "champions X and leads by …"
            subject = syntax.child(syntax.tokens[verb].head, "nsubj")
        if subject is None or not page.actors.touching(syntax.tokens[subject].span):
            return []
        found = mentions_under(page, syntax, subject)
        return [m for m in found if bound_actor(m) is not None]
    return []


def _has(syntax: Syntax, noun: int) -> bool:
    verb = syntax.tokens[syntax.tokens[noun].head]
    return syntax.tokens[noun].dep == "dobj" and verb.lemma.lower() == "have"


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
    if words is None or not chain:
        return []
    if page.words(words).lower() not in _OWN and not of_the_teller(syntax, words):
        return []
    nearest = _relative_tellers(page, syntax, chain, words)
    nearest = nearest or tellers(page, syntax, chain[-1].token)
    return nearest or _main_subject(page, syntax, chain, words)


#: Between two who tell together: "from Oman and Fiji, which said they would".
_WITH = re.compile(r",?\s+and\s+(?:the\s+)?|,\s+(?:the\s+)?")


def _relative_tellers(
    page: Page, syntax: Syntax, chain: Sequence[Act], words: Span
) -> list[ActorMention]:
    """Actors that tell of their act in a clause about them: "from Oman, which said it would"."""
    first = next((a for a in chain if _subject_at(syntax, a, words)), None)
    above = None if first is None else next(iter(syntax.verbs_above(first.token)), None)
    if first is None or above is None or syntax.tokens[above].dep != "relcl":
        return []
    if syntax.tokens[above].text.lower() not in load("acts")["telling"]:
        return []
    found = tellers(page, syntax, first.token)
    if len(found) != 1 or page.words(words).lower() != "they":
        return found
    before = page.actors.within(Span(page.sentence_of(words).start, found[0].span.end))
    return last_row(page, before, _WITH)


def _subject_at(syntax: Syntax, act: Act, words: Span) -> bool:
    subject = syntax.subject(act.token)
    return subject is not None and syntax.tokens[subject].span == words


def _main_subject(
    page: Page, syntax: Syntax, chain: Sequence[Act], words: Span
) -> list[ActorMention]:
    """The subject of the clause above a relative one: "Oslo leads X, to which it adds €5m"."""
    clause = next((a.token for a in chain if syntax.tokens[a.token].dep == "relcl"), None)
    for above in [] if clause is None else syntax.verbs_above(clause)[:1]:
        subject = syntax.child(above, "nsubj")
        if subject is None or syntax.tokens[subject].span.start >= words.start:
            continue
        found = mentions_under(page, syntax, subject)
        return [m for m in found if m.actor.type in ("state", "organisation")][:1]
    return []


def tellers(page: Page, syntax: Syntax, verb: int) -> list[ActorMention]:
    """Actors that tell the clause of a verb, whom its "it" stands for: "Oslo said it would …"."""
    telling = load("acts")["telling"]
    for above in syntax.verbs_above(verb):
        subject = syntax.subject(above) if syntax.tokens[above].text.lower() in telling else None
        if subject is not None:
            found = mentions_under(page, syntax, subject)
            return [m for m in found if bound_actor(m) is not None]
    return []


#: So many verbs may stand between who is enabled and what for: "lets Moldova use €5m to buy".
_ENABLED_REACH = 3


def _enabled(syntax: Syntax, verb: int) -> bool:
    """Say whether somebody else lets the subject act: "helps Moldova to buy …"."""
    for _ in range(_ENABLED_REACH):
        token = syntax.tokens[verb]
        above = syntax.tokens[token.head].lemma.lower()
        if token.dep in ("ccomp", "xcomp") and above in load("acts")["enabling"]:
            return True
        if token.dep not in ("xcomp", "advcl") or syntax.child(verb, "nsubj") is not None:
            return False
        verb = token.head
    return False


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
