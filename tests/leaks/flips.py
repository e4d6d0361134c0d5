"""One hidden answer made another, or one author taken for another: what makes the second of two worlds."""

from collections.abc import Callable

from django.db.models import QuerySet

from tests.leaks.cast import Cast
from workshop.models import Assent, Ballot, Card, Mark, Remark, Seat, Stance, Suggestion, Version

Flip = Callable[[Cast], object]


def marks(cast: Cast, kind: str) -> QuerySet[Mark]:
    """Return what Ben marked in the newest round of a kind."""
    newest = cast.house.workshop.rounds.filter(kind=kind).order_by("-number")[:1].get()
    return Mark.objects.filter(ballot__seat=cast.ben, ballot__round=newest)


def other_zone(cast: Cast) -> None:
    """Ben placed his cards otherwise, and says so in other words."""
    placed = marks(cast, "sort").filter(zone="inner")
    assert placed.update(zone="outer", place=None) or marks(cast, "sort").filter(zone="outer").update(
        zone="inner"
    )
    assert marks(cast, "sort").exclude(reason="").update(reason="Something else entirely")


def other_choice(cast: Cast) -> None:
    """Ben nominated another card than his first."""
    first = marks(cast, "poll").filter(nominated=True).order_by("pk")[0]
    card = cast.house.cards[5]
    assert Mark.objects.filter(pk=first.pk).update(card=card)


def other_sort_and_marks(cast: Cast) -> None:
    """Ben sorted otherwise in the last sort, and marked his line otherwise."""
    other_zone(cast)
    assert marks(cast, "spectrum").update(now=100, want=0)


def other_answer(cast: Cast) -> None:
    """Ben answered the question otherwise, in both tabs."""
    answers = Remark.objects.filter(seat=cast.ben, prompt__kind="open")
    assert answers.update(body="Words of another answer, longer than those that stood there before")
    assert Version.objects.filter(remark__in=answers).update(body="And its other tab")


def other_stance(cast: Cast) -> None:
    """Ben answered the proposal otherwise."""
    assert Stance.objects.filter(seat=cast.ben).update(answer="fine", why="")


def other_suggestion(cast: Cast) -> None:
    """Ben suggested another question."""
    assert Suggestion.objects.filter(seat=cast.ben).update(question="Another question?", why="")


def other_private_words(cast: Cast) -> None:
    """Ben told the facilitators something else."""
    private = Remark.objects.filter(workshop=cast.house.workshop, prompt__kind="any_other")
    assert private.update(body="Something longer that is for the facilitators alone, and for nobody else")


def other_voter(cast: Cast) -> None:
    """Cem has voted, and Ada has not, instead of the other way round."""
    ada, cem = cast.seat("ada"), cast.seat("chair")
    assert Ballot.objects.filter(round=cast.house.poll, seat=ada).update(seat=cem)


def cem_has_not_voted(cast: Cast) -> None:
    """The first of the two worlds of `other_voter`."""
    cem = cast.seat("chair")
    Ballot.objects.filter(round=cast.house.poll, seat=cem).delete()


def other_author(cast: Cast) -> None:
    """All that Ben wrote and chose is Cem's, and the other way round."""
    ben, cem = cast.ben, cast.seat("chair")
    for model in (Ballot, Remark, Stance, Assent, Suggestion):
        _swap(model, ben, cem)
    Card.objects.filter(proposer=ben).update(proposer=cem)


def _swap(model: type[Ballot | Remark | Stance | Assent | Suggestion], one: Seat, other: Seat) -> None:
    mine = list(model._default_manager.filter(seat=one).values_list("pk", flat=True))
    theirs = list(model._default_manager.filter(seat=other).values_list("pk", flat=True))
    rows = model._default_manager
    if model is Ballot:  # one ballot a seat and round: a free hand for the exchange
        rows.filter(pk__in=mine).update(seat=None)
    rows.filter(pk__in=theirs).update(seat=one)
    assert rows.filter(pk__in=mine).update(seat=other)
