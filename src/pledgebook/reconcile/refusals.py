"""Rules that find words of refusal around a named thing; each gives the words, or None.

A rule walks from the name to the left, over words that carry no meaning of their own ("the
deployment of"), and looks whether what it meets refuses; or to the right, to a predicate ("would be
unacceptable"). Finding is apart from who says it (``subjects``).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from pledgebook.reconcile.clauses import MARKS, Clause, listed, one_of
from pledgebook.reconcile.subjects import is_former, is_own

_STARTS = MARKS | {"that", "and", "but", "because", "as", "think", "believe", "say"}

#: Words that a walk crosses at most, to either side.
_REACH = 12

#: Letters that an adjective shares with the name of its country ("Polish", "Poland").
_ALIKE = 3

_ADVERBS = r"(?:(?:\w+ly|ever|even|also|still|again|simply|just|now) )*"
_DUTY = r"must|should|ought to|has to|have to|needs? to"
_BE = r"(?:is|are|was|were|am|(?:(?:would|will|must|has|have) )?(?:be|been)|(?:would )?remains?)"


@dataclass(frozen=True, kw_only=True)
class Named:
    """A thing named in a clause, by the places of its first word and after its last."""

    clause: Clause
    first: int
    end: int
    needs_party: bool

    @property
    def start(self) -> int:
        """Place after the last word to the left that carries meaning."""
        start = self.first
        while start > max(0, self.first - _REACH) and self._passes(start - 1):
            start -= 1
        return start

    def _passes(self, place: int) -> bool:
        word = self.clause.words[place]
        if word in {"i", "we"}:
            return False
        light = word in listed("bridge", "consent", "consenting", "needs")
        return light or (self.clause.is_name(place) and word not in listed("own", "told_of"))

    def head(self) -> str:
        """Give the words before the walk's end."""
        return " ".join(self.clause.words[: self.start])

    def walked(self) -> frozenset[str]:
        """Give the words that the walk crossed."""
        return frozenset(self.clause.words[self.start : self.first])

    def is_head(self) -> bool:
        """Say whether it is the head of its phrase: "sanctions", but not "sanctions relief"."""
        rest = self.clause.words[self.end : self.end + 1]
        return not rest or rest[0] in MARKS or rest[0] in listed("after") or rest[0].endswith("ly")

    def is_led_by(self, party: re.Pattern[str]) -> bool:
        """Say whether it is a party's own: "Latvian troops" guarantee nothing to Latvia."""
        before = self.clause.words[self.first - 1 : self.first]
        return self.needs_party and bool(before) and party.match(before[0]) is not None

    def is_anothers(self) -> bool:
        """Say whether it is somebody's own that needs a party concerned: "troops of others".

        Adjectives begin as the names of their countries do, by three letters at the least.
        """
        mine = {name[:_ALIKE] for name in self.clause.own}
        return self.needs_party and any(
            self.clause.is_name(place)
            and self.clause.words[place] not in listed("bridge")
            and self.clause.words[place][:_ALIKE] not in mine
            for place in range(self.start, self.first)
        )

    def leads(self) -> bool:
        """Say whether the phrase begins its clause, so that it is what is spoken of."""
        return self.start == 0 or self.clause.words[self.start - 1] in _STARTS

    def behind(self, pattern: re.Pattern[str]) -> tuple[int, str] | None:
        """Find a pattern behind the phrase; give its place and words."""
        words, place = self.clause.words, self.end
        while place < min(len(words), self.end + _REACH):
            found = pattern.match(" ".join(words[place:]))
            if found is not None:
                return place, found.group()
            if words[place] not in listed("bridge", "after") and not self.clause.is_name(place):
                return None
            place += 1
        return None


def _op(named: Named, pattern: re.Pattern[str]) -> int | None:
    """Place of the first word of a pattern that ends the head; None where it does not."""
    head = named.head()
    found = pattern.search(head)
    return None if found is None else len(head[: found.start()].split())


@cache
def _ending(body: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<= ))(?:{body})$")


def _mine(named: Named, place: int | None) -> str | None:
    """Give the words from a place up to the name, if the speaker's own and not taken back."""
    if place is None or is_former(named.clause, place) or not is_own(named.clause, place):
        return None
    return named.clause.cut(place, named.end)


def opposing_verb(named: Named) -> str | None:
    """Find "we reject the …", "Estonia opposes …"."""
    return _mine(named, _op(named, _ending(one_of("verbs"))))


def being_against(named: Named) -> str | None:
    """Find "we are against …", "I am firmly opposed to …"."""
    body = rf"(?:{_BE}|\w+'(?:re|m|s)|stands?|came out) {_ADVERBS}(?:{one_of('against')})"
    place = _op(named, _ending(body))
    if place is not None and "'" in named.clause.words[place]:
        place += 1 if named.clause.words[place].partition("'")[0] not in {"i", "we"} else 0
        pronoun = named.clause.words[place].partition("'")[0] in {"i", "we"}
        return named.clause.cut(place, named.end) if pronoun else None
    return _mine(named, place)


def refused_consent(named: Named) -> str | None:
    """Find "we will not send …", "has no intention of joining …"."""
    if not listed("consent", "consenting") & named.walked() or _partly(named):
        return None
    return _mine(named, _op(named, _ending(rf"(?:{one_of('negated')})(?: \w+ly| ever| even)*")))


def advised_against(named: Named) -> str | None:
    """Find "Europe must not send …": advice to others than allies is about something else."""
    if not listed("consent") & named.walked() or _partly(named):
        return None
    place = _op(named, _ending(one_of("advised")))
    if place is None:
        return None
    allies = rf"(?:^| )(?:{one_of('together')})$"
    if re.search(allies, " ".join(named.clause.words[:place])) is not None:
        return named.clause.cut(place, named.end)
    return _mine(named, place)


def _partly(named: Named) -> bool:
    """Say whether only a way is refused: "not by loans"."""
    return named.clause.words[named.end : named.end + 1] in (["by"], ["through"], ["as"], ["via"])


def no_such_thing(named: Named) -> str | None:
    """Find "there will be no …", "there is no need for …"."""
    place = _op(named, _ending(r"there (?:will|can|must|shall|should|would) (?:be no|never be)"))
    if place is None and listed("needs") & named.walked():
        place = _op(named, _ending(r"there (?:is|was|are|were|can be|will be) (?:simply )?no"))
    return None if place is None else named.clause.cut(place, named.end)


def refusing_predicate(named: Named) -> str | None:
    """Find "… is unacceptable", "… would be out of the question"."""
    body = rf"{_BE} {_ADVERBS}(?:a |an )?{_ADVERBS}(?:{one_of('refusals')})(?= |$)"
    found = named.behind(re.compile(body)) if named.leads() else None
    return None if found is None or not _for_us(named, found) else _at(named, found)


def _at(named: Named, found: tuple[int, str]) -> str:
    return named.clause.cut(found[0], found[0] + len(found[1].split()))


def _for_us(named: Named, found: tuple[int, str]) -> bool:
    """Say whether it is so for the speaker; "impossible to stop" refuses nothing."""
    rest = named.clause.words[found[0] + len(found[1].split()) :]
    if rest[:1] not in (["to"], ["for"]):
        return True
    whom = [word for word in rest[1:3] if word != "the"][:1]
    return bool(whom) and (whom[0] in {"us", "me"} or whom[0] in named.clause.own)


def impossible_to_consent(named: Named) -> str | None:
    """Find "it is impossible to accept …"."""
    if not listed("consent") & named.walked():
        return None
    body = rf"it {_BE} {_ADVERBS}(?:{one_of('refusals')})"
    place = _op(named, _ending(body))
    return None if place is None else named.clause.cut(place, named.end)


def refused_passive(named: Named) -> str | None:
    """Find "… will not be allowed"."""
    modal = r"(?:will|would|can|shall|must|should) ?(?:not|never)|cannot|won't|can't|mustn't"
    body = rf"(?:{modal}) be {_ADVERBS}(?:{one_of('consented')})(?= |$)(?! (?:by|through|as|via) )"
    found = named.behind(re.compile(body)) if named.leads() else None
    return None if found is None else _at(named, found)


def end_demanded(named: Named) -> str | None:
    """Find "must lift …", "urged the bloc to lift …", "we will stop …"."""
    if named.needs_party:
        return None
    ends = one_of("endings")
    place = _op(named, _ending(rf"(?:{_DUTY}) {_ADVERBS}(?:{ends})"))
    if place is not None:
        return None if is_former(named.clause, place) else named.clause.cut(place, named.end)
    asking = rf"(?:{one_of('call', 'asked')}|told|tell|tells|asks?)(?: that)?(?: [\w'-]+){{1,5}}"
    for body in (rf"{asking} (?:to )?(?:{ends})", rf"(?:will|would|shall) {_ADVERBS}(?:{ends})"):
        words = _mine(named, _op(named, _ending(body)))
        if words is not None:
            return words
    return None


def end_called_for(named: Named) -> str | None:
    """Find "called for an end to …"."""
    body = rf"(?:{one_of('call')}) {_ADVERBS}(?:{one_of('end_of')})"
    return None if named.needs_party else _mine(named, _op(named, _ending(body)))


def must_end(named: Named) -> str | None:
    """Find "… must be lifted"."""
    body = rf"(?:{_DUTY}) {_ADVERBS}be {_ADVERBS}(?:{one_of('ended')})"
    late = {"after", "gradually", "eventually"} & set(named.clause.words)
    if named.needs_party or late or not named.leads():
        return None
    found = named.behind(re.compile(body))
    return None if found is None else _at(named, found)


def called_bad(named: Named) -> str | None:
    """Find "described … as unacceptable", "called … a provocation"."""
    place = _op(named, _ending(one_of("called")))
    found = named.behind(re.compile(rf"(?:as )?{_ADVERBS}(?:{one_of('refusals')})(?= |$)"))
    if place is None or found is None or _mine(named, place) is None:
        return None
    return _at(named, found)


def denied_consent(named: Named) -> str | None:
    """Find "denied that it had agreed to join …"."""
    ready = r"agreed|promised|planned|planning|going|accepted|prepared|ready|willing|considering"
    aux = r"(?:had|have|has|would|will|was|were|is|are)(?: ever| already| been)*"
    body = rf"(?:{one_of('deny')})(?: that)?(?: [\w'-]+){{1,6}} {aux}(?: (?:{ready}))?"
    if not listed("consent", "consenting") & named.walked():
        return None
    return _mine(named, _op(named, _ending(body)))


#: Tried in order; the first that finds something gives its words.
RULES: tuple[Callable[[Named], str | None], ...] = (
    opposing_verb,
    being_against,
    refused_consent,
    advised_against,
    no_such_thing,
    refusing_predicate,
    impossible_to_consent,
    refused_passive,
    end_demanded,
    end_called_for,
    must_end,
    called_bad,
    denied_consent,
)
