"""The reader of statements: who said what, to whom, by which words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from pledgebook.extract.antecedents import ResolvedActor, label_at, speaker_at
from pledgebook.extract.cues import words as words_named
from pledgebook.extract.page import Page
from pledgebook.extract.statement_found import Found
from pledgebook.extract.statement_layout import Laid, from_blocks, headings, turns
from pledgebook.extract.statement_quotes import leads_in
from pledgebook.extract.statement_rules import hits_of, read_unit
from pledgebook.extract.statement_told import said_on, via
from pledgebook.extract.statement_words import Words, units_of, words_of
from pledgebook.language.protocol import Block
from pledgebook.model.claims import Claim, Statement
from pledgebook.model.spans import Evidence, EvidencePlace, Span
from pledgebook.model.vocabulary import Mode
from pledgebook.resolve.mentions import DateMention

#: Share of right statements by rule, measured on the training part of PolNeAR (news of 2015-16) and
#: rounded to 0.05; layout rules by hand count on official texts. FORCE lowers it where the words
#: tell a judgement, belief or wish, which only some readers count as a statement.
CONFIDENCE = {
    "quote-before-cue": 0.9,
    "cue-before-quote": 0.9,
    "cue-before-that": 0.9,
    "cue-before-bare": 0.85,
    "cue-before-wh": 0.7,
    "cue-before-to": 0.65,
    "cue-before-person_to": 0.7,
    "cue-before-object": 0.65,
    "cue-before-np": 0.5,
    "cue-before-colon": 0.6,
    "clause-before-cue": 0.8,
    "quote-signed": 0.85,
    "quote-behind-colon": 0.7,
    "as-said": 0.8,
    "according-to": 0.85,
    "noun-of-saying": 0.5,
    "turn": 0.95,
    "from-block": 0.95,
    "heading": 0.6,
}
FORCE = {"speech": 1.0, "report": 0.8, "stance": 0.8, "belief": 0.6, "intent": 0.5}
#: Endings of plural nouns that name people by what they do or where they come from.
PEOPLE_ENDINGS = ("ers", "ors", "ists", "ians", "icans", "mates", "ees")
#: Kinds of unit that may still belong to the quotation before: nothing but quotations.
_ONLY_QUOTED = frozenset("Q-,.")


@dataclass(slots=True, kw_only=True)
class Draft:
    """A statement in the making, in places of the text."""

    rule: str
    force: str
    who: ResolvedActor
    cue: Span | None
    content: list[Span]
    mode: Mode
    sentence: Span
    via: Span | None = None
    said_on: DateMention | None = None
    open: bool = field(default=False)


class StatementReader:
    """Finds statements by rules over words, without the parser."""

    name = "rules/statement"

    def read(self, page: Page) -> Iterable[Claim]:
        """Give the statements of one page in order of the text."""
        drafts = [*_laid_out(page), *_in_prose(page)]
        drafts.sort(key=lambda draft: draft.content[0].start)
        for draft in drafts:
            yield _claim(page, draft)


def _laid_out(page: Page) -> Iterator[Draft]:
    for laid in (*turns(page), *from_blocks(page), *headings(page)):
        yield _from_layout(page, laid)


def _from_layout(page: Page, laid: Laid) -> Draft:
    start = min(laid.who.start, laid.content[0].start)
    return Draft(
        rule=laid.rule,
        force="speech",
        who=label_at(page, laid.who) if laid.rule == "turn" else speaker_at(page, laid.who),
        cue=None,
        content=list(laid.content),
        mode=laid.mode,
        sentence=Span(start, laid.content[-1].end),
    )


def _in_prose(page: Page) -> list[Draft]:
    """Statements of paragraphs and bullets; speakers are resolved in order of the text."""
    drafts: list[Draft] = []
    recent: list[ResolvedActor] = []
    skipped = {laid.content for laid in headings(page)}
    last: Draft | None = None
    led: Draft | None = None
    for block in page.blocks:
        if block.kind in ("turn", "table_row") or _covered(block, skipped):
            last = None
            continue
        if last is not None and last.mode == "indirect":
            last = None
        for unit, quotations in units_of(
            page.sentences_in(block), page.quotations.touching(block.span)
        ):
            words = words_of(page.text, unit, quotations)
            found = _unit_drafts(page, words, recent)
            if led is not None and _quoted(words) and not found:
                found = [_led(words, led)]
            led = None if found else _leading(page, words, recent)
            if not found and last is not None and _quoted(words):
                _add_pieces(words, last)
                continue
            drafts.extend(found)
            last = _may_go_on(found)
    return drafts


def _leading(page: Page, words: Words, recent: list[ResolvedActor]) -> Draft | None:
    """A unit that ends in "X continued:" and waits for its quotation."""
    found = leads_in(words, tuple(hits_of(words)))
    if found is None:
        return None
    who = speaker_at(page, words.range(found.subject.first, found.subject.last), recent)
    recent.append(who)
    return _draft(page, words, found, who)


def _led(words: Words, lead: Draft) -> Draft:
    """Give a waiting cue the quotations of the unit behind it."""
    _add_pieces(words, lead)
    lead.mode = "direct"
    return lead


def _covered(block: Block, contents: set[tuple[Span, ...]]) -> bool:
    return any(block.span.holds(spans[0]) for spans in contents)


def _unit_drafts(page: Page, words: Words, recent: list[ResolvedActor]) -> list[Draft]:
    drafts: list[Draft] = []
    for found in read_unit(words):
        who = speaker_at(page, words.range(found.subject.first, found.subject.last), recent)
        if not _credible(page, found, who):
            continue
        recent.append(who)
        drafts.append(_draft(page, words, found, who))
    return drafts


def _credible(page: Page, found: Found, who: ResolvedActor) -> bool:
    """Say whether the subject can say or judge: people can, resources cannot."""
    if who.actor.type != "unnamed":
        return True
    last = who.actor.name.lower().split()[-1:]
    if found.rule == "cue-before-np" and found.force == "report":
        return bool(set(last) & words_named("documents"))
    things = page.words(who.local).lower() in ("which", "that")
    if found.force in ("speech", "report") and not things:
        return True
    return bool(set(last) & words_named("people")) or last[0].endswith(PEOPLE_ENDINGS)


def _draft(page: Page, words: Words, found: Found, who: ResolvedActor) -> Draft:
    return Draft(
        rule=found.rule,
        force=found.force,
        who=who,
        cue=words.range(*found.cue) if found.cue[0] < found.cue[1] else None,
        content=[_piece(words, *piece) for piece in found.content],
        mode=_mode(words, found.content),
        sentence=words.span,
        via=via(words, found),
        said_on=said_on(page, words, found),
    )


def _piece(words: Words, first: int, last: int) -> Span:
    """A piece of content; one that is a quotation goes without its marks."""
    if last - first == 1 and words.kinds[first] == "Q":
        return words.quotations[first].inner
    return words.range(first, last)


def _mode(words: Words, pieces: Sequence[tuple[int, int]]) -> Mode:
    kinds = [words.kinds[first:last] for first, last in pieces]
    if all(set(piece) <= _ONLY_QUOTED for piece in kinds):
        return "direct"
    return "mixed" if any("Q" in piece for piece in kinds) else "indirect"


def _may_go_on(found: Sequence[Draft]) -> Draft | None:
    """The statement that a quotation right behind goes on with."""
    quoted = [draft for draft in found if draft.mode != "indirect"]
    return next(reversed(quoted or found), None)


def _quoted(words: Words) -> bool:
    """Say whether a unit is nothing but quotations."""
    return "Q" in words.kinds and set(words.kinds) <= _ONLY_QUOTED


def _add_pieces(words: Words, last: Draft) -> None:
    for quotation in words.quotations.values():
        if len(quotation.inner) > 0:
            last.content.append(quotation.inner)
    last.sentence = Span(last.sentence.start, words.span.end)


def _claim(page: Page, draft: Draft) -> Statement:
    problems = {draft.who.problem} - {None}
    if draft.said_on is not None:
        problems |= set(draft.said_on.problems)
    return Statement(
        source=page.source,
        evidence=tuple(_evidence(page, draft)),
        sentence=draft.sentence,
        reader=f"rules/statement-{draft.rule}@1",
        confidence=round(CONFIDENCE[draft.rule] * FORCE[draft.force], 2),
        problems=tuple(sorted(p for p in problems if p is not None)),
        speaker=draft.who.actor,
        cue=None if draft.cue is None else page.words(draft.cue),
        content=" … ".join(page.words(span) for span in draft.content),
        mode=draft.mode,
        via=None if draft.via is None else page.words(draft.via),
        said_on=None if draft.said_on is None else draft.said_on.start,
    )


def _string(page: Page, place: EvidencePlace) -> str:
    return (page.source.title or "") if place == "title" else page.text


def _evidence(page: Page, draft: Draft) -> Iterator[Evidence]:
    yield Evidence.cut("speaker", page.text, draft.who.local)
    if draft.who.antecedent is not None:
        yield Evidence.cut(
            "speaker", _string(page, draft.who.place), draft.who.antecedent, draft.who.place
        )
    if draft.cue is not None:
        yield Evidence.cut("cue", page.text, draft.cue)
    if len(draft.content) == 1:
        yield Evidence.cut("content", page.text, draft.content[0])
    else:
        for n, span in enumerate(draft.content):
            yield Evidence.cut(f"content.{n}", page.text, span)
    if draft.via is not None:
        yield Evidence.cut("via", page.text, draft.via)
    if draft.said_on is not None:
        yield Evidence.cut("said_on", page.text, draft.said_on.span)
