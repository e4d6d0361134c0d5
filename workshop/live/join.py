"""How somebody in the room joins: the address, the code, and both as a picture to scan."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings

from workshop.analysis.qr import Qr, qr_of
from workshop.models import Workshop


@dataclass(frozen=True)
class Join:
    """``place`` is the address to type, without its scheme; ``spoken`` the code in two parts."""

    url: str
    place: str
    code: str
    spoken: str
    qr: Qr


def join_facts(workshop: Workshop) -> Join | None:
    """Return how to join; ``None`` where the code is switched off or the workshop is closed."""
    if not workshop.join_code or workshop.is_closed:
        return None
    place = f"{urlsplit(settings.SITE_URL).netloc}/join"
    code, url = workshop.join_code, f"{settings.SITE_URL}/join/#{workshop.join_code}"
    letters = code.rstrip("0123456789")
    return Join(url, place, code, f"{letters} {code[len(letters) :]}".strip(), qr_of(url))
