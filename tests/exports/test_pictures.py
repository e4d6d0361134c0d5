"""Pictures as files: each stands alone, says what the page says, and holds whatever a title holds."""

import re
import struct
from html import escape
from math import cos, radians, sin

import pytest

from tests.exports.picturing import (
    SIZES,
    SVG,
    course_of,
    material,
    outcome,
    poll_of,
    sort_of,
    spectrum_of_people,
    standing_alone,
    with_ballots,
    written,
)
from tests.house import ROOT
from tests.odd import HUGE, ODD
from tests.support import House, make_house
from tests.views.results_world import poll_cards, results_page, sort_cards
from workshop.actions.rounds import reveal_round
from workshop.analysis.lines import em_width
from workshop.exports.material import material_of
from workshop.exports.pictures import Picture, picture_of, pictures_of, png_of
from workshop.exports.pictures.bars import bars_of
from workshop.exports.pictures.bullseyes import bullseyes_of
from workshop.exports.pictures.divergence import divergence_of
from workshop.exports.pictures.ink import COLOURS
from workshop.exports.pictures.matrices import matrix_of
from workshop.exports.pictures.sheet import wrapped
from workshop.exports.pictures.slopes import slope_of
from workshop.exports.pictures.spectra import spectrum_of


def drawn(people: int, cards: int, title: str = "Power differences vs reciprocity") -> list[Picture]:
    """Return a picture of each kind that needs no database."""
    found = outcome("sort", people)
    sort, poll = sort_of(people, cards, title), poll_of(people, cards, title)
    made = [
        bullseyes_of(material(title), found, sort),
        bars_of(material(title), found, poll),
        divergence_of(material(title), found, sort),
        spectrum_of(material(title), found, spectrum_of_people(people, cards, title)),
        slope_of(material(title), course_of(sort, poll)),
        matrix_of(with_ballots(people, cards, title), found, sort),
    ]
    return [each for each in made if each]


@pytest.mark.parametrize(("people", "cards"), SIZES)
def test_a_picture_of_any_tally_stands_alone(people: int, cards: int) -> None:
    for picture in drawn(people, cards):
        root = standing_alone(picture)
        if people > 30 and picture.name in ("bullseye-1", "divergence-1"):
            assert not [*root.iter(f"{SVG}circle")], "above thirty people bars, not dots"


@pytest.mark.parametrize("words", [*ODD.values(), HUGE, "long " * 200], ids=[*ODD, "huge", "many words"])
def test_odd_words_stay_words_and_never_leave_the_sheet(words: str) -> None:
    for picture in drawn(5, 3, words):
        for line in written(standing_alone(picture)):
            size = 13 if "small" in line.get("class", "") else 15
            assert em_width(line.text or "") * size <= picture.width
            assert "\n" not in (line.text or "")


def test_the_same_material_gives_the_same_bytes() -> None:
    assert drawn(12, 6) == drawn(12, 6)
    assert png_of(drawn(12, 6)[0]) == png_of(drawn(12, 6)[0])


def test_a_png_is_so_many_times_as_wide_as_the_picture() -> None:
    picture = drawn(5, 3)[0]
    data = png_of(picture, 3)
    assert data.startswith(b"\x89PNG")
    assert struct.unpack(">II", data[16:24]) == (picture.width * 3, picture.height * 3)


def test_the_colours_of_a_file_are_those_of_the_page_in_the_light() -> None:
    light = (ROOT / "static" / "css" / "tokens.css").read_text().split("@media")[0]
    pattern = r"--([\w-]+): oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)"
    tokens = {name: (float(a) / 100, float(b), float(c)) for name, a, b, c in re.findall(pattern, light)}
    assert {name: in_hex(*tokens[name]) for name in COLOURS} == COLOURS


def house_with_results() -> House:
    house = make_house(5)
    sort_cards(house)
    reveal_round(house.fay, house.pack)
    poll_cards(house)
    return house


@pytest.mark.django_db
def test_the_sentence_and_the_numbers_are_those_of_the_page() -> None:
    house = house_with_results()
    page = results_page(house, house.fay)
    found = {each.name: each for each in pictures_of(material_of(house.workshop))}
    assert [*found] == ["bullseye-1", "divergence-1", "matrix-1", "poll-2"]
    assert {name: picture_of(material_of(house.workshop), name) for name in found} == found
    assert all(escape(each.alt) in page for each in found.values())
    assert found["bullseye-1"].table.rows[0][1:6] == ("4", "1", "0", "0", "6 of 10")
    assert found["poll-2"].table.rows[0][1:] == ("4", "4")
    assert "4 of 5 answered" not in found["poll-2"].caption
    assert "1 person would rather not choose" in found["poll-2"].caption


@pytest.mark.django_db
def test_before_the_reveal_there_is_no_picture() -> None:
    house = make_house(5)
    sort_cards(house)
    assert pictures_of(material_of(house.workshop)) == []


def in_hex(light: float, chroma: float, hue: float) -> str:
    """Return a colour of OKLCH as sRGB: B. Ottosson (2020), A perceptual color space for image processing."""
    a, b = chroma * cos(radians(hue)), chroma * sin(radians(hue))
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    mid = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    linear = (
        4.0767416621 * long - 3.3077115913 * mid + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * mid - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * mid + 1.7076147010 * short,
    )
    gamma = (12.92 * c if c <= 0.0031308 else 1.055 * c ** (1 / 2.4) - 0.055 for c in linear)
    return "#" + "".join(f"{max(0, min(255, round(255 * c))):02x}" for c in gamma)


@pytest.mark.parametrize("width", range(60, 400, 7))
def test_a_title_is_cut_after_a_word_wherever_one_has_room(width: int) -> None:
    title = "Power: who speaks, in whose words, and who is paid"
    (line,) = wrapped(title, width, 1)
    assert em_width(line) * 15 <= width
    kept = line.removesuffix("…")
    assert title.startswith(kept)
    assert line == title or re.match(r"[\s:,]", title[len(kept) :])


def test_a_single_word_that_is_too_long_is_cut_within() -> None:
    (line,) = wrapped("Interdisciplinarity", 60, 1)
    assert line.startswith("Inter")
    assert line.endswith("…")
