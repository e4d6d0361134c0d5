"""Which leader does what next, and how long each takes over it: from what is asked, what is done, a seed."""

from collections.abc import Callable, Iterable, Iterator

from . import minds
from .draws import between, draw, shuffled
from .scene import (
    CARD,
    CHANGE,
    PACK,
    POLL,
    PROPOSAL,
    QUESTION,
    SORT,
    SPECTRUM,
    TEXT,
    WELCOME,
    Deed,
    Opened,
    Scene,
)

COMMENTS, BLANKS, OTHERS, ANSWERS = 0.62, 0.45, 0.35, 0.95  # how many of all write one
SPEAKERS, REPLIES, HANDS = 0.6, 0.35, 0.3
GAP = (5.0, 16.0)  # seconds between two deeds in a pack or a sort
LATE = 45.0  # seconds until the last leader opens the pack
Maker = Callable[[Scene, Opened, int], Iterator[Deed]]


def deeds(scene: Scene) -> list[Deed]:
    """Return what leaders have still to do of what is asked now, in the order in which it comes.

    Who has not agreed to take part does that first, and who is in the middle of a pack finishes it last.
    """
    found: list[Deed] = []
    for opened in scene.opened:
        for leader in scene.leaders:
            found += _open_deeds(scene, opened, leader)
    return sorted(found, key=lambda deed: (deed.after, deed.leader, deed.name))


def due(deeds: Iterable[Deed], begun: dict[str, float], now: float) -> list[Deed]:
    """Return the deeds whose time has come, by a clock and by when on it each thing was first asked."""
    return [deed for deed in deeds if begun.get(deed.within, now) + deed.after <= now]


def _open_deeds(scene: Scene, opened: Opened, leader: int) -> list[Deed]:
    first = _entering(scene, opened, leader)
    if leader not in scene.agreed:
        return [deed for deed in first if not scene.is_done(deed)] or first[-1:]
    left = [deed for deed in MAKERS[opened.kind](scene, opened, leader) if not scene.is_done(deed)]
    if opened.kind == PACK and len(left) > 1:
        left = [deed for deed in left if deed.kind != "finish"]
    return left


def _entering(scene: Scene, opened: Opened, leader: int) -> list[Deed]:
    """Return how a leader comes in: by their link, and by agreeing to take part."""
    at = between(2, LATE, str(scene.seed), "enters", leader)
    return [
        Deed("enter", leader, "link", opened.name, at),
        Deed("agree", leader, "consent", opened.name, at + 4),
    ]


def _pack(scene: Scene, opened: Opened, leader: int) -> Iterator[Deed]:
    """Comments card by card, then the sort, then a blank card, other boxes, and done."""
    seed = str(scene.seed)
    at = between(2, LATE, seed, "enters", leader) + 4
    steps: list[tuple[str, str, int, str]] = [
        ("comment", str(card), card, "")
        for card in opened.cards
        if draw(seed, "comments", leader, card) < COMMENTS
    ]
    placed = minds.sorted_by(seed, leader, opened.cards)
    steps += [("place", f"{opened.about}/{card}", card, zone) for card, zone in placed]
    if draw(seed, "blank", leader) < BLANKS:
        steps.append(("blank", "pack", 0, ""))
    steps += [("box", box, 0, "") for box in opened.boxes if draw(seed, "box", leader, box) < _share(box)]
    steps.append(("finish", "pack", 0, ""))
    for n, (kind, about, card, says) in enumerate(steps):
        at += between(*GAP, seed, "gap", leader, n)
        yield Deed(kind, leader, about, opened.name, at, card, says, by=about)


def _share(box: str) -> float:
    return OTHERS if box.startswith("any_other") else ANSWERS


def _poll(scene: Scene, opened: Opened, leader: int) -> Iterator[Deed]:
    seed = str(scene.seed)
    chosen = minds.nominated_by(seed, leader, opened.cards, opened.most, opened.by)
    at = between(6, 45, seed, opened.by, leader)
    yield _deed("vote", leader, opened, at, says=" ".join(map(str, chosen)))


def _sort(scene: Scene, opened: Opened, leader: int) -> Iterator[Deed]:
    seed, at = str(scene.seed), 3.0
    for n, (card, zone) in enumerate(minds.sorted_by(seed, leader, opened.cards, talked=True)):
        at += between(3, 11, seed, opened.by, leader, n)
        yield Deed("place", leader, f"{opened.about}/{card}", opened.name, at, card, zone, opened.by)


def _spectrum(scene: Scene, opened: Opened, leader: int) -> Iterator[Deed]:
    seed, at = str(scene.seed), 4.0
    for card in opened.cards:
        at += between(4, 14, seed, opened.by, leader, card)
        now, want = minds.marked_by(seed, leader, card)
        says = f"{now} {want}"
        yield Deed("mark", leader, f"{opened.about}/{card}", opened.name, at, card, says, opened.by)


def _welcome(scene: Scene, opened: Opened, leader: int) -> Iterator[Deed]:
    """Two add a ground rule, all agree to those that stand, then are ready."""
    seed = str(scene.seed)
    for n, author in enumerate(shuffled(scene.leaders, seed, "rules")[:2]):
        if author == leader:
            at = between(6, 25, seed, "rule", leader)
            yield Deed("rule", leader, "ground", opened.name, at, says=str(n))
    at = between(30, 60, seed, "ground", leader)
    if opened.most:
        yield _deed("ground", leader, opened, at)
    yield _deed("ready", leader, opened, at + between(2, 12, seed, "ready", leader))


def _card(scene: Scene, opened: Opened, leader: int) -> Iterator[Deed]:
    """Half say something in turn, some reply, one or two raise a hand; one suggests what to talk about."""
    seed, by = str(scene.seed), opened.by
    if draw(seed, "speaks", by, leader) < SPEAKERS:
        yield _deed("say", leader, opened, between(8, 110, seed, "says", by, leader))
    if draw(seed, "replies", by, leader) < REPLIES:
        yield _deed("reply", leader, opened, between(60, 170, seed, "answers", by, leader))
    if draw(seed, "hand", by, leader) < HANDS:
        yield _deed("hand", leader, opened, between(15, 90, seed, "raises", by, leader))
    moods = shuffled(scene.leaders, seed, "moods")
    if opened.nth == 0 and leader == moods[0]:
        at = between(70, 120, seed, "suggests")
        yield Deed("suggest", leader, "question", opened.name, at, by="suggest")
    if opened.nth == 1 and leader == moods[-1]:
        yield _deed("plainer", leader, opened, between(30, 80, seed, "plainer"))


def _question(scene: Scene, opened: Opened, leader: int) -> Iterator[Deed]:
    seed = str(scene.seed)
    if draw(seed, "answers", opened.by, leader) < ANSWERS:
        yield _deed("answer", leader, opened, between(15, 90, seed, "answer", opened.by, leader))


def _text(scene: Scene, opened: Opened, leader: int) -> Iterator[Deed]:
    """One writes what the group could agree on, then each says what they think of it."""
    seed, by = str(scene.seed), opened.by
    if opened.most:
        says = minds.assent_of(seed, leader, by)
        yield _deed("assent", leader, opened, between(50, 95, seed, "assent", by, leader), says=says)
    elif leader == shuffled(scene.leaders, seed, "writes", by)[0]:
        yield _deed("text", leader, opened, between(25, 45, seed, "text", by))


def _proposal(scene: Scene, opened: Opened, leader: int) -> Iterator[Deed]:
    seed, by = str(scene.seed), opened.by
    says = minds.stance_of(seed, leader, by)
    yield _deed("stance", leader, opened, between(8, 50, seed, "stance", by, leader), says=says)


def _change(scene: Scene, opened: Opened, leader: int) -> Iterator[Deed]:
    """While the table is on the stage, each says where they would begin, and one proposes a merge."""
    seed = str(scene.seed)
    for card in minds.in_order(seed, leader, opened.cards, talked=True)[:1]:
        at = between(10, 60, seed, "start", leader)
        yield Deed("start", leader, str(card), opened.name, at, card)
    if len(opened.cards) > 2 and leader == shuffled(scene.leaders, seed, "proposes")[0]:
        pair = sorted(shuffled(opened.cards, seed, "pair")[:2])
        at, says = between(20, 40, seed, "propose"), " ".join(map(str, pair))
        yield Deed("propose", leader, "merge", opened.name, at, 0, says)


def _deed(kind: str, leader: int, opened: Opened, after: float, *, says: str = "") -> Deed:
    """Return a deed about the whole of what is asked."""
    card = opened.cards[0] if len(opened.cards) == 1 else 0
    return Deed(kind, leader, opened.about, opened.name, after, card, says, opened.by)


MAKERS: dict[str, Maker] = {
    PACK: _pack,
    POLL: _poll,
    SORT: _sort,
    SPECTRUM: _spectrum,
    WELCOME: _welcome,
    CARD: _card,
    QUESTION: _question,
    TEXT: _text,
    PROPOSAL: _proposal,
    CHANGE: _change,
}
