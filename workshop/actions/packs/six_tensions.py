"""The six tensions of the paper, as its leaders were sent them in a resource pack (its Appendix 2)."""

from django.utils.translation import gettext_lazy as _

from workshop.models.paper import CITATION

from .seeds import CONSENTS, INFORMATION, CardSeed, Pack

SIX_TENSIONS = Pack(
    key="six-tensions",
    name=_("Six tensions (resource pack)"),
    says=_("Six cards to comment on and place in two circles, and blank cards"),
    source=_("After the resource pack in Appendix 2 of Van der Graaf et al. (2023), in our own words."),
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
