"""What the workshop holds of a person is in their own file: each field that a withdrawal would erase."""

import json
import uuid

import pytest
from django.apps import apps
from django.db.models import CharField, TextField

from tests.erasing_rules import RULES
from tests.withdrawing import EMAIL, NAME, WORD, fresh, full_house
from workshop.exports.own_data import own_document
from workshop.models import CardText, Note, ProposalText, Quote, Start
from workshop.models.own_data import own_data

pytestmark = pytest.mark.django_db
HELD = {WORD, NAME, EMAIL}
NEVER = {
    "Link.digest": "opens nothing, and names nobody",
    "Credit.name": "she is credited by a description",
    "Post.said": "what a mail server answered, without addresses",
    "Post.subject": "as it went to all alike, without a name",
    "Post.body": "as it went to all alike, without a name",
}


def values(name: str) -> list[str]:
    """Return what a field holds of Ada's."""
    model, field = name.split(".")
    found = apps.get_model("workshop", model)._base_manager.values_list(field, flat=True)
    return [each for each in found if isinstance(each, str) and any(word in each for word in HELD)]


def erased() -> list[str]:
    """Return the names of the fields with words that a withdrawal erases."""
    names = [name for name, rule in RULES.items() if rule == "erased"]
    models = {name: apps.get_model("workshop", name.split(".")[0]) for name in names}
    kinds = CharField | TextField
    return [name for name in names if isinstance(models[name]._meta.get_field(name.split(".")[1]), kinds)]


def test_each_word_that_a_withdrawal_would_erase_is_in_the_file() -> None:
    house = full_house()
    said = house.ada.remarks.exclude(body="").first()
    words = {"text": f"Quoted {WORD}", "amended": f"Amended {WORD}", "attribution": f"Somebody {WORD}"}
    Quote.objects.create(workshop=house.workshop, remark=said, state="amended", **words)
    noted = {"kind": "reflection", "title": f"Note {WORD}", "body": f"Noted {WORD}"}
    Note.objects.create(workshop=house.workshop, seat=house.ada, uid=uuid.uuid4(), **noted)
    for rows, more in (
        (CardText.objects.filter(seat=house.ada), ["notes"]),
        (ProposalText.objects.all(), []),
    ):
        names = ["short_title", "summary", "pole_a", "pole_b", *more]
        rows.update(**{each: f"{each} {WORD}" for each in names})
    fresh(house)
    document, own = own_document(house.ada), own_data(house.ada)
    kept = json.dumps(document, ensure_ascii=False)
    assert [(name, each) for name in erased() for each in values(name) if each not in kept] == []
    assert [name for name in erased() if not values(name) and name not in NEVER] == []
    assert (own.quotes, own.notes, own.ties, own.starts) == (1, 1, 1, 1)
    assert len(document["starting_points"]) == Start.objects.filter(seat=house.ada).count()
