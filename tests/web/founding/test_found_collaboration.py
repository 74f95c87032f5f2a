"""A new collaboration on one page: what is made, and what is refused with everything typed still there."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.http import HttpResponse
from django.utils import timezone

from radslag.base.accounts.access import roles_of
from radslag.base.accounts.models import Login
from radslag.base.accounts.roles import Role
from radslag.base.people.models import Body, Collaboration, Membership, Municipality
from tests.cast import Cast
from tests.web.pages import links, read, words

PAGE = "/nytt-samarbete/"


def _send(cast: Cast, role: str = "coordinator", **changes: Any) -> Any:
    """What a browser sends from the page with two municipalities and the usual bodies."""
    data: dict[str, Any] = {
        "name": "Skogsbygden",
        "slug": "",
        "members": ["1980", "1981"],
        "since": "2024-01-01",
        "coordinator": "on",
        "body_0": "on",
        "body_name_0": "Förbundsstyrelsen",
        "body_kind_0": "board",
        "body_name_7": "Säkerhetsnätverket",
        "body_kind_7": "network",
    }
    return cast.sign_in(role).post(PAGE, data | changes)


def _made() -> Collaboration:
    return Collaboration.objects.get(name="Skogsbygden")


def test_it_has_its_members_since_the_day_and_its_bodies(cast: Cast) -> None:
    assert _send(cast)["Location"] == "/skogsbygden/"
    members = Membership.objects.of(_made()).sorted()
    assert [(row.municipality.code, row.start) for row in members] == [
        ("1981", date(2024, 1, 1)),
        ("1980", date(2024, 1, 1)),
    ]
    bodies = Body.objects.of(_made()).sorted()
    assert [(row.name, row.kind) for row in bodies] == [
        ("Förbundsstyrelsen", "board"),
        ("Säkerhetsnätverket", "network"),
    ]


def test_the_founder_runs_it_and_lands_on_its_overview(cast: Cast) -> None:
    client = cast.sign_in("coordinator")
    client.post(PAGE, {"name": "Skogsbygden", "members": ["1980", "1981"], "coordinator": "on"})
    user = cast.user("coordinator")
    assert roles_of(user, _made(), timezone.localdate()) == {Role.COORDINATOR, Role.ADMINISTRATOR}
    assert Login.objects.get(collaboration=_made(), user=user).person.name == user.name
    assert "Samarbetet Skogsbygden finns nu." in words(client.get("/skogsbygden/oversikt/"))


def test_who_does_not_coordinate_only_gives_roles(cast: Cast) -> None:
    _send(cast, coordinator="")
    assert roles_of(cast.user("coordinator"), _made(), timezone.localdate()) == {Role.ADMINISTRATOR}


def test_the_address_is_made_of_the_name_and_numbered_when_taken(cast: Cast) -> None:
    _send(cast, name="Sjöbygden")
    assert Collaboration.objects.get(slug="sjobygden-2").name == "Sjöbygden"


def test_all_of_sweden_may_cooperate(cast: Cast) -> None:
    _send(cast, members=[each.code for each in Municipality.objects.all()])
    assert Membership.objects.of(_made()).count() == 290


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"name": " "}, "Samarbetets namn: Skriv vad samarbetet heter."),
        ({"name": "!!!"}, "Adress: Skriv en adress."),
        ({"slug": "sjobygden"}, "Adress: Adressen sjobygden är upptagen. Välj en annan."),
        ({"slug": "konto"}, "Adress: Adressen konto är upptagen. Välj en annan."),
        ({"slug": "borja"}, "Adress: Adressen borja är upptagen. Välj en annan."),
        ({"slug": "två ord"}, "Adress: Adressen får bara innehålla"),
        ({"members": []}, "Kommuner: Välj de kommuner som är med."),
        ({"members": ["1980"]}, "Kommuner: Välj minst två kommuner."),
        ({"members": ["1980", "9999"]}, "Kommuner: Ingen kommun har koden 9999."),
        ({"since": "i våras"}, "Medlemmar från och med: Det är inte ett datum."),
        ({"body_name_0": ""}, "Namn på grupp 1: Skriv vad gruppen heter, eller ta bort krysset."),
        ({"body_name_7": "förbundsstyrelsen "}, "Namn på grupp 8: Två grupper kan inte ha samma namn."),
        ({"body_kind_7": "orkester"}, "Slag av grupp 8: "),
    ],
)
def test_what_cannot_be_is_told_by_its_field(cast: Cast, changes: dict[str, Any], sentence: str) -> None:
    answer = _send(cast, **changes)
    assert (answer.status_code, Collaboration.objects.count()) == (422, 2)
    assert sentence in words(answer)


def test_nothing_typed_is_lost(cast: Cast) -> None:
    page: HttpResponse = _send(cast, name="", slug="skogen")
    html = page.content.decode()
    for value in ("skogen", "2024-01-01", "Förbundsstyrelsen", "Säkerhetsnätverket"):
        assert f'value="{value}"' in html
    assert html.count(" checked") == 4  # two municipalities, the board, the coordinator
    assert '<option value="network" selected>' in html
    assert "2 kommuner valda" in words(page)


def test_a_form_sent_twice_makes_one(cast: Cast) -> None:
    nonce = "11111111-2222-4333-8444-555555555555"
    places = {_send(cast, nonce=nonce)["Location"] for _ in range(2)}
    assert places == {"/skogsbygden/"}
    assert Collaboration.objects.filter(name="Skogsbygden").count() == 1


@pytest.mark.parametrize(("role", "may"), [("coordinator", True), ("administrator", True), ("member", False)])
def test_the_menu_leads_there_for_those_who_may(cast: Cast, role: str, may: bool) -> None:
    found = links(cast.sign_in(role).get("/sjobygden/rattigheter/"))
    assert (PAGE in found) == may


def test_every_municipality_stands_under_its_county_with_its_code(cast: Cast) -> None:
    page = read(cast.sign_in("coordinator"), PAGE)
    assert "Gotlands län 1 kommun Gotland 0980" in page
    assert page.count("län ") >= 21
