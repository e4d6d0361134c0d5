"""Whether what a file points at is in it, and nothing stands in it twice: checked before any row is made."""

from collections.abc import Hashable, Iterable, Iterator
from typing import Any

from .wrong import Path, Wrong

Data = dict[str, Any]
OF_SEATS = frozenset(["seat", "entered_by", "proposer", "by"])
HANDED = frozenset(["chair_handed", "chair_lent", "chair_returned"])
# part: the keys that no two of its rows share
ONCE: dict[str, tuple[str, ...]] = {
    "seats": ("pseudonym",),
    "information_sheets": ("version",),
    "consent_items": ("key", "version"),
    "cards": ("uid",),
    "remarks": ("uid",),
    "rounds": ("number",),
    "suggestions": ("uid",),
    "history": ("n",),
    "changes": ("n",),
    "proposals": ("uid",),
    "ties": ("uid",),
    "starts": ("card",),
    "transcripts": ("uid",),
    "quotes": ("uid",),
}


def check_pointing(document: Data) -> None:
    """Raise Wrong where the document points at something that is not in it, or says something twice."""
    for part, keys in ONCE.items():
        _check_once(document[part], keys, (part,))
    _check_once(document["ground_rules"]["rules"], ("uid",), ("ground_rules", "rules"))
    _check_once([*document["prompts"], *document["questions"]], ("uid",), ("prompts",))
    _check_once([*document["preparation_notes"], *document["reflections"]], ("uid",), ("reflections",))
    _check_seats(document)
    _check_cards(document)
    _check_words(document)
    _check_rounds(document)
    _check_course(document)


def _check_once(rows: Iterable[Data], keys: tuple[str, ...], path: Path) -> None:
    seen: set[Hashable] = set()
    for n, row in enumerate(rows):
        name = tuple(str(row[key]).casefold() for key in keys)
        if name in seen:
            raise Wrong("twice", (*path, n, keys[-1]), value=" ".join(name))
        seen.add(name)


def _known(value: Any, known: Iterable[Hashable], path: Path) -> None:
    if value is not None and value not in known:
        raise Wrong("nowhere", path, value=str(value))


def _check_seats(document: Data) -> None:
    known = {seat["pseudonym"] for seat in document["seats"]}
    for path, value in _seats_in(document, ()):
        _known(value, known, path)
    items = {(each["key"], each["version"]) for each in document["consent_items"]}
    for n, seat in enumerate(document["seats"]):
        for key, value in seat.get("consents_recorded_by", {}).items():
            _known(value, known, ("seats", n, "consents_recorded_by", key))
        for m, each in enumerate(seat.get("consents_given", ())):
            if (each["key"], each["version"]) not in items:
                raise Wrong("nowhere", ("seats", n, "consents_given", m, "key"), value=each["key"])


def _seats_in(value: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    if isinstance(value, list):
        for n, each in enumerate(value):
            yield from _seats_in(each, (*path, n))
    elif isinstance(value, dict):
        for key, each in value.items():
            if key in OF_SEATS:
                yield (*path, key), each
            else:
                yield from _seats_in(each, (*path, key))


def _check_cards(document: Data) -> None:
    known = {card["uid"] for card in document["cards"]}
    _check_once([card for card in document["cards"] if card["number"]], ("number",), ("cards",))
    parts = {card["uid"] for card in document["cards"] if card["parent"]}
    for n, card in enumerate(document["cards"]):
        _known(card["parent"], known - parts, ("cards", n, "parent"))
        _check_once(card["texts"], ("rev",), ("cards", n, "texts"))
    for part in ("ties", "starts"):
        for n, row in enumerate(document[part]):
            for key in row.keys() & {"tail", "head", "card"}:
                _known(row[key], known, (part, n, key))
            if row.get("count", 0) > len(document["seats"]):  # each start is one person's
                raise Wrong("adds_up", (part, n, "count"))
    numbers: set[int] = set()
    proposals = {each["uid"] for each in document["proposals"]}
    for n, change in enumerate(document["changes"]):
        _known(change["undoes"], numbers, ("changes", n, "undoes"))
        _known(change["proposal"], proposals, ("changes", n, "proposal"))
        numbers.add(change["n"])


def _check_words(document: Data) -> None:
    prompts = {prompt["uid"] for prompt in document["prompts"]}
    cards = {card["uid"] for card in document["cards"]}
    for n, prompt in enumerate(document["prompts"]):
        _known(prompt["card"], cards, ("prompts", n, "card"))
    for n, remark in enumerate(document["remarks"]):
        _known(remark["prompt"], prompts, ("remarks", n, "prompt"))


def _check_rounds(document: Data) -> None:
    cards = {card["uid"] for card in document["cards"]}
    for n, round in enumerate(document["rounds"]):
        here: Path = ("rounds", n)
        asked = {each["card"] for each in round["cards"]}
        _check_once(round["cards"], ("card",), (*here, "cards"))
        for m, each in enumerate(round["cards"]):
            _known(each["card"], cards, (*here, "cards", m, "card"))
        for m, rule in enumerate(round["rules"]):
            if rule["least"] > rule["of"]:
                raise Wrong("adds_up", (*here, "rules", m, "least"))
        _check_totals(round, asked, here)
        named = [each for each in round["ballots"] or () if each["seat"]]
        _check_once(named, ("seat",), (*here, "ballots"))
        for m, ballot in enumerate(round["ballots"] or ()):
            _check_marks(ballot["marks"], (*here, "ballots", m, "marks"))


def _check_totals(round: Data, asked: set[str], here: Path) -> None:
    """Raise Wrong unless each card that was asked about has one total, of no more people than answered."""
    totals = round["totals"]
    if (totals is None) != (round["state"] != "revealed"):
        raise Wrong("adds_up", (*here, "totals"))
    _check_once(totals or (), ("card",), (*here, "totals"))
    if totals is not None and {each["card"] for each in totals} != asked:
        raise Wrong("adds_up", (*here, "totals"))
    lines = {each["card"] for each in totals or () if "now" in each}
    if totals and lines != (asked if round["kind"] == "spectrum" else set()):
        raise Wrong("adds_up", (*here, "totals"))
    for n, each in enumerate(totals or ()):
        many = (
            sum(each.get(zone) or 0 for zone in ("inner", "outer", "unplaced")),
            each.get("nominated") or 0,
        )
        if max(*many, sum(each.get("now", ())), sum(each.get("want", ()))) > round["answered"]:
            raise Wrong("adds_up", (*here, "totals", n))


def _check_marks(marks: list[Data], path: Path) -> None:
    _check_once(marks, ("card",), path)
    for n, mark in enumerate(marks):
        for key in ("now", "want"):
            if (mark[key] or 0) > 100:
                raise Wrong("too_large", (*path, n, key), most=100)


def _check_course(document: Data) -> None:
    rounds = {round["number"] for round in document["rounds"]}
    questions = {each["uid"] for each in document["questions"]}
    cards = {card["uid"] for card in document["cards"]}
    for n, step in enumerate(document["agenda"]):
        for key, known in (("round", rounds), ("question", questions), ("card", cards)):
            _known(step[key], known, ("agenda", n, key))
    for n, row in enumerate(document["history"]):
        _known(row.get("step"), range(1, len(document["agenda"]) + 1), ("history", n, "step"))
    for n, shift in enumerate(document.get("shifts", ())):
        for key in ("before", "after"):
            _known(shift[key], rounds, ("shifts", n, key))
    handed = sum(row["verb"] in HANDED for row in document["history"])
    if len(document["chairs"]) != handed + 1:
        raise Wrong("adds_up", ("chairs",))
