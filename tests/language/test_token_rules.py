"""The pipeline's rules for tokens, remembered, give what its own ruler gives."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources

import pytest
import spacy
from spacy.language import Language as Pipeline
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from pledgebook.language.model_files import require
from pledgebook.language.spacy_parser import LEFT_OUT
from pledgebook.language.token_rules import RememberedRules, remember_rules

#: Words that single rules name, that they know by a pattern, and that they know by a neighbour.
SENTENCES = (
    "There's nothin' that y'all gotta do, and they're gonna get 'em: let's go, c'm on.",
    "He got what she gets; it did not do so, and he has had it, which it had had to.",
    "That which I gave you is that: you saw it, and all those whom it saw saw you.",
    "Whether or not these are better or worst, more's to come -- 40% of it -- by 5 p.m.",
    "There were some. There is this, as that one 'd said.  \n Two  blanks\tand a tab.",
    "To be, or not to be: to do so is to have to.",
)


def pipeline() -> Pipeline:
    folder = require(None).where
    assert folder is not None
    return spacy.util.load_model_from_path(folder, exclude=list(LEFT_OUT))


def with_a_ruler() -> tuple[Pipeline, AttributeRuler]:
    made = spacy.blank("en")
    ruler = made.add_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    return made, ruler


@pytest.fixture(scope="module")
def both() -> tuple[Pipeline, Pipeline]:
    plain, remembering = pipeline(), pipeline()
    remember_rules(remembering)
    return plain, remembering


def told(doc: Doc) -> list[tuple[str, ...]]:
    return [(t.text, t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_) for t in doc]


def sources() -> Iterator[str]:
    folder = resources.files("pledgebook") / "books" / "sources"
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        files = entry.iterdir() if entry.is_dir() else [entry]
        yield from (file.read_text("utf-8") for file in files if file.name.endswith(".md"))


def test_the_ruler_is_replaced(both: tuple[Pipeline, Pipeline]) -> None:
    assert "attribute_ruler" in both[0].pipe_names
    assert "attribute_ruler" not in both[1].pipe_names


@pytest.mark.parametrize("text", SENTENCES)
def test_single_sentences(both: tuple[Pipeline, Pipeline], text: str) -> None:
    plain, remembering = both
    assert told(remembering(text)) == told(plain(text))
    assert told(remembering(text)) == told(plain(text)), "remembered, no longer matched"


def test_whole_texts(both: tuple[Pipeline, Pipeline]) -> None:
    plain, remembering = both
    texts = list(sources())
    assert len(texts) > 5
    for text in texts:
        assert told(remembering(text)) == told(plain(text))


def test_a_later_rule_has_precedence() -> None:
    made, ruler = with_a_ruler()
    ruler.add([[{"LOWER": "aid"}], [{"LOWER": "help"}]], {"POS": "NOUN", "LEMMA": "first"})
    ruler.add([[{"LOWER": "aid"}, {"LOWER": "came"}]], {"LEMMA": "second"}, index=-2)
    ruler.add([[{"LOWER": {"REGEX": "^ai"}}]], {"POS": "VERB"})
    expected = told(made("Aid came, aid went: help."))
    rules = RememberedRules(ruler)
    assert told(rules(made.make_doc("Aid came, aid went: help."))) == expected
    assert [lemma for *_, lemma, _ in expected][:1] == ["second"]
    assert [tag for _, _, tag, *_ in expected][:4] == ["VERB", "", "", "VERB"]


def test_a_ruler_that_sets_more_stays_as_it_is() -> None:
    made, ruler = with_a_ruler()
    ruler.add([[{"LOWER": "aid"}]], {"NORM": "help"})
    remember_rules(made)
    assert made.pipe_names == ["attribute_ruler"]


def test_a_pipeline_without_a_ruler_stays_as_it_is() -> None:
    made = spacy.blank("en")
    remember_rules(made)
    assert made.pipe_names == []
