"""Gifts that are neither money nor goods: people sent, people taken in, what is set up."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pledgebook.extract.act_verbs import Act
from pledgebook.extract.commitment_parties import PartyFinder
from pledgebook.extract.commitment_terms import fill_terms
from pledgebook.extract.drafts import (
    FACILITY,
    FLEET,
    FOUNDED,
    MISSION,
    TAKEN_IN,
    TEAM,
    TRAINED,
    Draft,
    Thing,
)
from pledgebook.extract.facilities import facilities, name_served, opened_for_others
from pledgebook.extract.founding import for_others, founded
from pledgebook.extract.goods import FIRM
from pledgebook.extract.listed_acts import give_to_bound
from pledgebook.extract.missions import missions, name_host_state, opened_abroad
from pledgebook.extract.page import Page
from pledgebook.extract.ships_sent import name_navy, sent_to_guard, ships_sent
from pledgebook.extract.strays import stray
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.taken_in import by_the_host, taken_in
from pledgebook.extract.teams import sent_to_others, teams
from pledgebook.extract.trained_counts import (
    name_those_trained,
    trained_counts,
    trained_elsewhere,
)
from pledgebook.extract.training_places import (
    name_own_country,
    name_trained,
    trained_for_others,
    training_places,
)
from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import Instrument

Found = Iterator[tuple[list[Act], list[Thing]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Undertaking:
    """A kind of such gifts.

    Attributes:
        rule: name of its rule.
        instrument: in which form it is given.
        found: gives the acts of a parsed sentence with what each is about.
        holds: says whether a draft with its parties is one, and nothing else.
        names: sets parties that only its own words name.
    """

    rule: str
    instrument: Instrument
    found: Callable[[Page, Syntax, Span], Found]
    holds: Callable[[Page, Draft], bool]
    names: Callable[[Page, Draft], None] = lambda _page, _draft: None


#: Teams of helpers, who are sent beside goods as well.
HELPERS = (Undertaking(rule=TEAM, instrument="personnel", found=teams, holds=sent_to_others),)
UNDERTAKINGS = (
    *HELPERS,
    Undertaking(
        rule=FLEET,
        instrument="personnel",
        found=ships_sent,
        holds=sent_to_guard,
        names=name_navy,
    ),
    Undertaking(
        rule=TAKEN_IN,
        instrument="policy",
        found=taken_in,
        holds=by_the_host,
        names=name_own_country,
    ),
    Undertaking(rule=FOUNDED, instrument="policy", found=founded, holds=for_others),
    Undertaking(
        rule=MISSION,
        instrument="policy",
        found=missions,
        holds=opened_abroad,
        names=name_host_state,
    ),
    Undertaking(
        rule=FACILITY,
        instrument="in_kind",
        found=facilities,
        holds=opened_for_others,
        names=name_served,
    ),
)
#: People who are trained: counted, and never handed over.
TRAINING = (
    Undertaking(
        rule=TRAINED,
        instrument="training",
        found=training_places,
        holds=trained_for_others,
        names=name_trained,
    ),
    Undertaking(
        rule=TRAINED,
        instrument="training",
        found=trained_counts,
        holds=trained_elsewhere,
        names=name_those_trained,
    ),
)


def undertakings(
    page: Page,
    syntax: Syntax,
    sentence: Span,
    finder: PartyFinder,
    kinds: Sequence[Undertaking] = UNDERTAKINGS,
) -> Iterator[Draft]:
    """Give the undertakings of a sentence that tells of neither sums nor counted things."""
    for kind in kinds:
        for chain, things in kind.found(page, syntax, sentence):
            draft = Draft(sentence=sentence, rule=kind.rule, things=things)
            name = things[0].name
            fill_terms(page, syntax, draft, chain, name)
            finder.fill(syntax, draft, chain, name)
            kind.names(page, draft)
            give_to_bound(page, draft)
            draft.instrument = (kind.instrument, None)
            firm = draft.firmness[0] in FIRM and draft.stage[0] not in ("called_for", "withdrawn")
            if firm and not stray(page, syntax, name, chain) and kind.holds(page, draft):
                finder.told(draft)
                yield draft
                return
