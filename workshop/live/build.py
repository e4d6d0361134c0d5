"""The name of the code that runs: a page from another build reloads itself when nothing is unsent."""

import hashlib
from functools import cache

from django.conf import settings

PARTS = (("workshop", "*.py"), ("templates", "*.*"), ("static", "*.*"))


@cache
def build() -> str:
    """Return twelve hexadecimal digits that change when code, templates or static files do."""
    digest = hashlib.sha256()
    for folder, pattern in PARTS:
        for path in sorted((settings.BASE_DIR / folder).rglob(pattern)):
            if path.is_file():
                digest.update(str(path.relative_to(settings.BASE_DIR)).encode() + path.read_bytes())
    return digest.hexdigest()[:12]
