"""A real browser on the real site: Debian's Chromium, axe, and pictures to look at in `artefacts/`."""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from radslag.commands.catalogue import ROOT
from radslag.commands.testing.browser import find_chromium, front_end_tools

# As root there is no sandbox to be had; the rest keeps Chromium from calling home.
SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
VALIDATOR = ROOT / "node_modules" / ".bin" / "html-validate"
ARTEFACTS = ROOT / "artefacts"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

Check = Callable[[Page], list[str]]
"""A look at a page that gives what is wrong with it."""
Picture = Callable[[Page, str], None]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for the session; each page has a context of its own."""
    chromium = find_chromium()
    if chromium is None:
        pytest.skip("Chromium är inte installerad")
    with sync_playwright() as playwright, pytest.MonkeyPatch.context() as patch:
        # Playwright keeps an event loop in this thread; the tests' own queries beside it are made one at a time.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        started = playwright.chromium.launch(executable_path=str(chromium), args=SWITCHES)
        yield started
        started.close()


@pytest.fixture
def new_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Make a page: `new_page(width=390, scheme="dark", javascript=False)`. Errors in its scripts fail the test."""
    contexts, errors = [], []

    def make(
        *, width: int = 1280, height: int = 900, scheme: Literal["light", "dark"] = "light", javascript: bool = True
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            locale="sv-SE",
            timezone_id="Europe/Stockholm",
            java_script_enabled=javascript,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda message: errors.append(message.text) if _refused(message.text) else None)
        return page

    yield make
    for context in contexts:
        context.close()
    assert errors == []


def _refused(text: str) -> bool:
    """Whether the console tells that the Content-Security-Policy stopped something of ours."""
    return "Content Security Policy" in text


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """A page as wide as a desktop's."""
    return new_page()


@pytest.fixture(scope="session")
def axe() -> Check:
    """Check a page: gives each violation as "rule: the element", in the state the page is in."""
    reason = front_end_tools()
    if reason:
        pytest.skip(reason)
    source = AXE.read_text(encoding="utf-8")

    def check(page: Page) -> list[str]:
        # In the protocol's own world: the page's policy does not see it, and it is not loosened.
        page.evaluate(source)
        found: dict[str, Any] = page.evaluate("tags => axe.run(document, {runOnly: tags})", RULES)
        return [
            f"{violation['id']}: {node['html']}" for violation in found["violations"] for node in violation["nodes"]
        ]

    return check


@pytest.fixture(scope="session")
def markup() -> Check:
    """Validate a page's HTML as it came from the server: gives each fault as "line: rule: what"."""
    reason = front_end_tools()
    if reason:
        pytest.skip(reason)

    def check(page: Page) -> list[str]:
        source = page.request.get(page.url).text()
        command = [str(VALIDATOR), "--formatter", "json", "--stdin"]
        # To a file: a pipe is cut when the validator ends before all it had to say has been taken.
        with tempfile.TemporaryFile("w+", encoding="utf-8") as told:
            subprocess.run(command, cwd=ROOT, input=source, stdout=told, text=True, check=False)
            told.seek(0)
            faults = [message for file in json.load(told) for message in file["messages"]]
        return [f"{fault['line']}: {fault['ruleId']}: {fault['message']}" for fault in faults]

    return check


@pytest.fixture
def picture() -> Picture:
    """Save what a page looks like as `artefacts/NAME-WIDTH.png`; CI keeps it, people look at it."""

    def save(page: Page, name: str) -> None:
        ARTEFACTS.mkdir(exist_ok=True)
        width = (page.viewport_size or {"width": 0})["width"]
        page.screenshot(path=str(Path(ARTEFACTS) / f"{re.sub(r'[^a-z0-9-]+', '-', name)}-{width}.png"), full_page=True)

    return save
