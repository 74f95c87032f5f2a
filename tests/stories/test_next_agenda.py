"""From the last papers to the next agenda, on two real documents from the shared reading beside the repository.

Nothing of them is copied here but what the issue itself says of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.utils import timezone

from radslag.base.documents.models import Citation
from radslag.base.people.actions import add_member, create_body, create_collaboration
from radslag.base.people.models import Body, BodyKind, Municipality
from radslag.domain.decisions import suggesting as left_undone
from radslag.domain.decisions.models import Assignment
from radslag.domain.meetings import actions as preparing
from radslag.domain.meetings import suggesting as asked_for
from radslag.domain.meetings.models import AgendaItem, Meeting, MeetingState
from radslag.domain.meetings.planning import next_meeting_of
from radslag.domain.meetings.suggested import Cause, Suggested
from radslag.domain.minutes import suggesting as approving
from radslag.exchange.importing import actions
from radslag.exchange.importing.actions import Refused, undo_commit
from radslag.exchange.importing.models import Staged
from tests.importing.conftest import BY
from tests.importing.test_real_documents import settle_and_commit

DOCUMENTS = ("mlr-2020-03-25-notice.txt", "mlr-2020-05-27-minutes.txt")


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    """The first of June, five days after the meeting."""
    with time_machine.travel(datetime(2020, 6, 1, 9, 0, tzinfo=ZoneInfo("Europe/Stockholm")), tick=False):
        yield


@pytest.fixture
def staged(db: None, shared: Path) -> list[Staged]:
    """The notice of March and the minutes of May, entered as a coordinator would."""
    return enter(shared)


def enter(shared: Path) -> list[Staged]:
    """Read, settle and commit the two documents in a new collaboration."""
    files = [(name, (shared / "corpus" / name).read_bytes()) for name in DOCUMENTS]
    collaboration = create_collaboration(name="MalmöLundregionen", slug="samarbetet", by=BY)
    text = files[1][1].decode()
    for municipality in Municipality.objects.filter(county_code="12"):
        if f"({municipality.name})" in text:
            add_member(collaboration=collaboration, municipality=municipality, by=BY)
    create_body(collaboration=collaboration, name="Styrelsen", kind=BodyKind.BOARD, by=BY)
    kind = BodyKind.CHIEF_EXECUTIVES
    create_body(collaboration=collaboration, name="Kommundirektörsgruppen", kind=kind, by=BY)
    batch = actions.receive(collaboration=collaboration, files=files, by=BY)
    read = [actions.read_staged(staged=each, by=BY) for each in batch.staged.order_by("name")]
    for each in read:
        settle_and_commit(each)
    return read


@pytest.fixture
def body(staged: list[Staged]) -> Body:
    """The chief executives."""
    return Body.objects.get(kind=BodyKind.CHIEF_EXECUTIVES)


@pytest.fixture
def meeting(body: Body) -> Meeting:
    """Their next meeting, planned on the day that is proposed."""
    start = next_meeting_of(body, timezone.localdate())
    return preparing.plan_meeting(body=body, day=start.day, start_time=start.start_time, by=BY)


def suggestions(meeting: Meeting) -> list[Suggested]:
    """Everything suggested, as a page shows it."""
    today = timezone.localdate()
    found = [*left_undone.of_meeting(meeting, today), *asked_for.of_meeting(meeting), *approving.of_meeting(meeting)]
    return sorted(found, key=lambda each: list(Cause).index(each.cause))


def line_of(suggested: Suggested) -> str:
    """The words of the document that a suggestion leads to."""
    assert suggested.object_uuid is not None
    places = Citation.objects.about(suggested.object_kind, [suggested.object_uuid]).select_related("extraction")
    place = places.first()
    assert place is not None
    return " ".join(place.extraction.text[place.start : place.end].split())


def test_the_next_meeting_proposes_what_the_last_papers_left(meeting: Meeting) -> None:
    found = suggestions(meeting)
    topics = [each for each in found if each.cause == Cause.REQUESTED]
    overdue = [each for each in found if each.cause == Cause.OVERDUE]

    assert ["Regionplanen" in topics[0].title, "verksamhetsplan" in topics[1].title, len(topics)] == [True, True, 2]
    assert [line_of(topic) for topic in topics] == [topic.title for topic in topics]
    assert all("27 maj 2020" in topic.reason for topic in topics)
    (process,) = overdue
    assert process.title.startswith("Förslag på processen")
    assert "förslag på processen" in line_of(process)
    assert process.reason == (
        "Föreslogs i kallelsen till Kommundirektörsgruppen den 25 mars 2020. Det finns inga anteckningar från det "
        "mötet, så det är inte känt om uppdraget gavs. Skulle vara klart till nästa kommundirektörsmöte (27 maj 2020) "
        "och är inte redovisat. Anteckningarna från den 27 maj 2020 nämner det inte."
    )


def test_what_stands_in_every_agenda_is_there_with_the_document_to_approve(meeting: Meeting) -> None:
    standing = {each.title: each for each in suggestions(meeting) if each.cause == Cause.STANDING}
    previous = standing["Föregående minnesanteckningar"]

    assert set(standing) == {"Föregående minnesanteckningar", "Nästa möte", "Övriga frågor"}
    assert previous.version is not None
    assert previous.proposal == "Minnesanteckningarna från den 27 maj 2020 godkänns."


def test_nothing_is_suggested_twice_and_all_that_rests_on_a_document_leads_there(meeting: Meeting) -> None:
    found = suggestions(meeting)
    assert len({each.key for each in found}) == len(found)
    assert all(line_of(each) for each in found if each.object_uuid is not None)


def test_taken_up_they_make_an_agenda_in_order(meeting: Meeting) -> None:
    for suggested in suggestions(meeting):
        preparing.take(meeting=meeting, suggested=suggested, by=BY)
    items = list(AgendaItem.objects.of_meeting(meeting).in_order())

    assert [item.number for item in items] == [str(place) for place in range(1, len(items) + 1)]
    assert items[0].title == "Föregående minnesanteckningar"
    assert items[0].attachments.get().label == "Bilaga 1"
    assert [item.title for item in items[-2:]] == ["Nästa möte", "Övriga frågor"]


def test_once_the_minutes_of_march_are_there_the_proposal_is_no_riddle_any_more(meeting: Meeting) -> None:
    task = Assignment.objects.get(what__contains="processen")
    task.meeting.state = MeetingState.HELD
    task.meeting.save()
    assert not [each for each in suggestions(meeting) if each.object_uuid == task.uuid]


def test_a_document_an_agenda_rests_on_is_not_taken_back_unnoticed(meeting: Meeting, staged: list[Staged]) -> None:
    topic = next(each for each in suggestions(meeting) if each.cause == Cause.REQUESTED)
    item = preparing.take(meeting=meeting, suggested=topic, by=BY)
    with pytest.raises(Refused, match="Ta bort punkten först"):
        undo_commit(staged=staged[1], by=BY)
    preparing.remove_item(item=item, by=BY)
    undo_commit(staged=staged[1], by=BY)
    assert not [each for each in suggestions(meeting) if each.cause == Cause.REQUESTED]


def test_the_day_is_a_working_day_ahead_and_says_why(body: Body) -> None:
    start = next_meeting_of(body, timezone.localdate())
    assert start.day > date(2020, 6, 1)
    assert start.day.strftime("%A") == "Wednesday"
    assert start.reason.startswith("Gruppen brukar ses var nionde vecka på onsdagar.")
