"""A written account along the seven questions of the paper's story-line topic list (its Appendix 1)."""

from django.utils.translation import gettext_lazy as _

from workshop.models.paper import CITATION

from .seeds import CONSENTS, Pack, PromptSeed

PROMPTS = (
    PromptSeed(
        _("What is your partnership, and how does it go about co-production?"),
        _("Your partnership"),
        _(
            "How far did it take up co-production?\n"
            "Why did it?\n"
            "On purpose and by known principles, or as it came?\n"
            "In one way throughout, or in many?"
        ),
    ),
    PromptSeed(
        _("Who were the main people in this work?"),
        _("The people"),
        _(
            "Who led it?\n"
            "Which groups took part: the public, organisations, providers?\n"
            "Who else could tell us more? Ask them before you write their name here."
        ),
    ),
    PromptSeed(
        _("How was co-production put into practice?"),
        _("What was done"),
        _("In projects, events, training and funding\nAlike everywhere, or differently?"),
    ),
    PromptSeed(
        _("What have you learnt from it?"),
        _("What you learnt"),
        _(
            "What worked, and what did not\n"
            "The main challenges\n"
            "What difference the work made\n"
            "Whether understanding and skill changed over the years"
        ),
    ),
    PromptSeed(
        _("What would make more of co-production from now on?"),
        _("What comes next"),
        _("What to do more of\nWhat to do differently\nWhat is becoming urgent"),
    ),
    PromptSeed(
        _("If you had to choose two projects to follow up, which would they be?"),
        _("Two projects"),
        _("Title, and who led it\nWhat can be read about it"),
    ),
    PromptSeed(_("What was your own part, and where?"), _("Your own part")),
)
STORY_LINE = Pack(
    key="story-line",
    name=_("Story-line topic list"),
    says=_("Seven questions for a written account, in boxes that grow"),
    source=_(
        "After the topic list for interviews in Appendix 1 of Van der Graaf et al. (2023), in our own "
        "words and for partnerships of any kind."
    ),
    title=_("Telling the story of our partnership"),
    question=_("How important and/or relevant are these to us now?"),
    instructions=_(
        "Tell us the story of your partnership in your own words. Answer in as much detail as you can, in "
        "any order; leave out what you cannot say. If you come upon something that pulls in two "
        "directions, write it on a blank card: at the workshop we make the cards that we talk about from "
        "these."
    ),
    account_title=_("Your story-line"),
    citation=CITATION,
    prompts=PROMPTS,
    information=_(
        "You are invited to tell us, in writing, about a partnership that you had a part in, and to talk "
        "about what everybody wrote in an online workshop. Taking part is your choice. You can leave out "
        "anything, stop at any time, and ask us to take out what you wrote, as long as it can be told that "
        "it is yours. Please name other people only if they know that you do. What we learn will be "
        "written up. Ask the people who invited you if anything is unclear."
    ),
    consents=CONSENTS,
)
