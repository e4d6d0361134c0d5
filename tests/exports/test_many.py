"""A thousand people: their file can be made at all, and the PDF of it is one that somebody can open."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.opened import pdf_text
from tests.support import House, make_house
from workshop.actions.rounds import reveal_round
from workshop.exports.document import document_of
from workshop.exports.pdf.file import pdf_of
from workshop.exports.pdf.shortened import BESIDE, ITEMS, share_of, shortened
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


def test_what_does_not_fit_the_pdf_is_cut_from_the_longest_sections_and_each_says_so() -> None:
    long, short = [Quotation("said") for _n in range(9)], [Quotation("alone"), Quotation("twice")]
    blocks: list[Block] = [Heading("One"), *long, Heading("Two"), *short, Heading("Three"), *long[:8]]
    kept = list(shortened([*blocks, listed(["item"] * (ITEMS + 1))], fits=8 * (BESIDE + 5)))
    under = "".join("#" if isinstance(each, Heading) else type(each).__name__[0] for each in kept)
    assert under == "#QQQP#QQ#QQQLPP"
    left = [each.text.split(" left")[0] for each in kept if isinstance(each, Paragraph)]
    assert left == ["6 more are", "1 more is", "5 more are"]
    assert "6 more are left out here" in " ".join(pdf_text(pdf_of(Report("T", "s", "en-GB", kept))).split())


def test_what_fits_the_pdf_is_in_it_however_many_there_are_under_one_heading() -> None:
    blocks: list[Block] = [Heading("One"), *[Quotation("said " * 30)] * 1_000]
    assert list(shortened(blocks)) == blocks


@given(st.lists(st.integers(0, 60), max_size=12), st.integers(0, 200))
def test_the_sections_fit_together_and_no_cut_one_could_hold_more(lengths: list[int], fits: int) -> None:
    share = share_of(lengths, fits)
    held = sum(min(each, share) for each in lengths)
    assert held <= fits
    assert max(lengths, default=0) <= share or held + len(lengths) > fits
