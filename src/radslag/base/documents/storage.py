"""Where the bytes lie: a folder per collaboration, a file per checksum. A file has no address of its own on the web."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import IO, Protocol
from uuid import UUID

from django.conf import settings

CHUNK = 256 * 1024


def checksum(data: bytes) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(data).hexdigest()


def place(collaboration: UUID, sha256: str) -> str:
    """The stored name: relative, the same on every machine."""
    return f"{collaboration}/{sha256[:2]}/{sha256}"


def put(stored: str, data: bytes) -> None:
    """Write the bytes if they are not there. Whole or not at all: a half-written file never has the final name."""
    path = Path(settings.MEDIA_ROOT) / stored
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=".draft-")
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    Path(draft).replace(path)


class Source(Protocol):
    """Bytes to be read bit by bit: an open file, or one that was sent to us."""

    def read(self, size: int, /) -> bytes: ...


class TooLarge(Exception):
    """The source had more bytes than may be kept; nothing was."""


def keep(collaboration: UUID, source: Source, *, most: int) -> tuple[str, str, int]:
    """Write a source without holding it in memory: the stored name, the checksum, the size. Raises `TooLarge`."""
    folder = Path(settings.MEDIA_ROOT) / str(collaboration)
    folder.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=folder, prefix=".draft-")
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            sha256, size = _copy(source, file.write, most)
        stored = place(collaboration, sha256)
        path = Path(settings.MEDIA_ROOT) / stored
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return stored, sha256, size


def _copy(source: Source, write: Callable[[bytes], object], most: int) -> tuple[str, int]:
    found, size = hashlib.sha256(), 0
    while data := source.read(CHUNK):
        size += len(data)
        if size > most:
            raise TooLarge
        found.update(data)
        write(data)
    return found.hexdigest(), size


def opened(stored: str) -> IO[bytes]:
    """The file, to be read bit by bit and closed. Raises `FileNotFoundError`."""
    return (Path(settings.MEDIA_ROOT) / stored).open("rb")


def get(stored: str) -> bytes:
    """The bytes. Raises `FileNotFoundError`."""
    return (Path(settings.MEDIA_ROOT) / stored).read_bytes()


def remove(stored: str) -> None:
    """Take the bytes away; nothing happens when they are gone already."""
    (Path(settings.MEDIA_ROOT) / stored).unlink(missing_ok=True)
