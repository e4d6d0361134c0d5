"""Words that are taken back: one remark, or what somebody who withdraws wrote of the agreed text."""

from django.db.models import QuerySet
from django.utils import timezone

from .assents import Assent
from .ballots import Mark
from .comments import Prompt, Remark, Version
from .people import Seat


def erase_words(remark: Remark) -> bool:
    """Erase what one remark says, with its versions and quotes; return whether there were quotes.

    Its place stays, for the replies of others. An answer to a question is empty from then on and can be given
    anew; anything else is marked as taken back.
    """
    remark.versions.all().delete()
    quotes, _rows = remark.quotes.all().delete()
    is_answer = remark.prompt is not None and remark.prompt.kind == Prompt.Kind.OPEN
    remark.body, remark.rev = "", remark.rev + 1
    remark.withdrawn_at = None if is_answer else remark.withdrawn_at or timezone.now()
    remark.save(update_fields=["body", "withdrawn_at", "rev"])
    return quotes > 0


def erase_reason(mark: Mark) -> bool:
    """Erase the reason beside where a card was put, with its quotes; return whether there were any.

    The placement stays, in a new row: so the key in the ledger of erasures is never that of a later reason.
    """
    quotes, _rows = mark.quotes.all().delete()
    placed = Mark.objects.get(pk=mark.pk)
    Mark.objects.filter(pk=mark.pk).delete()
    placed.pk, placed.reason = None, ""
    placed.save(force_insert=True)
    return quotes > 0


def give_back_texts(seat: Seat) -> None:
    """Erase a seat's versions of each agreed text; inside the erasing transaction.

    What stands is the group's, and stays, once somebody else wrote on it or said that they agree or dissent.
    Else it goes back to what the last of the others wrote, or to nothing.
    """
    own = Version.objects.filter(seat=seat)
    for text in texts_of(seat):
        standing = standing_version(text)
        stays = standing is not None and standing.seat_id == seat.pk and is_the_groups(text, seat)
        if goes_back(text, seat):
            _go_back(text, seat)
        own.filter(remark=text).exclude(pk=standing.pk if standing and stays else 0).delete()
    own.update(seat=None)


def texts_of(seat: Seat) -> QuerySet[Remark]:
    """Return the texts of the group that a seat wrote on."""
    own = Version.objects.filter(seat=seat)
    texts = Remark.objects.filter(prompt__kind=Prompt.Kind.AGREED, versions__in=own)
    return texts.select_related("prompt").distinct()


def goes_back(text: Remark, seat: Seat) -> bool:
    """Whether a text goes back to what others wrote, or to nothing, if a seat that wrote on it withdraws."""
    standing = standing_version(text)
    return standing is not None and standing.seat_id == seat.pk and not is_the_groups(text, seat)


def standing_version(text: Remark) -> Version | None:
    """Return the version that says who wrote what stands: the first of its rev, since losers come after."""
    return text.versions.filter(rev=text.rev).order_by("pk").first()


def is_the_groups(text: Remark, seat: Seat) -> bool:
    """Whether somebody else has answered to what stands, since a seat wrote it."""
    question = text.prompt.question_id if text.prompt else None
    return Assent.objects.filter(prompt=question, rev=text.rev).exclude(seat=seat).exists()


def _go_back(text: Remark, seat: Seat) -> None:
    others = text.versions.filter(conflict_open=False, rev__lt=text.rev).exclude(seat=seat)
    last = others.order_by("-rev", "pk").first()
    text.body, text.rev, text.saved_at = last.body if last else "", text.rev + 1, timezone.now()
    text.save(update_fields=["body", "rev", "saved_at"])
    if last:
        Version.objects.create(remark=text, rev=text.rev, body=last.body, seat_id=last.seat_id)
