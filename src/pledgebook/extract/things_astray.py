"""Counted things that nobody gives, by their own act or by that of the name they take up."""

from __future__ import annotations

from collections.abc import Sequence

from pledgebook.extract.act_verbs import Act
from pledgebook.extract.acts import chain_above
from pledgebook.extract.drafts import Thing
from pledgebook.extract.lessening import lessened
from pledgebook.extract.page import Page
from pledgebook.extract.strays import stray
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.things import is_arms

#: What flies or is flown about without changing hands.
_CREWED = frozenset({"personnel", "people"})


def astray(page: Page, syntax: Syntax, thing: Thing, chain: Sequence[Act]) -> bool:
    """Say whether a counted thing is not given by the act above it."""
    counted = thing.count or thing.name
    return (
        stray(page, syntax, thing.place, chain, thing.item.category if thing.at else None)
        or _stray_name(page, syntax, thing)
        or lessened(page.text, page.sentence_of(counted), counted)
        or _flies(syntax, thing, chain)
    )


def _stray_name(page: Page, syntax: Syntax, thing: Thing) -> bool:
    """Say whether nobody gives the thing whose name another count takes up: "Iran 20 more"."""
    if thing.at is None or page.sentence_of(thing.name) != page.sentence_of(thing.at):
        return False
    return stray(page, syntax, thing.name, chain_above(syntax, thing.name))


def _flies(syntax: Syntax, thing: Thing, chain: Sequence[Act]) -> bool:
    """Say whether arms or people are only flown about: "flew 12 jets to its base"."""
    if not chain or syntax.tokens[chain[0].token].lemma.lower() != "fly":
        return False
    if syntax.tokens[chain[0].token + 1].text.lower() == "in":
        return False  # "will fly in 600 officers"
    category = thing.item.category
    return category is None or is_arms(category) or category in _CREWED
