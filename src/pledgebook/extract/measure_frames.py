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
    r"\b(?:sanctions?|export[\s-]control|black|entity|restricted|embargo|no-fly|stop|no-entry|entry[\s-]ban|travel[\s-]ban|visa[\s-]ban|debarment|unreliable[\s-]entit(?:y|ies)|wanted|watch|terror(?:ist|ism)?)[\s-]?lists?\b"
    r"|\blists?\s+of\s+(?:\w+\s+){0,2}(?:sanction|designat|banned|prohibit|restrict)\w*|\bsanctions\b|\bexport\s+(?:controls?|licensing|curbs?|restrictions?)\b",
    re.IGNORECASE,
)
#: How a sentence may begin to tell of one, cheaply.
_SIGN = re.compile(
    r"\b(?:black|sanctions?\s|control\s|entity\s|restricted\s|stop\s|ban\s|debarment\s|watch\s)list|\bunder\s+(?:\w+\s+)?export\b|\blists?\s+of\b"
    r"|\b(?:package|round|tranche|sanctions|measures|listings|wave|batch)\s+(?:\w+\s+)?(?:hits?|covers?|names?|includes?|affects?|concerns?)\b"
    r"|\bunder\s+(?:\w+\s+)?sanctions\b"
    r"|\b(?:listed|designated|sanction(?:s|ed|ing)|blacklist\w*|fr[eo]e?z\w*|unfr\w+|designat(?:es|ing)|listing|lists|target(?:s|ed|ing)|immobili[sz]ed|outlaw\w*|forbid\w*|forbade|embargo\w*|bar(?:s|red|ring)|revok\w+|rescind\w*|licen[cs]es?|waivers?|visas?"
    r"|(?:clos|shut|suspend|halt|sever|cut)\w*\s+(?:\w+\s+){0,3}?(?:trade|ports?|airspace|borders?|crossings?|markets?|ties|flights)|(?:stay|remain|keep|kept)s?\s+(?:\w+\s+){0,8}?(?:frozen|blocked)|swift|capital\s+markets|(?:payment|banking|financial)\s+system|ban(?:s|ned|ning)?|prohibit\w*)\b",
    re.IGNORECASE,
)


#: What somebody is kept from where a state bars them.
_ENTRY = frozenset(
    {"enter", "travel", "visit", "entry", "soil", "territory", "travelling", "entering"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A measure as its verb tells it.

    Attributes:
        action: what is done.
        words: the words that say so.
        verb: its verb.
        thing: head of what it is done to.
        of_state: whether a state has to be named beside it ("the visas of Chadian judges").
    """

    action: Action
    words: Span
    verb: int
    thing: int
    of_state: bool = False


def names_frame(page: Page, sentence: Span) -> bool:
    """Say, cheaply, whether a sentence may tell of a measure by its verb."""
    return _SIGN.search(page.text, sentence.start, sentence.end) is not None


def frames(page: Page, syntax: Syntax) -> Iterator[Frame]:
    """Give the measures that the verbs of a sentence tell."""
    for n, token in enumerate(syntax.tokens):
        thing = syntax.child(n, "dobj", "nsubjpass") if token.pos == "VERB" else None
        if token.pos == "VERB" and token.lemma.lower() in COMES_UNDER:
            yield from _came_under(syntax, n)
        if thing is None:
            continue
        told = (rule(syntax, n, thing) for rule in _RULES)
        found = _on_a_list(page, syntax, n, thing) or next((f for f in told if f), None)
        if found is not None:
            yield found


#: Verbs by whose subject somebody comes under sanctions.
COMES_UNDER = frozenset({"come", "fall"})


def _came_under(syntax: Syntax, verb: int) -> Iterator[Frame]:
    """Read "three banks came under EU sanctions"."""
    thing = syntax.child(verb, "nsubj")
    under = next((c for c in syntax.children[verb] if syntax.tokens[c].text == "under"), None)
    where = None if under is None else syntax.child(under, "pobj")
    if thing is None or where is None or syntax.tokens[where].lemma.lower() != "sanction":
        return
    yield Frame(action="sanction", words=syntax.subtree(where), verb=verb, thing=thing)


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
    listed = token.lemma.lower() in load("measures")["listed"] and (
        syntax.passive(verb)
        or (token.lemma.lower() in ("list", "designate") and _people(syntax, thing))
    )
    listed = listed and not _as_something(syntax, verb)
    told = (
        listed or token.lemma.lower() in ("sanction", "blacklist") or _covers(syntax, verb, thing)
    )
    if not told or approves(syntax, verb):
        return None
    return Frame(action="sanction", words=token.span, verb=verb, thing=thing)


#: As what somebody is designated where it is pressure.
_AS_FOE = re.compile(
    r"\b(?:terror\w*|FTOs?|SDGTs?|SDNs?|specially|blocked|sanction\w*|extremist|undesirable|hostile|criminal)\b"
)


def _as_something(syntax: Syntax, verb: int) -> bool:
    """Say whether somebody is named for another purpose: "designated the park as a reserve"."""
    for n in range(verb + 1, len(syntax.tokens)):
        if syntax.tokens[n].text == "as" and syntax.below(n, verb):
            behind = " ".join(token.text for token in syntax.tokens[n : n + 8])
            return _AS_FOE.search(behind) is None
    return False


def _covers(syntax: Syntax, verb: int, thing: int) -> bool:
    """Say whether a package tells whom it is on: "the round hits 48 persons"."""
    subject = syntax.child(verb, "nsubj")
    decision = subject is not None and syntax.tokens[subject].lemma.lower() in _PACKAGES
    return decision and syntax.tokens[verb].lemma.lower() in _COVER and _people(syntax, thing)


#: What tells on whom it is, and the verbs that do.
_PACKAGES = frozenset(
    {"package", "round", "tranche", "sanction", "measure", "listing", "wave", "batch"}
)
_COVER = frozenset({"hit", "cover", "target", "name", "include", "affect", "concern"})


def _people(syntax: Syntax, thing: int) -> bool:
    """Say whether a thing is people, firms or ships, as many or as one who is described."""
    return syntax.tokens[thing].lemma.lower() in load("measures")["aimed_at"]


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
    token = syntax.tokens[verb]
    from_ = next((c for c in syntax.children[verb] if syntax.tokens[c].text == "from"), None)
    entering = None if from_ is None else syntax.child(from_, "pcomp", "pobj")
    if token.lemma.lower() not in ("ban", "bar", "prohibit", "exclude") or entering is None:
        return None
    if syntax.tokens[entering].lemma.lower() not in _ENTRY or not _people(syntax, thing):
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
    if syntax.tokens[verb].lemma.lower() not in (
        "ban",
        "prohibit",
        "outlaw",
        "forbid",
        "bar",
        "embargo",
    ):
        return None
    for action, words in load("measures")["trade"].items():
        if syntax.tokens[thing].lemma.lower() in words:
            return Frame(action=action, words=syntax.tokens[verb].span, verb=verb, thing=thing)
    return None


def _withdrawn(syntax: Syntax, verb: int, thing: int) -> Frame | None:
    """Read "revoked the licence of a Chadian bank"; visas that are revoked are a sanction."""
    lists = load("measures")
    permission = syntax.tokens[thing].lemma.lower()
    if syntax.tokens[verb].lemma.lower() not in lists["withdrawing"]:
        return None
    if permission not in lists["permissions"]:
        return None
    action: Action = "sanction" if permission == "visa" else "other"
    words = syntax.tokens[thing].span
    return Frame(action=action, words=words, verb=verb, thing=thing, of_state=True)


def _closed(syntax: Syntax, verb: int, thing: int) -> Frame | None:
    """Read "suspended all trade with Mali", "closed its ports to ships from Mali"."""
    lists = load("measures")
    if syntax.tokens[verb].lemma.lower() not in lists["closing"]:
        return None
    if syntax.tokens[thing].lemma.lower() not in lists["dealings"]:
        return None
    apart = {syntax.tokens[c].text.lower() for n in (verb, thing) for c in syntax.children[n]}
    if not apart & {"with", "to", "from", "in"}:
        return None
    words = syntax.tokens[verb].span
    return Frame(action="other", words=words, verb=verb, thing=thing, of_state=True)


def _kept(syntax: Syntax, verb: int, thing: int) -> Frame | None:
    """Read "decided to keep Mali's reserves frozen"."""
    if syntax.tokens[verb].lemma.lower() not in ("keep", "leave", "hold"):
        return None
    held = load("measures")["held"]
    behind = [c for c in syntax.children[verb] if syntax.tokens[c].text.lower() in held]
    if not behind or syntax.tokens[thing].lemma.lower() not in load("measures")["holdings"]:
        return None
    return Frame(action="asset_freeze", words=syntax.tokens[behind[0]].span, verb=verb, thing=thing)


#: The ways to tell a measure by its verb, besides a list.
_RULES = (_sanctioned, _frozen, _banned, _kept_out, _shut_out, _withdrawn, _closed, _kept)
