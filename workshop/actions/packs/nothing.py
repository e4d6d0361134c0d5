"""A pack with nothing in it but what every workshop needs."""

from django.utils.translation import gettext_lazy as _

from .seeds import CONSENTS, INFORMATION, Pack

NOTHING = Pack(
    key="nothing",
    name=_("Blank"),
    says=_("Your own cards and questions, from an empty page"),
    source=_("No method but your own. What people agree to and the information are there to be changed."),
    instructions=_(
        "Tell us what you think of each card, and what is missing. We will talk about it together."
    ),
    question=_("How important and/or relevant are these to us now?"),
    information=INFORMATION,
    consents=CONSENTS,
)
