"""The parser: loaded only when it is needed, on verified files, with offsets of the text."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from pledgebook.language import model_files
from pledgebook.language.english import English
from pledgebook.language.model_files import ModelError
from pledgebook.language.protocol import Token
from pledgebook.model.spans import Span

ENGLISH = English()


def tokens_of(text: str) -> tuple[Token, ...]:
    (tokens,) = ENGLISH.parse(text, [Span(0, len(text))])
    return tokens


def test_nothing_heavy_is_imported_before_the_first_parse() -> None:
    code = (
        "import sys\n"
        "from pledgebook.language.english import English\n"
        "from pledgebook.language.detect import language_of\n"
        "english, text = English(), 'He said “we pay.” It is late, and nobody has the money.'\n"
        "blocks = english.blocks(text)\n"
        "assert len(english.sentences(text, blocks)) == 2\n"
        "assert len(english.quotations(text, blocks)) == 1\n"
        "assert language_of(text) == 'en'\n"
        "assert not {'spacy', 'numpy', 'thinc'} & set(sys.modules), sys.modules\n"
        "english.parse(text, [blocks[0].span])\n"
        "assert 'spacy' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_tokens_count_in_the_text() -> None:
    text = "Intro.\r\n\r\nNorway  will\xa0pay\n£40 million to Ukraine."
    start = text.index("Norway")
    (tokens,) = ENGLISH.parse(text, [Span(start, len(text))])
    assert [token.text for token in tokens][:4] == ["Norway", "will", "pay", "£"]
    assert all(token.span.of(text) == token.text for token in tokens)
    assert tokens[0].span == Span(start, start + 6)


def test_heads_and_tags() -> None:
    tokens = tokens_of("Norway will pay forty million euros.")
    verb = next(token for token in tokens if token.text == "pay")
    assert (verb.pos, verb.lemma, verb.dep) == ("VERB", "pay", "ROOT")
    assert tokens[verb.head] is verb
    subject = tokens[0]
    assert (subject.dep, tokens[subject.head].text) == ("nsubj", "pay")


def test_one_span_is_one_sentence() -> None:
    tokens = tokens_of("“We will pay in May. It is late,” the minister said on Monday.")
    roots = [token for number, token in enumerate(tokens) if token.head == number]
    assert len(roots) == 1


def test_spans_come_back_in_the_order_given() -> None:
    text = "Norway pays. Canada rests. Norway pays."
    spans = [Span(13, 26), Span(0, 12), Span(13, 26), Span(12, 13), Span(0, 0), Span(27, 39)]
    parsed = ENGLISH.parse(text, spans)
    assert [tokens[0].text if tokens else None for tokens in parsed] == [
        "Canada", "Norway", "Canada", None, None, "Norway",
    ]  # fmt: skip


def test_a_span_that_is_no_sentence_gives_no_tokens() -> None:
    assert tokens_of("word " * 2_000) == ()


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("The **Harbour Fund **has paid.", "The Harbour Fund has paid."),
        ("- **Oslo** *gave* <u>€5 million</u>.", "Oslo gave €5 million."),
        ("It paid $650 <s>billion</s> million.", "It paid $650 million."),
        ("It is 2 * 3 or 2 ** 3 points.", "It is 2 * 3 or 2 ** 3 points."),
    ],
)
def test_marks_of_type_are_no_words(marked: str, plain: str) -> None:
    lead = 2 if marked.startswith("- ") else 0
    (one,) = ENGLISH.parse(marked, [Span(lead, len(marked))])
    (other,) = ENGLISH.parse(plain, [Span(0, len(plain))])
    assert [(t.text, t.tag, t.dep) for t in one] == [(t.text, t.tag, t.dep) for t in other]
    assert all(token.span.of(marked) == token.text for token in one)


def test_the_installed_model_is_the_known_one() -> None:
    status = model_files.status()
    assert status.verified, status.detail
    assert status.version is not None
    assert status.version.startswith("3.8")


@pytest.fixture
def altered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A model folder whose parser has other weights, in place of every installed package."""
    for name in model_files.WEIGHTS:
        file = tmp_path / name
        file.parent.mkdir()
        file.write_bytes(b"other weights")
    (tmp_path / "meta.json").write_text(json.dumps({"version": "3.8.0"}))
    monkeypatch.setattr(model_files, "_folder", lambda _package: tmp_path)
    return tmp_path


def test_other_weights_are_refused(altered: Path) -> None:
    status = model_files.status()
    assert not status.verified
    assert status.where == altered
    for name in model_files.WEIGHTS:
        assert name in status.detail
    assert "pip install" in status.detail
    with pytest.raises(ModelError, match="differ from the known files"):
        English().parse("Norway pays.", [Span(0, 12)])


def test_a_file_that_changes_is_hashed_again(tmp_path: Path) -> None:
    file = tmp_path / "model"
    file.write_bytes(b"one")
    first = model_files._file_digest(file)
    file.write_bytes(b"other")
    assert model_files._file_digest(file) != first
    assert model_files._file_digest(tmp_path / "missing") is None


def test_other_versions_are_refused(altered: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (altered / "meta.json").write_text(json.dumps({"version": "2.3.1"}))
    monkeypatch.setattr(model_files, "differing", lambda _folder: ())
    assert "2.3.1" in model_files.status().detail
    with pytest.raises(ModelError):
        model_files.require()


def test_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_files, "_folder", lambda _package: None)
    status = model_files.status()
    assert (status.version, status.where, status.verified) == (None, None, False)
    with pytest.raises(ModelError, match="pip install"):
        model_files.require()


def test_a_model_that_the_user_names_is_taken_unverified(altered: Path) -> None:
    status = model_files.require(str(altered))
    assert not status.verified
    assert "not verified" in status.detail


def test_a_named_model_that_is_not_there() -> None:
    with pytest.raises(ModelError, match="neither a folder nor an installed package"):
        English(model="no_such_model").parse("Norway pays.", [Span(0, 12)])
