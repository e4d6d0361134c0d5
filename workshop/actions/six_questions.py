"""Six questions for a team of leaders, after the paper's practical implications, in words of our own."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from workshop.models.paper import CITATION

SOURCE = CITATION  # under "Practical implications": questions for responding to the four tensions


@dataclass(frozen=True)
class QuestionSeed:
    """A question that can be put on the agenda; ``name`` says in a word or two what it is about."""

    key: str
    name: str | Promise
    text: str | Promise


SIX_QUESTIONS = (
    QuestionSeed(
        "vision",
        _("Vision"),
        _(
            "What is our vision for co-production, how do we define it, and where is it built into our "
            "strategies and structures?"
        ),
    ),
    QuestionSeed(
        "language",
        _("Language"),
        _(
            "Which words and ways of communicating will help us share that vision, inside our collaboration "
            "and outside it?"
        ),
    ),
    QuestionSeed(
        "power",
        _("Power"),
        _(
            "How much power are we willing to share with one another, and how will we live with the "
            "uncertainty that follows?"
        ),
    ),
    QuestionSeed(
        "capacity",
        _("Capacity"),
        _(
            "How much capacity does each of our organisations have to support co-production, and how can we "
            "strengthen the staff we have?"
        ),
    ),
    QuestionSeed(
        "resources",
        _("Resources"),
        _("Which resources will this take, and how do we share them out across the collaboration?"),
    ),
    QuestionSeed(
        "reflection",
        _("Looking back"),
        _("How will we look back at regular times, with partners from outside, at how far we have come?"),
    ),
)
SEEDS = {seed.key: seed for seed in SIX_QUESTIONS}
