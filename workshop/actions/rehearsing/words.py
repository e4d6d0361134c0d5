"""Which invented words a simulated leader says: dealt out, so that no two say the same of a card."""

from collections.abc import Sequence
from typing import TypeVar

from workshop.analysis.rehearsal.draws import dealt
from workshop.analysis.rehearsal.scene import Deed

from ..packs import SIX_TENSIONS
from . import any_cards, six_tensions

T = TypeVar("T")
APART = 5  # leaders, for as many of whom the next card starts further on in the stock


def comment(seed: str, deed: Deed, title: str) -> str:
    """Return what a leader writes in their pack about a card with this title."""
    return _about(seed, deed, title, six_tensions.WRITTEN, any_cards.WRITTEN, "written")


def said(seed: str, deed: Deed, title: str) -> str:
    """Return what a leader says about a card in the talk."""
    return _about(seed, deed, title, six_tensions.SAID, any_cards.SAID, "said")


def account(seed: str, deed: Deed, position: int) -> str:
    """Return what a leader answers at length: of a dozen prompts, to each something else."""
    return dealt(any_cards.ACCOUNTS, deed.leader + APART * position, seed, "account")


def one_of(seed: str, deed: Deed, stock: Sequence[T]) -> T:
    """Return what falls to a leader of words for one occasion: others while there are enough."""
    return dealt(stock, deed.leader, seed, deed.kind, deed.by)


def why(seed: str, deed: Deed) -> str:
    """Return a leader's word of why for what they chose; often none."""
    return one_of(seed, deed, any_cards.WHYS[deed.says])


def _about(
    seed: str, deed: Deed, title: str, own: Sequence[Sequence[str]], other: Sequence[str], when: str
) -> str:
    """Return a leader's words about a card: its own stock first, then what fits any card."""
    titles = [str(card.title) for card in SIX_TENSIONS.cards]
    stock = own[titles.index(title)] if title in titles else ()
    if deed.leader < len(stock):
        return dealt(stock, deed.leader, seed, when, title)
    return dealt(other, deed.card * APART + deed.leader, seed, when)
