"""How people are credited in what is written up: as they say themselves, and not at all until they do."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from .agreed_to import agreed_in
from .base import one_of
from .people import Seat
from .refusals import Forbidden, Invalid, Stale
from .text import LIMITS, CleanCharField, checked_text
from .workshops import Workshop

# The Contributor Role Taxonomy (CRediT), ANSI/NISO Z39.104-2022, in its own spelling and order.
CREDIT_ROLES = (
    ("conceptualization", _("Conceptualization")),
    ("data-curation", _("Data curation")),
    ("formal-analysis", _("Formal analysis")),
    ("funding-acquisition", _("Funding acquisition")),
    ("investigation", _("Investigation")),
    ("methodology", _("Methodology")),
    ("project-administration", _("Project administration")),
    ("resources", _("Resources")),
    ("software", _("Software")),
    ("supervision", _("Supervision")),
    ("validation", _("Validation")),
    ("visualization", _("Visualization")),
    ("writing-original-draft", _("Writing – original draft")),
    ("writing-review-editing", _("Writing – review & editing")),
)


class Credit(models.Model):
    """How one person is credited. It goes with the seat; ``proxy`` is the facilitator who entered it."""

    class Kind(models.TextChoices):
        NONE = "none", _("Not at all")
        ROLE = "role", _("By a description, without my name")
        NAMED = "named", _("By name")

    seat = models.OneToOneField(Seat, models.CASCADE, related_name="credit")
    kind = models.CharField(max_length=6, choices=Kind, default=Kind.NONE)
    name = CleanCharField(max_length=LIMITS["name"], blank=True)
    role = CleanCharField(max_length=LIMITS["title"], blank=True)
    proxy = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    rev = models.PositiveIntegerField(default=0)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [one_of("kind", "none role named", "credit_kind")]

    def __str__(self) -> str:
        return self.shown

    @property
    def shown(self) -> str:
        """What is printed: the name as they write it, or the description; empty for no credit."""
        return {self.Kind.NAMED: self.name, self.Kind.ROLE: self.role}.get(self.Kind(self.kind), "")

    @property
    def role_keys(self) -> list[str]:
        """The roles in the order of the taxonomy; none of a credit that was never kept."""
        had = {each.role for each in self.contributions.all()} if self.pk else set()
        return [key for key, _name in CREDIT_ROLES if key in had]

    @property
    def entered(self) -> bool:
        """Whether a facilitator entered it."""
        return self.proxy_id is not None

    def change(self, wanted: "WantedCredit", rev: int, by: Seat) -> bool:
        """Become what is wanted, and return whether it was anything else before.

        Raises:
            Forbidden: the person said it themselves, and somebody else enters it.
            Stale: it was changed meanwhile. Invalid: there is no name or description to print.
        """
        if by.pk != self.seat_id and self.rev and self.proxy_id is None:
            raise Forbidden(_t("They said this themselves, so only they can change it. Nothing was changed."))
        said, proxy = wanted.checked(), None if by.pk == self.seat_id else by
        stands = (self.kind, self.name, self.role), set(self.role_keys), self.proxy
        if self.rev and (said, set(wanted.roles), proxy) == stands:
            return False
        if self.rev != rev:
            raise Stale(_t("This was changed in another window. Look at what it says now, then save again."))
        (self.kind, self.name, self.role), self.proxy = said, proxy
        self.rev, self.at = self.rev + 1, timezone.now()
        return True


class Contribution(models.Model):
    """One role that a person had, in the words of the taxonomy."""

    credit = models.ForeignKey(Credit, models.CASCADE, related_name="contributions")
    role = models.CharField(max_length=32, choices=CREDIT_ROLES)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["credit", "role"], name="contribution_once"),
            one_of("role", " ".join(key for key, _name in CREDIT_ROLES), "contribution_role"),
        ]

    def __str__(self) -> str:
        return self.role


@dataclass(frozen=True)
class WantedCredit:
    """What a form says of somebody's credit."""

    kind: str
    name: str = ""
    role: str = ""
    roles: Collection[str] = ()

    def checked(self) -> tuple[str, str, str]:
        """Return kind, name and description, cleaned; a name is kept only for who is credited by name."""
        named, described = self.kind == Credit.Kind.NAMED, self.kind == Credit.Kind.ROLE
        if self.kind not in Credit.Kind.values or not set(self.roles) <= dict(CREDIT_ROLES).keys():
            raise Invalid(_t("Choose one of the ways to be credited."), field="kind")
        name = checked_text(
            self.name if named else "", limit=LIMITS["name"], name=_t("The name"), required=named, line=True
        )
        role = checked_text(
            self.role if described or named else "",
            limit=LIMITS["title"],
            name=_t("The description"),
            required=described,
            line=True,
        )
        return self.kind, name, role


def credit_of(seat: Seat) -> Credit:
    """Return the credit of a seat; one that says nothing yet (rev 0) for who has not said."""
    return Credit.objects.filter(seat=seat).first() or Credit(seat=seat)


def credits_in(workshop: Workshop) -> list[Credit]:
    """Return who is credited, and how: names first, in their order, then descriptions.

    Those who do not take part (any more) are not among them.
    """
    rows = Credit.objects.filter(seat__workshop=workshop).exclude(kind=Credit.Kind.NONE)
    rows = rows.exclude(seat__in=agreed_in(workshop).declined).prefetch_related("contributions")
    return sorted(rows, key=lambda each: (each.kind != Credit.Kind.NAMED, each.shown.casefold(), each.pk))
