"""The figures in a file are those of the page, and what is refused there is refused here."""

import pytest

from tests.rounds import exported
from tests.support import make_house
from tests.views.figures_world import FIVE, house_of, sort_all
from workshop.exports.document import document_of

pytestmark = pytest.mark.django_db


def test_the_figures_of_the_page_are_in_the_file_unrounded() -> None:
    house = house_of(FIVE)
    (found,) = exported(house)["figures"]
    assert found["pairs"] == {"agree": 40, "total": 60}
    assert found["kendalls_w"]["value"] == pytest.approx(12 * 219.5 / (25 * 210))
    assert (found["kendalls_w"]["chance"], found["kendalls_w"]["p"]) == (0.2, 0.0142)
    assert found["orders"]["differ"]
    assert len(found["orders"]["mean_rank"]) == 6
    assert found["leaving_out"]["voices"] == 2


def test_where_names_are_hidden_the_file_has_no_figure_of_whole_sorts() -> None:
    (found,) = document_of(house_of(FIVE, promise="hidden").workshop)["figures"]
    whole = [found[each] for each in ("kendalls_w", "orders", "leaving_out", "alpha_of_order")]
    assert whole == [{"refused": "names_hidden"}] * 4
    assert found["alpha_of_circles"]["interval"] is None


def test_before_the_reveal_the_file_has_no_figures() -> None:
    house = make_house()
    sort_all(house, FIVE)
    assert document_of(house.workshop)["figures"] == []
