"""What a figure is called on a page: tests record them under short names, and a reader is owed words."""

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy as _

WORDS: dict[str, Lazy] = {
    "answers and frames read": _("pages, live updates and files that were searched"),
    "answers attacked": _("hidden answers that somebody tried to work out from all that is shown"),
    "answers told beyond totals": _("of these told beyond what the totals tell"),
    "backup: rows acknowledged before it": _("entries that were said to be saved before the backup began"),
    "backup: rows lost": _("entries missing once it was put back"),
    "backup: rows written while it ran": _("entries written while the backup was made"),
    "backup: words of who withdrew that came back": _(
        "words of people who had withdrawn that came back with it"
    ),
    "bytes read": _("bytes that were searched"),
    "canaries planted": _("secret marks put into names, addresses and words"),
    "characters doubled": _("characters that came twice"),
    "characters lost": _("characters that were lost"),
    "characters typed": _("characters that were typed"),
    "fields": _("kinds of words that they were put in place of"),
    "leaks found": _("such marks found where they must not be"),
    "pages and fragments that showed payloads": _("pages and live updates that showed them"),
    "payloads": _("harmful or odd texts"),
    "retention: erased on their day": _("workshops erased on the day that was chosen for them"),
}


def in_words(name: str) -> str:
    """Return what a recorded figure is called; the name itself if it has no words."""
    return str(WORDS.get(name, name))
