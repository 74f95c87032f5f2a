"""A paper as one HTML file: its own style inside, nothing fetched, printable."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from django.template import Context, Engine

from radslag.base.documents.rendering.printable import printable

SHARED = Path(__file__).parent / "webpage"


def html(template: Path, data: Mapping[str, Any], *, title: str, author: str, day: date) -> str:
    """The template filled with the data, as `data` in it, within the frame all papers share. Everything is escaped."""
    document = {"title": title, "author": author, "day": day.isoformat()}
    made = _engine(template.parent).get_template(template.name)
    return made.render(Context({"data": printable(dict(data)), "document": printable(document)}))


@cache
def _engine(folder: Path) -> Engine:
    # An engine of its own: papers know nothing of the site's tags, context and languages.
    return Engine(dirs=[str(SHARED), str(folder)], autoescape=True, debug=False)
