"""A book definition is data: what is shipped loads, and what does not fit is named."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pledgebook.books.definition import (
    BookError,
    definitions,
    load_definition,
    sample_sources,
)

GOOD = """\
id: harbour
title: Harbour talks
summary: Who pays for the harbour.
coalition: harbour friends
plan: two-point plan
points:
  - {ordinal: 1, text: Dredge the harbour., goals: [other]}
  - {ordinal: 2, text: Guard the harbour., goals: [deterrence, coalition_guarantee]}
actors: [NOR, "org:eu", "person:jane-doe", "group:g7"]
recipients: [FJI]
"""


def _write(folder: Path, text: str) -> str:
    path = folder / "harbour.yaml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_shipped_definitions_are_listed() -> None:
    assert definitions() == ("climate-finance-example", "london-2025")


@pytest.mark.parametrize("name", definitions())
def test_shipped_definition_loads_under_its_own_id(name: str) -> None:
    book = load_definition(name)
    assert book.id == name
    assert book.rules == "default"
    assert [point.ordinal for point in book.points] == list(range(1, len(book.points) + 1))


def test_london_has_the_four_points_with_their_goals() -> None:
    assert [point.goals for point in load_definition("london-2025").points] == [
        ("military_aid", "economic_pressure"),
        ("sovereignty", "seat_at_talks"),
        ("deterrence",),
        ("coalition_guarantee",),
    ]


def test_london_says_that_its_sources_are_no_news() -> None:
    notice = load_definition("london-2025").notice
    assert notice is not None
    assert "Sample texts" in notice
    assert "not news reports" in notice


def test_summary_states_how_many_sources_are_shipped() -> None:
    assert len(sample_sources("london-2025")) == 16
    assert "sixteen sample sources" in load_definition("london-2025").summary


def test_a_book_on_another_subject_shares_no_word_of_the_first() -> None:
    climate, london = load_definition("climate-finance-example"), load_definition("london-2025")
    assert climate.coalition != london.coalition
    assert not set(climate.recipients) & set(london.recipients)
    assert sample_sources("climate-finance-example") == ()


def test_own_definition_loads_by_path(tmp_path: Path) -> None:
    book = load_definition(_write(tmp_path, GOOD))
    assert book.id == "harbour"
    assert book.actors == ("NOR", "org:eu", "person:jane-doe", "group:g7")
    assert book.points[1].goals == ("deterrence", "coalition_guarantee")
    assert book.notice is None


def test_a_point_may_have_terms_of_its_own(tmp_path: Path) -> None:
    text = GOOD.replace("goals: [other]", "goals: [other], terms: [dredger, deep channel]")
    points = load_definition(_write(tmp_path, text)).points
    assert [point.terms for point in points] == [("dredger", "deep channel"), ()]


def test_days_are_read_with_and_without_quotes_and_stand_in_order(tmp_path: Path) -> None:
    text = GOOD + "days: [2025-04-11, '2025-03-06']\n"
    assert load_definition(_write(tmp_path, text)).days == (date(2025, 3, 6), date(2025, 4, 11))
    assert load_definition(_write(tmp_path, GOOD)).days == ()


def test_folded_lines_become_one(tmp_path: Path) -> None:
    text = GOOD.replace("summary: Who pays", "summary: >\n  Who\n  pays")
    assert load_definition(_write(tmp_path, text)).summary == "Who pays for the harbour."


REFUSED = [
    ("title: Harbour talks\n", "", "title: is missing"),
    ("title: Harbour talks", "title: ''", "title: words are needed, not nothing"),
    ("title: Harbour talks", "title: 7", "title: words are needed, not 7"),
    ("title: Harbour talks", "titel: Harbour talks", "titel: is no field here"),
    ("id: harbour", "id: Harbour Talks", "id: 'Harbour Talks' is not lower-case words"),
    ("ordinal: 2", "ordinal: 3", "points: ordinals run 1, 2, 3 …, not [1, 3]"),
    ("ordinal: 2", "ordinal: two", "points.1.ordinal: a number from 1 is needed, not words"),
    ("ordinal: 2", "ordinal: true", "points.1.ordinal: a number from 1 is needed, not yes or no"),
    ("goals: [other]", "goals: [peace]", "points.0.goals.0: 'peace' is not one of military_aid"),
    ("goals: [other]", "goals: []", "points.0.goals: at least one goal is needed"),
    ("goals: [other]", "goals: other", "points.0.goals: a list is needed, not words"),
    ("goals: [other]", "goal: [other]", "points.0.goal: is no field here"),
    (
        "goals: [other]",
        "goals: [other], terms: pump",
        "points.0.terms: a list is needed, not words",
    ),
    (
        "goals: [other]",
        "goals: [other], terms: ['']",
        "points.0.terms.0: '' is not a word or words",
    ),
    ("text: Guard the harbour.", "text: null", "points.1.text: is missing"),
    ("actors: [NOR,", "actors: [Norway,", "actors.0: 'Norway' is not an actor id"),
    ("actors: [NOR,", "actors: [NOR, NOR,", "actors.1: NOR stands twice"),
    ("actors: [NOR,", "actors: [false,", "actors.0: False is not an actor id"),
    ("recipients: [FJI]", "recipients: FJI", "recipients: a list is needed, not words"),
    ("recipients: [FJI]", "days: March", "days: a list is needed, not words"),
    ("recipients: [FJI]", "days: [3 March]", "days.0: '3 March' is no day; write it as 2025-03-06"),
    ("recipients: [FJI]", "days: [2025-03-06 10:00:00]", "days.0: datetime.datetime(2025, 3, 6"),
    ("recipients: [FJI]", "days: [2025-03-06, '2025-03-06']", "days.1: 2025-03-06 stands twice"),
]


@pytest.mark.parametrize(("old", "new", "message"), REFUSED)
def test_refusal_names_file_and_field(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in GOOD
    with pytest.raises(BookError) as error:
        load_definition(_write(tmp_path, GOOD.replace(old, new)))
    assert str(error.value).startswith(f"harbour.yaml: {message}")


@pytest.mark.parametrize("text", ["", "- a\n- b\n", "just words\n"])
def test_a_file_that_is_no_object_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(BookError, match=r"harbour\.yaml: an object with fields is needed"):
        load_definition(_write(tmp_path, text))


def test_no_points_are_refused(tmp_path: Path) -> None:
    head, rest = GOOD.split("points:\n")
    text = head + rest[rest.index("actors:") :]
    with pytest.raises(BookError, match="points: at least one point is needed"):
        load_definition(_write(tmp_path, text))


def test_broken_yaml_names_the_line(tmp_path: Path) -> None:
    with pytest.raises(BookError, match=r"harbour\.yaml: is not YAML \(.*line 2\)"):
        load_definition(_write(tmp_path, "id: harbour\ntitle: talks: again\n"))


def test_a_tag_that_would_run_code_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BookError, match="is not YAML"):
        load_definition(_write(tmp_path, "id: !!python/object/apply:os.getcwd []\n"))


def test_other_encodings_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "harbour.yaml"
    path.write_bytes(b"title: caf\xe9\n")
    with pytest.raises(BookError, match="is not UTF-8"):
        load_definition(str(path))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BookError, match=r"nowhere\.yaml: cannot be opened"):
        load_definition(str(tmp_path / "nowhere.yaml"))


@pytest.mark.parametrize("load", [load_definition, sample_sources])
def test_an_unknown_name_lists_the_known_ones(load: object) -> None:
    assert callable(load)
    with pytest.raises(BookError, match=r"atlantis: no book .* climate-finance-example, london"):
        load("atlantis")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("report", "mailto:desk@example.org"),
        ("report", "mailto:desk@example.org?cc=chief@example.org"),
        ("report", "https://example.org"),
        ("report", "https://example.org:8443/issues/new?labels=book"),
        ("address", "https://example.org/ukraine"),
    ],
)
def test_addresses_that_pages_link_to_are_taken(tmp_path: Path, field: str, value: str) -> None:
    book = load_definition(_write(tmp_path, f'{GOOD}{field}: "{value}"\n'))
    assert getattr(book, field) == value


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("report", "javascript:alert(1)"),
        ("report", "data:text/html,x"),
        ("report", "http://example.org/errors"),
        ("report", "ftp://example.org"),
        ("report", "//example.org/errors"),
        ("report", "errors.html"),
        ("report", "mailto:"),
        ("report", "mailto:desk"),
        ("report", "mailto:desk@example.org, boss@example.org"),
        ("report", "https://example.org/a b"),
        ("report", "https://example.org/<b>"),
        ("report", "https://"),
        ("report", "HTTPS:example.org"),
        ("address", "mailto:desk@example.org"),
        ("address", "https://example.org/?q=1"),
        ("address", "http://example.org/"),
    ],
)
def test_an_address_of_another_form_is_refused(tmp_path: Path, field: str, value: str) -> None:
    with pytest.raises(BookError, match=rf"harbour\.yaml: {field}: .* is not an? .*(https|mailto)"):
        load_definition(_write(tmp_path, f'{GOOD}{field}: "{value}"\n'))
