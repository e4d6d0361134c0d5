"""The pack to print, and to fill in without a browser: one description, from which each file is written."""
