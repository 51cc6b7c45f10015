"""The reader for proposals: truces, forces, talks and terms that are put forward."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pledgebook.extract.drafts import Words
from pledgebook.extract.lexicon import any_of, load, verb_classes
from pledgebook.extract.lists_of_actors import joined_after
from pledgebook.extract.page import Page
from pledgebook.extract.parties import bound_actor, mentions_under
from pledgebook.extract.proposal_clauses import clauses_put
from pledgebook.extract.proposal_found import Put
from pledgebook.extract.syntax import Syntax
from pledgebook.model.claims import Proposal
from pledgebook.model.spans import Span
from pledgebook.model.values import Actor, Period
from pledgebook.model.vocabulary import ProposalStatus, ProposalType
from pledgebook.resolve.mentions import ActorMention, DateMention

_TYPES: tuple[ProposalType, ...] = ("truce", "force", "plan", "talks")
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


class ProposalReader:
    """Finds a term's noun, the verb that puts it forward, and who does so."""

    name = "rules/proposals"

    def read(self, page: Page) -> Iterable[Proposal]:
        """Propose one claim per term and sentence; bullets of plans are left to plan points."""
        seen: set[tuple[str, str, tuple[str | None, ...]]] = set()
        sentences = [s for s in page.sentences if _candidate(page, s)]
        page.parse_ahead(sentences)
        for sentence in sentences:
            for claim in _all_of(page, sentence):
                key = (claim.proposal_type, claim.status, tuple(a.id for a in claim.proposers))
                if key not in seen:
                    seen.add(key)
                    yield claim


def _all_of(page: Page, sentence: Span) -> Iterator[Proposal]:
    """The terms that a sentence names, else what it puts forward in a clause."""
    found = list(_read_sentence(page, sentence))
    yield from found
    if found:
        return
    syntax = Syntax(page.parse(sentence))
    for put in clauses_put(page, syntax, sentence):
        yield _of_clause(page, syntax, sentence, put)
        return


def _of_clause(page: Page, syntax: Syntax, sentence: Span, put: Put) -> Proposal:
    words = Words(page)
    for n, mention in enumerate(put.proposers):
        words.add(f"proposers.{n}", mention.span)
    speaker = teller(page, syntax)
    if speaker is None:
        people = [m for m in put.proposers if m.actor.type == "person"]
        speaker = people[0] if people else None
    if speaker is not None:
        words.add("speaker", speaker.span)
    for n, mention in enumerate(put.addressees):
        words.add(f"addressees.{n}", mention.span)
    words.add("content", put.content)
    words.add("status", put.words)
    return Proposal(
        source=page.source,
        evidence=tuple(words.found),
        sentence=sentence,
        reader="rules/proposal-clause@1",
        confidence=0.6,
        proposal_type=put.code,
        proposers=tuple(_bound(m) for m in put.proposers),
        speaker=None if speaker is None else speaker.actor,
        addressees=tuple(_bound(m) for m in put.addressees),
        content=page.words(put.content),
        status=put.status,
    )


def _puts(page: Page, sentence: Span) -> bool:
    """Say, cheaply, whether a sentence may put something forward in a clause."""
    return (
        any_of("proposals", "putting").search(page.text, sentence.start, sentence.end) is not None
    )


def _candidate(page: Page, sentence: Span) -> bool:
    block = page.block_of(sentence)
    if (block is not None and block.kind in ("bullet", "heading")) or page.asks(sentence):
        return False
    if _puts(page, sentence) and page.actors.within(sentence):
        return True
    if any_of("proposals", "types", "peace_terms").search(page.text, sentence.start, sentence.end):
        return (
            any_of("proposals", "needs").search(page.text, sentence.start, sentence.end) is not None
        )
    return any(
        any_of("proposals", "types", code).search(page.text, sentence.start, sentence.end)
        for code in _TYPES
    )


def _read_sentence(page: Page, sentence: Span) -> Iterator[Proposal]:
    syntax = Syntax(page.parse(sentence))
    for code in _TYPES:
        for noun in any_of("proposals", "types", code).finditer(
            page.text, sentence.start, sentence.end
        ):
            claim = _term(page, syntax, sentence, Span(*noun.span()), code)
            if claim is not None:
                yield claim
                break
    claim = _terms_of_peace(page, syntax, sentence)
    if claim is not None:
        yield claim


def _term(
    page: Page, syntax: Syntax, sentence: Span, noun: Span, code: ProposalType
) -> Proposal | None:
    head = syntax.head_of(noun)
    if head is None:
        return None
    verb = next(
        (
            v
            for v in syntax.verbs_above(head)[:3]
            if syntax.tokens[v].text.lower() in verb_classes("proposals")
        ),
        None,
    )
    denial = _NO_TERM.search(page.text, sentence.start, noun.end) or any_of(
        "proposals", "none_agreed"
    ).search(page.text, sentence.start, sentence.end)
    if verb is None and denial is None:
        return None
    status: ProposalStatus = "denied"
    if verb is not None and denial is None:
        status = verb_classes("proposals")[syntax.tokens[verb].text.lower()]  # type: ignore[assignment]
        if syntax.negated(verb):
            status = "denied" if status == "agreed" else "rejected"
        if code == "talks" and status not in ("proposed", "rejected"):
            return None
    return _claim(page, syntax, sentence, noun, code, verb, status, denial)


def _claim(
    page: Page,
    syntax: Syntax,
    sentence: Span,
    noun: Span,
    code: ProposalType,
    verb: int | None,
    status: ProposalStatus,
    denial: re.Match[str] | None,
) -> Proposal:
    content = _content(page, sentence, noun)
    words, problems = Words(page), set()
    speaker = teller(page, syntax)
    proposers = _proposers(page, syntax, verb)
    if not proposers and speaker is not None and status != "denied":
        proposers = [speaker]
    for n, mention in enumerate(proposers):
        words.add(f"proposers.{n}", mention.span)
    if speaker is not None:
        words.add("speaker", speaker.span)
    addressees = _addressees(page, content, sentence)
    for n, mention in enumerate(addressees):
        words.add(f"addressees.{n}", mention.span)
    scope = _scope(page, sentence) if code == "truce" else []
    for n, (_, span) in enumerate(scope):
        words.add(f"scope.{n}", span)
    period = _period(page, content)
    if period is not None:
        words.add("period", period.span)
    words.add("content", content)
    words.add("status", _status_words(syntax, verb, denial))
    if any_of("proposals", "not_yet").search(page.text, sentence.start, sentence.end):
        problems.add("not-yet-proposed")
    return Proposal(
        source=page.source,
        evidence=tuple(words.found),
        sentence=sentence,
        reader="rules/proposal-term@1",
        confidence=0.8 if proposers else 0.6,
        problems=tuple(sorted(problems)),
        proposal_type=code,
        proposers=tuple(_bound(m) for m in proposers),
        speaker=None if speaker is None else speaker.actor,
        addressees=tuple(_bound(m) for m in addressees),
        scope=tuple(code for code, _ in scope),
        period=None if period is None else _value(page, period),
        content=page.words(content),
        status=status,
    )


def _bound(mention: ActorMention) -> Actor:
    return bound_actor(mention) or mention.actor


def teller(page: Page, syntax: Syntax) -> ActorMention | None:
    """Who is said to say the sentence, a person before a government."""
    telling = frozenset(load("acts")["telling"])
    for n, token in enumerate(syntax.tokens):
        if token.pos == "VERB" and token.text.lower() in telling:
            subject = syntax.subject(n)
            found = [] if subject is None else mentions_under(page, syntax, subject)
            people = [m for m in found if m.actor.type == "person"]
            if people or found:
                return (people or found)[0]
    return None


def _proposers(page: Page, syntax: Syntax, verb: int | None) -> list[ActorMention]:
    """Subjects of the verb that puts the term forward."""
    if verb is None:
        return []
    subject = syntax.subject(verb)
    return [] if subject is None else mentions_under(page, syntax, subject)


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


def _addressees(page: Page, content: Span, sentence: Span) -> list[ActorMention]:
    """Both sides of "between A and B"."""
    found = _BETWEEN.search(page.text, content.start, sentence.end)
    return [] if found is None else joined_after(page, found.end(), sentence.end, reach=20)


def _scope(page: Page, sentence: Span) -> list[tuple[str, Span]]:
    found = []
    for code in load("proposals")["scope"]:
        match = any_of("proposals", "scope", code).search(page.text, sentence.start, sentence.end)
        if match is not None:
            found.append((code, Span(*match.span())))
    return found


def _period(page: Page, content: Span) -> DateMention | None:
    return next((m for m in page.dates.within(content) if m.duration is not None), None)


def _value(page: Page, mention: DateMention) -> Period:
    return Period(
        start=mention.start,
        end=mention.end,
        duration=mention.duration,
        text=page.words(mention.span),
    )


def _status_words(syntax: Syntax, verb: int | None, denial: re.Match[str] | None) -> Span | None:
    if denial is not None:
        return Span(*denial.span())
    return None if verb is None else syntax.tokens[verb].span


def _terms_of_peace(page: Page, syntax: Syntax, sentence: Span) -> Proposal | None:
    """What somebody says a deal must hold, outside direct quotation."""
    for deal in any_of("proposals", "types", "peace_terms").finditer(
        page.text, sentence.start, sentence.end
    ):
        need = any_of("proposals", "needs").match(page.text, _after_blank(page, deal.end()))
        speaker = teller(page, syntax) or _last_person(page, sentence)
        if need is None or speaker is None or page.quoted(deal.start()):
            continue
        start = page.text.rfind(" ", sentence.start, deal.start()) + 1
        content = Span(deal.start(), _clause_end(page, deal.end(), sentence))
        words = Words(page)
        words.add("proposers.0", speaker.span)
        words.add("speaker", speaker.span)
        words.add("content", content)
        words.add("status", Span(*need.span()))
        return Proposal(
            source=page.source,
            evidence=tuple(words.found),
            sentence=Span(min(sentence.start, start), sentence.end),
            reader="rules/proposal-peace-terms@1",
            confidence=0.5,
            proposal_type="peace_terms",
            proposers=(speaker.actor,),
            speaker=speaker.actor,
            content=page.words(content),
            status="called_for",
        )
    return None


def _after_blank(page: Page, offset: int) -> int:
    while offset < len(page.text) and page.text[offset].isspace():
        offset += 1
    return offset


def _clause_end(page: Page, offset: int, sentence: Span) -> int:
    raw = page.text[offset : sentence.end].rstrip().rstrip('.!?”"')
    return offset + len(raw)


def _last_person(page: Page, sentence: Span) -> ActorMention | None:
    people = [m for m in page.actors.before(sentence.start) if m.actor.type == "person"]
    return people[-1] if people else None
