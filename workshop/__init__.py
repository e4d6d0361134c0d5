"""Workshops: the whole of Roundel."""
