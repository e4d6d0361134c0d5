"""Questions of a workshop that is brought back: what each answered, the agreed text, what was said to it."""

from datetime import timedelta
from uuid import uuid4

from workshop.models import Assent, Prompt, Remark, Version

from .scene import Data, Scene, moment

TICK = timedelta(microseconds=1)  # between answers, so that they keep their order


def bring_questions(scene: Scene) -> None:
    """Bring back the questions, and of those whose answers were shown all that was said."""
    begin = len(scene.prompts)
    for n, row in enumerate(scene.document["questions"], start=begin):
        scene.prompts[row["uid"]] = prompt = Prompt.objects.create(
            workshop=scene.workshop,
            uid=row["uid"],
            kind=Prompt.Kind.OPEN,
            text=row["text"],
            citation=row["citation"],
            shown_at=moment(row["shown_at"]),
            answered=row["answered"],
            asked=row.get("asked", row["answered"]),
            position=n,
        )
        _bring_answers(scene, prompt, row)
        if row["agreed"]:
            _bring_agreed(scene, prompt, row["agreed"])


def _bring_answers(scene: Scene, prompt: Prompt, row: Data) -> None:
    shown = prompt.shown_at or scene.began
    answers = row["answers"] or ()
    uids = sorted(uuid4() for _each in answers)  # where names are hidden, they are the order
    for n, each in enumerate(answers):
        at = shown + n * TICK
        remark = Remark.objects.create(
            workshop=scene.workshop,
            uid=uids[n],
            prompt=prompt,
            seat=scene.seat(each["seat"]),
            proxy=scene.seat(each["entered_by"]),
            body=each["body"],
            rev=1 + len(each["other_versions"]),
            created_at=at,
            saved_at=at + timedelta(seconds=1) if each["late"] else shown,
        )
        scene.quotable(remark, each["quote"], remark.seat)
        Version.objects.bulk_create(
            Version(remark=remark, rev=1, body=body, seat=remark.seat, conflict_open=True, at=at)
            for body in each["other_versions"]
        )


def _bring_agreed(scene: Scene, prompt: Prompt, row: Data) -> None:
    at = prompt.shown_at or scene.began
    box = Prompt.objects.create(
        workshop=scene.workshop, kind=Prompt.Kind.AGREED, question=prompt, position=prompt.position
    )
    text = Remark.objects.create(
        workshop=scene.workshop, prompt=box, body=row["text"], rev=row["rev"], created_at=at, saved_at=at
    )
    versions = [(each, False) for each in row["versions"]] + [(each, True) for each in row["other_versions"]]
    Version.objects.bulk_create(
        Version(
            remark=text,
            rev=each["rev"],
            body=each["body"],
            seat=scene.seat(each["seat"]),
            conflict_open=waits,
            at=at,
        )
        for each, waits in versions
    )
    for each in row["assents"]:
        _bring_assent(scene, prompt, each)


def _bring_assent(scene: Scene, prompt: Prompt, row: Data) -> None:
    assent = Assent.objects.create(
        prompt=prompt,
        seat=scene.seat(row["seat"]),
        proxy=scene.seat(row["entered_by"]),
        answer=row["answer"],
        why=row["why"],
        rev=row["rev"],
        at=prompt.shown_at or scene.began,
    )
    scene.quotable(assent, row["quote"], assent.seat)
