"""Look a template over before it is used: which fields it has, what nobody knows, what is missing, what is broken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from jinja2 import TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from radslag.base.documents.rendering.word.fields import FIELD, TAG, Words, is_block, prepare, stories, words_of
from radslag.base.documents.rendering.word.filling import environment, sources, templated
from radslag.base.documents.rendering.word.grammar import Reading, as_field
from radslag.base.documents.rendering.word.package import Unusable, open_template
from radslag.base.documents.rendering.word.shapes import Known

LOOSE = re.compile(r"\{\{|\}\}|\{%|%\}")
KEYWORD = re.compile(r"\{%-?\s*(?P<word>\w*)")
ENDS = {"endfor": "for", "endif": "if"}
AROUND = 60  # characters of text told about a fault


@dataclass(frozen=True)
class TemplateReport:
    """What a check found, in the page's language. A template with errors is refused; one with warnings works.

    `used` and `missing` are names of fields; `unknown` holds a sentence for each name nobody knows.
    """

    used: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()

    @property
    def usable(self) -> bool:
        """Whether papers can be made with it."""
        return not self.errors and not self.unknown


def check_template(data: bytes, known: Known) -> TemplateReport:
    """Everything there is to say of a file as a template; never raises for what is in it."""
    try:
        document = open_template(data)
    except Unusable as error:
        return TemplateReport(errors=(str(error),))
    reading = Reading(known)
    faults = [fault for story in stories(document) for fault in _faults(list(words_of(story)), known)]
    if not faults:
        prepare(document, known)
        faults = _read(sources(templated(document)), reading)
    errors = [*dict.fromkeys(faults), *reading.errors]
    if not errors and not reading.unknown:
        errors += _lacking(reading, known)
    missing = () if errors else tuple(name for name in known.wanted if name not in reading.used)
    return TemplateReport(tuple(sorted(reading.used)), tuple(_unknown(reading)), missing, tuple(errors))


def _lacking(reading: Reading, known: Known) -> Iterator[str]:
    if known.needed and not reading.used.intersection(known.needed):
        field = as_field(known.needed[0])
        yield _("Fältet %(field)s saknas, så papperet blir tomt. Skriv det ensamt i ett stycke.") % {"field": field}


def _unknown(reading: Reading) -> Iterator[str]:
    for name, near in reading.unknown.items():
        names = {"name": as_field(name), "near": as_field(near or "")}
        if near:
            yield _("%(name)s känns inte igen – menade du %(near)s?") % names
        else:
            yield _("%(name)s känns inte igen. Se vilka fält som finns i listan.") % names


def _read(parts: list[str], reading: Reading) -> list[str]:
    jinja = environment()
    try:
        for source in parts:
            reading.read(jinja.parse(source))
    except (TemplateError, RecursionError):
        # The paragraphs were sound one by one, so it is how for and if lie across table cells.
        return [_("En for- eller if-sats börjar och slutar på olika ställen i en tabell. Lägg båda i samma cell.")]
    return []


def _faults(paragraphs: list[Words], known: Known) -> Iterator[str]:
    """Sentences about what cannot be understood, each with the text around it."""
    jinja = environment()
    opened: list[tuple[str, str]] = []
    for words in paragraphs:
        if LOOSE.search(TAG.sub("", words.text)):
            yield _("Ett fält är inte avslutat i ”%(text)s”. Skriv {{ före och }} efter namnet, i samma stycke.") % {
                "text": _around(words.text)
            }
            continue
        for tag in words.tags:
            yield from _fault_of(tag, words, opened, jinja)
        yield from _crowded(words, known)
    for word, text in opened:
        yield _("{%% %(word)s %%} i ”%(text)s” har ingen {%% end%(word)s %%} efter sig.") % {"word": word, "text": text}


def _fault_of(
    tag: str, words: Words, opened: list[tuple[str, str]], jinja: ImmutableSandboxedEnvironment
) -> Iterator[str]:
    keyword = KEYWORD.match(tag)
    word = keyword["word"] if keyword else ""
    if word in ENDS:
        if opened and opened[-1][0] == ENDS[word]:
            opened.pop()
        else:
            yield _("{%% %(word)s %%} i ”%(text)s” avslutar inget.") % {"word": word, "text": _around(words.text)}
        return
    if word in ENDS.values():
        opened.append((word, _around(words.text)))
    if word in ("elif", "else"):
        return
    try:
        jinja.parse(tag + (f"{{% end{word} %}}" if word in ENDS.values() else ""))
    except (TemplateError, RecursionError):
        told = {"tag": tag, "text": _around(words.text)}
        yield _("%(tag)s i ”%(text)s” går inte att förstå. Skriv bara fältets namn mellan klamrarna.") % told


def _crowded(words: Words, known: Known) -> Iterator[str]:
    """A field of whole paragraphs has its paragraph to itself."""
    text = words.text.strip()
    for tag in TAG.findall(text):
        field = FIELD.fullmatch(tag)
        if field and is_block(field["name"], known) and text != tag:
            yield _("%(field)s måste stå ensamt i sitt stycke, men där står ”%(text)s”.") % {
                "field": tag,
                "text": _around(words.text),
            }


def _around(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= AROUND else words[:AROUND].rsplit(" ", 1)[0] + " …"
