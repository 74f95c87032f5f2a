"""The overview of somebody who is coordinator and has seats, with a thousand assignments and with ten thousand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

from django.utils import timezone

from benchmarks.figures import Figure, interleaved
from benchmarks.pages import questions, shown
from benchmarks.records import make_logs
from radslag.base.accounts.actions import connect_person
from radslag.base.core.actor import SYSTEM
from radslag.base.people.actions import create_person, give_mandate
from radslag.base.people.models import Body, Collaboration
from radslag.domain.decisions.models import Assignee
from tests.cast import Cast
from tests.paperwork import call_meeting

ROUNDS = 40
OWN = 20


def figures(cast: Cast) -> Iterator[Figure]:
    """All rows about the overview."""
    slugs = (make_logs(cast, 1_000), make_logs(cast, 10_000))
    for slug in slugs:
        _seat(cast, slug)
    client = cast.sign_in("member")
    addresses = [f"/{slug}/oversikt/" for slug in slugs]
    few, many = interleaved([partial(shown, client, address) for address in addresses], ROUNDS)
    yield Figure("Översikt, 10 000 uppdrag mot 1 000", many / few, "gånger", 1.3)
    asked = [questions(client, address) for address in addresses]
    yield Figure("Översikt, SQL-frågor", asked[1], "st", 45)
    yield Figure("Översikt, fler SQL-frågor med 10 000 uppdrag", asked[1] - asked[0], "st", 0)


def _seat(cast: Cast, slug: str) -> None:
    """Make the member of the cast a person with seats, assignments of its own and meetings ahead."""
    collaboration = Collaboration.objects.get(slug=slug)
    person = create_person(collaboration=collaboration, name="Vera Ström", by=SYSTEM)
    connect_person(user=cast.user("member"), person=person, by=SYSTEM)
    for number, body in enumerate(Body.objects.of(collaboration)):
        give_mandate(person=person, body=body, by=SYSTEM)
        call_meeting(body=body, day=timezone.localdate() + timedelta(days=number + 3), people=[person])
    own = Assignee.objects.of(collaboration).order_by("-pk").values_list("pk", flat=True)[:OWN]
    Assignee.objects.filter(pk__in=list(own)).update(person=person)
