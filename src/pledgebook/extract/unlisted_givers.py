"""Firms, foundations and the like that give, and that the reference data do not list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pledgebook.extract.act_verbs import Act
from pledgebook.extract.headlines import is_headline
from pledgebook.extract.lexicon import any_of, load
from pledgebook.extract.page import Page
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span
from pledgebook.model.values import Actor
from pledgebook.resolve.mentions import ActorMention

#: The words with capitals at the end of a phrase: "the Danish drugmaker **Nordmann Pharma**".
_NAME = re.compile(
    r"[A-Z][\w&’'-]*(?:\.(?:org|com|net))?(?:\s+(?:(?:and|of|for|the|&)\s+)*[A-Z][\w&’'-]*)*$"
)
#: Before an office: "the President", "our new Minister".
_ARTICLE = re.compile(r"\b(?:the|a|an|our|his|her|its|their)\s+(?:\w+\s+)?$", re.IGNORECASE)
#: Titles before a surname.
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Sir|Lord|Lady|President|Minister|King|Queen|Pope)\.?\s+$")


#: Inside a name of one word that is no surname and no agency: "FreshWell", "Unlocked.org".
_BRAND = re.compile(r"[a-z][A-Z]|\.(?:org|com|net)$")
#: Last words of what somebody gives through, and who gives by it is somebody else.
_MEANS = frozenset(
    {"facility", "plan", "programme", "program", "mechanism", "instrument", "initiative", "scheme"}
)


def unlisted_giver(page: Page, syntax: Syntax, subject: int) -> ActorMention | None:
    """Give the organisation that the subject of an act names, where words tell that it is one.

    They are its last word ("the Nordmann Foundation"), or what it is called beside its name ("the
    drugmaker Nordmann"). A name of one word that the text gives nobody for a surname is no
    person's: news tells of people by their whole names first. A headline by itself does not.
    """
    if (place := _place(page, syntax, subject)) is not None:
        return place
    subject = _named_beside(page, syntax, subject)
    phrase = _bare(page, syntax.named(subject))
    found = _NAME.search(page.words(phrase))
    known = syntax.tokens[subject].text in load("acts")["known_firms"]
    if found is None or not (known or syntax.tokens[subject].tag.startswith("NNP")):
        return None
    name = Span(phrase.start + found.start(), phrase.end)
    first, *others = page.words(name).split()
    if others and first.lower() in _kinds():  # "Carmaker X" opens a sentence
        name = Span(name.start + page.words(name).index(others[0]), name.end)
    if page.words(name).split()[-1].lower() in _MEANS:
        return None
    if any(mention.naming != "adjective" for mention in page.actors.touching(name)):
        return None
    if not (called_body(page, name) or _no_surname(page, name)):
        return None
    actor = Actor(id=None, name=" ".join(page.words(name).split()), type="organisation")
    return ActorMention(span=name, actor=actor, naming="name")


def _named_beside(page: Page, syntax: Syntax, subject: int) -> int:
    """Give the name beside what somebody is called ("the carmaker X"), else the subject itself.

    Initials in brackets are no other name: "X Ltd (XL)".
    """
    called = syntax.tokens[subject].text.lower() in _kinds()
    appos = syntax.child(subject, "appos") if called else None
    if appos is None or not syntax.tokens[appos].tag.startswith("NNP"):
        return subject
    return subject if page.text[syntax.tokens[appos].span.start - 1] == "(" else appos


def _bare(page: Page, phrase: Span) -> Span:
    """Give a phrase without the marks of bold type around it: "**Nordmann Foundation**"."""
    words = page.words(phrase)
    start = phrase.start + len(words) - len(words.lstrip("*_ "))
    return Span(start, max(start, phrase.end - len(words) + len(words.rstrip("*_ "))))


def _place(page: Page, syntax: Syntax, subject: int) -> ActorMention | None:
    """Give the town or region that a subject names: "the city of Dortmund", "Bavaria"."""
    if (region := _region(page, syntax.named(subject))) is not None:
        return region
    if syntax.tokens[subject].text.lower() not in load("acts")["giving_places"]:
        return None
    of = syntax.child(subject, "prep")
    named = (
        None if of is None or syntax.tokens[of].text.lower() != "of" else syntax.child(of, "pobj")
    )
    if named is None or not syntax.tokens[named].tag.startswith("NNP"):
        return None
    span = syntax.named(named)
    if any(m.actor.id is not None for m in page.actors.touching(span)):
        return None
    actor = Actor(id=None, name=" ".join(page.words(span).split()), type="organisation")
    return ActorMention(span=span, actor=actor, naming="name")


@cache
def _region_names() -> re.Pattern[str]:
    """A region or city that gives in its own name, or its council."""
    names = "|".join(re.escape(name) for name in load("acts")["giving_regions"])
    return re.compile(
        rf"(?:the\s+)?(?P<name>{names})(?:['’]s?)?(?:\s+(?:city|town|regional|state|provincial|municipal))?"
        r"(?:\s+(?:council|municipality|government|parliament|assembly|authorities|region))?"
    )


def _region(page: Page, phrase: Span) -> ActorMention | None:
    """Give the region or city that a phrase names and no more, where it is no seat of a state."""
    found = _region_names().fullmatch(page.text, phrase.start, phrase.end)
    if found is None or any(m.actor.id is not None for m in page.actors.touching(phrase)):
        return None
    actor = Actor(id=None, name=found["name"].removeprefix("the "), type="organisation")
    return ActorMention(span=Span(*found.span("name")), actor=actor, naming="name")


def gives_abroad(
    page: Page,
    chain: Sequence[Act],
    givers: Sequence[ActorMention],
    targets: Sequence[ActorMention],
    *,
    page_abroad: bool,
) -> bool:
    """Say whether unlisted givers may be believed: the sentence names who gets it, elsewhere.

    What firms pay at home is business, and what agencies pay there is their state's money. A part
    of the world is elsewhere too. Who donates on a page that is about giving to somebody need not
    say to whom.
    """
    listed = any(m.actor.id is not None or m.actor.type != "organisation" for m in givers)
    if listed or not givers:
        return True
    if {m.actor.id for m in targets} - page.offices:
        return True
    span = page.sentence_of(givers[0].span)
    if any_of("acts", "regions").search(page.text, givers[0].span.start, span.end):
        return True
    gifts = load("acts")["bestowing"]
    return page_abroad and any(page.words(act.span).lower() in gifts for act in chain[:1])


def last_word(page: Page, giver: ActorMention) -> Span | None:
    """Give the word that stands for a giver who is not believed; a noun of aid names nobody."""
    word = page.words(giver.span).split()[-1]
    aid = word.lower() in load("acts")["nouns"]["aid"]
    return None if aid else Span(giver.span.end - len(word), giver.span.end)


def called_body(page: Page, name: Span) -> bool:
    """Say whether a name is that of a body by its last word, or by what stands beside it."""
    return _is_body(page, name) or _called_a_firm(page, name)


def _is_body(page: Page, name: Span) -> bool:
    words = page.words(name).lower().split()
    endings = (*load("acts")["giving_bodies"], *load("acts")["body_endings"])
    heads = words[: next((n for n, word in enumerate(words) if word in ("for", "of")), 0)]
    named_for = bool(heads) and heads[-1] in load("acts")["giving_bodies"]  # "Coalition for X"
    return len(words) > 1 and (words[-1] in endings or named_for)


def _called_a_firm(page: Page, name: Span) -> bool:
    """Say whether a name stands beside what a firm is: "the carmaker X", "X, a Swiss company"."""
    start = page.sentence_of(name).start
    if _firm_before().search(page.text, start, name.start) is not None:
        return True
    if _firm_behind().match(page.text, name.end) is not None:
        return True
    first = page.text.find(page.words(name))  # it is called so where it is first named
    end = first + len(name)
    return 0 <= first < name.start and _firm_behind().match(page.text, end) is not None


def _no_surname(page: Page, name: Span) -> bool:
    """Say whether a name of one word is nobody's surname, and no word with a chance capital.

    Behind an article a capital tells an office ("the Secretary").
    """
    word = page.words(name)
    if word in load("acts")["known_firms"]:
        return True
    if " " in word or word.isupper() or is_headline(page, page.sentence_of(name)):
        return False
    if page.from_office and not _BRAND.search(word):  # it calls its own agencies by one word
        return False
    if _ARTICLE.search(page.text, max(0, name.start - 40), name.start):
        return False
    if any_of("acts", "unnamed_parties").fullmatch(word) or _TITLE.search(page.text, 0, name.start):
        return False
    person = re.search(rf"\b[A-Z][\w.’'-]*\s+{re.escape(word)}\b", page.text[: name.start])
    common = re.search(rf"\b{re.escape(word.lower())}\b", page.text)
    return person is None and common is None


@cache
def _firm_before() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_firms()}),?\s+$", re.IGNORECASE)


@cache
def _firm_behind() -> re.Pattern[str]:
    kinds = f"{_firms()}|organi[sz]ation|institution|nonprofit|platform|provider|supplier"
    words = r"(?:[\w/-]+,?\s+){0,8}?"
    return re.compile(
        rf"(?:\s+\([\w&.-]{{2,12}}\))?[*_]*,\s+(?:an?|the)\s+{words}(?:{kinds})\b",
        re.IGNORECASE,
    )


def _firms() -> str:
    return "|".join(re.escape(word) for word in sorted(_kinds(), key=len, reverse=True))


@cache
def _kinds() -> frozenset[str]:
    """What firms and bodies that give are called."""
    return frozenset((*load("acts")["firms"], *load("acts")["giving_bodies"]))
