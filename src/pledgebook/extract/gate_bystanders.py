"""Who is bound: not somebody that only stands near, where the words bind another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pledgebook.extract.gate_case import Case, Cited, listed, shown
from pledgebook.extract.gate_clauses import CLAUSE_END, clause_of
from pledgebook.extract.gate_cues import cue, words_of
from pledgebook.extract.gate_governing import CLAUSE, SECOND_VERB, thing_of
from pledgebook.extract.gate_onlookers import only_looks_on
from pledgebook.extract.gate_sides import lean
from pledgebook.extract.gate_texts import tokens
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

#: Blocks whose lines name an actor first and then what it gives.
_LISTS = frozenset({"bullet", "row"})
#: Marks between the cells of a line.
_CELLS = re.compile(r" \| |\t")
#: Marks and articles before the first name of a line or a segment.
_OPENING = re.compile(r"[\W\d]*(?:and\s+)?(?:the\s+)?(?:\w+\s+of\s+(?:the\s+)?)?", re.IGNORECASE)


def bystanders(case: Case, givers: str) -> Iterator[str]:
    """Name each giver beside whom somebody else is told to be bound to the thing."""
    thing = thing_of(case)
    if thing is None or thing.field.split(".")[0] == givers:
        return
    for n, giver in listed(case.claim.get(givers)):
        if not isinstance(giver, Mapping) or giver.get("type") in ("group", "unnamed"):
            continue  # members of a group may be named too
        path = f"{givers}.{n}"
        words = case.words(path)
        if not words or any(w.place != "text" for w in words) or _beside(case, words, thing):
            continue
        if _in_condition(case, words):
            yield f"{path}: {shown(words[0].quote)} stands in a condition"
            continue
        if case.kind != "proposal" and only_looks_on(case, words, thing):
            yield f"{path}: {shown(words[0].quote)} only speaks of it or is spoken to"
            continue
        things = [thing, *(w for w in case.words_under("items") if w.place == "text")]
        openers = (_opener(case, words, one) for one in things)
        rival = next((o for o in openers if o), None) or _bracketed(case, words, thing)
        rival = rival or _listed_owner(case, words, thing)
        rival = rival or _source(case, words, thing) or _only(case, words, thing)
        rival = rival or _governor(case, words, thing) or _later_clause(case, words, thing)
        if rival is not None:
            there = shown(rival.span.of(case.page.text))
            yield f"{path}: {there} is bound here, not {shown(words[0].quote)}"


#: Who is acted for is bound, whoever acts ("announced on behalf of the Norwegian government").
_ACTED_FOR = re.compile(r"\bon\s+behalf\s+of\s+(?:the\s+|government\s+of\s+)*$", re.IGNORECASE)


def _beside(case: Case, words: Sequence[Cited], thing: Cited) -> bool:
    """Say whether words open the thing ("Dutch planes"), or stand for somebody by a pronoun.

    They may also stand right behind it ("a €5 million Dutch loan").
    """
    near = [w for w in words if case.sentence(w) == case.sentence(thing)]
    return any(
        opens_thing(thing, w)
        or 0 <= w.span.start - thing.span.end <= 1
        or _ACTED_FOR.search(case.page.text, max(0, w.span.start - 60), w.span.start)
        or set(tokens(w.quote)) & words_of("pronouns")
        for w in near
    )


def opens_thing(thing: Cited, words: Cited) -> bool:
    """Say whether words are the first of a thing's own, an article apart."""
    return thing.span.holds(words.span) and words.span.start - thing.span.start <= _ARTICLE


#: An article before the name that opens a thing is no longer than this.
_ARTICLE = len("their ")


def _in_condition(case: Case, words: Sequence[Cited]) -> bool:
    """Say whether all words for a giver stand in the claim's own condition ("if X agrees")."""
    conditions = [c.span for c in case.words_under("conditions") if c.place == "text"]
    return bool(conditions) and all(any(c.holds(w.span) for c in conditions) for w in words)


def _opener(case: Case, words: Sequence[Cited], thing: Cited) -> ActorMention | None:
    """Give the actor that opens the thing's line or segment, where the giver opens another one."""
    mine = _segment(case, thing.span)
    if mine is None or any(mine.holds(w.span) for w in words):
        return None
    first = _first(case, mine)
    if first is None or _ours(case, first, words):
        return None
    for cited in words:
        theirs = _segment(case, cited.span)
        if theirs is None or cue("alike").search(theirs.of(case.page.text)):
            continue
        opening = _first(case, theirs)
        if opening is not None and opening.span.overlaps(cited.span):
            return first
    return None


#: Opens a bracket that a thing stands in, right behind a name.
_BRACKET = re.compile(r"\s?\([^()]{0,30}\Z")
#: Joins names that one act or one bracket belongs to ("A and B", "A, B and C").
_JOINED = re.compile(
    r"(?:,\s(?:the\s)?[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3}){0,12},?\s(?:and|und|et)\s(?:the\s)?"
)


def _bracketed(case: Case, words: Sequence[Cited], thing: Cited) -> ActorMention | None:
    """Give the actor behind whose name the thing stands in brackets ("A (€5m), B (€2m)")."""
    text, sentence = case.page.text, case.sentence(thing)
    opened = _BRACKET.search(text, max(sentence.start, thing.span.start - 40), thing.span.start)
    if opened is None:
        return None
    owners = [m for m in case.page.actors.within(sentence) if m.span.end == opened.start()]
    if not owners or _ours(case, owners[0], words):
        return None
    return None if _one_subject(case, words, owners[0]) else owners[0]


#: Between a name and its sum in a list ("A €5m, B €2m", "A: €5m, B: €2m").
_OWN_SUM = re.compile(r"(?:\s|:\s|,\s|\s[-–—]\s)(?:with\s)?")


def _listed_owner(case: Case, words: Sequence[Cited], thing: Cited) -> ActorMention | None:
    """Give the actor right before the thing, where each giver stands right before its own sum."""
    text, near = case.page.text, case.page.actors.within(case.sentence(thing))
    owners = [m for m in near if _OWN_SUM.fullmatch(text, m.span.end, thing.span.start)]
    if not owners or _ours(case, owners[0], words):
        return None
    sums = [m.span for m in case.page.money.within(case.sentence(thing)) if m.span != thing.span]
    apart = all(any(_OWN_SUM.fullmatch(text, w.span.end, s.start) for s in sums) for w in words)
    return owners[0] if apart else None


def _one_subject(case: Case, words: Sequence[Cited], mention: ActorMention) -> bool:
    """Say whether a name is joined to a giver's ("A and B will each …"): both are bound."""
    return any(_JOINED.fullmatch(case.page.text, w.span.end, mention.span.start) for w in words)


#: Between a sum and the one that it comes from.
_FROM = re.compile(
    r"\s(?:(?:more|each|in\s\w+)\s)?(?:(?:came|comes|coming)\s)?(?:from|by|courtesy\sof)\s(?:the\s)?"
)


def _source(case: Case, words: Sequence[Cited], thing: Cited) -> ActorMention | None:
    """Give the actor that a sum is told to come from, right behind it ("€9 million from Italy")."""
    if thing.field != "amount":
        return None
    ahead = [w for w in words if w.span.end <= thing.span.start and lean(case, w) > 0]
    if any(not _of_another_sum(case, w) for w in ahead):
        return None
    found = _FROM.match(case.page.text, thing.span.end)
    found = found or _IS_OF.match(case.page.text, thing.span.end)
    if found is None:
        return None
    source = [
        m for m in case.page.actors.within(case.sentence(thing)) if m.span.start == found.end()
    ]
    if not source or source[0].naming in ("adjective", "demonym") or _ours(case, source[0], words):
        return None
    joined = any(_JOINED.fullmatch(case.page.text, source[0].span.end, w.span.start) for w in words)
    return None if joined else source[0]


#: Between a sum and the one that pays it, named with an apostrophe ("the bill is London's").
_IS_OF = re.compile(r",?\s(?:is|are|was|were)\s(?:the\s)?(?=[^.;:,]{1,40}['’]s?[.,;])")
#: Opens the name of the one that alone did it.
_ONLY = re.compile(r"(?<!\w)(?:only|alone)\s(?:the\s)?\Z", re.IGNORECASE)


def _only(case: Case, words: Sequence[Cited], thing: Cited) -> ActorMention | None:
    """Give the actor of whom alone a clause before the thing tells ("only Spain said yes")."""
    text, clause = case.page.text, clause_of(case, thing)
    for mention in case.page.actors.within(Span(clause.start, max(clause.start, thing.span.start))):
        alone = _ONLY.search(text, clause.start, mention.span.start)
        if alone is not None and not _ours(case, mention, words):
            return mention
    return None


def _later_clause(case: Case, words: Sequence[Cited], thing: Cited) -> ActorMention | None:
    """Give the giver of the thing's clause where the claim's is subject of a later one.

    "Chile has paid €5 million, while Peru looks on".
    """
    text, clause, sentence = case.page.text, clause_of(case, thing), case.sentence(thing)
    for cited in words:
        theirs = clause_of(case, cited)
        opening = text[theirs.start : cited.span.start]
        if (
            theirs.start < clause.end
            or not sentence.holds(theirs)
            or not _OPENING.fullmatch(opening)
        ):
            return None
        joint = CLAUSE_END.search(text, clause.end, theirs.start)
        if joint is None or cue("alike").search(theirs.of(text)):
            return None
    tells = [m for m in case.page.actors.within(clause) if m.span.end <= thing.span.start]
    ours = [m for m in tells if _ours(case, m, words)]
    givers = [m for m in tells if _gives(case, m, words[0].field)]
    return givers[0] if givers and not ours else None


def _of_another_sum(case: Case, words: Cited) -> bool:
    """Say whether a name is told to be the source of a sum before it."""
    text, sentence = case.page.text, case.sentence(words)
    return any(
        _FROM.fullmatch(text, money.span.end, words.span.start)
        for money in case.page.money.within(Span(sentence.start, words.span.start))
    )


def _segment(case: Case, span: Span) -> Span | None:
    """The line of a list, or the stretch between semicolons, that a span stands in."""
    text, sentence = case.page.text, case.page.sentence_of(span)
    block = case.page.block_of(span)
    start, end = sentence.start, sentence.end
    for found in re.finditer(r";\s", text[sentence.start : sentence.end]):
        at = sentence.start + found.end()
        if at <= span.start:
            start = at
        else:
            end = min(end, at)
    if (start, end) != (sentence.start, sentence.end):
        return Span(start, end)
    listed_line = block is not None and block.kind in _LISTS
    return sentence if listed_line or _CELLS.search(sentence.of(text)) else None


def _first(case: Case, segment: Span) -> ActorMention | None:
    """The actor that opens a segment, before anything else is said."""
    found = case.page.actors.within(segment)
    if not found:
        return None
    opening = case.page.text[segment.start : found[0].span.start].rpartition(": ")[2]
    return found[0] if _OPENING.fullmatch(opening) else None


def _governor(case: Case, words: Sequence[Cited], thing: Cited) -> ActorMention | None:
    """Give another actor who is told to give the thing, nearer to it than the giver.

    A giver who is told to give, or named by "from" or "by", is only set aside by a rival between it
    and the thing.
    """
    told = any(lean(case, w) > 0 for w in words)
    for mention in reversed(case.page.actors.within(case.sentence(thing))):
        between = Span(mention.span.end, max(mention.span.end, thing.span.start))
        if mention.span.end > thing.span.start or _ours(case, mention, words):
            continue
        if any(between.overlaps(w.span) for w in words):
            return None
        if CLAUSE.search(case.page.text, between.start, between.end):
            return None
        if _second_verb(case, words, mention, between):
            return None
        if _one_subject(case, words, mention):
            return None
        if _gives(case, mention, words[0].field):
            return mention if not told or _ahead(case, words, mention, thing) else None
    return None


def _second_verb(case: Case, words: Sequence[Cited], rival: ActorMention, between: Span) -> bool:
    """Say whether the giver's own second verb follows the rival ("urged A … and said it would")."""
    ahead = all(w.span.end <= rival.span.start for w in words)
    return ahead and SECOND_VERB.search(case.page.text, between.start, between.end) is not None


def _gives(case: Case, mention: ActorMention, field: str) -> bool:
    there = Cited(field=field, span=mention.span, quote=mention.span.of(case.page.text))
    if mention.actor.type in ("group", "unnamed"):
        return False  # the giver may be one of them
    return mention.naming not in ("adjective", "demonym") and lean(case, there) > 0


def _ahead(case: Case, words: Sequence[Cited], rival: ActorMention, thing: Cited) -> bool:
    """Say whether each giver has a gift of its own ("A gives …, and B gives …")."""
    return all(_apart(case, w, rival, thing) for w in words)


def _apart(case: Case, words: Cited, rival: ActorMention, thing: Cited) -> bool:
    if not case.sentence(thing).holds(words.span):
        return False
    if words.span.start >= thing.span.end:
        return _ANOTHER.search(case.page.text, thing.span.end, words.span.start) is not None
    if words.span.end > rival.span.start:
        return False
    gap = Span(words.span.end, rival.span.start)
    own = case.page.money.within(gap) or case.page.quantities.within(gap)
    between = gap.of(case.page.text)
    return bool(own) and (_ANOTHER.search(between) or _COMMA.search(between)) is not None


#: Parts a second giver's clause from the first ("A doubled its 5 million, B promised …").
_COMMA = re.compile(r",\s(?:the\s)?\Z", re.IGNORECASE)
#: Joins a second giver with a gift of its own to the first ("and that of B to give …").
_ANOTHER = re.compile(r",?\s(?:and|while|as well as)\s|;\s", re.IGNORECASE)


def _ours(case: Case, mention: ActorMention, words: Sequence[Cited]) -> bool:
    """Say whether a mention is cited by the claim, or is of the same side as the giver."""
    if any(
        w.place == "text" and w.span.overlaps(mention.span) and w.field != "speaker"
        for w in case.cited
    ):
        return True
    theirs = {mention.actor.id, mention.actor.affiliation} - {None}
    return bool(theirs & _ids(case, words))


def _ids(case: Case, words: Sequence[Cited]) -> set[str | None]:
    """Ids of all givers of the claim and of whom they act for."""
    found: set[str | None] = set()
    for _, giver in listed(case.claim.get(words[0].field.split(".")[0])):
        if isinstance(giver, Mapping):
            found |= {giver.get("id"), giver.get("affiliation")}
    for cited in words:
        for mention in case.page.actors.touching(cited.span):
            found |= {mention.actor.id, mention.actor.affiliation}
    return found - {None}
