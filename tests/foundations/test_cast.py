"""The cast stands as its description says; everything else leans on it."""

from __future__ import annotations

from radslag.base.accounts.access import collaborations_of, roles_of
from radslag.base.documents.models import Citation
from tests.cast import HELD_ON, Cast


def test_the_cast_has_one_user_per_role(cast: Cast) -> None:
    roles = {name: roles_of(user, cast.collaboration, HELD_ON) for name, user in cast.users.items()}
    assert {name: [role.value for role in held] for name, held in roles.items()} == {
        "coordinator": ["coordinator"],
        "chair": ["chair"],
        "member": ["member"],
        "official": ["municipal_official"],
        "registrar": ["registrar"],
        "observer": ["observer"],
        "administrator": ["administrator"],
        "outsider": [],
        "nobody": [],
    }


def test_the_outsider_has_a_role_next_door_only(cast: Cast) -> None:
    assert collaborations_of(cast.user("outsider")) == [cast.other]


def test_every_citation_of_the_cast_holds_its_value(cast: Cast) -> None:
    cited = Citation.objects.of(cast.collaboration).get(
        object_kind="assignment", object_uuid=cast.held.open.uuid, field="what"
    )
    assert cited.extraction.text[cited.start : cited.end] == cast.held.open.what
