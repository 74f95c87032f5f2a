"""Tagged PDF by Typst: PDF/UA-1 and PDF/A-2a in one file, with Typst's own fonts alone."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

import typst
from django.utils.translation import gettext as _

from radslag.base.documents.rendering.failing import RenderingFailed
from radslag.base.documents.rendering.printable import printable

STANDARDS: list[typst.PDFStandard] = ["ua-1", "a-2a"]
SHARED = Path(__file__).parent / "typst"
# How Typst names what its fonts cannot show.
NO_GLYPH = re.compile(r"(?:text|character|codepoint)\W*(?P<words>[\"“`].*?[\"”`]).*could not be displayed", re.DOTALL)


def pdf(template: Path, data: Mapping[str, Any], *, title: str, author: str, day: date) -> bytes:
    """The template filled with the data, as `data` in it. DAY stands as the day the file was made.

    Data never becomes markup: it goes in as JSON. Raises `RenderingFailed`, also for a mere warning of the compiler.
    """
    document = {"title": title, "author": author, "year": day.year, "month": day.month, "day": day.day}
    given = json.dumps(printable({**data, "document": document}), ensure_ascii=False, sort_keys=True)
    source = (SHARED / "paper.typ").read_text("utf-8") + template.read_text("utf-8")
    try:
        compiler = typst.Compiler(
            source.encode(),
            root=SHARED,
            font_paths=_fonts(),
            ignore_system_fonts=True,
            sys_inputs={"data": given},
        )
        made, warnings = compiler.compile_with_warnings(
            format="pdf", pdf_standards=STANDARDS, timestamp=datetime.combine(day, time(), tzinfo=UTC)
        )
    except typst.TypstError as error:
        raise RenderingFailed(_sentence(str(error.message))) from error
    if warnings:
        raise RenderingFailed(_sentence("; ".join(each.message for each in warnings)))
    assert isinstance(made, bytes)  # a list of pages is what pictures come as
    return made


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)


def _sentence(message: str) -> str:
    missing = NO_GLYPH.search(message)
    if missing:
        return _(
            "Texten %(words)s innehåller ett tecken som inte går att sätta i PDF, till exempel en emoji."
            " Ta bort tecknet och försök igen."
        ) % {"words": missing["words"]}
    return _("PDF-filen gick inte att framställa: %(message)s") % {"message": message}
