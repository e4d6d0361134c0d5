"""A workshop is brought back from its file: looked at first, brought in by one more press, and once."""

import json
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from config import uploads
from tests.support import House, client_of, make_house
from tests.unlinked import full_house
from workshop.actions.exports import export_workshop
from workshop.actions.full_data import give_full_data
from workshop.actions.jobs import do_next
from workshop.actions.uploads import WAYS, bring_upload, throw_away
from workshop.imports import limits
from workshop.imports.wholes import document_in
from workshop.models import Closed, Job, Upload, Workshop

pytestmark = pytest.mark.django_db
NEW = "/workshops/file/"


def file_of(house: House) -> bytes:
    """Return the file as Fay takes it, with names."""
    give_full_data(house.fay, house.fay, given=True)
    house.fay.refresh_from_db()
    return export_workshop(house.workshop, "json", house.fay).content


def sent(browser: Client, content: bytes, uid: uuid.UUID | None = None) -> Any:
    """Send a file."""
    file = SimpleUploadedFile("whole.json", content, "application/json")
    return browser.post(NEW, {"uid": uid or uuid.uuid4(), "file": file})


def text(browser: Client, address: str) -> str:
    """Return a page on one line."""
    return " ".join(browser.get(address).content.decode().split())


def test_no_character_that_a_database_refuses_is_kept_of_what_is_shown() -> None:
    house = full_house("named")
    document = json.loads(file_of(house))
    document["workshop"]["title"] = "Trust\0 in \ud800care"
    assert sent(client_of(house.zoe), json.dumps(document).encode()).status_code == 302
    assert Upload.objects.get().facts["title"] == "Trust in care"


def test_what_is_in_the_file_is_shown_and_nothing_is_brought_in_yet() -> None:
    house = full_house("named")
    zoe = client_of(house.zoe)
    before = Workshop.objects.count()
    answer = sent(zoe, file_of(house))
    assert answer.status_code == 302
    page = text(zoe, answer["Location"])
    for words in (house.workshop.title, "4 participants, 1 facilitator", "You take the seat", "Named", "Fay"):
        assert words in page, words
    assert "which another workshop here has" in page
    assert "What was answered in" in page
    assert "Ada" not in page
    assert Workshop.objects.count() == before


def test_to_look_once_more_reads_no_file_again() -> None:
    house = make_house()
    fay = client_of(house.fay)
    address = sent(fay, file_of(house))["Location"]
    Upload.objects.update(packed=b"")
    assert house.workshop.title in text(fay, address)


def test_one_more_press_brings_it_in_and_a_second_finds_it_there() -> None:
    house = make_house()
    zoe = client_of(house.zoe)
    address = sent(zoe, file_of(house))["Location"]
    first, again = zoe.post(address), zoe.post(address)
    made = Workshop.objects.latest("pk")
    assert first["Location"] == again["Location"] == reverse("workshop", kwargs={"slug": made.slug})
    assert made.seats.get(person__user__email="zoe@example.org").pseudonym == "F1"
    assert zoe.get(reverse("people", kwargs={"slug": made.slug})).status_code == 200
    left = Upload.objects.get()
    assert (left.content, left.facts) == (b"", {})
    assert zoe.get(address)["Location"] == first["Location"]


def test_a_file_that_is_none_is_refused_with_the_place_and_nothing_is_kept() -> None:
    house = make_house()
    fay = client_of(house.fay)
    for content, words in (
        (b"{}", "not one of a workshop"),
        (b'{"workshop": ', "at line 1"),
        (b"PK\x03\x04", "This is a ZIP file"),
        (b"", "empty"),
    ):
        answer = sent(fay, content)
        assert answer.status_code == 422
        assert words in answer.content.decode()
    assert not Upload.objects.exists()


def test_the_same_press_keeps_one_file_and_a_new_one_takes_its_place() -> None:
    house = make_house()
    fay, content, uid = client_of(house.fay), file_of(house), uuid.uuid4()
    assert sent(fay, content, uid)["Location"] == sent(fay, content, uid)["Location"]
    assert sent(fay, content + b" ", uid).status_code == 409
    sent(fay, content + b" ")
    assert Upload.objects.count() == 1


def test_a_file_can_be_thrown_away_and_nobody_else_can_look_at_it() -> None:
    house = make_house()
    fay, zoe = client_of(house.fay), client_of(house.zoe)
    address = sent(fay, file_of(house))["Location"]
    assert zoe.get(address).status_code == 404
    zoe.post(f"{address}removal/")
    assert Upload.objects.count() == 1
    assert fay.post(f"{address}removal/").status_code == 302
    assert fay.get(address).status_code == 404


def test_a_file_that_was_thrown_away_meanwhile_is_refused_in_one_sentence() -> None:
    house = make_house()
    sent(client_of(house.fay), file_of(house))
    upload = Upload.objects.get()
    document = document_in(upload.content)
    throw_away(upload)
    with pytest.raises(Closed, match="Choose it once more"):
        bring_upload(upload, document)


def test_a_file_is_forgotten_after_a_day() -> None:
    house = make_house()
    sent(client_of(house.fay), file_of(house))
    later = timezone.now() + timedelta(days=1, minutes=1)
    Upload.objects.update(at=timezone.now() - timedelta(days=1, minutes=1))
    while do_next(later, WAYS):
        pass
    assert not Upload.objects.exists()
    assert Job.objects.get(kind="forget").state == Job.State.DONE


def test_a_file_over_the_limit_does_not_arrive(settings: Any) -> None:
    assert settings.MOST_UPLOADED == limits.BYTES
    assert uploads.MeasuringHandler.size == 0
    settings.MOST_UPLOADED = 1000
    answer = sent(client_of(make_house().fay), b"{" + b" " * 200_000)
    assert answer.status_code == 422
    assert "so it was not taken. Choose a smaller one." in answer.content.decode()


def test_where_no_file_was_chosen_it_says_to_choose_one() -> None:
    answer = client_of(make_house().fay).post(reverse("workshop-file-new"), {"uid": str(uuid.uuid4())})
    assert answer.status_code == 422
    assert "Choose a file first." in answer.text
