"""A button of whoever leads, as a fragment shows it; the form that it belongs to stands outside."""

from dataclasses import dataclass

from django.urls import reverse

from workshop.models import Workshop

# The one key that presses each: see `elements/keys.js`.
HOTKEYS = {"next": "n", "back": "b", "reveal": "r", "show": "r", "shut": "c", "open": "o", "bring-0": "f"}
HOTKEYS |= {"longer": "l", "close": "e"}


@dataclass(frozen=True)
class Control:
    """A button: what it says, where it posts, what it sends, and the question it asks first, if any.

    Where it ``counts``, the question begins with how many have answered by then. What is ``quiet`` looks so.
    """

    key: str
    label: str
    url: str
    name: str = ""
    value: str = ""
    main: bool = False
    title: str = ""
    text: str = ""
    button: str = ""
    counts: bool = False
    quiet: bool = False

    @property
    def hotkey(self) -> str:
        """The one key that presses it: see `keys.js`; empty if it has none."""
        return HOTKEYS.get(self.key, "")


def stage_url(workshop: Workshop) -> str:
    """Return where the stage is moved, with the rev of the stage that the person sees."""
    return f"{reverse('stage', kwargs={'slug': workshop.slug})}?step_rev={workshop.step_rev}"
