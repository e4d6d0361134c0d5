"""What a new workshop starts from: Roundel's own templates, each a file of words."""

from .four_tensions import FOUR_TENSIONS
from .nothing import NOTHING
from .priorities import PRIORITIES
from .seeds import CONSENTS, INFORMATION, CardSeed, Pack, PromptSeed
from .six_tensions import SIX_TENSIONS
from .story_line import STORY_LINE

PACKS = {pack.key: pack for pack in (SIX_TENSIONS, FOUR_TENSIONS, STORY_LINE, PRIORITIES, NOTHING)}
__all__ = [
    "CONSENTS",
    "FOUR_TENSIONS",
    "INFORMATION",
    "NOTHING",
    "PACKS",
    "PRIORITIES",
    "SIX_TENSIONS",
    "STORY_LINE",
    "CardSeed",
    "Pack",
    "PromptSeed",
]
