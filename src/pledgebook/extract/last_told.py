"""The commitment told last on a page, and how the words behind it go on with it."""

from __future__ import annotations

from pledgebook.extract.candidates import CONTEXT
from pledgebook.extract.drafts import Draft
from pledgebook.extract.earlier_givers import from_context
from pledgebook.extract.lexicon import forms_of
from pledgebook.extract.package_paragraphs import takes_up_package
from pledgebook.extract.page import Page
from pledgebook.extract.promises import from_context_only
from pledgebook.extract.story_words import tells_of_debt
from pledgebook.model.spans import Span


class LastTold:
    """The commitment that was kept last, for sentences that name no parties of their own."""

    def __init__(self, page: Page) -> None:
        """Start at the top of ``page``, where nothing is told yet."""
        self._page = page
        self._draft: Draft | None = None
        #: Where it was told when it was kept; the draft itself may grow later.
        self._sentence: Span | None = None
        #: Ids of its giver and receiver.
        self.parties: set[str | None] = set()

    @property
    def known(self) -> bool:
        """Say whether anything was told."""
        return self._sentence is not None

    def remember(self, draft: Draft) -> None:
        """Make a draft that was kept the last one told."""
        self._draft = draft
        self._sentence = draft.sentence
        self.parties = {p.actor.id for p in (*draft.donors, *draft.recipients)}

    def goes_on(self, draft: Draft) -> bool:
        """Say whether a sum goes on with the commitment told just before it in its paragraph.

        So it does where its own sentence names neither giver nor receiver.
        """
        page = self._page
        if (
            draft.money is None
            or self._sentence is None
            or not (from_context_only(page, draft) or self._same_giver(draft))
        ):
            return False
        if any(p.place != "text" or _is_person(page, p.words) for p in draft.donors):
            return False
        if not (draft.acts or page.from_office) and tells_of_debt(page, draft.sentence):
            return False
        if not takes_up_package(page, self._sentence, draft.sentence):
            return False
        ahead = page.sentences.position(draft.sentence) - page.sentences.position(self._sentence)
        return ahead <= CONTEXT

    def _same_giver(self, draft: Draft) -> bool:
        """Say whether "it" stands for whoever gave what was told last, and nobody else is named."""
        here = [p for p in (*draft.donors, *draft.recipients) if not p.from_context]
        placed = bool(draft.donors) and all(p.placed for p in draft.donors)
        return placed and not here and {p.actor.id for p in draft.donors} <= self.parties

    def gives_beside(self, draft: Draft) -> bool:
        """Say whether another is told to give beside the one just told, to the same one.

        "Oman pledged €9m to a force, while Fiji has offered €3m": what both give is for it, and
        the draft gets its receivers.
        """
        last, verbs = self._draft, forms_of("acts", "offering")
        if last is None or last.sentence != draft.sentence or draft.money is None:
            return False
        named = {party.actor.id for party in draft.givers_here}
        others = named - {party.actor.id for party in last.donors}
        if draft.recipients or not others or verbs.isdisjoint(draft.acts):
            return False
        draft.recipients = from_context(draft, last.recipients, None)
        draft.problems.discard("donor-from-context")
        return True


def _is_person(page: Page, words: Span | None) -> bool:
    """Say whether the subject is a person, who does what they do on their own account."""
    return words is not None and page.words(words).lower() in ("he", "she")
