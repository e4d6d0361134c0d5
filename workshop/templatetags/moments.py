"""Days and times with the time zone they are in, by the name of its city."""

from datetime import datetime

from django import template
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from workshop.models import Workshop

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
    said = f"{date_format(local, 'l j F')}, {workshop.clock(local)}"
    shell = '<time datetime="{}" data-zone="{}" data-local>{}</time>'
    return format_html(shell, local.isoformat(), workshop.zone, said)
