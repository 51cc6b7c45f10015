"""Choose the documents of this set: by kind and subject, within each by the hash of the id.

``python tests/quality/commitments/choose.py`` prints subject, form, cut and id of each. Documents
that other label files of this folder's neighbours already use are left out. ``--later`` prints the
second set (``later.jsonl``), the next ones of each cell by hash, with the half that each is in;
``--third`` the third set (``third.jsonl``), which begins where the second one ended.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

QUALITY = Path(__file__).resolve().parents[1]
CORPUS = QUALITY.parents[1].parent / "shared" / "corpus" / "us-official.jsonl.gz"

#: A document is read up to the last paragraph end before this many code points.
LIMIT = 6000

#: Shorter ones say too little.
LEAST = 300

FIGURE = re.compile(r"[$€£]\s?\d|\b(million|billion)\b")
GIVING = re.compile(
    r"\b(assistance|aid|pledge[sd]?|commit(s|ted|ment|ments)?|contribut\w+|drawdown|donat\w+"
    r"|fund(s|ing)?|provid(e|es|ing)|deliver(s|ed|ing)?|grants?|support)\b",
    re.IGNORECASE,
)
ABROAD = re.compile(
    r"\b(Ukrain\w+|foreign assistance|security assistance|humanitarian|USAID|NATO"
    r"|partner countries|developing countries|G7|refugees|international partners|World Bank"
    r"|United Nations|UN|Foreign Assistance Act|Indo-Pacific|Africa\w*|Pacific Islands?"
    r"|vaccines? (doses|to)|Gaza|Israel|Taiwan|Haiti|Central America)\b"
)
PROMISE = re.compile(r"\b(will|announce[sd]?|determine|pledge[sd]?|commit\w*)\b")

#: How many documents of each form are taken, by subject.
QUOTA: Mapping[str, Mapping[str, int]] = {
    "aid with a figure": {
        "fact sheet": 5,
        "joint statement": 3,
        "readout": 2,
        "statement": 5,
        "memorandum": 2,
        "speech": 3,
        "briefing": 2,
        "release": 2,
    },
    "aid words": {
        "fact sheet": 1,
        "joint statement": 1,
        "readout": 2,
        "statement": 1,
        "memorandum": 1,
        "article": 1,
    },
    "other money": {
        "fact sheet": 1,
        "statement": 1,
        "readout": 1,
        "article": 1,
        "proclamation": 1,
    },
    "ordinary": {
        "readout": 1,
        "statement": 1,
        "proclamation": 1,
        "order": 1,
        "article": 1,
        "briefing": 1,
        "speech": 1,
        "fact sheet": 1,
    },
}

#: The same for the second set, which begins where the first one ended.
LATER: Mapping[str, Mapping[str, int]] = {
    "aid with a figure": {
        "fact sheet": 4,
        "joint statement": 3,
        "readout": 1,
        "statement": 4,
        "memorandum": 1,
        "speech": 2,
        "briefing": 2,
        "release": 1,
    },
    "aid words": {"fact sheet": 1, "joint statement": 1, "readout": 2, "statement": 2},
    "other money": {"fact sheet": 1, "statement": 1},
    "ordinary": {"readout": 1, "statement": 1, "briefing": 1, "speech": 1},
}

#: The same for the third set, with more weight on the forms in which aid is told.
THIRD: Mapping[str, Mapping[str, int]] = {
    "aid with a figure": {
        "fact sheet": 5,
        "joint statement": 1,
        "readout": 3,
        "statement": 4,
        "speech": 2,
        "briefing": 1,
        "release": 2,
    },
    "aid words": {"fact sheet": 1, "joint statement": 1, "readout": 1, "statement": 1},
    "other money": {"statement": 1},
    "ordinary": {"readout": 1, "release": 1, "speech": 1},
}


def cut(text: str) -> int:
    """Say how many code points of a text are read."""
    if len(text) <= LIMIT:
        return len(text)
    ends = [found.start() for found in re.finditer(r"\n[ \t]*\n", text[:LIMIT])]
    if ends and ends[-1] >= LIMIT // 2:
        return ends[-1]
    return text.rfind("\n", 0, LIMIT)


def subject(text: str) -> str:
    """Tell what a text is about, from words that stand in one paragraph."""
    paragraphs = re.split(r"\n\s*\n", text)
    aid = [p for p in paragraphs if GIVING.search(p) and ABROAD.search(p)]
    if any(FIGURE.search(p) for p in aid):
        return "aid with a figure"
    if any(PROMISE.search(p) for p in aid):
        return "aid words"
    if any(GIVING.search(p) and FIGURE.search(p) for p in paragraphs):
        return "other money"
    return "ordinary"


def form(document: Mapping[str, Any]) -> str:
    """Tell the form of a document, from its folder and its title."""
    folder = document["id"].split("/")[0]
    title = re.sub(r"\\?_|\\", " ", document["title"]).strip("' ").lower()
    if folder == "fact-sheets" or "fact sheet" in title:
        return "fact sheet"
    if folder == "presidential-actions":
        return _action(title)
    folders = {
        "press-briefings": "briefing",
        **dict.fromkeys(("speeches-remarks", "remarks"), "speech"),
        **dict.fromkeys(("articles", "releases", "blog", "research"), "article"),
    }
    return folders.get(folder) or _release(title)


def _action(title: str) -> str:
    if re.search("memorandum|determination|delegation|letter|message|notice", title):
        return "memorandum"
    return "proclamation" if "proclamation" in title else "order"


def _release(title: str) -> str:
    joint = ("joint", "communiqu", "declaration")
    if any(word in title for word in joint) or ("leaders" in title and "statement" in title):
        return "joint statement"
    return next((word for word in ("readout", "statement") if word in title), "release")


def used() -> set[str]:
    """Give the documents that other sets label."""
    files = [*QUALITY.glob("labels/us-official*.jsonl"), *QUALITY.glob("values/*_corpus.jsonl")]
    return {
        json.loads(line)["doc"]
        for path in files
        for line in path.read_text("utf-8").split("\n")
        if line
    }


Row = tuple[str, str, int, str]


def cells() -> dict[tuple[str, str], list[dict[str, Any]]]:
    """Give the documents that no other set labels, by subject and form, each with its cut."""
    taken = used()
    found: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            document["cut"] = cut(document["text"])
            if document["id"] not in taken and document["cut"] >= LEAST:
                about = subject(document["text"][: document["cut"]])
                found[about, form(document)].append(document)
    return found


def chosen() -> Iterator[Row]:
    """Give subject, form, cut and id of each document of the set."""
    return _next(cells(), QUOTA)


def later() -> Iterator[tuple[str, Row]]:
    """Give half and row of each document of the second set."""
    rows_by_subject: dict[str, list[Row]] = defaultdict(list)
    for row in _next(cells(), LATER, QUOTA):
        rows_by_subject[row[0]].append(row)
    for rows in rows_by_subject.values():
        rows.sort(key=lambda row: hashlib.sha256(f"half {row[3]}".encode()).hexdigest())
        for number, row in enumerate(rows):
            yield ("A" if number < len(rows) / 2 else "B"), row


def third() -> Iterator[Row]:
    """Give subject, form, cut and id of each document of the third set."""
    return _next(cells(), THIRD, QUOTA, LATER)


Quota = Mapping[str, Mapping[str, int]]


def _next(
    found: Mapping[tuple[str, str], list[dict[str, Any]]], quota: Quota, *before: Quota
) -> Iterator[Row]:
    """Take what a quota asks for of each cell, behind what the quotas before it took."""
    for about, kinds in quota.items():
        for kind, number in kinds.items():
            skipped = sum(taken[about].get(kind, 0) for taken in before)
            for document in _first(found[about, kind], skipped + number)[skipped:]:
                yield about, kind, document["cut"], document["id"]


def _first(documents: list[dict[str, Any]], number: int) -> list[dict[str, Any]]:
    """Take the first by hash, one of each title: forms are filled in again and again."""
    found: dict[str, dict[str, Any]] = {}
    for document in sorted(documents, key=lambda d: hashlib.sha256(d["id"].encode()).hexdigest()):
        title = re.sub(r"[^a-z]", "", document["title"].lower())
        if len(found) < number:
            found.setdefault(title, document)
    return list(found.values())


if __name__ == "__main__":
    if "--later" in sys.argv:
        for half, row in later():
            sys.stdout.write("\t".join((half, *map(str, row))) + "\n")
    else:
        for row in third() if "--third" in sys.argv else chosen():
            sys.stdout.write("\t".join(map(str, row)) + "\n")
