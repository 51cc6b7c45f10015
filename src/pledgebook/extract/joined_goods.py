"""Goods without a count that stand in one list with counted things or forces."""

from __future__ import annotations

from collections.abc import Sequence

from pledgebook.extract.drafts import Thing
from pledgebook.extract.goods import uncounted_goods
from pledgebook.extract.page import Page
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.things import things_in
from pledgebook.model.spans import Span


def with_joined(page: Page, syntax: Syntax, sentence: Span, things: Sequence[Thing]) -> list[Thing]:
    """Give things with the goods joined to them: "will send soldiers and aircraft"."""
    listed = {n for thing in things for n in _list_of(syntax, syntax.head_of(thing.name))} - {
        syntax.head_of(thing.name) for thing in things
    }
    if not listed:
        return list(things)
    counted = things_in(page, sentence)  # those of another act or giver are told there
    joined = [
        goods
        for goods in uncounted_goods(page, syntax, sentence)
        if syntax.head_of(goods.name) in listed
        and not any(goods.name.overlaps(thing.name) for thing in things)
        and not any(goods.name.overlaps(count.name) for count in counted)
    ]
    return sorted([*things, *joined], key=lambda thing: thing.name)


def _list_of(syntax: Syntax, noun: int | None) -> set[int]:
    """Give the nouns of the list that one noun belongs to, itself among them."""
    if noun is None:
        return set()
    first = noun
    while syntax.tokens[first].dep == "conj" and syntax.tokens[first].head != first:
        first = syntax.tokens[first].head
    found, left = {first}, [first]
    while left:
        more = [c for c in syntax.children[left.pop()] if syntax.tokens[c].dep == "conj"]
        found.update(more)
        left.extend(more)
    return found
