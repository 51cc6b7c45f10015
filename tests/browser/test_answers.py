"""Every answer of the running server has the security headers; none sets a cookie."""

from __future__ import annotations

from collections.abc import Iterator
from http.client import HTTPResponse
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from page_types import Address
from running_site import Site

from pledgebook.publish.answers import SECURITY_HEADERS


def answer(address: str, method: str = "GET") -> HTTPResponse | HTTPError:
    request = Request(address, method=method)  # noqa: S310 - loopback
    try:
        with urlopen(request, timeout=20) as found:  # noqa: S310 - loopback
            assert isinstance(found, HTTPResponse)
            found.read()
            return found
    except HTTPError as error:
        error.read()
        return error


def everything(site: Site, types: tuple[Address, ...]) -> Iterator[str]:
    """Addresses of every page type as HTML and JSON, and of every file that is no page."""
    for address in types:
        yield address.path
        yield address.path.removesuffix(".html") + ".json"
    for file in site.folder.rglob("*"):
        shown = file.is_file() and not file.name.startswith(".")
        if shown and file.suffix not in {".html", ".json"}:
            yield file.relative_to(site.folder).as_posix()


def test_every_answer_has_the_headers_and_no_cookie(demo: Site, types: tuple[Address, ...]) -> None:
    asked = sorted(set(everything(demo, types)))
    assert len(asked) > 20
    for path in asked:
        found = answer(demo.served + path)
        expected = 404 if path.startswith("404.") else 200
        assert found.status == expected, path
        for name, value in SECURITY_HEADERS.items():
            assert found.headers[name] == value, (path, name)
        assert "set-cookie" not in found.headers, path


@pytest.mark.parametrize(
    ("path", "method"),
    [
        ("nowhere", "GET"),
        ("static/nothing.css", "GET"),
        ("entries/0", "GET"),
        ("?page=-1", "GET"),
        ("commitments?page=x&sort=%00&donor=%ff", "GET"),
        ("index.html", "POST"),
        ("index.html", "HEAD"),
        ("%2e%2e/%2e%2e/etc/passwd", "GET"),
    ],
)
def test_errors_have_the_headers_too_and_are_no_crash(demo: Site, path: str, method: str) -> None:
    found = answer(demo.served + path, method)
    assert found.status in {200, 400, 404, 405}
    for name, value in SECURITY_HEADERS.items():
        assert found.headers[name] == value, name
    assert "set-cookie" not in found.headers


def test_the_policy_allows_nothing_inline(demo: Site) -> None:
    policy = answer(demo.served).headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "*" not in policy
