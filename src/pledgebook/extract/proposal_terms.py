"""Terms with a name of their own, a truce or a force, and what somebody does about them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pledgebook.extract.lexicon import any_of, load
from pledgebook.extract.lists_of_actors import joined_after
from pledgebook.extract.page import Page
from pledgebook.extract.proposal_found import Put
from pledgebook.extract.proposal_sides import Side, of_mention, sides_of
from pledgebook.extract.proposal_tellers import acting, teller
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.term_frames import Frame, frame_of
from pledgebook.extract.term_verbs import TermVerb, verb_of
from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import ProposalStatus, ProposalType
from pledgebook.resolve.mentions import DateMention

#: Terms that have a noun of their own, the most telling first.
TERMS: tuple[ProposalType, ...] = ("truce", "force", "plan", "talks")
#: A settlement is a term of peace that has a name; what a deal needs is read in peace_needs.py.
SETTLEMENT: ProposalType = "peace_terms"
_BETWEEN = re.compile(r"\s+between\s+(?:the\s+)?")
_CONTENT_END = re.compile(
    r"[.;:!?“”\"]|,\s|\s+(?:but|while|that|which|who|if|before|after|as)\s"
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
    for code in (*TERMS, SETTLEMENT):
        for noun in _nouns(code).finditer(page.text, sentence.start, sentence.end):
            put = _term(page, syntax, sentence, Span(*noun.span()), code)
            if put is not None:
                yield put
                break


def _nouns(code: ProposalType) -> re.Pattern[str]:
    return (
        any_of("proposals", "settlements")
        if code == SETTLEMENT
        else any_of("proposals", "types", code)
    )


def _term(page: Page, syntax: Syntax, sentence: Span, noun: Span, code: ProposalType) -> Put | None:
    head = syntax.head_of(noun)
    if head is None or (code == SETTLEMENT and page.money.within(sentence)):
        return None  # "agreed to a settlement of $30 million": a court's
    verb = verb_of(syntax, head)
    denial = _denial(page, sentence, noun)
    if verb is None and denial is None:
        return None
    content = _content(page, syntax, sentence, noun)
    disowned = verb is not None and frame_of(syntax, verb.token).kind == "denied"
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
    verb: TermVerb | None,
    denial: Span | None,
) -> Put:
    """What words beside the term deny: "no truce was agreed", or "X denied that it had …"."""
    subject = None if verb is None else syntax.subject(verb.token)
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
    page: Page, syntax: Syntax, sentence: Span, content: Span, code: ProposalType, by: TermVerb
) -> Put | None:
    """What the verb above a term says of it, in the frame that the verb stands in."""
    verb = by.token
    frame = frame_of(syntax, verb)
    negated = frame.kind == "done" and syntax.negated(verb)
    status = _status(by.kind, frame, negated=negated)
    if status is None or not _fits(syntax, code, status, by):
        return None
    speaker = teller(page, syntax)
    proposers = _proposers(page, syntax, verb, frame, speaker)
    if not proposers and (status in ("agreed", "rejected", "denied") or frame.kind == "asked"):
        return None
    if code == SETTLEMENT and any(side.actor.type == "person" for side in proposers):
        return None  # of somebody whose state is not known: most often before a court
    addressees = _between(page, content, sentence.end) or _asked(page, syntax, by, frame)
    if frame.kind == "asked" and (not addressees or _same(proposers, addressees)):
        return None  # "X said that it must accept": nobody else is called upon
    return Put(
        code=code,
        status=status,
        proposers=proposers,
        addressees=addressees,
        content=_with_act(syntax, content, by),
        words=syntax.tokens[verb if frame.words is None else frame.words].span,
        speaker=speaker,
        scope=_scope(page, sentence) if code == "truce" else (),
        period=_period(page, content),
        coming=frame.kind == "coming" or _not_yet(page, sentence),
    )


def _fits(syntax: Syntax, code: ProposalType, status: ProposalStatus, by: TermVerb) -> bool:
    """Say whether a verb puts forward a term of this type."""
    word = syntax.tokens[by.token].lemma.lower()
    if code == "talks":
        return (status != "called_for" or word in _CALLS) and (
            by.kind != "proposed" or word in _HOSTS
        )
    if word == "invite":
        return False
    through = None if by.through is None else syntax.tokens[by.through].lemma.lower()
    return (
        code != "force"
        or by.kind != "proposed"
        or word != "offer"
        or (through is not None and through not in load("proposals")["sends"])
    )


def _with_act(syntax: Syntax, content: Span, by: TermVerb) -> Span:
    """The term with the act between it and its verb: "agreed to | resume talks in Muscat"."""
    if by.through is None or by.kind == "called_for":
        return content
    start = syntax.tokens[by.through].span.start
    return Span(min(start, content.start), content.end)


def _same(some: list[Side], others: list[Side]) -> bool:
    return bool({side.actor.id for side in some} & {side.actor.id for side in others} - {None})


#: Verbs with which somebody calls for talks; who only wants or backs them puts nothing forward.
_CALLS = frozenset({"call", "urge", "demand", "appeal", "ask", "insist"})
#: Verbs that put talks forward: who presents or raises something in talks does not.
_HOSTS = frozenset({"propose", "offer", "suggest", "float", "invite", "put"})


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


def _asked(page: Page, syntax: Syntax, by: TermVerb, frame: Frame) -> list[Side]:
    """Whoever is asked to accept, or to whom a term is put ("proposed to X", "offered X")."""
    if frame.kind == "asked":
        return sides_of(page, syntax, frame.of)
    if by.kind == "called_for" and by.through is not None:
        return sides_of(page, syntax, frame_of(syntax, by.through).of)
    if by.kind != "proposed":
        return []
    if syntax.tokens[by.token].lemma.lower() == "invite":
        return sides_of(page, syntax, syntax.child(by.token, "dobj"))
    for c in syntax.children[by.token]:
        token = syntax.tokens[c]
        if token.dep == "dative" and token.pos in ("NOUN", "PROPN"):
            return sides_of(page, syntax, c)
        if token.dep in ("prep", "dative") and token.text.lower() == "to":
            return sides_of(page, syntax, syntax.child(c, "pobj"))
    return []


def _content(page: Page, syntax: Syntax, sentence: Span, noun: Span) -> Span:
    """The noun phrase of the term: modifiers before the noun, "between …" and the like after it."""
    lead = _MODIFIERS.search(page.text, max(sentence.start, noun.start - 60), noun.start)
    start = noun.start
    if lead is not None:
        for word in reversed(list(re.finditer(r"[\w-]+\s+", lead.group()))):
            if word.group().strip().lower() in _STOP_MODIFIERS:
                break
            start = lead.start() + word.start()
    head = syntax.head_of(noun)
    start = start if head is None else max(start, min(syntax.subtree(head).start, noun.start))
    found = _CONTENT_END.search(page.text, noun.end, sentence.end)
    end = min(found.start() if found else sentence.end, _next_clause(syntax, noun, sentence.end))
    raw = page.text[start:end].rstrip()
    return Span(start, start + len(raw))


def _next_clause(syntax: Syntax, noun: Span, end: int) -> int:
    """Where a clause with a subject of its own is joined behind a term: "… and Sudan agreed"."""
    for n, token in enumerate(syntax.tokens):
        joins = token.dep == "cc" and token.span.start >= noun.end
        if joins and any(
            syntax.tokens[c].dep == "conj" and c > n and syntax.child(c, "nsubj") is not None
            for c in syntax.children[token.head]
        ):
            return token.span.start
    return end


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
