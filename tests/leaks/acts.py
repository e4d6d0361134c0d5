"""A whole workshop in eight moments, as people live it, with a canary in all that they write."""

import uuid
from collections.abc import Callable
from contextlib import suppress

from tests.leaks.cast import Cast, remove
from tests.leaks.hour import asked, begun, polled, shown, voted
from tests.leaks.post import invited, reminded
from tests.prompts import prompts
from tests.rounds import asked as open_further
from tests.rounds import give_poles
from workshop.actions.blank_words import BlankWords
from workshop.actions.blanks import save_blank
from workshop.actions.needs import save_needs, tick_needs_for
from workshop.actions.preparation import share_notes, write_note
from workshop.actions.quotes import send_quote, write_quote
from workshop.actions.remarks import save_remark
from workshop.actions.rounds import reveal_round
from workshop.actions.setup import edit_setup
from workshop.actions.sort import place_card
from workshop.actions.spectrum import Position, mark_cards
from workshop.actions.transcripts import add_transcript
from workshop.actions.workshops import close_workshop
from workshop.models import Card, Stale, Version
from workshop.models.needs import WantedNeeds
from workshop.models.pack import own_pack
from workshop.models.quotable import Quotable
from workshop.models.setup import print_of

SPEECH = "WEBVTT\n\n00:00:00.000 --> 20:00:00.000\n<v Someone>{}</v>\n"


def packs(cast: Cast) -> None:
    """All are invited; Ben fills his pack in, from two tabs; facilitators prepare; a seat is removed."""
    house, ben, word = cast.house, cast.ben, cast.word
    invited(cast)
    edit_setup(cast.fay, {"venue": word("venue")}, {"venue": print_of("")})
    card, box = house.cards[0], house.workshop.prompts.get(card__number=1)
    save_remark(ben, box, word("comment"), 0)
    with suppress(Stale):
        save_remark(ben, box, word("other-tab"), 0)
    save_remark(ben, house.workshop.prompts.get(kind="any_other"), word("for-facilitators"), 0)
    for box, label in zip(prompts(house), ("account", "account-private"), strict=True):
        save_remark(ben, box, word(label), 0)
    place_card(ben, house.pack, card, "inner", place=1)
    place_card(ben, house.pack, house.cards[1], "unplaced", reason=word("sort-reason"))
    blank(cast, "blank", 0)
    blank(cast, "rephrasing", 1, rephrases=card)
    save_needs(ben, WantedNeeds(["no_timers"], word("need")), 0)
    tick_needs_for(cast.fay, cast.seat("ada"), WantedNeeds(["large_print"], word("need-aloud")), 0)
    write_note(cast.fay, uid=uuid.uuid4(), title=word("own-note-title"), body=word("own-note"))
    note = write_note(cast.fay, uid=uuid.uuid4(), title="Shared", body=word("shared-note"))
    share_notes(cast.fay, [note], True)
    give_poles(house, 1)
    reminded(cast)
    remove(cast, "gone")


def blank(cast: Cast, label: str, place: int, rephrases: Card | None = None) -> Card:
    """Let Ben fill in a blank card."""
    words = BlankWords(
        cast.word(label), cast.word(f"{label}-summary"), str(rephrases.uid) if rephrases else ""
    )
    return save_blank(cast.ben, own_pack(cast.ben).places[place].uid, 0, words)


def resorted(cast: Cast) -> None:
    """Everybody is asked again; a line is marked; a comment is quoted; a recording is added."""
    house, ben = cast.house, cast.ben
    again = open_further(house, "sort")
    place_card(ben, again, house.cards[0], "outer")
    place_card(ben, again, house.cards[1], "unplaced", reason=cast.word("second-reason"))
    quote(cast)
    line = open_further(house, "spectrum")
    mark_cards(ben, line, [Position(house.cards[0], 20, 80)])
    begins, text = house.workshop.created_at, SPEECH.format(cast.word("speech"))
    add_transcript(cast.fay, uid=uuid.uuid4(), name=cast.word("recording"), begins_at=begins, text=text)


def quote(cast: Cast) -> None:
    """Fay marks a comment of Ben's as a quote, in words of its own, and asks him to check it."""
    quotable = Quotable(cast.house.workshop)
    said = cast.canaries.planted["comment"]
    source = next(each for each in quotable.sources if said in each.text)
    made = write_quote(cast.fay, source, uid=uuid.uuid4(), text=said, attribution=cast.word("attribution"))
    send_quote(cast.fay, made, rev=made.rev, until=None)


def sorted_(cast: Cast) -> None:
    """All that is still hidden is revealed."""
    for round in cast.house.workshop.rounds.exclude(state="revealed").order_by("number"):
        reveal_round(cast.fay, round)


def closed(cast: Cast) -> None:
    """The workshop is closed."""
    close_workshop(cast.fay)


ACTS: dict[str, Callable[[Cast], None]] = {
    "packs": packs,
    "begun": begun,
    "voted": voted,
    "polled": polled,
    "asked": asked,
    "shown": shown,
    "resorted": resorted,
    "sorted": sorted_,
    "closed": closed,
}


def waiting(cast: Cast) -> Version:
    """Return the version of Ben's comment that waits beside it."""
    return Version.objects.get(remark__workshop=cast.house.workshop, conflict_open=True)
