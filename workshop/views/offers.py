"""What somebody can start a workshop from, by the name that addresses and forms have for it."""

from dataclasses import dataclass
from uuid import UUID

from workshop.actions.packs import PACKS, Pack
from workshop.actions.packs.documents import pack_in
from workshop.actions.packs.taken import FIRST, NOW, pack_of
from workshop.models import Template, User, Workshop
from workshop.models.templates import facilitated_by, templates_of

OWN, WORKSHOP = "own-", "workshop-"


@dataclass(frozen=True)
class Offer:
    """A template on offer: ``ref`` names it; ``own`` or ``workshop`` is where it comes from, if anywhere."""

    ref: str
    pack: Pack
    own: Template | None = None
    workshop: Workshop | None = None
    words: str = NOW

    @property
    def has_people(self) -> bool:
        """Whether people whom nobody invented took part where it comes from."""
        return self.workshop is not None and self.workshop.purpose == Workshop.Purpose.REAL

    @property
    def is_untitled(self) -> bool:
        """Whether it brings no title, so that whoever starts from it must write one."""
        return not str(self.pack.title).strip()

    @property
    def choice(self) -> tuple[str, str]:
        """What a form offers: its name, and what it says."""
        says = f": {self.pack.says}" if self.pack.says else ""
        return self.ref, f"{self.pack.name}{says}"


def ready_offers() -> list[Offer]:
    """Return Roundel's own templates."""
    return [Offer(key, pack) for key, pack in PACKS.items()]


def own_offers(user: User) -> list[Offer]:
    """Return the templates that a user keeps, the newest first."""
    return [_own(each) for each in templates_of(user)]


def _own(template: Template) -> Offer:
    ref = f"{OWN}{template.uid}"
    return Offer(ref, pack_in(template.document, ref), own=template)


def offer_of(user: User, ref: str) -> Offer | None:
    """Return what a name stands for, if this user may start from it."""
    if ref in PACKS:
        return Offer(ref, PACKS[ref])
    if ref.startswith(OWN):
        return _kept(user, ref.removeprefix(OWN))
    return _taken(user, ref.removeprefix(WORKSHOP)) if ref.startswith(WORKSHOP) else None


def _kept(user: User, uid: str) -> Offer | None:
    try:
        found = templates_of(user).filter(uid=UUID(uid)).first()
    except ValueError:
        return None
    return _own(found) if found else None


def _taken(user: User, slug: str) -> Offer | None:
    plain = slug.removesuffix(f"-{FIRST}")
    words = FIRST if plain != slug else NOW
    workshop = facilitated_by(user).filter(slug=plain).first()
    if workshop is None:
        return None
    return Offer(f"{WORKSHOP}{slug}", pack_of(workshop, words=words), workshop=workshop, words=words)
