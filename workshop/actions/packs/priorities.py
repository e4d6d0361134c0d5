"""Choosing priorities among up to fifteen uncertainties, in the manner of the James Lind Alliance."""

from django.utils.translation import gettext_lazy as _

from workshop.models.placeholders import FIRST, SECOND

from .seeds import CONSENTS, CardSeed, Pack

SOURCE = (
    "James Lind Alliance (2020). The James Lind Alliance Guidebook, version 9. Southampton: National "
    "Institute for Health Research. https://www.jla.nihr.ac.uk/jla-guidebook"
)
PRIORITIES = Pack(
    key="priorities",
    name=_("Priorities (James Lind Alliance style)"),
    says=_("Up to fifteen uncertainties, ranked by patients, carers and clinicians together"),
    source=_(
        "After the final workshop of a James Lind Alliance priority setting partnership, as its Guidebook "
        "describes it. It is not run or endorsed by the James Lind Alliance."
    ),
    title=_("Choosing our research priorities"),
    question=_("Which of these uncertainties most need an answer from research?"),
    instructions=_(
        "Each card is an uncertainty: a question that research has not answered yet. Put those that matter "
        "most to you in the inner circle, in order if you can, and those that matter least in the outer "
        "one. Say why in a comment. There are no right answers: we need to hear from people who live with "
        "this, who care for them and who treat them alike."
    ),
    reading_title=_("How priorities are chosen"),
    reading=_(
        "Patients, carers and clinicians choose as equals, as in the workshops of the James Lind Alliance: "
        "each says what matters most and least to them and why, the cards are laid out by that, and the "
        "group agrees on an order together. Some things differ. There, twenty to thirty people meet for a "
        "day, rank 25 to 30 uncertainties that were gathered and checked against research, in small mixed "
        "groups and then all together, with an adviser of the Alliance. Here, people place up to fifteen "
        "cards alone and beforehand, in two circles; one group then talks online; and the gathering and "
        "the checking are for you to do before."
    ),
    citation=SOURCE,
    cards=(
        CardSeed(
            FIRST,
            _("First question"),
            _("Write it as a question that research could answer, in words that everybody understands."),
        ),
        CardSeed(
            SECOND,
            _("Second question"),
            _("Add up to fifteen. Have them in a spreadsheet? Bring them in from a table."),
        ),
    ),
    information=_(
        "You are invited to help choose what research should look into. Before the workshop, we ask you to "
        "place some questions by how important they are; at the workshop, we compare and talk, and agree "
        "on an order. Taking part is your choice. You can leave out anything, stop at any time, and ask us "
        "to take out what you wrote, as long as it can be told that it is yours. The priorities will be "
        "published. Ask the people who invited you if anything is unclear."
    ),
    consents=CONSENTS,
    blank_cards=2,
    nominations=10,
)
