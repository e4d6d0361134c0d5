"""The words of a workshop, kept as a template after the close as well: they are nobody's answers."""

import uuid

from tests.actions.closing_rows import Act
from tests.support import House
from workshop.actions.packs import SIX_TENSIONS
from workshop.actions.packs.documents import document_of
from workshop.actions.templates import save_as_template
from workshop.models import Template


def keep(house: House) -> None:
    """Keep the workshop's words."""
    save_as_template(house.fay, uuid.uuid4(), document_of(SIX_TENSIONS))


TEMPLATES: dict[str, tuple[Act, Act]] = {
    "save_as_template": (keep, lambda house: Template.objects.exists()),
}
