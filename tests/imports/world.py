"""A workshop with everything in it that a file can hold, beside what `full_house` has."""

import uuid

from django.utils import timezone

from tests.chairs import lend
from tests.stagecraft import put
from tests.support import House
from tests.synthesis import change, undo
from tests.unlinked import full_house
from workshop.actions.credits import save_credit
from workshop.actions.discussion import post_remark
from workshop.actions.quotes import send_quote, write_quote
from workshop.actions.rules import set_rule
from workshop.models import Note, Prompt, Quote, Remark, Sheet, Transcript, Workshop
from workshop.models.credits import WantedCredit
from workshop.models.quotable import Quotable


def whole_house(promise: str, words: str = "A moment") -> House:
    """Return such a workshop: with notes, transcripts, credits, quotes, a lent chair, and changes undone."""
    house = full_house(promise)
    _account(house, words)
    workshop, fay, ada = house.workshop, house.fay, house.ada
    _note(house, words)
    for least, round in ((3, house.pack), (1, workshop.rounds.latest("number"))):
        set_rule(fay, round, least=least, of=5, zone="inner")
    Sheet.objects.create(workshop=workshop, version=1, text="First")
    Sheet.objects.create(workshop=workshop, version=2, text=words, matters=True)
    Workshop.objects.filter(pk=workshop.pk).update(sheet=2, information=words)
    save_credit(ada, WantedCredit("named", name="Ada Ash", role=words[:200], roles=["software"]), 0)
    save_credit(house.others[0], WantedCredit("named", name="Ben"), 0)
    save_credit(fay, WantedCredit("role", role="A facilitator"), 0)
    undo(fay, change(fay, "split", house.cards[:1], titles=["One half", "Another"]), words)
    change(fay, "nest", house.cards[2:3], house.cards[0])
    put(house, "card", house.cards[0])
    post_remark(ada, house.cards[0], words, uid=uuid.uuid4())
    _quote(house)
    lend(house, fay, ada)
    return house


def _account(house: House, words: str) -> None:
    """Let Ada have written to an open prompt, and to one for facilitators alone."""
    kept = {"workshop": house.workshop, "kind": Prompt.Kind.ACCOUNT, "text": words}
    for n, private in enumerate((False, True)):
        prompt = Prompt.objects.create(position=100 + n, private=private, heading=words, hints=words, **kept)
        only = Remark.Visibility.FACILITATORS if private else Remark.Visibility.GROUP
        said = {"visibility": only, "rev": 1, "body": f"At length, {n}"}
        Remark.objects.create(workshop=house.workshop, seat=house.ada, prompt=prompt, **said)
    Workshop.objects.filter(pk=house.workshop.pk).update(account_title=words[:200])


def _note(house: House, words: str) -> None:
    at, fay, workshop = timezone.now(), house.fay, house.workshop
    step = workshop.steps.filter(card__isnull=False).first()
    kept = {"workshop": workshop, "seat": fay, "shared_at": at, "body": words}
    Note.objects.create(kind="reading", title=words[:200], **kept).cards.create(card=house.cards[0])
    Note.objects.create(kind="reflection", step=step, **kept)
    Transcript.objects.create(workshop=workshop, name=words[:200], begins_at=at, body="WEBVTT", seat=fay)


def _quote(house: House) -> None:
    """Let Fay quote what may be quoted, and its speaker accept it."""
    quotable = Quotable(Workshop.objects.get(pk=house.workshop.pk))
    sources = [each for each in quotable.sources if quotable.allowance(each) != "none"]
    for source in sources[:2]:
        text = source.text.split("\n")[0]
        quote = write_quote(house.fay, source, uid=uuid.uuid4(), text=text, attribution="a leader")
        send_quote(house.fay, quote, rev=quote.rev, until=None)
    Quote.objects.filter(workshop=house.workshop).update(state=Quote.State.ACCEPTED)
