"""Templates that somebody keeps: from a file, or from a workshop of theirs; and taken away again."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from workshop.models import LIMITS, Invalid, Seat, Stale, Template, User, checked_text
from workshop.models.card_words import checked_words
from workshop.models.prompts import checked_prompt
from workshop.models.templates import templates_of
from workshop.models.text import clean_data

from .kit import done
from .packs.documents import pack_in
from .packs.seeds import Pack

MOST_TEMPLATES = 50


def keep_template(user: User, uid: UUID, document: dict[str, Any]) -> Template:
    """Keep a template among a user's own.

    Args:
        uid: made with the form: sent twice, it keeps one. What is kept already is not kept once more.
        document: as `packs.documents` writes it, checked by `imports` if it came from a file.

    Raises:
        Invalid: words that no pack may have, or the user has fifty already.
        Stale: the same form kept other words.
    """
    document = clean_data(document)
    check_words(pack_in(document, ""))
    with transaction.atomic():
        User.objects.select_for_update().get(pk=user.pk)
        kept = templates_of(user).filter(uid=uid).first()
        if kept is None and (same := kept_already(user, document)):
            return same
        if kept is None and templates_of(user).count() >= MOST_TEMPLATES:
            raise Invalid(_("You have 50 templates. Remove one that you no longer need, then try again."))
        if kept is None:
            kept = Template.objects.create(user=user, uid=uid, name=document["name"], document=document)
        if kept.document != document:
            raise Stale(_("This form has kept another template already. Send it once more to keep this one."))
    return kept


def kept_already(user: User, document: dict[str, Any]) -> Template | None:
    """Return a user's template with the very same document, if there is one."""
    wanted = clean_data(document)
    found = templates_of(user).filter(name=wanted["name"])
    return next((each for each in found if each.document == wanted), None)


def save_as_template(seat: Seat, uid: UUID, document: dict[str, Any]) -> Template:
    """Keep a workshop's own words as a template of whoever facilitates it; the history notes that.

    Raises:
        As ``keep_template`` does.
    """
    user = seat.person.user if seat.person else None
    if user is None or not seat.is_facilitator:
        raise Invalid(_("Only a facilitator who signs in can keep a template."))
    with transaction.atomic():
        User.objects.select_for_update().get(pk=user.pk)  # of five presses at once one is new
        is_new = not templates_of(user).filter(uid=uid).exists()
        kept = keep_template(user, uid, document)
        if is_new and kept.uid == uid:
            done(seat, "template_kept", template=uid)
    return kept


def remove_template(template: Template) -> None:
    """Remove a template for good; workshops that were made from it stay as they are."""
    template.delete()


def check_words(pack: Pack) -> None:
    """Raise Invalid where a template has words that no pack may have."""
    name = checked_text(str(pack.name), limit=LIMITS["title"], name=_("The name"), required=True, line=True)
    for card in pack.cards:
        checked_words(**{key: str(value) for key, value in vars(card).items()})
    for prompt in pack.prompts:
        checked_prompt(heading=str(prompt.heading), text=str(prompt.text), hints=str(prompt.hints))
    for _key, text, _required in pack.consents:
        checked_text(str(text), limit=LIMITS["summary"], name=name, required=True)
