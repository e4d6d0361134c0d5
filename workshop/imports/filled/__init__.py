"""A pack that somebody filled in as a Word file: read as far as is certain, with what was not understood."""
