"""A sum that holds another: which can be its whole, which is told first, how old the part is."""

from __future__ import annotations

from collections.abc import Iterable

from pledgebook.extract.drafts import Draft
from pledgebook.extract.lexicon import verb_classes
from pledgebook.extract.other_records import names_record
from pledgebook.extract.page import Page
from pledgebook.extract.parties import party_ids
from pledgebook.resolve.mentions import MoneyMention


def smaller(money: MoneyMention, whole: Draft) -> bool:
    """Say whether a sum can be a part of another: smaller, or not to be compared."""
    assert whole.money is not None
    part, total = money.amount, whole.money.amount
    if part.currency != total.currency or part.low is None or total.low is None:
        return True
    return part.low < total.low


def is_whole(draft: Draft, part: Draft) -> bool:
    """Say whether a sum that nothing else calls aid holds a part that is: its giver is the same."""
    if part.money is None or draft.money is None or not smaller(part.money, draft):
        return False
    same = bool(draft.donors) and party_ids(draft.donors) == party_ids(part.donors)
    given = draft.stage[1] is not None and draft.firmness[0] == "firm"
    return same and given and part.parent is None


def wholes_first(drafts: Iterable[Draft]) -> list[Draft]:
    """Put a whole that is told behind its part before it: "€6bn of the €18bn was paid"."""
    found: list[Draft] = []
    for draft in drafts:
        for one in (draft.parent, draft):
            if one is not None and any(one is d for d in drafts) and one not in found:
                found.append(one)
    return found


def inherit_age(page: Page, draft: Draft) -> None:
    """A part of an older package is as old, unless its own words tell its age.

    A sum that a list sends to a record of its own tells nothing of those beside it.
    """
    whole = draft.parent
    words = None if whole is None else whole.newness[1]
    if words is not None and names_record(page.words(words)):
        return
    if any(verb_classes("acts").get(verb) == "pledge" for verb in draft.acts):
        return  # "will announce €9m" is as new as its announcement
    if whole is not None and (draft.newness[0], whole.newness[0]) == ("unclear", "restated"):
        draft.newness = whole.newness
