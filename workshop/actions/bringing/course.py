"""How the hour of a workshop that is brought back went: its steps, its history, who led, and notes on it."""

from itertools import pairwise

from workshop.models import History, Note, NoteCard, Seat, Step, Transcript
from workshop.models.agenda import MOVED, WENT_BACK
from workshop.models.chaired import CHAIR

from .scene import MANY, Data, Scene, moment, told


def bring_agenda(scene: Scene) -> None:
    """Bring back the steps in order, and the one that was on the stage."""
    for n, row in enumerate(scene.document["agenda"]):
        step = Step.objects.create(
            workshop=scene.workshop,
            position=n,
            kind=row["kind"],
            card=scene.card(row["card"]),
            round=scene.rounds[row["round"]] if row["round"] is not None else None,
            prompt=scene.prompts[row["question"]] if row["question"] else None,
            minutes=row["minutes"],
            state=Step.State.DONE if row["ended_at"] else Step.State.WAITING,
            started_at=moment(row["started_at"]),
            ended_at=moment(row["ended_at"]),
        )
        scene.steps.append(step)
        if row["on_stage"]:
            scene.workshop.step = step


def bring_history(scene: Scene) -> None:
    """Bring back what was done, and from it who was in the chair; of removed steps nothing is known."""
    chairs = scene.document["chairs"]
    taken = pairwise(chairs)
    rows = scene.document["history"]
    History.objects.bulk_create(
        [
            History(
                workshop=scene.workshop,
                n=row["n"],
                verb=row["verb"],
                seat=scene.seat(row["seat"]),
                at=told(row["at"], scene.began),
                ids=_moved(scene, row) | (_handed(scene, *next(taken)) if row["verb"] in CHAIR else {}),
            )
            for row in rows
        ],
        batch_size=MANY,
    )
    scene.workshop.history_n = max((row["n"] for row in rows), default=0)
    scene.workshop.chair = scene.seat(chairs[-1]["seat"]) if chairs else None


def _moved(scene: Scene, row: Data) -> dict[str, str]:
    """Return which step a line of the history is about, where it is about any."""
    n = row.get("step")
    if n:
        return {"step": str(scene.steps[n - 1].uid)}
    return {"step": ""} if row["verb"] in (MOVED, WENT_BACK) else {}


def _handed(scene: Scene, before: Data, after: Data) -> dict[str, str]:
    """Return who had the chair and who has it; of somebody whom the file does not name the role alone."""
    said = {"chair": _uid(scene.seat(after["seat"])), "was": _uid(scene.seat(before["seat"]))}
    return said | {"role": after["role"] or "", "was_role": before["role"] or ""}


def _uid(seat: Seat | None) -> str:
    return str(seat.uid) if seat else ""


def bring_notes(scene: Scene) -> None:
    """Bring back the notes that facilitators shared, and which transcripts lie beside, without words."""
    for row in scene.document["preparation_notes"]:
        note = _note(scene, row, Note.Kind.READING, title=row["title"])
        NoteCard.objects.bulk_create(NoteCard(note=note, card=scene.known_card(uid)) for uid in row["cards"])
    for row in scene.document["reflections"]:
        _note(scene, row, Note.Kind.REFLECTION, step=_step(scene, row))
    Transcript.objects.bulk_create(
        Transcript(
            workshop=scene.workshop,
            uid=row["uid"],
            name=row["name"],
            seat=scene.seat(row["seat"]),
            begins_at=told(row["begins_at"], scene.began),
            at=told(row["at"], scene.began),
        )
        for row in scene.document["transcripts"]
    )


def _note(scene: Scene, row: Data, kind: Note.Kind, **more: object) -> Note:
    return Note.objects.create(
        workshop=scene.workshop,
        uid=row["uid"],
        kind=kind,
        seat=scene.seat(row["seat"]),
        body=row["body"],
        at=told(row["at"], scene.began),
        shared_at=told(row["shared_at"], scene.began),
        **more,
    )


def _step(scene: Scene, row: Data) -> Step | None:
    """Return the first step of the kind and the card that a note was written on."""
    wanted = row["step"], row["card"]
    steps = ((step.kind, str(step.card.uid) if step.card else None, step) for step in scene.steps)
    return next((step for kind, card, step in steps if (kind, card) == wanted), None)
