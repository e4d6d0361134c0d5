"""Words for one time that somebody was in the chair: when, for what, and how they came to it."""

from django import template
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from workshop.models import Step, Workshop
from workshop.models.chaired import HANDED, LENT, RETURNED, Chaired

from .naming import and_list
from .rounds import round_name

register = template.Library()
HOW = {
    HANDED: gettext_lazy("handed on for good by %(by)s"),
    LENT: gettext_lazy("for one step, by %(by)s"),
    RETURNED: gettext_lazy("came back by %(by)s"),
}


@register.simple_tag
def chair_when(time: Chaired, workshop: Workshop) -> str:
    """Say from when to when, by the workshop's clock: "5 March, 10:02 to 10:20"."""
    began, ended = workshop.local(time.since), workshop.local(time.until)
    since = date_format(began, "j F, H:i") if began else ""
    if ended is None:
        return _("since %(began)s") % {"began": since}
    same = began is not None and began.date() == ended.date()
    until = date_format(ended, "H:i" if same else "j F, H:i")
    return _("%(began)s to %(ended)s") % {"began": since, "ended": until}


@register.simple_tag
def chair_steps(time: Chaired) -> str:
    """Say which steps were on the stage meanwhile: "Welcome, Opening poll and card 2"."""
    if not time.steps:
        return _("Nothing was on the stage")
    return and_list([_step(step) for step in time.steps])


@register.simple_tag
def chair_how(time: Chaired) -> str:
    """Say how somebody came to the chair, and by whom."""
    return str(HOW[time.verb]) % {"by": time.by or _("somebody who is gone")}


def _step(step: Step) -> str:
    if step.card:
        return _("card %(label)s") % {"label": step.card.label}
    if step.round and step.kind == Step.Kind.POLL:
        return round_name(step.round)
    return str(Step.Kind(step.kind).label)
