"""Who is bound and who it is for: donors and recipients of a thing promised."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from pledgebook.extract.acts import Act, whose_office
from pledgebook.extract.lexicon import load
from pledgebook.extract.named_classes import named_by_class
from pledgebook.extract.page import Page
from pledgebook.extract.placed_subjects import before_relative, named_by_place
from pledgebook.extract.syntax import Syntax
from pledgebook.language.protocol import Token
from pledgebook.model.spans import Span
from pledgebook.model.values import Actor
from pledgebook.model.vocabulary import ActorType
from pledgebook.resolve.mentions import ActorMention

_FROM = re.compile(
    r"(?<!led )(?<!raised )(?<!run )(?<!hosted )(?<!organised )(?<!organized )(?<!managed )"
    r"(?<!headed )(?<!administered )(?<!initiated )(?<!launched )(?<!coordinated )"
    r"(?<!operated )(?<!chaired )(?<!implemented )(?<!attacked )(?<!invaded )"
    r"(?<!damaged )(?<!occupied )(?<!fund )"
    r"\b(?:from|by)\s+(?:the\s+|government\s+of\s+)*$",
    re.IGNORECASE,
)
#: Somebody who acts for another binds that other: "signed on behalf of the Norwegian government".
_BEHALF = re.compile(
    r"\bon\s+behalf\s+of\s+"
    r"(?:the\s+|(?:(?:government|people)\s+and\s+)?(?:government|people)\s+of\s+)*$",
    re.IGNORECASE,
)
_BEFORE_SUM = re.compile(
    r"(?:[\s,:|–-]|with|together|another|a further|an additional)*", re.IGNORECASE
)
_HANGS_ON = re.compile(
    r"\b(?:under|through|via|by|with|to|for|in|at|of)\s+(?:the\s+)?$", re.IGNORECASE
)
_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_TRAILING = re.compile(r"\s*(?:,(?!\d)|\b(?:who|which|that|meeting|gathered|led)\b)", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,\s*)?(?:and\s+)?(?:the\s+)?", re.IGNORECASE)
_OFFICE = re.compile(
    r"\s+(?:federal\s+|foreign\s+|defen[cs]e\s+|finance\s+|prime\s+|development\s+)?"
    r"(?:government|ministry|minister|president|chancellor|parliament|cabinet|ministers|army|"
    r"armed\s+forces|authorities|embassy|state)\b",
    re.IGNORECASE,
)
_COMMON_DONOR_WORDS = re.compile(
    r"(?:the\s+)?(?:government|ministry|minister|country|parliament|president|secretary|"
    r"prime minister|cabinet|chancellor|administration|council|"
    r"defen[cs]e ministry|ministry of \w+)$",
    re.IGNORECASE,
)

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """An actor in a role, the words that name it, and whether they stand in another sentence.

    ``words`` holds the local words (a pronoun, "the government") where they are not the name.
    """

    actor: Actor
    span: Span
    words: Span | None = None
    place: str = "text"
    from_context: bool = False


def giving_words() -> re.Pattern[str]:
    """Words directly before an actor that a thing comes from."""
    return _FROM


def behalf_words() -> re.Pattern[str]:
    """Words directly before an actor for whom somebody else acts."""
    return _BEHALF


def given_words() -> re.Pattern[str]:
    """Words directly before an actor that make it the giver of an aid noun before them."""
    return _given(tuple(load("acts")["nouns"]["aid"]))


@cache
def _given(nouns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(nouns)})\s+(?:by|from)\s+(?:the\s+)?$", re.IGNORECASE)


def bound_actor(mention: ActorMention) -> Actor | None:
    """Give the state or organisation that is bound where this mention acts; None for nobody.

    An official acts for the affiliation; a group and an unnamed group stand for themselves.
    """
    actor = mention.actor
    if actor.type != "person":
        return replace(actor, role=None, affiliation=None)
    return bound_person(actor)


def bound_person(actor: Actor) -> Actor | None:
    """Give the state or organisation that a person acts for, None where it is not known."""
    if actor.affiliation is None:
        return None
    return Actor(id=actor.affiliation, name=actor.name, type=_type_of(actor.affiliation))


def _type_of(actor_id: str) -> ActorType:
    if actor_id.startswith("org:"):
        return "organisation"
    return "group" if actor_id.startswith("group:") else "state"


def mentions_under(page: Page, syntax: Syntax, token: int) -> list[ActorMention]:
    """Actors in the noun phrase of a token, coordinated ones too; those of its clauses not."""
    whose = whose_office(syntax, token)
    if whose is not None:
        return mentions_under(page, syntax, whose)
    stop = {"relcl", "acl", "advcl", "ccomp", "parataxis", "prep"}
    spans: list[Span] = []
    stack = [token]
    while stack:
        n = stack.pop()
        spans.append(syntax.tokens[n].span)
        stack.extend(c for c in syntax.children[n] if syntax.tokens[c].dep not in stop)
    found = [m for m in _touching(page, spans) if not tells_of_a_firm(page, m)]
    office = syntax.tokens[token].text.lower() in load("acts")["offices"]
    of = syntax.child(token, "prep") if office and not found else None
    if of is None or syntax.tokens[of].text.lower() not in ("of", "in"):
        return found
    whose = syntax.child(of, "pobj")
    return [] if whose is None else mentions_under(page, syntax, whose)


#: Behind the name of a state, what makes it the seat of a firm, which gives on its own account.
_FIRM = re.compile(
    r"-(?:based|headquartered|owned|listed)\b|\s+(?:[\w-]+\s+){0,5}?(?:company|firm|corporation|conglomerate"
    r"|maker|manufacturer|drugmaker|carmaker|automaker|chipmaker|retailer|producer|giant|start-?up"
    r"|airline|insurer|brewer|operator)\b",
    re.IGNORECASE,
)


def tells_of_a_firm(page: Page, mention: ActorMention) -> bool:
    """Say whether a state's name only tells where a firm is at home: "Roche, a Swiss company"."""
    adjective = mention.naming in ("adjective", "demonym")
    found = _FIRM.match(page.text, mention.span.end)
    return found is not None and (adjective or found.group().startswith("-"))


def _touching(page: Page, spans: Iterable[Span]) -> list[ActorMention]:
    found: list[ActorMention] = []
    for span in sorted(spans):
        for mention in page.actors.touching(span):
            if mention not in found:
                found.append(mention)
    return found


def heads_government(page: Page, mention: ActorMention) -> bool:
    """Say whether an adjective stands before an office that binds its state."""
    return _OFFICE.match(page.text, mention.span.end) is not None


def directly_before(page: Page, sentence: Span, thing: Span) -> list[ActorMention]:
    """Actors directly before a sum: "Germany pledged €11bn, and the United Kingdom £4.5bn"."""
    found: list[ActorMention] = []
    limit = thing.start
    for mention in reversed(page.actors.within(Span(sentence.start, thing.start))):
        gap = page.text[mention.span.end : limit]
        before = page.text[max(sentence.start, mention.span.start - 20) : mention.span.start]
        fits = _BEFORE_SUM.fullmatch(gap) if not found else _AND.fullmatch(gap)
        if "," in gap and _HANGS_ON.search(before):  # "€5m under the UNDP, €6m for mines"
            break
        if not fits or mention.naming not in ("name", "office", "person"):
            break
        found.append(mention)
        limit = mention.span.start
    return found[::-1]


def names_somebody(page: Page, words: Span) -> bool:
    """Say whether a subject is a name that could not be resolved: nobody else may stand in for it.

    A pronoun, "the government" or a capital at the start of its sentence is no such name.
    """
    text = page.words(words)
    opens = page.sentence_of(words).start == words.start
    return text[:1].isupper() and not opens and _COMMON_DONOR_WORDS.search(text) is None


def _unnamed(page: Page, phrase: Span) -> ActorMention:
    """A party that is only described: the noun phrase without article and trailing clause."""
    words = page.words(phrase)
    lead = _ARTICLE.match(words)
    start = phrase.start + (lead.end() if lead else 0)
    cut = _TRAILING.search(page.text, start, phrase.end)
    span = Span(start, cut.start() if cut else phrase.end)
    actor = Actor(id=None, name=" ".join(page.words(span).split()), type="unnamed")
    return ActorMention(span=span, actor=actor, naming="group")


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
        token = syntax.tokens[subject]
        classed = named_by_class(page, syntax.subtree(subject)) if words is None else None
        if classed is not None:
            return [classed], syntax.subtree(subject)
        firm = any(tells_of_a_firm(page, m) for m in page.actors.within(syntax.subtree(subject)))
        if firm or (words is None and token.text.lower() in load("acts")["unnamed_parties"]):
            return [_unnamed(page, syntax.subtree(subject))], None
        named = token.text.lower() not in load("acts")["nouns"]["aid"]
        if named and _stands_for(token) and not page.money.touching(token.span):
            words = words or token.span
    return _teller(page, syntax, chain, words), words


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
    telling = load("acts")["telling"]
    for verb in syntax.verbs_above(chain[-1].token):
        subject = syntax.subject(verb) if syntax.tokens[verb].text.lower() in telling else None
        if subject is not None:
            found = mentions_under(page, syntax, subject)
            return [m for m in found if bound_actor(m) is not None]
    return []


def _enabled(syntax: Syntax, verb: int) -> bool:
    """Say whether somebody else lets the subject act: "helps Moldova to buy …"."""
    token = syntax.tokens[verb]
    above = syntax.tokens[token.head].lemma.lower()
    return token.dep in ("ccomp", "xcomp") and above in load("acts")["enabling"]


def is_role(words: str) -> bool:
    """Say whether local words are a role that somebody named elsewhere has ("the government")."""
    return _COMMON_DONOR_WORDS.search(words) is not None


def _refers(words: str) -> bool:
    """Say whether local words are a pronoun or a role, which another name may stand for."""
    return words.lower() in _PRONOUNS or is_role(words)


def _stands_for(token: Token) -> bool:
    """Say whether a subject stands for somebody named elsewhere, or is an unknown name."""
    if token.pos == "PRON":
        return token.text.lower() in _PRONOUNS
    if not token.text[:1].isalpha():  # the "8)" of "(release 8)" names nobody
        return False
    return token.pos == "PROPN" or _COMMON_DONOR_WORDS.search(token.text) is not None
