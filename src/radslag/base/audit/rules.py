"""How an event is digested and chained. Pure."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any


def canonical(value: Any) -> str:
    """One spelling of a JSON value, so that its digest does not depend on key order or spacing."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(details: Mapping[str, Any], salt: str) -> str:
    """SHA-256 (hex) of the salted details; the salt keeps short details from being guessed from their digest."""
    return hashlib.sha256(f"{salt}\n{canonical(details)}".encode()).hexdigest()


def link(previous: str, fields: Mapping[str, str]) -> str:
    """SHA-256 (hex) that binds an event's fields to the hash before it."""
    return hashlib.sha256(f"{previous}\n{canonical(fields)}".encode()).hexdigest()
