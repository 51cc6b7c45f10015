"""Measures as a headline tells them: "US sanctions two Chadian firms", "EU lifts Mali sanctions".

The parser takes the verb of such a line for a noun, so that its words are read in their order: who
acts, the verb, and what is done to whom.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pledgebook.extract.lexicon import any_of, load
from pledgebook.extract.measure_parties import targets_in
from pledgebook.extract.page import Page
from pledgebook.extract.parties import Party, bound_actor
from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import Action, Firmness, MeasureStage

#: Longest line that is read as a headline, in code points.
_LONGEST = 110
_OWN = re.compile(
    r"\s+(?:(?P<ahead>to|will)\s+)?(?P<verb>sanctions?|blacklists?|designates?)\s+(?=[A-Z\d]|(?:an?|the|top|more|over|dozens|two|three|four|five|six|seven|eight|nine|ten|former|senior|another)\s)"
)
_WITH = re.compile(
    r"\s+(?:(?P<ahead>to|will)\s+)?(?P<verb>slaps?|impos(?:e|es)|hits?|targets?|punish(?:es)?|unveils?|announces?|adopts?|approves?|extends?|renews?|prolongs?"
    r"|tightens?|widens?|expands?|lifts?|eases?|removes?|waives?|suspends?|drops?)\s+"
)
_ANNOUNCED = frozenset({"unveil", "announce"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Headed:
    """A measure of a headline: its words and codes."""

    action: Action
    noun: Span
    verb: Span
    actors: tuple[Party, ...]
    targets: tuple[Party, ...]
    stage: tuple[MeasureStage, Firmness]


def headed(page: Page, line: Span) -> Headed | None:
    """Read a line without a full stop that begins with who acts."""
    words = page.words(line)
    if len(line) > _LONGEST or words.rstrip().endswith((".", ":", "?", ";", ",")):
        return None
    first = next(iter(page.actors.within(line)), None)
    actor = None if first is None or first.span.start != line.start else bound_actor(first)
    if first is None or actor is None:
        return None
    actors = [Party(actor=actor, span=first.span)]
    found = _OWN.match(page.text, first.span.end, line.end)
    if found is not None:
        return _made(page, line, actors, found, "sanction", Span(*found.span("verb")))
    found = _WITH.match(page.text, first.span.end, line.end)
    if found is None:
        return None
    for action in ("sanction", "tariff", "price_cap", "asset_freeze", "export_ban", "import_ban"):
        noun = any_of("measures", "actions", action).search(page.text, found.end(), line.end)
        if noun is not None:
            return _made(page, line, actors, found, action, Span(*noun.span()))
    return None


def _made(
    page: Page, line: Span, actors: list[Party], found: re.Match[str], action: Action, noun: Span
) -> Headed | None:
    targets = targets_in(page, Span(found.end(), line.end), actors)
    verb = found["verb"].removesuffix("s")
    lifted = any(verb.startswith(word) for word in load("measures")["easing"])
    if not targets or (lifted and action not in ("sanction", "asset_freeze")):
        return None
    ahead = found["ahead"] is not None or verb in _ANNOUNCED
    return Headed(
        action="delisting" if lifted else action,
        noun=noun,
        verb=Span(*found.span("verb")),
        actors=tuple(actors),
        targets=tuple(targets),
        stage=("pledged", "firm") if ahead else ("committed", "firm"),
    )
