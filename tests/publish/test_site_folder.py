"""The folder of an export: what is the same is not touched, what is ours and gone is removed."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from publish_book import DISPUTED, ENTRIES, narvik

from pledgebook.publish.cards import entry_path
from pledgebook.publish.site import export
from pledgebook.publish.sitefolder import LIST, SiteFolder


def put(folder: Path, **files: str) -> tuple[int, list[str]]:
    with SiteFolder(folder) as held:
        for name, text in files.items():
            held.put(f"{name}.html", text.encode())
        gone = [path.relative_to(folder).as_posix() for path in held.finish()]
    return held.written, gone


def test_only_what_has_changed_is_written(tmp_path: Path) -> None:
    assert put(tmp_path, a="1", b="2") == (2, [])
    touched = (tmp_path / "a.html").stat().st_mtime_ns
    listed = (tmp_path / LIST).stat().st_mtime_ns
    assert put(tmp_path, a="1", b="2") == (0, [])
    assert (tmp_path / LIST).stat().st_mtime_ns == listed
    assert put(tmp_path, a="1", b="3") == (1, [])
    assert (tmp_path / "a.html").stat().st_mtime_ns == touched
    assert (tmp_path / "b.html").read_text() == "3"


def test_what_belongs_to_the_site_no_more_is_removed(tmp_path: Path) -> None:
    with SiteFolder(tmp_path) as held:
        held.put("on/2025-03-02/a.html", b"1")
        held.finish()
    assert put(tmp_path, b="2") == (1, ["on/2025-03-02/a.html"])
    assert not (tmp_path / "on").exists()


def test_what_others_put_there_or_changed_stays(tmp_path: Path) -> None:
    put(tmp_path, a="1", b="2")
    (tmp_path / "a.html").write_text("mine now")
    (tmp_path / "robots.txt").write_text("mine")
    assert put(tmp_path, c="3") == (1, ["b.html"])
    assert (tmp_path / "a.html").read_text() == "mine now"
    assert (tmp_path / "robots.txt").exists()
    assert put(tmp_path, c="3") == (0, [])


def test_a_run_that_was_stopped_leaves_no_file_unlisted(tmp_path: Path) -> None:
    put(tmp_path, a="1")
    with SiteFolder(tmp_path) as stopped:
        stopped.put("a.html", b"2")
        stopped.put("b.html", b"2")
    assert put(tmp_path, c="3") == (1, ["a.html", "b.html"])


def test_the_list_is_one_that_sha256sum_checks(tmp_path: Path) -> None:
    put(tmp_path, b="2", a="1")
    digests = [hashlib.sha256(text).hexdigest() for text in (b"1", b"2")]
    assert (tmp_path / LIST).read_text() == f"{digests[0]}  a.html\n{digests[1]}  b.html\n"


@pytest.mark.parametrize("path", ["../out.txt", "/etc/hosts", "a/../../out.txt", "..\\out.txt"])
def test_a_list_never_leads_out_of_the_folder(tmp_path: Path, path: str) -> None:
    site, out = tmp_path / "site", tmp_path / "out.txt"
    out.write_text("1")
    site.mkdir()
    digest = hashlib.sha256(b"1").hexdigest()
    (site / LIST).write_text(f"{digest}  {path}\nno line at all\n\n")
    assert put(site, a="1") == (1, [])
    assert out.exists()


def test_a_list_that_is_none_is_made_again(tmp_path: Path) -> None:
    (tmp_path / LIST).write_bytes(b"\xff\xfe\x00")
    assert put(tmp_path, a="1") == (1, [])
    assert put(tmp_path, b="1") == (1, ["a.html"])


def test_an_export_says_what_it_did(tmp_path: Path) -> None:
    first = export(narvik(), tmp_path)
    assert first.written == len(first.files)
    again = export(narvik(), tmp_path)
    assert (again.written, again.removed) == (0, ())
    fewer = replace(narvik(), the_entries=ENTRIES[1:])
    assert tmp_path / entry_path(DISPUTED) in export(fewer, tmp_path).removed
