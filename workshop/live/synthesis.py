"""The newest change of cards, and what is before the group, for every live page."""

from typing import Any

from django.utils.translation import gettext as _

from workshop.models import Card, Change, ChangeCard, Proposal, Workshop
from workshop.models.audiences import FACILITATORS, led_by, sees_more_names
from workshop.models.lineage import changes_of, lineage_of
from workshop.models.look_ups import LookUp
from workshop.models.once import if_read, once
from workshop.models.proposing import proposals_of, unsettled
from workshop.models.ties import state_of_cards
from workshop.templatetags.changes import change_asked, change_done

State = Proposal.State
NEWEST = LookUp(
    lambda workshop: (
        Change.objects.filter(workshop=workshop).select_related("seat__person").order_by("-n")[:1]
    ),
    known="workshop",
)


def changes(workshop: Workshop, audience: str) -> dict[str, Any]:
    """Return the newest change in one sentence, and the state by which a page knows that it is behind."""
    newest = _newest(workshop)
    state = state_of_cards(workshop, newest.n if newest else 0)
    if newest is None:
        return {"state": state, "announce": ""}
    return {"state": state, "announce": _sentence(workshop, newest, audience)}


def _newest(workshop: Workshop) -> Change | None:
    if (known := if_read(workshop, changes_of, workshop)) is not None:
        return known[-1] if known else None
    return next(iter(NEWEST(workshop)), None)


def table_of(workshop: Workshop) -> list[tuple[Card, list[Card]]]:
    """Return the cards on the table in order, each with its sub-themes, in two queries."""
    shown = workshop.cards.filter(status__in=[Card.Status.LIVE, Card.Status.NESTED]).with_words()
    cards = list(shown.order_by("position", "pk"))
    nested: dict[int | None, list[Card]] = {}
    for card in cards:
        if card.status == Card.Status.NESTED:
            nested.setdefault(card.parent_id, []).append(card)
    return [(card, nested.get(card.pk, [])) for card in cards if card.status == Card.Status.LIVE]


def _sentence(workshop: Workshop, change: Change, audience: str) -> str:
    by = led_by(change.seat, workshop, audience)
    if change.undoes_id:
        first, again = lineage_of(workshop).first(change.n)
        said = _("Change %(n)s was made again") if again else _("Change %(n)s was taken back")
        said = said % {"n": first}
    else:
        rows = list(change.cards.select_related("card").order_by("pk"))
        said = change_done(change.verb, _on(rows, "source"), _on(rows, "result"))
    return _("%(said)s, by %(by)s.") % {"said": said, "by": by} if by else f"{said}."


def _on(rows: list[ChangeCard], side: str) -> list[Card]:
    return [row.card for row in rows if row.side == ChangeCard.Side(side)]


def proposal(workshop: Workshop, audience: str) -> dict[str, Any]:
    """Return the proposal that is before the group, and for facilitators how many more wait."""
    states = once(workshop, unsettled, workshop)
    found = proposals_of(workshop, audience, [State.PUT]) if State.PUT in states else []
    asked = found[0] if found else None
    context: dict[str, Any] = {"asked": asked, "announce": "", "waiting": 0}
    if asked:
        shown = asked.proposal
        context["announce"] = _("Before the group: %(what)s") % {
            "what": change_asked(shown.verb, asked.sources, asked.target)
        }
    context["private"] = sees_more_names(workshop, audience)
    if audience == FACILITATORS and not workshop.is_closed:
        context["waiting"] = states.count(State.OPEN)
    return context
