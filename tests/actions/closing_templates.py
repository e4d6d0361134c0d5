"""What is made of a closed workshop: a rehearsal, and a template of its words, which are nobody's answers."""

import uuid

from tests.actions.closing_rehearsals import STILL
from tests.actions.closing_rows import Act
from tests.support import House
from workshop.actions.packs import SIX_TENSIONS
from workshop.actions.packs.documents import document_of
from workshop.actions.templates import save_as_template
from workshop.models import Template


def keep(house: House) -> None:
    """Keep the workshop's words."""
    save_as_template(house.fay, uuid.uuid4(), document_of(SIX_TENSIONS))


MADE: dict[str, tuple[Act, ...]] = {
    **STILL,
    "save_as_template": (keep, lambda house: Template.objects.exists()),
}
