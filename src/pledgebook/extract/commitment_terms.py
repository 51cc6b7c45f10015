"""The fields of a commitment that the words around its thing decide, parties apart."""

from __future__ import annotations

import re

from pledgebook.extract import ages
from pledgebook.extract import promise_words as says
from pledgebook.extract.act_verbs import Act
from pledgebook.extract.aid_types import aid_type
from pledgebook.extract.conditions import condition_of, joined_conditions
from pledgebook.extract.drafts import Draft
from pledgebook.extract.firmness import firmness
from pledgebook.extract.gate_conditions import has_been_met
from pledgebook.extract.goods import GOODS
from pledgebook.extract.lexicon import load
from pledgebook.extract.other_records import other_record
from pledgebook.extract.page import Page
from pledgebook.extract.partly import told_in_part
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.terms import funding_source, purpose, told_before, worth
from pledgebook.extract.time_of_promise import time_after, time_of_promise
from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import Instrument, Stage
from pledgebook.resolve.mentions import DateMention


def _has_people(draft: Draft) -> bool:
    """Say whether people may be among what is given, whom no list of goods knows."""
    return any(thing.item.category in (None, "personnel") for thing in draft.things)


def _guaranteed(page: Page, chain: list[Act]) -> tuple[Instrument, Span] | None:
    """Say, by its verb, whether a sum is guaranteed: "will guarantee €20m of loans"."""
    return ("guarantee", chain[0].span) if says.guarantees(page, chain) else None


def _own_clause(page: Page, sentence: Span, thing: Span) -> Span:
    """Give a sentence up to where somebody else acts: "gave €3m, and Chad will send trainers"."""
    for joint in _JOINT.finditer(page.text, thing.end, sentence.end):
        if any(m.span.start == joint.end() for m in page.actors.within(sentence)):
            return Span(sentence.start, joint.start())
    return sentence


#: What joins a clause with a subject of its own.
_JOINT = re.compile(r"(?:,\s*(?:and|while|whereas|but)|;)\s+(?:the\s+)?", re.IGNORECASE)


def _is_met(page: Page, draft: Draft, condition: Span) -> bool:
    """Say whether a condition has been met: "was paid on 1 May, following ratification by …"."""
    met = has_been_met(draft.stage[0], page.words(condition))
    return met and draft.firmness[0] == "firm" and draft.sentence.holds(condition)


def fill_terms(page: Page, syntax: Syntax, draft: Draft, chain: list[Act], thing: Span) -> None:
    """Set every field that the words around the thing decide."""
    text, sentence = page.text, draft.sentence
    near = Span(says.before(text, sentence, thing).start, says.after(text, sentence, thing).end)
    draft.acts = tuple(page.words(act.span).lower() for act in chain)
    draft.stage = _stage(page, syntax, draft, chain, thing)
    draft.firmness = firmness(text, syntax, chain, sentence, thing)
    own = draft.money is None or draft.recorded is not None
    elsewhere = None if own else other_record(page, sentence, thing)
    draft.newness = ("restated", elsewhere) if elsewhere else ages.newness(text, sentence, thing)
    if (
        draft.newness[0] == "unclear"
        and (recalled := told_before(page, sentence, thing)) is not None
    ):
        draft.newness = ("restated", recalled)
    _fill_total(page, syntax, draft, chain, thing)
    own_clause = _own_clause(page, sentence, thing)
    wide = [own_clause] if len(page.money.within(sentence)) == 1 else []
    behind = says.right_behind(text, sentence, thing)
    draft.instrument = _guaranteed(page, chain) or says.instrument(
        text, behind, Span(near.start, min(near.end, own_clause.end)), *wide
    )
    draft.aid_type = aid_type(text, near, sentence, page.paragraph_of(sentence))
    if draft.instrument[0] in ("loan", "guarantee") and draft.aid_type[0] != "military":
        draft.aid_type = ("financial", draft.instrument[1])
    if draft.instrument[0] == "personnel" and draft.things and not _has_people(draft):
        draft.instrument = ("unspecified", None)  # "will give generators and treat 50 soldiers"
    if draft.money is None and draft.instrument[0] == "unspecified" and not _is_no_goods(draft):
        draft.instrument = ("in_kind", None)
    found = condition_of(page, syntax, chain, sentence, thing)
    if found is not None and not _is_met(page, draft, found[0]):
        draft.conditions = joined_conditions(page, found)
        if draft.firmness[0] in ("firm", "intended"):
            draft.firmness = ("conditional", found[0])
    draft.funding = funding_source(page, Span(thing.end, sentence.end))
    if draft.money is not None:
        draft.purpose = purpose(page, Span(thing.end, sentence.end))
    draft.period = _period(page, syntax, draft, thing)
    if draft.stage[0] in ("disbursed", "delivered") and _is_part(page, draft):
        draft.problems.add("part-only")


def _is_part(page: Page, draft: Draft) -> bool:
    """Say whether the delivery of a part is told, of the whole sum or of all things named."""
    text, sentence = page.text, draft.sentence
    if draft.money is not None:
        return told_in_part(text, sentence, draft.money.span, valued=True) is not None
    return bool(draft.things) and all(
        told_in_part(text, sentence, thing.count or thing.name, valued=thing.count is not None)
        for thing in draft.things
    )


def _period(page: Page, syntax: Syntax, draft: Draft, thing: Span) -> DateMention | None:
    """Find the time of a promise in its sentence, else in the next one of the paragraph."""
    conditions = [span for span, _ in draft.conditions]
    given = draft.stage[0] in ("disbursed", "delivered")
    found = time_of_promise(page, syntax, draft.sentence, thing, given=given, apart=conditions)
    if found is not None or given:
        return found
    return time_after(page, draft.sentence, [t.item.name.split()[-1] for t in draft.things])


def _fill_total(page: Page, syntax: Syntax, draft: Draft, chain: list[Act], thing: Span) -> None:
    """Say whether a sum is a total or a level; a total is of older money, a raised level not."""
    text, sentence = page.text, draft.sentence
    if draft.money is None:
        return
    draft.total = (
        ages.running_total(text, sentence, thing)
        or ages.level(text, sentence, thing)
        or ages.total_since(text, syntax, chain, sentence, thing)
    )
    if draft.total is None and draft.stage[0] in ("disbursed", "delivered"):
        draft.total = ages.total_given(text, sentence, thing)
    if draft.total is None or draft.newness[0] != "unclear":
        return
    if not ages.raises(page.words(draft.total)):
        draft.newness = ("restated", draft.total)


def _stage(
    page: Page, syntax: Syntax, draft: Draft, chain: list[Act], thing: Span
) -> tuple[Stage, Span | None]:
    """Tell the stage; goods worth a sum that came are delivered, and no money was paid."""
    told, words = says.stage(syntax, chain, money=draft.money is not None)
    goods = told == "disbursed" and chain[0].act_class == "deliver"
    if goods and worth(page, draft.sentence, thing) is not None:
        return "delivered", words
    return told, words


def _is_no_goods(draft: Draft) -> bool:
    """Say whether what is given is aid without its form, or a share in a fund: no goods."""
    nouns = (*load("acts")["nouns"]["aid"], *load("acts")["schemes"])
    return draft.rule == GOODS and all(
        thing.item.category is None and thing.item.name.lower().split()[-1] in nouns
        for thing in draft.things
    )
