"""Every door of the house: route × role → status. The table is in doors.py; a route that is not in it fails here."""

from __future__ import annotations

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern

from tests.cast import Cast
from tests.web.doors import Addresses, Door, doors, form, routes

LOGIN = "/konto/logga-in/"


def _knock(client: Client, door: Door, address: str, data: dict[str, object]) -> int:
    """The status; whatever was done is taken back."""
    client.raise_request_exception = False
    with transaction.atomic():
        status = client.generic(door.method, address).status_code if door.method not in ("GET", "POST") else 0
        if not status:
            status = getattr(client, door.method.lower())(address, data).status_code
        transaction.set_rollback(True)
    return status


def test_every_route_stands_in_the_table() -> None:
    assert {name for name, _ in routes()} == {door.route for door in doors()}


def test_no_door_is_in_the_table_twice() -> None:
    assert len({str(door) for door in doors()}) == len(doors())


@pytest.mark.slow
def test_every_role_gets_the_status_of_the_table(cast: Cast) -> None:
    addresses = Addresses(cast, cast.collaboration)
    wrong = []
    for role in doors()[0].statuses:
        for door in doors():
            # Anew each time: one of the doors signs out.
            client = cast.sign_in(role)
            status = _knock(client, door, addresses.of(door.route), form(cast, door.route))
            if status != door.statuses[role]:
                wrong.append(f"{door} {role}: {status}, not {door.statuses[role]}")
    assert not wrong


def test_who_is_not_signed_in_is_led_to_sign_in_and_back(cast: Cast) -> None:
    addresses = Addresses(cast, cast.collaboration)
    for door in doors():
        if door.route.startswith("secretariat:") and door.statuses["anonymous"] == 302 and door.method == "GET":
            address = addresses.of(door.route)
            assert cast.sign_in("anonymous").get(address)["Location"] == f"{LOGIN}?next={address}"


@pytest.mark.parametrize("slug", ["sjobygden", "slattbygden"])
def test_another_collaborations_object_answers_404(cast: Cast, slug: str) -> None:
    foreign, client = Addresses(cast, cast.other), cast.sign_in("coordinator")
    for door in doors():
        if "uuid" in foreign.converters[door.route]:
            may = door.statuses["coordinator"] != 403 or slug == "slattbygden"
            status = _knock(client, door, foreign.of(door.route, slug=slug), form(cast, door.route))
            assert status == (404 if may else 403), door


def test_an_object_that_is_nowhere_answers_404(cast: Cast) -> None:
    addresses, client = Addresses(cast, cast.collaboration), cast.sign_in("coordinator")
    for door in doors():
        if "uuid" in addresses.converters[door.route] and door.statuses["coordinator"] != 403:
            nowhere = addresses.of(door.route).replace(_uuid(addresses, door), "00000000-0000-4000-8000-000000000000")
            assert _knock(client, door, nowhere, form(cast, door.route)) == 404, door


def _uuid(addresses: Addresses, door: Door) -> str:
    return str(addresses.objects.get(door.route.rpartition(":")[2], addresses.staged).uuid)


def test_every_form_is_refused_without_its_token(cast: Cast) -> None:
    addresses = Addresses(cast, cast.collaboration)
    knocking = {role: _checked(cast, role) for role in ("coordinator", "administrator")}
    for door in doors():
        if door.method == "POST":
            # Whoever may not would be refused for that alone.
            client = knocking["administrator" if door.statuses["coordinator"] == 403 else "coordinator"]
            assert _knock(client, door, addresses.of(door.route), form(cast, door.route)) == 403, door


def _checked(cast: Cast, role: str) -> Client:
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.user(role), backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def test_a_method_nobody_asked_for_answers_405(cast: Cast) -> None:
    addresses, client = Addresses(cast, cast.collaboration), cast.sign_in("coordinator")
    table = {str(door) for door in doors()}
    for name, _ in _ours():
        for method in ("GET", "POST", "DELETE"):
            door = Door(name, method, {})
            if str(door) not in table:
                assert _knock(client, door, addresses.of(name), {}) == 405, door


def _ours() -> list[tuple[str, URLPattern]]:
    return [(name, entry) for name, entry in routes() if "radslag" in entry.lookup_str]
