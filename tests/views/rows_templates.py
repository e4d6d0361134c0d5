"""Who may look at templates: whoever signs in; each their own templates, and their own workshops as one."""

import uuid

from tests.support import House
from tests.views.permissions import Row, Words, anybody, fay
from tests.views.rows_bringing import OWN
from tests.views.rows_setup import SIGNED_IN
from workshop.actions.packs import SIX_TENSIONS
from workshop.actions.packs.documents import document_of
from workshop.actions.templates import keep_template
from workshop.models import User


def kept(house: House) -> uuid.UUID:
    """A template of Fay's."""
    user = User.objects.get(email="fay@example.org")
    uid = uuid.uuid5(uuid.NAMESPACE_URL, house.workshop.slug)
    return keep_template(user, uid, document_of(SIX_TENSIONS)).uid


def own(house: House) -> Words:
    return {"ref": f"own-{kept(house)}"}


def ready(house: House) -> Words:
    return {"ref": "four-tensions"}


def of_workshop(house: House) -> Words:
    return {"ref": f"workshop-{house.workshop.slug}"}


def by_uid(house: House) -> Words:
    return {"uid": kept(house)}


def named(house: House) -> Words:
    uid = uuid.uuid5(uuid.NAMESPACE_DNS, house.workshop.slug)
    return {"name": "Ours", "says": "For a start", "source": "Us", "edition": "2", "uid": str(uid)}


TEMPLATE_ROWS = [
    Row("templates", SIGNED_IN.format(200), in_workshop=False),
    Row("template", SIGNED_IN.format(200), parts=ready, in_workshop=False),
    Row("template", OWN.format(200, 404), parts=own, in_workshop=False),
    Row("template", OWN.format(200, 404), parts=of_workshop, in_workshop=False),
    Row("template-file", OWN.format(200, 404), parts=own, in_workshop=False),
    Row("template-new", SIGNED_IN.format(200), in_workshop=False),
    Row("template-new", SIGNED_IN.format(422), "post", in_workshop=False),
    Row("template-removal", OWN.format(200, 302), "post", by_uid, in_workshop=False),
    Row("template-schema", anybody(200), in_workshop=False),
    Row("template-kept", fay(200)),
    Row("template-kept", fay(302), "post", data=named),
]
