"""Every list of a collaboration where nothing has happened says what will be there and leads on to how it begins."""

from __future__ import annotations

import pytest
from django.test import Client

from radslag.base.accounts.actions import appoint, create_user
from radslag.base.accounts.roles import Role
from radslag.base.core.actor import SYSTEM
from radslag.base.people.actions import create_body, create_collaboration
from radslag.base.people.models import Body, BodyKind
from tests.web.pages import links, read, words

HOME = "/ny/"


@pytest.fixture
def board(db: None) -> Body:
    new = create_collaboration(name="Nybygden", slug="ny", by=SYSTEM)
    user = create_user(email="eva@ny.example", name="Eva Ek", password="nio gula ekor i rad", by=SYSTEM)
    appoint(user=user, collaboration=new, role=Role.COORDINATOR, by=SYSTEM)
    return create_body(collaboration=new, name="Styrelsen", kind=BodyKind.BOARD, by=SYSTEM)


@pytest.fixture
def coordinator(board: Body, client: Client) -> Client:
    client.login(email="eva@ny.example", password="nio gula ekor i rad")
    return client


@pytest.mark.parametrize(
    ("page", "says", "leads"),
    [
        ("oversikt/", "Börja här", "import/"),
        ("moten/", "Här kommer samarbetets möten att stå", "import/"),
        ("beslut/", "samlas här", "import/"),
        ("uppdrag/", "samlas här", "import/"),
        ("uppdrag/per-kommun/", "Här samlas de öppna uppdragen", "uppdrag/"),
        ("personer/", "Här kommer personerna att stå", "personer/ny/"),
        ("import/", "Här kommer dina dokument att stå", "import/"),
        ("import/fragor/", "Här ställs frågor", "import/"),
    ],
)
def test_an_empty_list_says_what_comes_and_leads_to_the_first_step(
    coordinator: Client, page: str, says: str, leads: str
) -> None:
    answer = coordinator.get(f"{HOME}{page}")
    main = answer.content.decode().partition("<main")[2].partition("</main>")[0]
    assert says in words(answer)
    assert f"{HOME}{leads}" in main


def test_a_group_without_members_says_where_they_are_added(coordinator: Client, board: Body) -> None:
    answer = coordinator.get(f"{HOME}grupper/{board.uuid}/")
    assert "ge den ett uppdrag i gruppen" in words(answer)
    assert f"{HOME}personer/" in links(answer)


def test_nothing_is_offered_as_a_paper_while_nobody_owes_anything(coordinator: Client) -> None:
    assert "Gör PDF" not in read(coordinator, f"{HOME}uppdrag/per-kommun/")


def test_the_page_of_what_is_owed_has_a_button_to_the_assignments(coordinator: Client) -> None:
    page = coordinator.get(f"{HOME}uppdrag/per-kommun/").content.decode()
    assert f'<a class="button" href="{HOME}uppdrag/">' in page


def test_a_first_agenda_says_what_will_be_suggested(coordinator: Client, board: Body) -> None:
    sent = {"day": "2090-01-12", "begin": "suggestions"}
    page = words(coordinator.post(f"{HOME}moten/nytt/?grupp={board.uuid}", sent, follow=True))
    assert "Övriga frågor" in page
    assert "Inget att föreslå: gruppen har inget uppdrag" in page
