"""The opening page of an empty installation, with and without scripts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from radslag.base.core import opening
from radslag.base.people.models import Collaboration, Membership
from tests.browser.conftest import Check, Picture

PASSWORD = "nio gula ekor i rad"
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def _fill(page: Page, address: str) -> None:
    page.goto(f"{address}/borja/?nyckel={opening.issue()}")
    page.get_by_label("Ditt namn").fill("Eva Ek")
    page.get_by_label("Din e-postadress").fill("eva@skogen.example")
    page.get_by_label("Välj ett lösenord").fill(PASSWORD)
    page.get_by_label("Samma lösenord igen").fill(PASSWORD)
    page.get_by_label("Samarbetets namn").fill("Skogsbygden Östra")


def _done(page: Page) -> list[str]:
    page.get_by_role("button", name="Skapa samarbetet").click()
    page.wait_for_url("**/skogsbygden-ostra/oversikt/")
    assert page.get_by_role("heading", name="Läs in era senaste minnesanteckningar").is_visible()
    made = Collaboration.objects.get(slug="skogsbygden-ostra")
    return sorted(row.municipality.name for row in Membership.objects.of(made).with_municipality())


def test_without_scripts_one_ticks_boxes_under_the_counties(
    live_server: LiveServer, new_page: Callable[..., Page], axe: Check
) -> None:
    page = new_page(javascript=False)
    _fill(page, live_server.url)
    assert not page.get_by_label("Sök kommun").is_visible()
    page.get_by_text("Västmanlands län").click()
    page.get_by_role("checkbox", name="Västerås 1980").check()
    page.get_by_role("checkbox", name="Sala 1981").check()
    assert _done(page) == ["Sala", "Västerås"]


def test_with_scripts_one_types_and_presses_enter(
    live_server: LiveServer, page: Page, axe: Check, picture: Picture
) -> None:
    _fill(page, live_server.url)
    assert page.locator("#id_slug").input_value() == "skogsbygden-ostra"
    find = page.get_by_label("Sök kommun")
    for start in ("sala", "väster", "öre"):
        find.fill(start)
        find.press("Enter")
    assert "3 kommuner valda: Sala, Västervik, Örebro" in _chosen(page)
    picture(page, "opening")
    assert axe(page) == []
    assert _done(page) == ["Sala", "Västervik", "Örebro"]


def _chosen(page: Page) -> str:
    return page.locator("#members-count").inner_text()


def test_the_address_stays_as_written_and_a_search_that_finds_nothing_says_so(
    live_server: LiveServer, page: Page
) -> None:
    _fill(page, live_server.url)
    page.locator("#id_slug").fill("skogen")
    page.get_by_label("Samarbetets namn").fill("Något annat")
    assert page.locator("#id_slug").input_value() == "skogen"
    page.get_by_label("Sök kommun").fill("xyz")
    assert _chosen(page) == "Ingen kommun passar."


def test_it_fits_a_phone_and_its_errors_get_focus(
    live_server: LiveServer, new_page: Callable[..., Page], axe: Check, picture: Picture
) -> None:
    page = new_page(width=390, height=844)
    _fill(page, live_server.url)
    page.get_by_role("button", name="Skapa samarbetet").click()
    page.get_by_role("alert").wait_for()
    assert "Välj de kommuner som är med." in page.evaluate("document.activeElement.innerText")
    page.get_by_role("link", name="Kommuner: ").click()
    page.locator("#id_members:focus").wait_for()
    picture(page, "opening-errors")
    assert axe(page) == []
    page.set_viewport_size({"width": 320, "height": 844})
    assert page.evaluate(SIDEWAYS) <= 0
