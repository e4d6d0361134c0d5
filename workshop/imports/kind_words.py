"""What kind of file somebody sent instead of the one that is wanted, and which one to choose, in words."""

from typing import Any

from django.utils.translation import gettext as _


def another_kind(_where: str, said: dict[str, Any]) -> str:
    """Return what the file is, and what to do: ``kind`` as `kind_of` knows it, and what is ``wanted``."""
    if said["wanted"] == "template":
        return f"{_kind(said['kind'])} {_('Choose the JSON file of a template.')}"
    if said["kind"] == "bundle":
        here = _("Unpack it, and choose Everything (JSON): in it that is the file workshop.json.")
        return f"{_kind('bundle')} {here}"
    there = _(
        "Choose Everything (JSON): a facilitator takes it under Results, Take the results away. It is in the "
        "research bundle, too, as workshop.json."
    )
    return f"{_kind(said['kind'])} {there}"


def _kind(kind: str) -> str:
    return {
        "bundle": _("This is a research bundle (ZIP)."),
        "word": _("This is a Word document."),
        "excel": _("This is an Excel workbook."),
        "coded": _("This is a project for qualitative software (QDPX)."),
        "zip": _("This is a ZIP file."),
        "pdf": _("This is a PDF."),
        "picture": _("This is a picture."),
        "page": _("This is a web page."),
        "old_office": _("This is a document of an old Office program, or one with a password."),
    }[kind]
