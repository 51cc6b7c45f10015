"""From names in a text to mentions of actors, one name after the other."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from pledgebook.model.spans import Span
from pledgebook.model.values import Actor
from pledgebook.model.vocabulary import ActorType
from pledgebook.resolve.actor_offices import (
    Office,
    body_after,
    body_before,
    former_before,
    office_after,
    office_before,
)
from pledgebook.resolve.actor_persons import People
from pledgebook.resolve.actor_scan import Hit, scan
from pledgebook.resolve.actor_seats import acting
from pledgebook.resolve.actor_short_names import redefined_names
from pledgebook.resolve.actor_strangers import name_after, name_before, speakers
from pledgebook.resolve.actor_surroundings import is_state, is_surname, shared_name, stands_alone
from pledgebook.resolve.mentions import ActorMention, Naming
from pledgebook.resolve.people import holder, offices_of, people
from pledgebook.resolve.vocabulary_files import load

_GAP = re.compile(r"(,?)\s+(?:the\s+)?")
#: Between a state and a body of its own.
#: Bodies that many states have by the name that alone means one state's: "Japan | Coast Guard".
_COMMON_BODY = re.compile(r"(?:Coast\s+Guard|Marine\s+Corps|Secret\s+Service)\b")
_OWN = re.compile(r"(['’]s?)?\s+(?:(?:[Nn]ational|[Ff]ederal|[Rr]oyal)\s+)?")
_OF = re.compile(r"\s+of\s+(?:the\s+)?")
#: The field of an envoy between office and name: "UN Envoy | to Syria, | Ola Nordmann".
_FIELD = re.compile(r"\s+(?:to|for|on)\s+(?:the\s+)?[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){0,2},\s+")
#: Between an office and its holder's name: a comma, an article and blanks.
REACH = 8
_NO_OFFICE = frozenset({"lawmaker", "head", "general"})
_CAPITAL = re.compile(r"\b[A-Z]")
_LINKS = re.compile(r"(?:[\s,&]|\b(?:and|the|of|for))+\Z")
_APPOSED = re.compile(r",\s+(?:the\s+)?\Z")


@lru_cache(maxsize=8192)
def _plain_actor(actor_id: str | None, name: str, kind: ActorType) -> Actor:
    return Actor(id=actor_id, name=name, type=kind)


class Reading:
    """One text being read for actors."""

    def __init__(self, text: str, on: date | None, *, seats_stand: bool = False) -> None:
        """Find the names; ``seats_stand`` takes every seat for its state."""
        self.text = text
        self.on = on
        self.hits, others = scan(text)
        seats = [hit for hit in self.hits if hit.entry.naming == "seat"]
        self._acting = {hit.start for hit in (seats if seats_stand else acting(text, seats))}
        self._at: dict[int, Hit] = {hit.start: hit for hit in self.hits}
        self._shared: dict[str, str | None] = {}
        self._people = People(text, on, others)
        self._not_states: set[str] = set()
        self._defined = redefined_names(text, self.hits)
        self._done = 0

    def mentions(self) -> Iterator[ActorMention]:
        """All named actors, in no order."""
        for hit in self.hits:
            if hit.start >= self._done:
                yield from self._read(hit)
        starts = [hit.start for hit in self.hits]
        for span in speakers(self.text):
            if not self._in_a_name(span, starts):
                yield from self._people.speaker(span)
        yield from self._people.later()

    def _in_a_name(self, span: Span, starts: list[int]) -> bool:
        """Whether words stand in the name of no person: "Arab Republic", "Addis Ababa"."""
        before = bisect_right(starts, span.start)
        hit = self.hits[before - 1] if before else None
        return hit is not None and hit.end >= span.end and hit.entry.kind != "person"

    def _read(self, hit: Hit) -> Iterator[ActorMention]:
        kind = hit.entry.kind
        if kind == "person":
            yield from self._people.known(hit)
        elif kind == "title":
            mention = self._people.titled(hit, self._named_at)
            if mention is not None:
                self._done = mention.span.end
                yield mention
            else:
                yield from self._title_of_one_state(hit)
        elif kind == "apart":
            self._not_states.add(self.text[hit.start : hit.end].split()[-1])
        elif kind != "state" or self._is_state(hit):
            yield from self._named(hit)

    def _title_of_one_state(self, hit: Hit) -> Iterator[ActorMention]:
        """An office that one state alone has a word for: "the Taoiseach"."""
        span = Span(hit.start, hit.end)
        words = span.of(self.text)
        state = load("offices")["of_one_state"].get(words)
        if state is not None:
            office = Office(span=span, words=words, former=False)
            yield self._office_alone(hit, state, office, span)

    def _is_state(self, hit: Hit) -> bool:
        """Whether a name stands for a state; one that was a person's surname stays one."""
        name = self.text[hit.start : hit.end]
        if hit.entry.naming == "name" and name in self._not_states and is_surname(name):
            return False
        kept = is_state(self.text, hit)
        if not kept:
            self._not_states.add(name)
        return kept

    def _named_at(self, start: int) -> Hit | None:
        """The person, state, organisation or group named at an offset."""
        hit = self._at.get(start)
        return None if hit is None or hit.entry.kind in ("title", "apart") else hit

    def _named(self, hit: Hit) -> Iterator[ActorMention]:
        """A state, organisation or group: alone, or with an office or body beside it."""
        words = self.text[hit.start : hit.end]
        actor_id = self._defined.get(words) or hit.entry.id or self._by_context(words)
        unclear = hit.entry.id is None and hit.entry.kind == "organisation"
        if unclear and (actor_id is None or not stands_alone(self.text, hit)):
            return
        office = office_before(self.text, hit.start, of=True, floor=self._done)
        if office is not None:
            read = list(self._in_office(hit, actor_id, office, (office.span.start, hit.end)))
            if read:
                yield from read
                return
        office = office_after(self.text, hit.end)
        if office is not None and hit.entry.naming == "office":
            person = self._holder_named(Span(hit.start, office.span.end), office, actor_id)
            rank = "general" in offices_of(office.words)
            if (
                person is not None and not rank
            ):  # "EPA Administrator Ola Nordmann": the body is in the office
                self._done = person.span.end
                yield person
                return
        elif office is not None:
            read = list(self._in_office(hit, actor_id, office, (hit.start, office.span.end)))
            if read:
                yield from read
                return
        if hit.entry.naming != "seat" or hit.start in self._acting:
            yield self._plain(hit, actor_id)

    def _by_context(self, name: str) -> str | None:
        if name not in self._shared:
            self._shared[name] = shared_name(self.text, name)
        return self._shared[name]

    def _plain(self, hit: Hit, actor_id: str | None) -> ActorMention:
        """The name itself, or the body of government whose words hold it."""
        span, naming = Span(hit.start, hit.end), hit.entry.naming
        if hit.entry.kind == "state" and naming in ("name", "adjective", "demonym"):
            before = body_before(self.text, hit.start, floor=self._done)
            after = None if before is not None else body_after(self.text, hit.end)
            if before is not None:
                span, naming = Span(before.start, hit.end), "office"
            elif after is not None:
                span = self._cut(Span(hit.start, after.end), hit.end)
                naming = "office" if span.end > hit.end else naming
            body = self._own_body(hit, actor_id) if span == Span(hit.start, hit.end) else None
            if body is not None:
                span, naming = Span(hit.start, body.end), "office"
        elif naming == "office":
            span = self._with_state(span, actor_id)
        self._done = span.end
        return self._mention(span, actor_id, hit, naming)

    def _own_body(self, hit: Hit, actor_id: str | None) -> Hit | None:
        """A body behind its state that alone stands for another one: "Libyan | Coast Guard"."""
        gap = _OWN.match(self.text, hit.end)
        owned = gap is not None and (
            hit.entry.naming == "adjective" or gap[1] or _COMMON_BODY.match(self.text, gap.end())
        )
        body = self._named_at(gap.end()) if gap is not None and owned else None
        if body is None or body.entry.kind != "state" or body.entry.naming != "office":
            return None
        return None if body.entry.id == actor_id else body

    def _with_state(self, span: Span, actor_id: str | None) -> Span:
        """A body with its own state after it: "Treasury Department of the United States"."""
        of = _OF.match(self.text, span.end)
        owner = None if of is None else self._named_at(of.end())
        own = owner is not None and owner.entry.id == actor_id and owner.entry.naming == "name"
        return Span(span.start, owner.end) if owner is not None and own else span

    def _cut(self, span: Span, start: int) -> Span:
        """A body of government ends where the next name begins."""
        for found in _CAPITAL.finditer(self.text, start, span.end):
            if self._named_at(found.start()) is not None:
                words = self.text[span.start : found.start()]
                return Span(span.start, max(start, span.start + len(_LINKS.sub("", words))))
        return span

    def _mention(self, span: Span, actor_id: str | None, hit: Hit, naming: Naming) -> ActorMention:
        name = " ".join(span.of(self.text).split())
        kind: ActorType = "state"
        if hit.entry.kind in ("organisation", "group"):
            kind = hit.entry.kind
        return ActorMention(span=span, actor=_plain_actor(actor_id, name, kind), naming=naming)

    def _in_office(
        self, hit: Hit, actor_id: str | None, office: Office, phrase: tuple[int, int]
    ) -> Iterator[ActorMention]:
        """An office of a state or organisation, with the name of its holder or without one."""
        whole = Span(*phrase)
        person = self._holder_named(whole, office, actor_id)
        if person is not None:
            beside = person.span.start <= whole.end + REACH
            self._done = max(person.span.end, whole.end) if beside else whole.end
            yield person
            return
        if _NO_OFFICE.intersection(offices_of(office.words)) or not self._may_stand(hit):
            return
        self._done = whole.end
        yield self._office_alone(hit, actor_id, office, whole)

    def _may_stand(self, hit: Hit) -> bool:
        return hit.entry.naming != "seat" or hit.start in self._acting

    def _holder_named(
        self, whole: Span, office: Office, actor_id: str | None
    ) -> ActorMention | None:
        """The person named right after an office, or right before it with a comma between."""
        gap = _GAP.match(self.text, whole.end)
        if gap is not None:
            hit = self._at.get(gap.end())
            if hit is not None and hit.entry.kind == "title":
                follows = _GAP.match(self.text, hit.end)
                hit = None if follows is None else self._at.get(follows.end())
            if hit is not None and hit.entry.kind == "person" and self._fits(hit, gap[1], actor_id):
                return self._people.in_office(hit, whole, office, actor_id)
            name = name_after(self.text, gap.end(), least=2 if gap[1] else 1)
            closed = name is not None and (
                not gap[1] or self.text[name.end : name.end + 1] in ",.;?!"
            )
            if name is not None and closed:
                return self._people.stranger(name, whole, office, actor_id)
        beyond = _FIELD.match(self.text, whole.end)
        name = None if beyond is None else name_after(self.text, beyond.end())
        if beyond is not None and name is not None and name.start == beyond.end():
            return self._people.stranger(name, whole, office, actor_id)
        apposed = _APPOSED.search(self.text[max(0, whole.start - 8) : whole.start])
        name = None
        if apposed is not None:
            name = name_before(self.text, whole.start - len(apposed[0]) + 1, comma=True)
        return None if name is None else self._people.stranger(name, whole, office, actor_id)

    def _fits(self, hit: Hit, comma: str, actor_id: str | None) -> bool:
        """Whether a person after a comma can hold the office, or is the next of a list."""
        return not comma or people()[hit.entry.id or ""].affiliation(self.on) == actor_id

    def _office_alone(
        self, hit: Hit, actor_id: str | None, office: Office, whole: Span
    ) -> ActorMention:
        name = " ".join(whole.of(self.text).split())
        if office.former or former_before(self.text, whole.start):
            role = " ".join(office.span.of(self.text).split())
            actor = Actor(id=None, name=name, type="person", role=role, affiliation=actor_id)
            return ActorMention(span=whole, actor=actor, naming="office")
        if actor_id is not None and self.on is not None:
            held = holder(actor_id, office.words, self.on)
            if held is not None:
                actor = Actor(
                    id=held[0].id,
                    name=name,
                    type="person",
                    role=" ".join(office.words.split()),
                    affiliation=held[1].actor,
                )
                return ActorMention(span=whole, actor=actor, naming="office")
        return self._mention(whole, actor_id, hit, "office")
