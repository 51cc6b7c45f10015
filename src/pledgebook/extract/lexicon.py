"""The readers' word lists: loaded once from ``resources``, with their inflected forms."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import Any

import yaml


@cache
def load(name: str) -> dict[str, Any]:
    """Load ``resources/NAME.yaml``."""
    path = resources.files("pledgebook.extract") / "resources" / f"{name}.yaml"
    data: dict[str, Any] = yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
    return data


def forms(verb: str) -> tuple[str, ...]:
    """Inflect an English verb; irregular forms are given as ``give/gives/gave/given/giving``."""
    if "/" in verb:
        return tuple(verb.split("/"))
    stem = verb.removesuffix("e")
    if re.search(r"[^aeiou]y$", verb):
        return (verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
    third = verb + ("es" if re.search(r"(s|x|z|ch|sh)$", verb) else "s")
    return (verb, third, stem + "ed", stem + "ing")


@cache
def verb_classes(name: str) -> dict[str, str]:
    """Map each inflected form of the verbs in ``resources/NAME.yaml`` (key ``verbs``) to its class.

    A form listed under two classes belongs to the first.
    """
    found: dict[str, str] = {}
    for verb_class, verbs in load(name)["verbs"].items():
        for verb in verbs:
            for form in forms(verb):
                found.setdefault(form, verb_class)
    return found


@cache
def forms_of(name: str, key: str) -> frozenset[str]:
    """Give every inflected form of the verbs under ``key`` of ``resources/NAME.yaml``."""
    return frozenset(form for verb in load(name)[key] for form in forms(verb))


@cache
def particled_verbs() -> dict[tuple[str, str], str]:
    """Map forms of verbs, each with the particle behind it, to the class of act that they make."""
    return {
        (form, particle): act_class
        for act_class, rows in load("acts")["particled"].items()
        for particle, verbs in rows.items()
        for verb in verbs
        for form in forms(verb)
    }


@cache
def any_of(name: str, *keys: str) -> re.Pattern[str]:
    """Compile one alternation over the phrases under ``keys`` of ``resources/NAME.yaml``.

    Blanks in a phrase match any run of blanks (texts are hard-wrapped); letters match either case.
    """
    phrases = sorted(phrases_of(name, *keys), key=len, reverse=True)
    body = "|".join(re.escape(p).replace(r"\ ", r"\s+").replace("'", "['’]") for p in phrases)
    return re.compile(rf"(?<![\w-])(?:{body})(?![\w-])", re.IGNORECASE)


@cache
def openings(name: str, *keys: str) -> frozenset[str]:
    """Give the first words of the phrases that ``any_of`` finds, in small letters.

    A text without one of them has none of the phrases. Words end at hyphens and apostrophes.
    """
    return frozenset(re.findall(r"\w+", phrase.lower())[0] for phrase in phrases_of(name, *keys))


def phrases_of(name: str, *keys: str) -> list[str]:
    """Give the phrases under ``keys`` of ``resources/NAME.yaml``, as they are written there."""
    data: Any = load(name)
    for key in keys:
        data = data[key]
    return [phrase for row in _lists(data) for phrase in row]


def _lists(data: Any) -> list[list[str]]:
    if isinstance(data, dict):
        return [list(row) for row in data.values()]
    return [list(data)]


@cache
def cues_of(name: str, *keys: str) -> re.Pattern[str]:
    """Compile the regular expressions under ``keys`` of ``resources/NAME.yaml`` to one pattern.

    It matches whole words; a blank matches any run of blanks, an apostrophe either form of it, and
    letters either case. Entries have no groups that capture.
    """
    data: Any = load(name)
    for key in keys:
        data = data[key]
    body = "|".join(row for rows in _lists(data) for row in rows)
    body = body.replace(" ", r"\s+").replace("'", "['’]")
    return re.compile(rf"(?<![\w-])(?:{body})(?![\w-])", re.IGNORECASE)
