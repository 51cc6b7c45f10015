"""What is given and is no goods: training, a share in a joint fund, repairs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pledgebook.extract.act_verbs import Act, act_at
from pledgebook.extract.acts import chain_above
from pledgebook.extract.drafts import Thing
from pledgebook.extract.lexicon import load
from pledgebook.extract.page import Page
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.ungiven import supposed
from pledgebook.model.spans import Span
from pledgebook.resolve.quantity_items import is_listed, singular

#: Cheap signs that a sentence may tell of such a gift.
_SIGN = re.compile(r"\b(?:train(?:s|ed|ing)?|contribut(?:e|es|ed|ing)\s+to)\b", re.IGNORECASE)
_SIGNS = frozenset(
    {"train", "trains", "trained", "training"}
    | {"contribute", "contributes", "contributed", "contributing"}
)
_STEMS = (
    "repair", "rebuil", "reconstruct", "restor", "renovat", "refurbish", "overhaul", "modernis",
    "moderniz",
)  # fmt: skip
_MENDING = re.compile(rf"\b(?:{'|'.join(_STEMS)})\w*\b", re.IGNORECASE)
#: How far behind the verb those trained, or the fund, may stand.
_NEAR = 90
_WORD = re.compile(r"[a-z]+")
#: Pay that somebody may bear for the people of others.
_PAY = frozenset({"wage", "wages", "salary", "salaries", "pension", "pensions", "stipends"})
_BEARING = frozenset(
    {"pay", "cover", "fund", "finance", "meet", "foot", "bankroll", "shoulder", "underwrite"}
)


def names_service(page: Page, sentence: Span) -> bool:
    """Say, cheaply, whether a sentence may tell of training or of a share in a joint fund."""
    if not page.actors.within(sentence):
        return False
    signed = page.has_any(sentence, _SIGNS)
    if signed and any(word in _served() for word in _behind(page, sentence, _SIGN)):
        return True
    told = page.words(sentence).lower()
    if page.has_any(sentence, _PAY):
        return True
    return any(stem in told for stem in _STEMS) and any(
        singular(word) in load("acts")["works"] or is_listed(word)
        for word in _behind(page, sentence, _MENDING)
    )


@cache
def _served() -> frozenset[str]:
    """Those who are trained and the schemes that several pay into."""
    lists = load("acts")
    return frozenset((*lists["trainees"], *lists["schemes"]))


def _behind(page: Page, sentence: Span, signs: re.Pattern[str]) -> Iterator[str]:
    """Give the words that stand near behind a sign, in small letters."""
    for sign in signs.finditer(page.text, sentence.start, sentence.end):
        end = min(sentence.end, sign.end() + _NEAR)
        yield from _WORD.findall(page.text[sign.end() : end].lower())


def services(page: Page, syntax: Syntax, sentence: Span) -> Iterator[tuple[list[Act], list[Thing]]]:
    """Give acts of training and contributing of a sentence without a sum, with their objects."""
    if page.money.within(sentence):
        return
    for n, token in enumerate(syntax.tokens):
        act, what = _service_at(syntax, n) if token.pos == "VERB" else (None, None)
        if act is None or what is None or page.quantities.touching(syntax.named(what)):
            continue
        name = syntax.named(what)
        chain = [act, *(a for a in chain_above(syntax, token.span) if a.token != n)]
        if not supposed(syntax, chain):
            yield chain, [Thing.named(page, name)]


def _service_at(syntax: Syntax, n: int) -> tuple[Act | None, int | None]:
    """Give the act of a verb that trains, runs a course or pays into a fund, and its object."""
    verb = syntax.tokens[n].lemma.lower()
    if verb in load("acts")["running"]:
        return Act(token=n, act_class="give", span=syntax.tokens[n].span), _course(syntax, n)
    if verb in load("acts")["mending"]:
        return Act(token=n, act_class="give", span=syntax.tokens[n].span), _mended(syntax, n)
    if verb in _BEARING:
        act = Act(token=n, act_class="give", span=syntax.tokens[n].span)
        return act, _pay_of_others(syntax, n)
    return act_at(syntax, n), _trained(syntax, n) if verb == "train" else _shared(syntax, n)


def _pay_of_others(syntax: Syntax, verb: int) -> int | None:
    """Find the pay of somebody's people that a verb of bearing has for its object.

    Whose people they are stands before them: "cover Malian teachers' wages".
    """
    obj = syntax.child(verb, "dobj")
    if obj is None or syntax.tokens[obj].text.lower() not in _PAY or _can(syntax, verb):
        return None
    people = syntax.child(obj, "poss", "compound")
    if people is None or syntax.tokens[people].tag != "NNS":
        return None
    names = (syntax.tokens[c] for c in (*syntax.children[people], *syntax.children[obj]))
    return obj if any(token.text.istitle() for token in names) else None


def _mended(syntax: Syntax, verb: int) -> int | None:
    """Find what is repaired or built up again: goods, or works ("rebuild a school").

    What somebody mends for themselves is left out, unless they are helped ("help Moldova repair its
    tanks"); so is what a gift is for ("gave cables to restore the grid").
    """
    obj = syntax.child(verb, "dobj", "nsubjpass")
    if obj is None or syntax.tokens[obj].pos != "NOUN":
        return None
    above = next(iter(syntax.verbs_above(verb)), None)
    act = None if above is None else act_at(syntax, above)
    helped = above is not None and syntax.tokens[above].lemma.lower() in ("help", "assist")
    if act is not None and act.act_class in _GIVEN and not helped:
        return None
    below = {syntax.tokens[c].text.lower() for c in syntax.children[obj]}
    if below & _POINTING or (below & _OWN and not helped) or _can(syntax, verb):
        return None
    word = syntax.tokens[obj].text.lower()
    return obj if is_listed(word) or singular(word) in load("acts")["works"] else None


def _can(syntax: Syntax, verb: int) -> bool:
    return bool({"can", "could", "may", "might"} & set(syntax.auxiliaries(verb)))


#: Classes of acts whose object is given; what it is for is no gift of its own.
_GIVEN = frozenset({"give", "deliver", "disburse", "allocate", "carry"})
_POINTING = frozenset({"this", "that", "these", "those"})
_OWN = frozenset({"its", "their", "his", "her", "our", "my", "your"})


def _course(syntax: Syntax, verb: int) -> int | None:
    """Find the course that somebody runs for others: "leads a training mission for the army"."""
    obj = syntax.child(verb, "dobj")
    if obj is None or syntax.tokens[obj].text.lower() not in load("acts")["courses"]:
        return None
    words = [syntax.tokens[c].text.lower() for c in (obj, *syntax.children[obj])]
    return obj if "training" in words and "for" in words else None


def _trained(syntax: Syntax, verb: int) -> int | None:
    """Find the people that a verb of training has for its object."""
    obj = syntax.child(verb, "dobj", "nsubjpass")
    known = frozenset(load("acts")["trainees"])
    own = obj is not None and any(
        syntax.tokens[c].text.lower() in ("its", "their", "his", "her", "our")
        for c in syntax.children[obj]
    )
    if own:
        return None
    return obj if obj is not None and syntax.tokens[obj].text.lower() in known else None


def _shared(syntax: Syntax, verb: int) -> int | None:
    """Find the joint fund, scheme or mission that a verb of contributing leads to."""
    if syntax.tokens[verb].lemma.lower() != "contribute":
        return None
    if syntax.child(verb, "dobj") is not None:  # what is contributed is told: that is the thing
        return None
    schemes = frozenset(load("acts")["schemes"])
    for prep in syntax.children[verb]:
        if syntax.tokens[prep].text.lower() != "to":
            continue
        obj = syntax.child(prep, "pobj")
        if obj is not None and syntax.tokens[obj].text.lower() in schemes:
            return obj
    return None
