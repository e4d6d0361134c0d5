"""Who placed which card where, as a file: people by cards, in the order in which likeness shows."""

from django.utils.translation import gettext as _

from workshop.exports.document import Data
from workshop.exports.material import Material
from workshop.models.counting import SortResult
from workshop.models.matrix import Matrix, arranged
from workshop.models.outcomes import Outcome
from workshop.templatetags.matrix import left_out_sentence, matrix_sentence

from .picture import Picture, Table, Told
from .sheet import WIDTH, Sheet, wrapped
from .sort_tables import named
from .words import caption

PERSON, ROW, DOT, NAMED = 110, 26, 7.5, 84  # px; a column that is wide enough has its card's name


def matrix_of(material: Material, outcome: Outcome, sort: SortResult) -> Picture | None:
    """Draw the matrix of a sort from the single ballots that the document has; None where it has none."""
    found = _matrix(material.document, outcome, sort)
    if found is None:
        return None
    title = _("Who sorted alike, in round %(n)s") % {"n": outcome.round.number}
    told = Told(f"matrix-{outcome.round.number}", title, matrix_sentence(found))
    sheet, step = Sheet(), (WIDTH - PERSON) / len(found.cards)
    y = _heads(sheet, found, step)
    for who, zones in found.rows:
        sheet.draw("path", "rule", d=f"M0 {y:.1f}H{WIDTH}")
        [name, *_more] = wrapped(who, PERSON - 8, 1, 13) or [""]
        sheet.write(0, y + 17, name, "small")
        for n, zone in enumerate(zones):
            _sign(sheet, PERSON + (n + 0.5) * step, y + ROW / 2, zone)
        y += ROW
    y = _foot(sheet, found, step, y)
    said = caption(material, title, told.says, _reading(found), left_out_sentence(found))
    return sheet.picture(told, said, y, _table(found), for_people_rows=True)


def _matrix(document: Data, outcome: Outcome, sort: SortResult) -> Matrix | None:
    [told] = [each for each in document["rounds"] if each["number"] == outcome.round.number]
    faces = [card for card, _tally in sort.rows]
    asked = {face.key for face in faces}
    sorts = {}
    for ballot in told["ballots"] or ():
        zones = {m["card"]: m["zone"] for m in ballot["marks"] if m["zone"] and m["card"] in asked}
        if zones and ballot["seat"]:
            sorts[ballot["seat"]] = zones
    called = {seat["pseudonym"]: seat.get("name") or seat["pseudonym"] for seat in document["seats"]}
    return arranged(dict(sorted(sorts.items())), called, faces, outcome.people)


def _heads(sheet: Sheet, found: Matrix, step: float) -> float:
    """Write the cards over their columns, with their names where there is room; return where rows begin."""
    short = step >= NAMED
    for n, card in enumerate(found.cards):
        x = PERSON + (n + 0.5) * step
        sheet.write(x, 18, card.label, "num middle")
        if short:
            sheet.write_lines(
                x, 36, wrapped(card.short_title or card.title, step - 6, 2, 13), "small middle", 15
            )
    return 62.0 if short else 28.0


def _sign(sheet: Sheet, x: float, y: float, zone: str) -> None:
    if zone == "unplaced":
        sheet.draw("path", "seed-none", d=f"M{x - DOT:.1f} {y:.1f}h{2 * DOT}")
    elif zone:
        sheet.draw("circle", "is" if zone == "inner" else "ring", cx=x, cy=y, r=DOT)


def _foot(sheet: Sheet, found: Matrix, step: float, y: float) -> float:
    """Write how many placed each card inner, the key, and the names of cards that had no room above."""
    sheet.draw("path", "post", d=f"M0 {y:.1f}H{WIDTH}")
    sheet.write(0, y + 18, _("Inner"), "small strong")
    for n, count in enumerate(found.inner):
        sheet.write(PERSON + (n + 0.5) * step, y + 18, str(count), "small middle")
    y += 48
    _key(sheet, y)
    if step >= NAMED:
        return y + 6
    for card in found.cards:
        y += 22
        sheet.write(0, y, card.label, "small strong")
        sheet.write_lines(34, y, wrapped(card.short_title or card.title, WIDTH - 34, 1, 13), "small")
    return y + 6


def _key(sheet: Sheet, y: float) -> None:
    signs = (("inner", _("inner")), ("outer", _("outer")), ("unplaced", _("not placed")))
    for n, (zone, word) in enumerate(signs):
        _sign(sheet, n * WIDTH / 4 + 8, y - 5, zone)
        sheet.write(n * WIDTH / 4 + 24, y, word, "small")


def _reading(found: Matrix) -> str:
    said = _(
        "%(people)s people by %(cards)s cards, ordered so that likeness lies together (McCormick and others, "
        "1972)."
    )
    return said % {"people": len(found.rows), "cards": len(found.cards)}


def _table(found: Matrix) -> Table:
    words = {"inner": _("inner"), "outer": _("outer"), "unplaced": _("not placed"), "": _("not answered")}
    head = (_("Person"), *map(named, found.cards))
    return Table(head, tuple((who, *(words[zone] for zone in zones)) for who, zones in found.rows))
