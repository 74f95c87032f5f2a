"""What kind of document it is: minutes, a notice, a plan, or none of them."""

from __future__ import annotations

import re

from radslag.text.reading.agenda import Agenda
from radslag.text.reading.fields import Kind
from radslag.text.reading.head import Head
from radslag.text.reading.lines import Line

MINUTES = re.compile(
    r"^\W*(?:minnesanteckningar|mötesanteckningar|anteckningar|sammanträdesprotokoll|mötesprotokoll|protokoll)\b|"
    r"\b(?:minnesanteckningar|\w*protokoll)\b(?: från| fört| \(|\W*$| \d)",
    re.IGNORECASE,
)
NOTICE = re.compile(
    r"^\W*(?:kallelse|föredragningslista|dagordning|ärendelista|inbjudan|underrättelse)\b", re.IGNORECASE
)
PLAN = re.compile(
    r"\b(?:verksamhetsplan|handlingsplan|aktivitetsplan|åtgärdsplan|handlingsprogram)(?:en)?\b", re.IGNORECASE
)
PLAN_COLUMNS = re.compile(
    r"\b(?:aktivitet(?:er)?|projekt|åtgärd(?:er)?|insats(?:er)?|(?:projekt)?beskrivning|mål(?:sättning)?|styrning|"
    r"ansvarig|uppföljning|tidplan|prioritet|indikator)\b",
    re.IGNORECASE,
)
DONE = re.compile(
    r"\b(?:godkändes|beslutade(?:s)?|lades till handlingarna|informerade|redogjorde|avslutades|öppnades|"
    r"diskuterade(?:s)?|redovisade|bifalles|justeras)\b",
    re.IGNORECASE,
)
FORMAL = re.compile(
    r"^(?:\d{1,2}\.? ?)?(?:mötets? (?:öppn|avslut)|val av (?:mötes|juster|protokoll)|föregående (?:möte|protokoll)|"
    r"godkännande av dagordning)",
    re.IGNORECASE,
)


MOST = 4000  # lines looked at: a document has said what it is by then
LONGEST = 200  # characters of a line looked at


def kind_of(lines: list[Line], agenda: Agenda, head: Head) -> str:
    """ "minutes", "notice", "plan" or "unknown" by the titles first, then by what the text tells."""
    if _is_plan(lines, agenda, head):
        return "plan"
    titles = [line.text.text for line in agenda.head[:60]]
    notice = any(map(NOTICE.match, titles))
    signs = _titled_minutes(titles) + _attended(head)
    if signs == 2 or (signs and not notice):
        return "minutes"
    if agenda.nodes:
        return _by_telling(lines, notice) if notice or head.day or _formal(agenda) else "unknown"
    return "notice" if notice and head.day else "unknown"


def _titled_minutes(titles: list[str]) -> bool:
    return any(MINUTES.search(each) for title in titles for each in re.split(r"\s{2,}", title))


def _attended(head: Head) -> bool:
    """Whether somebody is said to have been there, or to have taken the minutes."""
    labelled = head.labels & {Kind.PRESENT, Kind.OTHERS, Kind.SECRETARY, Kind.ADJUSTER}
    return bool(labelled) and bool(any(head.people.values()) or head.secretary)


def _by_telling(lines: list[Line], notice: bool) -> str:
    """Minutes tell what was done; a notice may speak of it once or twice."""
    done = sum(bool(DONE.search(line.text.text[:LONGEST])) for line in lines[:MOST])
    return "minutes" if done >= (3 if notice else 2) else "notice"


def _formal(agenda: Agenda) -> bool:
    return any(FORMAL.match(node.headline.title.text) for node in agenda.nodes)


def _is_plan(lines: list[Line], agenda: Agenda, head: Head) -> bool:
    if head.labels & {Kind.PRESENT, Kind.SECRETARY} and any(head.people.values()):
        return False
    columns = sum(_names_columns(line) for line in lines[:MOST])
    named = sum(bool(PLAN.search(line.text.text[:LONGEST])) for line in lines[:MOST])
    return columns >= 1 and named >= 2


def _names_columns(line: Line) -> bool:
    """Whether the line is the header row of a table of activities."""
    return len(line.text) < LONGEST and len({each.casefold() for each in PLAN_COLUMNS.findall(line.wide.text)}) >= 3
