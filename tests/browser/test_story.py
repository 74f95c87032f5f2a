"""The main job on real documents, as the issue tells it: import, review, correct, commit, and find it again.

With scripts and without: the page must do the job either way.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page
from pytest_django.live_server_helper import LiveServer

from radslag.base.accounts.actions import appoint, create_user
from radslag.base.accounts.roles import Role
from radslag.base.core.actor import SYSTEM
from radslag.base.jobs.worker import main as work
from radslag.base.people.actions import create_body, create_collaboration
from radslag.base.people.models import BodyKind
from radslag.domain.meetings.models import Meeting
from tests.browser.conftest import Picture

EMAIL, PASSWORD = "samordnare@example.org", "sjon-ligger-stilla-idag"
NAMES = ("2018-03-08-minutes.md", "2019-06-11-minutes.txt", "2020-03-25-notice.txt", "2020-05-27-minutes.txt")
DAYS = ("2018-03-08", "2019-06-11", "2020-03-25", "2020-05-27")
CORRECTED = "Rättad lokal"


class Story:
    """A coordinator at work in a new, empty collaboration."""

    def __init__(self, page: Page, site: str) -> None:
        self.page, self.site = page, site
        collaboration = create_collaboration(name="Sjöbygden", slug="sjobygden", by=SYSTEM)
        for name, kind in (("Styrelsen", BodyKind.BOARD), ("Kommundirektörsgruppen", BodyKind.CHIEF_EXECUTIVES)):
            create_body(collaboration=collaboration, name=name, kind=kind, by=SYSTEM)
        user = create_user(email=EMAIL, name="Sam Ordnare", password=PASSWORD, by=SYSTEM)
        appoint(user=user, collaboration=collaboration, role=Role.COORDINATOR, by=SYSTEM)

    def open(self, path: str) -> None:
        """Go to a page of the collaboration."""
        self.page.goto(f"{self.site}/sjobygden/{path}")

    def press(self, what: Locator) -> None:
        """Press and wait until the page has answered."""
        with self.page.expect_response(lambda answer: answer.request.resource_type in ("document", "xhr", "fetch")):
            what.first.click()
        self.page.wait_for_load_state("networkidle")

    def sign_in(self) -> None:
        """By e-mail and password."""
        self.page.goto(f"{self.site}/")
        self.page.get_by_label("E-post").fill(EMAIL)
        self.page.locator("input[type=password]").fill(PASSWORD)
        self.press(self.page.locator("main button[type=submit]"))

    def import_files(self, files: list[Path]) -> None:
        """Choose the documents, send them, and let the worker read them."""
        self.open("import/")
        self.page.locator("input[name=documents]").set_input_files(files)
        self.press(self.page.get_by_role("button", name="Läs dokumenten"))
        work(batch=True)
        self.page.reload()

    def settle(self) -> None:
        """Answer what must be answered, the first answer offered each time."""
        for _ in range(60):
            question = self.page.locator(".question")
            if not question.count():
                return
            self.press(question.first.locator("button"))
        raise AssertionError(f"still to settle: {self.page.locator('.question').all_inner_texts()}")

    def correct_place(self) -> None:
        """Change where the meeting was held."""
        self.press(self.page.locator("[id='v-motet.place']").get_by_role("link", name="Ändra"))
        self.page.locator(".editor input[name=place]").fill(CORRECTED)
        self.press(self.page.get_by_role("button", name="Spara", exact=True))

    def commit(self) -> None:
        """Press the button that says what will happen."""
        self.press(self.page.get_by_role("button", name="För in"))

    def follow_source(self, row: Locator) -> str:
        """Follow the row to its line; the words that are marked there."""
        self.press(row.locator("a.source"))
        # The address names the line, and the words stand in it.
        assert self.page.locator("[id^=rad-]:target mark#stalle").is_visible()
        return " ".join(self.page.locator("mark[data-mark=stalle]").all_inner_texts())

    def people_as_of(self, day: str) -> set[str]:
        """Who is shown in the chief executives' group on a day."""
        self.open(f"grupper/?den={day}")
        self.press(self.page.get_by_role("link", name="Kommundirektörsgruppen"))
        assert f"den={day}" in self.page.url
        return set(self.page.locator("main a[href*='/personer/']").all_inner_texts())


@pytest.mark.slow
@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without scripts"])
def test_four_documents_become_a_record_one_can_search(
    live_server: LiveServer, new_page: Callable[..., Page], picture: Picture, shared: Path, javascript: bool
) -> None:
    story = Story(new_page(javascript=javascript), live_server.url)
    page = story.page
    story.sign_in()
    story.import_files([shared / "corpus" / f"mlr-{name}" for name in NAMES])
    assert "4 dokument är lästa" in page.locator("h1").inner_text()
    picture(page, "story-read")

    _review_and_commit(story, picture)
    assert [str(day) for day in Meeting.objects.order_by("date").values_list("date", flat=True)] == list(DAYS)
    assert Meeting.objects.get(date=DAYS[1]).place == CORRECTED
    _find_the_decision(story)
    _find_the_assignment(story)
    before, after = story.people_as_of(DAYS[0]), story.people_as_of(DAYS[3])
    assert min(len(before), len(after)) > 1
    assert before != after


def _review_and_commit(story: Story, picture: Picture) -> None:
    for number, name in enumerate(NAMES):
        story.open("import/")
        story.press(story.page.get_by_role("link", name=f"mlr-{name}"))
        story.settle()
        if number == 1:
            story.correct_place()
        picture(story.page, f"story-review-{number}")
        story.commit()


def _find_the_decision(story: Story) -> None:
    story.open("beslut/")
    story.page.get_by_label("Ord", exact=True).fill("AMK")
    story.press(story.page.get_by_role("button", name="Filtrera"))
    assert "ord=AMK" in story.page.url
    assert "AMK" in story.follow_source(story.page.locator("table.log tbody tr", has_text=DAYS[3]))


def _find_the_assignment(story: Story) -> None:
    story.open("uppdrag/?ar=2019")
    rows = story.page.locator("table.log tbody tr", has_text="2019-09-24")
    given = [_owners(rows.nth(number)) for number in range(rows.count())]
    jointly = next(number for number, owners in enumerate(given) if len(owners) == 3)
    words = rows.nth(jointly).inner_text()
    marked = story.follow_source(rows.nth(jointly))
    assert len(set(marked.split()) & set(words.split())) > 3


def _owners(row: Locator) -> list[str]:
    """Who an assignment is given to, one by one."""
    return [part for part in re.split(r",|\n| och ", row.locator("[data-label=Vem]").inner_text()) if part.strip()]
