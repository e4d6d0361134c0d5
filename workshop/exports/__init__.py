"""Formats in which a workshop leaves Roundel. They only read; ``actions.exports`` records who takes what."""

from .registry import FORMATS, Format

__all__ = ["FORMATS", "Format"]
