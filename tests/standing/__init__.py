"""Backups, the audit, retention, hosting and the promise page."""
