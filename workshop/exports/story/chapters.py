"""The chapters of the story: what was found in each round, what changed and why, what was agreed, thanks."""

from collections.abc import Iterator

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from workshop.exports.document import Data
from workshop.exports.moments import held_at
from workshop.exports.pictures import LINEAGE, Picture
from workshop.exports.report.changes import answers_counted, standing, what_became
from workshop.exports.report.drawn import Drawn, round_of
from workshop.exports.report.questions import agreed_counted
from workshop.exports.report.record import STANDING, Record
from workshop.exports.report.thanks import thanks_said
from workshop.models.outcomes import Outcome
from workshop.templatetags.answered import answers_counted as answered
from workshop.templatetags.changes import change_done
from workshop.templatetags.outcomes import headlines, results_title

from .markup import Element, drawing, el, written
from .rules import ruled


def opening(record: Record) -> Element:
    """Return the head of the page: what it is, the headline in words, the question."""
    outcomes = record.material.results.revealed
    when = record.day(held_at(record.data))
    said = _("Results, %(day)s") % {"day": when} if when else _("Results")
    question = record.workshop["question"]
    return el(
        "header",
        el("p", said, class_="soft"),
        el("h1", results_title(outcomes) if outcomes else record.workshop["title"]),
        written("p", record.workshop["title"], class_="of"),
        *(written("p", said, class_="lead") for said in headlines(outcomes)),
        el("p", _("The question was:"), " ", written("q", question)) if question else None,
        class_="opening",
    )


def cards(record: Record) -> Iterator[Element]:
    """Yield the cards as they stand in the end, sub-themes under their card."""
    stands = [each for each in record.cards.values() if each.number and each.status in STANDING]
    stands.sort(key=lambda each: each.number or 0)
    tops = [each for each in stands if not each.parent]
    if not tops:
        return
    items = []
    for card in tops:
        within = [each for each in stands if each.parent == card.uid]
        under = [
            written("p", _("Within it: %(card)s") % {"card": each.line}, class_="soft") for each in within
        ]
        summary = written("p", card.summary) if card.summary else None
        head = el("h3", el("span", card.label, class_="num"), " ", written("span", card.title))
        items.append(el("li", head, summary, *under))
    title = _("The cards, as they are now") if record.data["changes"] else _("The cards")
    yield _chapter("cards", title, el("ol", *items, class_="cards"))


def rounds(record: Record, drawn: Drawn) -> Iterator[Element]:
    """Yield a chapter for each picture that everybody may see, with its sentence, its table and its rule."""
    outcomes = record.material.results.revealed
    by_number: dict[int | None, Outcome] = {each.round.number: each for each in outcomes}
    for picture in drawn.pictures:
        if picture.for_people_rows or picture.name == LINEAGE:
            continue
        number = round_of(picture) if picture.name.startswith(("bullseye", "poll")) else None
        outcome = by_number.get(number)
        shown = pictured(picture, answered(outcome) if outcome else "")
        yield _chapter(picture.name, picture.title, *shown, *ruled(record, outcome))


def changes(record: Record, drawn: Drawn) -> Iterator[Element]:
    """Yield what became of the cards, and why; nothing where nothing changed."""
    stand = standing(record)
    if not stand:
        return
    proposals = {each["uid"]: each for each in record.data["proposals"]}
    items = [_changed(record, each, proposals.get(each["proposal"])) for each in stand]
    lineage = [part for each in drawn.lineage for part in pictured(each, "")]
    shown = lineage or [el("p", what_became(record), class_="lead")]
    yield _chapter("changes", _("What changed, and why"), *shown, el("ol", *items, class_="steps"))


def _changed(record: Record, change: Data, proposal: Data | None) -> Element:
    sources, results = record.named(change["sources"]), record.named(change["results"])
    counted = answers_counted(proposal) if proposal else ""
    said = _("Of the answers to it: %(counts)s.") % {"counts": counted}
    return el(
        "li",
        written("p", f"{change_done(change['verb'], sources, results)}."),
        written("blockquote", change["reason"]) if change["reason"] else None,
        el("p", said, class_="soft") if counted else None,
    )


def agreed(record: Record) -> Iterator[Element]:
    """Yield each text that was agreed on, with how many stand behind it and the words of those who do not."""
    for n, question in enumerate(record.data["questions"]):
        text = question["agreed"]
        if not text or not text["text"]:
            continue
        against = [each["why"] for each in text["assents"] if each["answer"] == "dissent" and each["why"]]
        items = [el("li", written("p", why), el("p", _("dissents"), class_="soft")) for why in against]
        yield _chapter(
            f"agreed-{n}",
            question["text"],
            written("p", text["text"], class_="agreed"),
            el("p", capfirst(agreed_counted(text)) + ".", class_="soft"),
            el("ul", *items, class_="steps") if items else None,
        )


def thanks(record: Record) -> Element:
    """Return the thanks, as people asked for them."""
    said = " ".join(thanks_said(record)) or _("Thank you to everybody who took part.")
    return _chapter("thanks", _("Thank you"), written("p", said))


def pictured(picture: Picture, counted: str) -> list[Element | None]:
    """Return a picture under its sentence, with how to read it and its table."""
    table = picture.table
    head = el("tr", *(el("th", each, scope="col") for each in table.head))
    rows = [
        el("tr", el("th", row[0], scope="row"), *(el("td", cell) for cell in row[1:])) for row in table.rows
    ]
    label = _("The numbers of “%(title)s”") % {"title": picture.title}
    drawn = _("The picture of “%(title)s”") % {"title": picture.title}
    grid = el("table", el("caption", label), el("thead", head), el("tbody", *rows))
    return [
        written("p", picture.alt, class_="say"),
        el("div", drawing(picture.svg), class_="draw", role="region", tabindex="0", aria_label=drawn),
        written("p", counted, class_="soft") if counted else None,
        el(
            "details",
            el("summary", _("The same as a table")),
            el("div", grid, class_="scroll", role="region", tabindex="0", aria_label=label),
        ),
    ]


def _chapter(name: str, title: str, *inside: Element | None) -> Element:
    head = written("h2", title, id=f"about-{name}")
    return el("section", head, *inside, aria_labelledby=f"about-{name}")
