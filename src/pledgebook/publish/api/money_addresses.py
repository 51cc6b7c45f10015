"""The addresses of commitments and totals: lists and files of what is chosen, ways to each sum."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

from pledgebook.ledger.counting import Measured
from pledgebook.ledger.rules import rule_names
from pledgebook.ledger.totals_query import DIMENSIONS, ORIGINAL
from pledgebook.publish.api.address import Address, Parameter
from pledgebook.publish.book import Book
from pledgebook.publish.commitment_choice import SINCE, SORT, UNTIL
from pledgebook.publish.commitment_index import FACETS, SORTS, CommitmentIndex, Facet
from pledgebook.publish.commitment_list import CommitmentList
from pledgebook.publish.counting_choice import MEASURE, MONEY, RULES
from pledgebook.publish.totals_keys import AND, BY
from pledgebook.publish.totals_page import TotalsPage
from pledgebook.publish.totals_rules import Compared
from pledgebook.publish.why import StepPage, Why


def _first_of(key: str) -> Callable[[Book], str | None]:
    return lambda book: next(iter(book.index(CommitmentIndex).sets[key]), None)


def _facet(facet: Facet) -> Parameter:
    return Parameter(
        name=facet.key,
        what=facet.label,
        choices=facet.order or (),
        many=True,
        example=_first_of(facet.key),
    )


#: What a list of commitments can be asked.
CHOOSING = (
    *map(_facet, FACETS),
    Parameter(name=SINCE, what="announced on or after this day", day=True),
    Parameter(name=UNTIL, what="announced on or before this day", day=True),
    Parameter(
        name=SORT,
        what="order of the rows, the largest first with a minus sign",
        choices=(*SORTS, *(f"-{name}" for name in SORTS)),
    ),
)
_COUNTING = (
    Parameter(name=RULES, what="counting rules", choices=rule_names()),
    Parameter(name=MEASURE, what="what is counted", choices=get_args(Measured)),
    Parameter(name=MONEY, what=f"currency by its ISO 4217 code; totals also take `{ORIGINAL}`"),
)
_TOTALS = (
    Parameter(name=BY, what="what the totals are of", choices=DIMENSIONS),
    Parameter(name=AND, what="and of what inside that", choices=DIMENSIONS),
    *_COUNTING,
)

_LIST = "/commitments/{part}/{name}"
_TOTAL = "/totals/{part}/{name}"

MONEY_ADDRESSES: tuple[Address, ...] = (
    Address(
        path="/commitments.json",
        what="Commitments: what is chosen, fifty rows to a page, with their sum",
        payloads=(CommitmentList,),
        parameters=CHOOSING,
    ),
    Address(
        path="/commitments/{part}.json",
        what="A further page of commitments, or the way to their sum (`why`)",
        payloads=(CommitmentList, Why),
        parameters=CHOOSING,
    ),
    Address(
        path=f"{_LIST}.json",
        what="Commitments of one donor or of one type of aid, or a step of the way to a sum",
        payloads=(CommitmentList, StepPage),
        parameters=CHOOSING,
    ),
    Address(
        path=f"{_LIST}/{{more}}.json",
        what="A further page of such a list, or the way to its sum",
        payloads=(CommitmentList, Why, StepPage),
    ),
    Address(
        path=f"{_LIST}/{{more}}/{{step}}.json",
        what="A step of the way to the sum of such a list",
        payloads=(StepPage,),
    ),
    Address(
        path=f"{_LIST}/{{more}}/{{step}}/{{page}}.json",
        what="More of such a step",
        payloads=(StepPage,),
    ),
    Address(path=f"{_LIST}.csv", what="Such a list as a table", media_type="text/csv"),
    Address(
        path=f"{_LIST}.rows.json",
        what="Such a list, all rows",
        media_type="application/json",
    ),
    Address(
        path="/data/commitments.csv",
        what="The commitments that are chosen, all rows, as a table",
        media_type="text/csv",
        parameters=CHOOSING,
    ),
    Address(
        path="/data/commitments.json",
        what="The commitments that are chosen, all rows",
        media_type="application/json",
        parameters=CHOOSING,
    ),
    Address(
        path="/totals.json",
        what="Totals as intervals, under the counting rules that are chosen",
        payloads=(TotalsPage,),
        parameters=_TOTALS,
    ),
    Address(
        path="/totals/{part}.json",
        what="Totals by another dimension, the way to one (`why`), or all rules side by side",
        payloads=(TotalsPage, Why, Compared),
        parameters=_COUNTING,
    ),
    Address(
        path=f"{_TOTAL}.json",
        what="A further page of such totals, or a step of the way to one",
        payloads=(TotalsPage, StepPage, Compared),
        parameters=_COUNTING,
    ),
    Address(
        path=f"{_TOTAL}/{{more}}.json",
        what="The way to the total of one value (`why/donor/NOR`), or more of a step",
        payloads=(Why, StepPage),
        parameters=_COUNTING,
    ),
    Address(
        path=f"{_TOTAL}/{{more}}/{{step}}.json",
        what="A step of the way to the total of one value",
        payloads=(StepPage,),
        parameters=_COUNTING,
    ),
    Address(
        path=f"{_TOTAL}/{{more}}/{{step}}/{{page}}.json",
        what="More of such a step",
        payloads=(StepPage,),
        parameters=_COUNTING,
    ),
)
