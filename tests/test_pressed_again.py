"""Every form that changes something, sent five times at once and once more later: one effect, one answer."""

import threading
from collections import Counter
from http.cookies import SimpleCookie

import pytest
from django.apps import apps
from django.core.cache import cache
from django.db import connection
from django.db.models import EmailField, F, Value
from django.db.models.functions import Concat
from django.test import Client

from tests.leaks.doors import FORMS, address_of, taken_back, who_may
from tests.races import PATIENCE
from tests.support import House, client_of, make_house
from tests.views.permissions import Row
from workshop.models import User

TIMES = 5
# Each press does something of its own, and has to.
EACH_TIME = {
    "join-code": "makes a new code, and the old one ends",
    "person-link": "makes a link that is shown once and kept nowhere",
    "several-links": "makes links that are shown once and kept nowhere",
    "person-renewal": "makes a link that is shown once and kept nowhere",
    "screen-invitation": "makes a link that is shown once and kept nowhere",
    "rehearsal-seat": "makes a link that is shown once and kept nowhere",
    "own-pack-file": "is a download with a code that is kept nowhere: each has one of its own",
    "export": "is a download, and each is in the audit",
    "comparison-export": "is a download, and each is in the audit",
    "my-data-file": "is a download, and each is in the audit",
}
# The first press does it all; the next are told that it was done, for the answer cannot be given again.
TOLD = {
    "facilitators": "its link is shown once: the address is there already",
    "invitations": "its links are shown once: the people are there already",
    "removal": "the workshop is gone, and with it the seat that asked",
    "rehearsal-removal": "the rehearsal is gone, and with it the seat that asked",
    "round-removal": "the round is gone",
    "staff": "it signs in one window, once",
    "withdrawal": "the person is gone, and with them the seat that asked",
    "step-note-copy": "another window may have decided otherwise",
}
UNSEEN = ("Session", "Audit")  # the audit says who saw a page: a refusal shows one


def rows_of() -> Counter[str]:
    """Count the rows of every table."""
    models = [model for model in apps.get_models() if model.__name__ not in UNSEEN]
    return Counter({model.__name__: model._default_manager.count() for model in models})


def effect(before: Counter[str]) -> dict[str, int]:
    """Return by how many rows each table differs from before."""
    now = rows_of()
    return {name: now[name] - before[name] for name in now if now[name] != before[name]}


def press(browser: Client, address: str, data: dict[str, object]) -> tuple[int, str]:
    """Send a form from a window as it is before any answer, and return the status and where it leads."""
    window = Client(raise_request_exception=False)
    window.cookies = SimpleCookie(browser.cookies)
    answer = window.post(address, data)
    return answer.status_code, answer.headers.get("Location", "")


def at_once(browser: Client, address: str, data: dict[str, object]) -> set[tuple[int, str]]:
    """Send a form from several windows of one browser at the same moment."""
    answers, start = [], threading.Barrier(TIMES)

    def window() -> None:
        start.wait(timeout=PATIENCE)
        answers.append(press(browser, address, data))
        connection.close()

    windows = [threading.Thread(target=window) for _each in range(TIMES)]
    for each in windows:
        each.start()
    for each in windows:
        each.join(timeout=PATIENCE)
    assert len(answers) == TIMES
    return set(answers)


def afresh(row: Row) -> tuple[House, Client]:
    """Make a workshop of its own for a row; the addresses of the last one's people are free again."""
    User.objects.update(email=Concat(F("pk"), Value("@gone.example"), output_field=EmailField()))
    cache.clear()
    house = make_house(leaders=3)
    row.before(house)
    return house, client_of({"fay": house.fay, "ada": house.ada}.get(who_may(row)))


def what_differs(row: Row) -> list[object]:
    """Press once and take it back, then five times at once, then once more; return what was not the same."""
    house, browser = afresh(row)
    address, data = address_of(row, house), row.data(house)
    before = rows_of()
    with taken_back():
        answer = press(browser, address, data)
        once = effect(before)
    answers = at_once(browser, address, data)
    wrong: list[object] = [each for each in answers if each[0] >= 500]
    if row.name not in EACH_TIME and effect(before) != once:
        wrong.append((once, effect(before)))
    if row.name not in TOLD and (len(answers) > 1 or {each[0] for each in answers} != {answer[0]}):
        wrong.append((answer, answers))
    before = rows_of()
    later = press(browser, address, data)
    if row.name not in TOLD | EACH_TIME and (later not in answers or effect(before)):
        wrong.append((answers, "later", later, effect(before)))
    return wrong


@pytest.mark.django_db(transaction=True)
def test_a_form_sent_five_times_at_once_and_once_more_has_one_effect_and_one_answer() -> None:
    rows = [row for row in FORMS if who_may(row)]
    found = {str(row): wrong for row in rows if (wrong := what_differs(row))}
    assert found == {}
    assert len(rows) > 80
