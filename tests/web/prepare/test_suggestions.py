"""What earlier meetings left behind: taken up, left aside with a reason, thought about again."""

from __future__ import annotations

from datetime import date

from django.conf import settings

from radslag.base.core.actor import SYSTEM
from radslag.base.documents.models import Citation
from radslag.domain.meetings.actions import plan_meeting
from radslag.domain.meetings.models import AgendaItem, AnnouncedMeeting, Meeting, RequestedTopic, SuggestionAnswer
from radslag.web.secretariat.pages.suggestions import suggested_for
from tests.cast import Cast
from tests.paperwork import make_meeting
from tests.web.pages import links, read, statements, words
from tests.web.prepare.agenda import here, post


def planned(cast: Cast) -> Meeting:
    return plan_meeting(body=cast.chief_executives, day=date(2090, 3, 1), by=SYSTEM)


def key(cast: Cast) -> str:
    """An assignment that is late."""
    return f"assignment:{cast.held.late.uuid}"


def test_a_late_assignment_is_suggested_with_reason_and_line(cast: Cast) -> None:
    meeting = planned(cast)
    answer = cast.sign_in("coordinator").get(here(meeting))
    assert "Försenat" in words(answer)
    cited = Citation.objects.filter(object_uuid=cast.held.late.uuid).first()
    assert cited is not None
    assert any(f"#rad-{cited.line}" in link for link in links(answer))


def test_taking_it_makes_an_item_that_says_why(cast: Cast) -> None:
    meeting, client = planned(cast), cast.sign_in("coordinator")
    post(client, meeting, "forslag/ta-med/", key=key(cast))
    answer = SuggestionAnswer.objects.get(meeting=meeting, key=key(cast))
    page = client.get(here(meeting))
    assert answer.item is not None
    assert answer.reason in words(page)
    assert "står på dagordningen. Ångra" in words(page)


def test_undoing_puts_it_among_the_suggestions_again(cast: Cast) -> None:
    meeting, client = planned(cast), cast.sign_in("coordinator")
    post(client, meeting, "forslag/ta-med/", key=key(cast))
    page = client.get(here(meeting))
    undo = next(part for part in page.content.decode().split('"') if "punkter/ta-bort/?item=" in part)
    client.post(undo)
    assert not AgendaItem.objects.of_meeting(meeting).exists()
    assert f'value="{key(cast)}"' in client.get(here(meeting)).content.decode()


def test_it_is_left_aside_with_a_reason_and_taken_back(cast: Cast) -> None:
    meeting, client = planned(cast), cast.sign_in("coordinator")
    post(client, meeting, "forslag/avsta/", key=key(cast), because="Styrelsen tar den")
    text = read(client, here(meeting))
    assert "förslag du har avstått från" in text
    assert "Styrelsen tar den" in text
    post(client, meeting, "forslag/ta-tillbaka/", key=key(cast))
    assert not SuggestionAnswer.objects.filter(meeting=meeting).exists()


def test_a_suggestion_that_no_longer_holds_changes_nothing(cast: Cast) -> None:
    meeting, client = planned(cast), cast.sign_in("coordinator")
    post(client, meeting, "forslag/ta-med/", key="assignment:finns-inte")
    assert "Förslaget gäller inte längre" in read(client, here(meeting))
    assert not AgendaItem.objects.of_meeting(meeting).exists()


def test_sixty_items_and_forty_suggestions_take_the_statements_of_three(cast: Cast) -> None:
    people, client = list(cast.people.values()), cast.sign_in("coordinator")
    counts = set()
    for body, size in ((cast.board, 4), (cast.chief_executives, 60)):
        make_meeting(body=body, day=date(2026, 3, 1), people=people, items=size, sub_items=1)
        meeting = plan_meeting(body=body, day=date(2090, 3, 1), copy_of=body.meetings.latest("date"), by=SYSTEM)
        counts.add(statements(client, here(meeting)))
    assert len(counts) == 1, counts
    assert counts.pop() <= 45


def test_what_is_taken_up_is_swedish_whoever_takes_it(cast: Cast) -> None:
    meeting, client = planned(cast), cast.sign_in("coordinator")
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    page = client.get(here(meeting))
    assert "Usually ends an agenda." in words(page)
    assert "Any other business" not in words(page)
    post(client, meeting, "forslag/ta-med/", key=f"minutes:{cast.meeting.uuid}")
    item = AgendaItem.objects.of_meeting(meeting).get()
    assert item.title == "Föregående minnesanteckningar"
    assert "14 februari 2024" in item.proposed_decisions.get().text
    assert "förra mötet" in SuggestionAnswer.objects.get(meeting=meeting).reason


def test_a_topic_that_is_an_assignment_is_suggested_once_as_what_is_to_be_reported(cast: Cast) -> None:
    fields = {"collaboration": cast.collaboration, "meeting": cast.meeting, "body": cast.chief_executives}
    announced = AnnouncedMeeting.objects.create(**fields, text="nästa möte")
    for text in ("Den gemensamma kostnadskalkylen", "Flodplanen"):
        RequestedTopic.objects.create(collaboration=cast.collaboration, announced=announced, text=text)
    titles = [each.title for each in suggested_for(planned(cast), date(2024, 6, 10))]
    assert {"Gemensam kostnadskalkyl", "Flodplanen"} <= set(titles)
    assert "Den gemensamma kostnadskalkylen" not in titles
