"""What headings and lists show is what sources say and what totals count, the same everywhere."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from publish_book import DENIAL, FIN, LOAN, NOR, entry_of, narvik

from pledgebook.commands.wording import line
from pledgebook.model.claims import Commitment, Statement
from pledgebook.model.entries import Entry
from pledgebook.model.values import Amount
from pledgebook.model.vocabulary import Newness, Stage
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book
from pledgebook.publish.charts.cumulative import line_of
from pledgebook.publish.charts.sums import Sums
from pledgebook.publish.counted_sum import counted_otherwise
from pledgebook.publish.frontpage import front
from pledgebook.publish.headlines import headline, said
from pledgebook.publish.newness import newness_of
from pledgebook.publish.render import html
from pledgebook.publish.statements import statement_row


def statement(cue: str | None, content: str) -> Statement:
    assert isinstance(DENIAL, Statement)
    return replace(DENIAL, cue=cue, content=content, speaker=NOR, evidence=(), problems=())


@pytest.mark.parametrize(
    ("cue", "content", "shown"),
    [
        ("said", "that no truce was near", "Norway: that no truce was near"),
        ("says", "no truce is near", "Norway: no truce is near"),
        ("According to", "the deal is done", "Norway: the deal is done"),
        ("also told", "that it would stay", "Norway: that it would stay"),
        (None, "I have nothing to announce.", "Norway: I have nothing to announce."),
        ("rejected", "the idea that it was late", "Norway rejected the idea that it was late"),
        ("declined", "to send troops", "Norway declined to send troops"),
        ("refuses", "to say when", "Norway refuses to say when"),
        ("called for", "an open door", "Norway called for an open door"),
        ("denied", "that a ship was lost", "Norway denied that a ship was lost"),
        ("spoken of", "1.8 million shells", "Norway (spoken of) 1.8 million shells"),
        ("ruling out", "a base", "Norway (ruling out) a base"),
        ("defend", "the plan", "Norway (defend) the plan"),
    ],
)
def test_the_act_stands_beside_what_was_said(cue: str | None, content: str, shown: str) -> None:
    book = Book(narvik())
    claim = statement(cue, content)
    assert headline(book, claim) == shown
    row = statement_row(book, entry_of(claim))
    assert row.content.text == shown.removeprefix("Norway").removeprefix(":").strip()


def test_words_that_may_not_be_shown_stand_nowhere() -> None:
    book = Book(narvik(rights="metadata"))
    claim = replace(statement("rejected", "the idea that it was late"), source=LOAN.source)
    assert "idea" not in said(book, claim)
    assert "rejected" not in headline(book, claim)


def told(newness: Newness, stage: Stage = "pledged", figure: str = "20") -> Commitment:
    amount = Amount(low=Decimal(figure), high=Decimal(figure), currency="EUR")
    return replace(
        LOAN, newness=newness, stage=stage, amount=amount, donors=(FIN,), evidence=(), problems=()
    )


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        (("restated",), "restated"),
        (("restated", "restated"), "restated"),
        (("restated", "unclear"), "unclear"),
        (("unclear", "restated"), "unclear"),
        (("unclear", "new"), "new"),
        (("restated", "additional"), "additional"),
        (("new", "additional"), "new"),
    ],
)
def test_a_commitment_is_old_money_only_where_all_say_so(
    claims: tuple[Newness, ...], expected: Newness
) -> None:
    entry = entry_of(*(told(one, figure=str(n + 20)) for n, one in enumerate(claims)))
    assert newness_of(entry) == expected
    sums = Book(replace(narvik(), the_entries=(entry,))).index(Sums)
    one = next(iter({**sums.counted, **sums.restated}.values()))
    assert line_of(one) == {"additional": "new"}.get(expected, expected)
    # The counting rule leaves out exactly what is shown as old.
    assert (entry.id in sums.restated) == (expected == "restated")


def shown(entry: Entry) -> str:
    book = Book(replace(narvik(), the_entries=(entry,)))
    return html(book, front(book, Asked())).decode("utf-8")


def test_the_sum_that_counts_is_said_where_another_is_shown() -> None:
    entry = entry_of(told("new", figure="2200"), told("new", "committed", figure="2260"))
    book = Book(replace(narvik(), the_entries=(entry,)))
    assert counted_otherwise(book, entry) == "counted as €2,260"
    assert "counted as €2,260" in shown(entry)


def test_nothing_is_said_where_the_sum_shown_counts() -> None:
    for entry in (
        entry_of(told("new", figure="2200")),
        entry_of(told("new", figure="2200"), told("new", "committed", figure="2200")),
        entry_of(told("restated", figure="2200")),
    ):
        assert counted_otherwise(Book(replace(narvik(), the_entries=(entry,))), entry) is None
        assert "counted as" not in shown(entry)


def test_the_command_line_tells_the_act_too() -> None:
    told = line(statement("rejected", "the idea that it was late"))
    assert told == "Norway (direct): rejected the idea that it was late"
