"""Ways to tell a measure by its verb: put on a list, sanctioned, assets frozen, trade banned."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pledgebook.extract.lexicon import load
from pledgebook.extract.page import Page
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import Action

#: Lists by which states bring pressure to bear.
_LIST = re.compile(
    r"\b(?:sanctions?|export[\s-]control|black|entity|restricted|embargo|no-fly|terror(?:ist|ism)?)[\s-]?lists?\b"
    r"|\blists?\s+of\s+(?:\w+\s+){0,2}(?:sanction|designat|banned|prohibit|restrict)\w*|\bsanctions\b",
    re.IGNORECASE,
)
#: How a sentence may begin to tell of one, cheaply.
_SIGN = re.compile(
    r"\b(?:black|sanctions?\s|control\s|entity\s|restricted\s)list|\blists?\s+of\b|\bunder\s+(?:\w+\s+)?sanctions\b"
    r"|\b(?:listed|designated|sanction(?:s|ed|ing)|blacklist\w*|fr[eo]e?z\w*|unfr\w+|swift|capital\s+markets|(?:payment|banking|financial)\s+system|ban(?:s|ned|ning)?|prohibit\w*)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A measure as its verb tells it.

    Attributes:
        action: what is done.
        words: the words that say so.
        verb: its verb.
        thing: head of what it is done to.
    """

    action: Action
    words: Span
    verb: int
    thing: int


def names_frame(page: Page, sentence: Span) -> bool:
    """Say, cheaply, whether a sentence may tell of a measure by its verb."""
    return _SIGN.search(page.text, sentence.start, sentence.end) is not None


def frames(page: Page, syntax: Syntax) -> Iterator[Frame]:
    """Give the measures that the verbs of a sentence tell."""
    for n, token in enumerate(syntax.tokens):
        thing = syntax.child(n, "dobj", "nsubjpass") if token.pos == "VERB" else None
        if thing is None:
            continue
        told = (
            rule(syntax, n, thing) for rule in (_sanctioned, _frozen, _banned, _kept_out, _shut_out)
        )
        found = _on_a_list(page, syntax, n, thing) or next((f for f in told if f), None)
        if found is not None:
            yield found


def _on_a_list(page: Page, syntax: Syntax, verb: int, thing: int) -> Frame | None:
    """Read "added three banks to its sanctions list", "placed 12 generals under sanctions"."""
    lists = load("measures")["listing"]
    lemma = syntax.tokens[verb].lemma.lower()
    for n, token in enumerate(syntax.tokens):
        place = token.text.lower()
        if n < verb or token.dep != "prep" or not syntax.below(n, verb):
            continue
        taken_off = place in lists["from"] and lemma in lists["remove"]
        if not taken_off and not (place in lists["onto"] and lemma in lists["put"]):
            continue
        where = syntax.child(n, "pobj")
        words = None if where is None else syntax.subtree(where)
        if words is not None and _LIST.search(page.text, words.start, words.end):
            action: Action = "delisting" if taken_off else "sanction"
            return Frame(action=action, words=words, verb=verb, thing=thing)
    return None


def _sanctioned(syntax: Syntax, verb: int, thing: int) -> Frame | None:
    """Read "is sanctioning more than 400 individuals"."""
    token = syntax.tokens[verb]
    listed = token.lemma.lower() in load("measures")["listed"] and syntax.passive(verb)
    told = listed or token.lemma.lower() in ("sanction", "blacklist")
    if not told or approves(syntax, verb):
        return None
    return Frame(action="sanction", words=token.span, verb=verb, thing=thing)


def approves(syntax: Syntax, verb: int) -> bool:
    """Say whether to sanction is to allow: "sanctioned the sale of jets".

    So it is where the object is an act, and nobody's: "sanctioned Russian sales" is pressure.
    """
    thing = syntax.child(verb, "dobj", "nsubjpass")
    if thing is None or syntax.tokens[verb].lemma.lower() != "sanction":
        return False
    before = (syntax.tokens[c] for c in syntax.children[thing] if c < thing)
    owned = any(t.dep in ("poss", "amod", "compound") and t.text[:1].isupper() for t in before)
    return not owned and syntax.tokens[thing].lemma.lower() in load("measures")["sanctioned_acts"]


def _kept_out(syntax: Syntax, verb: int, thing: int) -> Frame | None:
    """Read "banned 19 politicians from entering the country": a ban on their travel."""
    token, people = syntax.tokens[verb], syntax.tokens[thing].lemma.lower()
    from_ = next((c for c in syntax.children[verb] if syntax.tokens[c].text == "from"), None)
    entering = None if from_ is None else syntax.child(from_, "pcomp")
    if token.lemma.lower() not in ("ban", "bar", "prohibit") or entering is None:
        return None
    if syntax.tokens[entering].lemma.lower() not in ("enter", "travel", "visit"):
        return None
    if people not in load("measures")["aimed_at"]:
        return None
    return Frame(action="sanction", words=token.span, verb=verb, thing=thing)


def _shut_out(syntax: Syntax, verb: int, thing: int) -> Frame | None:
    """Read "cut six banks off from Swift", "excluded the bank from the payment system"."""
    token = syntax.tokens[verb]
    if token.lemma.lower() not in load("measures")["shutting_out"]:
        return None
    where = [
        n
        for n, word in enumerate(syntax.tokens)
        if n > thing and word.text.lower() in ("from", "off", "out") and syntax.below(n, verb)
    ]
    behind = " ".join(word.text.lower() for word in syntax.tokens[where[0] :]) if where else ""
    shut = any(f" {place}" in behind for place in load("measures")["shut_out_of"])
    return Frame(action="sanction", words=token.span, verb=verb, thing=thing) if shut else None


def _frozen(syntax: Syntax, verb: int, thing: int) -> Frame | None:
    """Read "assets of the bank were frozen by Switzerland"; a fund for somebody is no holding."""
    held = syntax.tokens[thing].lemma.lower() in load("measures")["holdings"]
    held = held and all(syntax.tokens[c].text.lower() != "for" for c in syntax.children[thing])
    if syntax.tokens[verb].lemma.lower() not in ("freeze", "block") or not held:
        return None
    return Frame(action="asset_freeze", words=syntax.tokens[verb].span, verb=verb, thing=thing)


def _banned(syntax: Syntax, verb: int, thing: int) -> Frame | None:
    """Read "banned the export of machine tools to Chad", "imports of oil are banned"."""
    if syntax.tokens[verb].lemma.lower() not in ("ban", "prohibit"):
        return None
    for action, words in load("measures")["trade"].items():
        if syntax.tokens[thing].lemma.lower() in words:
            return Frame(action=action, words=syntax.tokens[verb].span, verb=verb, thing=thing)
    return None
