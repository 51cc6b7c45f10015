"""Who is bound: not somebody that only stands near, where the words bind another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pledgebook.extract.gate_case import Case, Cited, listed, shown
from pledgebook.extract.gate_clauses import CLAUSE_END, clause_of
from pledgebook.extract.gate_countersigned import taker_signs
from pledgebook.extract.gate_cues import cue, words_of
from pledgebook.extract.gate_governing import CLAUSE, SECOND_VERB, thing_of
from pledgebook.extract.gate_lists import OPENING, bracketed, listed_owner, opener
from pledgebook.extract.gate_onlookers import only_looks_on
from pledgebook.extract.gate_same_side import JOINED, one_subject, ours
from pledgebook.extract.gate_sides import lean
from pledgebook.extract.gate_subjects import another_gives, does_alike, gives, subject_of
from pledgebook.extract.gate_texts import tokens
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention


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
        if _answers(case, words):
            continue
        if case.kind != "proposal" and only_looks_on(case, words, thing):
            yield f"{path}: {shown(words[0].quote)} only speaks of it or is spoken to"
            continue
        rival = _rival(case, words, thing)
        if rival is not None and _asked(case, rival):
            continue
        if rival is not None and not taker_signs(case, words, thing, rival, "recipients"):
            there = shown(rival.span.of(case.page.text))
            yield f"{path}: {there} is bound here, not {shown(words[0].quote)}"


def _asked(case: Case, rival: ActorMention) -> bool:
    """Say whether somebody only asked for what is refused: "turned down Kabul's request"."""
    takers = {actor.get("id") for _, actor in listed(case.claim.get("recipients"))}
    return case.claim.get("firmness") == "denied" and rival.actor.id in takers


#: Who is acted for is bound, whoever acts ("announced on behalf of the Norwegian government").
_ACTED_FOR = re.compile(
    r"\bon\s+behalf\s+of\s+"
    r"(?:the\s+|(?:(?:government|people)\s+and\s+)?(?:government|people)\s+of\s+)*$",
    re.IGNORECASE,
)


#: Between a thing and the one by whom it is told to be given.
_GIVEN_BY = re.compile(
    r"\s(?:(?:already|also|that\s+(?:was|is|has\s+been)|recently|just)\s)*"
    r"(?:approved|given|provided|pledged|promised|allocated|donated|paid|sent|contributed|committed|granted)"
    r"\sby\s(?:the\s)?",
    re.IGNORECASE,
)
#: Between an answer and whoever gives it.
_HAS = re.compile(r"\s(?:(?:has|have|had|also|then|later|since|\w+ly)\s){0,2}")


def _answers(case: Case, words: Sequence[Cited]) -> bool:
    """Say whether the words cited for a status are this one's answer: "that X rejected"."""
    return any(
        w.span.end < told.span.start
        and _HAS.fullmatch(case.page.text[w.span.end : told.span.start]) is not None
        for w in words
        for told in case.words("status")
    )


def _rival(case: Case, words: Sequence[Cited], thing: Cited) -> ActorMention | None:
    """Give the one who is told to be bound to the thing beside a giver that is not."""
    things = [thing, *(w for w in case.words_under("items") if w.place == "text")]
    openers = (opener(case, words, one) for one in things)
    rival = next((o for o in openers if o), None) or bracketed(case, words, thing)
    rival = rival or listed_owner(case, words, thing)
    rival = rival or _source(case, words, thing) or _only(case, words, thing)
    if rival is not None:
        return rival
    found = (_by_grammar(case, words, one) for one in (thing, *_apart_things(case, words, thing)))
    return next((actor for actor in found if actor is not None), None)


def _apart_things(case: Case, words: Sequence[Cited], thing: Cited) -> list[Cited]:
    """Things of which nothing stands in the sentence of the giver or of the first thing."""
    near = {case.sentence(one) for one in (*words, thing)}
    found = []
    for n, _ in listed(case.claim.get("items")):
        told = [w for w in case.words_under(f"items.{n}") if w.place == "text"]
        if not any(case.sentence(w) in near for w in told):
            found.extend(told[:1])
    return found


def _by_grammar(case: Case, words: Sequence[Cited], thing: Cited) -> ActorMention | None:
    """Give another who is told to give the thing, by the words around or the parsed sentence."""
    if does_alike(case, words, thing):
        return None
    rival = _governor(case, words, thing) or _later_clause(case, words, thing)
    subject = subject_of(case, thing) if rival is not None or _others(case, words, thing) else None
    if subject is None:
        return rival
    if any(ours(case, mention, words) for mention in subject.mentions):
        return None
    return rival or another_gives(case, words, thing, subject)


def _others(case: Case, words: Sequence[Cited], thing: Cited) -> bool:
    """Say whether the thing's sentence names somebody else who may be bound to it."""
    here = case.page.actors.within(case.sentence(thing))
    before = [m for m in here if m.span.end <= thing.span.start]
    if before and any(w.span.overlaps(before[-1].span) and lean(case, w) > 0 for w in words):
        return False
    return any(not ours(case, mention, words) for mention in here)


def _beside(case: Case, words: Sequence[Cited], thing: Cited) -> bool:
    """Say whether words open the thing ("Dutch planes"), or stand for somebody by a pronoun.

    They may also stand right behind it ("a €5 million Dutch loan", "the €5m approved by Oslo").
    """
    near = [w for w in words if case.sentence(w) == case.sentence(thing)]
    return any(
        opens_thing(thing, w)
        or 0 <= w.span.start - thing.span.end <= 1
        or _GIVEN_BY.fullmatch(case.page.text, thing.span.end, w.span.start)
        or _comes_from(case, w, thing)
        or _ACTED_FOR.search(case.page.text, max(0, w.span.start - 60), w.span.start)
        or set(tokens(w.quote)) & words_of("pronouns")
        for w in near
    )


def _comes_from(case: Case, words: Cited, thing: Cited) -> bool:
    """Say whether one of several sums comes from a name: "€2m from Oman, €1m from Fiji"."""
    sums = case.page.money.within(case.sentence(thing))
    behind = _FROM.fullmatch(case.page.text, thing.span.end, words.span.start)
    return len(sums) > 1 and behind is not None


def opens_thing(thing: Cited, words: Cited) -> bool:
    """Say whether words are the first of a thing's own, an article apart."""
    return thing.span.holds(words.span) and words.span.start - thing.span.start <= _ARTICLE


#: An article before the name that opens a thing is no longer than this.
_ARTICLE = len("their ")


def _in_condition(case: Case, words: Sequence[Cited]) -> bool:
    """Say whether all words for a giver stand in the claim's own condition ("if X agrees")."""
    conditions = [c.span for c in case.words_under("conditions") if c.place == "text"]
    return bool(conditions) and all(any(c.holds(w.span) for c in conditions) for w in words)


#: Between a sum and the one that it comes from.
_FROM = re.compile(
    r"\s(?:(?:more|each|in\s\w+)\s)?(?:(?:came|comes|coming)\s)?(?:from|by|courtesy\sof)\s(?:the\s)?"
)


def _source(case: Case, words: Sequence[Cited], thing: Cited) -> ActorMention | None:
    """Give the actor that a sum is told to come from, right behind it ("€9 million from Italy")."""
    if thing.field.partition(".")[0] not in ("amount", "items"):
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
    if not source or source[0].naming in ("adjective", "demonym") or ours(case, source[0], words):
        return None
    joined = any(JOINED.fullmatch(case.page.text, source[0].span.end, w.span.start) for w in words)
    return None if joined or _in_row(case, source[0], words) else source[0]


#: Between two of a row that "and" closes: "from India, Peru and Fiji".
_NEXT = re.compile(r",\s(?:the\s)?")


def _in_row(case: Case, first: ActorMention, words: Sequence[Cited]) -> bool:
    """Say whether words stand in the row that opens with an actor and that "and" closes."""
    text, row, closed = case.page.text, [first], False
    end = case.page.sentence_of(first.span).end
    for mention in case.page.actors.within(Span(first.span.end, end)):
        gap = row[-1].span.end, mention.span.start
        closed = JOINED.fullmatch(text, *gap) is not None
        if not closed and _NEXT.fullmatch(text, *gap) is None:
            break
        row.append(mention)
        if closed:
            break
    return closed and any(m.span.overlaps(w.span) for m in row for w in words)


#: Between a sum and the one that pays it, named with an apostrophe ("the bill is London's").
_IS_OF = re.compile(r",?\s(?:is|are|was|were)\s(?:the\s)?(?=[^.;:,]{1,40}['’]s?[.,;])")
#: Opens the name of the one that alone did it.
_ONLY = re.compile(r"(?<!\w)(?:only|alone)\s(?:the\s)?\Z", re.IGNORECASE)


def _only(case: Case, words: Sequence[Cited], thing: Cited) -> ActorMention | None:
    """Give the actor of whom alone a clause before the thing tells ("only Spain said yes")."""
    text, clause = case.page.text, clause_of(case, thing)
    for mention in case.page.actors.within(Span(clause.start, max(clause.start, thing.span.start))):
        alone = _ONLY.search(text, clause.start, mention.span.start)
        if alone is not None and not ours(case, mention, words):
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
            or not OPENING.fullmatch(opening)
        ):
            return None
        joint = CLAUSE_END.search(text, clause.end, theirs.start)
        if joint is None or cue("alike").search(theirs.of(text)):
            return None
    tells = [m for m in case.page.actors.within(clause) if m.span.end <= thing.span.start]
    mine = [m for m in tells if ours(case, m, words)]
    givers = [m for m in tells if gives(case, m, words[0].field)]
    return givers[0] if givers and not mine else None


def _of_another_sum(case: Case, words: Cited) -> bool:
    """Say whether a name is told to be the source of a sum before it."""
    text, sentence = case.page.text, case.sentence(words)
    return any(
        _FROM.fullmatch(text, money.span.end, words.span.start)
        for money in case.page.money.within(Span(sentence.start, words.span.start))
    )


def _governor(case: Case, words: Sequence[Cited], thing: Cited) -> ActorMention | None:
    """Give another actor who is told to give the thing, nearer to it than the giver.

    A giver who is told to give, or named by "from" or "by", is only set aside by a rival between it
    and the thing.
    """
    told = any(lean(case, w) > 0 for w in words)
    for mention in reversed(case.page.actors.within(case.sentence(thing))):
        between = Span(mention.span.end, max(mention.span.end, thing.span.start))
        if mention.span.end > thing.span.start or ours(case, mention, words):
            continue
        if any(between.overlaps(w.span) for w in words):
            return None
        if CLAUSE.search(case.page.text, between.start, between.end):
            return None
        if _second_verb(case, words, mention, between):
            return None
        if one_subject(case, words, mention):
            return None
        if gives(case, mention, words[0].field):
            return mention if not told or _ahead(case, words, mention, thing) else None
    return None


def _second_verb(case: Case, words: Sequence[Cited], rival: ActorMention, between: Span) -> bool:
    """Say whether the giver's own second verb follows the rival ("urged A … and said it would")."""
    ahead = all(w.span.end <= rival.span.start for w in words)
    return ahead and SECOND_VERB.search(case.page.text, between.start, between.end) is not None


def _ahead(case: Case, words: Sequence[Cited], rival: ActorMention, thing: Cited) -> bool:
    """Say whether each giver has a gift of its own ("A gives …, and B gives …")."""
    return all(_apart(case, w, rival, thing) for w in words)


def _apart(case: Case, words: Cited, rival: ActorMention, thing: Cited) -> bool:
    if not case.sentence(thing).holds(words.span):
        return False
    if words.span.start >= thing.span.end:
        if _joined_source(case, words, thing):
            return False
        return _ANOTHER.search(case.page.text, thing.span.end, words.span.start) is not None
    if words.span.end > rival.span.start:
        return False
    gap = Span(words.span.end, rival.span.start)
    own = case.page.money.within(gap) or case.page.quantities.within(gap)
    between = gap.of(case.page.text)
    return bool(own) and (_ANOTHER.search(between) or _COMMA.search(between)) is not None


def _joined_source(case: Case, words: Cited, thing: Cited) -> bool:
    """Say whether a giver is joined to one right behind the thing: "€5m from Norway and Chile"."""
    return any(
        _FROM.fullmatch(case.page.text, thing.span.end, m.span.start)
        and JOINED.fullmatch(case.page.text, m.span.end, words.span.start)
        for m in case.page.actors.within(Span(thing.span.end, words.span.start))
    )


#: Parts a second giver's clause from the first ("A doubled its 5 million, B promised …").
_COMMA = re.compile(r",\s(?:the\s)?\Z", re.IGNORECASE)
#: Joins a second giver with a gift of its own to the first ("and that of B to give …").
_ANOTHER = re.compile(r",?\s(?:and|while|as well as)\s|;\s", re.IGNORECASE)
