"""Every value of a claim, field by field: is it what its words say?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pledgebook.extract import (
    gate_affiliations,
    gate_amounts,
    gate_counts,
    gate_dates,
    gate_texts,
)
from pledgebook.extract.gate_case import Case, listed

#: Judges one value at a path; yields a reason for each thing that its words do not say.
Judge = Callable[[Case, str, Any], Iterator[str]]


def _each(judge: Judge) -> Judge:
    def judge_list(case: Case, path: str, value: Any) -> Iterator[str]:
        if not isinstance(value, list | tuple):
            yield f"{path}: a list is needed"
        for n, entry in listed(value):
            yield from judge(case, f"{path}.{n}", entry)

    return judge_list


def _parts(**judges: Judge) -> Judge:
    def judge_object(case: Case, path: str, value: Any) -> Iterator[str]:
        if not isinstance(value, Mapping):
            yield f"{path}: an object is needed"
            return
        for key, judge in judges.items():
            if value.get(key) is not None:
                yield from judge(case, f"{path}.{key}", value[key])

    return judge_object


_ACTORS = _each(gate_affiliations.official)
_ITEM = _parts(name=gate_texts.quoted_text, quantity=gate_counts.quantity)
_EVENT = _parts(
    name=gate_texts.event_name,
    place=gate_texts.free_text,
    date=gate_dates.day,
    end_date=gate_dates.day,
)

#: Judge of each field that words must carry; enumerated fields are no values in this sense.
FIELDS: dict[str, dict[str, Judge]] = {
    "commitment": {
        "donors": _ACTORS,
        "speaker": gate_affiliations.official,
        "recipients": _ACTORS,
        "amount": gate_amounts.amount,
        "items": _each(_ITEM),
        "conditions": _each(_parts(text=gate_texts.quoted_text)),
        "funding_source": _parts(words=gate_texts.funding_words),
        "purpose": gate_texts.free_text,
        "announced_on": gate_dates.day,
        "period": gate_dates.period,
    },
    "statement": {
        "speaker": gate_affiliations.official,
        "cue": gate_texts.free_text,
        "content": gate_texts.quoted_text,
        "via": gate_texts.free_text,
        "said_on": gate_dates.day,
    },
    "participation": {
        "event": _EVENT,
        "actor": gate_affiliations.official,
        "representing": gate_affiliations.representing,
    },
    "proposal": {
        "proposers": _ACTORS,
        "speaker": gate_affiliations.official,
        "addressees": _ACTORS,
        "scope": _each(gate_texts.scope),
        "period": gate_dates.period,
        "content": gate_texts.quoted_text,
    },
    "plan_point": {
        "plan": gate_texts.free_text,
        "content": gate_texts.quoted_text,
        "agreed_by": _ACTORS,
    },
    "measure": {
        "actors": _ACTORS,
        "targets": _ACTORS,
        "object": gate_texts.free_text,
        "amount": gate_amounts.amount,
        "effective_on": gate_dates.day,
    },
}


def differing_values(case: Case) -> Iterator[str]:
    """Name each value of the claim that is not what its words say; null fields are not judged."""
    for field, judge in FIELDS[case.kind].items():
        value = case.claim.get(field)
        if value is not None:
            yield from judge(case, field, value)
