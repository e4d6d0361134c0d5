"""Quotes of words whose author nobody knows any more."""

import pytest

from tests.actions.test_quotes import printed, say
from tests.quoting import marked, source, spoken
from workshop.actions.quotes import export_unchecked, send_quote
from workshop.models import Forbidden, Remark
from workshop.models.quotable import Quotable

pytestmark = pytest.mark.django_db


def test_words_of_nobody_are_quoted_unnamed_if_all_allow_it_and_nobody_can_check_them() -> None:
    house = spoken("unlinked")
    Remark.objects.update(seat=None)
    quote = marked(house)
    with pytest.raises(Forbidden):
        send_quote(house.fay, quote, source(house), rev=quote.rev, until=None)
    export_unchecked(house.fay, quote, rev=quote.rev, wanted=True)
    assert len(printed(house)) == 1
    say(house.others[0], quote_named=False, quote_unnamed=False)
    assert Quotable(house.workshop).allowance(source(house)) == "none"
    assert printed(house) == []
