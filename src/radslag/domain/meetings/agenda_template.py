"""The Word side of the notice: which fields a template may have, what they hold, and the template that ships."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from radslag.base.documents.rendering.word import Known, Look, Paragraph, Run
from radslag.base.documents.rendering.word.shapes import Block, Listed, Text, Things
from radslag.domain.meetings.agenda_layout import default_layout

ANNEX = Things({"nummer": Text(), "titel": Text(), "text": Text()})
ITEM = Things(
    {
        "nummer": Text(),
        "rubrik": Text(),
        "typ": Text(),
        "foredragande": Text(),
        "bakgrund": Text(),
        "forslag": Listed(Text(), printed=True),
        "bilagor": Listed(ANNEX, printed=True),
    }
)
PART = Things({"rubrik": Text(), "tid": Text(), "punkter": Listed(ITEM)})

KNOWN = Known(
    fields={
        "samarbete": Text(),
        "grupp": Text(),
        "datum": Text(),
        "tid": Text(),
        "plats": Text(),
        "lank": Text(),
        "praktiskt": Text(),
        "version": Text(),
        "dagordning": Block(),
        "punkter": Listed(ITEM),
        "delar": Listed(PART),
    },
    needed=("dagordning", "punkter", "delar"),
    wanted=("grupp", "datum", "tid", "plats", "praktiskt"),
    aliases={
        "länk": "lank",
        "föredragande": "foredragande",
        "förslag": "forslag",
        "forslag_till_beslut": "forslag",
        "förslag_till_beslut": "forslag",
        "agenda": "dagordning",
        "lokal": "plats",
    },
)


@cache
def default_template() -> bytes:
    """The template that ships: good as it is, and an example of every field to begin from."""
    return default_layout()


def word_values(content: Mapping[str, Any]) -> dict[str, Any]:
    """What the fields hold, from the content of the paper."""
    sections = content["sections"]
    return {
        "samarbete": content["collaboration"],
        "grupp": content["body"],
        "datum": content["day"],
        "tid": content["time"],
        "plats": content["place"],
        "lank": content["link"],
        "praktiskt": _plain(content["practical"]),
        "version": content["made"],
        "dagordning": list(_agenda(sections)),
        "punkter": [item for section in sections for item in _flat(section["items"])],
        "delar": [
            {"rubrik": section["heading"], "tid": section["time"], "punkter": list(_flat(section["items"]))}
            for section in sections
        ],
    }


def _flat(items: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """Every item in order, a sub-item after the one it lies under: a template that loops once loses none."""
    for item in items:
        yield {
            "nummer": item["number"],
            "rubrik": item["title"],
            "typ": item["type_text"],
            "foredragande": item["presenters_text"].removeprefix("Föredragande: "),
            "bakgrund": _plain(item["background"]),
            "forslag": list(item["proposals"]),
            "bilagor": [
                {"nummer": each["number"], "titel": each["title"], "text": _named(each)} for each in item["annexes"]
            ],
        }
        yield from _flat(item["items"])


def _plain(blocks: Iterable[Mapping[str, Any]]) -> str:
    """Paragraphs and lists as lines."""
    lines: list[str] = []
    for block in blocks:
        lines += [f"– {point}" for point in block["points"]] if block["kind"] == "list" else [block["text"]]
    return "\n".join(lines)


def _named(annex: Mapping[str, str]) -> str:
    return f"{annex['label']}: {annex['title']}" if annex["title"] else annex["label"]


def _agenda(sections: Iterable[Mapping[str, Any]]) -> Iterator[Paragraph]:
    for section in sections:
        if section["heading"]:
            time = f", {section['time']}" if section["time"] else ""
            yield Paragraph(
                Look.SECTION, (Run(section["heading"]), Run(time, soft=True)) if time else (Run(section["heading"]),)
            )
        for item in section["items"]:
            yield from _item(item, 0)


def _item(item: Mapping[str, Any], depth: int) -> Iterator[Paragraph]:
    look = Look.SUB_ITEM if depth else Look.ITEM
    title = [Run(item["title"])]
    title += [Run(f" ({item['type_text']})", soft=True)] if item["type_text"] else []
    yield Paragraph(look, tuple(title), number=item["label"], depth=depth)
    if item["presenters_text"]:
        yield Paragraph(Look.TEXT, (Run(item["presenters_text"]),), depth=depth)
    for block in item["background"]:
        if block["kind"] == "list":
            yield from (Paragraph(Look.POINT, (Run(point),), depth=depth) for point in block["points"])
        else:
            yield Paragraph(Look.TEXT, (Run(block["text"]),), depth=depth)
    yield from _proposals(item["proposals"], depth)
    for annex in item["annexes"]:
        yield Paragraph(Look.ANNEX, (Run(_named(annex)),), depth=depth)
    for under in item["items"]:
        yield from _item(under, depth + 1)


def _proposals(texts: list[str], depth: int) -> Iterator[Paragraph]:
    label = Run("Förslag till beslut:", bold=True)
    if len(texts) == 1:
        yield Paragraph(Look.PROPOSAL, (label, Run(f" {texts[0]}")), depth=depth)
    elif texts:
        yield Paragraph(Look.PROPOSAL, (label,), depth=depth)
        yield from (Paragraph(Look.PROPOSAL_POINT, (Run(text),), depth=depth) for text in texts)
