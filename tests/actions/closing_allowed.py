"""What goes on after the close: one row an action, with what shows that it did its work."""

import uuid
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from tests.actions.closing_links import LINKS
from tests.actions.closing_pictures import sort_revealed, take_picture
from tests.actions.closing_questions import the_question
from tests.actions.closing_quotes import QUOTES
from tests.actions.closing_replay import decided, note, step_note, step_notes, transcript
from tests.actions.closing_rows import Act
from tests.actions.closing_templates import MADE
from tests.actions.closing_words import OWN
from tests.support import House, add_leader
from workshop.actions.consents import answer_consents
from workshop.actions.exports import export_comparison, export_workshop
from workshop.actions.joining import end_code
from workshop.actions.own_data import take_own_data
from workshop.actions.people import edit_person, person_print, remove_seat, restore_seat
from workshop.actions.proxy import record_consents
from workshop.actions.questions import show_answers
from workshop.actions.reflections import edit_reflection, remove_reflection, share_reflection
from workshop.actions.repeating import repeat_workshop
from workshop.actions.retention import see_retention, set_retention
from workshop.actions.rounds import close_round, reveal_round
from workshop.actions.screens import end_screen_links, screen_link
from workshop.actions.sheets import note_day, note_sheet
from workshop.actions.transcripts import remove_transcript
from workshop.actions.withdrawing import withdraw
from workshop.actions.workshops import delete_workshop
from workshop.models import Link, Note, Person, Seat, Transcript, Workshop
from workshop.models.consents import needs_consent


@dataclass(frozen=True)
class Allowed:
    """An act, what is true of the workshop once it is done and not before, and what it needs ``first``."""

    act: Act
    shows: Act
    first: Act | None = None


def the_note(house: House) -> Note:
    """The one reflection of Fay's that `note` wrote."""
    return house.workshop.notes.get(kind="reflection", seat=house.fay)


def reflections(house: House) -> int:
    return house.workshop.notes.filter(kind="reflection", removed_at=None).count()


def screens(house: House) -> int:
    return Link.objects.valid().filter(seat__workshop=house.workshop, purpose="screen").count()


def ada(house: House) -> Seat:
    return Seat.objects.get(pk=house.ada.pk)


def noted(verb: str) -> Act:
    """Whether the audit has it."""
    return lambda house: house.workshop.audit.filter(verb=verb).exists()


def no_to_all(house: House) -> None:
    answer_consents(house.ada, {str(each.uid): False for each in house.workshop.consent_items.all()})


def all_yes(house: House) -> dict[str, bool]:
    return {str(each.uid): True for each in house.workshop.consent_items.all()}


def gil(house: House) -> Seat:
    return house.workshop.seats.get(person__name="Gil")


def gil_agrees(house: House) -> None:
    answer_consents(add_leader(house.fay, "Gil"), all_yes(house), by=house.fay)


def rename(house: House) -> None:
    seen = person_print(Person.objects.get(seats=house.ada))
    edit_person(house.fay, house.ada, seen=seen, name="Ida", email="")


def in_a_fortnight(house: House) -> date:
    """Have everything erased in two weeks; return the day."""
    day = timezone.localdate() + timedelta(days=14)
    set_retention(house.fay, day)
    return day


def again(house: House) -> object:
    return repeat_workshop(house.fay, uid=uuid.uuid4(), title="Again", cards=house.cards)


ALLOWED: dict[str, Allowed] = {
    **{name: Allowed(*row) for name, row in (QUOTES | MADE).items()},
    "write_reflection": Allowed(note, reflections),
    "edit_reflection": Allowed(
        lambda house: edit_reflection(house.fay, the_note(house), 1, "Later"),
        lambda house: the_note(house).body == "Later",
        first=note,
    ),
    "share_reflection": Allowed(
        lambda house: share_reflection(house.fay, the_note(house), shared=True),
        lambda house: the_note(house).shared_at,
        first=note,
    ),
    "remove_reflection": Allowed(
        lambda house: remove_reflection(house.fay, the_note(house)),
        lambda house: not reflections(house),
        first=note,
    ),
    "save_step_note": Allowed(step_note, reflections),
    "decide_step_note": Allowed(
        decided, lambda house: house.workshop.notes.exclude(removed_at=None).exists(), first=step_notes
    ),
    "add_transcript": Allowed(transcript, lambda house: Transcript.objects.exists()),
    "remove_transcript": Allowed(
        lambda house: remove_transcript(house.fay, Transcript.objects.get()),
        lambda house: not Transcript.objects.exists(),
        first=transcript,
    ),
    "answer_consents": Allowed(no_to_all, lambda house: house.ada.consents.filter(answer=False).exists()),
    "note_sheet": Allowed(
        lambda house: note_sheet(house.ada, 2),
        lambda house: ada(house).sheet == 2,
        first=lambda house: Workshop.objects.filter(pk=house.workshop.pk).update(sheet=2),
    ),
    "note_day": Allowed(
        lambda house: note_day(house.ada, "2031-05-04"),
        lambda house: ada(house).told_until == date(2031, 5, 4),
    ),
    "record_consents": Allowed(
        lambda house: record_consents(
            house.fay, gil(house), dict.fromkeys(all_yes(house), False), closed=True
        ),
        lambda house: needs_consent(gil(house)),
        first=gil_agrees,
    ),
    **{name: Allowed(*row) for name, row in OWN.items()},
    "close_round": Allowed(
        lambda house: close_round(house.fay, house.poll), lambda house: house.poll.state == "closed"
    ),
    "reveal_round": Allowed(
        lambda house: reveal_round(house.fay, house.poll), lambda house: house.poll.is_revealed
    ),
    "show_answers": Allowed(
        lambda house: show_answers(house.fay, the_question(house)),
        lambda house: the_question(house).is_shown,
    ),
    "edit_person": Allowed(rename, lambda house: ada(house).name == "Ida"),
    "remove_seat": Allowed(
        lambda house: remove_seat(house.fay, house.ada), lambda house: ada(house).removed_at
    ),
    "withdraw": Allowed(
        lambda house: withdraw(house.ada),
        lambda house: house.workshop.seats.filter(uid=house.ada.uid, person=None).exists(),
    ),
    "restore_seat": Allowed(
        lambda house: restore_seat(house.fay, house.ada),
        lambda house: not ada(house).removed_at,
        first=lambda house: remove_seat(house.fay, house.ada),
    ),
    **{name: Allowed(*row) for name, row in LINKS.items()},
    "screen_link": Allowed(lambda house: screen_link(house.fay), screens),
    "end_screen_links": Allowed(
        lambda house: end_screen_links(house.fay),
        lambda house: not screens(house),
        first=lambda house: screen_link(house.fay),
    ),
    "end_code": Allowed(
        lambda house: end_code(house.fay),
        lambda house: not Workshop.objects.get(pk=house.workshop.pk).join_code,
    ),
    "export_workshop": Allowed(
        lambda house: export_workshop(house.workshop, "json", house.fay), noted("exported")
    ),
    "export_picture": Allowed(take_picture, noted("exported"), first=sort_revealed),
    "take_own_data": Allowed(lambda house: take_own_data(house.ada), noted("own_data_taken")),
    "export_comparison": Allowed(lambda house: export_comparison(house.fay), noted("exported")),
    "repeat_workshop": Allowed(again, lambda house: Workshop.objects.filter(title="Again").exists()),
    "set_retention": Allowed(
        lambda house: set_retention(house.fay, date(2999, 1, 1)),
        lambda house: Workshop.objects.filter(pk=house.workshop.pk, retain_until__year=2999).exists(),
    ),
    "see_retention": Allowed(
        lambda house: see_retention(house.fay, str(in_a_fortnight(house))),
        noted("retention_seen"),
    ),
    "delete_workshop": Allowed(
        lambda house: delete_workshop(house.fay),
        lambda house: not Workshop.objects.filter(pk=house.workshop.pk).exists(),
    ),
}
