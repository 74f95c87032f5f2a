"""The key to an empty installation: printed where Rådslag was started, kept hashed in the home, good for one use."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from pathlib import Path

from django.conf import settings

FILE = "opening-key"


def issue() -> str:
    """A new key; one given before is no longer good."""
    key = secrets.token_urlsafe(24)
    place = _place()
    fresh = place.with_suffix(".new")
    # Readable to the one who runs Rådslag alone, from the first byte on.
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="ascii") as file:
        file.write(_digest(key))
    fresh.replace(place)
    return key


def valid(key: str) -> bool:
    """Whether this is the key that was issued last and has not been used."""
    try:
        kept = _place().read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError):
        return False
    return bool(key) and hmac.compare_digest(kept, _digest(key))


def spend() -> None:
    """The key opens nothing any more. Raises `FileNotFoundError` when somebody else was first."""
    _place().unlink()


def _place() -> Path:
    return Path(settings.ENVIRONMENT.home) / FILE


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
