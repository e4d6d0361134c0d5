"""Static files under names that change when their content does."""

import re
from collections.abc import Iterator
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage

SHEET = "css/all.css"
IMPORT = re.compile(r'@import url\("([^"]+)"\)(?: layer\(([\w-]+)\))?;')


class HashedStatic(CompressedManifestStaticFilesStorage):
    """Serves all parts of the style as one file, and rewrites the imports of ES modules.

    A browser asks for each `@import` apart and paints nothing before the last has come. A changed module is
    never read from an old cache, since each that imports it changes its name too.
    """

    support_js_module_import_aggregation = True

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[Any]:
        """Join the style, then name every file after its content.

        Args:
            paths: for each file's name, the storage and the path that it comes from.
        """
        if not dry_run and SHEET in paths:
            memory = InMemoryStorage()
            memory.save(SHEET, ContentFile(joined(paths)))
            paths = paths | {SHEET: (memory, SHEET)}
        yield from super().post_process(paths, dry_run, **options)


def joined(paths: dict[str, Any]) -> bytes:
    """Return the style with each part in the place where it is imported, in its layer."""

    def part(found: re.Match[str]) -> str:
        body = text_of(paths, f"css/{found[1]}")
        return f"@layer {found[2]} {{\n{body}}}" if found[2] else body

    return IMPORT.sub(part, text_of(paths, SHEET)).encode()


def text_of(paths: dict[str, Any], name: str) -> str:
    """Return what a file holds where it comes from."""
    storage, path = paths[name]
    with storage.open(path) as file:
        text: str = file.read().decode()
    return text
