"""How different secretaries write: the labels, the numbering and where things stand. Data, one row a manner."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Manner:
    """A way of laying out a paper. `number` is a pattern of the item's number, empty where items have none.

    `present`: one person a "line" or all "running"; `presenter`: under a "label" or in a "bracket" after the title.
    """

    title: str
    number: str = "{}. "
    date_label: str = "Datum"
    date: str = "weekday"
    present_label: str = "Närvarande"
    present: str = "line"
    others_label: str = "Övriga deltagare"
    absent_label: str = "Förhinder"
    secretary_label: str = "Vid anteckningarna"
    presenter: str = "label"
    presenter_label: str = "Föredragande"
    proposal_label: str = "Förslag till beslut"
    decision_label: str = "Beslut"
    views_label: str = "Inspel"
    tasks_label: str = "Uppdrag"
    topics_lead: str = "Följande punkter tas upp:"
    annex: str = "(bilaga {})"


MANNERS = {
    "kd": Manner(
        title="Minnesanteckningar",
        date_label="Mötesdatum",
        present="running",
        others_label="Övriga medverkande",
        secretary_label="Vid protokollet",
        presenter="bracket",
        views_label="Kommundirektörsgruppens inspel",
    ),
    "kd-old": Manner(title="Minnesanteckningar från kommundirektörsgruppen", date_label="Mötesdatum"),
    "notice": Manner(title="Kallelse", date_label="Datum", secretary_label="Sekreterare"),
    "board": Manner(
        title="Protokoll",
        number="§ {} ",
        date_label="Sammanträdesdatum",
        present_label="Beslutande",
        others_label="Övriga närvarande",
        secretary_label="Sekreterare",
        decision_label="Styrelsens beslut",
        proposal_label="Förslag till beslut",
    ),
    "plain": Manner(
        title="Anteckningar",
        present_label="Deltagare",
        others_label="Gäster",
        absent_label="Ej närvarande",
        secretary_label="Antecknat av",
        presenter="bracket",
        tasks_label="Att göra",
        decision_label="Beslut",
        date="iso",
    ),
    "headings": Manner(
        title="Mötesanteckningar",
        number="",
        present="running",
        present_label="Närvarande",
        others_label="Inbjudna",
        absent_label="Återbud",
        secretary_label="Sekreterare",
        decision_label="Överenskommelse",
    ),
    "formal": Manner(
        title="Minnesanteckningar",
        number="{} ",
        present_label="Närvarande",
        secretary_label="Vid anteckningarna",
        views_label="Synpunkter",
        tasks_label="Uppdrag",
        decision_label="Beslut",
    ),
}
