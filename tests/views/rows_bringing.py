"""Who may bring a workshop back: whoever signs in, each their own files."""

import json
import uuid

from tests.support import House
from tests.views.permissions import Row, Words
from tests.views.rows_setup import SIGNED_IN
from workshop.actions.uploads import keep_upload
from workshop.exports.document import document_of
from workshop.imports.facts import facts_of
from workshop.models import User

OWN = "302 302 302 {0} {1} 302 302"


def a_file(house: House) -> Words:
    """A file that Fay sent: of her own workshop."""
    user = User.objects.get(email="fay@example.org")
    uid = uuid.uuid5(uuid.NAMESPACE_URL, house.workshop.slug)
    document = {**document_of(house.workshop), "exported_at": "2026-03-05T10:00:00Z"}
    return {"uid": keep_upload(user, uid, json.dumps(document).encode(), facts_of(document)).uid}


BRINGING_ROWS = [
    Row("workshop-file-new", SIGNED_IN.format(200), in_workshop=False),
    Row("workshop-file-new", SIGNED_IN.format(422), "post", in_workshop=False),
    Row("workshop-file", OWN.format(200, 404), parts=a_file, in_workshop=False),
    Row("workshop-file", OWN.format(302, 404), "post", a_file, in_workshop=False),
    Row("workshop-file-removal", OWN.format(302, 302), "post", a_file, in_workshop=False),
]
