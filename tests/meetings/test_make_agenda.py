"""The paper that calls a meeting: what it says, in which formats, and when it is a new one."""

from __future__ import annotations

import io
from datetime import time

import docx
import pytest

from radslag.base.audit.models import Event
from radslag.base.core.actor import SYSTEM
from radslag.base.documents import storage
from radslag.base.documents.models import Paper, PaperFormat
from radslag.domain.meetings.models import (
    AgendaItem,
    AgendaSection,
    Attachment,
    ItemType,
    Meeting,
    Presenter,
    ProposedDecision,
)
from radslag.domain.meetings.papers import agenda_content, make_agenda
from radslag.domain.meetings.refusal import Refused
from radslag.text.reading import extract
from tests.cast import Cast

SAID = (
    "Sjöbygdens styrelse",
    "torsdag 24 september 2026",
    "13.30–17.00",
    "Lunch klockan 12",
    "Del 1: Beslut, kl. 14.00",
    "1. Lås & nycklar",
    "Föredragande: Ada Brandt, Askersund",
    "Låsen köps in.",
    "Bilaga 1: Prislista",
    "1a. Pris",
)


@pytest.fixture
def planned(cast: Cast) -> Meeting:
    """A planned meeting of the board with one part, one item with everything, and a sub-item."""
    own = {"collaboration": cast.collaboration}
    meeting = Meeting.objects.create(
        **own,
        body=cast.board,
        date="2026-09-24",
        start_time=time(13, 30),
        end_time=time(17, 0),
        place="Sjösalen",
        practical="Lunch klockan 12.\n- Svara senast 17 september",
        state="planned",
    )
    meeting.refresh_from_db()
    part = AgendaSection.objects.create(**own, meeting=meeting, position=1, title="Beslut", start_time=time(14, 0))
    item = AgendaItem.objects.create(
        **own, meeting=meeting, section=part, position=1, number="1", title="Lås & nycklar", type=ItemType.DECISION
    )
    AgendaItem.objects.create(**own, meeting=meeting, section=part, parent=item, position=2, number="1a", title="Pris")
    Presenter.objects.create(**own, item=item, name="Ada Brandt", person=cast.people["Ada Brandt"])
    ProposedDecision.objects.create(**own, item=item, text="Låsen köps in.")
    Attachment.objects.create(**own, item=item, label="Bilaga 1", number="1", title="Prislista")
    return meeting


def data_of(paper: Paper, made: PaperFormat) -> bytes:
    return storage.get(paper.files.get(format=made).version.stored)


def test_the_paper_comes_in_four_formats_with_names_that_say_which_version(planned: Meeting) -> None:
    paper = make_agenda(meeting=planned, by=SYSTEM)
    assert [each.name for each in paper.files.all()] == [
        f"Kallelse Sjöbygdens styrelse 2026-09-24 v1.{ending}" for ending in ("pdf", "docx", "html", "ics")
    ]
    assert Event.objects.get(verb="make_paper").object_uuid == paper.uuid


@pytest.mark.parametrize("made", [PaperFormat.PDF, PaperFormat.DOCX])
def test_everything_stands_in_the_paper(planned: Meeting, made: PaperFormat) -> None:
    text = extract(data_of(make_agenda(meeting=planned, by=SYSTEM), made), f"kallelse.{made}").text
    assert [words for words in SAID if words not in " ".join(text.split())] == []


def test_the_same_agenda_again_is_the_same_paper(planned: Meeting) -> None:
    assert make_agenda(meeting=planned, by=SYSTEM) == make_agenda(meeting=planned, by=SYSTEM)


def test_a_changed_agenda_is_the_next_version_and_the_first_is_kept(planned: Meeting) -> None:
    first = make_agenda(meeting=planned, by=SYSTEM)
    AgendaItem.objects.filter(number="1").update(title="Lås")
    second = make_agenda(meeting=planned, by=SYSTEM)
    assert (first.number, second.number) == (1, 2)
    assert b"L\xc3\xa5s &amp; nycklar" in data_of(first, PaperFormat.HTML)
    assert b"Version 2, " in data_of(second, PaperFormat.HTML)


def test_an_empty_agenda_is_refused(cast: Cast) -> None:
    empty = Meeting.objects.create(
        collaboration=cast.collaboration, body=cast.board, date="2026-10-01", state="planned"
    )
    empty.refresh_from_db()
    with pytest.raises(Refused, match="Dagordningen är tom"):
        make_agenda(meeting=empty, by=SYSTEM)


def test_word_knows_title_author_and_language(planned: Meeting) -> None:
    made = docx.Document(io.BytesIO(data_of(make_agenda(meeting=planned, by=SYSTEM), PaperFormat.DOCX)))
    told = made.core_properties
    assert told.title == "Kallelse till Sjöbygdens styrelse, torsdag 24 september 2026"
    assert (told.author, told.language) == ("Sjöbygden", "sv-SE")


def test_the_body_is_called_what_it_was_called_that_day(planned: Meeting) -> None:
    planned.body.names.create(collaboration=planned.collaboration, name="Sjörådet", kind="former", end="2027-01-01")
    assert agenda_content(planned)["body"] == "Sjörådet"
