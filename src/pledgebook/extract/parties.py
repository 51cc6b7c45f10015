"""Who is bound and who it is for: donors and recipients of a thing promised."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from pledgebook.extract.acts import Act
from pledgebook.extract.lexicon import load
from pledgebook.extract.page import Page
from pledgebook.extract.syntax import Syntax
from pledgebook.language.protocol import Token
from pledgebook.model.spans import Span
from pledgebook.model.values import Actor
from pledgebook.model.vocabulary import ActorType
from pledgebook.resolve.mentions import ActorMention

#: Words directly before an actor that make it the one a thing is for.
_FOR = re.compile(
    r"(?:(?<!visit )(?<!visits )(?<!trip )(?<!journey )(?<!ambassador )(?<!envoy )(?<!due )"
    r"(?<!according )(?<!thanks )(?<!compared )(?<!travelled )(?<!traveled )(?<!flew )\bto"
    r"|\b(?:for|help|helps|helping|enabl(?:e|es|ed|ing)|allow(?:s|ed|ing)?|assist|assisting|aid"
    r"|aiding|support|supports|supporting|equip|equipping|arm|arming|train|training|behind"
    r"|gives?|gave|given|giving|sends?|sent|sending|lends?|lent|lending|offers?|offered"
    r"|provides?|provided|providing|supply|supplies|supplied|supplying|grants?|granted))\s+"
    r"(?:the\s+|neighbouring\s+|war-torn\s+|government\s+of\s+|people\s+of\s+|defen[cs]e\s+of\s+"
    r"|future\s+of\s+|armed\s+forces?\s+of\s+|army\s+of\s+|citizens\s+of\s+|children\s+of\s+|defenders\s+of\s+"
    r"|authorities\s+of\s+|reconstruction\s+of\s+|rebuilding\s+of\s+|recovery\s+of\s+)*$",
    re.IGNORECASE,
)
#: Words directly before an actor that make it the one a thing comes from.
_IN = re.compile(
    r"\b(?:in|inside|across|throughout)\s+(?:the\s+)?(?:\w+ern\s+|\w+-affected\s+)?$", re.IGNORECASE
)
_FROM = re.compile(r"\b(?:from|by)\s+(?:the\s+|government\s+of\s+)*$", re.IGNORECASE)
#: Somebody who acts for another binds that other: "signed on behalf of the Norwegian government".
_BEHALF = re.compile(r"\bon\s+behalf\s+of\s+(?:the\s+|government\s+of\s+)*$", re.IGNORECASE)
#: What an adjective or possessive of the receiving side stands before.
_RECEIVING_NOUN = re.compile(
    r"(?:['’]s?)?\s+(?:\w+\s+){0,1}?(?:army|armed|forces|military|troops|soldiers|people|refugees|"
    r"civilians|children|defen[cs]e|defen[cs]es|security|sovereignty|reconstruction|recovery|energy|economy|budget|"
    r"hospitals?|cities|side|government|population|farmers|railways?|infrastructure|pilots|"
    r"air|navy|needs|grid|victims|families|border|state|authorities|defenders|self-defen[cs]e)\b"
    r"(?!\s+(?:support|aid|assistance|packages?|contributions?|commitments?|funding|financing|finance|sales|equipment|training|donation))",
    re.IGNORECASE,
)
#: A fund is named for the state it serves ("the Ukraine Facility"): it neither pays nor gets here.
_OWN_FUND = re.compile(
    r"\s+(?:(?!(?:to|and|will|would|may|can|must|should|has|had)\s)\w+\s+){0,2}?(?:fund|foundation|facility|appeal)\b",
    re.IGNORECASE,
)
_BEFORE_SUM = re.compile(
    r"(?:[\s,:|–-]|with|together|another|a further|an additional)*", re.IGNORECASE
)
#: "in U.S. Foreign Military Financing": the state is part of a name, and no place.
#: "the Czech ammunition initiative": whoever leads a scheme does not get what is paid into it.
_OWN_SCHEME = re.compile(
    r"(?:-led)?\s+(?:[\w-]+\s+){0,3}?(?:initiative|scheme|fund|coalition|project|programme|program)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\b(?:of|through|via|with|under|at|in|against)\s+(?:the\s+)?$", re.IGNORECASE)
_STATE_OF = re.compile(
    r"\b(?:government|ministry|parliament|kingdom|republic|state|minister|president|embassy|ministers"
    r"|council|commission|affairs|defen[cs]e|interior|finance)\s+of\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_NAME_GOES_ON = re.compile(r"\s+[A-Z][a-z]")
_OPENING = re.compile(r"\W*(?:the\s+)?", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_TRAILING = re.compile(r"\s*(?:,|\b(?:who|which|that|meeting|gathered|led)\b)", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,\s*)?(?:and\s+)?(?:the\s+)?", re.IGNORECASE)
_WITH = re.compile(r"\s+and\s+(?:the\s+)?(?:people\s+of\s+)?", re.IGNORECASE)
_OFFICE = re.compile(
    r"\s+(?:federal\s+|foreign\s+|defen[cs]e\s+|finance\s+|prime\s+|development\s+)?"
    r"(?:government|ministry|minister|president|chancellor|parliament|cabinet|ministers|army|"
    r"armed\s+forces|authorities|embassy|state)\b",
    re.IGNORECASE,
)
_COMMON_DONOR_WORDS = re.compile(
    r"(?:the\s+)?(?:government|ministry|minister|country|parliament|president|prime minister|"
    r"cabinet|chancellor|administration|council|defen[cs]e ministry|ministry of \w+)$",
    re.IGNORECASE,
)

#: Pronouns that whoever tells of an act may use for themselves.
_OWN = frozenset({"it", "they"})
_PRONOUNS = frozenset({"we", "it", "he", "she", "they"})


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
    stop = {"relcl", "acl", "advcl", "ccomp", "parataxis", "prep"}
    spans: list[Span] = []
    stack = [token]
    while stack:
        n = stack.pop()
        spans.append(syntax.tokens[n].span)
        stack.extend(c for c in syntax.children[n] if syntax.tokens[c].dep not in stop)
    found = _touching(page, spans)
    office = syntax.tokens[token].text.lower() in load("acts")["offices"]
    of = syntax.child(token, "prep") if office and not found else None
    if of is None or syntax.tokens[of].text.lower() != "of":
        return found
    whose = syntax.child(of, "pobj")
    return [] if whose is None else mentions_under(page, syntax, whose)


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


def by_preposition(page: Page, sentence: Span, words: re.Pattern[str]) -> list[ActorMention]:
    """Actors of a sentence directly after words such as "from" or "to"."""
    return [
        m
        for m in page.actors.within(sentence)
        if words.search(page.text, max(sentence.start, m.span.start - 60), m.span.start)
    ]


def directly_before(page: Page, sentence: Span, thing: Span) -> list[ActorMention]:
    """Actors directly before a sum: "Germany pledged €11bn, and the United Kingdom £4.5bn"."""
    found: list[ActorMention] = []
    limit = thing.start
    for mention in reversed(page.actors.within(Span(sentence.start, thing.start))):
        gap = page.text[mention.span.end : limit]
        fits = _BEFORE_SUM.fullmatch(gap) if not found else _AND.fullmatch(gap)
        if not fits or mention.naming not in ("name", "office", "person"):
            break
        found.append(mention)
        limit = mention.span.start
    return found[::-1]


def receiving(page: Page, sentence: Span) -> list[ActorMention]:
    """Actors of a sentence that the thing is for, by the words beside them."""
    found = [m for m in by_preposition(page, sentence, _FOR) if not leads_scheme(page, m)]
    for mention in page.actors.within(sentence):
        owns = page.text[mention.span.end : mention.span.end + 1] in ("'", "’")
        named = mention not in found and (
            mention.naming in ("adjective", "demonym") or (mention.naming == "name" and owns)
        )
        if named and _RECEIVING_NOUN.match(page.text, mention.span.end, sentence.end):
            found.append(mention)
    return sorted(found or _places(page, sentence), key=lambda m: m.span)


def joined(page: Page, sentence: Span, targets: Sequence[ActorMention]) -> list[ActorMention]:
    """Actors that stand in one breath with those that get: "for Ukraine and Moldova"."""
    found: list[ActorMention] = []
    last = None
    for mention in page.actors.within(sentence):
        if mention in targets:
            last = mention
        elif last is not None and _WITH.fullmatch(page.text[last.span.end : mention.span.start]):
            found.append(mention)
            last = mention
        else:
            last = None
    return found


def takers(page: Page, syntax: Syntax, chain: Sequence[Act]) -> list[ActorMention]:
    """Actors that are the subject of a verb of getting: "Moldova will receive 12 buses"."""
    getting = load("acts")["receiving"]
    found: list[ActorMention] = []
    for act in chain:
        if syntax.tokens[act.token].text.lower() not in getting or syntax.passive(act.token):
            continue
        subject = syntax.subject(act.token)
        if subject is not None:
            found.extend(m for m in mentions_under(page, syntax, subject) if m not in found)
    return found


def aside(page: Page, mention: ActorMention) -> bool:
    """Say whether an actor only belongs to something told of: "funding the work of the IAEA"."""
    before = page.text[max(0, mention.span.start - 60) : mention.span.start]
    return _ASIDE.search(before) is not None and _STATE_OF.search(before) is None


def leads_scheme(page: Page, mention: ActorMention) -> bool:
    """Say whether an adjective names whose scheme something is paid into."""
    adjective = mention.naming in ("adjective", "demonym")
    return adjective and _OWN_SCHEME.match(page.text, mention.span.end) is not None


def names_fund(page: Page, mention: ActorMention) -> bool:
    """Say whether a state's full name stands before a fund; short forms pay for it ("UK fund")."""
    words = page.words(mention.span)
    plain = mention.actor.type == "state" and mention.naming == "name" and not words.isupper()
    return plain and _OWN_FUND.match(page.text, mention.span.end) is not None


def _places(page: Page, sentence: Span) -> list[ActorMention]:
    """States that something is done in, where nobody else is named: "repairs in Moldova"."""
    found = by_preposition(page, sentence, _IN)
    return [
        m
        for m in found
        if m.actor.type == "state"
        and m.naming == "name"
        and not _NAME_GOES_ON.match(page.text, m.span.end)
    ]


def page_recipient(page: Page) -> ActorMention | None:
    """Give the actor that the page as a whole is about giving to: most often after "to" or "for".

    None where no actor stands there at all.
    """
    counts: Counter[str] = Counter()
    first: dict[str, ActorMention] = {}
    for mention in page.actors:
        key = mention.actor.id
        if key is None or mention.actor.type != "state" or leads_scheme(page, mention):
            continue
        start = max(0, mention.span.start - 60)
        if _FOR.search(page.text, start, mention.span.start) or _RECEIVING_NOUN.match(
            page.text, mention.span.end, mention.span.end + 60
        ):
            counts[key] += 1
            first.setdefault(key, mention)
    if not counts:
        return None
    best = max(counts, key=lambda key: (counts[key], -first[key].span.start))
    return first[best]


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
    words: Span | None = None
    getting = load("acts")["receiving"]
    for act in chain:
        subject = syntax.subject(act.token)
        if subject is None:
            opening = _right_before(page, syntax, act)
            if opening is not None:
                return [opening], words
        if subject is None or syntax.below(subject, syntax.head_of(thing) or -1):
            continue
        if _enabled(syntax, act.token) or act.span.of(page.text).lower() in getting:
            continue
        found = [m for m in mentions_under(page, syntax, subject) if bound_actor(m) is not None]
        if found:
            return found, words if words is None or _refers(page.words(words)) else None
        token = syntax.tokens[subject]
        if words is None and token.text.lower() in load("acts")["unnamed_parties"]:
            return [_unnamed(page, syntax.subtree(subject))], None
        named = token.text.lower() not in load("acts")["nouns"]["aid"]
        if named and _stands_for(token) and not page.money.touching(token.span):
            words = words or token.span
    return _teller(page, syntax, chain, words), words


def _right_before(page: Page, syntax: Syntax, act: Act) -> ActorMention | None:
    """Give the actor that opens the sentence right before an active verb.

    The parser takes some names for adjectives ("USAID is providing …") and sees no subject.
    """
    if syntax.passive(act.token) or syntax.tokens[act.token].tag == "VBN":
        return None
    own = [c for c in syntax.children[act.token] if syntax.tokens[c].dep in ("aux", "neg")]
    start = syntax.tokens[min([*own, act.token])].span.start
    sentence = page.sentence_of(act.span)
    for mention in page.actors.within(Span(sentence.start, start)):
        opens = _OPENING.fullmatch(page.text[sentence.start : mention.span.start])
        if opens and not page.text[mention.span.end : start].strip():
            return mention if bound_actor(mention) is not None else None
    return None


def _teller(
    page: Page, syntax: Syntax, chain: Sequence[Act], words: Span | None
) -> list[ActorMention]:
    """Actors that a pronoun stands for where they tell of their own act: "Oslo said it would …"."""
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
    return token.pos == "PROPN" or _COMMON_DONOR_WORDS.search(token.text) is not None
