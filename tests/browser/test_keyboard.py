"""Everything can be reached and done with the keyboard alone."""

from __future__ import annotations

import re
from datetime import date

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from radslag.base.core.actor import SYSTEM
from radslag.domain.decisions.models import Assignment, AssignmentState
from radslag.exchange.importing.actions import read_staged, receive
from radslag.exchange.importing.models import Staged, StagedState
from tests.browser.pages import Sight, visit
from tests.cast import PASSWORD, Cast
from tests.staging import minutes_text
from tests.web.doors import Addresses

FOCUSED = "document.activeElement.innerText || document.activeElement.value || ''"
# Within a date field the browser itself shows which part is in focus.
OUTLINED = """() => {
  if (document.activeElement.type === 'date') return true;
  const style = getComputedStyle(document.activeElement);
  return style.outlineStyle !== 'none' || style.boxShadow !== 'none';
}"""
HIDDEN = """() => {
  const box = document.activeElement.getBoundingClientRect();
  const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return !top || !(document.activeElement.contains(top) || top.contains(document.activeElement));
}"""
MOST = 120


def _tab_to(page: Page, words: str) -> None:
    """Press Tab until what has these words is in focus; each stop must be seen."""
    for _ in range(MOST):
        page.keyboard.press("Tab")
        assert page.evaluate(OUTLINED), page.evaluate("document.activeElement.outerHTML")
        if words in page.evaluate(FOCUSED):
            assert not page.evaluate(HIDDEN), f"{words} is in focus but hidden"
            return
    raise AssertionError(f"{words} is not reached with Tab")


def test_signing_in_and_opening_a_meeting(live_server: LiveServer, cast: Cast, page: Page) -> None:
    page.goto(f"{live_server.url}/")
    page.get_by_label("E-post").focus()
    page.keyboard.type(cast.user("member").email)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/sjobygden/oversikt/")
    _tab_to(page, cast.meeting.body.name)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/sjobygden/(moten|grupper)/"))


def test_the_first_stop_leads_past_the_menu(live_server: LiveServer, cast: Cast, page: Page) -> None:
    visit(page, live_server.url, cast, Sight("meetings", "/sjobygden/moten/"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')").startswith("#")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_a_task_is_finished(live_server: LiveServer, cast: Cast, page: Page) -> None:
    address = Addresses(cast, cast.collaboration).of("secretariat:assignment")
    visit(page, live_server.url, cast, Sight("assignment", address))
    _tab_to(page, "Markera som klart")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Öppna uppdraget igen").first.wait_for()
    assert Assignment.objects.get(pk=cast.held.open.pk).state == AssignmentState.DONE


def test_the_question_mark_shows_the_shortcuts(live_server: LiveServer, cast: Cast, page: Page) -> None:
    visit(page, live_server.url, cast, Sight("meetings", "/sjobygden/moten/"))
    page.keyboard.press("?")
    assert page.locator("dialog[open]").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("dialog[open]").count()


@pytest.mark.parametrize(
    ("route", "own", "others"),
    [
        ("prepare", "Dagordning: flytta", ("Att bekräfta:", "Granskning:")),
        ("review", "Granskning: ändra", ("Dagordning:", "Att bekräfta:")),
    ],
)
def test_it_shows_those_of_the_page_one_is_on(
    live_server: LiveServer, cast: Cast, page: Page, route: str, own: str, others: tuple[str, ...]
) -> None:
    visit(page, live_server.url, cast, Sight(route, Addresses(cast, cast.collaboration).of(f"secretariat:{route}")))
    page.locator("h1").focus()
    page.keyboard.press("?")
    shown = page.locator("dialog[open]").inner_text()
    assert own in shown
    assert not [words for words in others if words in shown]


def test_a_digit_is_told_of_where_there_are_answers(live_server: LiveServer, cast: Cast, page: Page) -> None:
    text = minutes_text("Kulturnätverket", date(2024, 5, 8)).encode()
    batch = receive(collaboration=cast.collaboration, files=[("nytt.txt", text)], by=SYSTEM)
    read_staged(staged=batch.staged.get(), by=SYSTEM)
    visit(page, live_server.url, cast, Sight("questions", "/sjobygden/import/fragor/"))
    page.keyboard.press("?")
    assert "Att bekräfta: välj" in page.locator("dialog[open]").inner_text()


def test_a_document_is_committed(live_server: LiveServer, cast: Cast, page: Page) -> None:
    address = Addresses(cast, cast.collaboration).of("secretariat:review")
    visit(page, live_server.url, cast, Sight("review", address))
    _tab_to(page, "För in")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Öppna mötet").wait_for()
    assert Staged.objects.get(pk=cast.staged.pk).state == StagedState.COMMITTED
