"""The rounds of a workshop that is brought back, with each answer that the file holds, and its totals.

Where totals count answers that are not in the file, the totals are kept as they are. No answer is made up.
"""

from datetime import timedelta

from workshop.models import (
    Ballot,
    BroughtRound,
    BroughtTotal,
    KeptShift,
    Mark,
    Round,
    RoundCard,
    Rule,
)

from .scene import MANY, Data, Scene, moment, told

PLAIN = ("number", "series", "kind", "when", "k", "state")
MOMENTS = ("opened_at", "closes_at", "closed_at", "revealed_at")
COUNTS = ("inner", "outer", "unplaced", "nominated", "towards_first", "stay", "towards_second")
HALF, LATE = timedelta(milliseconds=500), timedelta(microseconds=999_999)


def bring_rounds(scene: Scene) -> None:
    """Bring back the rounds, each with its cards, rules, answers and totals."""
    for row in scene.document["rounds"]:
        round = Round.objects.create(
            workshop=scene.workshop,
            **{name: row[name] for name in PLAIN},
            **{name: moment(row[name]) for name in MOMENTS},
        )
        if round.revealed_at:  # of rules of the same second, those that came before it stay before it
            round.revealed_at += HALF
        if row.get("ballots_left_out") or not _tells_who_was_asked(scene):
            round.asked = row.get("asked")
        scene.rounds[round.number] = round
        RoundCard.objects.bulk_create(
            RoundCard(round=round, card=scene.known_card(each["card"]), text_rev=each["text_rev"], position=n)
            for n, each in enumerate(row["cards"])
        )
        _bring_rules(scene, round, row)
        _bring_ballots(scene, round, row)
        _keep_what_was_said(scene, round, row)
        round.save()


def _tells_who_was_asked(scene: Scene) -> bool:
    """Whether the file says of everybody who sits there since when: who came late was not asked."""
    seats = (seat for seat in scene.document["seats"] if not seat["withdrawn"])
    return scene.names and all("joined_at" in seat for seat in seats)


def _bring_rules(scene: Scene, round: Round, row: Data) -> None:
    Rule.objects.bulk_create(
        Rule(
            round=round,
            least=each["least"],
            of=each["of"],
            zone=each["zone"],
            hash=each["hash"],
            at=told(each["at"], scene.began) + (LATE if each["after_reveal"] else timedelta()),
            seat=scene.seat(each["seat"]),
        )
        for each in row["rules"]
    )


def _bring_ballots(scene: Scene, round: Round, row: Data) -> None:
    rows = row["ballots"] or ()
    ballots = Ballot.objects.bulk_create(
        [
            Ballot(
                round=round,
                seat=scene.seat(each["seat"]),
                proxy=scene.seat(each["entered_by"]),
                state=each["state"],
                rev=1,
            )
            for each in rows
        ],
        batch_size=MANY,
    )
    Mark.objects.bulk_create(
        [
            _mark(scene, ballot, mark)
            for ballot, each in zip(ballots, rows, strict=True)
            for mark in each["marks"]
        ],
        batch_size=MANY,
    )
    for ballot, each in zip(ballots, rows, strict=True):
        scene.quotable(ballot, each["quote"], ballot.seat)


def _mark(scene: Scene, ballot: Ballot, row: Data) -> Mark:
    known = {name: row[name] for name in ("zone", "place", "reason", "nominated", "now", "want")}
    proxy = scene.seat(row["entered_by"])
    return Mark(ballot=ballot, card=scene.known_card(row["card"]), proxy=proxy, **known)


def _keep_what_was_said(scene: Scene, round: Round, row: Data) -> None:
    """Keep what the file says of answers that are not in it: how many, and where they are counted, how."""
    counted = row["totals"] is not None and (row["ballots"] is None or row["ballots_left_out"])
    if not counted and (round.is_revealed or not row["answered"]):
        return
    kept = BroughtRound.objects.create(
        round=round,
        answered=row["answered"],
        abstained=row["abstained"] or 0,
        left_out=row["ballots_left_out"],
        has_totals=bool(counted),
    )
    if counted:
        round.entered = row["entered"] or 0
        BroughtTotal.objects.bulk_create(_total(scene, kept, each) for each in row["totals"])


def _total(scene: Scene, kept: BroughtRound, row: Data) -> BroughtTotal:
    return BroughtTotal(
        round=kept,
        card=scene.known_card(row["card"]),
        is_withheld=row.get("withheld", False),
        now=" ".join(map(str, row.get("now", ()))),
        want=" ".join(map(str, row.get("want", ()))),
        **{name: row.get(name) or 0 for name in COUNTS},
    )


def bring_shifts(scene: Scene) -> None:
    """Bring back what moved between two sorts, where nobody's answers say so."""
    for row in () if scene.names else scene.document.get("shifts", ()):
        pair = {"before": scene.rounds[row["before"]], "after": scene.rounds[row["after"]]}
        KeptShift.objects.create(**pair, people=row["people"])
        KeptShift.objects.bulk_create(
            KeptShift(
                **pair,
                card=scene.known_card(each["card"]),
                moved_in=each["moved_in"] or 0,
                moved_out=each["moved_out"] or 0,
                stayed=each["stayed"] or 0,
                other=each["other"] or 0,
                is_withheld=each["withheld"],
            )
            for each in row["cards"]
        )
