"""The pages where the register is read over time and changed, with something to see on each."""

from __future__ import annotations

from datetime import date

from radslag.base.core.actor import SYSTEM
from radslag.base.people.actions import create_person, observe_mandate
from radslag.base.people.describing import describe_person
from radslag.base.people.models import NameKind, Person
from radslag.base.people.naming import add_name
from tests.cast import Cast
from tests.web.doors import Addresses

TWIN = "Ylva Engmark"


def register_addresses(cast: Cast) -> dict[str, str]:
    """By name; made ready the first time they are asked for."""
    at = Addresses(cast, cast.collaboration)
    ada, ylva = cast.people["Ada Brandt"], cast.people["Ylva Ängmark"]
    twin = Person.objects.filter(name=TWIN).first() or _ready(cast, ada, ylva)
    person = f"/sjobygden/personer/{ada.uuid}/"
    routes = ("person_new", "person_edit", "mandate_new", "person_merge", "person_split", "person_privacy")
    plain = {name: at.of(f"secretariat:{name}") for name in (*routes, "mandate_edit", "body_new", "body_edit")}
    return plain | {
        "people-twins": "/sjobygden/personer/",
        "person-history": f"{person}?visa=historik",
        "person-renamed": f"{person}?den=2010-01-01",
        "body-history": f"{at.of('secretariat:body')}?visa=historik",
        "municipality-history": f"{at.of('secretariat:municipality')}?visa=historik",
        "merge-compare": f"/sjobygden/personer/{ylva.uuid}/sla-ihop/?med={twin.uuid}",
    }


def _ready(cast: Cast, ada: Person, ylva: Person) -> Person:
    describe_person(
        person=ada, expected=ada.revision, title=ada.title, email="ada@example.org", phone="010-123 45", by=SYSTEM
    )
    add_name(named=ada, name="Ada Alm", kind=NameKind.FORMER, end=date(2015, 1, 1), by=SYSTEM)
    for day in (date(2022, 1, 12), date(2022, 5, 4)):
        observe_mandate(person=ada, body=cast.board, day=day, by=SYSTEM)
        observe_mandate(person=ylva, body=cast.board, day=day, by=SYSTEM)
    twin = create_person(collaboration=cast.collaboration, name=TWIN, title="planeringschef", by=SYSTEM)
    observe_mandate(person=twin, body=cast.board, day=date(2022, 9, 7), by=SYSTEM)
    return twin
