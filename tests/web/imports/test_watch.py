"""Watching a batch being read."""

from radslag.base.jobs.models import Job, State
from radslag.exchange.importing.actions import read_staged, receive
from radslag.exchange.importing.models import Batch
from tests.importing import papers
from tests.web.imports.conftest import BY, Desk


def _received(desk: Desk) -> Batch:
    files = [("maj.txt", papers.minutes()), ("kallelse.txt", papers.notice())]
    return receive(collaboration=desk.cast.collaboration, files=files, by=BY)


def _watch(desk: Desk, batch: Batch, **headers: str) -> str:
    return desk.client.get(f"/sjobygden/import/{batch.uuid}/", headers=headers).content.decode()


def test_while_documents_wait_the_page_says_how_many_are_read_and_asks_again(desk: Desk) -> None:
    batch = _received(desk)
    first = batch.staged.order_by("pk").first()
    assert first is not None
    read_staged(staged=first, by=BY)
    page = _watch(desk, batch)
    assert "1 av 2" in page
    assert 'hx-trigger="every 1s"' in page
    assert "även om du stänger sidan" in page


def test_a_refresh_brings_only_the_part_that_changes(desk: Desk) -> None:
    part = _watch(desk, _received(desk), **{"HX-Request": "true"})
    assert part.startswith('<div id="utfall"')
    assert "<html" not in part


def test_when_all_are_read_it_stops_asking_and_leads_on(desk: Desk) -> None:
    batch = _received(desk)
    for staged in batch.staged.order_by("pk"):
        read_staged(staged=staged, by=BY)
    page = _watch(desk, batch)
    assert "hx-trigger" not in page.split('id="utfall"')[1]
    assert "Granska maj.txt" in page
    assert "4 personer, 3 punkter" in page


def test_reading_that_failed_says_why_and_does_not_ask_for_ever(desk: Desk) -> None:
    batch = _received(desk)
    Job.objects.filter(key__contains=str(batch.uuid)).update(state=State.FAILED, sentence="Arbetet avbröts.")
    page = _watch(desk, batch)
    assert "Arbetet avbröts." in page
    assert "every 1s" not in page
