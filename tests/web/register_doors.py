"""What it takes to knock at the doors where the register is changed: which object, which form."""

from __future__ import annotations

from typing import Any

from radslag.base.audit.models import Event
from radslag.base.people.models import Body, BodyName, Mandate, PersonName
from radslag.domain.meetings.models import Meeting
from tests.cast import Cast


def register_objects(meeting: Meeting) -> dict[str, Any]:
    """The objects by the route's name, of the collaboration a meeting belongs to."""
    collaboration = meeting.collaboration
    person = meeting.attendances.all()[0].person
    mandate = Mandate.objects.of(collaboration).filter(body=meeting.body)[0]
    people = ("person_edit", "mandate_new", "person_merge", "person_split", "person_privacy", "person_data")
    return dict.fromkeys(people, person) | {
        "mandate_edit": mandate,
        "person_name_remove": PersonName.objects.of(collaboration)[0],
        "body_edit": meeting.body,
        "body_name_remove": BodyName.objects.of(collaboration)[0],
        "register_undo": Event.objects.about("mandate", mandate.uuid).filter(verb="give")[0],
    }


def register_form(cast: Cast, name: str) -> dict[str, Any]:
    """What a browser would send: enough for the one who may."""
    mandate = Mandate.objects.filter(body=cast.chief_executives)[0]
    body = Body.objects.get(pk=cast.chief_executives.pk)
    forms: dict[str, dict[str, Any]] = {
        "person_new": {"name": "Nils Nyberg"},
        "person_edit": {"vad": "annat", "annat-name": "Ada B", "annat-kind": "spelling"},
        "mandate_new": {"body": str(cast.board.uuid), "role": "member"},
        "mandate_edit": {"revision": mandate.revision, "start": "2019-01-01"},
        "body_new": {"name": "Klimatnätverket", "kind": "network"},
        "body_edit": {"vad": "om", "om-revision": body.revision, "om-kind": body.kind},
    }
    return forms.get(name, {})
