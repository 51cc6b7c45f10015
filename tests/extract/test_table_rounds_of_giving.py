"""Stories about rounds of giving: shares, lists under headings, idioms, figures without a currency.

All sentences are our own. What is not given stands beside what is.
"""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_never, check_says, line

ROUND = "Aid for Chad: donors meet in Geneva\n\n"

GIVEN = [
    # whose part of something shared a sum is
    line("Ministers agreed to buy shells for Ukraine together. Estonia's share is 12 million "
         "euros. Belgium said that its share would come to 60 million euros.",
         Want(donors="None"), Want(donors="EST", sum="12m EUR"),
         Want(donors="BEL", sum="60m EUR")),
    line("The Netherlands announced 30 million euros for Ukraine. Norway said its part would be "
         "800 million kroner.", Want(donors="NLD"), Want(donors="NOR", sum="800m NOK")),
    line("Kenya's contribution to the mission in Haiti would be $4m.",
         Want(donors="KEN", recipients="HTI", sum="4m USD")),
    line("The EU met in Brussels. The bloc's €1.6 billion for Moldova had been announced in April.",
         Want(donors="org:eu", recipients="MDA", sum="1.6bn EUR")),
    # whose sum has been paid; what comes from somebody
    line("Japan gave Mali $77m. Ireland's €9m was paid in full within six months.",
         Want(donors="JPN", recipients="MLI"), Want(donors="IRL", recipients="MLI", sum="9m EUR")),
    line("Moldova's €30m loan from the EU was paid out in March.",
         Want(donors="org:eu", recipients="MDA", sum="30m EUR")),
    line("From the World Bank came a commitment of $2bn for Mali.",
         Want(donors="org:world-bank", recipients="MLI", sum="2bn USD")),
    line("Donors pledged aid for Mali. There was also $5m from South Korea.",
         Want(donors="KOR", recipients="MLI", sum="5m USD")),
    # clauses that semicolons or relatives part
    line("Spain chips in 40 million euros for Sudan; Italy is giving 20 million euros.",
         Want(donors="ESP", sum="40m EUR"), Want(donors="ITA", sum="20m EUR")),
    line("Spain gave Sudan €4m, and Norway, whose offer was made public in May, will contribute "
         "about €9m.", Want(donors="ESP", sum="4m EUR"), Want(donors="NOR", sum="9m EUR")),
    line("Spain will pay 4 million euros to Sudan, and Italy, which spoke last, 9 million euros.",
         Want(donors="ESP", sum="4m EUR"), Want(donors="ITA", sum="9m EUR")),
    line("The UK, long the EBRD's biggest shareholder, committed 850 million pounds to Chad.",
         Want(donors="GBR", recipients="TCD", sum="850m GBP")),
    line("Chile's ambassador answered by offering Haiti $3m for schools.",
         Want(donors="CHL", recipients="HTI", sum="3m USD")),
    line("Under the terms agreed in Washington, the US and the EU each provide $20bn to Chad.",
         Want(donors="USA", sum="20bn USD"), Want(donors="org:eu", sum="20bn USD")),
    # idioms
    line("Belgium has ringfenced €7m for Mali.",
         Want(donors="BEL", sum="7m EUR", stage="allocated")),
    line("Estonia has scraped together €4m for Moldova.", Want(donors="EST", sum="4m EUR")),
    line("Canada is shelling out C$40m for Haiti's police.", Want(donors="CAN", sum="40m CAD")),
    line("Britain leads with £89m for Sudan.", Want(donors="GBR", sum="89m GBP", stage="pledged")),
    line("Austria turned up with €10m for Sudan.", Want(donors="AUT", sum="10m EUR")),
    line("Estonia renewed a vow to give Ukraine €100m a year.", Want(donors="EST", sum="100m EUR")),
    line("The United States is by far the largest backer of the mission in Haiti, with $9 million "
         "in equipment and logistics.", Want(donors="USA", sum="9m USD")),
    # a bare figure is in the money of the sum before it
    line("Spain will raise its aid to Moldova to 75 million euros. Portugal will pay 10 million.",
         Want(donors="ESP", sum="75m EUR"), Want(donors="PRT", sum="10m EUR")),
    line("Spain gave Moldova €5m. Norway will pay 100 million kroner.",
         Want(donors="ESP"), Want(donors="NOR", sum="100m NOK")),
    # a list whose heading tells that its points are gifts
    line(ROUND + "What has been promised so far?\n\nHere is what we have heard:\n\n"
         "- The EU: just under €25m for this year\n- Germany: €3m\n- Kenya: $1m",
         Want(donors="org:eu", sum="25m EUR"), Want(donors="DEU", sum="3m EUR"),
         Want(donors="KEN", sum="1m USD")),
    # an organisation that lives on what states give
    line("Gavi falls short of its target\n\nDonors pledged less to Gavi than in 2020. Indonesia "
         "followed suit with $30 million. Canada confirmed CA$675 million.",
         Want(donors="IDN", recipients="org:gavi", sum="30m USD"),
         Want(donors="CAN", recipients="org:gavi", sum="675m CAD")),
    # more of what was counted before
    line("Germany sent Ukraine 18 tanks, and Chancellor Scholz promised 10 more for this year.",
         Want(donors="DEU", items="18 tanks"), Want(donors="DEU", items="10 tanks")),
    line("Italy's minister said a second radar for Ukraine was on its way.",
         Want(donors="ITA", recipients="UKR", items="1 radar")),
    # people taken in to be cared for or taught
    line("Indonesia offered to treat 80 children from Gaza.",
         Want(donors="IDN", items="80 children")),
    line("Indonesia offered to treat 1,000 of the wounded from Gaza.",
         Want(donors="IDN", items="1000 wounded")),
    line("Poland will host 50 students from Sudan for a year.",
         Want(donors="POL", items="50 students")),
    line("Jordan told Washington that it would take in 2,000 sick children from Gaza.",
         Want(donors="JOR", items="2000 sick children")),
    # more and other counts
    line("The Netherlands is sending Ukraine two Patriot batteries. Norway is giving three.",
         Want(donors="NLD", items="2 Patriot batteries"),
         Want(donors="NOR", recipients="UKR", items="3 Patriot batteries")),
    line("Norway vowed to add 40 trucks to what it has given Ukraine.",
         Want(donors="NOR", recipients="UKR", items="40 trucks")),
    # whose society or club it is gives nothing; who is called "both members" is named already
    line("The Norwegian Red Cross announced it would spend €3 million on ambulances for Ukraine.",
         Want(donors="org:ifrc", sum="3m EUR")),
    line("Latvia and Spain, both members of the demining group, will contribute €14 million and €9 "
         "million respectively to Ukraine.",
         Want(donors="LVA", sum="14m EUR"), Want(donors="ESP", sum="9m EUR")),
    # rows of givers with sums, and those who give most
    line("Norway, Spain and Italy also dug into their pockets for Sudan, for $1 million, $2 "
         "million and $3 million.", Want(donors="NOR", sum="1m USD"),
         Want(donors="ESP", sum="2m USD"), Want(donors="ITA", sum="3m USD")),
    line("Among the donors to Sudan are Norway ($34m), Ireland (€12m) and Japan ($20m).",
         Want(donors="NOR", recipients="SDN", sum="34m USD"), Want(donors="IRL", sum="12m EUR"),
         Want(donors="JPN", sum="20m USD")),
    line("Germany was the biggest donor to Sudan last year, with €244m.",
         Want(donors="DEU", recipients="SDN", sum="244m EUR")),
    line("Germany is sponsoring the radio network of Chad's army to the tune of €4.2 million.",
         Want(donors="DEU", sum="4.2m EUR")),
    # a part has the givers of its whole; a paragraph that adds to the sum before it
    line("The EU contributed 93 million euros to Chad, and Germany 84 million euros, of which 34 "
         "million was fresh money.", Want(donors="org:eu"), Want(donors="DEU", sum="84m EUR"),
         Want(donors="DEU", sum="34m EUR")),
    line("Ireland will give Ukraine €100 million, the minister said.\n\nAnother €25 million will "
         "go on schools.", Want(donors="IRL", sum="100m EUR"),
         Want(donors="IRL", recipients="UKR", sum="25m EUR", newness="additional")),
    # what is told all the same is not denied
    line("The trucks have not arrived, though Egypt has sent Somalia 20 tanks.",
         Want(donors="EGY", recipients="SOM", items="20 tanks", firmness="firm")),
    # dollars of one's own on a page that writes US$ for American ones
    line("Prime Minister Anthony Albanese promised Tonga $40 million for ports. Japan gave US$5 "
         "million.", Want(donors="AUS", sum="40m AUD"), Want(donors="JPN", sum="5m USD")),
    # who answers in an interview
    line("Interview with Latvian Defense Minister Andris Spruds\n\nQ: Have you sent enough to "
         "Ukraine?\n\nA: We have sent Ukraine 5,000 drones. We will give another 20 million euros.",
         Want(donors="LVA", recipients="UKR", items="5000 drones"),
         Want(donors="LVA", sum="20m EUR")),
    # an aside between a name and its verb
    line("China, which built the minister's office that was damaged in the quake, handed over a "
         "million US dollars in cash to Vanuatu.", Want(donors="CHN", sum="1m USD")),
    # who opens a point of a list that divides up what several gave is one of them
    line("Donors met in Geneva to help Chad.\n\nThe new aid that they promised comes to more than "
         "€3 billion, including:\n\n- Germany: €1bn\n- Norway: €40m\n- Kenya: $1m",
         Want(recipients="TCD", sum="3bn EUR"), Want(donors="DEU", recipients="TCD", sum="1bn EUR"),
         Want(donors="NOR", sum="40m EUR"), Want(donors="KEN", sum="1m USD")),
    line("Germany promised Africa €3 billion in new aid, including:\n\n- Chad: €1bn\n- Mali: €40m\n"
         "- Kenya: €1m", Want(donors="DEU", sum="3bn EUR"),
         Want(donors="DEU", recipients="TCD", sum="1bn EUR"),
         Want(donors="DEU", recipients="MLI"), Want(donors="DEU", recipients="KEN")),
    # rows within a sentence, modest sums, and whose the first contribution is
    line("The EU paid Kenya 17 million euros, while Sweden and Latvia contributed 2 million euros "
         "and 350,000 euros.", Want(donors="org:eu"), Want(donors="SWE", sum="2m EUR"),
         Want(donors="LVA", recipients="KEN", sum="350k EUR")),
    line("Donors promised Kenya's farmers money. Denmark gave 175 million kroner, Ireland 25 "
         "million euros and Iceland a token $600,000.", Want(donors="DNK", sum="175m DKK"),
         Want(donors="IRL", sum="25m EUR"), Want(donors="ISL", sum="600k USD")),
    line("Jamaica's premier thanked the European Union, whose first contribution, 1.5 million "
         "euros, paid for shelters.", Want(donors="org:eu", sum="1.5m EUR")),
    line("Ghana gave Jamaica $3 million, and Rwanda's president wrote a cheque for a million "
         "dollars.", Want(donors="GHA"), Want(donors="RWA", sum="1m USD")),
    line("Ireland promised Chad $50 million. Britain follows with a smaller sum, $14 million.",
         Want(donors="IRL"), Want(donors="GBR", recipients="TCD", sum="14m USD")),
    line("Sweden gave Ukraine 24 jets in May. Two launchers followed in August.",
         Want(donors="SWE", recipients="UKR", items="24 jets; 2 launchers", stage="delivered")),
    line("Promises to the loss fund trickle in\n\nItaly, France and Chile pledged about $100 "
         "million in May.\n\nGermany has paid 3 million euros.\n\nThe UK has paid £40 million of "
         "what it promised.\n\nSpain announced 20 million euros.", Want(sum="100m USD"),
         Want(donors="DEU", sum="3m EUR"), Want(donors="GBR", sum="40m GBP"),
         Want(donors="ESP", sum="20m EUR")),
    # whose intention it is
    line("Fiji welcomed Tokyo's plan, and its intention to double grants to ¥16bn.",
         Want(donors="JPN", sum="16bn JPY", firmness="intended")),
    # towns, regions and firms
    line("The city of Dortmund sent two rescue trucks to Ukraine.",
         Want(donors="None", items="2 rescue trucks")),
    line("A convoy left for Ukraine. Tesco donated 20 pallets of food.",
         Want(donors="None", items="20 food")),
]  # fmt: skip

NEVER = [
    line("Ukraine's share of the cost is $40 million."),
    line("Norway's share of world trade is $9 billion."),
    line("Norway refuses to back Ukraine despite windfall profits of more than NKr1tn."),
    line("Germany is the biggest maker of cars, with €244bn a year."),
    line("Imports worth $5m from South Korea reached Mali, where donors had pledged aid."),
    line("Spain gave Moldova €5m. Some 10 million people live there.", Want(sum="10m EUR")),
    line("Spain gave Moldova $5m and €3m. Portugal will pay 10 million.", Want(sum="10m EUR")),
    line("Spain gave Moldova $5m and €3m. Portugal will pay 10 million.", Want(sum="10m USD")),
    line(ROUND + "Who needs what\n\n- The EU: just under €25m\n- Germany: €3m\n- Kenya: $1m"),
    line("The storm\n\nHere is what it lost:\n\n- Kenya: $1m\n- Mali: $20m\n- Chad: €25m"),
    line("The government laid out proposals that would build 2,000 homes for families."),
    line("Among the winners are Norway (34 medals), Ireland (12) and Japan (20)."),
    line("Germany is the biggest exporter to Sudan, with €244m last year."),
    line("The UN will help Syria. Its appeal for this year, at $1.2bn, is barely 12% funded."),
    line("Norway put $15 million into a UN fund for Haiti that holds just $67 million.",
         Want(sum="67m USD")),
    line("A convoy left for Ukraine. Tesco donated 20 pallets of food. Blankets worth £22,000 were "
         "given too.", Want(donors="None", sum="22k GBP")),
    line("Australia gave Tonga $40 million for ports.", Want(sum="40m AUD")),
    line("Two explosions followed in August."),
    line("The budget\n\nItaly will spend $100 million in May.\n\nGermany has paid 3 million "
         "euros.\n\nSpain announced 20 million euros."),
    line("The Reform and Growth Facility has paid Moldova €18 million.", Want(donors="None")),
    line("The Partnership Fund, of which the UK is a founding donor, has paid £9 million for "
         "schools in Chad.", Want(donors="GBR")),
    line("Qatar is to host 32 teams at the World Cup."),
    line("Hungary refused to take in 1,294 refugees."),
    line("Doctors in Gaza treat 400 children a day."),
    line("Ukraine will treat 4,000 soldiers in its own hospitals."),
    line("Brazil will host 20,000 delegates and 300 students at the climate talks."),
    line("Ukraine's defence minister said 20 tanks were on their way.", Want(donors="UKR")),
    line("Norway gave Sudan $4m. The UN asked for $2bn this year.",
         Want(donors="NOR", sum="2bn USD")),
]  # fmt: skip


@pytest.mark.parametrize("row", GIVEN)
def test_given(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("row", NEVER)
def test_never(row: Line) -> None:
    check_never(row)
