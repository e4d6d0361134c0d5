"""The four tensions that the leaders of the paper ended with, to respond to: poles, questions, cases."""

from django.utils.translation import gettext_lazy as _

from workshop.actions.six_questions import SIX_QUESTIONS
from workshop.models.paper import CITATION

from .seeds import CONSENTS, INFORMATION, CardSeed, Pack, PromptSeed

NARRATIVES = CardSeed(
    _("Idealistic, tokenistic vs realistic narratives"),
    _("Narratives"),
    _(
        "A gold standard can look so far off that nobody starts; without any standard, partners may be asked "
        "in for show. In it: what the word co-production means here, and whether there is money to do it "
        "properly."
    ),
    _("An ideal, or a show"),
    _("What we can really do"),
    _(
        "Sub-themes: lack of clarity on the meaning of co-production; lack of funding for co-produced "
        "research.\n"
        "Case study (CLAHRC Yorkshire and Humber), Getting Research into Practice: partners applied in four "
        "pages for up to £12,000, which freed hospital staff for a project; up to three a year. One brought "
        "stroke survivors, clinicians and design students together in five workshops, and ended with briefs "
        "for a campaign, staff training and a patient-held passport."
    ),
)
POWER = CardSeed(
    _("Power differences and (lack of) reciprocity"),
    _("Power and reciprocity"),
    _(
        "Those who lead research are used to deciding, and to being the ones who know. Others know too, and "
        "should gain from the time they give. In it: challenging how research is usually done, and room to "
        "change course as one goes."
    ),
    _("Those who lead decide"),
    _("Power and gains are shared"),
    _(
        "Sub-themes: challenging traditional research approaches; co-production as a creative endeavour.\n"
        "Case study (CLAHRC South Yorkshire / Yorkshire and Humber), power between academics: two themes "
        "were led by respected professors with different ways of knowing, and creative approaches were not "
        "taken for real research. In the obesity theme, surgeons and public health practitioners could not "
        "agree on priorities; groups at different stages of prevention kept the two apart."
    ),
)
LANGUAGE = CardSeed(
    _("Excluding vs including language and communication"),
    _("Language"),
    _(
        "Jargon and habit can shut out patients, managers and front-line staff. In it: other ways to talk "
        "and to show things, and wanting to co-produce without having been taught how."
    ),
    _("Researchers’ own language"),
    _("Language that lets everybody in"),
    _(
        "Sub-themes: language and communication; motivation vs skills.\n"
        "Case studies. EnComPaSS (CLAHRC Yorkshire and Humber): end-of-life care was re-made with an "
        "industry partner, and it took written agreements, on intellectual property too, to keep "
        "expectations apart. CLAHRC South Yorkshire: themes reported every three months on how they "
        "co-produced, and paid for joint projects between themes with and without the skill. AskFuse "
        "(Fuse): one manager takes in requests from practice; from June 2013 to January 2022 over 400 "
        "came, and over 150 became projects."
    ),
)
MOTIVATION = CardSeed(
    _("Individual motivation vs structural issues"),
    _("Motivation, structure"),
    _(
        "People want to work in this way because it makes better research and is right. Careers, rewards and "
        "rules often count something else. In it: what drives us, and what stands in the way."
    ),
    _("It rests on willing people"),
    _("Our structures carry it"),
    _(
        "Sub-themes: individual motivation for working in co-production; structural barriers.\n"
        "Case study (Fuse), Universal Credit in the North East of England: research within community "
        "groups in Gateshead led the council to commission a study with 33 claimants and 37 staff; its "
        "findings went to a committee of the House of Commons."
    ),
)

FOUR_TENSIONS = Pack(
    key="four-tensions",
    name=_("Four tensions (responding)"),
    says=_("Four cards with two ends each, and six questions to answer at length"),
    source=_(
        "The four final tensions, the six questions and the case studies of Van der Graaf et al. (2023), "
        "in our own words; the poles and what stands on the cards are ours."
    ),
    title=_("Responding to four tensions of co-production"),
    question=_("Which of these do we most need to respond to together?"),
    instructions=_(
        "Four tensions come up wherever research is co-produced. None has one right answer: each is a line "
        "along which one can move. Tell us where we stand, answer the questions that you can say something "
        "about, and we will work out our response together."
    ),
    account_title=_("Our response"),
    reading_title=_("About the four tensions"),
    reading=_(
        "Senior leaders of five collaborative research partnerships in the United Kingdom made sense of "
        "their work between 2008 and 2018. They began with six tensions, added one (motivation vs lack of "
        "skills) and merged three, and ended with these four. They saw them as a spectrum along which "
        "leaders can move, and as productive: each partnership answered them in its own way. The first is "
        "an ambition more than a challenge; work on the other three is a way towards it."
    ),
    citation=CITATION,
    cards=(NARRATIVES, POWER, LANGUAGE, MOTIVATION),
    prompts=tuple(PromptSeed(each.text, each.name) for each in SIX_QUESTIONS),
    information=INFORMATION,
    consents=CONSENTS,
    nominations=2,
)
