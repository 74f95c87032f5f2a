"""Every page, looked at by a machine: axe in light and dark, nothing sideways on a phone, and pictures for people."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from tests.browser.conftest import Check, Picture
from tests.browser.pages import GROUPS, NO_PAGES, visit
from tests.cast import Cast
from tests.web.doors import Addresses, doors

NARROW = (390, 320)
# A table laid out as cards loses its meaning to a screen reader unless its parts say what they are.
# A list of filters may have a name; the validator only doubts that it is wise.
DELIBERATE = ("no-redundant-role", "strictly allowed")
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("group", GROUPS)
def test_axe_finds_nothing(
    live_server: LiveServer,
    cast: Cast,
    new_page: Callable[..., Page],
    axe: Check,
    picture: Picture,
    group: str,
    scheme: Literal["light", "dark"],
) -> None:
    page = new_page(scheme=scheme)
    wrong = []
    for sight in GROUPS[group](cast):
        visit(page, live_server.url, cast, sight)
        picture(page, f"{sight.name}-{scheme}")
        wrong += [f"{sight.name}: {fault}" for fault in axe(page)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.slow
@pytest.mark.parametrize("group", GROUPS)
def test_no_page_scrolls_sideways_on_a_phone(
    live_server: LiveServer, cast: Cast, new_page: Callable[..., Page], axe: Check, picture: Picture, group: str
) -> None:
    page = new_page(width=390, height=844)
    wrong = []
    for sight in GROUPS[group](cast):
        visit(page, live_server.url, cast, sight)
        picture(page, f"{sight.name}-phone")
        wrong += [f"{sight.name}: {fault}" for fault in axe(page)]
        for width in NARROW:
            page.set_viewport_size({"width": width, "height": 844})
            beyond = page.evaluate(SIDEWAYS)
            wrong += [f"{sight.name}: {beyond} px too wide at {width}"] if beyond > 0 else []
        page.set_viewport_size({"width": NARROW[0], "height": 844})
    assert not wrong, "\n".join(wrong)


@pytest.mark.slow
@pytest.mark.parametrize("group", GROUPS)
def test_every_page_is_valid_html(live_server: LiveServer, cast: Cast, page: Page, markup: Check, group: str) -> None:
    wrong = []
    for sight in GROUPS[group](cast):
        visit(page, live_server.url, cast, sight)
        wrong += [f"{sight.name}: {fault}" for fault in markup(page) if not _deliberate(fault)]
    assert not wrong, "\n".join(wrong)


def _deliberate(fault: str) -> bool:
    return any(words in fault for words in DELIBERATE)


def test_every_page_of_the_house_is_looked_at(cast: Cast) -> None:
    addresses = Addresses(cast, cast.collaboration)
    seen = {sight.address.split("?")[0] for group in GROUPS.values() for sight in group(cast)}
    pages = {door.route for door in doors() if door.method == "GET"} - NO_PAGES
    unseen = {route for route in pages if addresses.of(route) not in seen}
    assert unseen == set()
