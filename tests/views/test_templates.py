"""Templates: looked at before use, kept, taken as a file, brought in, removed; and copies of one's own."""

import json
import uuid
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from tests.prompts import prompts_in
from tests.support import House, client_of, make_house, make_user
from tests.synthesis import change
from workshop.actions.cards import edit_card
from workshop.actions.packs import FOUR_TENSIONS, PACKS, STORY_LINE
from workshop.actions.packs.documents import document_of
from workshop.actions.remarks import save_remark
from workshop.actions.rounds import take_back_round
from workshop.actions.templates import MOST_TEMPLATES, keep_template
from workshop.models import Template, Workshop

pytestmark = pytest.mark.django_db


@pytest.fixture
def new() -> Client:
    """Somebody who signs in for the first time."""
    client = Client()
    client.force_login(make_user("new@example.org", "New"))
    return client


def words(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def send(client: Client, content: bytes) -> Any:
    file = SimpleUploadedFile("t.json", content, "application/json")
    return client.post(reverse("template-new"), {"uid": str(uuid.uuid4()), "file": file})


def document(**changed: Any) -> dict[str, Any]:
    return document_of(FOUR_TENSIONS) | changed


def make(client: Client, ref: str, **more: str) -> Workshop:
    """Make a workshop as the page of a template does."""
    sent = {"uid": str(uuid.uuid4()), "template": ref, "title": "", "zone": "Europe/London", **more}
    answer = client.post(reverse("workshop-new"), sent)
    assert answer.status_code == 302, words(answer)
    return Workshop.objects.latest("pk")


def test_the_page_offers_each_template_with_what_it_holds(new: Client) -> None:
    text = words(new.get(reverse("templates")))
    for key, pack in PACKS.items():
        assert f'href="/templates/{key}/"' in text
        assert str(pack.name) in text
        assert str(pack.says) in text


@pytest.mark.parametrize("key", PACKS)
def test_a_template_is_seen_as_leaders_would_before_anything_is_made(new: Client, key: str) -> None:
    text = words(new.get(reverse("template", kwargs={"ref": key})))
    assert "The pack, as leaders will see it" in text
    assert "Version 1" in text
    assert "<textarea" not in text
    for card in PACKS[key].cards:
        assert escape(str(card.summary)[:20]) in text
    assert text.count("A box that grows") == len(PACKS[key].prompts)
    assert not Workshop.objects.exists()


@pytest.mark.parametrize("key", [key for key, pack in PACKS.items() if pack.cards or pack.prompts])
def test_a_template_with_cards_or_prompts_can_be_rehearsed_from_its_page(new: Client, key: str) -> None:
    assert 'action="/rehearsals/"' in words(new.get(reverse("template", kwargs={"ref": key})))
    assert new.post(reverse("rehearsals"), {"uid": str(uuid.uuid4()), "template": key}).status_code == 302
    assert Workshop.objects.get().cards.count() == len(PACKS[key].cards)


def test_a_workshop_is_made_from_its_page_in_one_press(new: Client) -> None:
    made = make(new, "story-line")
    assert prompts_in(made) == [str(each.heading) for each in STORY_LINE.prompts]
    assert made.account_title == "Your story-line"


def test_the_words_of_a_workshop_are_kept_taken_as_a_file_and_start_a_workshop_elsewhere(
    new: Client,
) -> None:
    house = make_house(2)
    save_remark(house.ada, house.workshop.prompts.get(card__number=1), "CANARY", 0)
    sent = {"name": "Ours", "says": "A start", "source": "Us", "edition": "2", "uid": str(uuid.uuid4())}
    answer = client_of(house.fay).post(reverse("template-kept", kwargs={"slug": house.workshop.slug}), sent)
    kept = Template.objects.get()
    assert answer.headers["Location"] == f"/templates/own-{kept.uid}/"
    file = client_of(house.fay).get(f"/templates/own-{kept.uid}/file/")
    assert 'filename="ours.roundel-template.json"' in file.headers["Content-Disposition"]
    for secret in ("CANARY", "Ada", "fay@example.org", house.workshop.slug):
        assert secret not in file.content.decode()
    assert send(new, file.content).status_code == 302
    made = make(new, f"own-{Template.objects.get(user__email='new@example.org').uid}")
    assert [card.title for card in made.cards.all()] == [card.title for card in house.cards]


def test_notes_on_cards_go_along_only_if_that_is_said() -> None:
    house = make_house(2)
    take_back_round(house.fay, house.pack)
    edit_card(house.fay, house.cards[0], 1, title="One", notes="Kim will object")
    sent = {"name": "Ours", "uid": str(uuid.uuid4())}
    address = reverse("template-kept", kwargs={"slug": house.workshop.slug})
    client_of(house.fay).post(address, sent)
    assert "Kim" not in json.dumps(Template.objects.get().document)
    client_of(house.fay).post(address, {**sent, "uid": str(uuid.uuid4()), "notes": "on"})
    assert "Kim" in json.dumps(Template.objects.first().document)  # type: ignore[union-attr]  # there are two


def test_a_template_of_ones_own_is_removed_when_one_is_sure_and_nobody_elses_is_found(new: Client) -> None:
    send(new, json.dumps(document()).encode())
    kept = Template.objects.get()
    address = reverse("template-removal", kwargs={"uid": kept.uid})
    stranger = client_of(make_house(1).fay)
    stranger.post(address, {"confirmed": "1"})
    assert stranger.get(f"/templates/own-{kept.uid}/").status_code == 404
    assert "Remove this template?" in words(new.post(address))
    assert Template.objects.exists()
    new.post(address, {"confirmed": "1"})
    assert not Template.objects.exists()


def test_one_keeps_fifty_at_most(new: Client) -> None:
    user = make_user("much@example.org")
    rows = [Template(user=user, name=str(n), document=document()) for n in range(MOST_TEMPLATES)]
    Template.objects.bulk_create(rows)
    with pytest.raises(Exception, match="You have 50 templates"):
        keep_template(user, uuid.uuid4(), document())


def merged() -> House:
    """A house whose first two cards were merged into one."""
    house = make_house(3)
    change(house.fay, "merge", house.cards[:2], titles=["Both in one"])
    return house


def test_a_workshop_starts_from_another_in_the_words_of_now_or_of_the_pack() -> None:
    house = merged()
    fay, slug = client_of(house.fay), house.workshop.slug
    now, first = (words(fay.get(f"/templates/workshop-{slug}{end}/")) for end in ("", "-first"))
    assert "Both in one" in now
    assert "Both in one" not in first
    made = make(fay, f"workshop-{slug}-first")
    assert made.cards.count() == 6
    assert (made.seats.count(), made.series_uid == house.workshop.series_uid) == (1, False)
    assert make(fay, f"workshop-{slug}").cards.count() == 5


def test_the_same_people_get_seats_only_if_that_is_asked() -> None:
    house = make_house(3)
    ref = f"workshop-{house.workshop.slug}"
    assert "Give seats to the same people" in words(client_of(house.fay).get(f"/templates/{ref}/"))
    made = make(client_of(house.fay), ref, people="on")
    assert made.seats.filter(role="participant").count() == 3
    assert not made.remarks.exists()


def test_nobody_starts_from_a_workshop_that_they_do_not_facilitate() -> None:
    house = make_house(1)
    ref = f"workshop-{house.workshop.slug}"
    stranger = client_of(house.zoe)
    assert stranger.get(f"/templates/{ref}/").status_code == 404
    sent = {"uid": str(uuid.uuid4()), "template": ref, "title": "Mine", "zone": "Europe/London"}
    assert stranger.post(reverse("workshop-new"), sent).status_code == 422
