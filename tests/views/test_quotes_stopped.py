"""Once every quote is stopped, no answer about quoting is offered as if it did anything."""

import pytest

from tests.actions.test_quotes import say
from tests.quoting import spoken
from tests.support import client_of
from tests.views.test_consent_presses import at
from workshop.actions.workshops import close_workshop

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("stopped", [False, True])
def test_an_answer_about_quoting_is_offered_only_while_it_does_something(stopped: bool) -> None:
    house = spoken("unlinked")
    close_workshop(house.fay)
    for seat in house.leaders:
        seat.workshop.refresh_from_db()
    if stopped:
        say(house.ada, quote_named=False, quote_unnamed=False)
    page = client_of(house.ada).get(at(house, "pack", "information")).text
    assert ("nothing from this workshop is quoted in any new file" in page) is stopped
    assert ('name="quote" value=' in page) is not stopped
