"""The server gives the very pages of the static export, with strict headers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from publish_book import DISPUTED, narvik
from publish_client import Client
from publish_html import Reading, without_forms, without_questions

from pledgebook.publish.answers import SECURITY_HEADERS
from pledgebook.publish.cards import entry_path
from pledgebook.publish.site import write_site


@pytest.fixture(scope="module")
def client() -> Client:
    return Client()


def test_every_file_of_the_export_is_served_byte_for_byte(client: Client, tmp_path: Path) -> None:
    files = write_site(narvik(), tmp_path, lambda _day: narvik())
    assert len(files) > 20
    pages = {file.relative_to(tmp_path).as_posix() for file in files if file.suffix == ".html"}
    for file in files:
        path = file.relative_to(tmp_path).as_posix()
        answer = client.get(f"/{path}")
        assert answer.status_code == (404 if path == "404.html" else 200), path
        if path.removesuffix("json") + "html" in pages and path != "api.json":
            told = json.loads(file.read_bytes())
            assert without_questions(json.loads(answer.content)) == without_questions(told), path
        elif path != "404.html":  # the server knows at which depth it shows it
            assert without_forms(answer.content) == file.read_bytes(), path


@pytest.mark.parametrize(
    ("short", "path"),
    [
        ("/", "index.html"),
        ("/commitments", "commitments.html"),
        ("/data/", "data/index.html"),
        ("/" + entry_path(DISPUTED).removesuffix(".html"), entry_path(DISPUTED)),
    ],
)
def test_addresses_without_ending_give_the_same_page(client: Client, short: str, path: str) -> None:
    assert client.get(short).content == client.get(f"/{path}").content


@pytest.mark.parametrize("path", ["/", "/nowhere", "/healthz", "/static/style.css", "/static/x"])
def test_every_answer_has_the_security_headers(client: Client, path: str) -> None:
    headers = client.get(path).headers
    for name, value in SECURITY_HEADERS.items():
        assert headers[name] == value
    policy = headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert "set-cookie" not in headers


@pytest.mark.parametrize(
    "path", ["/nowhere", "/entries/0000", "/a/b/c", "/sources/..%2f..%2fetc%2fpasswd", "/entries/"]
)
def test_no_such_page_is_said_in_a_page_whose_links_work(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    sheet = next(h for h in Reading(answer.text).hrefs() if h.endswith("style.css"))
    assert client.get(str(answer.url.join(sheet))).status_code == 200


def test_what_a_page_shows_is_there_as_json(client: Client) -> None:
    for path in ("/commitments.json", "/commitments.html.json"):
        answer = client.get(path)
        assert answer.headers["content-type"] == "application/json"
        assert answer.json()["page"]["of"] == 2
    entry = client.get("/" + entry_path(DISPUTED).replace(".html", ".json")).json()
    assert entry["page"]["id"] == DISPUTED.id


def test_an_unchanged_page_is_not_sent_again(client: Client) -> None:
    tag = client.get("/").headers["etag"]
    answer = client.get("/", headers={"if-none-match": tag})
    assert (answer.status_code, answer.content) == (304, b"")
    assert client.get("/", headers={"if-none-match": '"other"'}).status_code == 200


def test_health_says_that_the_book_can_be_read(client: Client) -> None:
    assert client.get("/healthz").json() == {
        "status": "ok",
        "updated": "2025-05-09T08:30:00+00:00",
    }


def test_nothing_is_written_through_the_server(client: Client) -> None:
    for path in ("/", "/data/claims.jsonl"):
        assert client.ask("POST", path).status_code == 405
