"""What simulated leaders say about the six tensions of the paper, in the order of the cards: all invented.

Packs first, then the talk. They are words of people, as names are, so they are not translated.
"""

WRITTEN: tuple[tuple[str, ...], ...] = (
    (
        "We called ours co-produced from the first press release. Partners saw the protocol a year later.",
        "Nobody reaches the ideal. I would rather we said what we managed and what we did not.",
        "The perfect version frightens small charities away before they have begun.",
        "Our board likes the word. I am not sure it would like the thing.",
        "Honest reports of what went wrong would help more than another framework.",
        "Some of what we call tokenistic was a first step, and it led somewhere.",
    ),
    (
        "Whoever holds the budget sets the agenda, however kind they are about it.",
        "Our patient partners are paid in sandwiches. That says enough.",
        "I was asked for my view and never heard what became of it.",
        "Power moved when the hospital chaired, and only then.",
        "Reciprocity is a training place, a reference, a name on the paper: name it at the start.",
        "We never said aloud who may stop the project. It turned out to be the sponsor.",
    ),
    (
        "My patients’ panel stopped coming after the third acronym.",
        "Plain words cost us two weeks and saved us the project.",
        "Even “co-production” shuts people out. In our town hall nobody says it.",
        "Managers have a language of their own too. We are all somebody’s outsider.",
        "Send the papers a week before, and read the first page aloud.",
        "The glossary was longer than the plan.",
    ),
    (
        "Half my week is keeping people talking to one another. No form has a box for it.",
        "My promotion panel asked for papers. The partnership was not on the list.",
        "The coffee before the meeting was where it was decided, and who paid for the coffee?",
        "We lost the person who held it all together, since her post was “non-research”.",
        "If it is not in the budget, it is done in the evening by the same three women.",
        "Count it as delivery, and trust follows.",
    ),
    (
        "By the time the paper was out, the service had been closed.",
        "I need an answer by Thursday; the trial reports in four years.",
        "Both kinds of evidence are real. We argued as if only one could be.",
        "Learning as we went changed the ward. It would not have passed a reviewer.",
        "Standing back has its uses: we were too fond of our own project to see it.",
        "Two pages and a conversation went further than the journal.",
    ),
    (
        "The vision was splendid. The nurse who had to do it found out from the newsletter.",
        "Leaders agreed in the room and had no hour to give outside it.",
        "People wanted to, and nobody had shown them how.",
        "Give the ground its own money, even a little, and see what happens.",
        "Three chief officers in two years: each time we began again.",
        "Without somebody senior to clear the way, the best team stops at the first policy.",
    ),
)
SAID: tuple[tuple[str, ...], ...] = (
    (
        "Could we say “what we managed, and what we did not”? I could sign that.",
        "The ideal is useful on the wall and harmful in the contract.",
        "For me this belongs with how we report, more than with how we work.",
        "I would keep both words: tokenistic hurts, and it should.",
    ),
    (
        "Power is also who may say that it is not working.",
        "I move that we write down who decides before anybody is asked for an opinion.",
        "Paying people is where this stops being a feeling.",
        "I hold a budget, and I still have to ask four people. It is less simple than the card says.",
    ),
    (
        "One page that everybody can read, before any page that only some can.",
        "It goes both ways: I did not understand finance either, and did not say so.",
        "Could somebody who does not do research chair the next meeting?",
        "For me this is a part of power, and not a card of its own.",
    ),
    (
        "What is counted is done. So let us count it.",
        "It is not “non-research”. Without it there is no research.",
        "Our university has a promotion route for it since last year. Nobody has taken it.",
        "This one and the next are the same quarrel about what is real work.",
    ),
    (
        "Give me a good enough answer in time, and tell me how sure you are.",
        "We could publish what we learned each quarter, in two pages, and the paper later.",
        "Then who checks it? I would still want somebody from outside.",
        "Time is the real tension here: hospital time and university time.",
    ),
    (
        "Capacity is not willingness. People were willing, and had no hours.",
        "Leaders who stay in the room for the boring part: that made the difference with us.",
        "I would split this one: skills are something else than time.",
        "The ground has leaders too. They are just not called that.",
    ),
)
