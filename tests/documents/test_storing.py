"""Documents are stored whole or not at all, once per collaboration, and go when nothing was made of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction
from django.db.models import ProtectedError

from radslag.base.core.actor import SYSTEM
from radslag.base.documents import storage
from radslag.base.documents.actions import discard, store
from radslag.base.documents.models import File, Version
from tests.cast import Cast


def _store(cast: Cast, data: bytes) -> Version:
    version, _ = store(collaboration=cast.collaboration, name="a.txt", data=data, media_type="text/plain", by=SYSTEM)
    return version


def test_what_is_stored_is_read_back(cast: Cast) -> None:
    version = _store(cast, b"ett dokument")
    assert storage.get(version.stored) == b"ett dokument"
    assert version.sha256 == storage.checksum(b"ett dokument")


def test_no_half_written_file_is_left(cast: Cast) -> None:
    folder = (Path(settings.MEDIA_ROOT) / _store(cast, b"annat dokument").stored).parent
    assert not list(folder.glob(".draft-*"))


def test_a_discarded_document_is_gone_with_its_bytes(cast: Cast, django_capture_on_commit_callbacks: object) -> None:
    version = _store(cast, b"ska bort")
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]  # a fixture without a type
        discard(version=version, by=SYSTEM)
    assert not File.objects.filter(pk=version.file_id).exists()
    with pytest.raises(FileNotFoundError):
        storage.get(version.stored)


def test_a_discard_that_is_taken_back_keeps_the_bytes(cast: Cast) -> None:
    version = _store(cast, b"stannar kvar")
    with transaction.atomic():
        discard(version=version, by=SYSTEM)
        transaction.set_rollback(True)
    assert storage.get(version.stored) == b"stannar kvar"


def test_a_document_something_was_made_of_is_not_discarded(cast: Cast) -> None:
    with pytest.raises(ProtectedError), transaction.atomic():
        discard(version=cast.version, by=SYSTEM)
    assert storage.get(cast.version.stored)
