"""A workshop is played through, and what two roles are sent is kept after each thing that somebody does.

The attacker watches: they know who answered, and when. They know what they answered themselves. What they
must not work out is what any other person answered, beyond what the totals say by themselves.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.attack.reading import Counts, Read, sent_to
from tests.attack.solver import Seen, State, determined, possible
from tests.rounds import asked, lay
from tests.support import House, make_house
from workshop.actions.consents import answer_consents
from workshop.actions.people import remove_seat
from workshop.actions.rounds import Vote, cast_ballots, open_round, reveal_round
from workshop.actions.withdrawing import withdraw
from workshop.actions.workshops import close_workshop
from workshop.models import Round, Seat

ZONES = ("inner", "outer", "unplaced")
CARDS = (1, 2, 3)
ROLES = ("ada", "fay")
LOOKS = 6
SHIFTS_UP_TO = 12  # people: to follow two sorts at once costs more than it shows beyond
Taken = tuple[str, int, int, frozenset[str], Counts]  # kind, round, card, who had answered by then, counts


@dataclass
class Scene:
    """What was played: who there is, what each answered, and what each role saw of it."""

    house: House
    rng: random.Random
    answers: dict[tuple[int, int, str], str] = field(default_factory=dict)  # by round, card and person
    answered: dict[int, list[str]] = field(default_factory=dict)
    gone: list[str] = field(default_factory=list)
    taken: dict[str, list[Taken]] = field(default_factory=lambda: {role: [] for role in ROLES})

    @property
    def pace(self) -> int:
        """After how many answers the attacker looks: a look costs, and a batch tells of a tick too."""
        return max(1, len(self.people) // LOOKS)

    @property
    def people(self) -> list[str]:
        """Everybody who is asked."""
        return [str(seat.uid) for seat in self.house.leaders]

    def look(self) -> None:
        """Keep what each role is sent now."""
        for role in ROLES:
            for read in sent_to(self.house, Seat.objects.get(pk=getattr(self.house, role).pk)):
                self._keep(role, read)

    def _keep(self, role: str, read: Read) -> None:
        for (kind, round, card), counts in read.items():
            known = self.answered.get(round, [])
            total = counts["of"] if kind == "poll" else sum(counts.values())
            lack = len(known) - total
            who = frozenset(known) - frozenset(self.gone[-lack:] if lack > 0 else ())
            if kind == "poll":
                counts = {"yes": counts["yes"], "no": total - counts["yes"]}
            one = (kind, round, card, who, counts)
            if one not in self.taken[role]:
                self.taken[role].append(one)

    def answer(
        self, round: Round, seat: Seat, act: Callable[[Seat, dict[int, str]], None], kinds: tuple[str, ...]
    ) -> None:
        """Let somebody answer about every card at random, and look."""
        chosen = {card: self.rng.choice(kinds) for card in CARDS}
        act(seat, chosen)
        self.answers |= {(round.number, card, str(seat.uid)): says for card, says in chosen.items()}
        before = self.answered.setdefault(round.number, [])
        before.append(str(seat.uid))
        if len(before) % self.pace == 0:
            self.look()


def play(people: int, seed: int, promise: str) -> Scene:
    """Play a workshop to its close: sort, poll and sort; somebody is removed, declines, withdraws."""
    house = make_house(people, promise=promise)
    scene = Scene(house, random.Random(seed))
    _sort(scene, house.pack)
    _poll(scene)
    if people <= SHIFTS_UP_TO:
        _sort(scene, asked(house))
    first, second, third = house.leaders[-3:]
    for seat, act in ((first, _remove), (second, _decline), (third, _withdraw)):
        scene.gone.append(str(seat.uid))
        act(house, seat)
        scene.look()
    close_workshop(house.fay)
    scene.look()
    return scene


def _sort(scene: Scene, round: Round) -> None:
    for seat in scene.rng.sample(scene.house.leaders, len(scene.house.leaders)):
        scene.answer(round, seat, lambda seat, zones: lay(scene.house, seat, round, zones), ZONES)
    reveal_round(scene.house.fay, round)
    scene.look()


def _poll(scene: Scene) -> None:
    poll = open_round(scene.house.fay, scene.house.poll)
    uids = {card.number: str(card.uid) for card in scene.house.cards}

    def vote(seat: Seat, says: dict[int, str]) -> None:
        chosen = frozenset(uids[card] for card in CARDS if says[card] == "yes") or frozenset([uids[6]])
        cast_ballots(poll, [Vote(seat, chosen)])

    for seat in scene.rng.sample(scene.house.leaders, len(scene.house.leaders)):
        scene.answer(poll, seat, vote, ("yes", "no"))
    reveal_round(scene.house.fay, poll)
    scene.look()


def _remove(house: House, seat: Seat) -> None:
    remove_seat(house.fay, seat)


def _decline(house: House, seat: Seat) -> None:
    answer_consents(seat, {str(item.uid): False for item in house.workshop.consent_items.all()})


def _withdraw(_house: House, seat: Seat) -> None:
    withdraw(seat)


@dataclass(frozen=True)
class Share:
    """Of all answers of others: how many are known, by all that was seen and by the totals alone."""

    of: int
    seen: int
    totals: int

    def __add__(self, other: "Share") -> "Share":
        return Share(self.of + other.of, self.seen + other.seen, self.totals + other.totals)


def attack(scene: Scene, role: str) -> Share:
    """Return what a role can work out of a scene."""
    share = Share(0, 0, 0)
    for card in CARDS:
        sorts = sorted({round for kind, round, *_more in scene.taken[role] if kind == "sort"})
        share += _attack(scene, role, card, sorts, ZONES)
        share += _attack(scene, role, card, [scene.house.poll.number], ("yes", "no"))
    return share


def _attack(scene: Scene, role: str, card: int, rounds: list[int], kinds: tuple[str, ...]) -> Share:
    every = [one for one in scene.taken[role] if one[2] == card and one[1] in rounds]
    whole = [one for one in every if one[0] != "shift" and len(one[3]) == len(scene.people)]
    states: list[State] = [()]
    for _round in rounds:
        states = [(*state, kind) for state in states for kind in kinds]
    own: dict[str, State] = {}
    if role == "ada":
        ada = str(scene.house.ada.uid)
        own[ada] = tuple(scene.answers[round, card, ada] for round in rounds)
    others = (len(scene.people) - len(own)) * len(rounds)
    truth = {each: tuple(scene.answers[round, card, each] for round in rounds) for each in scene.people}
    known = [
        possible(scene.people, states, [_seen(one, rounds) for one in some], own) for some in (every, whole)
    ]
    assert all(truth[each] in left for found in known for each, left in found.items())
    return Share(others, *(len(determined(found, own)) for found in known))


def _seen(taken: Taken, rounds: list[int]) -> Seen:
    kind, round, _card, who, counts = taken
    at = rounds.index(round)
    if kind != "shift":
        return Seen(who, lambda state: state[at], {name: n for name, n in counts.items() if name})
    return Seen(who, lambda state: _moved(state[at - 1], state[at]), counts)


def _moved(was: str, now: str) -> str:
    if was == now:
        return "stayed"
    return "in" if now == "inner" else "out" if was == "inner" else "other"
