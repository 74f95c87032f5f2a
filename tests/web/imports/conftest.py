"""A coordinator at the import pages, and documents already read and waiting for review."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from radslag.base.core.actor import Actor
from radslag.exchange.importing.actions import read_staged, receive
from radslag.exchange.importing.models import Staged
from tests.cast import Cast
from tests.importing import papers

BY = Actor("user", None, "Siri Samordnare")


@dataclass(frozen=True)
class Desk:
    """The coordinator's browser, and the cast around it."""

    cast: Cast
    client: Client

    def stage(self, data: bytes | None = None, name: str = "protokoll.txt") -> Staged:
        """A document, received and read."""
        files = [(name, papers.minutes() if data is None else data)]
        batch = receive(collaboration=self.cast.collaboration, files=files, by=BY)
        read = read_staged(staged=batch.staged.get(), by=BY)
        return Staged.objects.select_related("collaboration", "extraction", "batch").get(pk=read.pk)

    def url(self, view: str, staged: Staged | None = None) -> str:
        """The address of a view of the collaboration, or of a document in it."""
        args = [self.cast.collaboration.slug, *([staged.uuid] if staged else [])]
        return reverse(f"secretariat:{view}", args=args)

    def see(self, view: str, staged: Staged | None = None, query: str = "") -> str:
        """What a page says."""
        return self.client.get(self.url(view, staged) + query).content.decode()

    def send(self, view: str, staged: Staged, **fields: object) -> HttpResponse:
        """Post a form of the review page, made from the document as it was given."""
        data: dict[str, Any] = {"revision": staged.revision, **fields}
        answer = self.client.post(self.url(view, staged), data)
        assert isinstance(answer, HttpResponse)
        return answer

    def upload(self, *files: tuple[str, bytes], nonce: object = None) -> HttpResponse:
        """Drop files on the import page."""
        documents = [SimpleUploadedFile(name, data) for name, data in files]
        answer = self.client.post(self.url("imports"), {"documents": documents, "nonce": str(nonce or uuid4())})
        assert isinstance(answer, HttpResponse)
        return answer


@pytest.fixture
def desk(cast: Cast) -> Desk:
    """Signed in as the coordinator."""
    return Desk(cast, cast.sign_in("coordinator"))


def draft_of(staged: Staged) -> dict[str, Any]:
    """The draft as it is saved."""
    draft: dict[str, Any] = Staged.objects.get(pk=staged.pk).draft
    return draft
