"""What ends when a workshop is closed, in one place. `docs/decisions/0009-after-the-close.md` says why.

Rounds, packs and ballots ask ``Round.is_open``, which the close ends too. What is not named here goes on: to
reveal a round that was asked, correct a name or an address, remove a seat and give it back, end a code, make,
renew and end the links of those who are in, answer a consent anew, take a comment back, export, delete.
"""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from .refusals import Closed

if TYPE_CHECKING:
    from .workshops import Workshop

ENDS = {
    "agenda": _("The workshop is closed, so its agenda stays as it is."),
    "cards": _("The workshop is closed, so its cards stay as they are."),
    "chair": _("The workshop is closed, so the chair stays where it is."),
    "comments": _("The workshop is closed, so comments stay as they are. Your words are still here."),
    "consents": _("The workshop is closed, so what people agreed to stays as it is."),
    "gestures": _("The workshop is closed, so hands and signals are over."),
    "ground_rules": _("The workshop is closed, so its ground rules stay as they are."),
    "invitations": _("The workshop is closed, so nobody new can be invited. Nothing was changed."),
    "joining": _("This workshop is over, so nobody can join it any more."),
    "letters": _("The workshop is closed, so only letters of thanks go out. Nothing was sent."),
    "needs": _("The workshop is closed, so only they themselves change what they need. Nothing was changed."),
    "packs": _("The workshop is closed, so its pack is not handed out any more. Nothing was changed."),
    "preparation": _("The workshop is closed, so notes for its preparation stay as they are."),
    "prompts": _("The workshop is closed, so its open prompts stay as they are."),
    "questions": _("The workshop is closed, so answers and texts stay. Your words are still here."),
    "rounds": _("The workshop is closed, so no round opens any more. What was answered stays."),
    "setup": _("The workshop is closed, so its set-up stays as it is. Nothing was changed."),
    "stage": _("The workshop is closed, so its stage no longer moves."),
}


def require_going_on(workshop: "Workshop", what: str, **data: object) -> None:
    """Raise Closed if the workshop is closed, which ends this.

    Args:
        what: a key of ``ENDS``.
        data: what the refusal carries, such as the name of a field.
    """
    if workshop.is_closed:
        raise Closed(str(ENDS[what]), **data)
