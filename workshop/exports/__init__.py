"""Formats in which a workshop leaves Roundel. They only read; ``actions.exports`` records who takes what."""

from .formats import Format
from .registry import FORMATS, by_use

__all__ = ["FORMATS", "Format", "by_use"]
