"""Agendas of all shapes, as the content of a paper: the same for the same seed, and nothing in them is real."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from random import Random
from typing import Any

from radslag.domain.meetings.agenda_content import blocks_of
from radslag.domain.meetings.models import AnnexRule
from radslag.domain.meetings.numbering import annex_numbers, item_numbers
from radslag.text.swedish.dates import long_date

BODIES = ("Kommundirektörsgruppen", "Sjöbygdens styrelse", "Nätverket för fysisk planering", "Arbetsgruppen för vatten")
PLACES = ("Stadshuset i Åmål, sal Vänern", "Sjösalen, Storgatan 4, Örebro", "Ärlagården", "Rådhuset, plan 3")
FIRST = ("Ada", "Åke", "Örjan", "Ärla", "Britt-Marie", "Bo", "Zacharias", "Ylva", "Måns", "Eva-Lena")
LAST = ("Brandt", "Östling", "Ekdahl", "Sundin", "Ängmark", "Lindqvist", "von Platen", "Åberg Ström", "Hjärne")
TOWNS = ("Askersund", "Åmål", "Älmhult", "Örebro", "Östra Göinge", "Upplands Väsby", "")
TITLES = (
    "Föregående minnesanteckningar",
    "Budget 2027",
    "Aktuellt från kommunerna",
    "Gemensam upphandling: val av väg och tidplan",
    "Remiss om ”Ett län i rörelse” – gemensamt yttrande",
    "Vattenförsörjning i norra Sjöbygden (delrapport 2)",
    "Kompetensförsörjning inom vård & omsorg",
    "Översyn av avgifter, taxor och regler för båtplatser",
    "5G-utbyggnad längs väg 45",
    "Hur går vi vidare med frågan om gymnasiesamverkan?",
    "Årshjul och mötestider",
    "EU:s strukturfonder",
    "Avtal om räddningstjänst 2027–2030",
    "Lägesbild: bostäder",
    "Digitala lås i hemtjänsten – en jämförelse av de tre vägar som arbetsgruppen har prövat under våren",
    "Gemensam organisation för familjerätten i Askersund, Åmål, Älmhult och Örebro samt förslag till fördelning av"
    " kostnader mellan kommunerna under de tre första åren",
    "Stöd till Sveriges Kommuner och Regioners arbete med beredskap, med särskild hänsyn till de mindre kommunerna i"
    " Västra Sjöbygden och deras möjlighet att hålla egen jour",
    "Nästa möte",
    "Övriga frågor",
)
SECTIONS = ("Erfarenhetsutbyte", "Samverkansfrågor", "Frågor om planering och miljö", "Beslut", "Avslutning")
BACKGROUNDS = (
    "Gruppen tog upp frågan i våras och ville se en jämförelse innan den avgörs.",
    "Två kommuner har redan avtal som går ut nästa år, vilket gör att frågan behöver avgöras i höst. De andra kan vänta"
    " till dess att staten har sagt sitt om reglerna.",
    "Kostnaden är 1,5 miljoner kronor. Vägarna är\n- att göra det gemensamt,\n- att vänta.\nBåda har prövats.",
    "Planen ”Vatten för alla” gäller till 2030; en översyn pågår (etapp 2).",
)
SENTENCES = (
    "Minnesanteckningarna läggs till handlingarna.",
    "Gruppen ställer sig bakom yttrandet över ”Ett län i rörelse”.",
    "Kostnaden, högst 120 000 kronor per år, delas efter invånarantal.",
)
CLAUSES = (
    "att godkänna planen för 2027",
    "att uppdra åt sekretariatet att ta fram en tidplan som kan behandlas vid mötet i november, så att kommunerna"
    " hinner bereda frågan före årsskiftet",
    "att kostnaden delas efter invånarantal",
    "att anmäla beslutet till styrelsen",
)
ANNEXES = (
    "Minnesanteckningar 27 maj",
    "Jämförelse av vägarna",
    "Tidplan",
    "Yttrande: utkast 2",
    "Karta (A3) över ”Norra strået”",
    "",
)


def agenda(seed: int) -> dict[str, Any]:
    """The content of one agenda: 1–25 items, with sub-items, sections, presenters, proposals and annexes."""
    dice = Random(seed)
    sectioned = dice.random() < 0.5
    size = dice.choice((1, 2, 3, 5, 8, 12, 18, 25))
    below = [dice.choice((0, 0, 0, 2, 3)) for _ in range(size)]
    rule = dice.choice((AnnexRule.BY_ITEM, AnnexRule.SEQUENTIAL))
    items = [_item(dice, number, [_item(dice, each, []) for each in under]) for number, under in item_numbers(below)]
    _number_annexes(items, rule)
    day = date(2026, 9, 1) + timedelta(days=dice.randrange(200))
    body = dice.choice(BODIES)
    start, end = dice.choice((("09:00", "12:00"), ("13:30", "17:00"), ("08:30", "")))
    return {
        "uid": f"00000000-0000-4000-8000-{seed:012}",
        "collaboration": "Sjöbygden",
        "body": body,
        "kind_text": "Kallelse",
        "title": f"Kallelse till {body}",
        "running": f"{body}, {long_date(day)}",
        "date": day.isoformat(),
        "day": long_date(day),
        "start": start,
        "end": end,
        "zone": "Europe/Stockholm",
        **_head(dice, long_date(day), start, end),
        "sections": _sections(dice, items) if sectioned else [_section("", "", items)],
    }


def _head(dice: Random, day: str, start: str, end: str) -> dict[str, Any]:
    time = "–".join(each.lstrip("0").replace(":", ".") for each in (start, end) if each)
    place = dice.choice(PLACES)
    link = dice.choice(("", "https://example.org/mote?id=1&n=2"))
    practical = dice.choice(("", "Lunch serveras efter mötet.", "Anmäl dig senast måndagen före mötet.\nVälkommen."))
    rows = [("Datum", day, ""), ("Tid", time, ""), ("Plats", place, ""), ("Länk", link, link)]
    return {
        "time": time,
        "place": place,
        "link": link,
        "facts": [{"label": label, "value": value, "link": url} for label, value, url in rows if value],
        "practical": [{"kind": "text", "text": each} for each in practical.splitlines()],
        "practical_text": practical,
    }


def _item(dice: Random, number: str, below: list[dict[str, Any]]) -> dict[str, Any]:
    names = dice.sample([f"{first} {last}" for first in FIRST for last in LAST], dice.choice((0, 1, 1, 2, 3)))
    presenters = [{"name": name, "municipality": dice.choice(TOWNS)} for name in names]
    told = "; ".join(", ".join(word for word in each.values() if word) for each in presenters)
    kind = dice.choice(("", "information", "diskussion", "beslut", "anmälan"))
    count = dice.choice((0, 0, 1, 2, 4))
    return {
        "number": number,
        "label": f"{number}.",
        "title": dice.choice(TITLES),
        "type": kind,
        "type_text": kind,
        "presenters": presenters,
        "presenters_text": f"Föredragande: {told}" if told else "",
        "background": _blocks(dice.choice(("", *BACKGROUNDS))),
        "proposals": [dice.choice(SENTENCES)] if count == 1 else dice.sample(CLAUSES, count),
        "annexes": [
            {"label": "", "number": "", "title": dice.choice(ANNEXES)} for _ in range(dice.choice((0, 0, 1, 3)))
        ],
        "items": below,
    }


def _blocks(text: str) -> list[dict[str, Any]]:
    return blocks_of(text)


def flat(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Items in order, each before those below it."""
    return [each for item in items for each in (item, *flat(item["items"]))]


def _number_annexes(items: list[dict[str, Any]], rule: AnnexRule) -> None:
    rows = flat(items)
    numbers = annex_numbers(rule, [(row["number"], len(row["annexes"])) for row in rows])
    for row, its in zip(rows, numbers, strict=True):
        for annex, number in zip(row["annexes"], its, strict=True):
            annex |= {"label": f"Bilaga {number}", "number": number}


def _sections(dice: Random, items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    cuts = sorted(dice.sample(range(1, len(items)), min(len(items) - 1, dice.choice((0, 1, 2)))))
    bounds = [0, *cuts, len(items)]
    parts = [items[start:end] for start, end in pairwise(bounds)]
    return [
        _section(dice.choice(SECTIONS), dice.choice(("", "9.00–10.30", "kl. 13.30")), part, place)
        for place, part in enumerate(parts, 1)
    ]


def _section(title: str, time: str, items: list[dict[str, Any]], place: int = 0) -> dict[str, Any]:
    return {"heading": f"Del {place}: {title}" if title else "", "title": title, "time": time, "items": items}
