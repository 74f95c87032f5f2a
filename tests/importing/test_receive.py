"""Files come in: stored before they are read, known again, refused with a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import LazySettings

from radslag.base.audit.models import Event
from radslag.base.documents import storage
from radslag.base.documents.models import Version
from radslag.base.jobs.models import Job
from radslag.exchange.importing import receiving
from radslag.exchange.importing.actions import commit, read_staged, receive, refuse_upload, reject_document
from radslag.exchange.importing.models import Batch, Staged, StagedState
from tests.importing import papers
from tests.importing.conftest import BY, Place


def test_each_file_is_stored_and_waits_to_be_read_by_one_job(place: Place) -> None:
    files = [("a.txt", papers.minutes()), ("b.txt", papers.notice())]
    batch = receive(collaboration=place.collaboration, files=files, by=BY)
    staged = list(batch.staged.order_by("pk"))

    assert [(each.name, each.state) for each in staged] == [("a.txt", "waiting"), ("b.txt", "waiting")]
    assert [storage.get(each.version.stored) for each in staged if each.version] == [data for _, data in files]
    assert [job.payload for job in Job.objects.filter(name="importing.read_batch")] == [{"batch": str(batch.uuid)}]
    assert Event.objects.about("batch", batch.uuid).get().detail("after") == {"files": ["a.txt", "b.txt"]}


def test_an_empty_and_a_too_large_file_are_refused_and_the_rest_taken_in(place: Place, settings: LazySettings) -> None:
    settings.UPLOAD_LIMIT = 2 * 1024 * 1024
    files = [("tom.txt", b""), ("stor.txt", b"a" * (2 * 1024 * 1024 + 1)), ("bra.txt", papers.minutes())]
    batch = receive(collaboration=place.collaboration, files=files, by=BY)
    told = {each.name: (each.state, each.sentence) for each in batch.staged.all()}

    assert told["tom.txt"] == ("refused", receiving.EMPTY)
    assert told["stor.txt"][0] == "refused"
    assert "större än 2 MB" in told["stor.txt"][1]
    assert told["bra.txt"][0] == "waiting"
    assert Version.objects.count() == 1


def test_a_batch_with_nothing_to_read_asks_for_no_work(place: Place) -> None:
    receive(collaboration=place.collaboration, files=[("tom.txt", b"")], by=BY)

    assert not Job.objects.filter(name="importing.read_batch").exists()


def test_the_same_bytes_again_change_nothing_and_say_where_they_are(place: Place, staged: Staged) -> None:
    again = place.stage(papers.minutes(), name="samma.txt")[0]

    assert again.state == StagedState.KNOWN
    assert "1-protokoll.txt och väntar på granskning" in again.sentence
    assert "Inget ändrades" in again.sentence
    assert Version.objects.count() == 1


def test_the_sentence_about_a_known_file_follows_what_became_of_it(place: Place, staged: Staged) -> None:
    reject_document(staged=staged, expected=staged.revision, by=BY)
    rejected = place.stage(papers.minutes())[0]
    waiting = receive(collaboration=place.collaboration, files=[("n.txt", papers.notice())] * 2, by=BY)
    entered = place.stage(papers.minutes(day=papers.DAY.replace(day=16)))[0]
    commit(staged=entered, expected=entered.revision, by=BY)

    assert "är avvisad, men går att återställa" in rejected.sentence
    assert "väntar på att läsas" in waiting.staged.get(state="known").sentence
    sentence = place.stage(papers.minutes(day=papers.DAY.replace(day=16)))[0].sentence
    assert "är införd i Kommundirektörsgruppen 2024-05-16" in sentence


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Mina dokument\\protokoll.docx", "protokoll.docx"),
        ("rad\nbryt\x00.txt", "radbryt.txt"),
        ("dålig\ud800.txt", "dålig.txt"),
        ("", "namnlös"),
        ("å" * 300 + ".txt", "å" * 251 + ".txt"),
    ],
)
def test_a_file_name_is_only_a_name(place: Place, given: str, kept: str) -> None:
    batch = receive(collaboration=place.collaboration, files=[(given, papers.minutes())], by=BY)

    assert batch.staged.get().name == kept


def test_when_taking_in_fails_neither_rows_nor_bytes_remain(place: Place, settings: LazySettings) -> None:
    folder = Path(settings.MEDIA_ROOT) / str(place.collaboration.uuid)

    def breaking_off() -> Iterator[tuple[str, bytes]]:
        yield "a.txt", papers.minutes()
        raise ConnectionError

    with pytest.raises(ConnectionError):
        receive(collaboration=place.collaboration, files=breaking_off(), by=BY)
    assert Batch.objects.count() == Version.objects.count() == 0
    assert [path for path in folder.rglob("*") if path.is_file()] == []


def test_a_file_refused_while_it_streamed_is_remembered_by_name(place: Place) -> None:
    batch = receive(collaboration=place.collaboration, files=[], by=BY)
    refused = refuse_upload(batch=batch, name="film.mp4", by=BY)

    assert (refused.state, refused.version) == (StagedState.REFUSED, None)
    assert "är större än" in refused.sentence


def test_reading_twice_is_reading_once(place: Place) -> None:
    batch = receive(collaboration=place.collaboration, files=[("a.txt", papers.minutes())], by=BY)
    first, second = batch.staged.get(), batch.staged.get()
    read_staged(staged=first, by=BY)
    late = read_staged(staged=second, by=BY)

    assert (late.state, late.revision) == (StagedState.REVIEW, 1)
    assert Event.objects.about("staged", late.uuid).filter(verb="read").count() == 1
