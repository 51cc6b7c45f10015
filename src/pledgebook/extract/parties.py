"""Who is bound and who it is for: donors and recipients of a thing promised."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from pledgebook.extract.acts import whose_office
from pledgebook.extract.lexicon import load
from pledgebook.extract.page import Page
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span
from pledgebook.model.values import Actor
from pledgebook.model.vocabulary import ActorType
from pledgebook.resolve.actor_groups import union_of
from pledgebook.resolve.mentions import ActorMention

_FROM = re.compile(
    r"(?<!led )(?<!raised )(?<!run )(?<!hosted )(?<!organised )(?<!organized )(?<!managed )"
    r"(?<!headed )(?<!administered )(?<!initiated )(?<!launched )(?<!coordinated )"
    r"(?<!operated )(?<!chaired )(?<!implemented )(?<!attacked )(?<!invaded )"
    r"(?<!damaged )(?<!occupied )(?<!fund )"
    r"(?<!ratification )(?<!ratified )(?<!adoption )(?<!endorsement )(?<!signature )(?<!request )"
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
    r"(?:[\s,:|()–-]|with|together|another|a further|an additional"
    r"|(?:a|an)\s+(?:token|modest|mere|small|symbolic|generous|record)|just|only|some|about|around|roughly|nearly"
    r"|almost|over|up\s+to|more\s+than|at\s+least|under"
    r"|(?:through|via|by\s+means\s+of)?\s*an?\s+(?:[\w-]+\s+)?(?:grant|loan|contribution|donation|pledge)\s+of)*",
    re.IGNORECASE,
)
_HANGS_ON = re.compile(
    r"\b(?:under|through|via|by|with|to|for|in|at|of)\s+(?:the\s+)?$", re.IGNORECASE
)
_AND = re.compile(r"\s*(?:,\s*)?(?:and\s+)?(?:the\s+)?", re.IGNORECASE)
_OFFICE = re.compile(
    r"\s+(?:federal\s+|foreign\s+|defen[cs]e\s+|finance\s+|prime\s+|development\s+)?"
    r"(?:government|ministry|minister|president|chancellor|parliament|cabinet|ministers|army|"
    r"armed\s+forces|authorities|embassy|state)\b",
    re.IGNORECASE,
)
_COMMON_DONOR_WORDS = re.compile(
    r"(?:the\s+)?(?:government|ministry|minister|country|nation|department|parliament|president|secretary|"
    r"prime minister|premier|cabinet|chancellor|administration|council|embassy|ambassador|"
    r"treasury|kingdom|emirate|"
    r"defen[cs]e ministry|ministry of \w+)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """An actor in a role, the words that name it, and whether they stand in another sentence.

    ``words`` holds the local words (a pronoun, "the government") where they are not the name;
    ``placed`` says that the place of its sentence names it (standing_givers.py).
    """

    actor: Actor
    span: Span
    words: Span | None = None
    place: str = "text"
    from_context: bool = False
    placed: bool = False


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

    An official acts for the affiliation, a union's ministers for the union; any other group stands
    for itself.
    """
    actor = mention.actor
    if (union := union_of(actor)) is not None:
        return Actor(id=union, name=actor.name, type="organisation")
    if actor.type != "person":
        return replace(actor, role=None, affiliation=None)
    return bound_person(actor)


def parties_of(
    mentions: Sequence[ActorMention],
    leave_out: Sequence[ActorMention] = (),
    words: Span | None = None,
    *,
    from_context: bool = False,
) -> list[Party]:
    """One party per actor that is bound, in order of the text; ``words`` stand for the first."""
    found: dict[str, Party] = {}
    for mention in mentions:
        actor = bound_actor(mention)
        if actor is None or mention in leave_out:
            continue
        local = words if not found else None
        party = Party(actor=actor, span=mention.span, words=local, from_context=from_context)
        found.setdefault(actor.id or actor.name, party)
    return list(found.values())


def party_ids(parties: Iterable[Party]) -> set[str | None]:
    """Ids of parties; None stands for those without one."""
    return {party.actor.id for party in parties}


def bound_person(actor: Actor) -> Actor | None:
    """Give the state or organisation that a person acts for, None where it is not known."""
    if actor.affiliation is None:
        return None
    return Actor(id=actor.affiliation, name=actor.name, type=_type_of(actor.affiliation))


def _type_of(actor_id: str) -> ActorType:
    if actor_id.startswith("org:"):
        return "organisation"
    return "group" if actor_id.startswith("group:") else "state"


#: Before one who is told to be none of the others: "Spain, not Italy, sends …".
_BUT_NOT = re.compile(
    r"\b(?:not|rather\s+than|instead\s+of|unlike|except)\s+(?:(?:the|an?)\s+)?$", re.IGNORECASE
)


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
        aside = stop | {"poss"} if syntax.tokens[n].dep == "appos" else stop  # "X, Gavi's donor"
        stack.extend(
            c
            for c in syntax.children[n]
            if syntax.tokens[c].dep not in aside and not _in_next_clause(page, syntax, n, c)
        )
    found = [
        m
        for m in _touching(page, spans)
        if not tells_of_a_firm(page, m)
        and _BUT_NOT.search(page.text, max(0, m.span.start - 20), m.span.start) is None
    ]
    found = [m for m in found if not (_calls_the_same(page, m, found) or _of_society(m, found))]
    found = [m for m in found if not _owns_next_body(page, m, found)]
    found = [*_first_of_row(page, found), *found]
    word = syntax.tokens[token]
    office = word.text.lower() in load("acts")["offices"]
    several = word.tag in ("NNS", "NNPS") and word.lemma.lower() in load("acts")["offices"]
    of = syntax.child(token, "prep") if several or (office and not found) else None
    if of is None or syntax.tokens[of].text.lower() not in ("of", "in"):
        return found
    whose = syntax.child(of, "pobj")
    rest = [] if whose is None else mentions_under(page, syntax, whose)
    return [*found, *(m for m in rest if m not in found)]  # "the governments of Oman and Fiji"


#: The first of a row of states, with the office that all of them have: "the governments of Oman".
_OFFICES_OF = re.compile(r"(?:governments|leaders|presidents|parliaments)\s+of\b", re.IGNORECASE)
_NEXT_OF_ROW = re.compile(r",\s+(?:the\s+)?")


def _first_of_row(page: Page, row: Sequence[ActorMention]) -> list[ActorMention]:
    """Give the first of a row that the parser parts from the others by the office before it."""
    start = row[0].span.start if row else 0
    for first in page.actors.within(Span(max(0, start - 60), start))[-1:]:
        office = first.naming == "office" and _OFFICES_OF.match(page.words(first.span))
        if office and _NEXT_OF_ROW.fullmatch(page.text, first.span.end, start):
            return [first]
    return []


def _in_next_clause(page: Page, syntax: Syntax, above: int, below: int) -> bool:
    """Say whether a name only seems to explain another: "A gives €9m; B, €5m" has two clauses."""
    first, last = sorted((syntax.tokens[above].span.end, syntax.tokens[below].span.start))
    return syntax.tokens[below].dep == "appos" and ";" in page.text[first:last]


def _calls_the_same(page: Page, mention: ActorMention, row: Sequence[ActorMention]) -> bool:
    """Say whether words only say what those before them are: "X and Y, both members of Z"."""
    before = [m for m in row if m.span.end < mention.span.start and m.actor.type != "unnamed"]
    if mention.actor.type != "unnamed" or not before:
        return False
    gap = page.text[before[-1].span.end : mention.span.start]
    both = page.words(mention.span).split()[0].lower() in ("both", "all", "two", "three", "four")
    return both and gap.strip() == ","


def _owns_next_body(page: Page, mention: ActorMention, row: Sequence[ActorMention]) -> bool:
    """Say whether one only owns the body that acts: "the EU's European Peace Facility"."""
    return any(
        m.actor.type == "organisation"
        and re.fullmatch(r"['’]s?\s+", page.text[mention.span.end : m.span.start]) is not None
        for m in row
        if m.span.start > mention.span.end
    )


def _of_society(mention: ActorMention, row: Sequence[ActorMention]) -> bool:
    """Say whether an adjective only tells whose society gives: "the Norwegian Red Cross"."""
    if mention.naming not in ("adjective", "demonym"):
        return False
    return any(
        m.actor.type == "organisation"
        and m.naming == "name"
        and m.span.start == mention.span.end + 1
        for m in row
    )


@cache
def _firm() -> re.Pattern[str]:
    """Behind the name of a state, what makes it the seat of a firm, which gives for itself."""
    firms = "|".join(re.escape(word) for word in load("acts")["firms"])
    return re.compile(
        rf"-(?:based|headquartered|owned|listed)\b|\s+(?:[\w-]+\s+){{0,5}}?(?:{firms})\b",
        re.IGNORECASE,
    )


def tells_of_a_firm(page: Page, mention: ActorMention) -> bool:
    """Say whether a state's name only tells where a firm is at home: "Roche, a Swiss company"."""
    adjective = mention.naming in ("adjective", "demonym")
    found = _firm().match(page.text, mention.span.end)
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


#: Before whoever somebody deals with, or who gets something.
_OTHER_SIDE = re.compile(r"\b(?:with|to|for)\s+(?:the\s+)?$", re.IGNORECASE)


def directly_before(page: Page, sentence: Span, thing: Span) -> list[ActorMention]:
    """Actors directly before a sum: "Germany pledged €11bn, and the United Kingdom £4.5bn"."""
    found: list[ActorMention] = []
    limit = thing.start
    for mention in reversed(page.actors.within(Span(sentence.start, thing.start))):
        gap = page.text[mention.span.end : limit]
        before = page.text[max(sentence.start, mention.span.start - 20) : mention.span.start]
        fits = _BEFORE_SUM.fullmatch(gap) if not found else _AND.fullmatch(gap)
        hangs = "," in gap and "with" not in gap and _HANGS_ON.search(before)
        if hangs:  # "€5m under the UNDP, €6m for mines"
            break
        if ":" in gap and _OTHER_SIDE.search(before):  # "Oslo signs a pact with Riga: €1bn a year"
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


def is_role(words: str) -> bool:
    """Say whether local words are a role that somebody named elsewhere has ("the government")."""
    return _COMMON_DONOR_WORDS.search(words) is not None
