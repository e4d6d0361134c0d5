"""The rows of what a workshop holds about a person, and of withdrawing."""

from tests.views.permissions import Row, all_seats, anybody, ben_seat, fay, leaders
from tests.withdrawing import sure

MY_DATA_ROWS = [
    Row("my-data", all_seats(200)),
    Row("my-data-file", all_seats(200), "post"),
    Row("withdrawal", leaders(200)),
    Row("withdrawal", leaders(302), "post", data=sure),
    Row("person-withdrawal", fay(200), parts=ben_seat),
    Row("person-withdrawal", fay(302), "post", ben_seat, sure),
    Row("withdrawn", anybody(200), in_workshop=False),
]
