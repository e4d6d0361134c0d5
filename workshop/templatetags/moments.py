"""Days and times with the time zone they are in, by the name of its city, and days as a sentence has them."""

import re
from datetime import datetime

from django import template
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from workshop.models import Workshop
from workshop.models.languages import WELSH

register = template.Library()


@register.simple_tag
def saved_at(workshop: Workshop, at: datetime) -> SafeString:
    """Return when words were saved, in the workshop's zone; with scripts, in the reader's own."""
    clock = f"{workshop.local(at) or at:%H:%M}"
    said = _("Saved at {time}")
    time = format_html('<time datetime="{}" data-clock>{}</time>', localtime(at).isoformat(), clock)
    return format_html("<span>{}</span>", format_html(said, time=time))


@register.simple_tag
def moment(workshop: Workshop, at: datetime) -> SafeString:
    """Return a day and a time of a workshop, such as "Friday 5 February, 17:00 (London time)".

    `elements/local-time.js` adds the reader's own time where it is another.
    """
    local = workshop.local(at) or at
    said = f"{in_sentence(date_format(local, 'l j F'))}, {workshop.clock(local)}"
    shell = '<time datetime="{}" data-zone="{}" data-local>{}</time>'
    return format_html(shell, local.isoformat(), workshop.zone, said)


@register.filter(is_safe=True)
def in_sentence(day: str) -> str:
    """Return a day with its weekday as it stands within a sentence: Welsh has "dydd Llun", small."""
    return _weekday(day, "dydd ")


@register.filter(is_safe=True)
def on_or_until(day: str) -> str:
    """Return the same as it stands after "on" or "until": Welsh has "ar ddydd Llun", "erbyn dydd Llun"."""
    return _weekday(day, "ddydd ")


def _weekday(day: str, begins: str) -> str:
    return re.sub("[Dd]ydd ", begins, day, count=1) if get_language() == WELSH else day
