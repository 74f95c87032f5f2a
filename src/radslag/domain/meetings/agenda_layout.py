"""The Word template that ships, built from nothing, so that no file has to be kept beside the code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import docx
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from radslag.base.documents.rendering.word.package import packed

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle
    from docx.text.paragraph import Paragraph

ACCENT, SOFT = RGBColor(0x1D, 0x4F, 0x5C), RGBColor(0x4A, 0x4A, 0x45)
# A serif every Office has; what it is replaced with elsewhere has the same widths.
FONT = "Cambria"
TEXT_WIDTH = Cm(15.4)
# Word's own names → points, colour, points before and after.
HEADINGS = {
    "Title": (24, None, 0, 12),
    "Heading 1": (14, ACCENT, 18, 6),
    "Heading 2": (12, None, 14, 4),
    "Heading 3": (11, None, 10, 3),
}
FACTS = (("Datum", "datum"), ("Tid", "tid"), ("Plats", "plats"), ("Länk", "lank"))


def default_layout() -> bytes:
    """The template as a .docx: letterhead, facts, practical information, the agenda, page numbers."""
    document = docx.Document()
    _styles(document)
    _page(document)
    document.add_paragraph("Kallelse", style="Subtitle")
    document.add_paragraph("{{ grupp }}", style="Title")
    for label, name in FACTS:
        _only_if(document, name, lambda label=label, name=name: _fact(document, label, name))
    _only_if(document, "praktiskt", lambda: _practical(document))
    document.add_paragraph("Dagordning", style="Heading 1")
    document.add_paragraph("{{ dagordning }}")
    return packed(document)


def _only_if(document: Document, name: str, write: Any) -> None:
    document.add_paragraph("{% if " + name + " %}")
    write()
    document.add_paragraph("{% endif %}")


def _fact(document: Document, label: str, name: str) -> None:
    paragraph = document.add_paragraph(style="Body Text")
    paragraph.paragraph_format.left_indent, paragraph.paragraph_format.first_line_indent = Cm(2.2), Cm(-2.2)
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(2.2))
    paragraph.paragraph_format.space_after = Pt(2)
    paragraph.add_run(label).font.color.rgb = SOFT
    paragraph.add_run("\t{{ " + name + " }}")


def _practical(document: Document) -> None:
    document.add_paragraph("Praktiskt", style="Heading 1")
    document.add_paragraph("{{ praktiskt }}", style="Body Text")


def _styles(document: Document) -> None:
    styles: Any = document.styles
    _font(styles["Normal"], 11)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "sv-SE")
    styles["Normal"].element.get_or_add_rPr().append(language)
    _spaced(styles["Body Text"], 0, 6)
    _spaced(styles["List Bullet"], 0, 3)
    for name, (size, colour, before, after) in HEADINGS.items():
        style = styles[name]
        _font(style, size, bold=name != "Title")
        style.font.color.rgb = colour or RGBColor(0x1B, 0x1B, 0x19)
        _spaced(style, before, after)
        style.paragraph_format.keep_with_next = True
        _without_border(style)
    subtitle = styles["Subtitle"]
    _font(subtitle, 11)
    subtitle.font.italic, subtitle.font.color.rgb = False, SOFT
    _spaced(subtitle, 0, 2)


def _font(style: Any, size: float, *, bold: bool = False) -> None:
    style.font.name, style.font.size, style.font.bold = FONT, Pt(size), bold
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    # A theme's font would win over the name.
    for kind in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.attrib.pop(qn(f"w:{kind}Theme"), None)
        fonts.set(qn(f"w:{kind}"), FONT)


def _spaced(style: ParagraphStyle, before: float, after: float) -> None:
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.paragraph_format.line_spacing = 1.15


def _without_border(style: Any) -> None:
    border = style.element.find(f"{qn('w:pPr')}/{qn('w:pBdr')}")
    if border is not None:
        border.getparent().remove(border)


def _page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(2.9), Cm(2.7)
    section.top_margin, section.bottom_margin = Cm(3), Cm(2.5)
    head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
    for style in ("Header", "Footer"):
        stops: Any = document.styles[style].paragraph_format.tab_stops
        stops.clear_all()
        stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    name = head.add_run("{{ samarbete }}")
    name.bold, name.font.size, name.font.color.rgb = True, Pt(12), ACCENT
    _small(head, "\tSida ")
    _counted(head, "PAGE")
    _small(head, " (")
    _counted(head, "NUMPAGES")
    _small(head, ")")
    _small(foot, "{{ version }}")


def _small(paragraph: Paragraph, words: str) -> Any:
    run = paragraph.add_run(words)
    run.font.size, run.font.color.rgb = Pt(9.5), SOFT
    return run


def _counted(paragraph: Paragraph, what: str) -> None:
    """A number Word counts itself; until it has, 1."""
    for kind in ("begin", "code", "separate", "result", "end"):
        run = _small(paragraph, "1" if kind == "result" else "")
        if kind == "code":
            code = OxmlElement("w:instrText")
            code.text = what
            run._r.append(code)
        elif kind != "result":
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)
