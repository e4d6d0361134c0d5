"""What a new workshop starts from: the six tensions of the paper, or nothing."""

from dataclasses import dataclass, field

CITATION = (
    "Van der Graaf, P., Kislov, R., Smith, H., Langley, J., Hamer, N., Cheetham, M., "
    "Wolstenholme, D., Cooke, J. and Mawson, S. (2023). Leading co-production in five UK "
    "collaborative research partnerships (2008-2018): responses to four tensions from senior "
    "leaders using auto-ethnography. Implementation Science Communications, 4, 12. "
    "https://doi.org/10.1186/s43058-022-00385-0"
)


@dataclass(frozen=True)
class CardSeed:
    """The words of a card that a template brings."""

    title: str
    short_title: str
    summary: str


@dataclass(frozen=True)
class Pack:
    """A template: everything in it can be changed before anybody is invited."""

    key: str
    name: str
    says: str
    title: str = ""
    question: str = ""
    instructions: str = ""
    reading_title: str = ""
    reading: str = ""
    citation: str = ""
    cards: tuple[CardSeed, ...] = ()
    consents: tuple[tuple[str, str, bool], ...] = field(default=())
    information: str = ""


CONSENTS = (
    ("take-part", "I have read the information above and I agree to take part.", True),
    ("quote-unnamed", "My words may be quoted in reports and papers without my name.", False),
    ("quote-named", "My words may be quoted in reports and papers with my name.", False),
)
INFORMATION = (
    "You are invited to take part in an online workshop. Before it, we ask you to comment on some "
    "cards and to place them by how important they are; at the workshop, we talk about them "
    "together. Taking part is your choice. You can leave out anything, stop at any time, and ask "
    "us to take out what you wrote. What we learn will be written up. Ask the people who invited "
    "you if anything is unclear."
)

SIX_TENSIONS = Pack(
    key="six-tensions",
    name="Six tensions",
    says="A resource pack: six cards, blank cards, two circles",
    title="Six tensions in leading co-production",
    question="How important and/or relevant are these to our partnership now?",
    instructions=(
        "We found six tensions in how research is co-produced. Tell us where they ring true, "
        "where they do not, and what is missing. We will talk about your answers together."
    ),
    reading_title="About the study",
    reading=(
        "The cards come from conversations with senior leaders of five collaborative research "
        "partnerships in the United Kingdom about their work between 2008 and 2018. The "
        "researchers first read and noted on their own, then compared their notes, and found six "
        "tensions. In the workshop that followed, the leaders added one, merged three, and ended "
        "with four. This pack follows the resource pack in the paper's second appendix, in our "
        "own words."
    ),
    citation=CITATION,
    information=INFORMATION,
    consents=CONSENTS,
    cards=(
        CardSeed(
            "Idealistic, tokenistic vs realistic narratives",
            "Narratives",
            "Some projects call themselves co-produced while partners only watch from the edge. "
            "Yet a perfect standard can look so far off that nobody starts.",
        ),
        CardSeed(
            "Power differences and (lack of) reciprocity",
            "Power and reciprocity",
            "Researchers are used to being the ones who know. People who live with an issue know "
            "it too, and everyone who gives their time should gain from it.",
        ),
        CardSeed(
            "Excluding vs including language and communication",
            "Language",
            "The way researchers talk and write can shut out patients, managers and front-line "
            "staff before the work has properly begun.",
        ),
        CardSeed(
            "Research vs non-research activities",
            "Non-research activities",
            "Building trust, bringing people together and keeping them involved is real work, but "
            "universities seldom count it or reward it.",
        ),
        CardSeed(
            "Traditional academic ways of working vs new ways of generating and disseminating evidence",
            "Ways of working",
            "Evidence can be made by standing back and publishing papers, or by sharing roles and "
            "learning from experience. Partners may not need another paper.",
        ),
        CardSeed(
            "Strategic leadership vs capacity on the ground",
            "Leadership, capacity",
            "Leaders set out the vision. Whether each project had the time, the skills and the "
            "people to act on it was another matter.",
        ),
    ),
)
NOTHING = Pack(
    key="nothing",
    name="From nothing",
    says="Your own cards and questions",
    instructions="Tell us what you think of each card, and what is missing. We will talk about it together.",
    question="How important and/or relevant are these to us now?",
    information=INFORMATION,
    consents=CONSENTS,
)
PACKS = {pack.key: pack for pack in (SIX_TENSIONS, NOTHING)}
