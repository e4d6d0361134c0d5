"""One picture taken along: by facilitators, of what is revealed, noted, naming people as a file does."""

from typing import Any
from xml.etree import ElementTree as ET

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.support import House, client_of, make_house
from tests.views.figures_world import FIVE, Order, house_of, sort_all
from tests.views.results_world import results_page, write
from workshop.actions.consents import answer_consents
from workshop.models import Audit, CardText, Seat
from workshop.models.consents import asked_of

pytestmark = pytest.mark.django_db


def address(house: House, name: str) -> str:
    return reverse("picture", kwargs={"slug": house.workshop.slug, "picture": name})


def taken(house: House, name: str, kind: str = "svg", seat: Seat | None = None) -> Any:
    """Return the answer to a press of one of the two buttons, Fay's if no other."""
    return client_of(seat or house.fay).post(address(house, name), {"kind": kind})


def text(answer: Any) -> str:
    return answer.content.decode()


@pytest.fixture
def house() -> House:
    return house_of(FIVE)


def test_the_page_leads_to_each_picture_and_only_for_facilitators(house: House) -> None:
    names = ("bullseye-1", "divergence-1", "matrix-1")
    page = results_page(house, house.fay)
    assert all(f'href="{address(house, name)}"' in page for name in names)
    assert "Download this picture" not in results_page(house, house.ada)
    for name in names:
        found = text(client_of(house.fay).get(address(house, name)))
        assert "Download as SVG" in found
        assert "Caption, to stand below it" in found


def test_a_picture_comes_as_svg_and_as_png_under_a_name_like_every_file(house: House) -> None:
    svg, png = taken(house, "bullseye-1"), taken(house, "bullseye-1", "png")
    assert ET.fromstring(svg.content).tag.endswith("svg")
    assert png.content.startswith(b"\x89PNG")
    assert (svg["Content-Type"], png["Content-Type"]) == ("image/svg+xml", "image/png")
    assert svg["Content-Disposition"].startswith(f'attachment; filename="roundel-{house.workshop.slug}-')
    assert png["Content-Disposition"].endswith('.bullseye-1.png"')


def test_who_took_which_is_noted_and_said(house: House) -> None:
    taken(house, "divergence-1", "png")
    line = Audit.objects.filter(verb="exported").latest("n")
    assert line.ids == {"format": "picture", "picture": "divergence-1", "kind": "png", "full": "False"}
    audit = text(client_of(house.fay).get(reverse("audit", kwargs={"slug": house.workshop.slug})))
    assert "took a file: a picture, divergence-1 as PNG, without names" in audit


@pytest.mark.parametrize("name", ["bullseye-2", "poll-2", "slope-1-3", "lineage", "sort-1", "matrix-9"])
def test_what_is_not_there_is_not_found_and_nothing_is_noted(house: House, name: str) -> None:
    assert taken(house, name).status_code == 404
    assert client_of(house.fay).get(address(house, name)).status_code == 404
    assert not Audit.objects.filter(verb="exported").exists()


@pytest.mark.parametrize("orders", [FIVE[:1], FIVE * 13])
def test_of_one_person_and_of_more_than_can_be_read_there_is_no_matrix_and_nothing_is_noted(
    orders: tuple[Order, ...],
) -> None:
    house = house_of(orders, leaders=len(orders))
    assert taken(house, "matrix-1").status_code == 404
    assert not Audit.objects.filter(verb="exported").exists()


def test_of_people_who_take_no_part_any_more_there_is_no_matrix_and_nothing_is_noted(house: House) -> None:
    for seat in house.leaders[1:]:
        answer_consents(seat, {str(item.uid): False for item, _given in asked_of(seat)}, agreed=None)
    assert taken(house, "matrix-1").status_code == 404
    assert not Audit.objects.filter(verb="exported").exists()


def test_its_page_shows_the_picture_itself_and_a_look_is_not_noted(house: House) -> None:
    look = reverse("picture-preview", kwargs={"slug": house.workshop.slug, "picture": "matrix-1"})
    page = text(client_of(house.fay).get(address(house, "matrix-1")))
    assert f'<img class="picture-file" src="{look}"' in page
    answer = client_of(house.fay).get(look)
    assert (answer["Content-Type"], answer.content[:4]) == ("image/png", b"\x89PNG")
    assert not Audit.objects.filter(verb="exported").exists()


def test_a_look_reads_no_comment_and_draws_that_picture_alone(house: House) -> None:
    write(house, house.ada, "Nobody needs this for a picture")
    with CaptureQueriesContext(connection) as read, pytest.MonkeyPatch.context() as patched:
        patched.setattr("workshop.exports.pictures.bullseyes_of", pytest.fail)
        assert client_of(house.fay).get(address(house, "divergence-1")).status_code == 200
    assert not [each for each in read if 'FROM "workshop_remark"' in each["sql"]]


def test_no_other_kind_of_file_is_made(house: House) -> None:
    assert taken(house, "bullseye-1", "pdf").status_code == 404


def test_before_the_reveal_there_is_none_for_anybody() -> None:
    house = make_house()
    sort_all(house, FIVE)
    assert taken(house, "bullseye-1").status_code == 404


def test_who_takes_part_may_take_none(house: House) -> None:
    assert taken(house, "bullseye-1", seat=house.ada).status_code == 403
    assert taken(house, "bullseye-1", seat=house.zed).status_code == 404


@pytest.mark.parametrize("promise", ["hidden", "unlinked"])
def test_where_names_are_hidden_no_matrix_is_sent(promise: str) -> None:
    house = house_of(FIVE, promise)
    assert taken(house, "matrix-1").status_code == 404
    assert taken(house, "divergence-1").status_code == 200


def test_people_are_pseudonyms_unless_the_seat_may_have_names(house: House) -> None:
    assert "Ada" not in text(taken(house, "matrix-1"))
    assert house.ada.pseudonym in text(taken(house, "matrix-1"))
    Seat.objects.filter(pk=house.fay.pk).update(full_data=True)
    assert "Ada" in text(taken(house, "matrix-1"))


def test_a_name_on_a_card_is_replaced_in_the_picture_as_in_every_file(house: House) -> None:
    card = house.cards[0]
    CardText.objects.filter(pk=card.words.pk).update(title="What Ada said", short_title="")
    answer = text(taken(house, "bullseye-1"))
    assert "Ada" not in answer
    assert Audit.objects.filter(verb="words_replaced").exists()
