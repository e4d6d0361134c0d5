"""The pages of quotes: the facilitators', and the speaker's own."""

from typing import Any

import pytest

from tests.quoting import SAID, asked, marked, source, spoken
from tests.support import House, client_of
from tests.views.test_live_queries import queries
from workshop.models import Quote, Seat

pytestmark = pytest.mark.django_db


def get(house: House, seat: Seat, *parts: object) -> Any:
    return client_of(seat).get("/".join([f"/w/{house.workshop.slug}/quotes", *map(str, parts), ""]))


def post(house: House, seat: Seat, *parts: object, **sent: Any) -> Any:
    address = "/".join([f"/w/{house.workshop.slug}/quotes", *map(str, parts), ""])
    return client_of(seat).post(address, sent, follow=True)


def test_a_facilitator_marks_words_and_sends_them() -> None:
    house = spoken()
    assert SAID in get(house, house.fay, "words").text
    new = f"/w/{house.workshop.slug}/quotes/new/?of={source(house).key}"
    page = client_of(house.fay).get(new).text
    assert 'value="Ada"' in page
    uid = "0b9ac6a9-7b1c-4b0e-8d2b-3d6a3a1f6a55"
    sent = {"of": source(house).key, "text": SAID, "attribution": "a leader", "uid": uid, "rev": 0}
    assert "The quote is kept." in post(house, house.fay, "new", **sent).text
    assert "It stands on their own page now." in post(house, house.fay, uid, "sending", rev=1).text
    assert "Asked" in get(house, house.fay).text


def test_what_its_author_does_not_want_quoted_is_not_offered() -> None:
    house = spoken()
    house.ada.consents.filter(item__key__startswith="quote").update(answer=False)
    page = get(house, house.fay, "words").text
    assert "Not to be quoted" in page
    assert "Quote this" not in page


def test_the_speaker_sees_it_exactly_as_it_will_appear_and_answers() -> None:
    house = spoken()
    quote = asked(house, "We share money […]. Power stays where it was.")
    page = get(house, house.ada, "own").text
    assert "“We share money […]. Power stays where it was.”" in page
    assert "a senior leader" in page
    answered = post(house, house.ada, quote.uid, "answer", answer="amended", words="Mine", rev=quote.rev)
    assert "You changed its words." in answered.text
    assert Quote.objects.get().words == "Mine"


def test_a_refused_answer_keeps_what_was_typed() -> None:
    house = spoken()
    quote = asked(house)
    refused = post(house, house.ada, quote.uid, "answer", answer="amended", words="My words", rev=99)
    assert refused.status_code == 409
    assert ">My words</textarea>" in refused.text


def test_nobody_but_the_speaker_sees_or_answers_it_and_a_draft_is_shown_to_nobody() -> None:
    house = spoken("hidden")
    quote = asked(house)
    ben = house.others[0]
    assert SAID not in get(house, ben, "own").text
    assert post(house, ben, quote.uid, "answer", answer="accepted", rev=quote.rev).status_code == 404
    assert Quote.objects.get().state == "asked"
    draft = marked(house, "We share money")
    assert str(draft.uid) not in get(house, house.ada, "own").text


@pytest.mark.parametrize("page", ["results", "room", "synthesis", "pack"])
def test_a_quote_tells_the_group_nothing(page: str) -> None:
    house = spoken("hidden")
    ben, address = house.others[0], f"/w/{house.workshop.slug}/{page}/"
    before = client_of(ben).get(address).text.count("quote")
    asked(house, attribution="a canary of the council")
    after = client_of(ben).get(address).text
    assert "canary" not in after
    assert after.count("quote") == before


def test_ones_choices_say_that_a_quote_waits() -> None:
    house = spoken()
    asked(house)
    page = client_of(house.ada).get(f"/w/{house.workshop.slug}/pack/information/").text
    assert "1 waits for you to check it." in page
    for place in ("my-data", "results"):
        told = "Check your quotes"
        assert told in client_of(house.ada).get(f"/w/{house.workshop.slug}/{place}/").text
        assert told not in client_of(house.others[0]).get(f"/w/{house.workshop.slug}/{place}/").text


def test_it_is_taken_back_and_put_back_and_let_out_unchecked() -> None:
    house = spoken()
    quote = asked(house)
    assert "Taken back" in post(house, house.fay, quote.uid, "removal").text
    assert "The quote is back, as it was." in post(house, house.fay, quote.uid, "restoration").text
    rev = Quote.objects.get().rev
    assert "marked as not checked" in post(house, house.fay, quote.uid, "release", rev=rev, wanted="yes").text
    assert Quote.objects.get().unchecked


def test_ten_quotes_cost_no_more_queries_than_one() -> None:
    house = spoken()
    client, path = client_of(house.ada), f"/w/{house.workshop.slug}/quotes/own/"
    counts = []
    for more in (1, 9):
        for _ in range(more):
            asked(house)
        counts.append(queries(client, path))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("rev", ["", "-1", "9" * 5000])
def test_a_rev_that_is_none_is_refused_and_changes_nothing(rev: str) -> None:
    house = spoken()
    quote = asked(house)
    answered = post(house, house.ada, quote.uid, "answer", answer="accepted", words=SAID, rev=rev)
    released = post(house, house.fay, quote.uid, "release", wanted="yes", rev=rev)
    assert (answered.status_code, released.status_code) == (422, 422)
    assert Quote.objects.values_list("state", "unchecked").get() == ("asked", False)
