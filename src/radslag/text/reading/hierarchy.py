"""Which item lies under which: sections told from items, sub-items given their parent."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from radslag.text.reading.headline import Headline
from radslag.text.reading.lines import Line
from radslag.text.reading.passage import Span

SECTION = re.compile(
    r"(?=.*(?:punkt(?:er)?|ärenden?|frågor|del \d)\b)(?=.*(?:information|diskussion|beslut|anmäl|val|del \d))",
    re.IGNORECASE,
)
TYPES = (  # the further-going first
    ("decision", re.compile("beslut", re.IGNORECASE)),
    ("discussion", re.compile("diskussion|dialog", re.IGNORECASE)),
    ("information", re.compile("information|anmäl|rapport", re.IGNORECASE)),
)


@dataclass
class Node:
    """One item: its heading, the lines below it (`body`, of the document's lines) and where it hangs."""

    headline: Headline
    first: int
    body: list[Line] = field(default_factory=list)
    parent: str | None = None
    section: str | None = None
    type: str | None = None
    level: int = 0
    part: bool = False  # called a part of the agenda: "Del 1: Planering"
    span: Span = (0, 0)

    @property
    def name(self) -> str:
        return self.headline.number.text or self.headline.title.text


def hung(nodes: list[Node], scheme: str) -> list[Node]:
    """The nodes that are items, with section, type and parent; headings that only divide the agenda are left out."""
    numbered = any(node.headline.number for node in nodes)
    return _hang_numbered(nodes, scheme) if numbered else _hang_levels(nodes)


def _hang_numbered(nodes: list[Node], scheme: str) -> list[Node]:
    kept: list[Node] = []
    section: str | None = None
    top: str | None = None
    lettered = not any(re.match(r"\d", node.headline.number.text) for node in nodes)
    for place, node in enumerate(nodes):
        number = node.headline.number.text
        leads = place + 1 < len(nodes) and bool(re.match(r"\d", nodes[place + 1].headline.number.text))
        if not number and _divides(node, scheme, leads, top is None):
            section = node.headline.title.text
            continue
        node.parent = None if lettered and not number else _parent(number, top, scheme)
        top = node.name if (number or lettered) and node.parent is None else top
        node.section, node.type = section, _type_of(node, section)
        kept.append(node)
    return kept


def _type_of(node: Node, section: str | None) -> str | None:
    """What the item's own heading says it is for, else what its section says."""
    return node.headline.type or (_type(section) if section else None)


def _divides(node: Node, scheme: str, leads: bool, before_first: bool) -> bool:
    """Whether a heading without number only divides the agenda. LEADS: a numbered heading comes next."""
    if scheme == "points":
        return leads and not _own_text(node)
    named = bool(SECTION.search(node.headline.title.text)) or (leads and (node.part or not node.body))
    return named or (before_first and scheme == "markup")


def _parent(number: str, top: str | None, scheme: str) -> str | None:
    if not number:
        return None if scheme == "points" else top
    if number.isalpha() or (scheme != "paragraphs" and number[-1].isalpha() and number[:-1] == top):
        return top
    return number.rpartition(".")[0] or None


def _own_text(node: Node) -> bool:
    return any(len(line.text) > 12 for line in node.body)


def _type(heading: str) -> str | None:
    """The class of a section; of two named kinds the further-going one."""
    if not SECTION.search(heading):
        return None
    return next((kind for kind, words in TYPES if words.search(heading)), None)


def _hang_levels(nodes: list[Node]) -> list[Node]:
    above: list[Node] = []
    for node in nodes:
        while above and above[-1].level >= node.level:
            above.pop()
        if above and node.level:
            node.parent = above[-1].name
        own = node.headline.type or _type(node.headline.title.text)
        node.type = own or (above[-1].type if above and node.level else None)
        above.append(node)
    return nodes
