"""The fields in a Word file: found in its paragraphs however Word has cut them up, and made ready for filling."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from radslag.base.documents.rendering.word.shapes import Block, Known

if TYPE_CHECKING:
    from docx.document import Document

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
FIELD = re.compile(r"\{\{\s*(?:p\s+)?(?P<name>\w+)\s*\}\}")
STATEMENT = re.compile(r"\{%-?\s*(?P<words>(?:for|endfor|if|elif|else|endif)\b[^{}%]*?)\s*-?%\}")
# The letters with which docxtpl is told what a tag replaces: a paragraph, a row, a cell, a run.
REACH = re.compile(r"(?<=\{[{%#])(?:p|tr|tc|r)\s+")
STORIES = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)


@dataclass(frozen=True)
class Words:
    """A paragraph of a template: its element, its text, and whether it stands in a table."""

    element: Any
    text: str
    in_table: bool

    @property
    def tags(self) -> list[str]:
        """The fields and statements in it, as jinja reads them."""
        return [REACH.sub(" ", tag) for tag in TAG.findall(self.text)]


def stories(document: Document) -> Iterator[Any]:
    """The elements that hold text: the body, then headers and footers."""
    yield document.element.body
    for relation in document.part.rels.values():
        if relation.reltype in STORIES and not relation.is_external:
            yield relation.target_part.element


def words_of(story: Any) -> Iterator[Words]:
    """The paragraphs of a story in order. Those in a text box inside a paragraph come on their own."""
    for element in story.iter(qn("w:p")):
        own = (each for each in element.iter(qn("w:t")) if next(each.iterancestors(qn("w:p"))) is element)
        text = "".join(each.text or "" for each in own)
        yield Words(element, text, next(element.iterancestors(qn("w:tc")), None) is not None)


def prepare(document: Document, known: Known) -> None:
    """Make ready for filling: what must replace its whole paragraph is told so, as docxtpl wants it.

    That spares whoever writes a template the letter p of `{{p dagordning }}` and `{%p for … %}`.
    """
    for story in stories(document):
        for words in list(words_of(story)):
            text = words.text.strip()
            field, statement = FIELD.fullmatch(text), STATEMENT.fullmatch(text)
            if field and is_block(field["name"], known):
                _rewrite(words.element, f"{{{{p {known.plain(field['name'])} }}}}")
            elif statement and not words.in_table:
                _rewrite(words.element, f"{{%p {statement['words']} %}}")


def is_block(name: str, known: Known) -> bool:
    """Whether the field holds whole paragraphs."""
    return isinstance(known.fields.get(known.plain(name)), Block)


def _rewrite(element: Any, text: str) -> None:
    """The paragraph with this text alone. What Word keeps for spelling and bookmarks goes."""
    properties = element.find(qn("w:pPr"))
    for child in list(element):
        if child is not properties:
            element.remove(child)
    run = element.makeelement(qn("w:r"))
    words = run.makeelement(qn("w:t"))
    words.text = text
    run.append(words)
    element.append(run)
