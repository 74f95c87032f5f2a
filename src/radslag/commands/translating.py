"""The English catalogue: messages gathered from source and templates, and compiled by Babel (no system gettext).

Message ids are Swedish; `locale/en/LC_MESSAGES/django.po` is what people edit, the compiled file is never in git.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from radslag.commands import Stop

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

PACKAGE = Path(__file__).resolve().parents[1]
LOCALE = PACKAGE / "locale"
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
}
STRING = r"""u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
CALL = re.compile(rf"\b(n?p?gettext|_)\(\s*{STRING}(?:\s*,\s*{STRING})?(?:\s*,\s*{STRING})?")
# A date in the header would make every run a change.
NO_DATE = datetime(2026, 1, 1, tzinfo=UTC)

Message = tuple[str | tuple[str, str], str | None]
"""A message id (or singular and plural) and its context."""


def command(arguments: list[str]) -> int:
    """Gather the messages anew, keep the translations there are, compile, and tell what is missing."""
    if arguments:
        raise Stop("./radslag translate tar inga argument.")
    path = LOCALE / "en" / "LC_MESSAGES" / "django.po"
    catalogue = gathered(path)
    write(catalogue, path)
    compile_stale()
    missing = untranslated(catalogue)
    print(f"{len(catalogue)} texter, varav {len(missing)} saknar engelska. Katalogen: {path.relative_to(PACKAGE)}")
    for text in missing:
        print(f"  {text}")
    return 1 if missing else 0


def gathered(path: Path) -> Catalog:
    """The catalogue at `path` brought up to date with what source and templates say now."""
    from babel.messages.catalog import Catalog

    template = Catalog()
    for place, (text, context) in messages():
        template.add(text, context=context, locations=[(place, 0)])
    catalogue = read(path)
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return catalogue


def read(path: Path) -> Catalog:
    """The catalogue at `path`, empty when there is none."""
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import read_po

    if not path.exists():
        return Catalog(locale=path.parent.parent.name, project="Rådslag", version="1", creation_date=NO_DATE)
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.parent.name)


def write(catalogue: Catalog, path: Path) -> None:
    """Write it as people edit it: sorted, with the files a text stands in but not the lines, which move."""
    from babel.messages.pofile import write_po

    catalogue.creation_date = catalogue.revision_date = NO_DATE
    catalogue.fuzzy = False
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalogue, width=120, sort_output=True, include_lineno=False)


def untranslated(catalogue: Catalog) -> list[str]:
    """The Swedish texts that have no English."""
    return [
        str(message.id)
        for message in catalogue
        if message.id and not all(message.string if isinstance(message.string, tuple | list) else [message.string])
    ]


def messages() -> Iterator[tuple[str, Message]]:
    """Every text marked for translation, with the file it stands in."""
    for path in sorted(PACKAGE.rglob("*")):
        place = path.relative_to(PACKAGE).as_posix()
        if path.suffix == ".py":
            found = _in_source(path)
        elif path.suffix in (".html", ".txt") and "templates" in path.parts:
            found = in_template(path.read_text(encoding="utf-8"))
        else:
            continue
        for message in found:
            yield place, message


def _in_source(path: Path) -> Iterator[Message]:
    from babel.messages.extract import extract

    with path.open("rb") as file:
        for _, text, _, context in extract("python", file, keywords=KEYWORDS):
            yield (text if isinstance(text, str) else (text[0], text[1])), context


def in_template(source: str) -> Iterator[Message]:
    """The texts of one template. Django turns its tags into gettext calls for us; between them stands filler."""
    from django.utils.translation.template import templatize

    for call in CALL.finditer(templatize(source)):
        function, *strings = call.groups()
        texts = [str(ast.literal_eval(string)) for string in strings if string is not None]
        context = texts.pop(0) if "p" in function else None
        yield ((texts[0], texts[1]) if "n" in function else texts[0]), context


def compile_stale() -> None:
    """Compile each catalogue that is newer than what was compiled from it."""
    for source in sorted(LOCALE.rglob("*.po")):
        compiled = source.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            _compile(source, compiled)


def _compile(source: Path, compiled: Path) -> None:
    from babel.messages.mofile import write_mo

    draft = compiled.with_suffix(".mo.new")
    try:
        with draft.open("wb") as file:
            write_mo(file, read(source))
        draft.replace(compiled)
    except OSError as wrong:
        raise Stop(f"{compiled} går inte att skriva ({wrong.strerror}). Ge dig skrivrätt till mappen.") from None
