"""What is to be done next in a workshop that is being prepared, with one button."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workshop.models import Workshop
from workshop.models.placeholders import unwritten
from workshop.models.prompts import prompts_of


@dataclass(frozen=True)
class Next:
    """What is to be done next: why, and one button, which goes to a page or (``posts``) does it."""

    says: str
    button: str
    url: str
    posts: bool = False


def in_setup(workshop: Workshop, counts: dict[str, int]) -> Next:
    """Return what is next before the pack opens: the cards, the people, the opening.

    A pack may ask open prompts alone. Cards that a template brought to be written over are not written yet.
    """
    has_cards = workshop.cards.live().exists()
    if not has_cards and not prompts_of(workshop).exists():
        return Next(_("There are no cards yet."), _("Write the cards"), page_of(workshop, "cards"))
    if n := unwritten(workshop):
        return Next(unwritten_says(n), _("Write the cards"), page_of(workshop, "cards"))
    if not counts["all"] + counts["declined"]:
        cards, prompts = _("The cards are written."), _("The open prompts are written.")
        says = _("%(what)s Nobody is invited yet.") % {"what": cards if has_cards else prompts}
        return Next(says, _("Invite people"), page_of(workshop, "people"))
    says = _("Look at the cards once more: once somebody has answered, their words stay.")
    return Next(
        says if has_cards else _of_prompts(workshop), _("Open the pack"), _opening(workshop), posts=True
    )


def _of_prompts(workshop: Workshop) -> str:
    says = _("Look at the open prompts once more: once somebody has answered, their words stay.")
    if not workshop.blank_cards:
        return says
    cards = _(
        "There are no cards yet: people propose them on their blank cards, and the group takes them up."
    )
    return f"{says} {cards}"


def unwritten_says(n: int) -> str:
    """Say of how many cards the words are still a template's, to be written over."""
    return ngettext(
        "%(n)s card is still to be written: it says only where your own words go.",
        "%(n)s cards are still to be written: they say only where your own words go.",
        n,
    ) % {"n": n}


def page_of(workshop: Workshop, name: str) -> str:
    """Return the address of a page of the workshop."""
    return reverse(name, kwargs={"slug": workshop.slug})


def _opening(workshop: Workshop) -> str:
    pack = workshop.pack_round()
    return reverse("round-opening", kwargs={"slug": workshop.slug, "number": pack.number if pack else 1})
