"""A stored document is read: kept and staged, or refused and gone."""

from __future__ import annotations

from typing import Any

import pytest

from radslag.base.documents import storage
from radslag.base.documents.actions import extract
from radslag.base.documents.models import Extraction, File, Version
from radslag.exchange.importing import reading as reading_in
from radslag.exchange.importing.actions import Refused, commit, read_staged, receive
from radslag.exchange.importing.models import Staged, StagedState
from radslag.text import reading
from tests.importing import papers
from tests.importing.conftest import BY, Place


def test_a_document_that_was_read_waits_for_review_with_record_draft_and_text(staged: Staged) -> None:
    assert (staged.state, staged.kind, staged.doubts) == (StagedState.REVIEW, "minutes", 0)
    assert staged.record["date"] == staged.draft["date"] == "2024-05-15"
    assert "text" not in staged.record
    assert staged.extraction is not None
    start, end = staged.draft["spans"]["place"]
    assert staged.extraction.text[start:end] == staged.draft["place"]
    assert staged.version is not None
    assert staged.version.media_type == "text/plain"


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n" + bytes(50), b"%PDF-1.4 trasig", b"PK\x03\x04 trasig", b"abc \xef\xbf\xbd def"]
)
def test_what_cannot_be_read_leaves_a_sentence_and_nothing_else(place: Place, data: bytes) -> None:
    refused = place.stage(data)[0]

    assert refused.state == StagedState.REFUSED
    assert refused.sentence.endswith(".")
    assert refused.version is None
    assert Version.objects.count() == File.objects.count() == Extraction.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_the_bytes_of_a_refused_file_go_when_its_row_has_gone(place: Place) -> None:
    batch = receive(collaboration=place.collaboration, files=[("bild.png", b"\x89PNG\r\n\x1a\n" + bytes(50))], by=BY)
    staged = batch.staged.get()
    assert staged.version is not None
    stored = staged.version.stored
    read_staged(staged=staged, by=BY)

    with pytest.raises(FileNotFoundError):
        storage.get(stored)


def test_a_double_of_a_file_that_could_not_be_read_goes_the_same_way(place: Place) -> None:
    data = b"\x89PNG\r\n\x1a\n" + bytes(50)
    first, double = place.stage(data, data)
    double.refresh_from_db()

    assert (double.state, double.sentence, double.version) == (StagedState.REFUSED, first.sentence, None)
    assert Version.objects.count() == 0


def test_a_reader_that_fails_refuses_that_document_only(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    def interpret(extraction: reading.Extraction, **_: Any) -> reading.Record:
        if "trasig" in extraction.text:
            raise RecursionError
        return real(extraction)

    real = reading.interpret
    monkeypatch.setattr(reading, "interpret", interpret)
    broken, whole = place.stage(papers.minutes(secretary="trasig"), papers.minutes())

    assert (broken.state, broken.sentence) == (StagedState.REFUSED, reading_in.OURS)
    assert whole.state == StagedState.REVIEW


def test_a_file_that_has_gone_from_the_store_is_told_about(place: Place) -> None:
    batch = receive(collaboration=place.collaboration, files=[("a.txt", papers.minutes())], by=BY)
    staged = batch.staged.get()
    assert staged.version is not None
    storage.remove(staged.version.stored)

    assert read_staged(staged=staged, by=BY).sentence == reading_in.GONE


def test_signs_no_database_stores_are_read_as_spaces(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    real = reading.extract

    def extract(data: bytes, name: str) -> reading.Extraction:
        found = real(data, name)
        return reading.Extraction(found.text.replace("Sjösalen", "Sjö\x00al\ud800n"), found.media_type, name)

    monkeypatch.setattr(reading, "extract", extract)
    staged = place.stage(papers.minutes())[0]

    assert staged.draft["place"].startswith("Sjö al n")


@pytest.mark.parametrize(("kind", "sentence"), reading_in.SENTENCES.items())
def test_a_plan_and_the_unknown_stay_staged_and_say_why(
    place: Place, monkeypatch: pytest.MonkeyPatch, kind: str, sentence: str
) -> None:
    monkeypatch.setattr(
        reading, "interpret", lambda found: reading.Record(kind=kind, text=found.text, reader_version="1")
    )
    staged = place.stage(papers.CHATTER)[0]

    assert (staged.state, staged.kind, staged.sentence, staged.doubts) == (StagedState.REVIEW, kind, sentence, 0)
    with pytest.raises(Refused, match=sentence[:20]):
        commit(staged=staged, expected=staged.revision, by=BY)


def test_a_letter_is_of_no_kind_we_know(place: Place) -> None:
    assert place.stage(papers.CHATTER)[0].kind == "unknown"


def test_values_point_into_the_text_that_was_kept_first(place: Place) -> None:
    batch = receive(collaboration=place.collaboration, files=[("a.txt", papers.minutes())], by=BY)
    staged = batch.staged.get()
    assert staged.version is not None
    kept = "\n\n\n" + papers.minutes().decode()
    extract(version=staged.version, reader_version=reading.READER_VERSION, text=kept)
    staged = read_staged(staged=staged, by=BY)

    assert kept[slice(*staged.draft["spans"]["place"])] == staged.draft["place"]
