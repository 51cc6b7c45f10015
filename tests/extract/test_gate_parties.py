"""Who is bound, who hosts, what is asked for or taken back: the words around the cited ones."""

from __future__ import annotations

from typing import Any

import pytest
from gate_pages import cite, claim, page, state

from pledgebook.extract.gate import judge


def gift(text: str, thing: str, giver: str, code: str, **values: Any) -> dict[str, Any]:
    evidence = [cite(text, "donors.0", giver), cite(text, "items.0.name", thing)]
    donors = [state(code, giver)]
    return claim("commitment", evidence, donors=donors, items=[{"name": thing}], **values)


LISTED = "Peru gives tents; Chile, blankets; and Cuba sends stoves."
TWO = "He hails the will of Peru to give 9 tents, and that of Chile to lend 4 stoves."
BRACKETS = "Givers include Peru (tents), Chile (blankets), and Cuba and Fiji (stoves)."
ROWS = "- Peru: tents\n- Chile: blankets\n"
CELLS = "Peru | tents | by air\nChile | blankets | by sea"


@pytest.mark.parametrize(
    ("text", "thing", "giver", "code", "verdict"),
    [
        (LISTED, "tents", "Peru", "PER", "kept"),
        (LISTED, "blankets", "Chile", "CHL", "kept"),
        (LISTED, "stoves", "Cuba", "CUB", "kept"),
        (LISTED, "blankets", "Peru", "PER", "unsupported"),
        (LISTED, "tents", "Chile", "CHL", "unsupported"),
        (LISTED, "tents", "Cuba", "CUB", "unsupported"),
        (ROWS, "blankets", "Chile", "CHL", "kept"),
        (ROWS, "blankets", "Peru", "PER", "unsupported"),
        (CELLS, "tents", "Peru", "PER", "kept"),
        (CELLS, "tents", "Chile", "CHL", "unsupported"),
        ("Peru pledged tents in Chile on Monday.", "tents", "Peru", "PER", "kept"),
        ("Peru pledged tents in Chile on Monday.", "tents", "Chile", "CHL", "unsupported"),
        ("Peru, with Cuba and Chile, is sending tents.", "tents", "Peru", "PER", "kept"),
        ("Peru, with Cuba and Chile, is sending tents.", "tents", "Chile", "CHL", "kept"),
        ("Peru's spring budget sets tents aside.", "tents", "Peru", "PER", "kept"),
        ("Big day in Lima: tents are on the table.", "tents", "Lima", "PER", "kept"),
        ("More tents are to be pitched in Peru.", "tents", "Peru", "PER", "unsupported"),
        ("Peru is to receive tents.", "tents", "Peru", "PER", "unsupported"),
        ("EL SALVADOR has sent tents.", "tents", "EL SALVADOR", "SLV", "kept"),
        (BRACKETS, "blankets", "Chile", "CHL", "kept"),
        (BRACKETS, "tents", "Chile", "CHL", "unsupported"),
        (BRACKETS, "stoves", "Cuba", "CUB", "kept"),
        (TWO, "tents", "Peru", "PER", "kept"),
        (TWO, "stoves", "Chile", "CHL", "kept"),
        (TWO, "tents", "Chile", "CHL", "unsupported"),
        (TWO, "stoves", "Peru", "PER", "unsupported"),
        ("Peru has sent tents with Chile watching.", "tents", "Chile", "CHL", "unsupported"),
        ("The authorities in Chile will send tents.", "tents", "Chile", "CHL", "kept"),
        ("Peru hailed the tents that Chile sent.", "tents", "Chile", "CHL", "kept"),
        ("Peru flew in Chilean tents.", "Chilean tents", "Chilean", "CHL", "kept"),
        ("He thanked Chile for the tents.", "tents", "Chile", "CHL", "kept"),
        ("As for Chile, it may send tents.", "tents", "Chile", "CHL", "kept"),
        ("Aid went to Kenya, Chile and Fiji: tents.", "tents", "Chile", "CHL", "unsupported"),
    ],
)
def test_who_is_bound(text: str, thing: str, giver: str, code: str, verdict: str) -> None:
    assert judge(gift(text, thing, giver, code), page(text)).verdict == verdict


def test_a_giver_does_not_stand_in_the_condition_of_the_gift() -> None:
    text = "Peru will send tents if Chile pays for them."
    condition = "if Chile pays for them"
    for giver, code, verdict in (("Peru", "PER", "kept"), ("Chile", "CHL", "unsupported")):
        proposed = gift(text, "tents", giver, code)
        proposed["conditions"] = [{"text": condition}]
        proposed["evidence"].append(cite(text, "conditions.0.text", condition))
        assert judge(proposed, page(text)).verdict == verdict


def test_a_taker_is_not_the_one_who_gives_in_another_sentence() -> None:
    text = "Peru handed over ten tents. Chile is grateful."
    for giver, taker, verdict in (("Peru", "Chile", "kept"), ("Chile", "Peru", "unsupported")):
        codes = {"Peru": "PER", "Chile": "CHL"}
        proposed = gift(text, "tents", giver, codes[giver])
        proposed["recipients"] = [state(codes[taker], taker)]
        proposed["evidence"].append(cite(text, "recipients.0", taker))
        assert judge(proposed, page(text)).verdict == verdict


ASKED = "Peru demanded tents. Chile promised stoves. Cuba asked for boats, and Fiji sent pumps."


@pytest.mark.parametrize(
    ("text", "thing", "stage", "verdict"),
    [
        (ASKED, "tents", "pledged", "unsupported"),
        (ASKED, "tents", "called_for", "kept"),
        (ASKED, "stoves", "pledged", "kept"),
        (ASKED, "boats", "committed", "unsupported"),
        (ASKED, "pumps", "delivered", "kept"),
        ("Peru cancelled the tents.", "tents", "pledged", "unsupported"),
        ("Peru cancelled the tents.", "tents", "withdrawn", "kept"),
        ("The tents have since been withdrawn.", "tents", "committed", "unsupported"),
        ("Peru offered tents but withdrew in May.", "tents", "pledged", "unsupported"),
        (
            "Peru, which promised tents, isn't sending them after all.",
            "tents",
            "pledged",
            "unsupported",
        ),
        ("Peru, which promised tents, isn't sending them after all.", "tents", "withdrawn", "kept"),
        ("Peru had hoped for tents.", "tents", "pledged", "unsupported"),
        ("Peru wants Chile to lend tents.", "tents", "committed", "unsupported"),
        ("Peru will send tents without lifting the ban.", "tents", "pledged", "kept"),
        ("In response to a request from Fiji, Peru sends tents.", "tents", "pledged", "kept"),
        ("Peru must send tents.", "tents", "pledged", "unsupported"),
        ("Do not mix them up with the tents that Peru promised.", "tents", "pledged", "kept"),
        ("Peru must not lose the ten tents which Fiji sent.", "tents", "delivered", "kept"),
        ("Peru must send the tents that Fiji lost.", "tents", "pledged", "unsupported"),
        ("Peru must send tents that Fiji demanded.", "tents", "pledged", "unsupported"),
        ("Peru cancelled the tents that it promised.", "tents", "pledged", "unsupported"),
        ("They must not be mixed up with the tents that Peru gave.", "tents", "committed", "kept"),
        ("Chile asked for the tents that Peru promised Fiji.", "tents", "pledged", "kept"),
        ("Ten tents from Peru went the same way.", "tents", "delivered", "kept"),
        ("Ten tents from Peru are expected soon.", "tents", "delivered", "unsupported"),
        ("Deliveries of tents will begin in May.", "Deliveries", "delivered", "unsupported"),
        ("Deliveries of tents began in May.", "Deliveries", "delivered", "kept"),
        ("Calls for:\n- tents\n- stoves\n", "stoves", "pledged", "unsupported"),
        ("Calls for help were heard. Peru gives:\n- tents\n", "tents", "pledged", "kept"),
    ],
)
def test_what_is_asked_for_or_taken_back_is_no_promise(
    text: str, thing: str, stage: str, verdict: str
) -> None:
    evidence = [cite(text, "items.0.name", thing)]
    proposed = claim("commitment", evidence, items=[{"name": thing}], stage=stage)
    assert judge(proposed, page(text)).verdict == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Peru sends tents. There is one catch: Chile must pay.", "unsupported"),
        ("Peru sends tents. The offer depends on a vote.", "unsupported"),
        ("Peru sends tents. The amount depends on the weather.", "kept"),
        ("Peru sends tents.\n\nThere is one catch: Chile must pay.", "kept"),
        ("If parliament agrees, Peru sends:\n- tents\n- stoves\n", "unsupported"),
        ("Peru sends tents as soon as the Senate agrees.", "unsupported"),
        ("Peru sends tents as soon as possible.", "kept"),
        ("Peru sends tents, provided others do.", "unsupported"),
        ("Peru sends tents, provided by Chile.", "kept"),
        ("Peru sends tents. Parliament still has to vote.", "unsupported"),
        ("Peru sends tents. It has yet to decide on boats.", "kept"),
        ("Peru sends tents, should the Agency so wish.", "unsupported"),
        ("Peru sends tents once audited accounts are in hand.", "unsupported"),
        ("Peru sends tents, but Chile must first ratify the treaty.", "unsupported"),
        ("Peru sends tents. Chile is content.", "kept"),
    ],
)
def test_a_condition_may_stand_beside_the_sentence(text: str, verdict: str) -> None:
    evidence = [cite(text, "items.0.name", "tents")]
    values = {"items": [{"name": "tents"}], "conditions": [], "firmness": "firm"}
    assert judge(claim("commitment", evidence, **values), page(text)).verdict == verdict


@pytest.mark.parametrize(
    ("text", "firmness", "verdict"),
    [
        ("Will Peru send tents? No.", "denied", "kept"),
        ("Will Peru send tents? No.", "firm", "unsupported"),
    ],
)
def test_words_cited_for_a_firmness_say_it(text: str, firmness: str, verdict: str) -> None:
    evidence = [cite(text, "items.0.name", "tents"), cite(text, "firmness", "No")]
    proposed = claim("commitment", evidence, items=[{"name": "tents"}], firmness=firmness)
    assert judge(proposed, page(text)).verdict == verdict


HOSTED = "At the invitation of Chile, ten states met. Fiji, which chaired the talks, joined Peru."


@pytest.mark.parametrize(
    ("text", "name", "code", "role", "verdict"),
    [
        (HOSTED, "Chile", "CHL", "host", "kept"),
        (HOSTED, "Fiji", "FJI", "host", "kept"),
        (HOSTED, "Peru", "PER", "host", "unsupported"),
        ("Fiji will also host the next round.", "Fiji", "FJI", "host", "kept"),
        ("Fiji was there, the host, Chile, said.", "Chile", "CHL", "host", "kept"),
        ("Fiji was there, the host, Chile, said.", "Fiji", "FJI", "host", "unsupported"),
        ("Fiji joined other leaders at the summit.", "Fiji", "FJI", "attended", "kept"),
        ("Fiji joined other leaders at the summit.", "Fiji", "FJI", "joined", "unsupported"),
        ("Fiji has joined the coalition.", "Fiji", "FJI", "joined", "kept"),
        ("Those endorsing the pact include Fiji.", "Fiji", "FJI", "joined", "kept"),
        ("Chile held a summit and invited Fiji.", "Fiji", "FJI", "attended", "unsupported"),
        ("Chile held a summit and invited Fiji.", "Fiji", "FJI", "invited", "kept"),
        ("Not on board: Fiji.", "Fiji", "FJI", "declined", "kept"),
        ("Not on board: Fiji.", "Fiji", "FJI", "attended", "unsupported"),
    ],
)
def test_hosts_guests_and_members(text: str, name: str, code: str, role: str, verdict: str) -> None:
    proposed = claim("participation", [cite(text, "actor", name)], actor=state(code, name))
    assert judge({**proposed, "role": role}, page(text)).verdict == verdict


def test_joining_a_meeting_is_attending_it() -> None:
    text = "Fiji joined the Nadi summit. Peru joined the Nadi coalition."
    for name, code, event, verdict in (
        ("Fiji", "FJI", "summit", "unsupported"),
        ("Peru", "PER", "coalition", "kept"),
    ):
        evidence = [cite(text, "actor", name), cite(text, "event.name", f"Nadi {event}")]
        values = {"actor": state(code, name), "event": {"name": f"Nadi {event}"}}
        proposed = claim("participation", evidence, **values, role="joined")
        assert judge(proposed, page(text)).verdict == verdict


@pytest.mark.parametrize(
    ("text", "status", "verdict"),
    [
        ("Fiji called on Peru to accept a truce.", "agreed", "unsupported"),
        ("Fiji put forward a truce.", "agreed", "unsupported"),
        ("Fiji put forward a truce.", "proposed", "kept"),
        ("The sides agreed:\n(a) on a truce;\n(b) on talks.\n", "agreed", "kept"),
        ("He hailed the announcement of a truce.", "agreed", "kept"),
        ("They are pursuing a deal on a truce.", "agreed", "unsupported"),
        ("Fiji wants a truce, but Peru has agreed a text.", "agreed", "unsupported"),
        ("Fiji said that a truce would be signed.", "agreed", "unsupported"),
    ],
)
def test_a_proposal_is_no_agreement(text: str, status: str, verdict: str) -> None:
    proposed = claim("proposal", [cite(text, "content", "a truce")], content="a truce")
    assert judge({**proposed, "status": status}, page(text)).verdict == verdict


COUNTS = "Peru sends 30 tents and 9 km of hose; 200 more will follow. Two of the 12 pumps came."


@pytest.mark.parametrize(
    ("name", "words", "figure", "unit", "verdict"),
    [
        ("tents", "30", 30, None, "kept"),
        ("hose", "9", 9, "km", "kept"),
        ("hose", "9 km", 9, "kilometres", "kept"),
        ("hose", "9 km", 9, "miles", "refused"),
        ("tents", "9", 9, None, "unsupported"),
        ("tents", "200", 200, None, "kept"),
        ("pumps", "12", 12, None, "kept"),
        ("pumps", "Two", 2, None, "kept"),
        ("pumps", "30", 30, None, "unsupported"),
    ],
)
def test_which_thing_a_count_counts(
    name: str, words: str, figure: int, unit: str | None, verdict: str
) -> None:
    quantity = {"low": figure, "high": figure, "bound": "exact", "unit": unit}
    evidence = [cite(COUNTS, "items.0.name", name), cite(COUNTS, "items.0.quantity", words)]
    proposed = claim("commitment", evidence, items=[{"name": name, "quantity": quantity}])
    assert judge(proposed, page(COUNTS)).verdict == verdict


def test_a_label_that_names_nobody_leaves_the_speaker_open() -> None:
    text = "Q: Prime Minister, will it end?\nA: It will not end this year."
    content = "It will not end this year."
    evidence = [cite(text, "content", content), cite(text, "speaker", "Prime Minister")]
    who = {"id": None, "name": "Prime Minister", "type": "person"}
    proposed = claim("statement", evidence, speaker=who, content=content)
    assert judge(proposed, page(text)).verdict == "kept"


def test_a_state_is_named_behind_its_envoy() -> None:
    text = "The representative of Italy confirmed 9 tents. The Commission of the EU was there."
    for words in ("Italy", "The representative of Italy", "representative of Italy"):
        proposed = claim(
            "commitment", [cite(text, "donors.0", words)], donors=[state("ITA", "Italy")]
        )
        assert judge(proposed, page(text)).verdict == "kept"
        other = {**proposed, "donors": [state("IRL", "Ireland")]}
        assert judge(other, page(text)).verdict == "refused"


def test_a_body_may_go_by_its_head_noun_where_the_page_names_its_kin() -> None:
    body = {"id": "org:european-commission", "name": "Commission", "type": "organisation"}
    for text, verdict in (
        ("The EU paid. The Commission signed.", "kept"),
        ("Peru paid. The Commission signed.", "refused"),
        ("The EU paid. The commission signed.", "refused"),
    ):
        words = "Commission" if "Commission" in text else "commission"
        proposed = claim("commitment", [cite(text, "donors.0", words)], donors=[body])
        assert judge(proposed, page(text)).verdict == verdict


OFFICE = (
    "The Prime Minister (Ana Belo): We will pay. Chile's deputy minister, Tom Reyes, nodded. "
    "The British foreign secretary left for the Paris Agreement talks."
)


@pytest.mark.parametrize(
    ("words", "actor", "verdict"),
    [
        ("Chile's deputy minister, Tom Reyes", {"id": "person:tom-reyes"}, "kept"),
        ("Tom Reyes", {"id": "person:tom-reyes", "affiliation": "CHL"}, "kept"),
        ("Tom Reyes", {"id": "person:tom-reyes", "affiliation": "BRA"}, "refused"),
        ("Chile's deputy minister, Tom Reyes", {"id": "person:ana-belo"}, "refused"),
        ("The Prime Minister", {"id": "person:ana-belo"}, "kept"),
        ("The Prime Minister", {"id": "person:tom-reyes"}, "refused"),
        ("Chile", {"id": "CHL", "type": "state"}, "kept"),
        ("British", {"id": "GBR", "type": "state"}, "kept"),
        ("British", {"id": "CHL", "type": "state"}, "refused"),
        ("Paris", {"id": "FRA", "type": "state"}, "refused"),
    ],
)
def test_offices_and_whom_they_act_for(words: str, actor: dict[str, str], verdict: str) -> None:
    who = {"type": "person", **actor}
    proposed = claim("commitment", [cite(OFFICE, "speaker", words)], speaker=who)
    assert judge(proposed, page(OFFICE)).verdict == verdict
