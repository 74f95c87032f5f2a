"""The first page anyone meets, in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from tests.browser.conftest import Check, Picture

Scheme = Literal["light", "dark"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_signing_in_is_open_to_everyone(
    live_server: LiveServer, new_page: Callable[..., Page], axe: Check, picture: Picture, width: int, scheme: Scheme
) -> None:
    page = new_page(width=width, scheme=scheme)
    page.goto(f"{live_server.url}/konto/logga-in/")
    picture(page, f"logga-in-{scheme}")

    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_page_is_valid_html(live_server: LiveServer, page: Page, markup: Check) -> None:
    page.goto(f"{live_server.url}/konto/logga-in/")

    assert markup(page) == []


def test_signing_in_needs_no_javascript(live_server: LiveServer, new_page: Callable[..., Page]) -> None:
    page = new_page(javascript=False)
    page.goto(f"{live_server.url}/konto/logga-in/")
    page.get_by_label("E-post").fill("nobody@example.org")
    page.locator("input[type=password]").fill("not the password")
    page.locator("main button[type=submit]").click()

    assert page.url.startswith(f"{live_server.url}/konto/logga-in/")
    assert page.get_by_label("E-post").input_value() == "nobody@example.org"
