"""What people wrote in a workshop that is brought back: boxes, comments, and where they were shown."""

from uuid import UUID

from workshop.models import Parking, Prompt, Remark, Version

from .scene import MANY, Data, Scene, moment, told


def bring_prompts(scene: Scene) -> None:
    """Bring back the boxes of the pack, in order."""
    for n, row in enumerate(scene.document["prompts"]):
        scene.prompts[row["uid"]] = Prompt.objects.create(
            workshop=scene.workshop,
            uid=row["uid"],
            kind=row["kind"],
            card=scene.card(row["card"]),
            heading=row.get("heading", ""),  # files from before have no open prompts
            text=row["text"],
            hints=row.get("hints", ""),
            private=row["kind"] == Prompt.Kind.ACCOUNT and row["private"],
            position=n,
        )


def bring_remarks(scene: Scene) -> None:
    """Bring back the comments, with the versions that wait for a decision."""
    rows = scene.document["remarks"]
    found = Remark.objects.bulk_create([_remark(scene, row) for row in rows], batch_size=MANY)
    scene.remarks = {str(remark.uid): remark for remark in found}
    replies = [_reply(scene, row) for row in rows if row["reply_to"]]
    Remark.objects.bulk_update(replies, ["reply_to"], batch_size=MANY)
    Version.objects.bulk_create(version for row in rows for version in _versions(scene, row))
    Parking.objects.bulk_create(parking for row in rows for parking in _parkings(scene, row))
    for row in rows:
        remark = scene.remarks[row["uid"]]
        scene.quotable(remark, row["quote"], remark.seat)


def _remark(scene: Scene, row: Data) -> Remark:
    at = told(row["created_at"], scene.began)
    return Remark(
        workshop=scene.workshop,
        uid=UUID(row["uid"]),
        seat=scene.seat(row["seat"]),
        proxy=scene.seat(row["entered_by"]),
        prompt=scene.prompts[row["prompt"]] if row["prompt"] else None,
        card=None if row["prompt"] else scene.card(row["card"]),
        kind=row["kind"],
        visibility=row["visibility"],
        body=row["body"],
        rev=1 + len(row["other_versions"]),
        created_at=at,
        saved_at=at,
    )


def _reply(scene: Scene, row: Data) -> Remark:
    """Return a reply with what it replies to.

    What was taken back has left the file: its place is kept, without a word.
    """
    remark, uid = scene.remarks[row["uid"]], row["reply_to"]
    if uid not in scene.remarks:
        scene.remarks[uid] = Remark.objects.create(
            workshop=scene.workshop,
            uid=UUID(uid),
            card=scene.card(row["card"]),
            created_at=remark.created_at,
            withdrawn_at=remark.created_at,
        )
    remark.reply_to = scene.remarks[uid]
    return remark


def _versions(scene: Scene, row: Data) -> list[Version]:
    remark = scene.remarks[row["uid"]]
    return [
        Version(remark=remark, rev=1, body=body, seat=remark.seat, conflict_open=True, at=remark.created_at)
        for body in row["other_versions"]
    ]


def _parkings(scene: Scene, row: Data) -> list[Parking]:
    remark = scene.remarks[row["uid"]]
    return [
        Parking(
            remark=remark,
            card=scene.known_card(each["card"]),
            seat=scene.seat(each["seat"]),
            at=told(each["at"], scene.began),
            ended_at=moment(each["ended_at"]) or (scene.began if each["ended"] else None),
        )
        for each in row["parkings"]
    ]
