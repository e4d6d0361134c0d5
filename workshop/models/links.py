"""Personal links: what takes a seat without an account."""

import hashlib
import secrets
from collections.abc import Collection, Iterable
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .base import one_of, uid_field, unique
from .people import Seat
from .workshops import Workshop


class LinkQuerySet(models.QuerySet["Link"]):
    """Links by whether they work."""

    def valid(self) -> "LinkQuerySet":
        """Return the links that still take their seat, as `Link.is_valid` says of one."""
        unspent = models.Q(expires_at=None) | models.Q(expires_at__gt=timezone.now())
        return self.filter(unspent, revoked_at=None, seat__removed_at=None)


class Link(models.Model):
    """A personal link: the digest of a secret that takes a seat. Many a seat; no secret is kept."""

    class Purpose(models.TextChoices):
        COPY = "copy", _("Copied")
        MAIL = "mail", _("Sent by e-mail")
        CODE = "code", _("Joined by code")
        SCREEN = "screen", _("Wall screen")
        QR = "qr", _("Printed, as a code to scan")
        DEMO = "demo", _("Demonstration sign-in")

    seat = models.ForeignKey(Seat, models.CASCADE, related_name="links")
    uid = uid_field()
    digest = models.CharField(max_length=64, unique=True)
    purpose = models.CharField(max_length=8, choices=Purpose, default=Purpose.COPY)
    made_at = models.DateTimeField(default=timezone.now)
    used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField(null=True, blank=True)

    objects = LinkQuerySet.as_manager()

    class Meta:
        constraints = [
            unique("uid", name="link_uid_once"),
            one_of("purpose", "copy mail code screen qr demo", "link_purpose"),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.made_at:%Y-%m-%d}"

    @classmethod
    def fresh(cls, seat: Seat, purpose: str, **more: Any) -> "tuple[Link, str]":
        """Return a new link, not saved, and its secret: 32 random bytes as a word that fits an address."""
        secret = secrets.token_urlsafe(32)
        return cls(seat=seat, digest=cls.digest_of(secret), purpose=purpose, **more), secret

    @staticmethod
    def digest_of(secret: str) -> str:
        """Return what is stored for a secret: SHA-256, in hexadecimal (the secret is random, so no salt)."""
        return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()

    @property
    def is_valid(self) -> bool:
        """Whether the link still takes its seat."""
        unspent = not self.expires_at or self.expires_at > timezone.now()
        return self.revoked_at is None and unspent and self.seat.removed_at is None


def earlier_links(kept: Collection[Link]) -> list[Link]:
    """Return the valid links of the same seats that were made before these."""
    newest: dict[int, int] = {}
    for link in kept:
        newest[link.seat_id] = max(link.pk, newest.get(link.seat_id, 0))
    mine = {link.pk for link in kept}
    found = Link.objects.valid().filter(seat__in=newest).exclude(purpose=Link.Purpose.SCREEN)
    return [link for link in found if link.pk < newest[link.seat_id] and link.pk not in mine]


def links_of(workshop: Workshop, words: Iterable[str]) -> list[tuple[Link, str]]:
    """Return the valid personal links of a workshop with these secrets, each with it, oldest first."""
    by_digest = {Link.digest_of(word): word for word in words}
    found = Link.objects.valid().filter(
        seat__workshop=workshop, digest__in=by_digest, purpose=Link.Purpose.COPY
    )
    return [(link, by_digest[link.digest]) for link in found.select_related("seat__person").order_by("pk")]
