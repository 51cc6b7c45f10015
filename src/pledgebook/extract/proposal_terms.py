"""Terms with a name of their own, a truce or a force, and what somebody does about them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pledgebook.extract.lexicon import any_of, load, verb_classes
from pledgebook.extract.lists_of_actors import joined_after
from pledgebook.extract.page import Page
from pledgebook.extract.proposal_found import Put
from pledgebook.extract.proposal_sides import Side, of_mention, sides_of
from pledgebook.extract.proposal_tellers import acting, teller
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.term_frames import Frame, frame_of
from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import ProposalStatus, ProposalType
from pledgebook.resolve.mentions import DateMention

#: Terms that have a noun of their own, the most telling first.
TERMS: tuple[ProposalType, ...] = ("truce", "force", "plan", "talks")
_BETWEEN = re.compile(r"\s+between\s+(?:the\s+)?")
_CONTENT_END = re.compile(
    r"[.;:!?“”\"]|,\s|\s+(?:but|while|that|which|who|if|before|after)\s"
    # what the same one said or did besides: "a ceasefire by 20 April and said …"
    r"|\s+and\s+(?:\w+ly\s+)?(?:said|says|added|adds|urged|urges|warned|warns|told|tells|called|calls|asked|asks|demanded|insisted"
    r"|promised|announced|threatened|instead)\s"
)
#: "no truce", "no one-month ceasefire": the noun phrase itself denies.
_NO_TERM = re.compile(
    r"\bno\s+(?:[\w-]+\s+){0,2}(?:truce|ceasefire|cease-fire|armistice|plan|deal)\b", re.IGNORECASE
)
#: Words of a term's noun phrase that may stand before its noun.
_MODIFIERS = re.compile(r"(?:[\w-]+\s+){0,4}$")
_STOP_MODIFIERS = frozenset(
    {"to", "of", "for", "on", "in", "at", "by", "with", "and", "or", "but", "that", "a", "an",
     "the", "propose", "proposes", "proposed", "proposing", "suggest", "offer", "offered", "any",
     "agree", "agreed", "accept", "accepted", "reject", "rejected", "called", "call", "urged",
     "back", "backed", "demand", "want", "said", "says"}
)  # fmt: skip


def terms_named(page: Page, syntax: Syntax, sentence: Span) -> Iterator[Put]:
    """Give each term that a sentence names, once for each type."""
    for code in TERMS:
        for noun in any_of("proposals", "types", code).finditer(
            page.text, sentence.start, sentence.end
        ):
            put = _term(page, syntax, sentence, Span(*noun.span()), code)
            if put is not None:
                yield put
                break


def _term(page: Page, syntax: Syntax, sentence: Span, noun: Span, code: ProposalType) -> Put | None:
    head = syntax.head_of(noun)
    if head is None:
        return None
    classes = verb_classes("proposals")
    above = (v for v in syntax.verbs_above(head)[:3] if syntax.tokens[v].text.lower() in classes)
    verb = next(above, None)
    denial = _denial(page, sentence, noun)
    if verb is None and denial is None:
        return None
    content = _content(page, sentence, noun)
    disowned = verb is not None and frame_of(syntax, verb).kind == "denied"
    if verb is None or (denial is not None and not disowned):
        return _denied(page, syntax, content, code, verb, denial)
    return _told(page, syntax, sentence, content, code, verb)


def _denial(page: Page, sentence: Span, noun: Span) -> Span | None:
    found = _NO_TERM.search(page.text, sentence.start, noun.end) or any_of(
        "proposals", "none_agreed"
    ).search(page.text, sentence.start, sentence.end)
    return None if found is None else Span(*found.span())


def _denied(
    page: Page,
    syntax: Syntax,
    content: Span,
    code: ProposalType,
    verb: int | None,
    denial: Span | None,
) -> Put:
    """What words beside the term deny: "no truce was agreed", or "X denied that it had …"."""
    subject = None if verb is None else syntax.subject(verb)
    return Put(
        code=code,
        status="denied",
        proposers=sides_of(page, syntax, subject),
        addressees=_between(page, content, content.end),
        content=content,
        words=denial,
        speaker=teller(page, syntax),
        period=_period(page, content),
    )


def _told(
    page: Page, syntax: Syntax, sentence: Span, content: Span, code: ProposalType, verb: int
) -> Put | None:
    """What the verb above a term says of it, in the frame that the verb stands in."""
    frame = frame_of(syntax, verb)
    negated = frame.kind == "done" and syntax.negated(verb)
    word = syntax.tokens[verb].text.lower()
    status = _status(verb_classes("proposals")[word], frame, negated=negated)
    if status is None or (code == "talks" and status == "called_for" and word not in _CALLS):
        return None
    speaker = teller(page, syntax)
    proposers = _proposers(page, syntax, verb, frame, speaker)
    if not proposers and (status in ("agreed", "rejected", "denied") or frame.kind == "asked"):
        return None
    addressees = _between(page, content, sentence.end) or _asked(page, syntax, verb, frame)
    if frame.kind == "asked" and (not addressees or _same(proposers, addressees)):
        return None  # "X said that it must accept": nobody else is called upon
    return Put(
        code=code,
        status=status,
        proposers=proposers,
        addressees=addressees,
        content=content,
        words=syntax.tokens[verb if frame.words is None else frame.words].span,
        speaker=speaker,
        scope=_scope(page, sentence) if code == "truce" else (),
        period=_period(page, content),
        coming=frame.kind == "coming" or _not_yet(page, sentence),
    )


def _same(some: list[Side], others: list[Side]) -> bool:
    return bool({side.actor.id for side in some} & {side.actor.id for side in others} - {None})


#: Verbs with which somebody calls for talks; who only wants or backs them puts nothing forward.
_CALLS = frozenset({"call", "calls", "called", "calling", "urge", "urges", "urged", "urging",
                    "demand", "demands", "demanded", "demanding"})  # fmt: skip


def _status(kind: str, frame: Frame, *, negated: bool) -> ProposalStatus | None:
    """Give the status that a class of verb has in a frame, None where nothing is put forward."""
    status: str | None = load("proposals")["status_in"][frame.kind].get(kind)
    if negated:
        status = load("proposals")["status_in"]["not_done"].get(kind)
    found: ProposalStatus | None = status  # type: ignore[assignment]
    return found


def _proposers(
    page: Page, syntax: Syntax, verb: int, frame: Frame, speaker: Side | None
) -> list[Side]:
    """Whoever puts the term forward, answers it or asks for the answer."""
    if frame.kind == "asked":
        told = [] if speaker is None else [speaker]
        return told if frame.by is None else acting(page, syntax, frame.by, speaker)
    if frame.kind in ("refused", "denied") and frame.by is not None:
        return acting(page, syntax, frame.by, speaker)
    subject = syntax.subject(verb)
    if subject is not None:
        return acting(page, syntax, subject, speaker)
    return [] if speaker is None or syntax.passive(verb) else [speaker]


def _asked(page: Page, syntax: Syntax, verb: int, frame: Frame) -> list[Side]:
    """Whoever is asked to accept, or to whom a term is put ("proposed to X", "offered X")."""
    if frame.kind == "asked":
        return sides_of(page, syntax, frame.of)
    if verb_classes("proposals")[syntax.tokens[verb].text.lower()] != "proposed":
        return []
    for c in syntax.children[verb]:
        token = syntax.tokens[c]
        if token.dep == "dative" and token.pos in ("NOUN", "PROPN"):
            return sides_of(page, syntax, c)
        if token.dep in ("prep", "dative") and token.text.lower() == "to":
            return sides_of(page, syntax, syntax.child(c, "pobj"))
    return []


def _content(page: Page, sentence: Span, noun: Span) -> Span:
    """The noun phrase of the term: modifiers before the noun, "between …" and the like after it."""
    lead = _MODIFIERS.search(page.text, max(sentence.start, noun.start - 60), noun.start)
    start = noun.start
    if lead is not None:
        for word in reversed(list(re.finditer(r"[\w-]+\s+", lead.group()))):
            if word.group().strip().lower() in _STOP_MODIFIERS:
                break
            start = lead.start() + word.start()
    end = _CONTENT_END.search(page.text, noun.end, sentence.end)
    raw = page.text[start : end.start() if end else sentence.end].rstrip()
    return Span(start, start + len(raw))


def _between(page: Page, content: Span, end: int) -> list[Side]:
    """Both sides of "between A and B"."""
    found = _BETWEEN.search(page.text, content.start, end)
    named = [] if found is None else joined_after(page, found.end(), end, reach=20)
    return [side for side in map(of_mention, named) if side is not None]


def _scope(page: Page, sentence: Span) -> tuple[tuple[str, Span], ...]:
    found = []
    for code in load("proposals")["scope"]:
        match = any_of("proposals", "scope", code).search(page.text, sentence.start, sentence.end)
        if match is not None:
            found.append((code, Span(*match.span())))
    return tuple(found)


def _period(page: Page, content: Span) -> DateMention | None:
    return next((m for m in page.dates.within(content) if m.duration is not None), None)


def _not_yet(page: Page, sentence: Span) -> bool:
    return (
        any_of("proposals", "not_yet").search(page.text, sentence.start, sentence.end) is not None
    )
