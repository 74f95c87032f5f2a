"""The coordinator's overview: what is next with each body, and one button to do it."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone

from radslag.base.core.actor import SYSTEM
from radslag.base.documents.models import PaperKind
from radslag.base.documents.papering import keep_paper
from radslag.domain.meetings.agenda_content import agenda_content
from radslag.domain.meetings.models import AgendaItem, AnnouncedMeeting, Meeting, MeetingState, Presenter
from tests.cast import Cast
from tests.paperwork import call_meeting, make_meeting
from tests.web.pages import links, read, words

OVERVIEW = "/sjobygden/oversikt/"
TODAY = timezone.localdate


def _plan(cast: Cast, days: int, titles: tuple[str, ...]) -> Meeting:
    meeting = Meeting.objects.create(
        collaboration=cast.collaboration,
        body=cast.board,
        date=TODAY() + timedelta(days=days),
        state=MeetingState.PLANNED,
    )
    for position, title in enumerate(titles):
        AgendaItem.objects.create(collaboration=cast.collaboration, meeting=meeting, position=position, title=title)
    return meeting


def test_a_held_meeting_without_minutes_comes_first(cast: Cast) -> None:
    page = read(cast.sign_in("coordinator"), OVERVIEW)
    step = page[page.index("Nästa steg") :]
    assert step.index("anteckningar saknas") < step.index("Läs in minnesanteckningarna") < step.index("styrelse")


def test_nothing_is_missing_once_the_last_meeting_has_minutes(cast: Cast) -> None:
    make_meeting(body=cast.chief_executives, day=date(2024, 4, 10), people=list(cast.people.values()), items=1)
    page = read(cast.sign_in("coordinator"), OVERVIEW)
    assert "anteckningar saknas" not in page
    assert "Inget möte är planerat. Det senaste var 10 april 2024." in page


def test_a_body_without_a_meeting_ahead_is_one_button_from_its_plan(cast: Cast) -> None:
    found = links(cast.sign_in("coordinator").get(OVERVIEW))
    assert f"/sjobygden/moten/nytt/?grupp={cast.board.uuid}" in found


def test_a_plan_says_what_is_missing_and_leads_on(cast: Cast) -> None:
    meeting = _plan(cast, 12, ("Budget", "Plan", "Val"))
    item = AgendaItem.objects.get(meeting=meeting, title="Val")
    Presenter.objects.create(collaboration=cast.collaboration, item=item, name="Ada Brandt")
    answer = cast.sign_in("coordinator").get(OVERVIEW)
    assert "om 12 dagar 3 punkter på dagordningen, 2 saknar föredragande. Fortsätt förbereda" in words(answer)
    assert f"/sjobygden/moten/{meeting.uuid}/forbered/" in links(answer)


def test_an_item_that_holds_sub_items_needs_nobody_of_its_own(cast: Cast) -> None:
    meeting = _plan(cast, 12, ("Budget",))
    parent = AgendaItem.objects.get(meeting=meeting)
    sub = AgendaItem.objects.create(
        collaboration=cast.collaboration, meeting=meeting, parent=parent, position=5, title="a"
    )
    Presenter.objects.create(collaboration=cast.collaboration, item=sub, name="Ada Brandt")
    assert "2 punkter på dagordningen, alla med föredragande." in read(cast.sign_in("coordinator"), OVERVIEW)


def test_an_empty_agenda_is_told(cast: Cast) -> None:
    _plan(cast, 1, ())
    assert "i morgon Dagordningen är tom än så länge." in read(cast.sign_in("coordinator"), OVERVIEW)


def test_a_day_a_document_announces_is_told(cast: Cast) -> None:
    day = TODAY() + timedelta(days=30)
    AnnouncedMeeting.objects.create(
        collaboration=cast.collaboration, meeting=cast.meeting, text="Styrelsen", body=cast.board, day=day
    )
    page = read(cast.sign_in("coordinator"), OVERVIEW)
    assert "om 4 veckor Dagen står i en handling, men mötet är inte planerat. Förbered nästa möte" in page


def test_a_called_meeting_comes_after_what_must_be_done_and_can_be_opened(cast: Cast) -> None:
    call_meeting(body=cast.board, day=TODAY() + timedelta(days=3), people=list(cast.people.values()))
    page = read(cast.sign_in("coordinator"), OVERVIEW)
    assert page.index("anteckningar saknas") < page.index("om 3 dagar Kallelsen är inläst. Visa mötet")


def test_bodies_without_a_day_are_folded_when_others_have_one(cast: Cast) -> None:
    _plan(cast, 12, ())
    page = read(cast.sign_in("coordinator"), OVERVIEW)
    assert "En grupp till Kommundirektörsgruppen Inget möte är planerat." in page


def test_who_does_not_prepare_has_no_steps(cast: Cast) -> None:
    for role in ("member", "observer"):
        assert "Nästa steg" not in read(cast.sign_in(role), OVERVIEW)


def test_documents_that_wait_are_counted_with_the_day_of_the_first(cast: Cast) -> None:
    assert "Väntar på granskning Ett dokument, sedan" in read(cast.sign_in("coordinator"), OVERVIEW)


def test_a_body_that_has_met_comes_before_one_that_never_did(cast: Cast) -> None:
    make_meeting(body=cast.chief_executives, day=date(2024, 4, 10), people=list(cast.people.values()), items=1)
    found = read(cast.sign_in("coordinator"), OVERVIEW).split("Nästa steg")[1].split("En grupp till")
    assert "Det senaste var 10 april 2024." in found[0]
    assert "styrelse" in found[1].split("Bevakade")[0]


def test_what_closes_a_meeting_needs_nobody_to_present_it(cast: Cast) -> None:
    _plan(cast, 12, ("Budget", "Övriga frågor"))
    assert "2 punkter på dagordningen, 1 saknar föredragande." in read(cast.sign_in("coordinator"), OVERVIEW)


def _make_papers(meeting: Meeting) -> None:
    keep_paper(
        collaboration=meeting.collaboration,
        kind=PaperKind.AGENDA,
        subject=meeting,
        name="Kallelse",
        content=agenda_content(meeting),
        files=lambda _number: {},
        by=SYSTEM,
    )


def test_papers_that_are_made_are_told_of_until_the_agenda_changes(cast: Cast) -> None:
    meeting, client = _plan(cast, 12, ("Budget",)), cast.sign_in("coordinator")
    _make_papers(meeting)
    assert "saknar föredragande. Handlingarna är gjorda." in read(client, OVERVIEW)
    AgendaItem.objects.filter(meeting=meeting).update(title="Budget 2030")
    assert "Dagordningen har ändrats sedan handlingarna gjordes." in read(client, OVERVIEW)
