"""Who may sign in, prepare a workshop and delete it."""

import uuid

from django.contrib.auth.tokens import default_token_generator
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from tests.actions.test_sheets import inform
from tests.prompts import add_prompts, prompts
from tests.setup import card_words, item_words, setup_words
from tests.support import House
from tests.views.permissions import Row, Words, all_seats, anybody, fay
from workshop.actions.rounds import take_back_round
from workshop.models import User
from workshop.models.prompts import print_of_prompt, words_of
from workshop.models.setup import print_of

SIGNED_IN = "302 302 302 {0} {0} 302 302"


def letter(house: House) -> Words:
    """The link of a letter to Fay."""
    user = User.objects.get(email="fay@example.org")
    uid = urlsafe_base64_encode(force_bytes(user.pk))
    return {"uidb64": uid, "token": default_token_generator.make_token(user)}


def address(house: House) -> Words:
    """Fay's address."""
    return {"email": "fay@example.org"}


def a_card(house: House) -> Words:
    """The second card."""
    return {"uid": house.cards[1].uid}


def informed(house: House) -> None:
    """The information was changed after people agreed to it."""
    inform(house, "Other words")


def asked_again(house: House) -> Words:
    return {"version": "2", "confirmed": "1"}


def an_item(house: House) -> Words:
    """Something that people agree to."""
    return {"uid": house.workshop.consent_items.first().uid}  # type: ignore[union-attr]  # there are four


def a_table(house: House) -> Words:
    """Two cards in a table whose preview was seen."""
    text = "title\tsummary\nTrust\tWho decides.\nTime\t"
    uid = uuid.uuid5(uuid.NAMESPACE_URL, house.workshop.slug)
    return {"text": text, "looked": print_of(text), "uid": str(uid), "bring": "1"}


def unopened(house: House) -> None:
    """Take the pack back, so that cards can be changed."""
    take_back_round(house.fay, house.pack)


def unasked(house: House) -> None:
    """Take the pack back, and give it open prompts."""
    unopened(house)
    add_prompts(house)


def a_prompt(house: House) -> Words:
    """The second open prompt."""
    return {"uid": prompts(house)[1].uid}


def prompt_words(house: House) -> Words:
    """The form of an open prompt, resting on the second one where it is there."""
    seen = [print_of_prompt(words_of(each), each.private) for each in prompts(house)[1:]]
    words = {"heading": "What changed", "text": "What changed for you?", "hints": "Small things too"}
    return {**words, "uid": str(uuid.uuid4()), "seen": "".join(seen)}


ACCOUNT_ROWS = [
    Row("home", anybody(200), in_workshop=False),
    Row("sign-in", "200 200 200 302 302 200 200", in_workshop=False),
    Row("sign-in", "422 422 422 302 302 422 422", "post", in_workshop=False),
    Row("sign-out", anybody(302), "post", in_workshop=False),
    Row("signed-out", anybody(200), in_workshop=False),
    Row("password_reset", anybody(200), in_workshop=False),
    Row("password_reset", anybody(302), "post", data=address, in_workshop=False),
    Row("password_reset_done", anybody(200), in_workshop=False),
    Row("password_reset_confirm", anybody(302), parts=letter, in_workshop=False),
    Row("password_reset_confirm", anybody(302), "post", parts=letter, in_workshop=False),
]

SETUP_ROWS = [
    Row("workshop-new", SIGNED_IN.format(200), in_workshop=False),
    Row("workshop-new", SIGNED_IN.format(422), "post", in_workshop=False),
    Row("workshop", all_seats(302)),
    Row("setup", fay(200)),
    Row("setup", fay(302), "post", data=setup_words),
    Row("removal", fay(200)),
    Row("audit", fay(200)),
    Row("retention", fay(200)),
    Row("retention", fay(302), "post"),
    Row("removal", fay(302), "post", data=lambda house: {"sure": "on"}),
    Row("cards", fay(200)),
    Row("card-new", fay(200), before=unopened),
    Row("card-new", fay(302), "post", data=card_words, before=unopened),
    Row("card-table", fay(200), before=unopened),
    Row("card-table", fay(302), "post", data=a_table, before=unopened),
    Row("card-table-file", fay(200)),
    Row("card", fay(200), parts=a_card, before=unopened),
    Row("card", fay(302), "post", a_card, card_words, before=unopened),
    Row("card-position", fay(302), "post", a_card, lambda house: {"position": "1"}, before=unopened),
    Row("card-removal", fay(200), "post", a_card, before=unopened),
    Row("prompts", fay(200)),
    Row("prompt-new", fay(200), before=unopened),
    Row("prompt-new", fay(302), "post", data=prompt_words, before=unopened),
    Row("prompt", fay(200), parts=a_prompt, before=unasked),
    Row("prompt", fay(302), "post", a_prompt, prompt_words, before=unasked),
    Row("prompt-position", fay(302), "post", a_prompt, lambda house: {"position": "1"}, before=unasked),
    Row("prompt-removal", fay(200), "post", a_prompt, before=unasked),
    Row("information-asking", fay(302), "post", data=asked_again, before=informed),
    Row("consent-item-new", fay(200)),
    Row("consent-item-new", fay(302), "post", data=item_words),
    Row("consent-item", fay(200), parts=an_item),
    Row("consent-item", fay(302), "post", an_item, item_words),
    Row("consent-item-retirement", fay(200), "post", an_item),
]
