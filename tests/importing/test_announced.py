"""The meetings to come that a document names, and the topics it asks for, enter the record and leave it again."""

from __future__ import annotations

import pytest

from radslag.base.core.actor import SYSTEM
from radslag.base.documents.models import Citation
from radslag.base.people.actions import create_body
from radslag.base.people.models import BodyKind
from radslag.domain.meetings.models import AnnouncedMeeting, RequestedTopic
from radslag.exchange.importing.actions import commit, undo_commit
from radslag.exchange.importing.committing.announcing import place_of
from tests.importing import papers
from tests.importing.conftest import BY, Place

COMING = """4. Nästa kommundirektörsmöte den 18 september
Gruppen vill att nästa möte tar upp:

• Hanteringen av flodplanen
• Gemensam upphandling

5. Dagordning till nästa styrelsemöte
Till mötet den 28 augusti:
• Budget för den gemensamma verk-
samheten

6. Övrigt
"""


def minutes() -> bytes:
    """Minutes that name two meetings to come."""
    return papers.minutes().replace("3. Övrigt\n".encode(), COMING.encode())


def test_they_enter_with_body_day_and_topics(place: Place) -> None:
    board = create_body(collaboration=place.collaboration, name="Styrelsen", kind=BodyKind.BOARD, by=SYSTEM)
    (staged,) = place.stage(minutes())
    meeting = commit(staged=staged, expected=staged.revision, by=BY)
    own, other = AnnouncedMeeting.objects.told_by(meeting)

    assert (own.body, str(own.day)) == (place.body, "2024-09-18")
    assert (other.body, str(other.day)) == (board, "2024-08-28")
    assert [topic.text for topic in own.topics.all()] == ["Hanteringen av flodplanen", "Gemensam upphandling"]


def test_each_topic_leads_to_its_line(place: Place) -> None:
    (staged,) = place.stage(minutes())
    commit(staged=staged, expected=staged.revision, by=BY)
    for topic in RequestedTopic.objects.all():
        (found,) = Citation.objects.about("requestedtopic", [topic.uuid])
        there = found.extraction.text[found.start : found.end]
        assert there.replace("-\n", "").split() == topic.text.split()


def test_a_body_that_is_not_certain_is_left_open(place: Place) -> None:
    (staged,) = place.stage(minutes())
    meeting = commit(staged=staged, expected=staged.revision, by=BY)
    assert [each.body for each in AnnouncedMeeting.objects.told_by(meeting)] == [place.body, None]


def test_what_two_papers_of_a_meeting_announce_is_announced_once(place: Place) -> None:
    for data in (minutes(), minutes().replace(b"kl. 13-15", b"kl. 13-14")):
        (staged,) = place.stage(data)
        staged.draft["answers"]["meeting"] = "join"
        staged.save()
        commit(staged=staged, expected=staged.revision, by=BY)
    assert (AnnouncedMeeting.objects.count(), RequestedTopic.objects.count()) == (2, 3)


def test_they_leave_with_the_document(place: Place) -> None:
    (staged,) = place.stage(minutes())
    commit(staged=staged, expected=staged.revision, by=BY)
    undo_commit(staged=staged, by=BY)
    assert not AnnouncedMeeting.objects.exists()
    assert not RequestedTopic.objects.exists()
    assert not Citation.objects.exists()


@pytest.mark.parametrize(
    ("words", "there"),
    [("flodplanen i höst", "flodplanen\n  i höst"), ("verksamheten", "verk-\nsamheten"), ("står inte där", None)],
)
def test_words_are_found_however_the_lines_are_broken(words: str, there: str | None) -> None:
    text = "Om flodplanen\n  i höst och verk-\nsamheten."
    found = place_of(text, words, [0, len(text)])
    assert found is not None
    assert text[found[0] : found[1]] == (there or text)
