"""The rows of what a facilitator enters for somebody without a device."""

import uuid

from django.utils import timezone

from tests.stagecraft import bring, put, uids
from tests.support import House
from tests.views.permissions import Row, Words, ben_seat, fay
from tests.views.rows_pack import agreed_again
from tests.views.rows_questions import ask_it, asked, words, write_it
from tests.views.rows_synthesis import NAMED, fine, sure
from tests.views.rows_synthesis import put as put_it
from workshop.actions.ground_rules import add_ground_rule
from workshop.models import GroundRule, Remark


def answers(house: House) -> Words:
    """Yes to everything that is asked."""
    return {str(item.uid): "yes" for item in house.workshop.consent_items.all()}


def paper(house: House) -> Words:
    """Card 1 in the inner circle."""
    return {"rev": 0, f"zone-{house.cards[0].uid}": "inner"}


def aloud(house: House) -> Words:
    """A comment on card 2."""
    return {"about": uids(house, 2)[0], "uid": str(uuid.uuid4()), "body": "Said aloud"}


def ben_poll(house: House) -> Words:
    """Ben's ballot in the opening poll."""
    return {**ben_seat(house), "number": 2}


def choice(house: House) -> Words:
    """Card 2."""
    return {"card": uids(house, 2)}


def polled(house: House) -> None:
    """Put the poll on the stage."""
    put(house, "poll")


def brought(house: House) -> None:
    """Bring a card to the front."""
    bring(house)


def ben_question(house: House) -> Words:
    """Ben's part of the question."""
    return {**ben_seat(house), "question": asked(house)["uid"]}


def ben_proposal(house: House) -> Words:
    """Ben's part of what is before the group."""
    return {**ben_seat(house), "proposal": NAMED}


def agreement(house: House) -> Words:
    """Agreement to the first text."""
    return {"answer": "agree", "rev": 1}


def began(house: House) -> None:
    """Begin with the welcome, where a rule stands and Fay has entered one of Ben's."""
    put(house, "welcome")
    add_ground_rule(house.fay, "Listen.", uid=uuid.uuid4())
    rule = {"workshop": house.workshop, "seat": house.others[0], "proxy": house.fay}
    GroundRule.objects.get_or_create(uid=RULE, defaults={**rule, "text": "Ask."})


def their_rule(house: House) -> Words:
    """A ground rule that somebody asks for."""
    return {"uid": str(uuid.uuid4()), "text": "One speaks at a time."}


def read_out(house: House) -> Words:
    """Agreement to the rules as they are now."""
    return {"seen": timezone.now().isoformat()}


def ben_rule(house: House) -> Words:
    """The rule of Ben's that Fay entered."""
    return {**ben_seat(house), "rule": RULE}


def said_aloud(house: House) -> None:
    """Bring card 2 in, of which Ben said something that Fay entered."""
    brought(house)
    kept = {"workshop": house.workshop, "seat": house.others[0], "proxy": house.fay, "card": house.cards[1]}
    Remark.objects.get_or_create(uid=SAID, defaults={**kept, "rev": 1, "body": "Said aloud"})


def ben_said(house: House) -> Words:
    """The comment of Ben's that Fay entered."""
    return {**ben_seat(house), "remark": SAID}


RULE, SAID = uuid.UUID(int=77), uuid.UUID(int=78)
PROXY_ROWS = [
    Row("proxies", fay(200)),
    Row("proxy", fay(200), parts=ben_seat),
    Row("proxy-consent", fay(302), "post", ben_seat, answers),
    Row("proxy-pack", fay(302), "post", ben_seat, paper),
    Row("proxy-filled", fay(200), parts=ben_seat),
    Row("proxy-filled", fay(422), "post", ben_seat),
    Row("proxy-filled-answers", fay(302), "post", ben_seat, agreed_again),
    Row("proxy-remark", fay(302), "post", ben_seat, aloud, before=brought),
    Row("proxy-remark-withdrawal", fay(302), "post", ben_said, sure, before=said_aloud),
    Row("proxy-answer", fay(302), "post", ben_question, words, before=ask_it),
    Row("proxy-assent", fay(302), "post", ben_question, agreement, before=write_it),
    Row("proxy-stance", fay(302), "post", ben_proposal, fine, before=put_it),
    Row("proxy-rules", fay(302), "post", ben_seat, their_rule, before=began),
    Row("proxy-agreement", fay(302), "post", ben_seat, read_out, before=began),
    Row("proxy-rule-withdrawal", fay(302), "post", ben_rule, before=began),
    Row("proxy-ballot", fay(302), "post", ben_poll, choice, before=polled),
]
