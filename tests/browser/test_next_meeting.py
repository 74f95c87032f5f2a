"""The moment that wins her: from the last papers to the next agenda, with scripts, without, by keys alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import time_machine
from playwright.sync_api import FilePayload, Locator, Page
from pytest_django.live_server_helper import LiveServer

from radslag.domain.meetings.models import AgendaItem, Meeting, MeetingState
from tests.browser.conftest import Check, Picture
from tests.browser.pages import Sight, visit
from tests.browser.test_story import Story
from tests.cast import Cast
from tests.planned_meeting import plan

PAPERS = ("mlr-2020-03-25-notice.txt", "mlr-2020-05-27-minutes.txt")
AT_WORK = ".htmx-request, .htmx-swapping, .htmx-settling"
FOCUSED = "document.activeElement.id"


class Desk(Story):
    """A coordinator who prepares a meeting."""

    def press(self, what: Locator) -> None:
        """Press, and wait until the page has answered and taken in the answer."""
        super().press(what)
        settle(self.page)

    def item(self, words: str) -> Locator:
        """The item with these words."""
        return self.page.locator("section.item", has_text=words).last

    def titles(self) -> list[str]:
        """The agenda as it reads."""
        return self.page.locator(".item-title").all_inner_texts()


def settle(page: Page) -> None:
    """Until nothing is being exchanged. The page's policy forbids Playwright's own way to wait for a condition."""
    page.wait_for_load_state("networkidle")
    for _ in range(100):
        if not page.locator(AT_WORK).count():
            return
        page.wait_for_timeout(50)


@pytest.mark.slow
@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without scripts"])
def test_the_last_papers_become_the_next_agenda(
    live_server: LiveServer, new_page: Callable[..., Page], picture: Picture, shared: Path, javascript: bool
) -> None:
    desk = Desk(new_page(javascript=javascript), live_server.url)
    # A few days after the last of the papers: what they ask for is still wanted then.
    with time_machine.travel("2020-06-01T09:00:00+02:00", tick=True):
        _whole_story(desk, shared, picture)


def _whole_story(desk: Desk, shared: Path, picture: Picture) -> None:
    desk.sign_in()
    desk.import_files([shared / "corpus" / name for name in PAPERS])
    for name in PAPERS:
        desk.open("import/")
        desk.press(desk.page.get_by_role("link", name=name))
        desk.settle()
        desk.commit()
    _begin(desk)
    picture(desk.page, "next-meeting-begun")
    _answer_suggestions(desk)
    _write(desk)
    picture(desk.page, "next-meeting-written")
    _make_papers(desk)


def _begin(desk: Desk) -> None:
    desk.open("moten/")
    desk.press(desk.page.get_by_role("link", name="Förbered nästa möte"))
    desk.press(desk.page.locator("main").get_by_role("link", name="Kommundirektörsgruppen"))
    assert desk.page.get_by_label("Dag", exact=True).input_value()
    desk.press(desk.page.get_by_role("button", name="Börja förbereda"))
    assert "Övriga frågor" in desk.titles()[-1]


def _answer_suggestions(desk: Desk) -> None:
    page, first = desk.page, desk.page.locator(".suggest").first
    reason = first.locator(".suggest-reason").inner_text()
    assert "rad " in reason
    before = len(desk.titles())
    desk.press(first.get_by_role("button", name="Ta med"))
    assert len(desk.titles()) == before + 1
    assert reason.split(".")[0] in page.locator(".prepare-because").first.inner_text()
    second = page.locator(".suggest").first
    second.locator("summary").click()
    second.locator("input[name=because]").fill("Tas upp i styrelsen")
    desk.press(second.get_by_role("button", name="Avstå"))
    page.locator("summary", has_text="förslag du har avstått från").click()
    assert page.get_by_text("Tas upp i styrelsen").is_visible()


def _write(desk: Desk) -> None:
    page = desk.page
    page.get_by_label("Ny punkt").last.fill("Gemensamt vattenskydd")
    desk.press(page.get_by_role("button", name="Lägg till punkt").last)
    desk.press(desk.item("Gemensamt vattenskydd").get_by_role("link", name="Ändra"))
    page.get_by_label("Rubrik", exact=True).fill("Vattenskydd i regionen")
    page.get_by_label("Föredragande 1").fill("Ylva Ängmark")
    page.get_by_role("textbox", name="Förslag till beslut").fill("Gruppen ställer sig bakom förslaget.")
    file: FilePayload = {"name": "vattenskydd.pdf", "mimeType": "application/pdf", "buffer": b"underlag"}
    page.locator("input[type=file]").set_input_files([file])
    desk.press(page.get_by_role("button", name="Spara", exact=True))
    item = desk.item("Vattenskydd i regionen")
    for said in ("Föredragande: Ylva Ängmark", "Gruppen ställer sig bakom förslaget.", "vattenskydd"):
        assert said in item.inner_text()
    place = _place(desk, "Vattenskydd i regionen")
    desk.press(item.get_by_role("button", name="Flytta upp"))
    assert _place(desk, "Vattenskydd i regionen") == place - 1


def _place(desk: Desk, words: str) -> int:
    return next(number for number, title in enumerate(desk.titles()) if words in title)


def _make_papers(desk: Desk) -> None:
    desk.press(desk.page.get_by_role("button", name="Gör handlingarna"))
    assert "Version 1" in desk.page.locator("#handlingar").inner_text()
    for label, begins in (
        ("PDF", b"%PDF"),
        ("Word", b"PK"),
        ("Webbsida", b"<!doctype html"),
        ("Kalenderfil", b"BEGIN"),
    ):
        with desk.page.expect_download() as waiting:
            desk.page.get_by_role("link", name=label, exact=True).first.click()
        assert waiting.value.path().read_bytes()[: len(begins)].lower() == begins.lower()


def test_by_keys_alone_an_item_is_written_and_moved(live_server: LiveServer, cast: Cast, page: Page) -> None:
    there = plan(cast.chief_executives)
    visit(page, live_server.url, cast, Sight("prepare", f"/sjobygden/moten/{there.meeting.uuid}/forbered/"))
    _type_an_item(page, f"ny-{there.part.uuid}")
    item = AgendaItem.objects.get(title="Ny fråga")
    _rename(page, item)
    page.keyboard.press("Alt+ArrowUp")
    settle(page)
    assert page.evaluate(FOCUSED) == f"upp-{item.uuid}"
    assert "Ny rubrik" in page.locator("#sagt").inner_text()


def test_focus_is_not_lost_when_a_suggestion_is_taken_or_an_item_goes(
    live_server: LiveServer, cast: Cast, page: Page
) -> None:
    there = plan(cast.chief_executives)
    visit(page, live_server.url, cast, Sight("prepare", f"/sjobygden/moten/{there.meeting.uuid}/forbered/"))
    _press(page, page.locator("[id^=ta-forslag]").first)
    assert page.evaluate("document.querySelector('#forslag').contains(document.activeElement)")
    _press(page, page.locator(f"#bort-{there.first.uuid}"))
    assert page.evaluate("document.querySelector('#dagordning').contains(document.activeElement)")
    assert not AgendaItem.objects.filter(pk=there.first.pk).exists()


def _press(page: Page, what: Locator) -> None:
    what.focus()
    page.keyboard.press("Enter")
    page.wait_for_timeout(100)
    settle(page)


def _type_an_item(page: Page, field: str) -> None:
    page.locator(f"#{field}").focus()
    page.keyboard.type("Ny fråga")
    page.keyboard.press("Enter")
    settle(page)
    assert page.evaluate(FOCUSED) == field


def _rename(page: Page, item: AgendaItem) -> None:
    page.locator(f"#andra-{item.uuid}").focus()
    page.keyboard.press("Enter")
    settle(page)
    assert page.evaluate(FOCUSED) == f"punkt-{item.uuid}-title"
    page.keyboard.press("Control+A")
    page.keyboard.type("Ny rubrik")
    page.keyboard.press("Enter")
    settle(page)
    assert AgendaItem.objects.get(pk=item.pk).title == "Ny rubrik"
    assert page.evaluate(FOCUSED) == f"andra-{item.uuid}"


def test_what_is_typed_stays_while_something_else_is_done(
    live_server: LiveServer, cast: Cast, page: Page, axe: Check
) -> None:
    there = plan(cast.chief_executives)
    visit(page, live_server.url, cast, Sight("prepare", f"/sjobygden/moten/{there.meeting.uuid}/forbered/"))
    page.locator(f"#andra-{there.first.uuid}").click()
    settle(page)
    page.get_by_label("Bakgrund").fill("Halvskriven bakgrund")
    page.locator(f"#ner-{there.second.uuid}").click()
    settle(page)
    assert page.get_by_label("Bakgrund").input_value() == "Halvskriven bakgrund"
    assert axe(page) == []
    assert Meeting.objects.get(pk=there.meeting.pk).state == MeetingState.PLANNED
