"""The cards of a workshop that is brought back, with all their words, and what became of them."""

from workshop.models import Card, CardText, Change, ChangeCard, Start, Tie

from .scene import Data, Scene, moment, told

WORDS = ("rev", "title", "short_title", "summary", "pole_a", "pole_b", "notes")


def bring_cards(scene: Scene) -> None:
    """Bring back the cards and their words."""
    rows = scene.document["cards"]
    blanks = 0
    for row in rows:
        blanks += row["number"] is None
        scene.cards[row["uid"]] = _card(scene, row, blanks)
    for row in rows:
        card = scene.cards[row["uid"]]
        card.parent, card.rephrases = scene.card(row["parent"]), scene.card(row["rephrases"])
        if card.parent or card.rephrases:
            card.save(update_fields=["parent", "rephrases"])
    CardText.objects.bulk_create(text for row in rows for text in _texts(scene, row))


def _card(scene: Scene, row: Data, blanks: int) -> Card:
    """Return a card; ``rev`` is that of its newest words, which a change of it rests on."""
    place = row["position"] if row["position"] is not None else blanks
    card = Card.objects.create(
        workshop=scene.workshop,
        uid=row["uid"],
        identity_uid=row["identity_uid"],
        number=row["number"],
        position=place,
        status=row["status"],
        proposer=scene.seat(row["proposer"]),
        rev=max((each["rev"] for each in row["texts"]), default=0),
    )
    scene.quotable(card, row["quote"], card.proposer)
    return card


def _texts(scene: Scene, row: Data) -> list[CardText]:
    """Return the words of a card: the first are its proposer's, and so are all while it is a blank card."""
    card = scene.cards[row["uid"]]
    return [
        CardText(
            card=card,
            seat=card.proposer if n == 0 or card.is_blank else None,
            proxy=scene.seat(each["entered_by"]),
            **{name: each[name] for name in WORDS},
        )
        for n, each in enumerate(row["texts"])
    ]


def bring_changes(scene: Scene) -> None:
    """Bring back each change of the cards, with what each card was before it where the file says that."""
    proposals = {str(each.uid): each for each in scene.workshop.proposals.all()}
    made: dict[int, Change] = {}
    for row in scene.document["changes"]:
        made[row["n"]] = change = Change.objects.create(
            workshop=scene.workshop,
            n=row["n"],
            verb=row["verb"],
            seat=scene.seat(row["seat"]),
            proposal=proposals[row["proposal"]] if row["proposal"] else None,
            reason=row["reason"],
            undoes=made[row["undoes"]] if row["undoes"] else None,
            at=told(row["at"], scene.began),
        )
        author = change.proposal.seat if change.proposal else change.seat
        scene.quotable(change, row["quote"], author)
        ChangeCard.objects.bulk_create(_parts(scene, change, row))


def _parts(scene: Scene, change: Change, row: Data) -> list[ChangeCard]:
    if "before" in row:
        return [
            ChangeCard(
                change=change,
                card=scene.known_card(each["card"]),
                side=each["side"],
                before_status=each["status"],
                before_number=each["number"],
                before_position=each["position"],
                before_parent=scene.card(each["parent"]),
            )
            for each in row["before"]
        ]
    sides = {"source": row["sources"], "result": row["results"], "carried": row["went_along"]}
    return [
        ChangeCard(change=change, card=scene.known_card(uid), side=side)
        for side, uids in sides.items()
        for uid in uids
    ]


def bring_ties(scene: Scene) -> None:
    """Bring back the links between cards, and how many would start with each: never who."""
    for row in scene.document["ties"]:
        tie = Tie.objects.create(
            workshop=scene.workshop,
            uid=row["uid"],
            tail=scene.known_card(row["tail"]),
            head=scene.known_card(row["head"]),
            reason=row["reason"],
            seat=scene.seat(row["seat"]),
            at=told(row["at"], scene.began),
            removed_at=moment(row["removed_at"]),
        )
        scene.quotable(tie, row["quote"], tie.seat)
    Start.objects.bulk_create(
        Start(card=scene.known_card(row["card"]))
        for row in scene.document["starts"]
        for _each in range(row["count"])
    )
