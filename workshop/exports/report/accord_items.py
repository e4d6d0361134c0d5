"""The 35 items of ACCORD, each by its number and section, its subject in a few words of our own.

ACCORD (ACcurate COnsensus Reporting Document): W. T. Gattrell and others (2024), PLOS Medicine 21, e1004326.
How many items each section has was checked against the paper's abstract (1, 3, 21, 5, 2 and 3). Its table was
not at hand, so what each is about was not compared with it; the report says so, and where the checklist is.
"""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SECTIONS: Mapping[str, Promise] = {
    "T": _("Title"),
    "I": _("Introduction"),
    "M": _("Methods"),
    "R": _("Results"),
    "D": _("Discussion"),
    "O": _("Other information"),
}
ITEMS: tuple[tuple[str, Promise], ...] = (
    ("T1", _("The title says that consensus was sought, and by which method")),
    ("I1", _("Why consensus was sought rather than something else")),
    ("I2", _("The aim, for whom the outcome is, and for which places")),
    ("I3", _("If it brings earlier work up to date: why, and which")),
    ("M1", _("Where the study was registered, or that it was not")),
    ("M2", _("Who directed it, and what they know of the matter")),
    ("M3", _("Who could take part, why so many, and who chose them")),
    ("M4", _("How people were invited")),
    ("M5", _("What part patients, carers and the public had, and in which steps")),
    ("M6", _("What the cards and other materials were made from, and how that was gathered")),
    ("M7", _("Any systematic search of the literature")),
    ("M8", _("How earlier evidence was summed up, and whether people were given it")),
    ("M9", _("How people’s views were gathered and brought together")),
    ("M10", _("How each question was put and answered, and whether people could explain and add to it")),
    ("M11", _("What each step was for")),
    ("M12", _("What counted as consensus, and why")),
    ("M13", _("Whether what had met the rule was asked about again")),
    ("M14", _("How answers were collected: alone or together")),
    ("M15", _("How answers were worked up and brought together")),
    ("M16", _("Whether the materials were tried out first")),
    ("M17", _("How people were shown the results of each step")),
    ("M18", _("Whether and from whom it was to be hidden who had said what, and how that was kept")),
    ("M19", _("Whether those who directed it also took part in the decisions")),
    ("M20", _("What people were offered for taking part")),
    ("M21", _("What made it easier to take part")),
    ("R1", _("When it took place, and how long each step and the analysis took")),
    ("R2", _("Where the plan was departed from, and why")),
    ("R3", _("How many answered each step, and who they are")),
    ("R4", _("The outcome, in numbers and in words")),
    ("R5", _("What was changed or dropped on the way, when and why")),
    ("D1", _("Strengths and limits of how it was done")),
    ("D2", _("How the outcome sits beside what was known, and why if it differs")),
    ("O1", _("Who endorses it, and what part they had")),
    ("O2", _("Interests, also of those who directed it, and how they were dealt with")),
    ("O3", _("Who paid, and what part they had")),
)
