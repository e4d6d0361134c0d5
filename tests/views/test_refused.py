"""Why a figure is not given: each reason has its sentence."""

import pytest

from tests.support import client_of, make_house
from workshop.analysis.refused import NEVER, WHY, Refused
from workshop.templatetags.refused import never_given, why_refused


def test_each_reason_why_a_figure_is_not_given_has_a_sentence_of_its_own() -> None:
    said = [why_refused(Refused(why)) for why in WHY]
    assert all(sentence.endswith(".") for sentence in said)
    assert len({*said}) == len(WHY)


def test_what_is_never_given_has_a_name_and_its_reason() -> None:
    rows = never_given()
    assert len({name for name, _why in rows}) == len(NEVER)
    assert all(why.endswith(".") for _name, why in rows)


@pytest.mark.django_db
def test_the_results_page_says_what_is_never_given_and_why() -> None:
    house = make_house()
    page = client_of(house.fay).get(f"/w/{house.workshop.slug}/results/").content.decode()
    for name, why in never_given():
        assert f"<dt>{name}</dt><dd>{why}</dd>" in page
