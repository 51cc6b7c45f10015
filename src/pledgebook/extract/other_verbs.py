"""Verbs of headlines that are known neither to give nor to tell of a gift.

A cut has more verbs than any list holds ("mothballs", "scuttles", "cools on"), the verbs by which
a headline tells of a gift are few. So a sum under a verb of no such list is not promised there.
The parser takes many of these verbs for nouns, so that their place beside the sum counts as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from pledgebook.extract.act_verbs import Act, act_at, with_particle
from pledgebook.extract.drafts import Draft
from pledgebook.extract.gate_debts import lets_go
from pledgebook.extract.headline_receipts import opens
from pledgebook.extract.headlines import is_headline
from pledgebook.extract.lexicon import forms_of, load, verb_classes
from pledgebook.extract.page import Page
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span

#: Relations over which a verb tells what becomes of the act below it: "plans to send".
_RULING = frozenset({"xcomp", "ccomp", "pcomp", "acl", "csubj"})
#: "to scrap", "may well axe": what is to be done.
_TO_DO = (
    r"(?:(?:is|are|was|were|set|poised|due|about|likely|ready|planning|looking)\s+){0,2}"
    r"(?:to|will|may|might|could|can|must|should|would)\s+(?:[a-z]+ly\s+|well\s+|soon\s+)?"
)
#: A word in "-ing" right before a sum, behind the words of bound.
_GERUND = re.compile(
    r"(?<![\w-])(?P<verb>[a-z-]+ing)\s+(?:(?:about|some|up\s+to|over|another|its|the|a|an|all)\s+){0,2}$",
    re.IGNORECASE,
)
#: Right before what is not spent any more: "to stop grants, saving €9m".
_SAVED = re.compile(
    r"\b(?:saving|to\s+save|saves?|saved)\s+(?:(?:about|some|up\s+to|over|another|nearly|more\s+than)\s+){0,2}$",
    re.IGNORECASE,
)
#: A participle behind a sum that undoes it: "€5m pledge to Chad torn up by Oslo".
_TORN = re.compile(
    r"(?:\s+[\w'’-]+){0,6}?\s+(?:(?:torn|ripped)\s+up|thrown\s+out|binned|junked|ditched|sunk|struck\s+out"
    r"|axed|scrapped|shelved|withdrawn|rescinded)(?=\s*(?:$|[,:;–—]|\s(?:by|after|over|as|amid|in)\b))",
    re.MULTILINE,
)
#: A participle behind a sum that ends the headline or has the reason or the doer behind it.
_PARTICIPLE = re.compile(
    r"(?P<between>(?:\s+[\w'’$€£.-]+){0,7}?)\s+(?P<verb>[a-z]+ed)"
    r"(?:\s+(?:(?P<gone>down|off|back|away)|up|out))?(?=\s*(?:$|[,:;–—]|\s(?:by|after|over|as|amid|following|until|pending|in)\b))",
    re.MULTILINE,
)
#: "No fresh cash for Mali beyond €9m".
_NONE = re.compile(
    r"(?:^|:\s)['\"‘“]?(?:no|zero|nil)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:money|cash|aid|funds?|funding|help|support|grants?|loans?|cheques?|arms|weapons)\b",
    re.IGNORECASE | re.MULTILINE,
)
#: "Scrapped: €9m for Mali".
_LEAD = re.compile(r"['\"‘“]?(?P<verb>[A-Z][a-z]+ed|Withdrawn|Cut|Sunk)['\"’”]?:\s")


def told_otherwise(
    page: Page, syntax: Syntax, draft: Draft, chain: Sequence[Act], thing: Span
) -> bool:
    """Say whether a headline's verb makes a thing no gift, where none says that it is refused.

    What a note records it records.
    """
    sentence = draft.sentence
    if draft.firmness[0] == "denied" or draft.stage[0] == "withdrawn" or draft.recorded:
        return False
    if lets_go(page.text, sentence, thing):
        return False
    head = syntax.head_of(thing)
    if head is None or not is_headline(page, sentence):
        return False
    ruling = (n for n in _rulers(syntax, head, thing) if not _is_name(page, syntax, n))
    if any(not _tells_of_gift(syntax, verb) for verb in ruling):
        return True
    if _behind_name(page, sentence, thing) or _undone(page, sentence, thing):
        return True
    return not chain and _no_gift_by_place(page, sentence, thing)


def _undone(page: Page, sentence: Span, thing: Span) -> bool:
    """Say whether the words around a sum undo it, or make it a loan of the market."""
    gerund = _GERUND.search(page.text, sentence.start, thing.start)
    participle = _PARTICIPLE.match(page.text, thing.end, sentence.end)
    return (
        _unknown(gerund)
        or _SAVED.search(page.text, sentence.start, thing.start) is not None
        or _TORN.match(page.text, thing.end, sentence.end) is not None
        or _NONE.search(page.text, sentence.start, thing.start) is not None
        or (participle is not None and participle["gone"] is not None)
        or _from_lenders().match(page.text, thing.end) is not None
    )


def _no_gift_by_place(page: Page, sentence: Span, thing: Span) -> bool:
    """Say whether a sum under no act is told of by a verb of no gift, or is business."""
    return (
        _unknown(_PARTICIPLE.match(page.text, thing.end, sentence.end))
        or _unknown(_LEAD.match(page.text, sentence.start, thing.start))
        or _business().match(page.text, thing.end) is not None
    )


def _rulers(syntax: Syntax, head: int, thing: Span) -> Iterator[int]:
    """Verbs above a thing, up to one that only tells when or beside what it is given.

    The "m" of "£9m" may be a verb to the parser.
    """
    for n in (head, *syntax.up(head)):
        token = syntax.tokens[n]
        if token.pos not in ("VERB", "AUX") or thing.holds(token.span):
            continue
        yield n
        if token.dep not in _RULING:
            return


def _is_name(page: Page, syntax: Syntax, verb: int) -> bool:
    """Say whether a verb to the parser is somebody's name: "Denmark to fund schools"."""
    if syntax.tokens[verb].text in load("headline_verbs")["joint_schemes"]:
        return True
    named = page.actors.touching(syntax.tokens[verb].span)
    return any(mention.naming not in _MODIFYING for mention in named)


def _tells_of_gift(syntax: Syntax, verb: int) -> bool:
    token = syntax.tokens[verb]
    if _turned_back(syntax, verb) or with_particle(syntax, verb):
        return False
    if token.pos == "AUX" or act_at(syntax, verb) is not None:
        return True
    return token.text.lower() in _telling() or token.lemma.lower() in _telling()


def _turned_back(syntax: Syntax, verb: int) -> bool:
    """Say whether a word right behind a verb makes it one of going back: "walks back"."""
    behind = syntax.tokens[verb + 1 : verb + 2]
    return bool(behind) and behind[0].text.lower() in load("headline_verbs")["turning_back"]


def _behind_name(page: Page, sentence: Span, thing: Span) -> bool:
    """Say whether a verb of no gift stands behind who opens the headline: "Norway parks €9m".

    Who opens it is an actor by its name, a body of one ("Danish parliament"), or a body alone.
    """
    colons = [m.end() for m in re.finditer(r":\s", page.text[sentence.start : thing.start])]
    start = sentence.start + max(colons, default=0)  # what a headline is about stands before it
    for mention in page.actors.within(Span(start, thing.start)):
        if opens(page, sentence, mention):
            start = mention.span.end
            if mention.naming not in _MODIFYING and _verb_at(page, start, thing):
                return True
            break
    body = _body().match(page.text, start, thing.start)
    return body is not None and _verb_at(page, body.end(), thing, plural=body["many"] is not None)


def _verb_at(page: Page, start: int, thing: Span, *, plural: bool = False) -> bool:
    """Say whether a word that must be a verb stands at ``start``, and is of no gift."""
    found = _verb().match(page.text, start, thing.start)
    if found is None and plural:
        found = _PLAIN.match(page.text, start, thing.start)
    if found is None or not _unknown(found):
        return False
    return found[0].split()[-1] not in load("headline_verbs")["people"]


#: Names that stand before a body of who acts: "Danish parliament".
_MODIFYING = frozenset({"adjective", "demonym"})
#: A plain verb behind several who act, right before the sum: "MPs bin €9m".
_PLAIN = re.compile(
    r"\s+(?P<verb>[a-z]+)(?=\s+(?:(?:the|its|a|an|all|up\s+to|over)\s+)?$)", re.MULTILINE
)


@cache
def _business() -> re.Pattern[str]:
    """Compile what makes a sum business right behind it: "$5m missile order"."""
    words = _either(load("headline_verbs")["business"])
    return re.compile(rf"(?:\s+(?!to\b)[\w'’-]+){{0,3}}?\s+(?:{words})\b", re.IGNORECASE)


@cache
def _from_lenders() -> re.Pattern[str]:
    words = _either(load("headline_verbs")["lenders"])
    return re.compile(rf"(?:\s+[\w'’-]+){{0,3}}?\s+from\s+(?:\w+\s+)?(?:{words})\b", re.IGNORECASE)


@cache
def _verb() -> re.Pattern[str]:
    """Compile what looks like a verb behind a name: in "-s", or behind "to" or "will"."""
    present = r"(?:[a-z-]+s|[A-Z]-[a-z]+s)"
    return re.compile(
        rf"(?:['’]s)?\s+(?:(?P<verb>{present})|{_TO_DO}(?P<infinitive>[a-z-]+))(?![\w'’-])"
    )


@cache
def _body() -> re.Pattern[str]:
    bodies = load("headline_verbs")["bodies"]
    many = [word for word in bodies if word.endswith("s") and word != "congress"]
    one = [word for word in bodies if word not in many]
    return re.compile(
        rf"(?:['’]s)?\s*(?<![\w-])(?:(?P<many>{_either(many)})|{_either(one)})(?![\w-])",
        re.IGNORECASE,
    )


def _unknown(found: re.Match[str] | None) -> bool:
    """Say whether a verb is found that neither gives nor tells of a gift."""
    if found is None:
        return False
    groups = found.groupdict()
    word = (groups["verb"] or groups.get("infinitive") or "").lower()
    lists = load("headline_verbs")
    return not (word in _telling() or word in lists["no_verbs"] or word in lists["harmed"])


@cache
def _telling() -> frozenset[str]:
    """Forms of all verbs by which a headline gives, or tells of what is given."""
    lists = load("headline_verbs")
    got = (w for key in ("getting", "handed") for words in lists[key].values() for w in words)
    acts = (w for w, act_class in verb_classes("acts").items() if act_class != "withdraw")
    own = (forms_of("headline_verbs", key) for key in ("kindly", "weighing"))
    return frozenset((*acts, *verb_classes("headline_verbs"), *(w for f in own for w in f), *got))


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
