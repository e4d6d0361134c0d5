"""Tests state promises."""
