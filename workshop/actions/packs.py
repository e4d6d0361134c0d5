"""What a new workshop starts from: the six tensions of the paper, or nothing."""

from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from workshop.models.paper import CITATION

Words = str | Promise  # in the language of whoever makes the workshop


@dataclass(frozen=True)
class CardSeed:
    """The words of a card that a template brings."""

    title: Words
    short_title: Words
    summary: Words


@dataclass(frozen=True)
class Pack:
    """A template: everything in it can be changed before anybody is invited."""

    key: str
    name: Words
    says: Words
    title: Words = ""
    question: Words = ""
    instructions: Words = ""
    reading_title: Words = ""
    reading: Words = ""
    citation: str = ""
    cards: tuple[CardSeed, ...] = ()
    consents: tuple[tuple[str, Words, bool], ...] = field(default=())
    information: Words = ""


CONSENTS = (
    ("take-part", _("I have read the information above and I agree to take part."), True),
    ("quote-unnamed", _("My words may be quoted in reports and papers without my name."), False),
    ("quote-named", _("My words may be quoted in reports and papers with my name."), False),
    ("keep-for-reuse", _("What I write may be kept after the study and used in other research."), False),
)
INFORMATION = _(
    "You are invited to take part in an online workshop. Before it, we ask you to comment on some "
    "cards and to place them by how important they are; at the workshop, we talk about them "
    "together. Taking part is your choice. You can leave out anything, stop at any time, and ask "
    "us to take out what you wrote, as long as it can be told that it is yours. What we learn will be "
    "written up. Ask the people who invited you if anything is unclear."
)

SIX_TENSIONS = Pack(
    key="six-tensions",
    name=_("Six tensions"),
    says=_("A resource pack: six cards, blank cards, two circles"),
    title=_("Six tensions in leading co-production"),
    question=_("How important and/or relevant are these to our partnership now?"),
    instructions=(
        _(
            "We found six tensions in how research is co-produced. Tell us where they ring true, "
            "where they do not, and what is missing. We will talk about your answers together."
        )
    ),
    reading_title=_("About the study"),
    reading=(
        _(
            "The cards come from conversations with senior leaders of five collaborative research "
            "partnerships in the United Kingdom about their work between 2008 and 2018. The "
            "researchers first read and noted on their own, then compared their notes, and found six "
            "tensions. In the workshop that followed, the leaders added one, merged three, and ended "
            "with four. This pack follows the resource pack in the paper's second appendix, in our "
            "own words."
        )
    ),
    citation=CITATION,
    information=INFORMATION,
    consents=CONSENTS,
    cards=(
        CardSeed(
            _("Idealistic, tokenistic vs realistic narratives"),
            _("Narratives"),
            _(
                "Some projects call themselves co-produced while partners only watch from the edge. "
                "Yet a perfect standard can look so far off that nobody starts."
            ),
        ),
        CardSeed(
            _("Power differences and (lack of) reciprocity"),
            _("Power and reciprocity"),
            _(
                "Researchers are used to being the ones who know. People who live with an issue know "
                "it too, and everyone who gives their time should gain from it."
            ),
        ),
        CardSeed(
            _("Excluding vs including language and communication"),
            _("Language"),
            _(
                "The way researchers talk and write can shut out patients, managers and front-line "
                "staff before the work has properly begun."
            ),
        ),
        CardSeed(
            _("Research vs non-research activities"),
            _("Non-research activities"),
            _(
                "Building trust, bringing people together and keeping them involved is real work, but "
                "universities seldom count it or reward it."
            ),
        ),
        CardSeed(
            _("Traditional academic ways of working vs new ways of generating and disseminating evidence"),
            _("Ways of working"),
            _(
                "Evidence can be made by standing back and publishing papers, or by sharing roles and "
                "learning from experience. Partners may not need another paper."
            ),
        ),
        CardSeed(
            _("Strategic leadership vs capacity on the ground"),
            _("Leadership, capacity"),
            _(
                "Leaders set out the vision. Whether each project had the time, the skills and the "
                "people to act on it was another matter."
            ),
        ),
    ),
)
NOTHING = Pack(
    key="nothing",
    name=_("From nothing"),
    says=_("Your own cards and questions"),
    instructions=_(
        "Tell us what you think of each card, and what is missing. We will talk about it together."
    ),
    question=_("How important and/or relevant are these to us now?"),
    information=INFORMATION,
    consents=CONSENTS,
)
PACKS = {pack.key: pack for pack in (SIX_TENSIONS, NOTHING)}
