"""Promises of a definite act that gives no sum and no thing: "Israel agreed to open … by June".

General intentions ("will work with partners on …") are no commitments: the act must be one that can
be checked later, by a count, a day or the name of what is to be set up; and somebody else must be
named for whom it is done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pledgebook.extract.act_verbs import Act, act_at
from pledgebook.extract.lexicon import any_of, forms, load
from pledgebook.extract.listed_acts import bound_by_introduction, listed_act
from pledgebook.extract.missions import names_mission
from pledgebook.extract.page import Page
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.ungiven import supposed
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

#: Rule of promises of an act.
POLICY = "policy"
#: Forms of the verbs by which somebody binds themselves to an act.
_FORMS = frozenset(
    form
    for verb in (
        "agree",
        "commit/commits/committed/committing",
        "pledge/pledges/pledged",
        "promise/promises/promised",
        "vow/vows/vowed",
        "undertake/undertakes/undertook/undertaken",
        "decide",
        "commitment",
        "decision",
        "undertaking",
    )
    for form in forms(verb)
)
#: Where somebody binds themselves to an act.
_BINDING = re.compile(
    r"(?<!is )(?<!are )(?<!remain )(?<!remains )(?<!be )(?<!being )"
    rf"\b(?:{'|'.join(sorted(_FORMS))})\s+(?:to|that)\b",
    re.IGNORECASE,
)
_BIND = frozenset({"agree", "commit", "pledge", "promise", "vow", "undertake", "decide"})
#: What binds as a noun, and the verbs (in the infinitive) that bring it into the world.
_BONDS = frozenset({"commitment", "pledge", "promise", "undertaking", "decision"})
_MAKING = frozenset({"make", "announce", "give", "take", "enter"})
#: A figure of its own ("to 15,500"), no year and no part of a name.
_FIGURE = re.compile(r"(?<![\w.-])(?!(?:19|20)\d\d\b)\d[\d,.]*(?![\w-])")
#: A name of something that is to be set up: capitals in a row before what it is.
_NAMED = re.compile(r"\b[A-Z][\w-]+(?:\s+(?:(?:for|of|and|on)\s+)?[A-Z][\w-]+)+\b|\b[345]G\b")
#: Words behind which only examples stand.
_EXAMPLES = re.compile(r"\b(?:including|such\s+as|among\s+them|for\s+example)\b", re.IGNORECASE)
#: Before somebody against whom, from whom or beside whom something is done.
_BESIDE = re.compile(
    r"\b(?:combat|counter|contain|deter|oppose|against|from|with|by|via|through|under|alongside|like)\s+"
    r"(?:[\w'’-]+\s+){0,3}?$",
    re.IGNORECASE,
)
#: Before somebody for whom something is done.
_FOR = re.compile(
    r"\b(?:for|to|into)\s+(?:[\w'’,-]+\s+){0,2}?(?:(?:people|civilians|citizens|refugees)\s+(?:in|of|from)\s+)?$"
    r"|\b(?:admit|treat|accept|train|receiv|welcom|hous|evacuat|let|allow|help|teach)\w*\s+"
    r"(?:[\w,.-]+\s+){0,3}?$",
    re.IGNORECASE,
)


def names_policy(page: Page, sentence: Span) -> bool:
    """Say, cheaply, whether a sentence may tell of somebody bound to an act."""
    if names_mission(page, sentence):
        return True
    if bound_by_introduction(page, sentence):
        return _definite(page, sentence)
    if not page.has_any(sentence, _FORMS):
        return False
    binding = _BINDING.search(page.text, sentence.start, sentence.end)
    if binding is None or not page.actors.within(sentence):
        return False
    return _definite(page, Span(binding.end(), sentence.end))


def policies(page: Page, syntax: Syntax, sentence: Span) -> Iterator[tuple[list[Act], Span]]:
    """Give the verbs that bind and the words of the act, of a sentence without a sum."""
    other = (any_of("acts", key) for key in ("contraband", "no_policy"))
    if page.money.within(sentence) or any(
        words.search(page.text, sentence.start, sentence.end) for words in other
    ):
        return
    listed = listed_act(page, syntax, sentence)
    bonds = [(listed, listed.token)] if listed else list(_bonds(syntax))
    for act, what in bonds:
        if supposed(syntax, [act]):
            continue
        words = syntax.subtree(what)
        if _is_open(syntax, what) or _only_may_have_to(syntax, act.token):
            continue
        if _definite(page, words):
            yield [act], words


def _is_open(syntax: Syntax, verb: int) -> bool:
    """Say whether an act is vague, or done to others and not for them."""
    lists, lemma = load("acts"), syntax.tokens[verb].lemma.lower()
    if lemma in lists["vague"] or lemma in lists["unkind"]:
        return True
    obj = syntax.child(verb, "dobj")
    return obj is not None and syntax.tokens[obj].lemma.lower() in lists["vague_objects"]


def _only_may_have_to(syntax: Syntax, verb: int) -> bool:
    """Say whether nobody has bound themselves yet: "would have to make a decision to"."""
    token = syntax.tokens[verb]
    above = syntax.tokens[token.head]
    return token.dep == "xcomp" and above.lemma.lower() in ("have", "need")


def _bonds(syntax: Syntax) -> Iterator[tuple[Act, int]]:
    """Give the acts by which somebody binds themselves, each with the verb of what is promised."""
    for n in range(len(syntax.tokens)):
        act = _binding(syntax, n)
        what = None if act is None else _what(syntax, n)
        if act is not None and what is not None:
            yield act, what


def _binding(syntax: Syntax, n: int) -> Act | None:
    """Give the act by which somebody binds themselves: a verb, or a noun that a verb makes.

    The act of a noun stands at its verb, which has the one who is bound for its subject.
    """
    token = syntax.tokens[n]
    lemma = token.lemma.lower()
    if lemma in _BIND and token.pos == "VERB":
        return act_at(syntax, n) or Act(token=n, act_class="commit", span=token.span)
    made = token.dep == "dobj" and syntax.tokens[token.head].lemma.lower() in _MAKING
    if lemma in _BONDS and made:
        return Act(token=token.head, act_class="commit", span=token.span)
    return None


def _what(syntax: Syntax, bond: int) -> int | None:
    """Find the verb of the act that somebody is bound to ("to open", "to speeding up")."""
    own = syntax.child(bond, "xcomp", "ccomp", "acl")
    if own is None:
        prep = next(
            (c for c in syntax.children[bond] if syntax.tokens[c].text.lower() == "to"), None
        )
        own = None if prep is None else syntax.child(prep, "pcomp")
    if own is None and syntax.tokens[bond].pos == "NOUN":
        own = syntax.child(syntax.tokens[bond].head, "xcomp", "advcl")  # parsed beside its noun
    return own if own is not None and syntax.tokens[own].pos == "VERB" else None


def served(page: Page, words: Span, *, surely: bool) -> list[ActorMention]:
    """Give the actors in the words of an act for whom it is done, not against or beside whom.

    Where nobody else is known to be helped, they are named ``surely`` only behind "for" or "to".
    """
    return [
        mention
        for mention in page.actors.within(words)
        if not _BESIDE.search(page.text, words.start, mention.span.start)
        and (not surely or _FOR.search(page.text, words.start, mention.span.start))
    ]


def _definite(page: Page, words: Span) -> bool:
    """Say whether words tell of an act that can be checked: a count, a day, something named.

    What stands there only for an example makes no act definite.
    """
    example = _EXAMPLES.search(page.text, words.start, words.end)
    words = Span(words.start, words.end if example is None else example.start())
    counted = _FIGURE.search(page.text, words.start, words.end) is not None
    counted = counted or bool(page.quantities.within(words))
    dated = any(m.end is not None for m in page.dates.within(words))
    actors = page.actors.within(words)
    named = any(
        not any(m.span.overlaps(Span(*found.span())) for m in actors)
        for found in _NAMED.finditer(page.text, words.start, words.end)
    )
    return counted or dated or named
