"""What ``make bench-grounding`` proposes to every system: phrases and claims, true and changed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from gate_claims import TrueClaim, actor_paths, page_of, true_claims
from mutations import mutants

from pledgebook.extract.page import Page
from pledgebook.model.plain import to_json
from pledgebook.resolve.mentions import MoneyMention
from shared_material import corpus

Claim = dict[str, Any]

#: Money phrases proposed in all, and at most from one document.
PHRASES = 300
PER_DOCUMENT = 15
#: Words of each document that the phrases stand in; longer ones are cut there.
LONG = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A sum of money as it stands in a document, and what is proposed of it.

    Attributes:
        page: the document.
        start, end: where the phrase stands, in code points.
        words: the phrase.
        changed: the phrase with one digit changed; it stands nowhere in the document.
        true: the claim that the phrase bears out.
        false_words: the same claim with the changed phrase for its words.
        false_value: the same claim and words with one digit of the value changed.
    """

    page: Page
    start: int
    end: int
    words: str
    changed: str
    true: Claim
    false_words: Claim
    false_value: Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedClaim:
    """A mutated claim: what was done to it, and the words in it that the true one has not."""

    name: str
    true: TrueClaim
    claim: Claim
    new_words: tuple[str, ...]


def by_hash(*parts: object) -> str:
    """Order things in a way that nobody chose."""
    return hashlib.sha256("\n".join(map(str, parts)).encode()).hexdigest()


def documents() -> Iterator[Page]:
    """Documents of the corpus that have ``LONG`` words, cut after them, in order of their hash."""
    rows = [row for row in corpus() if len(row["text"].split()) >= LONG]
    for row in sorted(rows, key=lambda row: by_hash(row["id"])):
        words = [found.end() for found in re.finditer(r"\S+", row["text"])]
        yield page_of({**row, "text": row["text"][: words[LONG - 1]]})


def phrases() -> list[Phrase]:
    """Choose the phrases: plain sums with a digit, each once per document."""
    found: list[Phrase] = []
    for page in documents():
        plain = {page.words(m.span): m for m in page.money.items if _plain(m, page)}
        order = sorted(plain, key=lambda words: by_hash(page.source.id, words))
        made = [phrase for words in order if (phrase := _phrase(plain[words], page))]
        found.extend(made[:PER_DOCUMENT])
        if len(found) >= PHRASES:
            break
    return found[:PHRASES]


def _plain(mention: MoneyMention, page: Page) -> bool:
    """Say whether the phrase alone bears its value: no bound, no rate, no conversion."""
    alone = mention.bound_span is None and mention.per_span is None and not mention.reported_spans
    digit = any(char.isdecimal() for char in page.words(mention.span))
    return alone and digit and mention.carried_from is None and mention.amount.bound == "exact"


def _phrase(mention: MoneyMention, page: Page) -> Phrase | None:
    start, end, words = mention.span.start, mention.span.end, page.words(mention.span)
    changed = one_digit_changed(words)
    if not is_foreign(changed, page):
        return None
    amount: Claim = to_json(mention.amount)
    other = {**amount, **dict.fromkeys(("low", "high"), one_digit_changed(amount["low"]))}
    return Phrase(
        page=page, start=start, end=end, words=words, changed=changed,
        true=_claim(amount, start, end, words),
        false_words=_claim(amount, start, end, changed),
        false_value=_claim(other, start, end, words),
    )  # fmt: skip


def _claim(amount: Claim, start: int, end: int, quote: str) -> Claim:
    evidence = [{"field": "amount", "start": start, "end": end, "quote": quote}]
    return {"v": 1, "kind": "commitment", "amount": amount, "evidence": evidence}


def one_digit_changed(words: str) -> str:
    """Change one digit, place and new digit by hash; never to or from a leading nought."""
    places = [n for n, char in enumerate(words) if char in "123456789"]
    seed = int(by_hash(words), 16)
    at = places[seed % len(places)]
    others = [digit for digit in "123456789" if digit != words[at]]
    return words[:at] + others[seed // 97 % len(others)] + words[at + 1 :]


def words_of(claim: Claim) -> tuple[str, ...]:
    """Give all words of a claim that a peer can look for: its quotes, and values that are words."""
    found = [row["quote"] for row in claim.get("evidence") or () if not row.get("in")]
    found.append(claim.get("content"))
    found.append((claim.get("event") or {}).get("name"))
    found.extend(row.get("text") for row in claim.get("conditions") or ())
    found.extend(row.get("name") for row in claim.get("items") or ())
    found.extend(actor.get("name") for _, actor in actor_paths(claim))
    return tuple(dict.fromkeys(words for words in found if words))


def claims() -> list[TrueClaim]:
    """Give the true claims of tests/quality whose words all stand in the text itself."""
    return [
        true
        for true in true_claims()
        if all(words in true.page.text for words in words_of(true.claim))
    ]


def changed_claims(trues: list[TrueClaim]) -> Iterator[ChangedClaim]:
    """Give every mutation of the true claims, with the words that it brings in."""
    for true in trues:
        known = set(words_of(true.claim))
        for mutant in mutants(true):
            new = tuple(words for words in words_of(mutant.claim) if words not in known)
            yield ChangedClaim(name=mutant.name, true=true, claim=mutant.claim, new_words=new)


def page_of_text(page: Page) -> Page:
    """Give the same document with nothing indexed yet."""
    return Page(page.document, page.language)


def is_foreign(words: str, page: Page) -> bool:
    """Say whether words stand nowhere in the text, whatever their case and the breaks of lines."""
    return _plainly(words) not in _plainly(page.text)


@cache
def _plainly(text: str) -> str:
    return " ".join(text.casefold().split())
