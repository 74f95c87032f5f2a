"""Where the bytes lie: a folder per collaboration, a file per checksum. A file has no address of its own on the web."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path
from uuid import UUID

from django.conf import settings


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


def get(stored: str) -> bytes:
    """The bytes. Raises `FileNotFoundError`."""
    return (Path(settings.MEDIA_ROOT) / stored).read_bytes()


def remove(stored: str) -> None:
    """Take the bytes away; nothing happens when they are gone already."""
    (Path(settings.MEDIA_ROOT) / stored).unlink(missing_ok=True)
