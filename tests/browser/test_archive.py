"""A folder and a ZIP file on the import page, and the queue of questions answered with the keyboard."""

from __future__ import annotations

import base64
from pathlib import Path

from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from radslag.base.jobs.worker import main as work
from radslag.base.people.models import Body
from radslag.exchange.importing.actions import read_staged, receive
from radslag.exchange.importing.models import Batch, Lesson, Staged, StagedState
from tests.browser.pages import Sight, visit
from tests.cast import Cast
from tests.importing import papers
from tests.importing.conftest import BY
from tests.importing.test_unpack import zipped

DROP = """([name, data]) => {
  const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  const transfer = new DataTransfer();
  transfer.items.add(new File([bytes], name));
  document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
}"""
IMPORTS = Sight("imports", "/sjobygden/import/")
QUEUE = Sight("questions", "/sjobygden/import/fragor/")


def unknown_body(days: range) -> list[tuple[str, bytes]]:
    """Minutes of a body the register does not know."""
    texts = (papers.minutes(day=papers.DAY.replace(day=day)).decode() for day in days)
    renamed = (text.replace("Kommundirektörsgruppen", "Kulturnätverket").encode() for text in texts)
    return [(f"Arkiv/2024/{number}.txt", text) for number, text in enumerate(renamed)]


def test_a_folder_is_sent_in_pieces_to_one_batch(
    live_server: LiveServer, cast: Cast, page: Page, tmp_path: Path
) -> None:
    for path, text in unknown_body(range(1, 29)) + [(f"Arkiv/{n}.md", f"# Brev {n}".encode()) for n in range(20)]:
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text)
    visit(page, live_server.url, cast, IMPORTS)
    page.locator("#mapp").set_input_files(tmp_path / "Arkiv")
    assert "48 filer" in page.locator("[data-told]").inner_text()
    page.get_by_role("button", name="Läs dokumenten").click()
    page.wait_for_url("**/import/*-*/")
    batch = Batch.objects.latest("pk")
    assert batch.staged.count() == 48
    assert batch.staged.filter(folder="Arkiv/2024").count() == 28


def test_a_zip_dropped_on_the_page_is_chosen_and_read(live_server: LiveServer, cast: Cast, page: Page) -> None:
    visit(page, live_server.url, cast, IMPORTS)
    data = base64.b64encode(zipped(*unknown_body(range(1, 4)))).decode()
    page.evaluate(DROP, ["arkiv.zip", data])
    assert "arkiv.zip" in page.locator("[data-chosen]").inner_text()
    page.get_by_role("button", name="Läs dokumenten").click()
    page.wait_for_url("**/import/*-*/")
    work(batch=True)
    page.get_by_text("3 dokument är lästa").wait_for()
    assert Staged.objects.filter(batch=Batch.objects.latest("pk"), state=StagedState.REVIEW).count() == 3


def stage_questions(cast: Cast) -> None:
    """Two documents of an unknown body, and one that misspells a name."""
    misspelt = papers.minutes(present="Ada Brant (Askersund)", day=papers.DAY.replace(day=30))
    batch = receive(collaboration=cast.collaboration, files=[("a.txt", misspelt), *unknown_body(range(1, 3))], by=BY)
    for staged in batch.staged.all():
        read_staged(staged=staged, by=BY)


def test_questions_are_answered_with_a_digit_and_undone(live_server: LiveServer, cast: Cast, page: Page) -> None:
    stage_questions(cast)
    visit(page, live_server.url, cast, QUEUE)
    page.get_by_label("Gruppens namn").first.focus()
    page.keyboard.press("Enter")
    page.get_by_text("gäller 2 dokument").wait_for()
    assert Body.objects.filter(name="Kulturnätverket").exists()
    page.keyboard.press("1")
    page.get_by_text("gäller 1 dokument").wait_for()
    assert Lesson.objects.in_force().count() == 2
    page.get_by_role("button", name="Ångra").first.click()
    page.get_by_text("är taget tillbaka").wait_for()
    assert Lesson.objects.in_force().count() == 1
