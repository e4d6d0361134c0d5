"""What kind of file the audit says was taken, and whether it had names, in words."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

KINDS = {
    "json": gettext_lazy("everything (JSON)"),
    "csv": gettext_lazy("answers and comments (CSV)"),
    "qdpx": gettext_lazy("coded texts (QDPX)"),
    "xlsx": gettext_lazy("all tables (XLSX)"),
    "wide": gettext_lazy("a line for each person (CSV)"),
    "codebook": gettext_lazy("the codebook (CSV)"),
    "bundle": gettext_lazy("the research bundle (ZIP)"),
    "docx": gettext_lazy("draft of the results (Word)"),
    "pdf": gettext_lazy("report of the results (PDF)"),
    "html": gettext_lazy("story of the results (web page)"),
    "credits": gettext_lazy("credit (CSV)"),
    "quotes": gettext_lazy("quotes (CSV)"),
    "pack": gettext_lazy("packs to fill in, with people’s names"),
    "pack-words": gettext_lazy("packs to fill in, with people’s names and what they wrote so far"),
    "picture": gettext_lazy("a picture"),
    "comparison": gettext_lazy("the comparison with other workshops (CSV)"),
}


def kind_of(format: str) -> str:
    """Return what a person calls a file; a kind that has no words yet as it is."""
    return str(KINDS.get(format, format))


def file_said(ids: Mapping[str, str], *, host: bool = False) -> str:
    """Return what a line of the audit knows of a file: its kind, whether it had names, and for what it is.

    Args:
        ids: of the line; one from before ``full`` was noted does not say whether there were names.
        host: whether whoever runs the server took it, who gets everything.
    """
    kind = kind_of(ids.get("format", ""))
    if ids.get("picture"):
        which = {"kind": kind, "picture": ids["picture"], "file": ids.get("kind", "").upper()}
        kind = _("%(kind)s, %(picture)s as %(file)s") % which
    if ids.get("format") == "comparison":
        says = _("%(kind)s, without names")
    elif ids.get("full") == "False":
        says = _("%(kind)s, for re-use, without names") if _reuse(ids) else _("%(kind)s, without names")
    elif "full" not in ids and not host:
        return kind
    elif _reuse(ids):
        says = _("%(kind)s, for re-use, with names as far as the promise allows")
    else:
        says = _("%(kind)s, with names as far as the promise allows")
    return says % {"kind": kind}


def _reuse(ids: Mapping[str, str]) -> bool:
    return ids.get("reuse") == "True"
