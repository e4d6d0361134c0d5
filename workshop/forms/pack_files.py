"""Which pack is wanted as a file, for whom, at which size of print and with which sheets."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from workshop.actions.pack_files import MOST, Wanted
from workshop.exports.packs.files import PACK_FILES
from workshop.exports.packs.looks import Look, Sheets, Size
from workshop.models import Seat

from .fields import choices_of

ANYBODY, EVERYBODY = "anybody", "everybody-"


class OwnPackForm(forms.Form):
    """The kind of file, the size of print, and which sheets."""

    file = forms.ChoiceField(label=_("Kind of file"), widget=forms.RadioSelect, initial="pdf")
    size = forms.ChoiceField(
        label=_("Size of print"), widget=forms.RadioSelect, choices=Size.choices, initial=Size.USUAL
    )
    sheets = forms.ChoiceField(
        label=_("Sheets"),
        widget=forms.RadioSelect,
        choices=Sheets.choices,
        initial=Sheets.ALL,
        help_text=_("A Word file is always the form alone."),
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        """Offer the kinds that there are; where there is one, nobody is asked."""
        super().__init__(*args, **more)
        choices_of(self, "file").choices = [(each.name, each.label) for each in PACK_FILES.values()]
        if len(PACK_FILES) == 1:
            self.fields["file"].widget = forms.HiddenInput()

    @property
    def wanted(self) -> Wanted:
        """What was asked for, once the form is valid."""
        size, sheets = Size(self.cleaned_data["size"]), Sheets(self.cleaned_data["sheets"])
        return Wanted(self.cleaned_data["file"], Look(size, sheets))


def own_wish(seat: Seat) -> dict[str, str]:
    """Return the kind of file and the size of print that somebody said they need, chosen beforehand."""
    need = getattr(seat, "need", None)
    file = {"file": "word"} if need and need.word_file else {}
    return file | ({"size": Size.LARGE.value} if need and need.large_print else {})


class PackForm(OwnPackForm):
    """The same, and for whom."""

    whom = forms.ChoiceField(
        label=_("For whom"),
        help_text=_(
            "For several people, PDF packs are one file to print, or a ZIP with a file for each if much is "
            "written in them. Word files always come in a ZIP."
        ),
        error_messages={"invalid_choice": _("This person is not in the list any more. Choose again.")},
    )
    field_order = ("whom",)

    def __init__(self, people: Sequence[Seat], *args: Any, **more: Any) -> None:
        """Offer anybody, all the ``people`` in parts that one file takes, and each by name."""
        super().__init__(*args, **more)
        self.people = people
        one = [(str(seat.uid), seat.name) for seat in people]
        choices: list[Any] = [(ANYBODY, _t("Anybody: without a name, to photocopy"))]
        choices += [(f"{EVERYBODY}{n}", says) for n, says in enumerate(parts_said(len(people)))]
        choices_of(self, "whom").choices = [*choices, (_t("One person"), one)] if one else choices

    @property
    def chosen(self) -> list[Seat]:
        """Who was chosen by name, once the form is valid; nobody for anybody's pack."""
        whom = self.cleaned_data["whom"]
        if whom.startswith(EVERYBODY):
            n = int(whom.removeprefix(EVERYBODY))
            return list(self.people[n * MOST : (n + 1) * MOST])
        return [seat for seat in self.people if str(seat.uid) == whom]


def parts_said(people: int) -> list[str]:
    """Return what each part of all people is called that one file takes."""
    if people <= MOST:
        return [_t("Everybody: a pack with their name for each, taken at once")] if people > 1 else []
    starts = range(0, people, MOST)
    says = _t("Everybody, from %(first)s to %(last)s of %(people)s")
    return [says % {"first": n + 1, "last": min(n + MOST, people), "people": people} for n in starts]
