"""What a request or a question got no for is refused; what others would give is no refusal.

All sentences are our own; the page is about Moldova (story_lines.py).
"""

from __future__ import annotations

import pytest
from _pytest.mark import ParameterSet
from commitment_lines import Line, Want
from story_lines import check_in_story, in_story, told_there


def refused(sentence: str, donor: str, items: str) -> ParameterSet:
    """A line of the story by which one giver refuses one thing."""
    return in_story(sentence, Want(donors=donor, firmness="denied", items=items))


REFUSED = [
    # the answer stands in a quotation, or in the sentence behind the question
    refused('Asked if Turkish F-16s would be stationed at the Balti base, Akyol said: "No."', "TUR",
            "F-16s"),
    refused("Asked whether Spanish jets would be based there, she said no.", "ESP", "jets"),
    refused('Pressed on whether Italian jets might be next, he shot back: "Not a chance."', "ITA",
            "jets"),
    refused('Asked whether it would send jets, Sweden\'s minister said: "That is not going to '
            'happen."', "SWE", "jets"),
    refused('A Spanish reporter asked if Turkish jets would be stationed in Balti. "No," the '
            "Turkish minister said.", "TUR", "jets"),
    # what was asked about or for
    refused("Asked about a short-range air defence system, Spain's minister said Madrid would not "
            "be supplying one.", "ESP", "short-range air defence system"),
    refused("Asked about transformers, Poland's minister said it could not spare any.", "POL",
            "transformers"),
    refused("Spain was asked for transformers and said none could be spared.", "ESP",
            "transformers"),
    refused("Asked for helicopters, Norway said it had none to spare.", "NOR", "helicopters"),
    refused("Greece had been asked for a patrol boat, and Athens replied that neither of its two "
            "could be spared.", "GRC", "1 patrol boat"),
    refused("A request for air defence batteries, too, was turned down in Madrid.", "ESP",
            "air defence batteries"),
    refused("A request for Spanish air defence batteries, too, has met with a refusal in Madrid.",
            "ESP", "air defence batteries"),
    # a question by itself
    refused('Could Greece spare a frigate? "No," said its defence minister.', "GRC", "frigate"),
    refused("Is Germany going to send soldiers? Not according to the defence minister.", "DEU",
            "soldiers"),
    refused("Will Spain send soldiers? Never, said its premier.", "ESP", "soldiers"),
    refused('Would Greece part with its S-300s? "Not one, not ever," its minister said.', "GRC",
            "S-300s"),
    # arms by their name, and where they stay
    refused("Asked whether RAF Typhoons could be spared, the British PM was crisp. 'No. They are "
            "guarding our skies,' she said.", "GBR", "Typhoons"),
    refused('Asked whether British Typhoons could be spared, its minister said: "They are staying '
            'at home."', "GBR", "Typhoons"),
    refused("Britain said it would not send Typhoons.", "GBR", "Typhoons"),
    # one of two
    refused("Intelligence, yes; soldiers, no, the Canadian minister said.", "CAN", "soldiers"),
    refused("What about the Danes? Money, yes; soldiers, no.", "DNK", "soldiers"),
    # more words of refusing
    refused("Brazil ruled out a return of its soldiers.", "BRA", "soldiers"),
    refused("Hungary once again said it would supply no weapons whatsoever.", "HUN", "weapons"),
    refused("Hungary's minister said its jets would not be going to Moldova.", "HUN", "jets"),
    refused("The chancellery in Berlin said that deliveries of arms to Moldova were excluded.",
            "DEU", "arms"),
    refused("Belgium will not be among those sending jets.", "BEL", "jets"),
    refused("Austria drew the line at tanks.", "AUT", "tanks"),
    # who refuses is named in the sentence before
    refused('From Kenya came a polite "no, thank you". Its minister said the troops would not be '
            "going to Moldova.", "KEN", "troops"),
]  # fmt: skip


@pytest.mark.parametrize("row", REFUSED)
def test_it_is_told_as_refused(row: Line) -> None:
    check_in_story(row)


#: Nothing is refused here, nor what its refuser would give.
NOT_REFUSED = [
    "Russia rejects any Western troops.",
    "Moscow said it opposed the deployment of foreign soldiers.",
    "Serbia rejects French troops.",
    "Asked if Turkish F-16s would be stationed there, Akyol said yes.",
    'Asked if prices would rise, the Spanish minister said: "No."',
    'Asked whether he would resign, the Irish minister said: "Not a chance."',
    "Spain was asked for a patrol boat and will send one.",
    "Money, no; tents, yes, the Danish minister said.",
    "Germany ruled out a return of its ambassador.",
    "Asked about its air defence system, Spain's minister said Madrid would not be selling one.",
    'Could Spain win the cup? "No," said its coach.',
    'Was the Danish army short of tanks? "No," its chief said.',
    "Will Spain send soldiers? Not before March.",
    "Will Spain send soldiers? Nobody knows.",
    "Will Norway stop sending jets? No, said its premier.",
    "A request for more pay for Danish soldiers was turned down.",
    "Imports of Spanish weapons were excluded by the court.",
    "Spanish soldiers were excluded from the games.",
    "Norway will send no more than 20 tanks.",
    'Asked about the typhoons, the Philippine minister said: "They are staying away this year."',
    "Spain said no typhoons would be sent by nature.",
    'Would Spain win? "Not one, not ever," its coach said.',
]


@pytest.mark.parametrize("sentence", NOT_REFUSED)
def test_nothing_is_refused(sentence: str) -> None:
    assert not [claim for claim in told_there(sentence) if claim.firmness == "denied"]
