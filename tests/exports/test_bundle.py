"""The research bundle: all that an analysis begins with, the same bytes each time, read by its script."""

import io
import subprocess
import sys
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.utils import timezone

from tests.rounds import asked, give_poles
from tests.support import House, make_house
from tests.views.results_world import poll_cards, sort_cards, write
from workshop.actions.exports import export_workshop
from workshop.actions.rounds import reveal_round
from workshop.exports.bundle import bundle_of
from workshop.exports.bundle.readme import readme
from workshop.exports.document import document_of
from workshop.exports.material import material_of
from workshop.models import CardText, Workshop

pytestmark = pytest.mark.django_db
Files = dict[str, bytes]


def played(promise: str = "named") -> House:
    """A workshop with a revealed sort, a revealed poll, a comment, and a card whose title could run."""
    house = make_house(promise=promise)
    sort_cards(house, number=2)
    write(house, house.ada, "Words", 2)
    reveal_round(house.fay, house.pack)
    poll_cards(house)
    CardText.objects.filter(card=house.cards[1]).update(title='=1+1 "<b>')
    return house


def taken(house: House) -> Files:
    """Return the files of the bundle as a facilitator takes it."""
    return unpacked(export_workshop(house.workshop, "bundle", house.fay).content)


def unpacked(content: bytes) -> Files:
    with ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def run(place: Path, *words: str) -> str:
    """Run the script of a bundle as its reader would, beside its files or on the zip."""
    command = [sys.executable, str(place / "read_bundle.py"), *words]
    return subprocess.run(command, cwd=place, capture_output=True, text=True, check=True, timeout=120).stdout


def test_its_script_reads_it_with_pandas_and_draws_the_bullseye_again(tmp_path: Path) -> None:
    content = export_workshop((house := played()).workshop, "bundle", house.fay).content
    (tmp_path / "bundle.zip").write_bytes(content)
    (tmp_path / "read_bundle.py").write_bytes(unpacked(content)["read_bundle.py"])
    said = run(tmp_path, "bundle.zip").splitlines()
    assert "Round 1" in said
    card = next(line for line in said if line.split()[:2] == ["2", "=1+1"])  # without its apostrophe
    assert card.split()[-3:] == ["4", "1", "0"]
    drawn = (tmp_path / "bullseye-round-1.svg").read_text()
    assert "4 inner, 1 outer, 0 not placed" in drawn
    assert "2. =1+1 &quot;&lt;b&gt;" in drawn
    assert drawn.count('r="5"') == 5


def test_the_readme_says_what_it_is_and_has_the_sum_of_each_file() -> None:
    house = played()
    files = taken(house)
    read = files.pop("README.txt").decode()
    for said in (
        house.workshop.title,
        "Round 1, Card sort: 6 cards, 5 answered.",
        "De-identified: people are pseudonyms",
        "Van der Graaf",
        "Roundel, version 0.1.0",
        "Licence: ____",
    ):
        assert said in read
    assert [f"{sha256(content).hexdigest()}  {name}" in read for name, content in files.items()] == [
        True
    ] * len(files)


def test_it_has_all_that_an_analysis_begins_with() -> None:
    files = taken(played())
    assert list(files)[:4] == ["README.txt", "CITATION", "answers-long.csv", "answers-wide.csv"]
    assert {"consents.csv", "codebook.csv", "codebook.md", "figures.csv", "workshop.json"} <= set(files)
    assert {"pictures/bullseye-1.svg", "pictures/bullseye-1.png", "pictures/captions.txt"} <= set(files)
    assert files["pictures/bullseye-1.png"].startswith(b"\x89PNG")
    first = files["consents.csv"].decode("utf-8-sig").splitlines()[1].split(",")
    assert first[0].startswith("P")
    assert "yes" in first


def test_two_of_the_same_workshop_at_the_same_time_are_the_same_bytes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    house = played()
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 12, 8, tzinfo=UTC))
    one, other = (bundle_of(material_of(Workshop.objects.get(pk=house.workshop.pk))) for _ in "ab")
    assert one == other
    with ZipFile(io.BytesIO(one)) as archive:
        assert {info.date_time[0] for info in archive.infolist()} == {1980}


def test_where_names_are_hidden_it_has_no_file_with_a_line_for_a_person_and_says_so() -> None:
    files = taken(played("hidden"))
    assert {"answers-wide.csv", "consents.csv", "pictures/matrix-1.svg"} & set(files) == set()
    assert "so it has no file with a line for a person" in files["README.txt"].decode()
    asked = files["consent-questions.csv"].decode("utf-8-sig").splitlines()
    assert asked[0].endswith("yes,no")
    assert len(asked) > 2


def test_the_readme_counts_one_card_as_one() -> None:
    house = make_house(leaders=2)
    give_poles(house, 1)
    number = asked(house, "spectrum").number
    workshop = Workshop.objects.get(pk=house.workshop.pk)
    assert f"Round {number}, Spectrum: 1 card, 0 answered." in readme(document_of(workshop), []).decode()
