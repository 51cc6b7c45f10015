"""People in a text: known ones, strangers, and the surname that comes back later."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache

from pledgebook.model.spans import Span
from pledgebook.model.values import Actor
from pledgebook.resolve.actor_names import names
from pledgebook.resolve.actor_offices import Office, office_before, office_end
from pledgebook.resolve.actor_scan import Hit
from pledgebook.resolve.actor_strangers import name_after
from pledgebook.resolve.actor_surroundings import given_before, not_names, titles
from pledgebook.resolve.mentions import ActorMention
from pledgebook.resolve.people import as_actor, bearer, officer, people, slug
from pledgebook.resolve.vocabulary_files import load

_GOVERNMENT = re.compile(r"(?:['’]s)?\s+(?:[Aa]dministration|government|cabinet|regime)\b")
_TITLE_GAP = re.compile(r"\.?[ \t\xa0]+")
#: Letters of the longest titles that are printed short, with a point ("Capt.").
LONGEST_SHORT = 4
#: A surname in capitals at the head of a turn in a transcript.
_LABEL = re.compile(r"[A-Z][A-Z'’-]{2,}(?=:)")
#: Two words with capitals beside each other; the second may begin the next pair.
_TWO_WORDS = re.compile(r"\b([A-Z][a-z]+)(?=[ \xa0\n]([A-Z][\w'’-]+))")
_OF = re.compile(r",?\s+of\s+(?:the\s+)?")


@cache
def _weak() -> frozenset[str]:
    return frozenset(load("offices")["weak"])


class People:
    """The people of one text; remembers who was named in full."""

    def __init__(self, text: str, on: date | None, others: dict[str, list[int]]) -> None:
        """Start with nobody named; ``others`` indexes the words that are in no name."""
        self._text = text
        self._on = on
        self._others = others
        self._surnames: dict[str, list[tuple[int, Actor]]] = {}
        self._given: dict[str, set[str]] | None = None

    def known(self, hit: Hit) -> Iterator[ActorMention]:
        """A person of the reference data, by full name or by a surname of their own."""
        person = people()[hit.entry.id or ""]
        span = Span(hit.start, hit.end)
        government = _GOVERNMENT.match(self._text, hit.end)
        state = person.affiliation(self._on)
        if government is not None and state is not None and not state.startswith("org:"):
            whole = Span(hit.start, government.end())
            actor = Actor(id=state, name=self._name(whole), type="state")
            yield ActorMention(span=whole, actor=actor, naming="office")
            return
        given = given_before(self._text, hit.start) if " " not in span.of(self._text) else None
        if given is not None and given.lower() not in titles():
            yield self._add(Span(hit.start - len(given) - 1, hit.end), None, None, None)
            return
        office = office_before(self._text, hit.start)
        role = None if office is None else self._role(office)
        actor = as_actor(person, self._name(span), self._on, role)
        yield self._remember(span, actor, None if office is None else office.span)

    def in_office(self, hit: Hit, whole: Span, office: Office, state: str | None) -> ActorMention:
        """A person of the reference data after the office that the text gives."""
        person, span = people()[hit.entry.id or ""], Span(hit.start, hit.end)
        known = as_actor(person, self._name(span), self._on, self._role(office))
        actor = (
            known
            if state is None
            else Actor(
                id=known.id, name=known.name, type="person", role=known.role, affiliation=state
            )
        )
        return self._remember(span, actor, whole)

    def stranger(self, name: Span, whole: Span, office: Office, state: str | None) -> ActorMention:
        """A person whose name the reference data do not hold so, with the office in the text."""
        known = officer(self._name(name), office.words, state, self._on)
        if known is not None:
            actor = as_actor(known, self._name(name), self._on, self._role(office))
            return self._remember(name, actor, whole)
        return self._add(name, whole, self._role(office), state)

    def titled(self, hit: Hit, named_at: Callable[[int], Hit | None]) -> ActorMention | None:
        """A stranger after a title: "Mr Nordmann", "Defence Minister Jonas Example of Latvia"."""
        gap = _TITLE_GAP.match(self._text, hit.end)
        title = self._text[hit.start : hit.end]
        if gap is not None and self._text.startswith(("of ", "for "), gap.end()):
            return self._after_long_title(hit, named_at)
        if gap is None or named_at(gap.end()) is not None:
            return None
        if gap[0][0] == "." and len(title) > LONGEST_SHORT:  # "was President. Mortgage rates"
            return None
        name = name_after(self._text, gap.end(), least=1)
        if name is None or name.start != gap.end():
            return self._in_capitals(gap.end())
        single = " " not in self._name(name)
        if single and title in _weak() and officer(self._name(name), title, None, self._on) is None:
            return None
        known = self._full_name(name)
        if known is not None:
            return self._remember(name, known, None)
        office, of = office_before(self._text, name.start), _OF.match(self._text, name.end)
        owner = None if of is None else named_at(of.end())
        state = None if owner is None else owner.entry.id
        if office is not None:
            return self.stranger(name, office.span, office, state)
        return self._add(name, None, None, state)

    def _after_long_title(
        self, hit: Hit, named_at: Callable[[int], Hit | None]
    ) -> ActorMention | None:
        """A stranger after a title with its field: "Secretary of State for Trade Ola Nordmann"."""
        start = office_end(self._text, hit.start)
        if start is None or named_at(start) is not None:
            return None
        name, office = name_after(self._text, start), office_before(self._text, start)
        if name is None or name.start != start or office is None:
            return None
        return self.stranger(name, office.span, office, None)

    def _in_capitals(self, start: int) -> ActorMention | None:
        """Whose turn in a transcript begins: "VICE PRESIDENT HARRIS:", "MR. NORDMANN:"."""
        label = _LABEL.match(self._text, start)
        if label is None:
            return None
        office, surname = office_before(self._text, start), label[0].title()
        if office is None:
            return self._turn(Span(*label.span()), surname)
        known = officer(surname, office.words, None, self._on)
        if known is None:
            return None
        actor = as_actor(known, label[0], self._on, self._role(office))
        return ActorMention(
            span=Span(*label.span()), actor=actor, naming="person", office_span=office.span
        )

    def _turn(self, label: Span, surname: str) -> ActorMention:
        """Somebody after a bare title: who was named in full before, else by surname alone."""
        named = [actor for at, actor in self._surnames.get(surname, []) if at < label.start]
        full = named[-1] if named else self._named_in_full(surname)
        actor = Actor(
            id=self._whole_name(surname) if full is None else full.id,
            name=self._name(label),
            type="person",
            role=None if full is None else full.role,
            affiliation=None if full is None else full.affiliation,
        )
        return ActorMention(span=label, actor=actor, naming="person")

    def _whole_name(self, surname: str) -> str | None:
        """The id of a surname with the one given name that the text prints, else of it alone."""
        if self._given is None:
            self._given = _given_names(self._text)
        given = self._given.get(surname, set())
        return slug(f"{next(iter(given))} {surname}" if len(given) == 1 else surname)

    def _named_in_full(self, surname: str) -> Actor | None:
        """The one person of the reference data with a surname."""
        known = bearer(surname)
        return None if known is None else as_actor(known, known.name, self._on, None)

    def _full_name(self, name: Span) -> Actor | None:
        """Who was named in full before by this surname."""
        named = reversed(self._surnames.get(self._name(name), []))
        return next((actor for at, actor in named if at < name.start), None)

    def speaker(self, name: Span) -> Iterator[ActorMention]:
        """A stranger beside a verb of speech."""
        office = office_before(self._text, name.start)
        role = None if office is None else self._role(office)
        yield self._add(name, None if office is None else office.span, role, None)

    def later(self) -> Iterator[ActorMention]:
        """Bare surnames of people who were named in full before."""
        for surname, named in self._surnames.items():
            named.sort(key=lambda pair: pair[0])
            forms = [surname, f"{surname}'s", f"{surname}’s"]
            for word in (*forms, surname.upper()) if len(surname) > 3 else forms:  # noqa: PLR2004
                for at, actor in _only_ones(named, self._others.get(word, ())):
                    given = given_before(self._text, at)
                    first = at + len(surname) - len(actor.name)
                    if first >= 0 and self._text.startswith(actor.name, first):
                        yield self._again(first, actor.name, actor)
                    elif given is None or given.lower() in titles():
                        yield self._again(at, word[: len(surname)], actor)

    def _again(self, at: int, surname: str, actor: Actor) -> ActorMention:
        span = Span(at, at + len(surname))
        again = Actor(
            id=actor.id,
            name=surname,
            type="person",
            role=actor.role,
            affiliation=actor.affiliation,
        )
        return ActorMention(span=span, actor=again, naming="person")

    def _role(self, office: Office) -> str:
        return " ".join(office.span.of(self._text).split())

    def _name(self, span: Span) -> str:
        return " ".join(span.of(self._text).split())

    def _add(
        self, name: Span, office: Span | None, role: str | None, state: str | None
    ) -> ActorMention:
        words = self._name(name)
        actor = Actor(id=slug(words), name=words, type="person", role=role, affiliation=state)
        return self._remember(name, actor, office)

    def _remember(self, span: Span, actor: Actor, office: Span | None) -> ActorMention:
        surname = actor.name.split(" ")[-1]
        if " " in actor.name and surname not in names() and surname not in not_names():
            self._surnames.setdefault(surname, []).append((span.start, actor))
        return ActorMention(span=span, actor=actor, naming="person", office_span=office)


def _given_names(text: str) -> dict[str, set[str]]:
    """Words with a capital before each other such word, that can be given names."""
    table: dict[str, set[str]] = {}
    for found in _TWO_WORDS.finditer(text):
        word = found[1]
        if word not in not_names() and word.lower().removesuffix("s") not in titles():
            table.setdefault(found[2], set()).add(word)
    return table


def _only_ones(
    named: list[tuple[int, Actor]], places: Iterable[int]
) -> Iterator[tuple[int, Actor]]:
    """Each place with the one person named before it; places after two people are left out.

    Both are in order, so that the text is gone through once.
    """
    ids: set[str | None] = set()
    done = 0
    for at in places:
        while done < len(named) and named[done][0] < at:
            ids.add(named[done][1].id)
            done += 1
        if len(ids) == 1:
            yield at, named[done - 1][1]
