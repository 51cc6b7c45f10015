"""What an office that publishes spends at home, and what it promises abroad."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property

from pledgebook.extract.aid_agencies import agency_pays, called_foreign_aid
from pledgebook.extract.drafts import Draft
from pledgebook.extract.lexicon import any_of, load
from pledgebook.extract.page import Page
from pledgebook.extract.parties import Party, bound_actor
from pledgebook.extract.placed_abroad import placed_abroad, speaks_of_home
from pledgebook.extract.promise_nouns import called_promise
from pledgebook.model.spans import Span
from pledgebook.model.values import Actor
from pledgebook.resolve.actors import find_actors

#: Words by which an office calls itself, or the government that it belongs to.
_BODIES = frozenset({"administration"})  # a cabinet decides on much at home in the same breath
_OWN = frozenset({"we", "our", "i", *_BODIES})
#: Who leads a state binds it: "I committed to".
_AS_I = re.compile(
    r"\bI(?:['’]ve|\s+have)?\s+(?:also\s+)?(?:commit|pledg|promis|announc)\w*\b(?!\s+that\b)",
    re.IGNORECASE,
)


class Homeland:
    """The state whose office publishes a page, None where no office does."""

    def __init__(self, page: Page, publisher: Party | None, makers: Sequence[Party] = ()) -> None:
        """Look at ``page`` with the eyes of its office, or of those who make it together."""
        self._page = page
        self._makers = frozenset(party.actor.id for party in makers)
        self.id = None if publisher is None else publisher.actor.id
        self.known = publisher is not None

    def spends_at_home(self, draft: Draft, *, page_is_abroad: bool) -> bool:
        """Say whether an office tells of spending at home.

        So it does where its own state gets and nobody is said to give, or where its state gives
        (or nobody known does) and neither the paragraph nor the title or the page speaks of
        anybody abroad.
        """
        if not self.known:
            return False
        donors = {p.actor.id for p in draft.donors}
        recipients = {p.actor.id for p in draft.recipients}
        if unsaid(draft) and recipients == {self.id}:
            return True
        if self._is_domestic and not self._goes_abroad(draft):
            return True
        if donors - {self.id} or recipients or page_is_abroad or self.id in self._makers:
            return False
        if called_foreign_aid(self._page, draft):
            return False
        if self.by_aid_agency(draft):
            return False
        near = self._page.paragraph_of(draft.sentence)
        if self.is_abroad(near) or self.titled_abroad:
            return False
        return not self._placed_abroad(draft)

    def _placed_abroad(self, draft: Draft) -> bool:
        """Say whether what stands around a sum places it abroad."""
        return draft.money is not None and placed_abroad(self._page, self.id, draft.sentence)

    @cached_property
    def _is_domestic(self) -> bool:
        """Say whether the office that publishes works at home, and its title is about no other."""
        publisher = self._page.source.publisher or ""
        return any_of("acts", "home_offices").search(publisher) is not None and not (
            self.titled_abroad
        )

    def _goes_abroad(self, draft: Draft) -> bool:
        """Say whether a foreign state or its people are named in the sentence as who gets it."""
        own = load("acts")["territories"].get(self.id, ())
        return any(
            not party.from_context
            and party.actor.type in ("state", "organisation")
            and party.actor.id is not None
            and party.actor.id not in (self.id, *own)
            for party in draft.recipients
        )

    def tells_of_own_act(self, draft: Draft) -> bool:
        """Say whether the office tells of its own act abroad: "we have committed …"."""
        if self._by_makers(draft):
            return True
        if not draft.donors:
            return False
        words, first = draft.donors[0].words, draft.donors[0]
        if first.place == "text" and not (first.placed and first.actor.id == self.id):
            return False
        if words is None and (self._goes_on_telling(draft) or self._bound_in_person(draft)):
            return True
        said = "" if words is None else self._page.words(words).lower()
        if said not in _OWN or draft.stage[1] is None:
            return False
        near = self._page.paragraph_of(draft.sentence)
        if said in _BODIES:
            if speaks_of_home(self._page, self.id, near):
                return False
            return self.titled_abroad or self.is_abroad(near)
        return self.is_abroad(near) or self._for_topic(draft)

    def _goes_on_telling(self, draft: Draft) -> bool:
        """Say whether a sentence that the state opens announces a sum for abroad behind "and".

        "President Berg praised the work, and today announced €5m": the parse may lose who acts.
        """
        opening = self._page.actors.within(draft.sentence)[:1]
        own = any((a := bound_actor(m)) is not None and a.id == self.id for m in opening)
        announces = any(verb.startswith("announc") for verb in draft.acts[:1])
        announces = announces or any(verb.startswith("commit") for verb in draft.acts[1:])
        return own and announces and self._placed_abroad(draft)

    def _bound_in_person(self, draft: Draft) -> bool:
        """Say whether a leader binds the state as "I" to spend abroad: "I pledged to give"."""
        if draft.money is None or draft.donors[0].actor.id != self.id:
            return False
        start, end = draft.sentence.start, draft.money.span.start
        binds = _AS_I.search(self._page.text, start, end) is not None
        near = self._page.paragraph_of(draft.sentence)
        return binds and self.is_abroad(near) and not speaks_of_home(self._page, self.id, near)

    def _for_topic(self, draft: Draft) -> bool:
        """Say whether "we" give to whom a page is about that its title calls a matter abroad."""
        block = self._page.block_of(draft.sentence)
        told = block is None or block.kind != "turn"  # an interview turns to other things
        span, takers = draft.sentence, {p.actor.id for p in draft.recipients}
        home = any_of("acts", "at_home").search(self._page.text, span.start, span.end)
        return told and home is None and self.titled_abroad and bool(takers - {self.id})

    def speaks_for(self, donors: AbstractSet[str | None]) -> bool:
        """Say whether those who give are the state of the office, or those who make the page."""
        own = self.known and donors == {self.id}
        return own or (bool(donors) and donors == self._makers)

    def _by_makers(self, draft: Draft) -> bool:
        """Say whether "we" of a joint statement are bound: several spend nothing at home."""
        makers = bool(draft.donors) and {p.actor.id for p in draft.donors} <= self._makers
        named = any(not p.from_context or p.words is not None for p in draft.donors)
        return makers and named and draft.stage[1] is not None

    def promises(self, draft: Draft, *, aid: bool) -> bool:
        """Say whether the state of the office promises something to others, who are not named.

        It does where the words tell of military or humanitarian aid, or of an act of giving in a
        sentence (or under a title) that speaks of other countries.
        """
        if self._by_makers(draft):
            return True
        if aid and draft.aid_type[0] in ("military", "humanitarian"):
            return True
        named = not draft.donors[0].from_context and self.titled_abroad
        told = draft.stage[1] is not None or (aid and draft.total is not None)
        told = told or called_promise(self._page, draft)
        near = self._page.paragraph_of(draft.sentence)
        if draft.stage[0] == "called_for" and self.is_abroad(near):
            return not speaks_of_home(self._page, self.id, near)
        if told and self._hands_over(draft) and self.is_abroad(near):
            return any_of("acts", "at_home").search(self._page.text, near.start, near.end) is None
        if told and (named or self.is_abroad(draft.sentence) or self.by_aid_agency(draft)):
            return True
        return told and self._placed_abroad(draft)

    def by_aid_agency(self, draft: Draft) -> bool:
        """Say whether an agency of the state whose work is abroad pays a sum."""
        if draft.money is None:
            return False
        return agency_pays(self._page, draft.sentence, draft.money, self.id)

    def _hands_over(self, draft: Draft) -> bool:
        """Say whether the state is named on the spot and hands a sum to others, or puts it in."""
        here = any(not party.from_context for party in draft.donors)
        verbs = draft.acts[:1]
        return (
            here
            and draft.money is not None
            and any(v in ("put in", "puts in", "gave", "given", "donated") for v in verbs)
        )

    def is_abroad(self, near: Span) -> bool:
        """Say whether words speak of other countries, by name or in general."""
        if any_of("acts", "abroad").search(self._page.text, near.start, near.end):
            return True
        bound = (bound_actor(mention) for mention in self._page.actors.within(near))
        return any(actor is not None and self._foreign(actor) for actor in bound)

    @cached_property
    def titled_abroad(self) -> bool:
        """Say whether the title speaks of other countries."""
        title = self._page.source.title or ""
        if any(any_of("acts", "abroad").search(t) for t in (title, title.replace("-", " "))):
            return True  # "U.S.-Africa Summit"
        bound = (bound_actor(m) for m in find_actors(title, self._page.published))
        return any(actor is not None and self._foreign(actor) for actor in bound)

    def _foreign(self, actor: Actor) -> bool:
        own = actor.affiliation is not None and actor.affiliation == self.id
        return actor.id not in (None, self.id) and not own


def unsaid(draft: Draft) -> bool:
    """Say whether no word of the sentence names who gives."""
    return all(p.from_context and p.words is None for p in draft.donors)
