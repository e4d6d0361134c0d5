"""Lines of the audit about several people or things at once, in plain words."""

from django.utils.translation import ngettext


def _invited(count: int) -> str:
    says = ngettext(
        "invited %(n)s person and saw the link", "invited %(n)s people and saw their links", count
    )
    return says % {"n": count}


def _links(count: int) -> str:
    says = ngettext(
        "made and saw a personal link for %(n)s person",
        "made and saw personal links for %(n)s people",
        count,
    )
    return says % {"n": count}


def _letters(count: int) -> str:
    says = ngettext(
        "sent a letter to %(n)s person, with the personal link that it carries",
        "sent a letter to %(n)s people, with the personal links that it carries",
        count,
    )
    return says % {"n": count}


def _ended(count: int) -> str:
    says = ngettext("ended %(n)s earlier personal link", "ended %(n)s earlier personal links", count)
    return says % {"n": count}


def _unprinted(count: int) -> str:
    says = ngettext(
        "ended %(n)s personal link of a file that could not be made",
        "ended %(n)s personal links of a file that could not be made",
        count,
    )
    return says % {"n": count}


def _removed(count: int) -> str:
    return ngettext("removed %(n)s old backup", "removed %(n)s old backups", count) % {"n": count}


def _reminded(count: int) -> str:
    says = ngettext(
        "reminded %(n)s facilitator by e-mail of the day of erasure",
        "reminded %(n)s facilitators by e-mail of the day of erasure",
        count,
    )
    return says % {"n": count}


COUNTED = {
    "reminded": _reminded,
    "people_invited": _invited,
    "links_made": _links,
    "letter_sent": _letters,
    "earlier_links_ended": _ended,
    "links_unprinted": _unprinted,
    "backups_removed": _removed,
}
