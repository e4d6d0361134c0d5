"""The report as a Word file, with true headings, captions, table heads and alternative texts."""
