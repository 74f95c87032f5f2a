"""The overview of a collaboration without meetings says how to begin."""

from __future__ import annotations

from radslag.base.accounts.actions import appoint
from radslag.base.accounts.roles import Role
from radslag.base.core.actor import SYSTEM
from radslag.base.people.actions import create_collaboration
from radslag.base.people.models import Collaboration
from radslag.exchange.importing.actions import receive
from tests.cast import Cast
from tests.web.pages import links, read

OVERVIEW = "/ny/oversikt/"


def _new(cast: Cast) -> Collaboration:
    collaboration = create_collaboration(name="Ny", slug="ny", by=SYSTEM)
    for user, role in (("coordinator", Role.COORDINATOR), ("observer", Role.OBSERVER)):
        appoint(user=cast.user(user), collaboration=collaboration, role=role, by=SYSTEM)
    return collaboration


def test_three_steps_lead_on(cast: Cast) -> None:
    _new(cast)
    client = cast.sign_in("coordinator")
    page, found = read(client, OVERVIEW), links(client.get(OVERVIEW))
    assert page.index("Läs in era senaste") < page.index("Lägg till personer") < page.index("Förbered första mötet")
    assert {"/ny/import/", "/ny/personer/", "/ny/moten/nytt/"} <= set(found)
    assert "gjort" not in page


def test_a_step_that_is_taken_is_marked(cast: Cast) -> None:
    receive(collaboration=_new(cast), files=[("a.txt", b"Minnesanteckningar")], by=SYSTEM)
    assert "Läs in era senaste minnesanteckningar gjort" in read(cast.sign_in("coordinator"), OVERVIEW)


def test_who_cannot_begin_is_told_what_will_be_here(cast: Cast) -> None:
    _new(cast)
    page = read(cast.sign_in("observer"), OVERVIEW)
    assert "Här kommer det som rör dig att stå" in page
    assert "Läs in minnesanteckningar" not in page
