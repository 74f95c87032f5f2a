"""Refuses a file that is too large while it streams, so that nobody fills the disk by sending."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest

REFUSED = "radslag_refused_uploads"


class LimitedUploadHandler(FileUploadHandler):
    """Stands first in line: counts the bytes of each file and skips the rest once it passes its limit.

    A document may be as large as UPLOAD_LIMIT, an archive as large as UPLOAD_TOTAL.
    The names of refused files are left on the request, so that the page can say which.
    """

    received, limit = 0, 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """A new file begins."""
        super().new_file(*args, **kwargs)
        archive = (self.file_name or "").lower().endswith(".zip")
        self.received, self.limit = 0, settings.UPLOAD_TOTAL if archive else settings.UPLOAD_LIMIT

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Pass the chunk on, or stop this file."""
        self.received += len(raw_data)
        if self.received > self.limit:
            names: list[str] = getattr(self.request, REFUSED, [])
            names.append(self.file_name or "")
            setattr(self.request, REFUSED, names)
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """The handler after this one makes the file."""


def refused_uploads(request: HttpRequest) -> list[str]:
    """The names of the files that were too large."""
    request.FILES  # noqa: B018 - reading the files is what makes the handler run
    names: list[str] = getattr(request, REFUSED, [])
    return names
