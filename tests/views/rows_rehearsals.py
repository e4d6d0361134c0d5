"""Who may begin a rehearsal, and pace and end one: who facilitates it, and nobody who plays in it."""

import uuid

from tests.support import House
from tests.views.permissions import Row, Words, fay
from tests.views.rows_setup import SIGNED_IN
from workshop.models import Workshop


def rehearsed(house: House) -> None:
    """Fay's workshop is a rehearsal."""
    Workshop.objects.filter(pk=house.workshop.pk).update(purpose="rehearsal", pace="life")


def form(house: House) -> Words:
    """The form that begins one."""
    return {"uid": str(uuid.uuid4()), "template": "six-tensions"}


def fast(house: House) -> Words:
    """A pace."""
    return {"pace": "fast"}


REHEARSAL_ROWS = [
    Row("rehearsals", SIGNED_IN.format(302), "post", data=form, in_workshop=False),
    Row("rehearsal", fay(200)),
    Row("rehearsal", fay(302), "post", data=form),
    Row("rehearsal", fay(200), before=rehearsed),
    Row("rehearsal-strip", fay(200), before=rehearsed),
    Row("rehearsal-strip", fay(404)),
    Row("rehearsal-pace", fay(302), "post", data=fast, before=rehearsed),
    Row("rehearsal-pace", fay(404), "post", data=fast),
    Row("rehearsal-filling", fay(302), "post", before=rehearsed),
    Row("rehearsal-filling", fay(404), "post"),
    Row("rehearsal-seat", fay(200), "post", before=rehearsed),
    Row("rehearsal-seat", fay(404), "post"),
    Row("rehearsal-removal", fay(200), before=rehearsed),
    Row("rehearsal-removal", fay(302), "post", before=rehearsed),
    Row("rehearsal-removal", fay(404), "post"),
]
