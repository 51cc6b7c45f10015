"""The reader of statements: who said what, to whom, by which words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pledgebook.extract.antecedents import speaker_at
from pledgebook.extract.page import Page
from pledgebook.extract.statement_drafts import Draft
from pledgebook.extract.statement_labels import label_at
from pledgebook.extract.statement_layout import Laid, from_blocks, headings, turns
from pledgebook.extract.statement_prose import Prose
from pledgebook.model.claims import Claim, Statement
from pledgebook.model.spans import Evidence, EvidencePlace, Span

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


class StatementReader:
    """Finds statements by rules over words, without the parser."""

    name = "rules/statement"

    def read(self, page: Page) -> Iterable[Claim]:
        """Give the statements of one page in order of the text."""
        laid = (*turns(page), *from_blocks(page), *headings(page))
        covered = frozenset(span for one in laid for span in one.content)
        drafts = [_from_layout(page, one) for one in laid]
        drafts += Prose(page).read(covered)
        drafts.sort(key=lambda draft: draft.content[0].start)
        for draft in drafts:
            yield _claim(page, draft)


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
