"""Products by numpy's library: the same tokens as by spaCy's own, on one thread."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import spacy
from thinc.api import NumpyOps
from threadpoolctl import threadpool_info, threadpool_limits

from pledgebook.language.matrix_products import OneThread, multiply_by_numpy
from pledgebook.language.model_files import require
from pledgebook.language.spacy_parser import LEFT_OUT, SpacyParser
from pledgebook.model.spans import Span

TEXTS = (
    "Norway will give Ukraine 85 billion kroner this year.",
    "The ministry said on Tuesday that it had ordered 12 more howitzers, four of them for Kyiv.",
    "No decision has been taken, and none is expected before the leaders meet again in May.",
    "Pumps.",
    "",
)


def pipeline() -> spacy.language.Language:
    folder = require(None).where
    assert folder is not None
    return spacy.util.load_model_from_path(folder, exclude=list(LEFT_OUT))


def test_every_layer_multiplies_with_numpy() -> None:
    changed = pipeline()
    multiply_by_numpy(changed)
    models: list[Any] = [getattr(component, "model", None) for _, component in changed.pipeline]
    layers = [layer for model in models if model is not None for layer in model.walk()]
    assert len(layers) > 20
    assert all(isinstance(layer.ops, NumpyOps) and not layer.ops.use_blis for layer in layers)


def test_tokens_are_those_of_the_pipeline_as_it_comes() -> None:
    text = " ".join(TEXTS)
    spans, start = [], 0
    for part in TEXTS:
        spans.append(Span(start, start + len(part)))
        start += len(part) + 1
    ours = SpacyParser.load()
    assert ours.parse(text, spans) == SpacyParser(pipeline()).parse(text, spans)


def threads() -> list[int]:
    return [pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"]


@pytest.mark.parametrize("before", [1, 2])
def test_one_thread_while_it_multiplies_and_as_many_as_before_after(before: int) -> None:
    assert np.ones((2, 2), "f").dot(np.ones((2, 2), "f")).sum() == 8
    with threadpool_limits(before, user_api="blas"):
        kept = threads()
        with OneThread()():
            assert set(threads()) <= {1}
        assert threads() == kept
