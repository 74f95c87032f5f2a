"""Paragraphs put where a template has one field: in the template's styles, in plain good ones where it has none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from radslag.base.documents.rendering.printable import printable

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle


class Look(Enum):
    """What a paragraph is. The template's styles decide how it looks."""

    SECTION = "section"
    ITEM = "item"
    SUB_ITEM = "sub-item"
    TEXT = "text"
    PROPOSAL = "proposal"
    POINT = "point"
    PROPOSAL_POINT = "proposal point"
    ANNEX = "annex"


@dataclass(frozen=True)
class Run:
    """Words in one weight. `soft`: beside the point, such as the type of an item."""

    text: str
    bold: bool = False
    soft: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a block. `number` hangs in the margin before the words; `depth`: 1 for what is a sub-item's."""

    look: Look
    runs: tuple[Run, ...]
    number: str = ""
    depth: int = 0


# Lengths in twentieths of a point, as Word has them.
HANGING = 567  # 1 cm for the number
POINT_HANGING = 284
# Styles by Word's own names, which are the same in every language; the first the template has.
STYLES = {
    Look.SECTION: ("heading 1",),
    Look.ITEM: ("heading 2", "heading 1"),
    Look.SUB_ITEM: ("heading 3", "heading 2"),
    Look.POINT: ("list bullet",),
    Look.PROPOSAL_POINT: ("list bullet",),
    Look.TEXT: ("body text",),
    Look.PROPOSAL: ("body text",),
    Look.ANNEX: ("body text",),
}
HEADINGS = {Look.SECTION: 0, Look.ITEM: 1, Look.SUB_ITEM: 2}
# Points, and points before and after, of a heading the template has no style for.
PLAIN_HEADINGS = {Look.SECTION: (28, 360), Look.ITEM: (24, 240), Look.SUB_ITEM: (22, 200)}
POINTS = (Look.POINT, Look.PROPOSAL_POINT)
SET_OFF = (Look.PROPOSAL, Look.PROPOSAL_POINT)


def xml_of(paragraphs: Iterable[Paragraph], document: Document) -> str:
    """The paragraphs as WordprocessingML, in the styles of the document they go into."""
    wardrobe = Wardrobe(document)
    return "".join(etree.tostring(_paragraph(each, wardrobe), encoding="unicode") for each in paragraphs)


class Wardrobe:
    """The paragraph styles a document has."""

    def __init__(self, document: Document) -> None:
        self.document = document

    @cached_property
    def styles(self) -> dict[str, ParagraphStyle]:
        """By the name in the file, in lower case."""
        found = (each for each in self.document.styles if each.type == WD_STYLE_TYPE.PARAGRAPH)
        return {str(_name(each)).lower(): each for each in found}

    def for_look(self, look: Look) -> ParagraphStyle | None:
        """The style for a look; None where the template has none of its own."""
        return next((self.styles[name] for name in STYLES[look] if name in self.styles), None)


def _name(style: Any) -> str:
    # python-docx tells "Heading 1" for "heading 1"; the file's own name is the same in every version of Word.
    name = style.element.find(qn("w:name"))
    return str(name.get(qn("w:val"))) if name is not None else ""


def numbered(style: ParagraphStyle | None) -> bool:
    """Whether the style, or one it builds on, counts or puts a bullet by itself."""
    step: Any = style
    for _each in range(12):
        if step is None:
            return False
        if step.element.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None:
            return True
        step = step.base_style
    return False


def _paragraph(paragraph: Paragraph, wardrobe: Wardrobe) -> Any:
    element = OxmlElement("w:p")
    element.append(_properties(paragraph, wardrobe))
    style = wardrobe.for_look(paragraph.look)
    marked = paragraph.look in POINTS and not numbered(style)
    for each in _lead(paragraph, marked, style is None):
        element.append(each)
    for run in paragraph.runs:
        element.append(_run(run, paragraph, style is None))
    return element


def _lead(paragraph: Paragraph, marked: bool, plain: bool) -> Iterator[Any]:
    """The number or dash that hangs before the words, and the tab after it."""
    words = paragraph.number or ("–" if marked else "")
    if not words:
        return
    yield _run(Run(words), paragraph, plain)
    tab = OxmlElement("w:r")
    tab.append(OxmlElement("w:tab"))
    yield tab


def _properties(paragraph: Paragraph, wardrobe: Wardrobe) -> Any:
    """Children in the order the schema wants: style, keeping, numbering, border, spacing, indent, outline."""
    look, style = paragraph.look, wardrobe.for_look(paragraph.look)
    properties = OxmlElement("w:pPr")
    if style is not None:
        _add(properties, "w:pStyle", val=style.style_id)
    if look in HEADINGS or _announces(paragraph):
        _add(properties, "w:keepNext")
    if look in HEADINGS and numbered(style):
        # The paper's own number is already there.
        numbering = _add(properties, "w:numPr")
        _add(numbering, "w:ilvl", val="0")
        _add(numbering, "w:numId", val="0")
    if look in SET_OFF:
        borders = _add(properties, "w:pBdr")
        _add(borders, "w:left", val="single", sz="12", space="8", color="808080")
    _space(properties, look, style is None)
    left, hanging = _indent(paragraph)
    _add(properties, "w:ind", left=str(left), **({"hanging": str(hanging)} if hanging else {"firstLine": "0"}))
    if style is None and look in HEADINGS:
        _add(properties, "w:outlineLvl", val=str(HEADINGS[look]))
    return properties


def _announces(paragraph: Paragraph) -> bool:
    """Whether it only leads in the points below it, as "Förslag till beslut:" does."""
    return paragraph.look is Look.PROPOSAL and paragraph.runs[-1].bold


def _space(properties: Any, look: Look, plain: bool) -> None:
    """Space before and after, but for a heading that has it from its style."""
    if look not in HEADINGS:
        _add(properties, "w:spacing", before="0", after="60" if look in (*POINTS, Look.ANNEX) else "120")
    elif plain:
        _add(properties, "w:spacing", before=str(PLAIN_HEADINGS[look][1]), after="80")


def _indent(paragraph: Paragraph) -> tuple[int, int]:
    """Where the words begin, and how far before them the number, bullet or dash hangs."""
    step = HANGING * paragraph.depth
    if paragraph.look is Look.SECTION:
        return 0, 0
    if paragraph.look in HEADINGS:
        return HANGING + step, HANGING
    if paragraph.look in POINTS:
        return HANGING + POINT_HANGING + step, POINT_HANGING
    return HANGING + step, 0


def _run(run: Run, paragraph: Paragraph, plain: bool) -> Any:
    element = OxmlElement("w:r")
    look = paragraph.look
    if run.bold or run.soft or (plain and look in HEADINGS):
        properties = OxmlElement("w:rPr")
        if run.soft:
            _add(properties, "w:b", val="0")
        elif run.bold or plain:
            _add(properties, "w:b")
        if plain and look in HEADINGS:
            _add(properties, "w:sz", val=str(PLAIN_HEADINGS[look][0]))
        element.append(properties)
    text = OxmlElement("w:t")
    text.set(qn("xml:space"), "preserve")
    text.text = printable(run.text)
    element.append(text)
    return element


def _add(parent: Any, name: str, **attributes: str) -> Any:
    child = OxmlElement(name)
    for key, value in attributes.items():
        child.set(qn(f"w:{key}"), value)
    parent.append(child)
    return child
