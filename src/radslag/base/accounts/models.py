"""Who signs in, which person that is in each collaboration, the roles that are given, and who stands in for whom."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, ClassVar, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db import models

from radslag.base.accounts.roles import Role
from radslag.base.core.actor import Actor
from radslag.base.core.models import Dated, Identified, current
from radslag.base.core.sorting import swedish
from radslag.base.people.models import Collaboration, Municipality, Owned, OwnedQuerySet, Person


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
        standing_in = Delegation.objects.of(collaboration).values("receiver")
        known = models.Q(pk__in=appointed) | models.Q(pk__in=people) | models.Q(pk__in=standing_in)
        return self.filter(known).order_by(swedish("name"), "pk")

    def invited_to(self, collaboration: Collaboration) -> models.QuerySet[User]:
        """Those known there who have not chosen a password yet (`User.invited`), by name."""
        return self.known_in(collaboration).filter(last_login=None, password__startswith=UNUSABLE_PASSWORD_PREFIX)

    def administering(self, collaboration: Collaboration, day: date) -> models.QuerySet[User]:
        """Those who can give roles there on a day, by name."""
        given = Appointment.objects.of(collaboration).as_of(day).filter(role=Role.ADMINISTRATOR.value)
        return self.filter(pk__in=given.values("user"), is_active=True).order_by(swedish("name"), "pk")


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
    def invited(self) -> bool:
        """Whether the account has been made but nobody has chosen a password for it yet."""
        return self.last_login is None and not self.has_usable_password()

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

    def of_users(self, users: Iterable[User]) -> Self:
        """Which people some users are."""
        return self.filter(user__in=[user.pk for user in users])

    def connecting(self, user: User, person: Person) -> Self:
        """Those that stand in the way of the user being the person: either is connected already."""
        same = models.Q(user=user) | models.Q(person=person)
        return self.of(person.collaboration).filter(same)

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

    def of_user(self, user: User) -> Self:
        """The roles one user has been given."""
        return self.filter(user=user)

    def of_users(self, users: Iterable[User]) -> Self:
        """The roles some users have been given."""
        return self.filter(user__in=[user.pk for user in users])

    def with_municipality(self) -> Self:
        """With the municipality of each that is given for one."""
        return self.select_related("municipality")

    def with_user(self) -> Self:
        """With the user and municipality of each, by name in Swedish order."""
        return self.select_related("user", "municipality").order_by(swedish("user__name"), "role", "start", "pk")

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
    """A role given to a user for a period: coordinator, registrar, observer …; an official's for one municipality."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="appointments")
    role = models.CharField(max_length=20, choices=[(role.value, role.label) for role in Role if role.appointed])
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = AppointmentQuerySet.as_manager()

    no_overlap = (("collaboration", "user", "role", "municipality"),)

    class Meta(Dated.Meta):
        abstract = False
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(role=Role.OFFICIAL.value, municipality__isnull=False)
                | models.Q(~models.Q(role=Role.OFFICIAL.value), municipality__isnull=True),
                name="accounts_appointment_official_of_one_municipality",
            ),
        ]

    def __str__(self) -> str:
        role = str(Role(self.role).label)
        return f"{self.user} · {role}, {self.municipality}" if self.municipality else f"{self.user} · {role}"


class DelegationQuerySet(OwnedQuerySet["Delegation"]):
    """Questions about who stands in for whom."""

    def standing(self) -> Self:
        """Those nobody has taken back."""
        return self.filter(withdrawn_at__isnull=True)

    def in_force(self, day: date) -> Self:
        """Those that hold on a day: begun, not over, not taken back, and by an account in use."""
        return self.standing().filter(current(day), giver__is_active=True)

    def not_ended(self, day: date) -> Self:
        """Those that hold on a day or will later, the first to begin first."""
        return self.standing().filter(end__gt=day).order_by("start", "pk")

    def given_by(self, user: User) -> Self:
        """What one user has handed over."""
        return self.filter(giver=user)

    def received_by(self, user: User) -> Self:
        """What has been handed over to one user."""
        return self.filter(receiver=user)

    def concerning(self, users: Iterable[User]) -> Self:
        """What some users have handed over or received."""
        keys = [user.pk for user in users]
        return self.filter(models.Q(giver__in=keys) | models.Q(receiver__in=keys))

    def touching(self, start: date, end: date) -> Self:
        """Those that share a day with a period; `end` exclusive."""
        return self.filter(start__lt=end, end__gt=start)

    def with_users(self) -> Self:
        """With giver and receiver."""
        return self.select_related("giver", "receiver")


class Delegation(Owned, Dated):
    """What one user may do here, handed to a colleague for a time (W70). The office itself is not handed over.

    Both ends are set. `withdrawn_at`: the instant it was taken back, after which it gives nothing.
    """

    giver = models.ForeignKey(User, on_delete=models.CASCADE, related_name="delegations_given")
    receiver = models.ForeignKey(User, on_delete=models.CASCADE, related_name="delegations_received")
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = DelegationQuerySet.as_manager()

    class Meta(Dated.Meta):
        abstract = False
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(start__isnull=False, end__isnull=False), name="accounts_delegation_has_both_ends"
            ),
            models.CheckConstraint(
                condition=~models.Q(giver=models.F("receiver")), name="accounts_delegation_to_somebody_else"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.giver} → {self.receiver}"

    @property
    def last(self) -> date:
        """The last day it holds."""
        assert self.end is not None
        return self.end - timedelta(days=1)
