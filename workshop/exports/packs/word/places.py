"""Where cards belong: a table with a row for each card, or for large print a few lines for each."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from workshop.exports.packs.content import PackCard, Place
from workshop.exports.word.elements import Element, element, paragraph, run, written
from workshop.exports.word.tables import WIDTH, row_of, table_properties

from .choices import places
from .fields import answer, choice_field, labelled, number_field, words_field

SHARES = (33, 23, 17, 27)  # of the width, in hundredths


def places_of(cards: Sequence[PackCard]) -> Element:
    """Return a table with fields for where each card belongs, its place there, and why it is not placed."""
    made, grid = element("tbl"), element("tblGrid")
    made.append(table_properties())
    widths = [str(WIDTH * share // 100) for share in SHARES]
    grid.extend(element("gridCol", w=width) for width in widths)
    made.append(grid)
    names = (
        _("Card"),
        _("Where it belongs"),
        _("Its place in the circle, if you put them in order"),
        _("If you do not place it: why?"),
    )
    head = row_of(
        [_cell(width, written("TableHead", name)) for width, name in zip(widths, names, strict=True)]
    )
    head.find(element("trPr").tag).append(element("tblHeader"))
    made.append(head)
    made.extend(_row(card, widths) for card in cards)
    return made


def where(place: Place, label: str) -> Iterator[Element]:
    """Yield the fields for where one card belongs, its place there, and why it is not placed, in turn."""
    name, order, why = where_name(label), order_name(label), why_name(label)
    yield labelled("Question", name, place.code)
    yield answer("Answer", choice_field(place.code, name, places(), place.zone))
    yield labelled("Question", order, place.order_code)
    yield answer("Answer", number_field(place.order_code, order, place.number))
    yield labelled("Question", why, place.why_code)
    yield answer("Answer", words_field(place.why_code, why, place.why))


def _row(card: PackCard, widths: Sequence[str]) -> Element:
    place, label = card.place, str(card.number)
    fields = (
        (place.code, choice_field(place.code, where_name(label), places(), place.zone)),
        (place.order_code, number_field(place.order_code, order_name(label), place.number)),
        (place.why_code, words_field(place.why_code, why_name(label), place.why)),
    )
    cells = [written("InTable", f"{label}. {card.title}")]
    cells += [paragraph("InTable", run(f"{code.printed}", "Code"), run(" "), field) for code, field in fields]
    return row_of([_cell(width, cell) for width, cell in zip(widths, cells, strict=True)])


def _cell(width: str, words: Element) -> Element:
    made, properties = element("tc"), element("tcPr")
    properties.append(element("tcW", w=width, type="dxa"))
    made.extend((properties, words))
    return made


def where_name(label: str) -> str:
    """Return what the field is called that says where a card belongs."""
    return _("Where card %(label)s belongs") % {"label": label}


def order_name(label: str) -> str:
    """Return what the field is called that says which place a card has in its circle."""
    return _("Place of card %(label)s in its circle, if you put them in order (1 is first)") % {
        "label": label
    }


def why_name(label: str) -> str:
    """Return what the field is called that says why a card is not placed."""
    return _("If you do not place card %(label)s: why?") % {"label": label}
