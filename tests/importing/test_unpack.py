"""A ZIP file, or a mail with files, becomes documents of the batch."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage
from unittest.mock import patch

import pytest

from radslag.base.documents import storage
from radslag.base.documents.models import File
from radslag.base.jobs import actions as jobs
from radslag.base.jobs.models import Job
from radslag.exchange.importing import archives, reading, receiving, unpacking
from radslag.exchange.importing.actions import read_staged, receive
from radslag.exchange.importing.models import Batch, Staged, StagedState
from tests.importing import papers
from tests.importing.conftest import BY, Place


def zipped(*files: tuple[str, bytes]) -> bytes:
    """A ZIP file of these."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return target.getvalue()


def read_all(place: Place, *files: tuple[str, bytes]) -> Batch:
    """Received together, and read by the job."""
    batch = receive(collaboration=place.collaboration, files=files, by=BY)
    for job in Job.objects.filter(name=receiving.READ_BATCH):
        jobs.run(job.uuid)
    return Batch.objects.get(pk=batch.pk)


def told(batch: Batch) -> dict[str, tuple[str, str]]:
    """By name: state and sentence."""
    return {each.name: (each.state, each.sentence) for each in batch.staged.order_by("pk")}


def test_each_file_is_a_document_with_its_folder(place: Place) -> None:
    batch = read_all(place, ("arkiv.zip", zipped(("2024/Maj/protokoll.txt", papers.minutes()))))
    found = batch.staged.get(name="protokoll.txt")

    assert (found.state, found.folder, found.kind) == ("review", "arkiv.zip/2024/Maj", "minutes")
    assert batch.staged.get(name="arkiv.zip").state == StagedState.UNPACKED


def test_the_archive_itself_is_not_kept(place: Place) -> None:
    read_all(place, ("arkiv.zip", zipped(("protokoll.txt", papers.minutes()))))

    assert [file.name for file in File.objects.all()] == ["protokoll.txt"]


def test_what_systems_leave_behind_is_counted_and_left_out(place: Place) -> None:
    left = [(name, b"x") for name in ("__MACOSX/._a.txt", ".DS_Store", "a/Thumbs.db", "a/~$a.docx", "desktop.ini")]
    batch = read_all(place, ("arkiv.zip", zipped(("a.txt", papers.minutes()), *left)), ("Thumbs.db", b"x"))

    assert (batch.skipped, batch.staged.documents().count()) == (6, 1)


def test_what_cannot_be_read_is_listed_with_what_to_do(place: Place) -> None:
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(40)
    batch = read_all(
        place, ("arkiv.zip", zipped(("gammal.doc", old), ("karta.png", b"\x89PNG\r\n\x1a\n"), ("tom.txt", b"")))
    )

    assert {name: state for name, (state, _) in told(batch).items() if name != "arkiv.zip"} == {
        "gammal.doc": "refused",
        "karta.png": "refused",
        "tom.txt": "refused",
    }
    assert "spara som .docx" in told(batch)["gammal.doc"][1]


def test_names_that_lead_out_of_the_folder_are_only_names(place: Place) -> None:
    batch = read_all(
        place, ("arkiv.zip", zipped(("../../etc/hemligt.txt", papers.minutes()), ("C:\\a\\b.txt", papers.notice())))
    )

    assert {each.name: each.folder for each in batch.staged.exclude(parent=None)} == {
        "hemligt.txt": "arkiv.zip/etc",
        "b.txt": "arkiv.zip/a",
    }


def test_a_zip_in_a_zip_is_unpacked_but_none_in_that(place: Place) -> None:
    third = zipped(("djupt.txt", papers.minutes()))
    second = zipped(("inne.txt", papers.notice()), ("tredje.zip", third))
    batch = read_all(place, ("arkiv.zip", zipped(("andra.zip", second))))

    assert told(batch)["inne.txt"][0] == "review"
    assert told(batch)["tredje.zip"] == ("refused", archives.NESTED)


def test_a_file_with_a_password_says_so(place: Place) -> None:
    data = bytearray(zipped(("a.txt", papers.minutes())))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    batch = read_all(place, ("arkiv.zip", bytes(data)))

    assert told(batch)["a.txt"] == ("refused", archives.LOCKED)


def test_a_file_that_swells_is_stopped_at_the_limit(place: Place, settings: object) -> None:
    settings.UPLOAD_LIMIT = 1024 * 1024  # type: ignore[attr-defined]  # pytest-django gives no type
    batch = read_all(place, ("arkiv.zip", zipped(("bomb.txt", b"a" * 30_000_000), ("a.txt", papers.minutes()))))

    assert told(batch)["bomb.txt"] == ("refused", receiving.too_large(1024 * 1024))
    assert told(batch)["a.txt"][0] == "review"


def test_an_archive_that_swells_in_all_is_refused(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_BYTES", 1000)
    batch = read_all(place, ("arkiv.zip", zipped(*((f"{n}.txt", b"a" * 900) for n in range(5)))))

    assert told(batch)["arkiv.zip"] == ("refused", archives.SWELLS)


def test_a_broken_archive_says_so(place: Place) -> None:
    assert told(read_all(place, ("arkiv.zip", b"PK\x03\x04 trasig")))["arkiv.zip"] == ("refused", archives.BROKEN)


def test_swedish_letters_of_a_mac_survive() -> None:
    raw = zipped(("MaLmO.txt", b"x")).replace(b"MaLmO", "Bår".encode() + b"o")

    assert [member.path for member in archives.members(io.BytesIO(raw))] == ["Båro.txt"]


def test_unpacked_again_after_a_stop_nothing_comes_twice(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "AT_ONCE", 1)
    files = [(f"{n}.txt", papers.minutes(presenter=f"Ada {n}")) for n in range(4)]
    batch = receive(collaboration=place.collaboration, files=[("arkiv.zip", zipped(*files))], by=BY)
    archive = batch.staged.get()
    with patch.object(unpacking, "_close", stopped), pytest.raises(KeyboardInterrupt):
        read_staged(staged=archive, by=BY)
    read_staged(staged=Staged.objects.get(pk=archive.pk), by=BY)

    assert sorted(batch.staged.exclude(parent=None).values_list("name", flat=True)) == [name for name, _ in files]


def stopped(*_: object) -> None:
    """As when the process is ended."""
    raise KeyboardInterrupt


def mail(*attached: tuple[str, bytes]) -> bytes:
    """A mail with files."""
    message = EmailMessage()
    message["From"], message["Subject"] = "Åsa Ek <asa@example.org>", "Till mötet"
    message.set_content("Hej, här kommer handlingarna.")
    for name, data in attached:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return bytes(message)


def test_files_that_came_with_a_mail_are_documents_of_their_own(place: Place) -> None:
    batch = read_all(place, ("brev.eml", mail(("protokoll.txt", papers.minutes()))))
    letter = batch.staged.get(name="brev.eml")

    assert batch.staged.get(name="protokoll.txt").folder == "brev.eml"
    assert letter.extraction is not None
    assert "Från: Åsa Ek" in letter.extraction.text
    assert "Bifogat: protokoll.txt" in letter.extraction.text


def test_a_mail_only_outlook_can_read_says_so(place: Place) -> None:
    assert "winmail.dat" in told(read_all(place, ("brev.eml", mail(("winmail.dat", b"x")))))["brev.eml"][1]


def test_a_file_that_ends_the_reading_process_is_refused_after_a_few_times(place: Place) -> None:
    batch = receive(collaboration=place.collaboration, files=[("gift.txt", papers.minutes())], by=BY)
    Staged.objects.update(tries=reading.TRIES)
    read_staged(staged=batch.staged.select_related("version").get(), by=BY)

    assert told(batch)["gift.txt"] == ("refused", reading.STOPPED)


def test_more_files_come_into_the_same_batch_and_are_read(place: Place) -> None:
    batch = read_all(place, ("a.txt", papers.minutes()))
    receive(collaboration=place.collaboration, files=[("b.txt", papers.notice())], by=BY, batch=batch)
    for job in Job.objects.filter(state="queued", name=receiving.READ_BATCH):
        jobs.run(job.uuid)

    assert [state for state, _ in told(batch).values()] == ["review", "review"]


def test_a_source_is_kept_without_being_held_in_memory(place: Place) -> None:
    class Endless(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            assert size is not None
            assert 0 < size <= 1024 * 1024
            return super().read(size)

    stored, sha256, size = storage.keep(place.collaboration.uuid, Endless(b"a" * 3_000_000), most=4_000_000)

    assert (size, storage.checksum(storage.get(stored))) == (3_000_000, sha256)
