"""Dropping documents on the import page."""

from uuid import uuid4

from pytest_django import DjangoAssertNumQueries, Settings

from radslag.exchange.importing.models import Batch, Staged, StagedState
from tests.importing import papers
from tests.web.imports.conftest import Desk


def test_dropped_documents_become_a_batch_one_can_watch(desk: Desk) -> None:
    answer = desk.upload(("maj.txt", papers.minutes()), ("juni.txt", papers.notice()))
    batch = Batch.objects.of(desk.cast.collaboration).latest("pk")
    assert answer["Location"] == f"/sjobygden/import/{batch.uuid}/"
    assert [staged.name for staged in batch.staged.order_by("pk")] == ["maj.txt", "juni.txt"]


def test_sending_nothing_asks_for_a_document(desk: Desk) -> None:
    answer = desk.client.post(desk.url("imports"), {"nonce": uuid4()})
    assert answer.status_code == 422
    assert "Välj minst ett dokument." in answer.content.decode()


def test_a_document_over_the_limit_is_refused_while_it_streams_and_the_others_are_kept(
    desk: Desk, settings: Settings
) -> None:
    settings.UPLOAD_LIMIT = 4096
    answer = desk.upload(("stor.txt", b"x" * 9000), ("liten.txt", b"Kallelse"))
    found = {staged.name: staged for staged in Staged.objects.filter(batch=Batch.objects.latest("pk"))}
    assert answer.status_code == 302
    assert found["stor.txt"].state == StagedState.REFUSED
    assert "är större än" in found["stor.txt"].sentence
    assert found["stor.txt"].version is None
    assert found["liten.txt"].state == StagedState.WAITING


def test_when_all_are_too_large_the_batch_says_so(desk: Desk, settings: Settings) -> None:
    settings.UPLOAD_LIMIT = 1024 * 1024
    answer = desk.upload(("stor.txt", b"x" * 1024 * 1025))
    assert answer.status_code == 302
    page = desk.client.get(answer["Location"]).content.decode()
    assert "stor.txt" in page
    assert "större än 1 MB" in page


def test_an_empty_document_gets_its_sentence(desk: Desk) -> None:
    answer = desk.upload(("tom.txt", b""))
    assert "Filen är tom" in desk.client.get(answer["Location"]).content.decode()


def test_the_same_form_sent_twice_makes_one_batch_and_leads_to_it(desk: Desk) -> None:
    nonce, before = uuid4(), Batch.objects.count()
    first = desk.upload(("maj.txt", papers.minutes()), nonce=nonce)
    second = desk.upload(("maj.txt", papers.minutes()), nonce=nonce)
    assert second["Location"] == first["Location"]
    assert Batch.objects.count() == before + 1


def test_the_form_says_what_can_be_read_and_carries_a_nonce(desk: Desk) -> None:
    page = desk.see("imports")
    assert 'name="nonce"' in page
    assert "Högst 20 MB per dokument" in page
    assert "multiple" in page


def test_the_same_document_again_says_when_it_came_and_changes_nothing(desk: Desk) -> None:
    first = desk.stage()
    answer = desk.upload(("igen.txt", papers.minutes()))
    assert "Samma fil kom in" in desk.client.get(answer["Location"]).content.decode()
    assert Staged.objects.filter(version=first.version).exclude(state=StagedState.KNOWN).count() == 1


def test_the_list_asks_the_same_number_of_questions_however_long(
    desk: Desk, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(6):
        desk.stage(papers.notice(weekday=f"1{number} maj 2024"), name=f"kallelse-{number}.txt")
    with django_assert_max_num_queries(16):
        page = desk.see("imports")
    assert page.count("kallelse-") >= 6
