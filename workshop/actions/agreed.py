"""The one text that a group writes together as its answer to a question, and what each says to it."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from workshop.live import announce
from workshop.models import (
    LIMITS,
    Assent,
    Closed,
    Forbidden,
    Invalid,
    Prompt,
    Remark,
    Seat,
    Version,
    checked_text,
)
from workshop.models.chairing import has_voice
from workshop.models.questions import text_of

from .kit import done, lock_promise
from .questions import current_open
from .turns import take_numbers_in_turn
from .versions import both, keep_version, settle


def write_text(seat: Seat, prompt: Prompt, body: str, rev: int) -> Remark:
    """Change the text that the group agrees on; what it said before is kept. The same words change nothing.

    Args:
        rev: the rev of the text that the words are based on.

    Raises:
        Invalid: too long, or nothing was written and there was nothing. Forbidden: an observer.
        Closed: the answers are not shown, the workshop is closed, or an empty box was sent after somebody
            else had saved: it holds no words to keep beside theirs.
        Stale: somebody else saved it first. These words are kept as a version that waits for a decision.
    """
    body = checked_text(body, limit=Remark.LIMIT, name=_("The text"))
    with transaction.atomic():
        text = _text(seat, prompt)
        if text.body == body:
            return _same(text)
        if text.rev == rev:
            return _write(seat, prompt, text, body)
        if not body:
            raise Closed(_("Somebody saved the text meanwhile, and your box was empty. Nothing was changed."))
        kept = keep_version(seat, text, body, rev)
        done(seat, "text_kept_beside", announce.question_changed, question=prompt.uid)
    raise both(text, kept, kept_beside())


def _same(text: Remark) -> Remark:
    if not text.body:
        raise Invalid(_("Nothing is written yet, so nothing was saved."))
    return text


def kept_beside() -> str:
    """Return the sentence for words that somebody else was quicker to save."""
    return _(
        "Somebody saved the text while you wrote. Yours is kept beside it, not put in its place: choose "
        "between them, or bring them together here and save again."
    )


def _text(seat: Seat, prompt: Prompt) -> Remark:
    prompt = current_open(seat, prompt)
    if not has_voice(seat, prompt.workshop):
        raise Forbidden(_("Your seat watches the workshop, so it does not write on the text."))
    if not prompt.is_shown:
        raise Closed(_("The text is written once everybody's answers are shown. Nothing was changed."))
    return text_of(prompt)


def _write(seat: Seat, prompt: Prompt, text: Remark, body: str) -> Remark:
    """Store the text, with a version for each rev that says who wrote it."""
    if text.body == body:
        return text
    text.body, text.rev, text.saved_at = body, text.rev + 1, timezone.now()
    text.save(update_fields=["body", "rev", "saved_at"])
    Version.objects.create(remark=text, rev=text.rev, body=body, seat=seat)
    lock_promise(seat.workshop_id)
    done(seat, "text_written", announce.question_changed, question=prompt.uid)
    return text


def settle_text(seat: Seat, prompt: Prompt, version: Version, keep: str, rev: int) -> Remark:
    """Decide between the text and a version that waits: ``theirs`` keeps the text, ``mine`` the version.

    Anybody who writes on the text may decide. What is not kept stays as a version.

    Raises:
        Invalid: no such choice, or both together are too long. Forbidden, Closed: as ``write_text``, or it
            was decided otherwise elsewhere. Stale: the text was changed after the person saw it.
    """
    with transaction.atomic():
        version = _text(seat, prompt).versions.get(pk=version.pk)

        def write(text: Remark, words: str) -> Remark:
            if text.body == words:
                done(seat, "text_settled", announce.question_changed, question=prompt.uid)
            return _write(seat, prompt, text, words)

        return settle(version, keep, rev, write)


def say_assent(
    seat: Seat, prompt: Prompt, answer: str, why: str, rev: int, *, by: Seat | None = None
) -> Assent:
    """Say that one agrees to the text, or dissents; saying it again replaces what was said.

    Args:
        rev: the rev of the text that the person read: it is kept, whatever the text says by now.
        by: the facilitator who enters it for the seat, if anybody does.

    Raises:
        Invalid: no such answer, too many words of why, or there is no text yet.
        Forbidden: not a participant. Closed: as ``write_text``.
    """
    if not seat.is_participant:
        raise Forbidden(_("Only participants agree or dissent. Your seat prepares or watches the workshop."))
    if answer not in Assent.Answer.values:
        raise Invalid(_("Choose whether you agree or dissent."))
    why = checked_text(why, limit=LIMITS["reason"], name=_("Your word of why"))
    with transaction.atomic():
        text = _text(seat, prompt)
        if not text.body or not 0 < rev <= text.rev:
            raise Invalid(_("There is no text to agree to yet. Nothing was changed."))
        lock_promise(seat.workshop_id)
        said = {"answer": answer, "why": why, "rev": rev, "at": timezone.now(), "proxy": by}
        assent, _new = Assent.objects.update_or_create(prompt=prompt, seat=seat, defaults=said)
        announce.assent_said(seat.workshop_id, take_numbers_in_turn)
    return assent
