"""What a reveal changes for good, and the order by hand that it leaves: a poll's own is offered after it."""

from django.urls import reverse
from django.utils.translation import gettext as _

from workshop.models import Round, Step, Workshop
from workshop.models.extra_time import extra_time_said
from workshop.models.ordering import revealed_poll

from .control import Control
from .few import few_sentence
from .now import Now


def reveal_text(round: Round) -> str:
    """Return what cannot be undone once a round is revealed, and what totals of few let people work out."""
    text = _(
        "Everybody sees the totals at the same moment, and the round takes no more answers. "
        "Once shown, it cannot be hidden or opened again."
    )
    return " ".join(filter(None, (text, extra_time_said(round), keeps_order(round), few_sentence(round))))


def keeps_order(round: Round) -> str:
    """Return in a sentence that revealing a poll leaves the agenda as it was ordered by hand; else empty."""
    if round.kind != Round.Kind.POLL or round.workshop.ordered_by != Workshop.Order.HAND:
        return ""
    return _("The agenda keeps the order that was chosen by hand; you can order it by this poll afterwards.")


def order_by_poll(now: Now) -> list[Control]:
    """Offer to order the discussions by the poll on the stage, where they keep an order by hand."""
    if not (
        now.round and now.is_revealed and now.round == revealed_poll(now.workshop) and keeps_order(now.round)
    ):
        return []
    url = reverse("agenda-order", kwargs={"slug": now.workshop.slug})
    return [Control("order", _("Order by this poll"), url, "by", "nominations")]


def awaits_close(now: Now, round: Round | None) -> str:
    """Return why nothing can be revealed at the results yet: a round there is closed first; else empty."""
    if now.kind != Step.Kind.RESULTS or round is None or not round.is_open:
        return ""
    if round.is_pack:
        return _("Nothing to reveal yet: the packs are open. Close them first.")
    return _("Nothing to reveal yet: round %(n)s is open. Close it first.") % {"n": round.number}
