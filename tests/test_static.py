"""A changed file gets a new address, so no browser keeps an old module beside a new one."""

import json
from pathlib import Path

from django.core.management import call_command
from django.test import override_settings

IMPORTER = 'import { greet } from "./greet.js";\nexport { part } from "./parts/part.js";\ngreet();\n'


def collect(source: Path, target: Path) -> dict[str, str]:
    """Collect the static files of `source` into `target`; return each file's published name."""
    storages = {"staticfiles": {"BACKEND": "config.storage.HashedStatic"}}
    with override_settings(STATICFILES_DIRS=[source], STATIC_ROOT=target, STORAGES=storages):
        call_command("collectstatic", interactive=False, verbosity=0)
    names: dict[str, str] = json.loads((target / "staticfiles.json").read_text())["paths"]
    return names


def write(source: Path, greeting: str, part: str) -> None:
    """Write three modules, of which one imports the others."""
    (source / "parts").mkdir(parents=True, exist_ok=True)
    (source / "main.js").write_text(IMPORTER)
    (source / "greet.js").write_text(f'export const greet = () => "{greeting}";\n')
    (source / "parts" / "part.js").write_text(f"export const part = {part};\n")


def test_a_module_gets_a_new_name_when_one_that_it_imports_changes(tmp_path: Path) -> None:
    source, target = tmp_path / "source", tmp_path / "target"
    write(source, "hello", "1")
    before = collect(source, target)
    write(source, "good day", "1")
    after = collect(source, target)
    assert after["greet.js"] != before["greet.js"]
    assert after["main.js"] != before["main.js"]
    assert after["parts/part.js"] == before["parts/part.js"]


def test_a_published_module_imports_published_names(tmp_path: Path) -> None:
    source, target = tmp_path / "source", tmp_path / "target"
    write(source, "hello", "1")
    names = collect(source, target)
    published = (target / names["main.js"]).read_text()
    assert f'"./{names["greet.js"]}"' in published
    assert f'"./{names["parts/part.js"]}"' in published


def test_all_of_our_own_files_can_be_published(tmp_path: Path) -> None:
    with override_settings(
        STATIC_ROOT=tmp_path, STORAGES={"staticfiles": {"BACKEND": "config.storage.HashedStatic"}}
    ):
        call_command("collectstatic", interactive=False, verbosity=0)
    assert (tmp_path / "staticfiles.json").exists()
