"""The rows of the matrix, by area; each area's people add their own."""

from tests.support import House
from tests.views.permissions import (
    Row,
    Words,
    all_seats,
    anybody,
    ben_seat,
    fay,
    first,
    leaders,
    nothing,
    second,
)
from tests.views.rows_bringing import BRINGING_ROWS
from tests.views.rows_letters import LETTER_ROWS
from tests.views.rows_live import LIVE_ROWS
from tests.views.rows_my_data import MY_DATA_ROWS
from tests.views.rows_pack import PACK_ROWS
from tests.views.rows_preparation import PREPARATION_ROWS
from tests.views.rows_proxy import PROXY_ROWS
from tests.views.rows_questions import QUESTION_ROWS
from tests.views.rows_quotes import QUOTES_ROWS
from tests.views.rows_rehearsals import REHEARSAL_ROWS
from tests.views.rows_replay import REPLAY_ROWS
from tests.views.rows_results import RESULTS_ROWS
from tests.views.rows_room import ROOM_ROWS
from tests.views.rows_rounds import ROUNDS_ROWS
from tests.views.rows_setup import ACCOUNT_ROWS, SETUP_ROWS
from tests.views.rows_sort import SORT_ROWS
from tests.views.rows_strip import STRIP_ROWS
from tests.views.rows_synthesis import SYNTHESIS_ROWS
from tests.views.rows_templates import TEMPLATE_ROWS
from workshop.actions.demo import open_demo
from workshop.actions.links import mint_link
from workshop.actions.people import person_print
from workshop.actions.rounds import open_round


def ben_link(house: House) -> Words:
    """A personal link of a leader."""
    return {"secret": mint_link(house.fay, house.others[0])}


def demo_link(house: House) -> Words:
    """The sign-in link of a demonstration."""
    return {"secret": open_demo().facilitator}


def joining(house: House) -> Words:
    """A right code and a new name."""
    return {"code": house.workshop.join_code, "name": "Gil"}


def yes(house: House) -> Words:
    """Yes to everything that is asked."""
    return {str(item.uid): "yes" for item in house.workshop.consent_items.all()}


def guests(house: House) -> Words:
    """Somebody to invite."""
    return {"guests": "Gil Hart, gil@example.org"}


def helper(house: House) -> Words:
    """Somebody to facilitate too."""
    return {"email": "hal@example.org", "name": "Hal"}


def named(house: House) -> Words:
    """Another name."""
    ben = house.others[0].person
    return {"name": "Benedict", "email": "", "seen": person_print(ben) if ben else ""}


def open_poll(house: House) -> None:
    """Open the poll, so that it can be closed and revealed."""
    open_round(house.fay, house.poll)


def ticked(house: House) -> Words:
    """Ada, ticked to get a new link."""
    return {"person": [house.ada.uid]}


def shown_link(house: House) -> Words:
    """A new link of Ben's, as its page shows it; an earlier one works still."""
    mint_link(house.fay, house.others[0])
    return {"shown": mint_link(house.fay, house.others[0])}


OVERVIEW_ROWS = [
    Row("overview", fay(200)),
    Row("overview-comments", fay(200)),
    Row("round-opening", fay(302), "post", second),
    Row("round-closing", fay(200), "post", first),
    Row("round-draft", fay(302), "post", first),
    Row("round-revelation", fay(200), "post", second, before=open_poll),
]

PEOPLE_ROWS = [
    Row("people", fay(200)),
    Row("invitations", fay(200), "post", data=guests),
    Row("several-links", fay(200)),
    Row("several-links", fay(200), "post", data=ticked),
    Row("earlier-links", fay(200), "post", data=shown_link),
    Row("join-code", fay(302), "post"),
    Row("join-code-closing", fay(302), "post"),
    Row("screen-invitation", fay(200), "post"),
    Row("screen-revocation", fay(302), "post"),
    Row("facilitators", fay(200), "post", data=helper),
    Row("person", fay(200), parts=ben_seat),
    Row("person", fay(302), "post", ben_seat, named),
    Row("person-link", fay(200), "post", ben_seat),
    Row("person-renewal", fay(200), "post", ben_seat),
    Row("person-revocation", fay(302), "post", ben_seat),
    Row("person-removal", fay(200), "post", ben_seat),
    Row("person-restoration", fay(302), "post", ben_seat),
    *PROXY_ROWS,
    Row("consent", "404 200 200 302 404 404 404"),
    Row("consent", leaders(302), "post", data=yes),
    Row("reports", anybody(204), "post", in_workshop=False),
    Row("join", anybody(200), in_workshop=False),
    Row("join", "302 200 200 200 302 302 302", "post", data=joining, in_workshop=False),
    Row("link", anybody(200), parts=ben_link, in_workshop=False),
    Row("link", anybody(302), "post", parts=ben_link, in_workshop=False),
    Row("staff", anybody(200), parts=demo_link, in_workshop=False),
    Row("staff", anybody(302), "post", parts=demo_link, in_workshop=False),
    Row("welcome", all_seats(200)),
]

ROWS = [
    *ACCOUNT_ROWS,
    *LETTER_ROWS,
    *LIVE_ROWS,
    *SETUP_ROWS,
    *BRINGING_ROWS,
    *MY_DATA_ROWS,
    *OVERVIEW_ROWS,
    *PACK_ROWS,
    *PEOPLE_ROWS,
    *PREPARATION_ROWS,
    *QUESTION_ROWS,
    *QUOTES_ROWS,
    *REHEARSAL_ROWS,
    *REPLAY_ROWS,
    *RESULTS_ROWS,
    *ROOM_ROWS,
    *ROUNDS_ROWS,
    *SORT_ROWS,
    *STRIP_ROWS,
    *SYNTHESIS_ROWS,
    *TEMPLATE_ROWS,
]
# Pages of a workshop that are opened by its name alone.
PLAIN = sorted({row.name for row in ROWS if row.method == "get" and row.in_workshop and row.parts is nothing})
