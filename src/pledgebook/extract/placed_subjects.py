"""Who acts by where the name stands, where the parse gives a verb no subject that names anybody."""

from __future__ import annotations

import re

from pledgebook.extract.act_verbs import Act
from pledgebook.extract.openings import opens_sentence
from pledgebook.extract.page import Page
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

_SOURCE = re.compile(r"\W*(?:according\s+to|as\s+per)\s[^,.;:]*$", re.IGNORECASE)


#: Before the other side of an agreement: "signed a deal with Moldova pledging €5m".
_AGREED_WITH = re.compile(
    r"\b(?:agreement|deal|accord|pact|treaty|memorandum|contract|declaration|arrangement)\s+with\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def named_by_place(
    page: Page, syntax: Syntax, act: Act, subject: int | None
) -> ActorMention | None:
    """Give the actor right before a participle, or that opens the sentence before a verb."""
    joint = subject is not None and act.token > 0 and syntax.below(act.token - 1, subject)
    beside = None if joint else _participle_subject(page, syntax, act)  # "Oslo and Riga giving"
    if beside is not None or subject is not None:
        return beside
    if (pronoun := _opening_pronoun(syntax, act.token)) is not None:
        return next(iter(_named_before(page, syntax, pronoun)), None)
    return _right_before(page, syntax, act) or _before_aside(page, syntax, act)


def _before_aside(page: Page, syntax: Syntax, act: Act) -> ActorMention | None:
    """Give the actor that opens a sentence and whose verb the parser takes for a participle of it.

    "China, which built the hall that was damaged, handed over a million": an aside parts them.
    """
    token = syntax.tokens[act.token]
    head = syntax.tokens[token.head]
    if token.dep not in ("acl", "relcl", "advcl") or head.dep != "ROOT" or head.pos != "PROPN":
        return None
    if token.tag not in ("VBN", "VBD") or syntax.child(act.token, "dobj") is None:
        return None
    if page.text[: token.span.start].rstrip()[-1:] != ",":
        return None
    sentence = page.sentence_of(act.span)
    for mention in page.actors.touching(head.span):
        if opens_sentence(page, sentence, mention.span.start):
            return mention if _binds(mention) else None
    return None


def _binds(mention: ActorMention) -> bool:
    """Say whether a name stands for a state or organisation, by itself or by its office."""
    return mention.actor.type != "person" or mention.actor.affiliation is not None


def _participle_subject(page: Page, syntax: Syntax, act: Act) -> ActorMention | None:
    """Give the actor right before a participle: "thanked for the Norwegians giving €5m"."""
    if syntax.tokens[act.token].tag != "VBG" or act.token == 0:
        return None
    before = page.actors.touching(syntax.tokens[act.token - 1].span)
    plain = bool(before) and before[0].naming in ("name", "demonym", "group")
    if not plain or _AGREED_WITH.search(
        page.text, max(0, before[0].span.start - 40), before[0].span.start
    ):
        return None  # it is the agreement that the participle tells of
    return before[0]


#: Between a name and the pronoun of a clause about it: "the G7 grouping, which".
_TO_RELATIVE = re.compile(r"(?:\s+[a-z]+)?\s*,?\s*")


def before_relative(page: Page, syntax: Syntax, verb: int, subject: int) -> list[ActorMention]:
    """Give the actor named right before a relative pronoun whose noun names nobody."""
    own = syntax.child(verb, "nsubj")
    return [] if own is None or own == subject else _named_before(page, syntax, own)


def _named_before(page: Page, syntax: Syntax, pronoun: int) -> list[ActorMention]:
    start = syntax.tokens[pronoun].span.start
    for mention in page.actors.within(Span(max(0, start - 60), start))[-1:]:
        near = _TO_RELATIVE.fullmatch(page.text, mention.span.end, start)
        if near is not None and mention.naming in ("name", "group") and _binds(mention):
            return [mention]
    return []


def _opening_pronoun(syntax: Syntax, verb: int) -> int | None:
    """Give the pronoun that opens a clause, where an aside parts it from its verb.

    The parser then takes it for an object: "the G7, which, as you know, has pledged to lend €5m".
    """
    if syntax.tokens[verb].dep != "relcl":
        return None
    start = syntax.subtree(verb).start
    first = next(n for n, token in enumerate(syntax.tokens) if token.span.start >= start)
    aside = first + 1 < verb and syntax.tokens[first + 1].text == ","
    return first if aside and syntax.tokens[first].text.lower() in ("which", "who") else None


def _right_before(page: Page, syntax: Syntax, act: Act) -> ActorMention | None:
    """Give the actor that opens the sentence, or its main clause, right before an active verb.

    The parser takes some names for adjectives ("USAID is providing …") and sees no subject, and
    joins others to the source before them ("According to the minister Norway gave …").
    """
    perfect = {"has", "have", "had"} & set(syntax.auxiliaries(act.token))
    if syntax.passive(act.token) or (syntax.tokens[act.token].tag == "VBN" and not perfect):
        return None
    own = [c for c in syntax.children[act.token] if syntax.tokens[c].dep in ("aux", "neg")]
    start = syntax.tokens[min([*own, act.token])].span.start
    sentence = page.sentence_of(act.span)
    for mention in page.actors.within(Span(sentence.start, start)):
        start_of_name = mention.span.start
        opens = opens_sentence(page, sentence, start_of_name) or _SOURCE.match(
            page.text, sentence.start, start_of_name
        )
        if opens and not page.text[mention.span.end : start].strip():
            return mention if _binds(mention) else None
    return None
