"""The guide's pictures show the pages as they are; `./radslag pictures` makes them anew."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import time_machine
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from radslag.web.secretariat.guide import LANGUAGES
from radslag.web.secretariat.picture_size import size_of
from tests.browser.guide_pictures import FOLDER, LARGEST, STALE, WIDEST, Seen, changed, keep, look, place_of
from tests.browser.guide_scene import NOW, Scene
from tests.browser.picturing import REMAKE
from tests.browser.png import Pixels, decoded, encoded, text_of

SIGN_IN = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def scene(live_server: LiveServer) -> Iterator[Scene]:
    # The day of the pictures, for whoever answers the browser too.
    with time_machine.travel(NOW, tick=False):
        yield Scene()


def _speak(page: Page, site: str, scene: Scene, language: str) -> None:
    client = Client()
    client.force_login(scene.coordinator, backend=SIGN_IN)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    cookies = {settings.SESSION_COOKIE_NAME: session, settings.LANGUAGE_COOKIE_NAME: language}
    page.context.clear_cookies()
    page.context.add_cookies([{"name": name, "value": value, "url": site} for name, value in cookies.items()])


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_every_picture_shows_its_page(live_server: LiveServer, scene: Scene, new_page: Callable[..., Page]) -> None:
    page, stale = new_page(), []
    for language in LANGUAGES:
        _speak(page, live_server.url, scene, language)
        for view in scene.views():
            seen, place = look(page, live_server.url, view, language), place_of(language, view)
            if os.environ.get(REMAKE):
                keep(place, seen)
            elif difference := changed(place, seen):
                stale.append(f"{STALE} ({language}/{view.name}: {difference})")
    assert set(FOLDER.rglob("*.png")) == {place_of(each, view) for each in LANGUAGES for view in scene.views()}
    assert not stale, "\n".join(stale)


def test_what_a_picture_keeps_can_be_read_again_and_its_colours_stay(page: Page) -> None:
    page.set_content("<body style='margin:0;background:#0d4453'><h1 style='color:#fff'>Beslut</h1></body>")
    taken = decoded(page.screenshot(clip={"x": 0, "y": 0, "width": 90, "height": 60}))
    made = encoded(taken, "90x60\nBeslut – godkänt")
    again = page.evaluate(
        """async (bytes) => {
          const drawn = await createImageBitmap(new Blob([new Uint8Array(bytes)], {type: "image/png"}));
          const canvas = new OffscreenCanvas(drawn.width, drawn.height);
          canvas.getContext("2d").drawImage(drawn, 0, 0);
          return [drawn.width, drawn.height, ...canvas.getContext("2d").getImageData(1, 1, 1, 1).data.slice(0, 3)];
        }""",
        list(made),
    )
    assert again == [90, 60, 0x0D, 0x44, 0x53]
    assert text_of(made) == "90x60\nBeslut – godkänt"


def test_a_page_that_says_something_else_is_told_with_what_differs(tmp_path: Path) -> None:
    place = tmp_path / "uppdrag.png"
    place.write_bytes(encoded(Pixels(1, 1, (b"\0\0\0",)), "700x500\nUppdrag\nöppet"))
    assert changed(place, Seen(b"", 710, 495, ("Uppdrag", "öppet"))) == ""
    assert changed(place, Seen(b"", 700, 500, ("Uppdrag", "klart"))) == "-öppet; +klart"
    assert changed(place, Seen(b"", 700, 700, ("Uppdrag", "öppet"))) == "700x500, nu 700x700"
    assert changed(tmp_path / "ny.png", Seen(b"", 1, 1, ())) == "saknas"


def test_the_pictures_are_small() -> None:
    for place in FOLDER.rglob("*.png"):
        assert place.stat().st_size < LARGEST
        assert size_of(str(place))[0] <= WIDEST
