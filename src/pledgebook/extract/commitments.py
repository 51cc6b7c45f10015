"""The reader for commitments: who is bound to give what, to whom, on which terms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from pledgebook.extract import promise_words as says
from pledgebook.extract.acts import Act, chain_above, supposed, ungiving
from pledgebook.extract.commitment_parties import PartyFinder
from pledgebook.extract.drafts import Draft, Thing, build
from pledgebook.extract.lexicon import any_of, verb_classes
from pledgebook.extract.page import Page
from pledgebook.extract.parties import Party
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.things import things_in
from pledgebook.language.protocol import Block
from pledgebook.model.claims import Commitment
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import DateMention, MoneyMention

#: How far around a sum the words stand that make it a cost, or say its purpose or period.
_NOT_AID_BEFORE = 30
_NOT_AID_AFTER = 40
_PURPOSE_AFTER = 60
_PERIOD_AFTER = 80
#: Another figure for a thing already told ("the loan is also given as …"), no promise of its own.
_OTHER_FIGURE = re.compile(
    r"\b(?:given|put|reported|stated|quoted)\s+(?:as|at)\s+(?:\w+\s+)?$"
    r"|\bround(?:s|ed|ing)?\b[^.;:]{0,40}\bto\s+$",
    re.IGNORECASE,
)
_POINT_IN_TIME = re.compile(r"\s+(?:before|after|ago|later|earlier)\b", re.IGNORECASE)
_PURPOSE = re.compile(r"\bto\s+[a-z]+[^.;:!?()\"“”]{3,140}|\bfor\s+the\s+[^.;:!?()\"“”,]{3,100}")
_FUNDED = re.compile(
    r"\b(?:backed|financed|funded|paid for|secured|underpinned|covered|generated)\s+"
    r"(?:by|from|with|out of|through)"
    r"\s+(?:the\s+)?([^.;:!?()\"“”,]{3,120})|\busing\s+(?:the\s+)?([^.;:!?()\"“”,]{3,120})",
    re.IGNORECASE,
)


@cache
def _trigger() -> re.Pattern[str]:
    """Any verb of giving or noun of aid: a sentence without one holds no commitment."""
    words = sorted(verb_classes("acts"), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?![\w-])", re.IGNORECASE)


#: Rule of things that are no promise by themselves ("it included 5 generators"): they belong to the
#: package told before them in the same paragraph, or to nothing.
LIST_ONLY = "package-list"


class CommitmentReader:
    """Finds commitments sentence by sentence; parses only sentences with a thing and a trigger."""

    name = "rules/commitments"

    def read(self, page: Page) -> Iterable[Commitment]:
        """Propose the commitments of a page, parts after the whole they belong to."""
        sentences = [s for s in page.sentences if candidate(page, s)]
        if not sentences:
            return []
        page.parse_ahead(sentences)
        finder = PartyFinder(page)
        drafts: list[Draft] = []
        for sentence in sentences:
            wholes = [d for d in drafts if d.money is not None and d.parent is None]
            drafts.extend(_read_sentence(page, sentence, finder, wholes[-1] if wholes else None))
        last_of_block = {page.block_of(draft.sentence): draft for draft in drafts}
        for draft in last_of_block.values():
            _attach_list(page, draft)
        joined = fold_repeats(join_packages(page, drafts))
        for draft in joined:
            _type_by_things(draft)
        return _claims(page, joined)


def candidate(page: Page, sentence: Span) -> bool:
    """Say whether a sentence may hold a commitment: cheap, by its mentions and trigger words."""
    if page.asks(sentence):
        return False
    if page.money.within(sentence):
        if listed_sum(page, sentence) is not None:
            return True
        return bool(
            _trigger().search(page.text, sentence.start, sentence.end)
            or any_of("acts", "nouns").search(page.text, sentence.start, sentence.end)
            or any_of("promise_words", "aid_type", "humanitarian").search(
                page.text, sentence.start, sentence.end
            )
        )
    return bool(things_in(page, sentence)) and bool(
        _trigger().search(page.text, sentence.start, sentence.end)
        or any_of("acts", "gift_nouns").search(page.text, sentence.start, sentence.end)
    )


def listed_sum(page: Page, sentence: Span) -> Span | None:
    """Give the paragraph that introduces a bullet or row with an actor and a sum, or None.

    "Members pledged €21bn: - Germany: €11bn": a row needs no verb, its introduction has one.
    """
    block = page.block_of(sentence)
    if block is None or block.kind not in ("bullet", "table_row"):
        return None
    if not page.actors.within(sentence):
        return None
    for earlier in reversed(page.blocks.items[: page.blocks.position(block.span)]):
        if earlier.kind in ("paragraph", "turn"):
            held = page.money.within(earlier.span)
            return earlier.span if held and _trigger().search(page.words(earlier.span)) else None
    return None


def trigger_in(page: Page, sentence: Span) -> Span | None:
    """Give the first verb of giving or noun of aid in a sentence."""
    found = _trigger().search(page.text, sentence.start, sentence.end) or any_of(
        "acts", "nouns"
    ).search(page.text, sentence.start, sentence.end)
    return Span(*found.span()) if found else None


def _read_sentence(
    page: Page, sentence: Span, finder: PartyFinder, previous: Draft | None
) -> Iterator[Draft]:
    syntax = Syntax(page.parse(sentence))
    things = things_in(page, sentence)
    sums = [m for m in page.money.within(sentence) if is_aid(page, syntax, sentence, m)]
    for money in sums:
        chain = chain_above(syntax, money.span)
        if supposed(syntax, chain):
            continue
        draft = Draft(sentence=sentence, rule="sum", money=money, problems=set(money.problems))
        _fill(page, syntax, draft, chain, money.span)
        part = listed_sum(page, sentence) or says.part_marker(page.text, sentence, money.span)
        if part is not None and previous is not None and _smaller(money, previous):
            draft.parent = previous
        finder.fill(syntax, draft, chain, money.span)
        if finder.keeps(draft):
            yield draft
            previous = previous if draft.parent is not None else draft
            finder.told(draft)
            things = _bought_with(syntax, draft, things)
    yield from _things_only(page, syntax, sentence, finder, things, with_sum=bool(sums))


def _things_only(
    page: Page,
    syntax: Syntax,
    sentence: Span,
    finder: PartyFinder,
    things: list[Thing],
    *,
    with_sum: bool,
) -> Iterator[Draft]:
    """One commitment per act whose objects are things without a sum."""
    groups: dict[int, tuple[list[Act], list[Thing]]] = {}
    noun = any_of("acts", "gift_nouns").search(page.text, sentence.start, sentence.end)
    for thing in things:
        chain = chain_above(syntax, thing.name)
        if not chain and noun is not None:
            groups.setdefault(-1, ([], []))[1].append(thing)
        elif chain and not supposed(syntax, chain):
            groups.setdefault(chain[0].token, (chain, []))[1].append(thing)
    for chain, members in groups.values():
        if (
            with_sum
            and chain
            and chain[0].act_class == "give"
            and not any(t.count for t in members)
        ):
            continue
        draft = Draft(sentence=sentence, rule="things", things=members)
        _fill(page, syntax, draft, chain, members[0].name)
        finder.fill(syntax, draft, chain, members[0].name)
        weak = bool(chain) and chain[0].act_class == "carry"
        if not weak and finder.keeps(draft):
            finder.told(draft)
        else:
            draft.rule = LIST_ONLY
        yield draft


def _fill(page: Page, syntax: Syntax, draft: Draft, chain: list[Act], thing: Span) -> None:
    """Set every field that the words around the thing decide."""
    text, sentence = page.text, draft.sentence
    near = Span(says.before(text, sentence, thing).start, says.after(text, sentence, thing).end)
    draft.stage = says.stage(syntax, chain, money=draft.money is not None)
    draft.firmness = says.firmness(text, syntax, chain, sentence)
    draft.newness = says.newness(text, sentence, thing)
    draft.total = says.running_total(text, sentence, thing) if draft.money is not None else None
    alone = len(page.money.within(sentence)) == 1
    draft.instrument = says.instrument(text, near, *([sentence] if alone else []))
    block = page.block_of(sentence)
    draft.aid_type = says.aid_type(text, near, sentence, sentence if block is None else block.span)
    if draft.money is None and draft.instrument[0] == "unspecified":
        draft.instrument = ("in_kind", None)
    found = says.condition(text, sentence)
    if found is not None:
        draft.conditions = [found]
        if draft.firmness[0] in ("firm", "intended"):
            draft.firmness = ("conditional", found[0])
    draft.funding = funding_source(page, Span(thing.end, sentence.end))
    if draft.money is not None:
        draft.purpose = _purpose(page, Span(thing.end, sentence.end))
        draft.period = _period(page, sentence, thing)


def is_aid(page: Page, syntax: Syntax, sentence: Span, money: MoneyMention) -> bool:
    """Say whether a sum can be a promise: not a cost, a loss, trade, a budget or a price."""
    words = any_of("acts", "not_aid")
    before = says.before(page.text, sentence, money.span, _NOT_AID_BEFORE)
    earlier = says.before(page.text, sentence, money.span)
    if _OTHER_FIGURE.search(page.text, earlier.start, earlier.end):
        return False
    after = says.after(page.text, sentence, money.span, _NOT_AID_AFTER)
    if words.search(page.text, before.start, before.end):
        return False
    if words.search(page.text, after.start, after.end) and not any_of("acts", "nouns").search(
        page.text, after.start, after.end
    ):
        return False
    return not ungiving(syntax, money.span)


def funding_source(page: Page, span: Span) -> tuple[Span, str | None] | None:
    """Find where the money comes from ("backed by profits from frozen assets"), and its kind."""
    found = _FUNDED.search(page.text, span.start, span.end)
    if found is None:
        return None
    words = Span(*found.span(1 if found.group(1) else 2))
    frozen = says.find(page.text, words, "promise_words", "funding", "frozen")
    profits = says.find(page.text, words, "promise_words", "funding", "profits")
    if frozen is not None:
        return words, "frozen_asset_profits" if profits is not None else "frozen_assets"
    return None if found.group(2) else (words, None)


def _purpose(page: Page, span: Span) -> Span | None:
    found = _PURPOSE.search(page.text, span.start, span.end)
    if found is None or found.start() - span.start > _PURPOSE_AFTER:
        return None
    words = found.group()
    if page.text[found.end() : found.end() + 1].isalnum():  # the longest stretch ends inside a word
        words = words.rsplit(None, 1)[0]
    cut = re.search(r"\s+(?:backed|financed|funded|which|who|while|, )\b", words)
    end = found.start() + (cut.start() if cut else len(words.rstrip(" ,")))
    return Span(found.start(), end)


def _period(page: Page, sentence: Span, thing: Span) -> DateMention | None:
    for mention in page.dates.within(Span(thing.end, sentence.end)):
        long = mention.kind in ("period", "duration")
        if _POINT_IN_TIME.match(page.text, mention.span.end) or not long:
            continue
        if mention.span.start - thing.end < _PERIOD_AFTER:
            return mention
    return None


def _smaller(money: MoneyMention, whole: Draft) -> bool:
    """Say whether a sum can be a part of another: smaller, or not to be compared."""
    assert whole.money is not None
    part, total = money.amount, whole.money.amount
    if part.currency != total.currency or part.low is None or total.low is None:
        return True
    return part.low < total.low


def _bought_with(syntax: Syntax, draft: Draft, things: list[Thing]) -> list[Thing]:
    """Give a sum the things that hang on it or on its verb's purpose; return the others."""
    assert draft.money is not None
    head = syntax.head_of(draft.money.span)
    if head is None:
        return things
    verbs = syntax.verbs_above(head)
    top = verbs[0] if verbs else head
    left = []
    for thing in things:
        n = syntax.head_of(thing.name)
        if n is not None and (syntax.below(n, head) or syntax.below(n, top)):
            draft.things.append(thing)
        else:
            left.append(thing)
    return left


def _attach_list(page: Page, draft: Draft) -> None:
    """Give a commitment the things in the bullets that its paragraph introduces with a colon."""
    block = page.block_of(draft.sentence)
    if block is None or not page.words(block.span).rstrip().endswith(":"):
        return
    for row in _bullets_after(page, block.span):
        draft.things.extend(things_in(page, row.span))


def _type_by_things(draft: Draft) -> None:
    """Things given tell the type of aid where only the form of the money did, or nothing."""
    told = says.aid_type_of_things(thing.item.category for thing in draft.things)
    if told is not None and draft.aid_type[0] in ("other", "financial"):
        draft.aid_type = (told, draft.things[0].name)


def _bullets_after(page: Page, sentence: Span) -> Iterator[Block]:
    for block in page.blocks.items[page.blocks.position(Span(sentence.end, sentence.end)) :]:
        if block.span.start < sentence.end:
            continue
        if block.kind not in ("bullet", "table_row"):
            return
        yield block


def join_packages(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Give things of a later sentence to the package before it in the same block.

    "… sent two shipments. The first held 5 generators …": one commitment, at its fullest telling.
    """
    kept: list[Draft] = []
    for draft in drafts:
        last = kept[-1] if kept else None
        if draft.rule == LIST_ONLY and (last is None or not _same_block(page, last, draft)):
            continue
        if last is not None and (draft.rule == LIST_ONLY or _continues(page, last, draft)):
            last.things.extend(draft.things)
            last.sentence = Span(last.sentence.start, max(last.sentence.end, draft.sentence.end))
        else:
            kept.append(draft)
    return kept


def _same_block(page: Page, last: Draft, draft: Draft) -> bool:
    return page.block_of(draft.sentence) == page.block_of(last.sentence)


def _continues(page: Page, last: Draft, draft: Draft) -> bool:
    """Say whether things belong to the package told just before, in the same block."""
    if draft.money is not None or draft.conditions or not draft.donors:
        return False
    if not _same_block(page, last, draft):
        return False
    if _ids(draft.donors) == _ids(last.recipients) and last.money is not None:
        return True
    return draft.donors[0].from_context and draft.firmness[0] == last.firmness[0]


def _ids(parties: Iterable[Party]) -> set[str | None]:
    return {party.actor.id for party in parties}


def fold_repeats(drafts: list[Draft]) -> list[Draft]:
    """One claim per thing: the same sum of the same donor told again is further evidence."""
    kept: list[Draft] = []
    for draft in drafts:
        twin = next((k for k in kept if _same_sum(k, draft)), None)
        if twin is None:
            kept.append(draft)
            continue
        assert draft.money is not None
        twin.repeats.append(draft.money)
        twin.things = twin.things or draft.things
        if twin.parent is None and draft.parent is not twin:
            twin.parent = draft.parent
    return kept


def _same_sum(first: Draft, second: Draft) -> bool:
    if first.money is None or second.money is None:
        return False
    if first.money.amount.low != second.money.amount.low or (
        first.money.amount.currency != second.money.amount.currency
    ):
        return False
    one, other = _ids(first.donors), _ids(second.donors)
    return one == other or not one or not other


def _claims(page: Page, drafts: list[Draft]) -> Iterator[Commitment]:
    built: dict[int, Commitment] = {}
    for draft in drafts:
        parent = None if draft.parent is None else built.get(id(draft.parent))
        claim = build(page, draft, None if parent is None else parent.id)
        built[id(draft)] = claim
        yield claim
