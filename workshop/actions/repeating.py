"""A workshop run again: a new one of the same series, whose cards keep their identity."""

from collections.abc import Iterable, Sequence
from datetime import date, time
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from workshop.models import (
    LIMITS,
    Card,
    CardText,
    Closed,
    Forbidden,
    Invalid,
    Person,
    Seat,
    Stale,
    User,
    Workshop,
    checked_text,
)
from workshop.models.prompts import prompts_of
from workshop.models.setup import print_of
from workshop.models.taking_part import taking_part

from .kit import done
from .packs import CardSeed, Pack, PromptSeed
from .people import give_seats
from .setup import edit_setup
from .workshops import make_workshop

SAME = (
    *("question", "instructions", "account_title", "reading_title", "reading", "information", "citation"),
    *("zone", "promise", "blank_cards", "nominations", "purpose", "series_uid"),
)


def repeat_workshop(
    seat: Seat,
    *,
    uid: UUID,
    title: str,
    cards: Sequence[Card],
    day: date | None = None,
    starts: time | None = None,
    invite: bool = False,
) -> Seat:
    """Make a new workshop of the same series; the old one, open or closed, stays as it is.

    Args:
        uid: the name of the new facilitator's seat, made with the form: sent twice, it makes one workshop.
        cards: which of the cards on the table go along, each with its sub-themes as notes.
        day, starts: when it meets, in the workshop's time zone; both or neither.
        invite: whether the same people get seats. They get no link yet, and are asked for consent again.
            Who declined to take part gets none: their name and address go no further.

    Raises:
        Invalid: the title is empty, no card or one that is not on the table, or a time without a day.
        Forbidden: the seat belongs to nobody who signs in, or prepares nothing. Closed: it is a rehearsal.
        Stale: this form made a workshop already, with another title.
        Seat.DoesNotExist: the uid is somebody else's.
    """
    title = checked_text(title, limit=LIMITS["title"], name=_("The title"), required=True, line=True)
    user = _user_of(seat)
    with transaction.atomic():
        if same := made_before(user, uid, title):
            return same
        old = Workshop.objects.get(pk=seat.workshop_id)
        found = _on_table(old, cards)
        words = {name: getattr(old, name) for name in SAME} | {"title": title}
        new = make_workshop(user, pack_of(old, found), seat_uid=uid, **words)
        _keep_identity(new.workshop, found)
        if invite:
            seat_the_same(old, new.workshop)
        _set_time(new, day, starts)
        done(new, "workshop_repeated", cards=len(found))
    return new


def _set_time(new: Seat, day: date | None, starts: time | None) -> None:
    if day or starts:
        nothing = print_of(None)
        edit_setup(new, {"date": day, "starts": starts}, {"date": nothing, "starts": nothing})


def _user_of(seat: Seat) -> User:
    user = seat.person.user if seat.person else None
    if user is None or not seat.is_facilitator:
        raise Forbidden(_("Only a facilitator who signs in can run a workshop again."))
    return user


def made_before(user: User, uid: UUID, title: str) -> Seat | None:
    """Return the seat that the same form gave this user a moment ago; their row is locked until commit.

    Raises:
        Seat.DoesNotExist: the uid is another user's. Stale: it made a workshop with another title.
    """
    User.objects.select_for_update().get(pk=user.pk)
    same = Seat.objects.filter(uid=uid).select_related("workshop", "person").first()
    if same and (same.person is None or same.person.user_id != user.pk):
        raise Seat.DoesNotExist
    if same and same.workshop.title != title:
        raise Stale(
            _("This form has made “%(title)s” already. You find it in the list of your workshops.")
            % {"title": same.workshop.title}
        )
    return same


def _on_table(old: Workshop, cards: Sequence[Card]) -> list[Card]:
    if old.is_rehearsal:
        raise Closed(_("A rehearsal is not run again: rehearse the workshop once more instead."))
    wanted = {card.pk for card in cards}
    found = [card for card in old.cards.all().live().with_words() if card.pk in wanted]
    if not found or len(found) != len(wanted):
        raise Invalid(_("Choose at least one of the cards that are on the table now."), field="cards")
    return found


def pack_of(old: Workshop, cards: Iterable[Card]) -> Pack:
    """Return a template of the old workshop's cards and of what it asks people to agree to."""
    asked = old.consent_items.filter(retired_at__isnull=True).order_by("position", "version")
    newest = {item.key: (item.key, item.text, item.required) for item in asked}
    seeds = tuple(CardSeed(card.title, card.short_title, card.words.summary) for card in cards)
    asks = tuple(PromptSeed(each.text, each.heading, each.hints, each.private) for each in prompts_of(old))
    return Pack(key="again", name="", says="", cards=seeds, prompts=asks, consents=tuple(newest.values()))


def _keep_identity(new: Workshop, cards: Iterable[Card]) -> None:
    for made, card in zip(new.cards.order_by("number"), cards, strict=True):
        made.identity_uid = card.identity_uid
        made.save(update_fields=["identity_uid"])
        words = card.words
        CardText.objects.filter(card=made).update(
            pole_a=words.pole_a, pole_b=words.pole_b, notes=_notes(card)[: LIMITS["text"]]
        )


def _notes(card: Card) -> str:
    nested = card.subthemes.filter(status=Card.Status.NESTED).order_by("position", "pk").with_words()
    themes = [_("Sub-theme: %(title)s") % {"title": each.title} for each in nested]
    return "\n".join([*filter(None, [card.words.notes]), *themes])


def seat_the_same(old: Workshop, new: Workshop) -> None:
    """Give those who took part a seat in the new workshop, as persons of its own; not those who declined."""
    seats = taking_part(old).filter(person__isnull=False).select_related("person").order_by("pk")
    taken = set(new.people.exclude(email="").values_list("email", flat=True))
    people = [each.person for each in seats if each.person and each.person.email not in taken]
    persons = Person.objects.bulk_create(
        Person(workshop=new, name=each.name, email=each.email) for each in people
    )
    give_seats(new, persons)
