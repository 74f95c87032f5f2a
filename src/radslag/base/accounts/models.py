"""Who signs in, which person that is in each collaboration, and the roles that are appointed, not held by mandate."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from radslag.base.accounts.roles import Role
from radslag.base.core.actor import Actor
from radslag.base.core.models import Dated, Identified, current
from radslag.base.core.sorting import swedish
from radslag.base.people.models import Collaboration, Owned, OwnedQuerySet, Person


class UserManager(BaseUserManager["User"]):
    """Makes users by e-mail address."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        """A user with a hashed password; without one, the user must ask for a new password to sign in."""
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save()
        return user

    def known_in(self, collaboration: Collaboration) -> models.QuerySet[User]:
        """Those who have or have had a role by appointment there, or are a person there; by name in Swedish order."""
        appointed = Appointment.objects.of(collaboration).values("user")
        people = Login.objects.of(collaboration).values("user")
        return self.filter(models.Q(pk__in=appointed) | models.Q(pk__in=people)).order_by(swedish("name"), "pk")


class User(Identified, AbstractBaseUser):
    """One sign-in. Rights come from `Login` and appointments, collaboration by collaboration; nobody is superuser."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    is_active = models.BooleanField(default=True)
    date_joined = models.DateTimeField(auto_now_add=True)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def actor(self) -> Actor:
        """The user as the `by=` of an action."""
        return Actor("user", self.uuid, self.name)


class LoginQuerySet(OwnedQuerySet["Login"]):
    """Questions about which person a user is."""

    def with_user(self) -> Self:
        """With the user of each."""
        return self.select_related("user")

    def of_user(self, user: User) -> Self:
        """Which person a user is."""
        return self.filter(user=user)

    def with_person(self) -> Self:
        """With the person of each."""
        return self.select_related("person")


class Login(Owned):
    """The user is this person in this collaboration. A user may be a different person in another (foundation 1)."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="logins")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="logins")

    objects = LoginQuerySet.as_manager()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["collaboration", "user"], name="accounts_login_one_person")
        ]

    def __str__(self) -> str:
        return f"{self.user} → {self.person}"


class AppointmentQuerySet(OwnedQuerySet["Appointment"]):
    """Questions about appointed roles."""

    def as_of(self, day: date) -> Self:
        """Those that hold on a day."""
        return self.filter(current(day))

    def not_ended(self, day: date) -> Self:
        """Those that hold on a day or will later."""
        return self.filter(models.Q(end__isnull=True) | models.Q(end__gt=day))

    def with_user(self) -> Self:
        """With the user of each, by name in Swedish order."""
        return self.select_related("user").order_by(swedish("user__name"), "role", "start", "pk")

    def is_last_administrator(self, appointment: Appointment, end: date) -> bool:
        """Whether nobody would be left to give roles for as long as this one was to, if it ended at `end` instead."""
        if appointment.role != Role.ADMINISTRATOR.value:
            return False
        others = self.of(appointment.collaboration).exclude(pk=appointment.pk).filter(role=appointment.role)
        as_long = models.Q(end__isnull=True)
        if appointment.end is not None:
            as_long |= models.Q(end__gte=appointment.end)
        return not others.as_of(end).filter(as_long, user__is_active=True).exists()


class Appointment(Owned, Dated):
    """A role given to a user for a period: coordinator, observer, administrator."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="appointments")
    role = models.CharField(max_length=20, choices=[(role.value, role.label) for role in Role if role.appointed])

    objects = AppointmentQuerySet.as_manager()

    no_overlap = (("collaboration", "user", "role"),)

    class Meta(Dated.Meta):
        abstract = False

    def __str__(self) -> str:
        return f"{self.user} · {Role(self.role).label}"
