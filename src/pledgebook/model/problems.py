"""Problems are values with a place: what is unclear in a claim, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass

from pledgebook.model.spans import Span

#: What each code on a claim means. Codes on claims and in run reports come from these two lists.
CLAIM_PROBLEMS: dict[str, str] = {
    "actor-from-context": "who takes a measure, or on whom, stands in another sentence",
    "agreed-by-unnamed": "who agreed a plan point is not said by name",
    "announced-in-period": "the announcement is told as a stretch of time; it stands in period",
    "condition-from-context": "the condition stands in another sentence",
    "conversion-implausible": "a printed conversion is more than 15 % off the dated rate",
    "count-mismatch": "the named ones do not add up to the stated count",
    "currency-assumed": "the currency sign is shared by several currencies; the usual one is taken",
    "currency-carried": "the currency or magnitude is carried over from the same list or sentence",
    "currency-from-map": "the currency is the table map's; no words of the row or title print it",
    "currency-missing": "no currency is printed and none is carried",
    "date-needs-publication-date": "the date is relative and the publication date is not known",
    "donor-from-context": "the donor stands in another sentence, the heading or the office",
    "donor-inferred": "the donor is the only state named that may give; no word makes it the giver",
    "donor-unresolved": "who is bound is not named",
    "event-date-not-stated": "the date of the meeting is not stated",
    "event-unclear": "which meeting is meant is not certain",
    "item-left-out": "a further thing was named, but the gate refused its count or name",
    "multiplier-from-map": "the figure is multiplied as the table map says (thousands, millions)",
    "not-converted-in-source": "the table that prints the sum leaves it out of its own conversion",
    "not-yet-proposed": "the source says that it will be proposed",
    "part-only": "the words tell the delivery of a part only, not of all that is named",
    "recipient-from-context": "the recipient stands in another sentence",
    "speaker-from-context": "the speaker is a pronoun or role, resolved from another sentence",
    "speaker-unresolved": "who speaks could not be resolved",
    "stage-unclear": "the words leave two stages open; the earlier one is taken",
}

RUN_PROBLEMS: dict[str, str] = {
    "actor-unknown": "a cell of a table names nobody that is known",
    "binary": "the file is not text",
    "blank-beside-word": "a blank beside the word of a cell keeps it out of the table's own sums",
    "broken-line": "a line of the file is not a JSON object with a text",
    "cell-not-read": "a cell of a table does not hold a value of the form that the map states",
    "empty": "the file holds no text",
    "encoding-guessed": "the file is not UTF-8; an encoding was assumed",
    "format-unknown": "no reader for this kind of file",
    "language-not-read": "the text is not in a language that is read",
    "not-found": "there is no such file",
    "no-text-in-page": "no article text was found in the page",
    "published-invalid": "the publication date is not an ISO date",
    "published-missing": "no publication date; relative dates stay open",
    "rate-differs": "a row converts its sum otherwise than by the release's own rate",
    "reader-failed": "a reader stopped on this text; its claims are missing",
    "ref-used-twice": "two texts carry one id; only the digest tells them apart",
    "refused-by-gate": "a proposed claim was refused: its words do not carry its value",
    "release-sum-differs": "the rows of a release do not sum to what its own summary says",
    "row-broken": "a table cannot be read from this row on",
    "row-twice": "a row of a table has the very words of an earlier one",
    "too-large": "the file is larger than the limit",
    "unreadable": "the file could not be opened",
    "value-missing": "a row of a table has no value that its map requires",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that went wrong or stayed unclear while reading one source.

    Attributes:
        code: a key of ``RUN_PROBLEMS`` or ``CLAIM_PROBLEMS``.
        message: one plain sentence: what it is and what to do.
        where: file, line or address it concerns, as the user gave it.
        span: place in the text, where there is one.
        fatal: True where the source could not be read at all (the run then exits with 1).
    """

    code: str
    message: str
    where: str
    span: Span | None = None
    fatal: bool = False
