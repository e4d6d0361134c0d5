"""Why a file cannot be read as a filled pack, and what to do: in plain English."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from workshop.imports.wrong import Wrong
from workshop.models import Invalid


def refusal(wrong: Wrong) -> Invalid:
    """Return the sentence for what is wrong, as a refusal."""
    return Invalid(f"{SENTENCES[wrong.code]() % wrong.said} {_('Nothing was read.')}")


SENTENCES: dict[str, Callable[[], str]] = {
    "too_many_bytes": lambda: _(
        "The file is larger than %(most)s MB. If there are pictures in it, take them out and save it again."
    ),
    "filled_too_much": lambda: _("The file takes more memory or time to read than a filled pack does."),
    "filled_too_long": lambda: _("The file has more than %(most)s characters."),
    "filled_pdf": lambda: _(
        "This is a PDF, from which answers cannot be read. Send the Word file itself, or write the answers "
        "on the page."
    ),
    "filled_old": lambda: _(
        "This is an older kind of file (.doc), or it has a password. Open it, choose “Save as”, then “Word "
        "document (.docx)”, and send that."
    ),
    "filled_odt": lambda: _(
        "This is an OpenDocument file (.odt). Open it, choose “Save as”, then “Word document (.docx)”, and "
        "send that."
    ),
    "filled_pages": lambda: _(
        "This is a Pages file. In Pages choose “File”, “Export to”, “Word”, and send the file that it makes."
    ),
    "filled_other": lambda: _(
        "This is no Word file. Open it where it was written, choose “Save as”, then “Word document (.docx)”, "
        "and send that."
    ),
    "filled_broken": lambda: _(
        "The file is damaged, so it cannot be read. Open it in Word, save it once more as “Word document "
        "(.docx)”, and send that."
    ),
}
