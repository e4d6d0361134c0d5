"""The pack as a Word file to fill in: true headings, table heads, and a field for each answer."""
