"""What a line of the audit says, after the name of whoever did it."""

from uuid import UUID

from django.template.defaultfilters import filesizeformat
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from workshop.models import Audit, Workshop
from workshop.models.file_words import file_said

from .audit_counted import COUNTED

NAMED = 5  # people in one line; more are counted
PAGES = {
    "people": gettext_lazy("looked at the page of people, with names and e-mail addresses"),
    "person": gettext_lazy("looked at somebody’s name and e-mail address"),
    "consents": gettext_lazy("looked at who agreed to what"),
    "late": gettext_lazy("looked at the e-mail addresses of those who have not finished their pack"),
    "packs": gettext_lazy("looked at what was written in packs, before the workshop began"),
}
SAYS = {
    "exported": gettext_lazy("took a file: %(file)s"),
    "imported": gettext_lazy("brought the workshop back from a file (its code was %(was)s)"),
    "words_replaced": gettext_lazy(
        "had names, addresses and numbers in the file just taken replaced (%(replaced)s) or left (%(kept)s)"
    ),
    "transcript_added": gettext_lazy("laid a transcript beside the workshop"),
    "transcript_removed": gettext_lazy("erased a transcript"),
    "entered_for": gettext_lazy("entered something for %(seat)s"),
    "own_data_taken": gettext_lazy("took along what the workshop holds about them"),
    "workshop_closed": gettext_lazy("closed the workshop"),
    "workshop_unlinked": gettext_lazy("destroyed the link between people and what they wrote and chose"),
    "workshop_deleted": gettext_lazy("deleted the workshop"),
    "workshop_erased": gettext_lazy("erased the workshop, its day had come"),
    "full_data_given": gettext_lazy("gave %(seat)s the right to take files with names"),
    "full_data_given_themselves": gettext_lazy("took the right to take files with names"),
    "full_data_taken_away": gettext_lazy("took the right to files with names from %(seat)s"),
    "full_data_taken_away_themselves": gettext_lazy("gave up the right to take files with names"),
    "promise_changed": gettext_lazy("set the promise to “%(promise)s”"),
    "information_changed": gettext_lazy("changed the information about taking part: version %(n)s"),
    "information_changed_anew": gettext_lazy(
        "changed the information about taking part: version %(n)s, about which everybody is asked again"
    ),
    "letter_sent_again": gettext_lazy("sent a letter to somebody again that had not gone"),
    "link_made": gettext_lazy("made and saw a personal link for %(seat)s"),
    "links_revoked": gettext_lazy("ended the personal links of %(seat)s"),
    "person_edited": gettext_lazy("changed the name or the e-mail address of %(seat)s"),
    "seat_removed": gettext_lazy("removed %(seat)s"),
    "seat_restored": gettext_lazy("gave %(seat)s the seat back"),
    "facilitator_added": gettext_lazy("gave %(seat)s the rights of a facilitator"),
    "consent_item_written": gettext_lazy("added something that people are asked to agree to"),
    "consent_item_changed": gettext_lazy("changed what people are asked to agree to"),
    "consent_item_retired": gettext_lazy("retired something that people were asked to agree to"),
    "part_declined": gettext_lazy("recorded that %(seat)s takes no part (any more)"),
    "part_declined_themselves": gettext_lazy("said no to taking part"),
    "part_resumed": gettext_lazy("recorded that %(seat)s takes part again"),
    "part_resumed_themselves": gettext_lazy("takes part again"),
    "backed_up": gettext_lazy("made a backup of everything (%(bytes)s)"),
    "reapplied": gettext_lazy("erased again what was erased after the backup"),
    "restored": gettext_lazy("restored everything from a backup"),
}


def said(line: Audit, labels: dict[str, str]) -> str:
    """Return what a line says, in plain words; a verb that has none yet as it is.

    Args:
        labels: how facilitators know each seat, by the hex of its uid.
    """
    if line.verb == "seen":
        return str(PAGES.get(line.ids.get("page", ""), _("looked at a page")))
    if line.verb == "seat_withdrawn":
        return _withdrawn(line, labels)
    if line.verb in DATED:
        return DATED[line.verb](line)
    if line.verb in COUNTED:
        return _with_names(COUNTED[line.verb](int(line.ids.get("count", 0))), line, labels)
    own = line.ids.get("seat", "").replace("-", "") == line.who
    more = "_themselves" if own else "_anew" if line.ids.get("matters") == "True" else ""
    words = SAYS.get(line.verb + more) or SAYS.get(line.verb)
    return str(words) % _facts(line, labels) if words else line.verb.replace("_", " ")


def _facts(line: Audit, labels: dict[str, str]) -> dict[str, str]:
    ids = line.ids
    return {
        "file": file_said(ids, host=not line.who),
        "n": ids.get("version", ""),
        "seat": _label(ids.get("seat", ""), labels),
        "promise": str(dict(Workshop.Promise.choices).get(ids.get("promise", ""), "")),
        "replaced": ids.get("replaced", "0"),
        "kept": ids.get("kept", "0"),
        "was": ids.get("was", ""),
        "bytes": filesizeformat(ids.get("bytes", 0)),
    }


def _whose(line: Audit, labels: dict[str, str]) -> str:
    """Return who left: a person who withdraws by themselves is both who did it and whose it was."""
    uid = line.ids.get("whose", "")
    return _("themselves") if uid.replace("-", "") == line.who else _label(uid, labels)


def _label(uid: str, labels: dict[str, str]) -> str:
    try:
        return labels.get(UUID(uid).hex, _("somebody who is no longer here"))
    except ValueError:
        return _("somebody")


def _with_names(says: str, line: Audit, labels: dict[str, str]) -> str:
    """Return what was done to several people with who they are, as far as the line has it."""
    known = sorted(_label(uid, labels) for uid in line.ids.get("seats", "").split())
    if not known:
        return says
    names, more = ", ".join(known[:NAMED]), len(known[NAMED:])
    if more:
        names = _("%(names)s and %(n)s more") % {"names": names, "n": more}
    return _("%(says)s: %(names)s") % {"says": says, "names": names}


def _kept(line: Audit) -> str:
    until = parse_date(line.ids.get("until", ""))
    if until is None:
        return _("chose to keep the workshop until somebody deletes it")
    day, was = date_format(until, "j F Y"), parse_date(line.ids.get("was", ""))
    if was:
        before = date_format(was, "j F Y")
        return _("changed the day of erasure from %(was)s to %(day)s") % {"day": day, "was": before}
    return _("chose to erase everything on %(day)s") % {"day": day}


def _put_off(line: Audit) -> str:
    until = parse_date(line.ids.get("until", ""))
    day = date_format(until, "j F Y") if until else ""
    return _("put the day of erasure off to %(day)s, so that facilitators are reminded before") % {"day": day}


def _seen(line: Audit) -> str:
    until = parse_date(line.ids.get("until", ""))
    day = date_format(until, "j F Y") if until else ""
    return _("said that they have seen that everything is erased on %(day)s") % {"day": day}


def _withdrawn(line: Audit, labels: dict[str, str]) -> str:
    """Return who left; after the link was destroyed, nothing that they wrote could go with them."""
    unlinked_at = line.workshop.unlinked_at if line.workshop else None
    if unlinked_at and line.at > unlinked_at:
        says = _("took %(whose)s out of the workshop; what they wrote stays, as nobody can tell it is theirs")
    else:
        says = _(
            "took %(whose)s out of the workshop; what they wrote was erased, but for what the group took up"
        )
    return says % {"whose": _whose(line, labels)}


DATED = {"retention_set": _kept, "retention_put_off": _put_off, "retention_seen": _seen}
