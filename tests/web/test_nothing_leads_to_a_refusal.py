"""No link and no button is shown to a role that is turned away when it is used."""

from __future__ import annotations

import pytest

from radslag.base.accounts.roles import Role
from tests.cast import ROLES, Cast
from tests.web.crawler import Walk
from tests.web.doors import Addresses, doors

HERE = [role for role in ROLES if role not in ("outsider", "nobody")]
# Signing out in the middle of the walk would end it.
LEFT_OUT = {"account_logout"}


def allowed(role: str) -> dict[tuple[str, str], int]:
    return {(door.route, door.method): door.statuses[role] for door in doors()}


def walk(cast: Cast, role: str) -> Walk:
    addresses = Addresses(cast, cast.collaboration)
    open_to = [door for door in doors() if door.method == "GET" and door.statuses[role] == 200]
    pages = [addresses.of(door.route) for door in open_to if door.route not in LEFT_OUT]
    return Walk(cast.sign_in(role), allowed(role)).from_pages(["/", "/sjobygden/", *pages])


@pytest.mark.slow
@pytest.mark.parametrize("role", HERE)
def test_every_link_and_button_of_every_page_opens_to_who_sees_it(cast: Cast, role: str) -> None:
    done = walk(cast, role)
    assert not done.refused
    assert done.pages >= (8 if role == "administrator" else 20)


def test_a_link_and_a_button_that_are_refused_are_found(cast: Cast) -> None:
    shut = Walk(cast.sign_in("observer"), allowed("observer")).from_pages(["/sjobygden/import/"])
    assert shut.refused == ["the table leads to GET /sjobygden/import/: 403"]
    page = "/sjobygden/rattigheter/"
    borrowed = Walk(cast.sign_in("administrator"), allowed("observer")).from_pages([page])
    assert f"{page} leads to POST {page}ge/: 403" in borrowed.refused


def test_each_role_of_the_house_is_walked_or_may_what_a_walked_one_may(cast: Cast) -> None:
    walked = [Role.COORDINATOR, Role.CHAIR, Role.MEMBER, Role.OFFICIAL, Role.REGISTRAR, Role.OBSERVER]
    may = {role.permissions for role in [*walked, Role.ADMINISTRATOR]}
    assert {role.permissions for role in Role} == may
