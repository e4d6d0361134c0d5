"""The beginning of a report: what it is, the question, and the headline of each card in words."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from workshop.exports.pictures.sort_tables import named
from workshop.models.outcomes import Outcome
from workshop.models.results import Count, counts_of
from workshop.templatetags.outcomes import count_sentence, headlines
from workshop.templatetags.rounds import round_name

from .blocks import Block, Heading, Listing, Paragraph, Quotation
from .changes import what_became
from .record import Record


def opening(record: Record) -> Iterator[Block]:
    """Yield what this is, and the question that was put."""
    yield Paragraph(
        _(
            "This draft was put together from the workshop’s record: what people were asked, what they chose "
            "and wrote, and what became of the cards. What no record knows is marked “To write”."
        ),
        look="small",
    )
    if record.workshop["question"]:
        yield Paragraph(_("The question that was put to people:"))
        yield Quotation(record.workshop["question"])


def summary(record: Record) -> Iterator[Block]:
    """Yield the headline, what became of the cards, and what each round says of each card."""
    outcomes = record.material.results.revealed
    yield Heading(_("Summary"))
    says = [*filter(None, [*headlines(outcomes), what_became(record)])]
    for said in says or [_("No result is revealed yet.")]:
        yield Paragraph(said, look="lead")
    counts = _by_card(outcomes)
    if counts:
        yield Paragraph(_("Card by card, as each round counted it:"))
        yield Listing([(f"{line}:", " ".join(said)) for line, said in counts])


def _by_card(outcomes: list[Outcome]) -> list[tuple[str, list[str]]]:
    """Return each card that was asked about, in the order of the cards, with a sentence for each round."""
    lines: dict[str, tuple[int, str, list[str]]] = {}
    for outcome in outcomes:
        faces = {each.key: each for each in outcome.faces}
        for key, count in counts_of(outcome):
            face = faces[key]
            place = int(face.label) if face.label.isdigit() else 0
            said = lines.setdefault(key, (place, named(face), []))[2]
            said.append(_sentence(count))
    ordered = sorted(lines.values(), key=lambda each: each[0])
    return [(line, said) for _place, line, said in ordered]


def _sentence(count: Count) -> str:
    values = {"round": round_name(count.round), "says": count_sentence(count).rstrip(".")}
    return _("%(round)s: %(says)s.") % values
