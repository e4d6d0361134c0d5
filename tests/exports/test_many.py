"""A thousand people: their file can be made at all, and the PDF of it is one that somebody can open."""

import pytest

from tests.opened import pdf_text
from tests.support import House, make_house
from workshop.actions.rounds import reveal_round
from workshop.exports.document import document_of
from workshop.exports.pdf.file import pdf_of
from workshop.exports.pdf.shortened import MOST, shortened
from workshop.exports.report.blocks import Block, Heading, Paragraph, Quotation, Report, listed
from workshop.models import Ballot, Mark, Person, Seat

MANY = 1_000


def with_many() -> House:
    """Return a workshop in which a thousand people have placed a card each."""
    house = make_house(1)
    people = [Person(workshop=house.workshop, name=f"N{n}", email=f"n{n}@example.org") for n in range(MANY)]
    seats = [
        Seat(workshop=house.workshop, person=person, pseudonym=f"P{n}")
        for n, person in enumerate(Person.objects.bulk_create(people), start=100)
    ]
    ballots = [Ballot(round=house.pack, seat=seat) for seat in Seat.objects.bulk_create(seats)]
    marks = [
        Mark(ballot=ballot, card=house.cards[0], zone="inner")
        for ballot in Ballot.objects.bulk_create(ballots)
    ]
    Mark.objects.bulk_create(marks)
    return house


@pytest.mark.django_db
def test_a_thousand_ballots_are_read_at_one_go() -> None:
    house = with_many()
    reveal_round(house.fay, house.pack)
    assert len(document_of(house.workshop)["rounds"][0]["ballots"]) == MANY


def test_a_very_long_list_of_comments_is_cut_in_the_pdf_and_says_so() -> None:
    blocks: list[Block] = [Heading("One"), *[Quotation(f"said {n}") for n in range(MOST + 2)], Heading("Two")]
    kept = list(shortened([*blocks, Quotation("alone"), listed(["item"] * (MOST + 1))]))
    assert sum(isinstance(each, Quotation) for each in kept) == MOST + 1
    assert [each.text.split(" left")[0] for each in kept if isinstance(each, Paragraph)] == [
        "2 more are",
        "1 more is",
    ]
    assert "2 more are left out here" in " ".join(pdf_text(pdf_of(Report("T", "s", "en-GB", kept))).split())
