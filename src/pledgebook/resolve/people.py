"""People in public office: names, terms, and who held an office on a day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from pledgebook.model.values import Actor
from pledgebook.resolve.actor_names import listed, plain
from pledgebook.resolve.vocabulary_files import load

_TERM = re.compile(r"(.+) of (\S+) (\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One term of office.

    Attributes:
        role: the office as it is usually printed.
        office: code of the office in ``offices.yaml``, None where it has none there.
        actor: id of the state or organisation.
        start: first day.
        end: first day after it, None while it lasts.
    """

    role: str
    office: str | None
    actor: str
    start: date
    end: date | None

    def holds(self, on: date) -> bool:
        """Whether ``on`` lies in the term."""
        return self.start <= on and (self.end is None or on < self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person of the reference data; ``terms`` are in order of time."""

    id: str
    name: str
    terms: tuple[Term, ...]

    def term(self, on: date | None) -> Term | None:
        """The term that holds on a day; without a day, the last one."""
        if on is None:
            return self.terms[-1] if self.terms else None
        return next((term for term in reversed(self.terms) if term.holds(on)), None)

    def affiliation(self, on: date | None) -> str | None:
        """Whom the person acts or last acted for: the term of that day, else the nearest before."""
        before = [t for t in self.terms if on is None or t.start <= on]
        term = self.term(on) or (before[-1] if before else next(iter(self.terms), None))
        return None if term is None else term.actor


@cache
def office_forms() -> dict[str, tuple[str, ...]]:
    """Offices by each printed form in small letters; a form may stand for several."""
    forms: dict[str, tuple[str, ...]] = {}
    for office, line in load("offices")["offices"].items():
        for form in listed(line):
            forms[form.lower()] = (*forms.get(form.lower(), ()), office)
    return forms


def offices_of(words: str) -> tuple[str, ...]:
    """Codes of the office that words print ("Minister of Defence"), empty for none."""
    form = " ".join(words.lower().replace(",", " ").split())
    return office_forms().get(form, ())


@cache
def people() -> dict[str, Person]:
    """All people by id."""
    return {f"person:{key}": _person(key, line) for key, line in load("people")["people"].items()}


def _person(key: str, line: str) -> Person:
    names, _, terms = line.partition(";")
    read = [_term(part.strip()) for part in terms.split(" / ") if part.strip()]
    read.sort(key=lambda term: term.start)
    return Person(id=f"person:{key}", name=listed(names)[0], terms=tuple(read))


def _term(text: str) -> Term:
    found = _TERM.fullmatch(text)
    if found is None:
        raise ValueError(f"people.yaml: {text!r} is no term of office")
    role, actor, start, end = found.groups()
    return Term(
        role=role,
        office=next(iter(offices_of(role)), None),
        actor=actor,
        start=date.fromisoformat(start),
        end=None if end is None else date.fromisoformat(end),
    )


@cache
def _holders() -> dict[tuple[str, str], tuple[tuple[Term, Person], ...]]:
    table: dict[tuple[str, str], tuple[tuple[Term, Person], ...]] = {}
    for person in people().values():
        for term in person.terms:
            key = (term.actor, term.office or term.role.lower())
            table[key] = (*table.get(key, ()), (term, person))
    return table


#: Offices of bodies of the EU that its own name stands before ("EU commission chief").
_BODIES = {
    "commission-president": "org:european-commission",
    "council-president": "org:european-council",
}


def holder(actor: str, words: str, on: date) -> tuple[Person, Term] | None:
    """Who held the office that ``words`` print for an actor on a day; None if not known."""
    for office in offices_of(words):
        for code in _codes(actor, office):
            asked = _BODIES.get(code, actor)
            for term, person in _holders().get((asked, code), ()):
                if term.holds(on):
                    return person, term
    return None


@cache
def _by_surname() -> dict[str, tuple[Person, ...]]:
    table: dict[str, tuple[Person, ...]] = {}
    for person in people().values():
        surname = person.name.split()[-1]
        for form in dict.fromkeys((surname, plain(surname))):
            table[form] = (*table.get(form, ()), person)
    return table


def bearer(surname: str) -> Person | None:
    """The one person of the reference data who bears a surname; None for none and for several."""
    found = _by_surname().get(surname, ())
    return found[0] if len(found) == 1 else None


def officer(surname: str, words: str, actor: str | None, on: date | None) -> Person | None:
    """The one person of that surname who held the office that ``words`` print.

    Of several, the one in office on the day; None where that leaves none or several. ``actor`` is
    whose office it is, where the text says so. "Secretary" and "minister" fit every such office.
    """
    held = [
        (person, term)
        for person in _by_surname().get(surname, ())
        for term in person.terms
        if (actor is None or term.actor == actor) and _fits(term, words)
    ]
    now = [person for person, term in held if on is not None and term.holds(on)]
    found = {person.id: person for person in now or [person for person, _ in held]}
    return next(iter(found.values())) if len(found) == 1 else None


def _fits(term: Term, words: str) -> bool:
    form = words.lower()
    short = form in ("secretary", "minister") and form in term.role.lower()
    return short or term.office in [c for o in offices_of(words) for c in _codes(term.actor, o)]


def ever_held(person: str, actor: str, words: str) -> bool:
    """Whether a person held the office that ``words`` print at any time."""
    codes = [c for office in offices_of(words) for c in _codes(actor, office)]
    known = people().get(person)
    return known is not None and any(t.actor == actor and t.office in codes for t in known.terms)


def _codes(actor: str, office: str) -> tuple[str, ...]:
    """Codes of offices that a word stands for: a "leader" is whoever leads that state."""
    if actor == "org:european-commission" and office == "president":
        return ("commission-president", "president")
    if actor == "org:european-council" and office == "president":
        return ("council-president", "president")
    if office == "chancellor" and actor == "GBR":
        return ("finance",)
    if office != "leader":
        return (office,)
    if actor in load("offices")["presidential"]:
        return ("leader", "president", "prime-minister")
    return ("leader", "prime-minister", "chancellor", "president")


def as_actor(person: Person, name: str, on: date | None, role: str | None = None) -> Actor:
    """A person as an actor; the role is the one printed, else that of the term."""
    term = person.term(on)
    return Actor(
        id=person.id,
        name=name,
        type="person",
        role=role or (None if term is None else term.role),
        affiliation=person.affiliation(on),
    )


def slug(name: str) -> str:
    """Id of a person who is not in the reference data, made from the name."""
    letters = re.sub(r"[^a-z0-9]+", "-", plain(name).lower().replace("'", "")).strip("-")
    return f"person:{letters or 'unnamed'}"
