"""Lines that open with a body's name in bold: "**The Harbour Foundation **expects to help …".

Fact sheets list what firms and foundations promise in such lines. The marks stand in the parser's
way, so that it finds no subject there.
"""

from __future__ import annotations

import re

from pledgebook.extract.drafts import Draft
from pledgebook.extract.homeland import unsaid
from pledgebook.extract.page import Page
from pledgebook.extract.parties import Party, bound_actor
from pledgebook.extract.placed_abroad import by_firms_abroad
from pledgebook.extract.unlisted_givers import called_body
from pledgebook.model.spans import Span
from pledgebook.model.values import Actor

#: The name, and a verb or what it is called behind it; a label ends with a colon.
_OPENING = re.compile(
    r"[\s*_-]{0,8}\*\*\s*(?:The\s+)?(?P<name>[A-Z][\w.&’'-]*(?:\s+(?:(?:of|for|and|&)\s+)?[A-Z][\w.&’'-]*){0,7})"
    r"\s*(?:\([\w&.-]{2,12}\)\s*)?(?:,\s*)?\*\*\s*(?:,?\s*(?:an?|the|which|who)\s|(?:also\s+)?(?:will|expects?|plans?"
    r"|intends?|has|have|is|are|commits?|pledges?|committed|pledged|provides?)\s)"
)


def opened_in_bold(page: Page, home: str | None, draft: Draft) -> list[Party]:
    """Give the body whose name in bold opens the line of a sum that names no giver; or nobody.

    ``home`` is the state of the office that publishes. What firms announce, or put in there, is
    business.
    """
    block = page.block_of(draft.sentence)
    if draft.money is None or block is None or not (page.from_office and unsaid(draft)):
        return []
    if any(verb.startswith(("announc", "unveil", "invest")) for verb in draft.acts):
        return []
    found = _OPENING.match(page.text, block.span.start, block.span.end)
    if found is None or found.start("name") < draft.sentence.start:
        return []
    if found.end() > draft.money.span.start:
        return []
    name = Span(*found.span("name"))
    for mention in page.actors.touching(name):
        actor = bound_actor(mention)
        if actor is None or mention.span != name:
            return []
        return [Party(actor=actor, span=name)]
    if not called_body(page, name) or not by_firms_abroad(page, home, draft.sentence):
        return []
    actor = Actor(id=None, name=" ".join(page.words(name).split()), type="organisation")
    return [Party(actor=actor, span=name)]
