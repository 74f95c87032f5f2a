"""Reading who may do what, and who has which role."""

from __future__ import annotations

from datetime import date

import pytest

from radslag.base.accounts.actions import appoint
from radslag.base.accounts.roles import Permission, Role
from radslag.base.core.actor import SYSTEM
from tests.cast import Cast
from tests.web.pages import read, statements

PAGE = "/sjobygden/rattigheter/"


def test_every_role_and_permission_is_named(cast: Cast) -> None:
    text = read(cast.sign_in("observer"), PAGE)
    for permission in Permission:
        assert str(permission.value) in text
    for role in Role:
        assert str(role.label) in text.lower()
        assert str(role.meaning) in text


def test_the_table_says_what_the_code_says(cast: Cast) -> None:
    text = read(cast.sign_in("observer"), PAGE)
    alike = list(dict.fromkeys(role.permissions for role in Role))
    for permission in Permission:
        cells = " ".join("får" if permission in permissions else "– får inte" for permissions in alike)
        assert f"{permission.value} {cells}" in text


def test_roles_that_may_the_same_share_a_column(cast: Cast) -> None:
    text = read(cast.sign_in("member"), PAGE)
    assert "Ordförande Ledamot, ersättare, adjungerad, rapportör, kommunal tjänsteperson din roll" in text


def test_my_own_roles_are_marked(cast: Cast) -> None:
    text = read(cast.sign_in("observer"), PAGE)
    assert "Observatör din roll" in text
    assert "Samordnare din roll" not in text
    assert "Användare observer du observer@example.org" in text


def test_roles_by_mandate_and_by_appointment_are_both_listed(cast: Cast) -> None:
    text = read(cast.sign_in("coordinator"), PAGE)
    assert "Användare member member@example.org ledamot så länge uppdraget i Kommundirektör" in text
    assert "Användare administrator administrator@example.org förvaltare från 1 januari 2019, tills vidare" in text
    assert "Användare outsider" not in text


def test_a_role_that_is_over_is_not_listed_and_one_to_come_stands_apart(cast: Cast) -> None:
    nobody = cast.user("nobody")
    past, over = date(2020, 1, 1), date(2021, 1, 1)
    appoint(user=nobody, collaboration=cast.collaboration, role=Role.OBSERVER, by=SYSTEM, start=past, end=over)
    client = cast.sign_in("coordinator")
    assert "Användare nobody" not in read(client, PAGE)
    appoint(user=nobody, collaboration=cast.collaboration, role=Role.COORDINATOR, by=SYSTEM, start=date(2999, 1, 1))
    text = read(client, PAGE)
    assert "Användare nobody" in text[text.index("Roller som börjar senare") :]


def test_only_who_may_give_roles_sees_the_form(cast: Cast) -> None:
    assert "Ge en roll" in read(cast.sign_in("administrator"), PAGE)
    assert "Ge en roll" not in read(cast.sign_in("coordinator"), PAGE)


def test_the_statements_do_not_grow_with_the_people(cast: Cast) -> None:
    client = cast.sign_in("administrator")
    few = statements(client, PAGE)
    for year in range(2990, 3000):
        start, end = date(year, 1, 1), date(year, 6, 1)
        nobody, observer = cast.user("nobody"), Role.OBSERVER
        appoint(user=nobody, collaboration=cast.collaboration, role=observer, by=SYSTEM, start=start, end=end)
    assert statements(client, PAGE) == few


@pytest.mark.parametrize(("role", "status"), [("outsider", 404), ("nobody", 404), ("anonymous", 302)])
def test_who_has_no_role_here_sees_nothing(cast: Cast, role: str, status: int) -> None:
    assert cast.sign_in(role).get(PAGE).status_code == status
