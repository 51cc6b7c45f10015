"""The sample sources: their forms, their labels, and the disagreements that they must hold."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from sample_texts import body, metadata, one_line, sources

NAMES = sorted(sources())
WIRE, REPRINT = "04-wire-loan-and-export-finance.md", "05-wire-reprint.md"
SEED = Path(__file__).parents[3] / "shared" / "seed" / "article.txt"

#: Short phrases of the article that are said to have been said, and so may be quoted.
QUOTED = (
    "in the air, at sea and on energy infrastructure",
    "boots on the ground, and planes in the air",
    "coalition of the willing",
    "heavy lifting",
    "re-arm europe",
    "strong support",
)


@pytest.mark.parametrize("name", NAMES)
def test_every_source_is_labelled_as_a_sample(name: str) -> None:
    fields = metadata(name)
    assert {"title", "publisher", "published", "url", "lang"} <= set(fields)
    assert fields["publisher"] == "Pledgebook sample text"


@pytest.mark.parametrize("name", [n for n in NAMES if n.endswith(".md")])
def test_front_matter_gives_grade_and_rights(name: str) -> None:
    assert metadata(name)["rights"] == "full"
    assert metadata(name)["grade"] in ("official", "media", "secondary")


@pytest.mark.parametrize("name", NAMES)
def test_addresses_lead_to_example_hosts_only(name: str) -> None:
    assert urlsplit(metadata(name)["url"]).hostname in ("example.org", "example.net")


@pytest.mark.parametrize("name", NAMES)
def test_published_between_the_summit_and_mid_april(name: str) -> None:
    published = date.fromisoformat(metadata(name)["published"])
    assert date(2025, 3, 2) <= published <= date(2025, 4, 15)


@pytest.mark.parametrize("name", NAMES)
def test_sources_are_short(name: str) -> None:
    assert 60 <= len(body(name).split()) <= 250


def test_addresses_and_titles_are_all_different() -> None:
    assert len({metadata(name)["url"] for name in NAMES}) == len(NAMES)
    assert len({metadata(name)["title"] for name in NAMES}) == len(NAMES)


def test_the_forms_that_a_reader_meets_are_there() -> None:
    assert sum(name.endswith(".html") for name in NAMES) >= 2
    assert re.search(r"^\*\*\d\d:\d\d\*\* ", body("01-live-blog.md"), re.MULTILINE)
    assert re.search(r"^- ", body("02-statement-after-the-summit.md"), re.MULTILINE)
    assert re.search(r"^EUROPEAN OFFICIAL: ", body("06-briefing-transcript.md"), re.MULTILINE)
    assert re.search(r"^1\. ", body("13-four-points-explained.md"), re.MULTILINE)
    assert re.search(r"^\|---", body("14-fact-box.md"), re.MULTILINE)
    assert [n for n in NAMES if metadata(n)["lang"] == "de"] == ["10-bericht-aus-london.md"]


@pytest.mark.parametrize("name", [n for n in NAMES if n.endswith(".html")])
def test_pages_carry_noise_and_entities(name: str) -> None:
    raw = sources()[name].read_text(encoding="utf-8")
    assert all(mark in raw for mark in ("<nav>", "<footer>", "&nbsp;", 'rel="canonical"'))
    assert "\N{NO-BREAK SPACE}" in body(name)
    assert "Privacy" not in body(name)


def test_the_reprint_is_the_same_text_elsewhere() -> None:
    assert body(WIRE) == body(REPRINT)
    assert urlsplit(metadata(WIRE)["url"]).hostname != urlsplit(metadata(REPRINT)["url"]).hostname
    assert metadata(WIRE)["title"] != metadata(REPRINT)["title"]
    texts = [body(name) for name in NAMES]
    assert len(set(texts)) == len(texts) - 1


DISAGREEMENTS = [
    ("the loan", ["£2.2bn", "£2.26bn", "£2.2 billion"]),
    ("the missiles", ["to buy 5,000", "more than 5,000", "over 5,000"]),
    ("the £1.6bn", ["£1.6bn ($2bn) deal", "loan of £1.6bn (€1.9bn)", "£1.6bn in export finance"]),
    ("the truce", ["one-month truce", "no truce had been agreed", "none has been agreed"]),
    ("the count", ["18 leaders", "list of 11 countries", "16 of the 18"]),
    ("attendance", ["attended the summit", "joined the summit", "joined the talks"]),
    ("the condition", ["if a peace deal is reached", "with the backing of the United States"]),
    ("the contact group", ["€21bn", "€11bn", "£4.5bn", "£450m"]),
]


@pytest.mark.parametrize(("what", "phrases"), DISAGREEMENTS)
def test_disagreements_of_the_coverage_are_there(what: str, phrases: list[str]) -> None:
    texts = [one_line(body(name)) for name in NAMES]
    missing = [p for p in phrases if not any(p in text for text in texts)]
    assert not missing, f"{what}: {missing}"


def test_long_direct_quotations_belong_to_unnamed_officials() -> None:
    for name in NAMES:
        text = one_line(body(name))
        for match in re.finditer(r"[\"“]([^\"”]+)[\"”]", text):
            if len(match.group(1).split()) > 10:
                after = text[match.end() : match.end() + 40]
                assert re.match(r" (?:a|the) (?:European official|diplomat) said", after), (
                    f"{name}: {match.group(0)}"
                )


def _runs(text: str, length: int = 6) -> set[tuple[str, ...]]:
    text = one_line(text).replace("’", "'").lower()
    for phrase in QUOTED:
        text = text.replace(phrase, "\n")
    runs: set[tuple[str, ...]] = set()
    for piece in text.split("\n"):
        words = re.findall(r"[\w£$€][\w.,'-]*\w|\w", piece)
        runs.update(tuple(words[n : n + length]) for n in range(len(words) - length + 1))
    return runs


@pytest.mark.skipif(not SEED.exists(), reason="../shared/seed is not beside this checkout")
@pytest.mark.parametrize("name", NAMES)
def test_no_sentence_is_taken_from_the_seed_article(name: str) -> None:
    assert not _runs(body(name)) & _runs(SEED.read_text(encoding="utf-8"))
