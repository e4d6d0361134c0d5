"""How the cards changed: each change with its reason, who proposed it, and what the group said to it."""

from collections import Counter
from collections.abc import Iterator

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workshop.exports.document import Data
from workshop.models import Proposal, Stance
from workshop.models.wording import in_words
from workshop.templatetags.changes import change_done, change_to_do, named
from workshop.templatetags.naming import and_list

from .blocks import Block, Heading, Paragraph, Quotation, Table, listed
from .record import LIVE, STANDING, Record


def what_became(record: Record) -> str:
    """Say in a sentence how many cards there were and are; empty where nothing changed."""
    made = standing(record)
    if not made:
        return ""
    first = len({each["card"] for row in record.data["rounds"][:1] for each in row["cards"]})
    last = sum(card.number is not None and card.status == LIVE for card in record.cards.values())
    steps = ngettext("in %(n)s step", "in %(n)s steps", len(made)) % {"n": in_words(len(made))}
    if not first:
        return ""
    says = ngettext(
        "%(first)s card became %(last)s, %(steps)s.", "%(first)s cards became %(last)s, %(steps)s.", first
    )
    return capfirst(says % {"first": in_words(first), "last": in_words(last), "steps": steps})


def changes(record: Record) -> Iterator[Block]:
    """Yield every change in order, then where each card of the end came from."""
    told = [each for each in record.data["changes"] if each["verb"] != "undo"]
    if not told:
        yield Paragraph(_("The cards are as everybody got them: none was added, merged or changed."))
        return
    proposals = {each["uid"]: each for each in record.data["proposals"]}
    for change in told:
        yield from _change(record, change, proposals.get(change["proposal"]))
    yield from _lineage(record)
    yield from _not_made(record)


def _change(record: Record, change: Data, proposal: Data | None) -> Iterator[Block]:
    sources, results = record.named(change["sources"]), record.named(change["results"])
    done = change_done(change["verb"], sources, results)
    label = _("%(done)s (taken back later).") if change["taken_back"] else _("%(done)s.")
    yield Paragraph(" ".join(filter(None, _who(record, change, proposal))), label=label % {"done": done})
    if change["reason"]:
        yield Quotation(change["reason"], by=_("The reason given"))
    for each in proposal["answers"] if proposal else ():
        if each["why"]:
            answer = str(Stance.Answer(each["answer"]).label)
            yield Quotation(each["why"], by=_by(record, each["seat"], answer), depth=1)


def _who(record: Record, change: Data, proposal: Data | None) -> Iterator[str]:
    made, moment = record.who(change["seat"]), record.moment(change["at"])
    author = record.who(proposal["seat"]) if proposal else ""
    if author and author != made:
        yield _("%(author)s proposed it.") % {"author": capfirst(author)}
    elif proposal and not author:
        yield _("It was proposed by somebody in the group.")
    if made:
        yield _("%(who)s made the change on %(when)s.") % {"who": capfirst(made), "when": moment}
    else:
        yield _("It was made on %(when)s.") % {"when": moment}
    if proposal and proposal["answers"]:
        yield _("Of the answers to it: %(counts)s.") % {"counts": answers_counted(proposal)}


def answers_counted(proposal: Data) -> str:
    """Return how many gave each answer to a proposal: "4 “Fine”, 1 “No”"."""
    counts = Counter(each["answer"] for each in proposal["answers"])
    return ", ".join(f"{counts[key]} “{label}”" for key, label in Stance.Answer.choices if counts[key])


def _lineage(record: Record) -> Iterator[Block]:
    rows = []
    for each in record.data["lineage"]:
        card, came = record.cards.get(each["card"]), record.named(each["came_from"])
        if card is None or card.status not in STANDING:
            continue
        within = record.cards.get(card.parent or "")
        says = [capfirst(named(came)) if came else _("as it was given")]
        if card.proposer:
            says.append(_("first written by %(who)s") % {"who": record.who(card.proposer)})
        stands = _("within card %(label)s") % {"label": within.label} if within else _("on its own")
        rows.append((card.number or 0, [card.line, ", ".join(says), stands]))
    head = [_("Card"), _("Came from"), _("Stands")]
    yield Table(
        _("The cards in the end, and what each came from"), head, [r for _n, r in sorted(rows)], "lll"
    )


def _not_made(record: Record) -> Iterator[Block]:
    dropped = [each for each in record.data["proposals"] if each["state"] != Proposal.State.MADE]
    if dropped:
        yield Heading(_("Changes that were proposed and not made"), 2)
        yield listed([_proposed(record, each) for each in dropped])


def _proposed(record: Record, proposal: Data) -> str:
    said = [change_to_do(proposal["verb"], record.named(proposal["sources"]))]
    titles = [f"“{text['title']}”" for text in proposal["texts"] if text["title"]]
    if titles:
        said.append(_("as %(titles)s") % {"titles": and_list(titles)})
    line = " ".join(said)
    if who := record.who(proposal["seat"]):
        line = _("%(line)s, proposed by %(who)s") % {"line": line, "who": who}
    return f"{line}: {proposal['reason']}" if proposal["reason"] else f"{line}."


def _by(record: Record, seat: str | None, says: str) -> str:
    who = record.who(seat)
    return f"{capfirst(who)}: {says.lower()}" if who else says


def standing(record: Record) -> list[Data]:
    """Return the changes that stand: none that was taken back, nor the taking back itself."""
    return [each for each in record.data["changes"] if each["verb"] != "undo" and not each["taken_back"]]
