"""What came of a press on the desk: in the part that the browser takes, or in the strip of a whole page."""

import uuid

import pytest

from tests.stagecraft import HTMX, put
from tests.support import House, client_of, make_house

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    house = make_house(leaders=2)
    put(house, "welcome")
    return house


def rule(house: House, text: str, headers: dict[str, str] | None) -> tuple[bool, int, str]:
    """Send a ground rule from the desk; return whether it went on, the status, and the page that is seen."""
    desk = f"/w/{house.workshop.slug}/desk/"
    data = {"text": text, "uid": uuid.uuid4(), "next": desk}
    address = f"/w/{house.workshop.slug}/ground-rules/"
    answer = client_of(house.fay).post(address, data, follow=True, headers=headers)
    return bool(answer.redirect_chain), answer.status_code, answer.content.decode()


@pytest.mark.parametrize("headers", [HTMX, None])
def test_what_was_done_is_said_once_where_the_browser_shows_it(
    house: House, headers: dict[str, str] | None
) -> None:
    went_on, status, shown = rule(house, "One at a time", headers)
    assert (went_on, status) == (True, 200)
    assert shown.count("The ground rule is added.") == 1
    told = shown.split("data-told>")[1].split("</div>")[0]
    assert ("The ground rule is added." in told) == bool(headers)
    assert shown.count('data-arrived="/w/') == 1


@pytest.mark.parametrize("headers", [HTMX, None])
def test_a_refused_rule_comes_back_on_the_desk_in_its_box(
    house: House, headers: dict[str, str] | None
) -> None:
    long = "Listen. " * 90
    went_on, status, shown = rule(house, long, headers)
    assert (went_on, status) == (False, 422)
    assert 'class="desk"' in shown
    assert long.strip() in shown
    assert 'id="ground-wrong"' in shown
    assert "desk__refusal" not in shown
