"""What became of cards: which changes stand, what each card came from, and how the table looked before.

A change is a `Turn`. Taking one back is a turn too, and so is taking that back; nothing is ever erased. Only
what stands counts: a turn stands unless a turn that itself stands takes it back.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

Key = int
SUPERSEDING = frozenset({"merge", "split", "rephrase", "adopt"})


@dataclass(frozen=True)
class Turn:
    """One change of the set of cards.

    Args:
        n: its number in the workshop, from 1 up, in the order of time.
        verb: adopt, rephrase, merge, split, nest, lift, retire, restore or undo.
        sources: the cards it started from.
        results: the cards it ended in.
        carried: sub-themes that went along with a source.
        undoes: the number of the turn that it takes back.
    """

    n: int
    verb: str
    sources: tuple[Key, ...] = ()
    results: tuple[Key, ...] = ()
    carried: tuple[Key, ...] = ()
    undoes: int | None = None

    @cached_property
    def touched(self) -> frozenset[Key]:
        """Every card that it changed or rests on."""
        return frozenset((*self.sources, *self.results, *self.carried))

    @cached_property
    def moved(self) -> frozenset[Key]:
        """Every card that it changed: the card that others become part of stays as it is."""
        return self.touched - frozenset(self.results) if self.verb == "nest" else self.touched


@dataclass(frozen=True)
class Lineage:
    """The turns of one workshop, in the order of their numbers."""

    turns: Sequence[Turn] = field(default_factory=tuple)

    @cached_property
    def taken_back(self) -> frozenset[int]:
        """The numbers of turns, undoing ones included, that a standing turn takes back."""
        gone: set[int] = set()
        for turn in reversed(self.turns):
            if turn.undoes is not None and turn.n not in gone:
                gone.add(turn.undoes)
        return frozenset(gone)

    @cached_property
    def standing(self) -> list[Turn]:
        """The changes that stand, undoing turns left out."""
        return [turn for turn in self.turns if turn.undoes is None and turn.n not in self.taken_back]

    @cached_property
    def sources(self) -> Mapping[Key, tuple[Key, ...]]:
        """For each card that replaced others the cards it came from directly, by what stands."""
        found: dict[Key, dict[Key, None]] = defaultdict(dict)
        for turn in self.standing:
            if turn.verb in SUPERSEDING:
                for card in turn.results:
                    found[card].update(dict.fromkeys(turn.sources))
        return {card: tuple(cards) for card, cards in found.items()}

    @cached_property
    def successors(self) -> Mapping[Key, tuple[Key, ...]]:
        """For each card that was replaced the cards that stand in its place."""
        found: dict[Key, list[Key]] = defaultdict(list)
        for card, cards in self.sources.items():
            for source in cards:
                found[source].append(card)
        return {card: tuple(cards) for card, cards in found.items()}

    @cached_property
    def abandoned(self) -> Mapping[Key, tuple[Key, ...]]:
        """For each card the cards that were made of it and taken back again: words may hang on them."""
        found: dict[Key, list[Key]] = defaultdict(list)
        for turn in self.turns:
            if turn.verb in SUPERSEDING and turn.n in self.taken_back:
                for source in turn.sources:
                    found[source] += [card for card in turn.results if card not in self.sources]
        return {card: tuple(cards) for card, cards in found.items()}

    def origins(self, card: Key) -> list[Key]:
        """Return the cards that a card came from, however far back, nearest first; never itself."""
        return _walk(card, self.sources)

    def reach(self, card: Key) -> list[Key]:
        """Return the cards whose comments and placements a card answers for: itself, then its origins.

        What was made of one of them and taken back comes last, so that nothing said meanwhile is lost.
        """
        own = [card, *self.origins(card)]
        known = dict.fromkeys(own)
        for each in own:
            for gone in _walk(each, self.abandoned):
                known.setdefault(gone)
        return list(known)

    def are_kin(self, one: Key, other: Key) -> bool:
        """Whether one of two cards answers for what was said of the other."""
        return other in self.reach(one) or one in self.reach(other)

    def heirs(self, card: Key) -> list[Key]:
        """Return where a card can be found now: itself, or the last cards that stand in its place."""
        after = _walk(card, self.successors)
        return [each for each in after if each not in self.successors] or [card]

    def bearers(self, card: Key) -> list[Key]:
        """Return the cards under which what hangs on a card shows now: its heirs.

        A card that was made and taken back again stands nowhere: then those of the cards it was made of.
        """
        made_of = [source for source, gone in self.abandoned.items() if card in gone]
        if not made_of:
            return self.heirs(card)
        return list(dict.fromkeys(heir for source in made_of for heir in self.bearers(source)))

    def first(self, n: int) -> tuple[int, bool]:
        """Return the change that a chain of undoings began with, and whether turn ``n`` made it again."""
        links = 0
        while (earlier := self._by_number[n].undoes) is not None:
            n, links = earlier, links + 1
        return n, links % 2 == 0

    def head(self, n: int) -> int:
        """Return the last turn in the chain that takes back turn ``n``, takes that back, and so on."""
        while n in self._undone_by:
            n = self._undone_by[n]
        return n

    def blocking(self, n: int) -> list[Turn]:
        """Return the later changes that stand and touch a card that turn ``n`` changed; they go first."""
        cards = self._by_number[n].moved if n in self._by_number else ()
        later = {turn.n: turn for card in cards for turn in self._touching.get(card, ()) if turn.n > n}
        return [later[each] for each in sorted(later)]

    @cached_property
    def _by_number(self) -> Mapping[int, Turn]:
        return {turn.n: turn for turn in self.turns}

    @cached_property
    def _undone_by(self) -> Mapping[int, int]:
        return {turn.undoes: turn.n for turn in self.turns if turn.undoes is not None}

    @cached_property
    def _touching(self) -> Mapping[Key, list[Turn]]:
        """For each card the standing turns that changed it or rest on it."""
        found: dict[Key, list[Turn]] = defaultdict(list)
        for turn in self.standing:
            for card in turn.touched:
                found[card].append(turn)
        return found


def _walk(start: Key, steps: Mapping[Key, Iterable[Key]]) -> list[Key]:
    """Return all that can be reached from a start, breadth first, without it."""
    if start not in steps:
        return []
    found: dict[Key, None] = {}
    level = [start]
    while level:
        level = [card for each in level for card in steps.get(each, ()) if card not in found]
        level = list(dict.fromkeys(level))
        found.update(dict.fromkeys(level))
    return list(found)
