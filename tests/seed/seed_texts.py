"""The article the project was founded on, read from beside the checkout; never copied into it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pledgebook.extract.read import read_document
from pledgebook.model.claims import Claim
from pledgebook.model.codec import claim_to_json
from pledgebook.model.snapshots import Document, Sighting, Snapshot

SHARED = Path(__file__).resolve().parents[3] / "shared"
SEED = SHARED / "seed"

needs_seed = pytest.mark.skipif(
    not SEED.is_dir(), reason="the seed article is not beside the checkout (../shared/seed)"
)


def article() -> str:
    return (SEED / "article.txt").read_bytes().decode("utf-8-sig")


def gold() -> list[dict[str, Any]]:
    rows = (SEED / "gold.jsonl").read_text(encoding="utf-8").split("\n")
    return [json.loads(row) for row in rows if row.strip()]


def read_seed(text: str) -> list[Claim]:
    snapshot = Snapshot.of(text, "plain")
    sighting = Sighting(snapshot=snapshot.id, ref="seed", published=date(2025, 3, 3))
    claims, _ = read_document(Document(snapshot=snapshot, sighting=sighting))
    return claims


def as_json(claims: list[Claim]) -> list[dict[str, Any]]:
    return [claim_to_json(claim) for claim in claims]
