"""Inviting by pasted lines, and what is known of one person."""

import re
from dataclasses import dataclass, field

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from workshop.actions.inviting import Guest
from workshop.models import LIMITS, clean_line

from .fields import AgainForm

MOST = 1000
NAMES, ADDRESSES = {"name", "names"}, {"e-mail", "email", "e-mail address", "email address", "mail"}
HEADINGS = NAMES | ADDRESSES | {"role"}
ROLE = re.compile(r"^(.*)[,;\t]\s*\"?(participant|facilitator|observer)\"?[\s,;]*$", re.IGNORECASE)
OTHER_ROLE = re.compile(r"^(.*<[^<>]*>)\s*[,;\t]\s*([^,;\t@<>]*\w[^,;\t@<>]*)$")
BRACKETED = re.compile(r"^(?P<name>.*?)\s*<(?P<email>[^<>]*)>\s*[,;]?$")
UNCLEAR = re.compile(r"^\S+\.\S+$|[<>]")  # an address that lost its sign, or itself
ADDRESS = re.compile(r"\S*@\S*")


@dataclass
class Pasted:
    """What was pasted: the guests that can be invited, and the lines that cannot, each with its reason.

    ``text`` is all of it while nobody is invited yet: then every line stays in the box.
    """

    guests: list[Guest] = field(default_factory=list)
    bad: list[tuple[int, str, str]] = field(default_factory=list)
    text: str = ""

    @property
    def left(self) -> str:
        """The bad lines as they were, or all of them, to stay in the box."""
        return self.text or "\n".join(line for _number, line, _reason in self.bad)


def read_guests(text: str) -> Pasted:
    """Read one person from each line: ``Name, address``, ``Name <address>``, with tabs, or either one alone.

    Behind them may stand that they are a participant, as a spreadsheet with a column for roles has it.

    A first line of headings is passed over, and so are empty lines. Line numbers count from 1.
    """
    found = Pasted()
    seen: dict[str, int] = {}
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), start=1):
        if not line.strip() or (number == 1 and is_heading(line)):
            continue
        try:
            guest = read_guest(line, number)
            _require_first(guest, seen)
        except ValidationError as wrong:
            found.bad.append((number, line, _formula(line) or wrong.messages[0]))
        else:
            found.guests.append(guest)
    return found


def _formula(line: str) -> str:
    """Return what to do about a line that cannot be read for the formula in it; empty without one."""
    if any(cell.strip(" \"'").startswith("=") for cell in re.split(r"[,;\t]", line)):
        return _("There is a formula in this line. Put the words there that it comes to.")
    return ""


def is_heading(line: str) -> bool:
    """Whether a line holds the names of columns."""
    cells = [cell.strip(" \"'").casefold() for cell in re.split(r"[,;\t]", line)]
    return all(cell in HEADINGS for cell in cells if cell) and any(cells)


def read_guest(line: str, number: int = 0) -> Guest:
    """Return the guest that a line names.

    Raises:
        ValidationError: more than one address, one that is none, a name that is too long, or no address
            and more than a name; or another role than a participant's.
    """
    name, email = _split(_without_role(line))
    if email:
        _require_address(email)
    name = clean_line(name).strip(" ,;\"'") or _from_address(email)
    if len(name) > LIMITS["name"]:
        raise ValidationError(_("The name has more than %(n)s characters.") % {"n": LIMITS["name"]})
    return Guest(name, email.casefold(), number)


def _without_role(line: str) -> str:
    found = ROLE.match(line) or OTHER_ROLE.match(line)
    if found and found[2].casefold() != "participant":
        raise ValidationError(
            _("Only participants are invited here. Facilitators are added one by one, under Facilitators.")
        )
    return found[1] if found else line


def _require_address(email: str) -> None:
    try:
        validate_email(email)
    except ValidationError:
        raise ValidationError(_("“%(email)s” is not an e-mail address.") % {"email": email}) from None


def _split(line: str) -> tuple[str, str]:
    if (bracketed := BRACKETED.match(line.strip())) and bracketed["email"].strip():
        return bracketed["name"], bracketed["email"].strip()
    cells = [cell.strip(" \"'") for cell in re.split(r"[,;\t]", clean_line(line.replace("\t", ",")))]
    addresses = [cell for cell in cells if "@" in cell]
    if not addresses:
        return _name_alone([cell for cell in cells if cell]), ""
    if len(addresses) > 1 or len(re.findall(r"\S+@\S+", addresses[0])) > 1:
        raise ValidationError(_("There is more than one e-mail address. Put each person on a line."))
    words, address = addresses[0], ADDRESS.search(addresses[0])
    email = address[0] if address else words
    names = [cell for cell in cells if cell and cell != words] or [words.replace(email, "")]
    return " ".join(names), email


def _name_alone(cells: list[str]) -> str:
    """Return the one name of a line without an address; what may be anything else is asked about."""
    if len(cells) != 1 or UNCLEAR.search(cells[0]) or not any(map(str.isalpha, cells[0])):
        raise ValidationError(
            _("There is no e-mail address. To seat somebody without one, write their name alone on the line.")
        )
    return cells[0]


def _from_address(email: str) -> str:
    """Return a name made from the part before the sign: ``ann.smith@…`` is Ann Smith."""
    words = re.split(r"[._\-+]+", email.split("@")[0])
    return " ".join(word.capitalize() for word in words if word)


def _require_first(guest: Guest, seen: dict[str, int]) -> None:
    key = guest.email or guest.name.casefold()
    if key in seen:
        again = _("This address is on line %(n)s already.") if guest.email else _same_name()
        raise ValidationError(again % {"n": seen[key]})
    if len(seen) >= MOST:
        raise ValidationError(_("At most %(n)s people at once. Invite the rest next.") % {"n": MOST})
    seen[key] = guest.line


def _same_name() -> str:
    return _("This name is on line %(n)s already. Add what tells the two apart, such as where they work.")


class PersonForm(AgainForm):
    """The name and the e-mail address of one person."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=LIMITS["name"])
    email = forms.EmailField(label=gettext_lazy("E-mail address"), required=False)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)


class FacilitatorForm(forms.Form):
    """Somebody to facilitate with you."""

    email = forms.EmailField(
        label=gettext_lazy("E-mail address"), widget=forms.EmailInput(attrs={"autocomplete": "off"})
    )
    name = forms.CharField(
        label=gettext_lazy("Name"),
        help_text=gettext_lazy("Used if they have no account here yet."),
        max_length=LIMITS["name"],
        required=False,
    )
