"""Who is in a workshop: users who sign in, persons with a name, and seats."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .base import one_of, uid_field, unique
from .text import LIMITS, CleanCharField
from .workshops import Workshop


class UserManager(BaseUserManager["User"]):
    """Makes users; an e-mail address is one whatever its capitals."""

    def create_user(self, email: str, password: str | None = None, **more: object) -> "User":
        """Return a new user; without a password nobody can sign in until one is set.

        Args:
            email: the address; stored case-folded.
        """
        user = self.model(email=email.strip().casefold(), **more)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **more: object) -> "User":
        """Return a new user who may also use the admin site."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **more)

    def get_by_natural_key(self, username: str | None) -> "User":
        """Return the user with this address, whatever its capitals."""
        return self.get(email=(username or "").strip().casefold())


class User(AbstractBaseUser, PermissionsMixin):
    """Somebody who signs in with an e-mail address and a password: a facilitator."""

    email = models.EmailField(_("e-mail address"), unique=True)
    name = CleanCharField(_("name"), max_length=LIMITS["name"], blank=True)
    is_staff = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(default=timezone.now, editable=False)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    objects = UserManager()

    def __str__(self) -> str:
        return self.name or self.email

    def clean(self) -> None:
        """Fold the capitals of the address."""
        self.email = self.email.strip().casefold()


class Person(models.Model):
    """Who somebody is in one workshop: besides, only a credit, a quote that names them or an account.

    ``no_letters_at``: when they asked for no letters about this workshop.
    """

    workshop = models.ForeignKey(Workshop, models.CASCADE, related_name="people")
    user = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="people")
    name = CleanCharField(max_length=LIMITS["name"])
    email = models.EmailField(blank=True)
    no_letters_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            unique("workshop", "user", name="person_user_once", condition=models.Q(user__isnull=False)),
            unique("workshop", "email", name="person_email_once", condition=~models.Q(email="")),
        ]

    def __str__(self) -> str:
        return self.name


class SeatQuerySet(models.QuerySet["Seat"]):
    """Seats by what they are for."""

    def present(self) -> "SeatQuerySet":
        """Return the seats that were not removed."""
        return self.filter(removed_at__isnull=True)

    def removed(self) -> "SeatQuerySet":
        """Return the seats that were removed and can be given back: nobody withdrew from them."""
        return self.filter(removed_at__isnull=False, withdrawn_at__isnull=True)

    def answering(self) -> "SeatQuerySet":
        """Return the seats that are asked in rounds: participants that were not removed."""
        return self.present().filter(role=Seat.Role.PARTICIPANT)


class Seat(models.Model):
    """One person in one workshop, with a role.

    ``ground_rules_proxy`` is the facilitator who entered that they agree, for a person without a device.
    ``sheet`` is the newest version of the information that they read; 0 for none.
    ``told_until`` is the day of erasure that they last read, empty for none: told anew where it is another.
    ``language`` is what they read in, empty where they never chose: it goes along to another device.
    ``extra_until`` is the moment until which a facilitator leaves the pack open for them (`extra_time.py`).
    ``full_data``: whether a facilitator may take files with names.
    ``withdrawn_at`` is when its person withdrew: what is left is a shell without a person (`erasing.py`).
    ``has_agreed``: whether this page found, before it was shown, that nothing is asked of them; not stored.
    """

    class Role(models.TextChoices):
        FACILITATOR = "facilitator", _("Facilitator")
        PARTICIPANT = "participant", _("Participant")
        OBSERVER = "observer", _("Observer")

    workshop = models.ForeignKey(Workshop, models.CASCADE, related_name="seats")
    uid = uid_field()
    person = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="seats")
    pseudonym = models.CharField(max_length=20)
    role = models.CharField(max_length=12, choices=Role, default=Role.PARTICIPANT)
    read_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    ground_rules_at = models.DateTimeField(null=True, blank=True)
    ground_rules_proxy = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="+")
    full_data = models.BooleanField(default=False)
    sheet = models.PositiveSmallIntegerField(default=0)
    told_until = models.DateField(null=True, blank=True)
    language = models.CharField(max_length=5, blank=True, default="")
    extra_until = models.DateTimeField(null=True, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    has_agreed = False

    objects = SeatQuerySet.as_manager()

    class Meta:
        constraints = [
            unique("workshop", "uid", name="seat_uid_once"),
            unique("workshop", "pseudonym", name="seat_pseudonym_once"),
            one_of("role", "facilitator participant observer", "seat_role"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The name to those who may know it; the pseudonym when nobody may."""
        return self.person.name if self.person else self.pseudonym

    @property
    def is_facilitator(self) -> bool:
        """Whether this seat prepares the workshop: packs, people, exports."""
        return self.role == self.Role.FACILITATOR

    @property
    def is_participant(self) -> bool:
        """Whether this seat is asked in rounds."""
        return self.role == self.Role.PARTICIPANT

    @property
    def leads(self) -> bool:
        """Whether this seat may move the stage: the chair, or any facilitator."""
        return self.is_facilitator or self.workshop.chair_id == self.pk
