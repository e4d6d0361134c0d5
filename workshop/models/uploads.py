"""A file that somebody sent and has not brought in yet: between the look at what is in it and the press."""

import zlib
from datetime import timedelta

from django.db import models
from django.utils import timezone

from .base import uid_field, unique
from .people import User
from .workshops import Workshop

LASTS = timedelta(days=1)


class Upload(models.Model):
    """The file of a workshop, pressed together, with the facts its page shows; empty once it is ``made``."""

    user = models.ForeignKey(User, models.CASCADE, related_name="uploads")
    uid = uid_field()
    sha256 = models.CharField(max_length=64)
    packed = models.BinaryField(default=bytes)
    facts = models.JSONField(default=dict)
    made = models.ForeignKey(Workshop, models.CASCADE, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [unique("user", "uid", name="upload_uid_once")]

    def __str__(self) -> str:
        return self.sha256

    @property
    def content(self) -> bytes:
        """The bytes that were sent; empty once they are gone."""
        return zlib.decompress(bytes(self.packed)) if self.packed else b""


def pack(content: bytes) -> bytes:
    """Return bytes as an upload keeps them."""
    return zlib.compress(content, 6)


def uploads_of(user: User) -> models.QuerySet[Upload]:
    """Return what somebody sent: nobody else can look at it."""
    return Upload.objects.filter(user=user).select_related("made")


def outlived() -> models.QuerySet[Upload]:
    """Return the uploads whose day is over."""
    return Upload.objects.filter(at__lt=timezone.now() - LASTS)
