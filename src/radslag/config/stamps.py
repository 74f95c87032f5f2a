"""Static files whose address changes with their content, so that nobody sees last week's style sheet after an upgrade.

Django's own manifest storage does the same but needs a collecting step before every start; `run` should not.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import StaticFilesStorage


class StampedStatic(StaticFilesStorage):
    """Adds `?v=` and the first characters of the content's checksum."""

    def url(self, name: str | None) -> str:
        """The address of a static file."""
        address = super().url(name)
        stamp = _stamp(name or "")
        return f"{address}?v={stamp}" if stamp else address


@cache
def _stamp(name: str) -> str:
    found = finders.find(name)
    return hashlib.sha256(Path(found).read_bytes()).hexdigest()[:10] if isinstance(found, str) else ""
