"""A person, and every way the person's name has been written."""

from __future__ import annotations

import re
from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from radslag.base.core.models import Revised
from radslag.base.core.sorting import swedish
from radslag.base.people.models.collaboration import Owned, OwnedQuerySet
from radslag.base.people.rules import name_on
from radslag.text.swedish.names import sort_name


def in_either_case(word: str) -> str:
    """A regular expression for a word whatever its capitals: "åke" → "[åÅ][kK][eE]".

    Both engines fold only the letters a to z by themselves, PostgreSQL depending on the locale of its cluster.
    """
    pairs = ((letter.lower(), letter.upper()) for letter in word)
    return "".join(
        f"[{low}{high}]" if low != high and len(low + high) == 2 else re.escape(letter)
        for letter, (low, high) in zip(word, pairs, strict=True)
    )


class PersonQuerySet(OwnedQuerySet["Person"]):
    """Questions about people."""

    def standing(self) -> Self:
        """Without the records that have been merged into another."""
        return self.filter(merged_into__isnull=True)

    def with_signpost(self) -> Self:
        """With the record each has been merged into."""
        return self.select_related("merged_into")

    def with_names(self) -> Self:
        """With former names and spellings: what it takes to say what each was called on a day."""
        return self.prefetch_related("names")

    def named(self, words: str) -> Self:
        """Those whose name, or another spelling of it, holds every word, whole or part."""
        rows = self
        for word in words.split():
            pattern = in_either_case(word)
            spelt = PersonName.objects.filter(person=models.OuterRef("pk"), name__regex=pattern)
            rows = rows.filter(models.Q(name__regex=pattern) | models.Exists(spelt))
        return rows

    def sorted(self) -> Self:
        """By surname, in the order of the Swedish alphabet."""
        return self.order_by(swedish("sort_name"), "pk")


class Person(Owned, Revised):
    """A person in one collaboration; the same human may be another row in another collaboration.

    A record merged into another stays as a signpost, so that its address leads on (foundation 2).
    """

    name = models.CharField(max_length=120)
    sort_name = models.CharField(max_length=120, editable=False)
    title = models.CharField(max_length=120, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged")

    objects = PersonQuerySet.as_manager()

    def __str__(self) -> str:
        return self.name

    @property
    def standing(self) -> Person:
        """The record this one has been merged into, however many steps away; itself when it stands."""
        person, steps = self, 0
        while person.merged_into is not None and steps < 20:
            person, steps = person.merged_into, steps + 1
        return person

    def name_on(self, day: date) -> str:
        """What the person was called on a day. Reads `names`, so fetch people with `with_names()`."""
        return name_on(self.name, [(row.name, row.end) for row in self.names.all() if row.is_former], day)

    def save(self, *args: object, **kwargs: object) -> None:
        self.sort_name = sort_name(self.name)
        super().save(*args, **kwargs)  # type: ignore[arg-type]  # Django's own signature is four loose keywords


class PersonNameQuerySet(OwnedQuerySet["PersonName"]):
    """Questions about the names of people."""

    def of_person(self, person: Person) -> Self:
        """The other names of one person, in the order of the Swedish alphabet."""
        return self.filter(person=person).order_by(swedish("name"))


class NameKind(models.TextChoices):
    """What a name beside the current one is."""

    FORMER = "former", _("tidigare namn")
    SPELLING = "spelling", _("annan stavning")


class PersonName(Owned):
    """A name as some document writes it: a former name or another spelling. The current name stands on the person.

    `end`: the first day a former name was no longer the name; None when that is not known.
    """

    Kind = NameKind

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.SPELLING)
    end = models.DateField(null=True, blank=True)

    objects = PersonNameQuerySet.as_manager()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["person", "name"], name="people_person_name_once"),
            models.CheckConstraint(
                condition=models.Q(kind="former") | models.Q(end__isnull=True), name="people_person_name_end_of_former"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_former(self) -> bool:
        """Whether it was the name once, rather than a way of writing it."""
        return self.kind == NameKind.FORMER
