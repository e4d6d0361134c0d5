"""The rows of the pack: its page, its boxes and its blank cards."""

from contextlib import suppress
from datetime import timedelta

from django.utils import timezone

from tests.support import House
from tests.views.permissions import Row, Words, all_seats, fay, leaders
from workshop.actions.blank_words import BlankWords
from workshop.actions.blanks import save_blank
from workshop.actions.remarks import save_remark
from workshop.models import Card, Prompt, Stale
from workshop.models.pack import own_pack

ADA_ONLY = "404 302 404 403 404 404 404"


def first_box(house: House) -> Prompt:
    """The box for a comment on card 1."""
    return house.workshop.prompts.get(card__number=1)


def box(house: House) -> Words:
    return {"prompt": first_box(house).uid}


def words(house: House) -> Words:
    return {f"text-{first_box(house).uid}": "True for us", "rev": "0"}


def two_versions(house: House) -> None:
    """Ada has written two versions of her first comment."""
    save_remark(house.ada, first_box(house), "One", 0)
    with suppress(Stale):
        save_remark(house.ada, first_box(house), "Two", 0)


def version(house: House) -> Words:
    return box(house) | {"number": 1}


def keep(house: House) -> Words:
    return {"keep": "both", "rev": "1"}


def two_cards(house: House) -> None:
    """Ada has written two versions of her first blank card."""
    place = own_pack(house.ada).places[0].uid
    save_blank(house.ada, place, 0, BlankWords("One"))
    with suppress(Stale):
        save_blank(house.ada, place, 0, BlankWords("Two"))


def blank_of(house: House, status: str) -> Card:
    return Card.objects.get(proposer=house.ada, status=status)


def blank(house: House) -> Words:
    return {"card": blank_of(house, "proposed").uid}


def new_title(house: House) -> Words:
    return {f"title-{blank_of(house, 'proposed').uid}": "New", "rev": "1"}


def removed(house: House) -> Words:
    return {"card": blank_of(house, "retired").uid}


def copy(house: House) -> Words:
    return blank(house) | {"copy": blank_of(house, "retired").uid}


def sure(house: House) -> Words:
    return {"confirmed": "1"}


def a_file(house: House) -> Words:
    """The shortest pack as a file, for anybody where it is asked."""
    return {"whom": "anybody", "file": "pdf", "size": "usual", "sheets": "cards"}


def agreed_again(house: House) -> Words:
    """What was agreed to already, and nothing else."""
    items = house.workshop.consent_items.all()
    return {**{str(item.uid): "yes" for item in items}, "quote": "named"}


def ada_seat(house: House) -> Words:
    """Ada, as addresses about her name her."""
    return {"uid": house.ada.uid}


def tomorrow(house: House) -> Words:
    """More time until the end of tomorrow."""
    return {"day": f"{timezone.localdate() + timedelta(1):%Y-%m-%d}", "at": ""}


def needed(house: House) -> Words:
    """Two needs and a line of one's own."""
    return {"at_once": ["no_timers"], "arranged": ["extra_time"], "more": "A break", "rev": "0"}


PACK_ROWS = [
    Row("filled", leaders(200)),
    Row("filled", leaders(422), "post"),
    Row("filled-answers", leaders(302), "post", data=agreed_again),
    Row("consent-answer", leaders(302), "post", data=lambda house: {"quote": "none"}),
    Row("consent-reading", leaders(302), "post"),
    Row("pack", all_seats(200)),
    Row("pack", leaders(302), "post"),
    Row("needs", leaders(200)),
    Row("needs", leaders(302), "post", data=needed),
    Row("person-extra-time", fay(200), parts=ada_seat),
    Row("person-extra-time", fay(302), "post", ada_seat, tomorrow),
    Row("person-needs", fay(200), parts=ada_seat),
    Row("person-needs", fay(302), "post", ada_seat, needed),
    Row("pack-files", fay(200)),
    Row("pack-files", fay(200), "post", data=a_file),
    Row("own-pack-file", leaders(200)),
    Row("own-pack-file", leaders(200), "post", data=a_file),
    Row("pack-finish", all_seats(200)),
    Row("pack-finish", leaders(302), "post"),
    Row("pack-remark", leaders(302), "post", parts=box, data=words),
    Row("pack-version", ADA_ONLY, "post", parts=version, data=keep, before=two_versions),
    Row("pack-blank", ADA_ONLY, "post", parts=blank, data=new_title, before=two_cards),
    Row("pack-blank-removal", ADA_ONLY, "post", parts=blank, data=sure, before=two_cards),
    Row("pack-blank-restoration", ADA_ONLY, "post", parts=removed, before=two_cards),
    Row("pack-blank-copy", ADA_ONLY, "post", parts=copy, data=keep, before=two_cards),
]
