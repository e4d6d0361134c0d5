"""Beside a moment: a facilitator's own notes, and what was being said; nobody else finds a word of either."""

import uuid
from datetime import datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.opened import opened
from tests.stagecraft import send
from tests.support import House, client_of, make_house, make_user
from tests.synthesis import change
from tests.views.rows_replay import SPEECH, speech
from workshop.actions.facilitators import add_facilitator
from workshop.actions.reflections import remove_reflection, share_reflection, write_reflection
from workshop.actions.transcripts import add_transcript
from workshop.exports import FORMATS
from workshop.exports.material import material_of
from workshop.models import Audit, Note, Person, Seat, Transcript

pytestmark = pytest.mark.django_db
CANARY = "It went very quiet when the merge came up"


@pytest.fixture
def house() -> House:
    made = make_house()
    change(made.fay, "retire", made.cards[:1])
    change(made.fay, "retire", made.cards[:1])
    return made


def moment(house: House, seat: Seat, n: int) -> str:
    """Return the page of a moment."""
    address = reverse("lineage-moment", kwargs={"slug": house.workshop.slug, "n": n})
    return client_of(seat).get(address).content.decode()


def second(house: House) -> Seat:
    """Another facilitator of the workshop, who can sign in."""
    make_user("gus@example.org", "Gus")
    add_facilitator(house.fay, name="Gus", email="gus@example.org")
    person = Person.objects.get(workshop=house.workshop, email="gus@example.org")
    return person.seats.get()


def pinned(house: House, n: int = 1) -> Note:
    """A note of Fay's on a moment."""
    return write_reflection(house.fay, n, CANARY, uid=uuid.uuid4())


def test_a_note_stands_at_its_moment_and_at_no_other(house: House) -> None:
    for n in range(3):
        write_reflection(house.fay, n, f"Note on {n}.", uid=uuid.uuid4())

    for n in range(3):
        text = moment(house, house.fay, n)
        assert [f"Note on {other}." in text for other in range(3)] == [other == n for other in range(3)]


def test_a_private_note_is_on_nobody_elses_page_and_in_no_file(house: House) -> None:
    pinned(house)
    gus = second(house)

    for seat in [gus, house.ada]:
        assert CANARY not in moment(house, seat, 1)
        notes = reverse("reflections", kwargs={"slug": house.workshop.slug})
        assert CANARY not in client_of(seat).get(notes).content.decode()
    for each in FORMATS.values():
        assert CANARY.encode() not in opened(each.write(material_of(house.workshop)))
    assert not house.workshop.history.filter(verb__contains="reflection").exists()


def test_a_shared_note_is_read_by_the_other_facilitators_and_exported(house: House) -> None:
    note, gus = pinned(house), second(house)
    share_reflection(house.fay, note, shared=True)

    assert CANARY in moment(house, gus, 1)
    assert CANARY not in moment(house, house.ada, 1)
    for name in ("json", "csv", "xlsx"):
        assert CANARY.encode() in opened(FORMATS[name].write(material_of(house.workshop)))

    remove_reflection(house.fay, note)
    assert CANARY not in moment(house, gus, 1)


def test_nobody_changes_another_facilitators_note(house: House) -> None:
    note, gus = pinned(house), second(house)
    share_reflection(house.fay, note, shared=True)
    data = {"uid": str(note.uid), "rev": 1, "body": "Mine now"}

    for name in ["", "-sharing", "-removal", "-restoration"]:
        assert send(house, gus, f"reflection{name}", data, {"uid": note.uid}).status_code == 404
    note.refresh_from_db()
    assert note.body == CANARY


def test_two_windows_keep_both_texts_until_one_is_chosen(house: House) -> None:
    note = pinned(house)
    form = {"uid": str(note.uid), "rev": 1, "body": "From the first window"}
    send(house, house.fay, "reflection", form, {"uid": note.uid})

    late = send(house, house.fay, "reflection", {**form, "body": "From the second"}, {"uid": note.uid})
    text = late.content.decode()

    assert late.status_code == 409
    assert 'name="keep" value="both"' in text
    assert ">From the first window</p>" in text
    assert ">From the second</p>" in text
    assert 'name="rev" value="2"' in text
    for keep, says in {"theirs": "the first window", "both": "the first window\n\nFrom the second"}.items():
        again = {**form, "rev": 2, "body": "From the second", "keep": keep}
        assert send(house, house.fay, "reflection", again, {"uid": note.uid}).status_code == 302
        note.refresh_from_db()
        assert note.body == f"From {says}"


def test_a_note_that_is_too_long_stays_in_its_box(house: House) -> None:
    form = {"uid": str(uuid.uuid4()), "rev": 0, "n": 1, "body": "x" * 20001}

    refused = send(house, house.fay, "reflections", form)

    assert refused.status_code == 422
    assert "x" * 20001 in refused.content.decode()
    assert send(house, house.fay, "reflections", {**form, "body": "ok", "n": 99}).status_code == 404


def test_a_note_that_was_put_away_can_be_put_back(house: House) -> None:
    note = pinned(house)
    send(house, house.fay, "reflection-removal", {}, {"uid": note.uid})
    assert "Notes you put away" in moment(house, house.fay, 1)

    send(house, house.fay, "reflection-restoration", {}, {"uid": note.uid})

    assert "Notes you put away" not in moment(house, house.fay, 1)


def spoken(house: House, begins: datetime) -> None:
    """Add a transcript in which something is said in the first minute, and after ten."""
    late = "\n00:10:00.000 --> 00:10:02.000\nMuch later.\n"
    add_transcript(house.fay, uid=uuid.uuid4(), name="Call", begins_at=begins, text=SPEECH + late)


def test_what_was_being_said_lies_beside_its_moment_for_facilitators_alone(house: House) -> None:
    at = house.workshop.changes.get(n=1).at
    spoken(house, at - timedelta(seconds=30))

    text = moment(house, house.fay, 1)

    assert "I would rather keep it." in text
    assert "Much later." not in text
    assert "I would rather keep it." not in moment(house, house.ada, 1)
    for each in FORMATS.values():
        assert b"I would rather keep it." not in opened(each.write(material_of(house.workshop)))


@pytest.mark.parametrize(("minutes", "heard"), [(-2, False), (-1, True), (2, True), (3, False)])
def test_the_window_is_from_a_minute_before_to_two_minutes_after(
    house: House, minutes: int, heard: bool
) -> None:
    spoken(house, house.workshop.changes.get(n=1).at + timedelta(minutes=minutes))

    assert ("I would rather keep it." in moment(house, house.fay, 1)) is heard


def test_a_transcript_comes_as_a_file_in_the_zone_of_the_workshop_and_is_audited(house: House) -> None:
    file = SimpleUploadedFile("call.vtt", SPEECH.encode())
    data = {**speech(house), "text": "", "file": file}

    send(house, house.fay, "transcripts", data)
    made = Transcript.objects.get()
    send(house, house.fay, "transcript-removal", {"confirmed": 1}, {"uid": made.uid})

    assert made.begins_at.isoformat() == "2027-02-09T14:00:00+00:00"
    verbs = list(Audit.objects.filter(slug=house.workshop.slug).values_list("verb", flat=True))
    assert verbs == ["transcript_added", "transcript_removed"]
    assert not Transcript.objects.exists()


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"text": "Hello"}, "Line 1 should say WEBVTT"),
        ({"text": "WEBVTT\n\nsoon --> later\nHi"}, "Line 3 should say from when to when"),
        ({"text": ""}, "Choose a file, or paste its text below."),
        ({"text": "WEBVTT\n" + "x" * 1_000_000}, "over the limit of 1,000,000"),
        ({"file": SimpleUploadedFile("a.vtt", b"\xff\xfe\x00")}, "no text in UTF-8"),
    ],
)
def test_what_is_no_transcript_is_refused_in_plain_words(
    house: House, sent: dict[str, object], says: str
) -> None:
    answer = send(house, house.fay, "transcripts", {**speech(house), **sent})

    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert not Transcript.objects.exists()
