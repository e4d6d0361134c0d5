"""The rows of what a workshop holds about a person, and of withdrawing."""

from tests.support import House
from tests.views.permissions import Row, Words, all_seats, anybody, ben_seat, fay, leaders
from tests.withdrawing import sure
from workshop.actions.remarks import save_remark
from workshop.models.own_words import own_words


def ada_wrote(house: House) -> None:
    """Ada has written in her first box."""
    save_remark(house.ada, house.workshop.prompts.get(card__number=1), "Too much", 0)


def her_words(house: House) -> Words:
    return {"key": own_words(house.ada)[0].key}


def as_asked(house: House) -> Words:
    return {"confirmed": own_words(house.ada)[0].print}


MY_DATA_ROWS = [
    Row("my-data", all_seats(200)),
    Row("my-data-file", all_seats(200), "post"),
    Row("own-words", "404 200 404 404 404 404 404", parts=her_words, before=ada_wrote),
    Row("own-words", "404 302 404 404 404 404 404", "post", her_words, as_asked, before=ada_wrote),
    Row("withdrawal", leaders(200)),
    Row("withdrawal", leaders(302), "post", data=sure),
    Row("person-withdrawal", fay(200), parts=ben_seat),
    Row("person-withdrawal", fay(302), "post", ben_seat, sure),
    Row("withdrawn", anybody(200), in_workshop=False),
]
