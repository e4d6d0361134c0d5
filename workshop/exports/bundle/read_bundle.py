"""Read a research bundle with pandas, say what is in it, and draw the bullseye of each card sort again.

Run it beside the files, or name their folder or the zip:

    pip install pandas
    python read_bundle.py [FOLDER or ZIP]

It draws from the totals of answers-long.csv, which every bundle has, and writes bullseye-round-N.svg here.
"""

import io
import sys
from collections.abc import Iterator
from html import escape
from math import cos, pi, sin
from pathlib import Path
from zipfile import ZipFile

import pandas as pd

STEP, OUTER, INNER = 220, 84, 46  # px: from card to card, and the radii of the circles
RINGS = {"inner": (24, "#fdf9f1"), "outer": (66, "#5b4634"), "unplaced": (98, "none")}
FORMULA = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")


def table(place: Path, name: str) -> pd.DataFrame:
    """Read one CSV: empty cells are missing values, and nothing else is."""
    if place.is_dir():
        content = (place / name).read_bytes()
    else:
        with ZipFile(place) as packed:
            content = packed.read(name)
    found = pd.read_csv(io.BytesIO(content), encoding="utf-8-sig", keep_default_na=False, na_values=[""])
    return found.map(unguarded)


def unguarded(cell: object) -> object:
    """Return a cell without the apostrophe that keeps a spreadsheet from running it."""
    if isinstance(cell, str) and cell.startswith("'") and cell[1:].lstrip().startswith(FORMULA):
        return cell[1:]
    return cell


def bullseyes(answers: pd.DataFrame) -> dict[int, pd.DataFrame]:
    """Return of each card sort how many placed each card inner, outer, or not at all: a row for each card."""
    totals = answers[(answers["record"] == "total") & (answers["round_kind"] == "sort")]
    kept = totals[totals["measure"].isin(RINGS)].assign(value=lambda rows: rows["value"].astype(int))
    found = {}
    for number, rows in kept.groupby("round"):
        counts = rows.pivot_table(
            index=["card", "card_title"], columns="measure", values="value", fill_value=0
        )
        found[int(number)] = counts.astype(int).reset_index().astype({"card": int})
    return found


def drawn(counts: pd.DataFrame) -> str:
    """Return the bullseyes of one sort as SVG: a dot for each person on each card's ring."""
    body = "".join(part for n, card in enumerate(counts.to_dict("records")) for part in _card(n, card))
    size = f'width="{STEP * len(counts)}" height="270"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" font-family="sans-serif" {size}>{body}</svg>\n'


def _card(n: int, card: dict) -> Iterator[str]:
    x, y = STEP * n + STEP / 2, 110
    said = f"{card['card']}. {card['card_title']}"
    yield f"<title>{escape(said)}</title>" if n == 0 else ""
    yield f'<circle cx="{x}" cy="{y}" r="{OUTER}" fill="#e9d3b4"/>'
    yield f'<circle cx="{x}" cy="{y}" r="{INNER}" fill="#5c1f42"/>'
    for zone, (radius, colour) in RINGS.items():
        for at in range(card[zone]):
            turn = 2 * pi * at / card[zone]
            spot = f'cx="{x + radius * sin(turn):.1f}" cy="{y - radius * cos(turn):.1f}"'
            yield f'<circle {spot} r="5" fill="{colour}" stroke="#5b4634"/>'
    words = f"{said[:28]}…" if len(said) > 29 else said
    counts = f"{card['inner']} inner, {card['outer']} outer, {card['unplaced']} not placed"
    for line, text in enumerate((words, counts)):
        yield f'<text x="{x}" y="{232 + 20 * line}" text-anchor="middle" font-size="13">{escape(text)}</text>'


def main(place: Path) -> None:
    """Say what is in a bundle, and write its bullseyes."""
    answers = table(place, "answers-long.csv")
    print(answers.groupby("record").size().to_string())
    for number, counts in bullseyes(answers).items():
        print(f"\nRound {number}\n{counts.to_string(index=False)}")
        Path(f"bullseye-round-{number}.svg").write_text(drawn(counts), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
