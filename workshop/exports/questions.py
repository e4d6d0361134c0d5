"""Questions as plain data: what was asked, what each answered, the agreed text, and what was said to it."""

from collections.abc import Iterator
from typing import Any

from workshop.models import Assent, Prompt, Remark, Version, Workshop
from workshop.models.agreed_to import Agreed
from workshop.models.questions import Found, found_in, waiting

from .moments import stamp

Data = dict[str, Any]
Row = dict[str, object]
HIDDEN = "not shown"


def questions_of(workshop: Workshop, names: bool, agreed: Agreed) -> list[Data]:
    """Return the questions in the order of the agenda; nothing of their answers before those are shown.

    Who answered, who wrote and who dissents is told only where names are open. What somebody wrote who does
    not take part is left out; the agreed text is the group's and has no author.
    """
    steps = workshop.steps.filter(kind="question", prompt__isnull=False).select_related("prompt")
    found = found_in([step.prompt for step in steps.order_by("position", "pk") if step.prompt])
    return [_question(each, names, agreed) for each in found]


def _question(found: Found, names: bool, agreed: Agreed) -> Data:
    prompt: Prompt = found.prompt
    shown = prompt.is_shown and found.text is not None
    return {
        "uid": str(prompt.uid),
        "text": prompt.text,
        "citation": prompt.citation,
        "shown_at": stamp(prompt.shown_at),
        "answered": found.answered.count,
        "asked": found.answered.seats,
        "answers": _answers(found, names, agreed) if shown else None,
        "answers_withheld": None if shown else HIDDEN,
        "agreed": _agreed(found, found.text, names, agreed) if shown and found.text else None,
    }


def _answers(found: Found, names: bool, agreed: Agreed) -> list[Data]:
    """Return the answers, with emptied ones of which another version waits.

    Where names are hidden, their order follows nobody.
    """
    written = [each for each in found.written if each.body or waiting(each)]
    rows = sorted(written, key=lambda row: (str(row.created_at) if names else "", row.uid))
    return [_answer(row, found.prompt, names, agreed) for row in rows if row.seat_id not in agreed.declined]


def _answer(row: Remark, prompt: Prompt, names: bool, agreed: Agreed) -> Data:
    return {
        "seat": row.seat.pseudonym if row.seat and names else None,
        "entered_by": row.proxy.pseudonym if row.proxy and names else None,
        "body": row.body,
        "late": prompt.shown_at is not None and row.saved_at > prompt.shown_at,
        "other_versions": [each.body for each in waiting(row)],
        "quote": agreed.mark(row, row.seat_id, names),
    }


def _agreed(found: Found, text: Remark, names: bool, agreed: Agreed) -> Data:
    """Return the text and what was said to it.

    Where names are hidden, of somebody who does not take part the words alone are left out: the page counts
    them, and what a file has less would be their answer.
    """
    here = [each for each in found.assents if not names or each.seat_id not in agreed.declined]
    said = [_assent(each, text, names, agreed) for each in here]
    undecided = [each for each in waiting(text) if each.seat_id not in agreed.declined]
    return {
        "text": text.body,
        "rev": text.rev,
        "versions": [_version(each, names, agreed) for each in _history(text, agreed)],
        "other_versions": [_version(each, names, agreed) for each in undecided],
        "assents": sorted(said, key=lambda each: (each["answer"], each["seat"] or "", each["why"])),
    }


def _history(text: Remark, agreed: Agreed) -> list[Version]:
    """Return what the text said, by age, and what was decided against; that, only of who takes part."""
    kept, first = list(text.versions.all()), dict[int, Version]()
    for each in kept:
        first.setdefault(each.rev, each)  # what lost to a text carries its rev, and came after it
    was_text = {each.pk for rev, each in first.items() if rev}
    decided = [each for each in kept if not each.conflict_open]
    return [each for each in decided if each.pk in was_text or each.seat_id not in agreed.declined]


def _version(row: Version, names: bool, agreed: Agreed) -> Data:
    known = names and row.seat and row.seat_id not in agreed.declined
    return {"rev": row.rev, "body": row.body, "seat": row.seat.pseudonym if known and row.seat else None}


def _assent(row: Assent, text: Remark, names: bool, agreed: Agreed) -> Data:
    return {
        "seat": row.seat.pseudonym if row.seat and names else None,
        "entered_by": row.proxy.pseudonym if row.proxy and names else None,
        "answer": row.answer,
        "why": agreed.words(row.seat_id, row.why),
        "rev": row.rev,
        "to_earlier_version": row.rev < text.rev,
        "quote": agreed.mark(row, row.seat_id, names),
    }


def question_rows(document: Data) -> Iterator[Row]:
    """Yield the answers to questions, the agreed texts, and what was said to them, in long form."""
    for each in document["questions"]:
        for answer in each["answers"] or ():
            late = "after the answers were shown" if answer["late"] else "alone"
            line: Row = {"record": "answer to a question", "seat": answer["seat"], "measure": each["text"]}
            line |= {"quote": answer["quote"], "entered_by": answer["entered_by"]}
            if answer["body"]:
                yield {**line, "value": late, "text": answer["body"]}
            for body in answer["other_versions"]:
                yield {**line, "value": "other version", "text": body}
        if each["agreed"]:
            yield from _agreed_rows(each["text"], each["agreed"])


def _agreed_rows(asked: str, agreed: Data) -> Iterator[Row]:
    if agreed["text"]:
        yield {"record": "agreed text", "measure": asked, "value": agreed["rev"], "text": agreed["text"]}
    for other in agreed["other_versions"]:
        line: Row = {"record": "agreed text", "seat": other["seat"], "measure": asked}
        yield {**line, "value": "other version", "text": other["body"]}
    for said in agreed["assents"]:
        earlier = ", to an earlier version" if said["to_earlier_version"] else ""
        line = {"record": "word on an agreed text", "seat": said["seat"], "measure": asked}
        line |= {"entered_by": said["entered_by"]}
        words = {"text": said["why"], "quote": said["quote"]} if said["why"] else {}
        yield {**line, "value": f"{said['answer']}{earlier}", **words}
