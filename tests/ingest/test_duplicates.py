"""Near-duplicates: a light edit and a cut repeat a text, another story of the event does not."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from pledgebook.ingest.duplicates import REPEATS, alike, independent, witnesses

STORY = (
    "Ministers of eleven coastal states met on Tuesday in the old customs house of Bergen to "
    "settle who will pay for the sea wall. Norway offered forty million euros over four years, "
    "most of it for pumps and for the two pumping stations north of the harbour. The Danish "
    "minister said that her government would put the sum before parliament in autumn and that "
    "she expected a clear majority. Two delegations left before the vote, and the chair closed "
    "the meeting without a common declaration. Engineers who had prepared the plan warned that "
    "the winter storms would come whether or not the money did, and asked for a first "
    "instalment before October."
)
EDITED = (
    STORY.replace("on Tuesday", "this week")
    .replace("forty million euros", "40 million euros")
    .replace("a clear majority", "broad support")
    .replace("Two delegations", "Two of the delegations")
)
CUT = STORY[: STORY.index(" Two delegations")]
#: The same meeting and sum, told by another reporter, with one sentence quoted by both.
OTHER = (
    "A plan for the Bergen sea wall found its first donor: forty million euros over four years "
    "will come from Oslo. That was all that the conference could agree on. From Copenhagen came"
    " only the promise of a bill. Engineers who had prepared the plan warned that the winter "
    "storms would come whether or not the money did. Several envoys, tired of the quarrel about"
    " shares, had gone home early, and no final text was read out when the doors opened at "
    "midnight. Fishermen waiting in the square were told that the pumps would be ordered first "
    "and the stones later."
)


def test_a_light_edit_and_a_cut_repeat_the_story() -> None:
    for copy in (EDITED, CUT, STORY.upper(), f"Bergen wall gets money\n\n{STORY}"):
        assert alike(STORY, copy) > REPEATS
        assert len(independent({"a": STORY, "b": copy})) == 1


def test_two_stories_of_one_event_stay_apart() -> None:
    assert 0 < alike(STORY, OTHER) < REPEATS / 2
    assert independent({"a": STORY, "b": OTHER}) == ("a", "b")


def test_a_digest_of_two_stories_leaves_them_two() -> None:
    assert independent({"a": STORY, "b": OTHER, "c": f"{STORY} {OTHER}"}) == ("a", "b")


def test_thirty_reprints_are_one_witness() -> None:
    told = {f"{n}": f"Outlet {n} reports. {STORY} Printed in edition {n}." for n in range(30)}
    assert witnesses(told, told) == 1
    assert witnesses([*told, "other"], {**told, "other": OTHER}) == 2


def test_texts_too_short_to_judge_repeat_only_the_same_words() -> None:
    short = {"a": "Norway gives five.", "b": "Norway gives six.", "c": "NORWAY gives – five"}
    assert len(independent(short)) == 2


def test_what_has_no_words_stands_for_itself() -> None:
    assert witnesses(["a", "b"], {}) == 2
    assert witnesses(["a", "b"], {"a": STORY}) == 2
    assert witnesses(["a"], {"a": ""}) == 1


@given(st.lists(st.sampled_from([STORY, EDITED, CUT, OTHER, "Short."]), max_size=8), st.randoms())
def test_it_is_a_function_of_the_set(told: list[str], rng: random.Random) -> None:
    pairs = [(f"t{n}", text) for n, text in enumerate(told)]
    expected = independent(dict(pairs))
    rng.shuffle(pairs)
    assert independent(dict(pairs)) == expected
    assert not any(
        alike(dict(pairs)[a], dict(pairs)[b]) >= REPEATS
        for a in expected
        for b in expected
        if a < b and len(dict(pairs)[a]) > 100 and len(dict(pairs)[b]) > 100
    )
