"""What the group asked of one another, proposed and suggested, in a workshop that is brought back."""

from workshop.models import GroundRule, Kept, Proposal, ProposalCard, ProposalText, Stance, Suggestion

from .scene import Data, Scene

TEXT = ("title", "short_title", "summary", "pole_a", "pole_b")


def bring_ground(scene: Scene) -> None:
    """Bring back the ground rules and how many agree, never who; with what an unlinked close kept."""
    said = scene.document["ground_rules"]
    GroundRule.objects.bulk_create(
        GroundRule(
            workshop=scene.workshop,
            uid=row["uid"],
            text=row["text"],
            seat=scene.seat(row["seat"]),
            proxy=scene.seat(row["entered_by"]),
            created_at=scene.began,
            changed_at=scene.began,
        )
        for row in said["rules"]
    )
    Kept.objects.create(
        workshop=scene.workshop,
        agree=said["agree"],
        earlier=said["agreed_before_the_last_change"],
        entered=said["agree_entered"] or 0,
        **(scene.document.get("unlinked") or {}),
    )


def bring_proposals(scene: Scene) -> None:
    """Bring back the changes that were proposed, with each answer."""
    settled = (Proposal.State.MADE, Proposal.State.DROPPED)
    for row in scene.document["proposals"]:
        was_put = row["asked"] is not None if "asked" in row else row["state"] != Proposal.State.OPEN
        proposal = Proposal.objects.create(
            workshop=scene.workshop,
            uid=row["uid"],
            verb=row["verb"],
            state=row["state"],
            reason=row["reason"],
            seat=scene.seat(row["seat"]),
            at=scene.began,
            put_at=scene.began if was_put else None,
            settled_at=scene.began if row["state"] in settled else None,
            asked=row.get("asked") if row["state"] in settled or not scene.names else None,
        )
        scene.quotable(proposal, row["quote"], proposal.seat)
        ProposalCard.objects.bulk_create(_cards(scene, proposal, row))
        ProposalText.objects.bulk_create(
            ProposalText(proposal=proposal, position=n, **{name: each[name] for name in TEXT})
            for n, each in enumerate(row["texts"])
        )
        for each in row["answers"]:
            _bring_stance(scene, proposal, each)


def _cards(scene: Scene, proposal: Proposal, row: Data) -> list[ProposalCard]:
    sides = [(uid, ProposalCard.Side.SOURCE) for uid in row["sources"]]
    sides += [(row["target"], ProposalCard.Side.TARGET)] if row["target"] else []
    return [
        ProposalCard(proposal=proposal, card=scene.known_card(uid), side=side, position=n)
        for n, (uid, side) in enumerate(sides)
    ]


def _bring_stance(scene: Scene, proposal: Proposal, row: Data) -> None:
    stance = Stance.objects.create(
        proposal=proposal,
        seat=scene.seat(row["seat"]),
        proxy=scene.seat(row["entered_by"]),
        answer=row["answer"],
        why=row["why"],
        at=scene.began,
    )
    scene.quotable(stance, row["quote"], stance.seat)


def bring_suggestions(scene: Scene) -> None:
    """Bring back what people suggested for the agenda, in order."""
    for row in scene.document["suggestions"]:
        waits = row["state"] == Suggestion.State.OPEN
        suggestion = Suggestion.objects.create(
            workshop=scene.workshop,
            uid=row["uid"],
            card=scene.card(row["card"]),
            question=row["question"],
            why=row["why"],
            state=row["state"],
            seat=scene.seat(row["seat"]),
            at=scene.began,
            settled_at=None if waits else scene.began,
        )
        scene.quotable(suggestion, row["quote"], suggestion.seat)
