"""All that a workshop holds about one person, for that person: as data, and as a page to read."""

import io
import json
import zipfile
from datetime import date
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone

from workshop.models import Ballot, Card, CardText, Post, ProposalText, Quote, Remark, Seat, Version
from workshop.models.audiences import promise_sentence
from workshop.models.quoted import quotes_of

from .moments import stamp
from .own_choices import credit_as_said, needs_of
from .own_consents import agreed_to, information
from .own_page import page_of

Data = dict[str, Any]
FORMAT, VERSION = "roundel-my-data", 1


def own_document(seat: Seat) -> Data:
    """Return what a workshop holds about the person who has this seat, and of nobody else.

    Their own answers are among them before the reveal too. No secret of a link is: Roundel keeps none.
    """
    person, workshop = seat.person, seat.workshop
    return {
        "format": FORMAT,
        "version": VERSION,
        "exported_at": stamp(timezone.now()),
        "workshop": {"title": workshop.title, "who_can_see_what": promise_sentence(workshop)},
        "person": {"name": person.name if person else "", "email": person.email if person else ""}
        | {"asked_for_no_letters": stamp(person.no_letters_at if person else None)},
        "seat": _seat(seat),
        "links": [
            {"kind": each.purpose, "made": stamp(each.made_at), "used": stamp(each.used_at)}
            for each in seat.links.order_by("pk")
        ],
        "letters": [_letter(each) for each in seat.posts.select_related("letter")],
        "agreed_to": agreed_to(seat),
        "information": information(seat),
        "needs": needs_of(seat),
        "credit": credit_as_said(seat),
        **_words(seat),
        **_changes(seat),
        "rounds": [_ballot(each) for each in _ballots(seat)],
        "record": [{"what": row.verb, "at": stamp(row.at)} for row in _record(seat)],
    }


def write_own(seat: Seat) -> bytes:
    """Return the same in a ZIP file: a page to read, and JSON for a machine."""
    document, kept = own_document(seat), io.BytesIO()
    promise = document["workshop"]["who_can_see_what"]
    facts = {"page": page_of(document, seat), "promise": promise, "workshop": seat.workshop}
    page = render_to_string("workshop/my_data/file.html", facts)
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as folder:
        folder.writestr("my-data.html", page)
        folder.writestr("my-data.json", json.dumps(document, ensure_ascii=False, indent=2) + "\n")
    return kept.getvalue()


def _letter(post: Post) -> Data:
    letter = {"what": post.letter.get_kind_display(), "state": post.get_state_display(), "at": stamp(post.at)}
    return letter | ({"subject": post.subject, "words": post.body} if post.body else {})


def _seat(seat: Seat) -> Data:
    return {
        "role": seat.role,
        "pseudonym": seat.pseudonym,
        "joined": stamp(seat.created_at),
        "pack_read": stamp(seat.read_at),
        "pack_done": stamp(seat.done_at),
        "ground_rules_agreed": stamp(seat.ground_rules_at),
        "everything_is_erased_on": _day(seat.workshop.retain_until),
        "day_of_erasure_that_i_read": _day(seat.told_until),
    }


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _words(seat: Seat) -> Data:
    remarks = Remark.objects.filter(seat=seat).select_related("card", "prompt__card").order_by("pk")
    return {
        "quotes": [_quote(each) for each in quotes_of(seat)],
        "comments_and_answers": [_remark(each) for each in remarks.prefetch_related("versions")],
        "agreed_text_versions": [
            {"words": each.body, "at": stamp(each.at)}
            for each in Version.objects.filter(seat=seat).exclude(remark__seat=seat).order_by("pk")
        ],
        "cards": [_card(each) for each in CardText.objects.filter(seat=seat).select_related("card")],
        "suggestions": [
            {"question": each.question, "card": _label(each.card), "why": each.why, "at": stamp(each.at)}
            for each in seat.suggestions.select_related("card")
        ],
        "ground_rules": [{"words": each.text} | _entered(each) for each in seat.ground_rules.all()],
    }


def _changes(seat: Seat) -> Data:
    return {
        "changes_proposed": [
            {"what": each.verb, "reason": each.reason, "at": stamp(each.at)}
            | {"cards": [_words_of(text) for text in each.texts.all()]}
            for each in seat.proposals.prefetch_related("texts")
        ],
        "changes_made": [
            {"what": each.verb, "reason": each.reason, "at": stamp(each.at)}
            for each in seat.changes.order_by("n")
        ],
        "links_between_cards": [
            {"from": _label(each.tail), "to": _label(each.head), "reason": each.reason, "at": stamp(each.at)}
            for each in seat.ties.select_related("tail", "head")
        ],
        "starting_points": [{"card": _label(each.card)} for each in seat.starts.select_related("card")],
        "own_notes": [
            {"title": each.title, "words": each.body, "at": stamp(each.at)} for each in seat.notes.all()
        ],
        "answers_to_changes": [_said(each) for each in seat.stances.order_by("pk")],
        "answers_to_agreed_texts": [_said(each) for each in seat.assents.order_by("pk")],
    }


def _quote(quote: Quote) -> Data:
    return {
        "words": quote.text,
        "yours": quote.amended,
        "attribution": quote.attribution,
        "state": quote.get_state_display(),
    }


def _remark(remark: Remark) -> Data:
    about = remark.card or (remark.prompt.card if remark.prompt else None)
    asked = "\n".join(filter(None, (remark.prompt.heading, remark.prompt.text))) if remark.prompt else ""
    earlier = [{"words": each.body, "at": stamp(each.at)} for each in remark.versions.all()]
    said = {"card": _label(about), "asked": asked, "words": remark.body, "at": stamp(remark.saved_at)}
    return {**said, "other_versions": earlier} | _entered(remark)


def _card(text: CardText) -> Data:
    return {"card": text.card.label, **_words_of(text), "notes": text.notes} | _entered(text)


def _words_of(text: CardText | ProposalText) -> Data:
    names = "title short_title summary pole_a pole_b".split()
    return {name: getattr(text, name) for name in names}


def _said(said: Any) -> Data:
    return {"answer": said.get_answer_display(), "why": said.why, "at": stamp(said.at)} | _entered(said)


def _ballots(seat: Seat) -> Any:
    rows = Ballot.objects.filter(seat=seat).select_related("round").order_by("round__number")
    return rows.prefetch_related("marks__card__texts")


def _ballot(ballot: Ballot) -> Data:
    names = "zone place reason nominated now want".split()
    marks = [
        {"card": _label(mark.card), **{name: getattr(mark, name) for name in names}} | _entered(mark)
        for mark in sorted(ballot.marks.all(), key=lambda mark: (mark.card.position, mark.pk))
    ]
    kind = ballot.round.get_kind_display()
    return {"round": ballot.round.number, "kind": kind, "state": ballot.state, "marks": marks} | _entered(
        ballot
    )


def _label(card: Card | None) -> str:
    return f"{card.label}. {card.title}" if card else ""


def _entered(row: Any) -> Data:
    """Return whether a facilitator entered it for the person."""
    return {"entered_by_a_facilitator": row.proxy_id is not None}


def _record(seat: Seat) -> Any:
    return seat.workshop.history.filter(seat=seat).order_by("n")
