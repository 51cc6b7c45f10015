"""The description of the addresses: valid OpenAPI 3.1, and true of every address of a book."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode

import jsonschema
import pytest
from pict_book import promises, view_of
from publish_book import FakeView, narvik
from publish_client import Client, FakeLibrary
from publish_html import Reading
from release_book import released

from pledgebook.publish.api.pages import example_addresses
from pledgebook.publish.api.samples import pattern_of
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book
from pledgebook.publish.page import Page
from pledgebook.publish.pages import everything

VIEWS = {
    "narvik": narvik(),
    "named only": narvik("metadata"),
    "promises": promises(),
    "released": released(),
}
#: Addresses that no book of the tests has; the description still names them.
RARE = {"/commitments/{page}.json", "/conflicts/{page}.json", "/search/{page}.json"}


def client(view: FakeView) -> Client:
    return Client(FakeLibrary(lambda _day: view))


def document(view: FakeView) -> dict[str, Any]:
    answer = client(view).get("/api.json")
    assert answer.headers["content-type"] == "application/json"
    found: dict[str, Any] = answer.json()
    return found


def schema_of(doc: dict[str, Any], path: str, status: str = "200") -> dict[str, Any]:
    content = doc["paths"][path]["get"]["responses"][status]["content"]
    return {**content["application/json"]["schema"], "components": doc["components"]}


def validate(data: object, schema: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator(schema).validate(data)


@pytest.mark.parametrize("view", [*VIEWS.values(), view_of(())])
def test_the_document_is_valid(view: FakeView) -> None:
    doc = document(view)
    assert doc["openapi"] == "3.1.0"
    specs = pytest.importorskip(
        "openapi_spec_validator", reason="not installed: run make .venv/.dev"
    )
    specs.OpenAPIV31SpecValidator(doc).validate()
    for schema in doc["components"]["schemas"].values():
        jsonschema.Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("name", VIEWS)
def test_every_example_answers_as_the_document_says(name: str) -> None:
    asking, doc = client(VIEWS[name]), document(VIEWS[name])
    walked = 0
    for path, at in doc["paths"].items():
        for address in example_addresses(path, at["get"].get("parameters", [])):
            answer = asking.get(f"/{address}")
            assert answer.status_code == 200, address
            [said] = at["get"]["responses"]["200"]["content"]
            assert answer.headers["content-type"].partition(";")[0] == said, address
            if (
                said == "application/json"
                and "schema" in at["get"]["responses"]["200"]["content"][said]
            ):
                validate(answer.json(), schema_of(doc, path))
                if path != "/healthz":
                    page = asking.get("/" + address.replace(".json", "", 1))
                    assert page.headers["content-type"].startswith("text/html")
            walked += 1
    assert walked > 30


def test_every_page_and_file_of_a_book_fits_one_kind_of_address() -> None:
    for view in VIEWS.values():
        doc = document(view)
        patterns = {path: pattern_of(path) for path in doc["paths"]}
        asked = Asked(served=True)
        for made in everything(Book(view), asked):
            assert made is not None
            if made.path == "404.html":
                continue
            path = "/" + made.path
            if isinstance(made, Page):
                path = path.removesuffix(".html") + ".json"
            if path == "/api.json":
                continue
            fitting = [p for p, pattern in patterns.items() if pattern.fullmatch(path)]
            assert fitting, f"{path} is described nowhere: add it to publish/api/addresses.py"


def test_pages_that_no_example_names_are_described_truly_too() -> None:
    for view in VIEWS.values():
        asking, doc = client(view), document(view)
        patterns = {path: pattern_of(path) for path in doc["paths"]}
        for made in everything(Book(view), Asked()):
            if not isinstance(made, Page) or made.path in ("404.html", "api.html"):
                continue
            path = "/" + made.path.removesuffix(".html") + ".json"
            fitting = next(p for p, pattern in patterns.items() if pattern.fullmatch(path))
            validate(asking.get(path).json(), schema_of(doc, fitting))


def test_every_parameter_is_taken_and_a_wrong_value_is_refused_as_described() -> None:
    asking, doc = client(narvik()), document(narvik())
    asked, refused = 0, 0
    for path, at in doc["paths"].items():
        if "{" in path or not path.endswith(".json") or path.startswith("/data/"):
            continue
        for one in at["get"].get("parameters", []):
            if "example" in one:
                query = urlencode({one["name"]: one["example"]}, doseq=True)
                answer = asking.get(f"{path}?{query}")
                assert answer.status_code == 200, (path, query)
                validate(answer.json(), schema_of(doc, path))
                asked += 1
            schema = one["schema"].get("items", one["schema"])
            if "enum" in schema or schema.get("format") == "date":
                answer = asking.get(f"{path}?{one['name']}=no-such-value")
                assert answer.status_code == 400, (path, one["name"])
                validate(answer.json(), schema_of(doc, path, "400"))
                assert answer.json()["error"]["parameter"] == one["name"]
                refused += 1
    assert (asked > 10, refused > 5) == (True, True)


def test_what_is_not_there_is_answered_as_described() -> None:
    asking, doc = client(narvik()), document(narvik())
    for path, at in doc["paths"].items():
        if "{" not in path or not path.endswith(".json"):
            continue
        names = [p["name"] for p in at["get"]["parameters"] if p["in"] == "path"]
        address = path
        for name in names:
            address = address.replace(f"{{{name}}}", "no-such-thing")
        answer = asking.get(address)
        assert answer.status_code == 404, address
        validate(answer.json(), schema_of(doc, path, "404"))


def test_the_same_addresses_answer_for_a_day() -> None:
    asking, doc = client(narvik()), document(narvik())
    [day] = [s for s in doc["servers"] if "variables" in s]
    prefix = day["url"].lstrip(".").replace("{day}", day["variables"]["day"]["default"])
    for path in ("/index.json", "/statements.json", "/feed.xml", "/api.json"):
        assert asking.get(prefix + path).status_code == 200
    assert asking.get(f"{prefix}/index.json").json()["known_by"] is not None


def test_the_page_says_the_same_in_words() -> None:
    asking, doc = client(narvik()), document(narvik())
    read = Reading(asking.get("/api").text)
    words = read.plain()
    for path, at in doc["paths"].items():
        assert path in words
        assert at["get"]["summary"].replace("`", "") in words.replace("`", "")
    for href in read.hrefs():
        if not href.startswith("#"):
            assert asking.get(f"/{href}").status_code == 200, href


def test_only_rare_addresses_have_no_example() -> None:
    docs = [document(view) for view in VIEWS.values()]
    without = {
        path
        for path, at in docs[0]["paths"].items()
        if not any(
            example_addresses(path, doc["paths"][path]["get"].get("parameters", [])) for doc in docs
        )
    }
    parts = {path for path in without if path.count("{") > 1}
    assert without - parts <= RARE, json.dumps(sorted(without))
