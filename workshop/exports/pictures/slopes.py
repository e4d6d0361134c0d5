"""How the cards stood from round to round: the slope chart of a series, as a file."""

from django.utils.translation import gettext as _

from workshop.analysis.slope import GAP, LEFT, SIDE, TALL, TOP, Dot, Slope
from workshop.exports.material import Material
from workshop.models.slopes import Course
from workshop.templatetags.slopes import column_counts, column_head, course_sentence, course_title, reading

from .picture import Picture, Table, Told
from .sheet import Sheet, wrapped
from .sort_tables import named
from .words import caption

WIDE, FOOT = 600, 24  # px: as wide as it may be, so that its letters can be read in a column
LARGEST, SMALLEST = 14.0, 8.0  # px: the radius of a dot


def slope_of(material: Material, course: Course) -> Picture:
    """Draw a post for each round in order of time, and on it each card at its share, by its number."""
    chart = course.chart
    told = Told(course.name, course_title(course), course_sentence(course))
    step = min(1.0, (WIDE - LEFT) / (chart.width - LEFT))
    sheet = Sheet(LEFT + (chart.width - LEFT) * step)
    _posts(sheet, course, chart, step)
    for line in chart.lines:
        x1, x2 = (LEFT + (x - LEFT) * step for x in (line.x1, line.x2))
        sheet.draw("line", f"slope slope-{line.look}", x1=x1, y1=line.y1, x2=x2, y2=line.y2)
    for dot in chart.dots:
        _dot(sheet, LEFT + (dot.x - LEFT) * step, dot, max(SMALLEST, min(LARGEST, SIDE * step / 2)))
    height = _names(sheet, course, TOP + TALL + 100)
    said = caption(material, told.title, reading(course))
    return sheet.picture(told, said, height, _table(course))


def _posts(sheet: Sheet, course: Course, chart: Slope, step: float) -> None:
    low, room = TOP + TALL, GAP * step - 10
    sheet.write(0, TOP + 5, _("all"), "small soft")
    sheet.write(0, low + 5, _("nobody"), "small soft")
    for x, column in zip(chart.posts, course.columns, strict=True):
        at = LEFT + (x - LEFT) * step
        sheet.draw("path", "post", d=f"M{at:.1f} {TOP}V{low}")
        y = sheet.write_lines(at, low + 30, wrapped(column_head(column), room), "strong middle")
        sheet.write_lines(at, y, wrapped(column_counts(column), room, size=13), "small soft middle", 16)


def _dot(sheet: Sheet, x: float, dot: Dot, radius: float) -> None:
    sheet.draw("circle", f"dot dot-{dot.look}", cx=x, cy=dot.y, r=radius)
    look = "small strong middle on-inner" if dot.look == "up" else "small strong middle"
    sheet.write(x, dot.y + 4.5, dot.label, look)


def _names(sheet: Sheet, course: Course, y: float) -> float:
    """Say below the chart which card is which."""
    for row in course.rows:
        sheet.write(0, y, row.card.label, "num")
        [line, *_more] = wrapped(row.card.short_title or row.card.title, sheet.width - 34, 1) or [""]
        sheet.write(34, y, line)
        y += FOOT
    return y - FOOT + 6


def _table(course: Course) -> Table:
    heads = (f"{column_head(each)}: {column_counts(each)}" for each in course.columns)
    rows = (
        (named(row.card), *(_("not asked") if n is None else str(n) for n in row.counts))
        for row in course.rows
    )
    return Table((_("Card"), *heads), tuple(rows))
